"""Disks that fail at any call: all or nothing, said clearly, and nobody waits for a slow one."""

import json
from pathlib import Path

import pytest

from journeyeditor.document import Document
from journeyeditor.storage import places
from journeyeditor.storage.folder import DATABASE
from journeyeditor.storage.leftovers import recoverable_sessions
from journeyeditor.storage.publishing import _temporary
from tests.acting import small_project
from tests.document.test_document import adding
from tests.document.test_kill import numbers, whole
from tests.document.tracing import traced


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small project in a file."""
    document = Document.new(small_project(), {}, "Mapa")
    document.save_as(tmp_path / "map.journey")
    document.close()
    return document.path


def failing(call: str, error: str, when: str) -> list[str]:
    """Options with which the calls of this name fail, counted as `when` says."""
    return ["-e", f"inject={call}:error={error}:when={when}"]


def at(*paths: Path) -> list[str]:
    """Options with which only calls that concern these paths count."""
    return [option for path in paths for option in ("-P", str(path))]


def test_a_publication_that_fails_at_any_call_leaves_the_old_file(path: Path) -> None:
    """Each try gets one call further than the one before; the last but one is already there."""
    faults = [
        *failing("openat", "EACCES", "2"),  # the first looks for what a killed process left
        *failing("write", "ENOSPC", "1"),
        *failing("fsync", "EIO", "1+3"),  # of the new file, and (its fourth) of the folder
        *failing("rename,renameat,renameat2", "EPERM", "1"),
    ]
    said = traced([*at(_temporary(path), path.parent), *faults], "save", path)
    tries = [json.loads(line) for line in said]
    reasons = ["no permission", "no space left", "fails", "no permission", "fails"]
    assert len(tries) == len(reasons)
    for (message, state, _, names), reason in zip(tries, reasons, strict=True):
        assert message.startswith(f"{path}: ")
        assert reason in message
        assert "Your work is safe on this computer" in message
        assert (state, names) == ("failed", [".~lock.map.journey#", "map.journey"])
    assert [same for _, _, same, _ in tries] == [True, True, True, True, False]
    assert whole(path) == [0]
    assert [one.name for one in path.parent.iterdir()] == ["map.journey"]


def test_steps_on_a_failing_disk_are_kept_or_refused(path: Path) -> None:
    document = Document.open(path)
    document.perform(adding(document, "first"))
    document.abandon()
    [folder] = places.sessions().iterdir()
    faults = [
        *failing("pwrite64", "ENOSPC", "60+211"),
        *failing("fsync,fdatasync", "EIO", "10+17"),
        *failing("unlink", "EPERM", "4+7"),
    ]
    database = folder / DATABASE
    where = at(database, database.with_name(f"{DATABASE}-journal"))
    tries = [json.loads(line) for line in traced([*where, *faults], "perform", path)]
    kept = [number for number, refused in tries if not refused]
    messages = {message for _, message in tries if message}
    assert 10 < len(kept) < 40
    for reason in ("There is no space left there", "The disk, or the connection to it, fails"):
        assert f"{folder}: Nothing was changed, since the step can't be kept. {reason}" in (
            message.partition(". Journey")[0] for message in messages
        )
    [leftover] = recoverable_sessions()
    document = Document.recover(leftover)
    assert numbers(document.project) == kept
    document.close()
    assert whole(path) == kept


def test_nobody_waits_for_a_slow_disk(path: Path) -> None:
    slow = ["-e", "inject=fsync:delay_enter=1000000:when=1"]  # microseconds
    [line] = traced([*at(_temporary(path)), *slow], "hold", path)
    assert json.loads(line) == [True, ["saving", 1, 2, 3]]
    assert whole(path) == [0, 1, 2, 3]
