"""The file at the path: always whole, never over others' work, and the status tells the truth."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.model.project import Project
from journeyeditor.model.records import Touchpoint
from journeyeditor.storage import places, publisher
from journeyeditor.storage.fetching import check_document
from journeyeditor.storage.folder import OPENING
from journeyeditor.storage.leftovers import recoverable_sessions
from journeyeditor.storage.lineage import KEPT_STATES, Lineage
from journeyeditor.storage.locks import Locked, lock_path
from journeyeditor.storage.status import State, Status
from tests.acting import small_project
from tests.document.test_document import adding


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """The small project at a path of the user's."""
    document = Document.new(small_project(), {}, "Mapa")
    document.save_as(tmp_path / "map.journey")
    return document


def edit(document: Document, name: str = "Pago") -> Project:
    """One edit; the project after it."""
    document.perform(adding(document, name))
    return document.project


def saved(path: Path) -> Project:
    """What a file holds."""
    check_document(path)
    reader = Document.open(path, read_only=True)
    reader.close()
    return reader.project


def wait_for(document: Document, wanted: Callable[[Status], bool]) -> Status:
    """The first status that is as wanted; at most ten seconds."""
    reached = threading.Event()
    stop = document.subscribe_status(lambda status: reached.set() if wanted(status) else None)
    if wanted(document.status):
        reached.set()
    assert reached.wait(10), document.status
    stop()
    return document.status


def test_edits_are_saved_by_themselves_after_a_pause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publisher, "IDLE", 0.2)
    document = Document.new(small_project(), {}, "Mapa")
    states: list[State] = []
    document.subscribe_status(lambda status: states.append(status.state))
    edited = edit(document)
    assert document.status.state is State.SAVING
    assert saved(document.path) != edited
    wait_for(document, lambda status: status.state is State.SAVED)
    assert saved(document.path) == edited
    assert states == [State.SAVING, State.SAVED]
    document.close()


def test_losing_the_focus_saves_at_once(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publisher, "IDLE", 1000)
    edited = edit(document)
    document.publish_soon()
    wait_for(document, lambda status: status.state is State.SAVED)
    assert saved(document.path) == edited
    document.close()


