"""Killed in the middle of anything, fifty times: no edit is lost, the file is always whole."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeyeditor.document import Document
from journeyeditor.model.project import Project
from journeyeditor.model.records import Touchpoint
from journeyeditor.storage.fetching import check_document
from journeyeditor.storage.leftovers import recoverable_sessions
from tests.acting import small_project

KILLS = 50


def numbers(project: Project) -> list[int]:
    """The edits that a project holds."""
    names = (touchpoint.name for touchpoint in project.all(Touchpoint))
    return sorted(int(name) for name in names if name.isdigit())


def whole(path: Path) -> list[int]:
    """The edits that the file holds, which is complete and closed."""
    check_document(path)
    reader = Document.open(path, read_only=True)
    reader.close()
    return numbers(reader.project)


class Storm:
    """The process that forks editors, and the edits that they acknowledged."""

    def __init__(self, path: Path) -> None:
        self.acknowledged = -1
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.document.storm", str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdin
        assert self._process.stdout
        self._input, self._output = self._process.stdin, self._process.stdout.fileno()
        self._rest = b""

    def editor(self) -> int:
        """Start an editor; its process id."""
        self._input.write(b"%d\n" % (self.acknowledged + 1))
        self._input.flush()
        self._editor = 0
        while not self._editor:
            self._listen(10)
        return self._editor

    def kill(self, editor: int) -> None:
        """End an editor, and hear all that it acknowledged."""
        os.kill(editor, signal.SIGKILL)
        while self._listen(0.02):
            pass

    def end(self) -> None:
        """End the process."""
        self._process.communicate()

    def _listen(self, seconds: float) -> bool:
        """Hear what was said; False after this time of silence."""
        if not select.select([self._output], [], [], seconds)[0]:
            return False
        *lines, self._rest = (self._rest + os.read(self._output, 1 << 16)).split(b"\n")
        for line in lines:
            if line.startswith(b"editor"):
                self._editor = int(line.split()[1])
            else:
                self.acknowledged = int(line)
        return True


@pytest.mark.timeout(300)
def test_no_edit_is_lost_and_the_file_is_always_whole(tmp_path: Path) -> None:
    chance = random.Random()
    document = Document.new(small_project(), {}, "Mapa")
    document.save_as(tmp_path / "map.journey")
    document.close()
    storm = Storm(document.path)
    recovered = 0
    for _ in range(KILLS):
        editor = storm.editor()
        time.sleep(chance.uniform(0, 0.06))
        held = whole(document.path)
        assert held == list(range(len(held))), "while editing"
        storm.kill(editor)
        held = whole(document.path)
        leftovers = recoverable_sessions()
        if leftovers:
            [leftover] = leftovers
            recovered += 1
            document = Document.recover(leftover)
            kept = numbers(document.project)
            (Document.close if chance.random() < 0.5 else Document.abandon)(document)
        else:
            kept = whole(document.path)
        assert kept == list(range(len(kept)))
        assert storm.acknowledged < len(kept) <= storm.acknowledged + 2
        assert held == kept[: len(held)]
        storm.acknowledged = len(kept) - 1
    storm.end()
    print(f"{KILLS} kills, {storm.acknowledged + 1} edits, {recovered} sessions recovered")
    assert storm.acknowledged > KILLS
    assert recovered > 0
    Document.open(document.path).close()
    assert [path.name for path in tmp_path.iterdir()] == ["map.journey"]
