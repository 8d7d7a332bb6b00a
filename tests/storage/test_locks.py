"""Who has a document: one process at a time, and the dead have nothing."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from journeyeditor.document import Document
from journeyeditor.storage.locks import Holder, Lock, Locked, holder_of, lock_path
from tests.acting import small_project

RACE = """
import os, sys
from pathlib import Path
from journeyeditor.storage.locks import Lock, Locked
lock, rounds = Path(sys.argv[1]), int(sys.argv[2])
for number in range(rounds):
    print(flush=True)
    sys.stdin.readline()
    try:
        Lock.take(Path(f"{lock}{number}"), lock)
        print("taken", flush=True)
    except Locked:
        print("locked", flush=True)
sys.stdin.readline()
"""

KILLED = """
import os, signal, sys
from pathlib import Path
from journeyeditor.storage.locks import Lock
setattr(os, sys.argv[2], lambda *_: os.kill(os.getpid(), signal.SIGKILL))
Lock.take(Path(sys.argv[1]), Path(sys.argv[1]))
"""


@pytest.fixture
def dead() -> Holder:
    """A process of this computer that has ended."""
    result = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    present = Holder.present()
    return msgspec.structs.replace(present, pid=int(result.stdout), birth="long ago")


def test_a_lock_says_who_has_it(tmp_path: Path) -> None:
    path = lock_path(tmp_path / "map.journey")
    lock = Lock.take(path, tmp_path)
    assert path.name == ".~lock.map.journey#"
    holder = holder_of(path)
    assert holder is not None
    assert holder.pid == os.getpid()
    assert holder.alive()
    with pytest.raises(Locked) as locked:
        Lock.take(path, tmp_path)
    assert locked.value.holder == holder
    lock.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        ({}, True),
        ({"pid": os.getpid()}, True),
        ({"pid": os.getpid(), "birth": Holder.present().birth}, False),
        ({"machine": "another", "host": "another"}, False),
    ],
)
def test_only_the_lock_of_the_dead_is_taken_over(
    tmp_path: Path, dead: Holder, change: dict[str, object], taken: bool
) -> None:
    path = tmp_path / "lock"
    path.write_bytes(msgspec.json.encode(msgspec.structs.replace(dead, **change)))
    if taken:
        Lock.take(path, tmp_path).release()
    else:
        with pytest.raises(Locked):
            Lock.take(path, tmp_path)


@pytest.mark.parametrize("content", [b"", b"\xff", b"{}", b'{"pid": "x"}'])
def test_a_lock_that_nobody_can_read_is_taken_over(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lock"
    path.write_bytes(content)
    Lock.take(path, tmp_path).release()


def test_a_lock_that_was_taken_over_is_not_released(tmp_path: Path) -> None:
    lock = Lock.take(tmp_path / "lock", tmp_path)
    (tmp_path / "lock").write_bytes(b"somebody else's")
    lock.release()
    assert (tmp_path / "lock").exists()


@pytest.mark.parametrize("stale", [False, True])
def test_two_processes_race_for_a_lock_and_one_gets_it(
    tmp_path: Path, dead: Holder, stale: bool
) -> None:
    rounds = 40
    if stale:
        for number in range(rounds):
            (tmp_path / f"lock{number}").write_bytes(msgspec.json.encode(dead))
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(tmp_path / "lock"), str(rounds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for number in range(rounds):
        for racer in racers:
            assert racer.stdout is not None
            racer.stdout.readline()
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write("go\n")
            racer.stdin.flush()
        results = sorted(racer.stdout.readline().strip() for racer in racers if racer.stdout)
        assert results == ["locked", "taken"], number
    for racer in racers:
        racer.communicate("end\n")
    assert len(list(tmp_path.iterdir())) == rounds


@pytest.mark.parametrize("moment", ["link", "unlink"])
def test_what_a_process_left_that_was_killed_goes_with_the_next_lock(
    tmp_path: Path, dead: Holder, moment: str
) -> None:
    path = lock_path(tmp_path / "map.journey")
    path.write_bytes(msgspec.json.encode(dead))
    if moment == "link":
        path.unlink()
    subprocess.run([sys.executable, "-c", KILLED, str(path), moment], check=False)
    assert len([each for each in tmp_path.iterdir() if each != path]) == 1
    Lock.take(path, tmp_path).release()
    assert list(tmp_path.iterdir()) == []


def test_what_is_beside_a_lock_and_not_of_the_dead_stays(tmp_path: Path, dead: Holder) -> None:
    path = lock_path(tmp_path / "map.journey")
    elsewhere = msgspec.structs.replace(dead, machine="another")
    stays = {
        f"{path.name}0123abcd": msgspec.json.encode(Holder.present()),
        f"{path.name}0123abce": msgspec.json.encode(elsewhere),
        f"{path.name}0123abcf": b"somebody's words",
        f"{path.name}copy": b"",
        f"{path.name}0123abcdef": b"",
        ".~lock.mapXjourney#0123abcd": b"",
    }
    for name, content in stays.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / f"{path.name}01234567").write_bytes(b"")
    Lock.take(path, tmp_path).release()
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == stays


def test_a_document_of_a_dead_process_opens(tmp_path: Path, dead: Holder) -> None:
    document = Document.new(small_project(), {}, "Mapa")
    document.save_as(tmp_path / "map.journey")
    document.close()
    lock_path(document.path).write_bytes(msgspec.json.encode(dead))
    Document.open(document.path).close()
    assert list(tmp_path.iterdir()) == [document.path]
