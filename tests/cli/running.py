"""Running the program as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path


def run(
    *arguments: str, cwd: Path, program: tuple[str, ...] = ("-m", "journeyeditor"), **more: str
) -> "subprocess.CompletedProcess[str]":
    """The program, without a display; `more` is set in its environment."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE", "LC_ALL")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, *program, *arguments],
        cwd=cwd,
        env={**kept, "LANG": "C.UTF-8", **more},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
