"""The power fails at any moment: every edit that `perform` returned from is there afterwards.

An editor's calls are written down and done again on a disk that keeps no more than it must; what
is left after each cut is opened by the program itself.
"""

import copy
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.storage.leftovers import recoverable_sessions
from tests.acting import small_project
from tests.document.disk import OPTIONS, Disk
from tests.document.test_kill import numbers, whole
from tests.document.tracing import traced

SHARES = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.5, 0.5))
"""Of the names and the bytes that were not synced, what a power cut leaves."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is the disk: the small project, and the folders of the program."""
    for name in ("STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "disk" / name.lower()))
    document = Document.new(small_project(), {}, "Mapa")
    document.save_as(tmp_path / "disk" / "map.journey")
    document.close()
    return tmp_path / "disk"


@pytest.fixture
def disk(root: Path) -> Disk:
    """The disk before the edits."""
    return Disk(root)


@pytest.fixture
def log(disk: Disk, root: Path, tmp_path: Path) -> Path:
    """The calls of an editor that makes six edits and saves after the fourth."""
    log = tmp_path / "log"
    said = traced(["-o", str(log), *OPTIONS], "edit", root / "map.journey")
    assert [*said[-2:], len(said)] == ["kept 4", "kept 5", 7]
    return log


def cuts(disk: Disk, log: Path) -> Iterator[tuple[int, int, dict[str, bytes]]]:
    """Cuts of the power: the last edits that were kept and saved before, and what is left."""
    done, seen = {"kept": -1, "saved": -1}, set[int]()
    chance = random.Random(0)
    for said in disk.replay(log):
        if said:
            what, number = said.split()
            done[what] = int(number)
        for names, content in SHARES:
            left = disk.remains(names, content, chance)
            state = hash((*done.values(), *left.items()))
            if state not in seen:
                seen.add(state)
                yield done["kept"], done["saved"], left


def survivors(root: Path, left: dict[str, bytes]) -> tuple[list[int], list[int]]:
    """The edits that the document holds, and those that the program brings back, after a cut."""
    shutil.rmtree(root)
    for name, content in left.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    held = whole(root / "map.journey")
    leftovers = recoverable_sessions()
    if not leftovers:
        return held, held
    [leftover] = leftovers
    document = Document.recover(leftover)
    document.abandon()
    return held, numbers(document.project)


def test_no_edit_is_lost_and_the_file_is_whole(root: Path, disk: Disk, log: Path) -> None:
    count = 0
    for kept, saved, left in cuts(disk, log):
        held, back = survivors(root, left)
        count += 1
        assert back == list(range(len(back)))
        assert kept < len(back) <= kept + 2
        assert saved < len(held)
        assert held == back[: len(held)]
    print(f"{count} power cuts")
    assert count > 100


NEEDED: dict[str, Callable[[str], bool]] = {
    "the records": lambda path: path.endswith("session.db"),
    "the journal": lambda path: path.endswith("session.db-journal"),
    "the session's folder": lambda path: "sessions" in path and "." not in Path(path).name,
    "the file": lambda path: path.endswith(".tmp"),
    "the file's folder": lambda path: path.endswith("disk"),
}


def test_each_sync_is_needed(root: Path, disk: Disk, log: Path) -> None:
    """That is, the test above would notice if one were missing."""
    for what, ignored in NEEDED.items():
        careless = copy.deepcopy(disk)
        careless.ignores = ignored
        last_first = reversed(list(cuts(careless, log)))
        assert any(loses(root, *cut) for cut in last_first), f"nothing is lost without {what}"


def loses(root: Path, kept: int, saved: int, left: dict[str, bytes]) -> bool:
    """Whether a power cut damaged the document or lost an edit."""
    try:
        held, back = survivors(root, left)
    except Refused:
        return True
    return back != list(range(len(back))) or len(back) <= kept or len(held) <= saved
