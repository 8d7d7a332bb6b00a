"""Running an editor under `strace`, which tells all that it asks of the disk, or lets it fail."""

import shutil
import subprocess
import sys
from functools import cache

import pytest


@cache
def _why_not() -> str:
    """Why nothing can be traced here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "true"], capture_output=True, check=False)
    return "this system lets no process be traced" if tried.returncode else ""


def traced(options: list[str], action: str, *arguments: object) -> list[str]:
    """What an editor of `traced_editor` says, a line each."""
    if why_not := _why_not():
        pytest.skip(why_not)
    editor = [sys.executable, "-m", "tests.document.traced_editor", action, *map(str, arguments)]
    done = subprocess.run(
        ["strace", "-f", *options, *editor], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    return done.stdout.splitlines()