def test_a_failing_listener_does_not_end_the_saving(
    document: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(status: Status) -> None:
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("a window that is gone")

    document.subscribe_status(fail)
    for name in ("Pago", "Visita"):
        edited = edit(document, name)
        document.publish_soon()
        wait_for(document, lambda status: status.state is State.SAVED)
        assert saved(document.path) == edited
    assert "a window that is gone" in capsys.readouterr().err
    document.close()


def test_a_long_burst_of_edits_is_saved_meanwhile(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publisher, "IDLE", 0.3)
    monkeypatch.setattr(publisher, "LONGEST", 0.0)
    document.save()
    before, end = document.path.stat(), time.monotonic() + 20
    while os.path.samestat(document.path.stat(), before) and time.monotonic() < end:
        edit(document)
        document.undo()
    assert not os.path.samestat(document.path.stat(), before)
    document.close()


def test_closing_saves(document: Document) -> None:
    edited = edit(document)
    document.close()
    assert saved(document.path) == edited
    assert [path.name for path in document.path.parent.iterdir()] == ["map.journey"]


def test_saving_keeps_permissions_and_goes_through_links(
    document: Document, tmp_path: Path
) -> None:
    document.path.chmod(0o640)
    link = tmp_path / "elsewhere" / "link.journey"
    link.parent.mkdir()
    link.symlink_to(document.path)
    document.close()
    again = Document.open(link)
    edited = edit(again)
    again.close()
    assert again.path == document.path
    assert link.is_symlink()
    assert stat.S_IMODE(document.path.stat().st_mode) == 0o640
    assert saved(link) == edited


def other_content(path: Path) -> None:
    other = Document.new(small_project(), {}, "Otro")
    shutil.copyfile(other.path, path)
    other.close()


def same_size_and_time(path: Path) -> None:
    """Another program flips a bit and hides its trace."""
    before = path.stat()
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def in_a_new_file(path: Path) -> None:
    path.with_name("new").write_bytes(b"by a sync client")
    os.replace(path.with_name("new"), path)


@pytest.mark.parametrize("change", [other_content, same_size_and_time, in_a_new_file])
@pytest.mark.parametrize("save", [Document.save, Document.close])
def test_a_change_from_outside_is_never_overwritten(
    document: Document, change: Callable[[Path], None], save: Callable[[Document], None]
) -> None:
    original = document.path
    edit(document)
    document.save()
    change(original)
    theirs = original.read_bytes()
    edited = edit(document, "Visita")
    save(document)
    assert original.read_bytes() == theirs
    assert document.path.name.startswith("map (conflict 20")
    assert document.status == Status(State.SAVED, None, document.path)
    assert saved(document.path) == edited
    if save is Document.save:
        assert lock_path(document.path).exists()
        assert not lock_path(original).exists()
        edited = edit(document, "Llamada")
        document.close()
        assert saved(document.path) == edited
    assert len(list(original.parent.iterdir())) == 2


def test_a_change_from_outside_after_the_last_save_is_found_at_closing(document: Document) -> None:
    edited = edit(document)
    document.save()
    other_content(document.path)
    document.close()
    assert "conflict" in document.path.name
    assert saved(document.path) == edited


def test_a_touched_file_is_no_conflict(document: Document) -> None:
    edit(document)
    document.save()
    os.utime(document.path)
    edited = edit(document, "Visita")
    document.close()
    assert document.path.name == "map.journey"
    assert saved(document.path) == edited


@pytest.mark.parametrize("edits", [0, 1])
def test_a_vanished_file_is_made_again_and_told(document: Document, edits: int) -> None:
    heard: list[Status] = []
    for name in ["Pago", "Visita"][:edits]:
        edit(document, name)
        document.save()
    document.subscribe_status(heard.append)
    for _ in range(2):
        document.path.unlink()
        document.publish_soon()
        wait_for(document, lambda status: status.remade)
        assert saved(document.path) == document.project
        document.publish_soon()
        wait_for(document, lambda status: status == Status(State.SAVED))
    told = [Status(State.SAVING), Status(State.SAVED, remade=True), Status(State.SAVED)]
    assert heard == told * 2
    document.path.unlink()
    edit(document)
    document.close()
    assert saved(document.path) == document.project


@pytest.mark.parametrize("edits", [0, 1])
def test_a_change_from_outside_is_noticed_without_an_edit(document: Document, edits: int) -> None:
    for _ in range(edits):
        edit(document)
        document.save()
    original = document.path
    other_content(original)
    theirs = original.read_bytes()
    document.publish_soon()
    wait_for(document, lambda status: status == Status(State.CHANGED))
    assert original.read_bytes() == theirs
    assert [path for path in original.parent.iterdir() if "conflict" in path.name] == []
    document.save()
    assert document.status == Status(State.SAVED, None, document.path)
    assert saved(document.path) == document.project
    assert original.read_bytes() == theirs
    document.close()


def test_a_change_from_outside_that_is_taken_back_was_none(document: Document) -> None:
    ours = document.path.read_bytes()
    other_content(document.path)
    document.publish_soon()
    wait_for(document, lambda status: status.state is State.CHANGED)
    document.path.write_bytes(ours)
    document.publish_soon()
    wait_for(document, lambda status: status == Status(State.SAVED))
    other_content(document.path)
    document.publish_soon()
    wait_for(document, lambda status: status.state is State.CHANGED)
    edit(document)
    assert document.status.state is State.SAVING
    document.close()
    assert "conflict" in document.path.name


def test_whoever_asks_is_answered(document: Document) -> None:
    heard: list[Status] = []
    document.subscribe_status(heard.append)
    document.publish_soon()
    document.publish_soon(asked=True)
    end = time.monotonic() + 10
    while not heard and time.monotonic() < end:
        time.sleep(0.01)
    assert heard == [Status(State.SAVED)]
    document.close()


@pytest.mark.parametrize("letter", ["x", "ñ", "配", "👨‍👩‍👧"])
def test_a_conflict_of_a_file_with_the_longest_name(
    document: Document, tmp_path: Path, letter: str
) -> None:
    count = (255 - len(".journey")) // len(letter.encode())
    original = tmp_path / f"{letter * count}.journey"
    document.save_as(original)
    assert lock_path(original).exists()
    original.write_bytes(b"theirs")
    edit(document)
    document.save()
    start = document.path.name.partition(" (conflict 20")[0]
    assert start == letter * (len(start) // len(letter))
    assert len(os.fsencode(document.path.name)) > 255 - len(letter.encode())
    assert lock_path(document.path).exists()
    document.close()
    Document.open(document.path).close()


def test_a_name_that_is_no_text_gets_a_copy_too(document: Document, tmp_path: Path) -> None:
    original = tmp_path / ("ñ\udcff" * 82 + ".journey")
    document.save_as(original)
    original.write_bytes(b"theirs")
    edit(document)
    document.close()
    assert document.path.name.startswith("ñ\udcff" * 70)


def test_a_vanished_folder_fails_and_is_saved_when_it_is_back(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publisher, "RETRY", 0.05)
    stick = tmp_path / "stick"
    stick.mkdir()
    document.save_as(stick / "map.journey")
    stick.rename(tmp_path / "unplugged")
    edited = edit(document)
    with pytest.raises(Refused, match="no such folder"):
        document.save()
    assert document.status.state is State.FAILED
    (tmp_path / "unplugged").rename(stick)
    wait_for(document, lambda status: status.state is State.SAVED)
    assert saved(document.path) == edited
    document.close()


def test_saving_elsewhere_after_a_failure_keeps_everything(
    document: Document, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    document.save_as(stick / "map.journey")
    shutil.rmtree(stick)
    edited = edit(document)
    for place in (stick / "x.journey", tmp_path / "map.journey" / "x.journey", tmp_path):
        with pytest.raises(Refused):
            document.save_as(place)
        with pytest.raises(Refused):
            document.save_copy(place)
    assert document.path == stick / "map.journey"
    document.save_as(tmp_path / "safe.journey")
    document.close()
    assert saved(tmp_path / "safe.journey") == edited


FULL_DISK = """
import resource, sys
from journeyeditor.document import Document
from journeyeditor.errors import Refused
from tests.document.test_saving import edit
document = Document.open(sys.argv[1])
edit(document, "fits")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
kept = 0
try:
    for number in range(200):
        edit(document, "x" * 2000)
        kept += 1
except Refused as refused:
    print(refused)
try:
    document.save()
except Refused as refused:
    print(refused)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
edit(document, "room again")
document.close()
print(kept + 2)
"""


def test_a_full_disk_is_told_and_loses_nothing(document: Document, tmp_path: Path) -> None:
    """First the session has no room left, then (with none at all) neither the document."""
    document.close()
    names = ["Visita"]
    for size in (400_000, 1):
        before = len(names)
        result = subprocess.run(
            [sys.executable, "-c", FULL_DISK, str(document.path), str(size)],
            capture_output=True,
            text=True,
            check=True,
        )
        *messages, kept = result.stdout.splitlines()
        assert len(messages) == (1 if size > 1 else 2), result
        assert "Nothing was changed" in messages[0]
        assert "Journey Editor keeps your work safe in this folder" in messages[0]
        assert all("sessions/" in message for message in messages)
        names = [touchpoint.name for touchpoint in saved(document.path).all(Touchpoint)]
        assert len(names) == before + int(kept)
        assert {"fits", "room again"} <= set(names)
    assert [path.name for path in tmp_path.iterdir()] == ["map.journey"]


NO_ROOM = """
import resource, sys
from pathlib import Path
from journeyeditor.document import Document
from journeyeditor.errors import Refused
from tests.acting import small_project
path = Path(sys.argv[1])
acts = [lambda: Document.open(path), lambda: Document.new(small_project(), {}, "Otro")]
for size in (1000, 100_000):  # less than a document, and less than a session of one
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    for act in acts:
        try:
            act()
        except Refused as refused:
            print(refused)
"""


def test_without_room_nothing_is_opened_or_made(document: Document) -> None:
    document.close()
    command = [sys.executable, "-c", NO_ROOM, str(document.path)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = result.stdout.splitlines()
    assert len(messages) == 4
    for message in messages:
        assert message.startswith(str(places.sessions()))
        assert "Journey Editor keeps your work safe in this folder" in message
    assert list(places.sessions().iterdir()) == list(places.drafts().iterdir()) == []
    assert [path.name for path in document.path.parent.iterdir()] == ["map.journey"]


def test_a_failing_rename_leaves_the_old_file(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = document.path.read_bytes()
    edited = edit(document)
    original = os.replace

    def replace(source: Path, target: Path) -> None:
        if target == document.path:
            raise PermissionError(13, "Permission denied")
        original(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(Refused, match="no permission"):
        document.save()
    assert document.path.read_bytes() == before
    assert sorted(p.name for p in document.path.parent.iterdir()) == [
        ".~lock.map.journey#",
        "map.journey",
    ]
    monkeypatch.undo()
    document.save()
    assert saved(document.path) == edited


def test_a_crash_between_replacing_and_noting_it_is_no_conflict(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = edit(document)
    [folder] = places.sessions().iterdir()
    original, notes = os.replace, list[bytes]()

    def replace(source: Path, target: Path) -> None:
        original(source, target)
        if target == document.path:
            notes.append((folder / "document").read_bytes())

    monkeypatch.setattr(os, "replace", replace)
    document.save()
    monkeypatch.undo()
    document.abandon()
    [as_it_was] = notes
    (folder / "document").write_bytes(as_it_was)
    assert recoverable_sessions() == []
    assert saved(document.path) == edited


def test_the_truth_about_what_nobody_foresaw_while_saving(
    document: Document, capsys: pytest.CaptureFixture[str]
) -> None:
    document.close()
    document = Document.open(document.path)
    [folder] = places.sessions().iterdir()
    edited = edit(document)
    whole = (folder / OPENING).read_bytes()
    with closing(sqlite3.connect(folder / OPENING)) as damaging:
        damaging.execute("UPDATE revision SET number = number + ?", (2**63 - 3,))
        damaging.commit()
    document.publish_soon()
    status = wait_for(document, lambda status: status.state is State.FAILED)
    assert "Your work is safe" in str(status.why)
    assert "OverflowError" in capsys.readouterr().err
    document.abandon()
    (folder / OPENING).write_bytes(whole)
    Document.recover(*recoverable_sessions()).close()
    assert saved(document.path) == edited


def test_a_disk_that_lies_about_the_session_is_told(document: Document) -> None:
    document.close()
    document = Document.open(document.path)
    [folder] = places.sessions().iterdir()
    edit(document)
    (folder / OPENING).write_bytes(b"nothing of it is left" * 100)
    with pytest.raises(Refused) as refused:
        document.save()
    assert (refused.value.what, refused.value.where) == (
        "What Journey Editor keeps there is damaged.",
        str(folder),
    )
    document.abandon()


def test_save_as_and_copies_do_not_touch_what_others_have_open(
    document: Document, tmp_path: Path
) -> None:
    other = Document.new(small_project(), {}, "Otro")
    other.save_as(tmp_path / "other.journey")
    theirs = other.path.read_bytes()
    for save in (document.save_as, document.save_copy):
        with pytest.raises(Locked):
            save(other.path)
    assert other.path.read_bytes() == theirs
    other.close()
    edit(document)
    old = document.path.read_bytes()
    document.save_copy(other.path)
    assert saved(other.path) == document.project
    document.save_as(other.path)
    assert document.path == other.path
    assert (tmp_path / "map.journey").read_bytes() == old
    document.close()


def test_a_file_remembers_where_it_comes_from(document: Document) -> None:
    document.close()
    for number in range(7):
        before = Lineage.of(document.path)
        document = Document.open(document.path)
        edit(document, str(number))
        document.save()
        edit(document, "more")
        document.close()
        after = Lineage.of(document.path)
        assert after.revisions[:-1] == before.revisions
        assert after.revisions[-1][2] == before.revisions[-1][1]
        assert after.ancestors[-1][0] == before.revisions[-1][1]
        assert after.ancestors[:-1] == before.ancestors[-KEPT_STATES + 1 :]
    assert len(after.ancestors) == KEPT_STATES
    assert document.project.info.uuid == small_project().info.uuid
