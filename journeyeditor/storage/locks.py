"""Lock files: who has a document or a session open.

A lock is advice to people and to other running editors. What guarantees that nothing is
overwritten is the comparison before each publication.
"""

import contextlib
import getpass
import os
import platform
import re
import secrets
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from journeyeditor.errors import Refused
from journeyeditor.translation import tr

_LONGEST_NAME = 200
"""Bytes of a document's name that still has room for what a lock's name adds."""

_PATIENCE = 3
"""How often a lock is tried for that others release or take at the same moment."""


class Holder(msgspec.Struct, frozen=True):
    """The process that holds a lock.

    `birth` tells it from a later one with the same number, `machine` this computer from others
    (its `host` name may change).
    """

    user: str
    host: str
    machine: str
    pid: int
    birth: str
    since: str

    @classmethod
    def present(cls) -> "Holder":
        """This process."""
        pid = os.getpid()
        return cls(_user(), platform.node(), _machine(), pid, _birth(pid), _now())

    def alive(self) -> bool:
        """Whether the process still runs; presumed of one on another computer."""
        if self.machine != _machine():
            return True
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            pass
        return _birth(self.pid) == self.birth

    def describe(self) -> str:
        """Who has the file open since when, to a person."""
        who = f"{self.user} ({self.host})" if self.user else self.host
        try:
            time = tr.moment(datetime.fromisoformat(self.since).astimezone())
        except ValueError:  # another program's words
            time = self.since
        return tr("The file is already open: {who}, since {time}.", who=who, time=time)


class NotEditable(Refused):
    """A document can't be edited now. It can be read, or a copy be opened."""


class Locked(NotEditable):
    """Somebody else has it open; `holder` says who."""

    def __init__(self, path: Path, holder: Holder, lock: Path) -> None:
        super().__init__(
            holder.describe(),
            where=str(path),
            advice=tr("Close it there, open it read-only, or work on a copy."),
        )
        self.holder = holder
        self.lock = lock


class Lock:
    """A lock file that this process holds."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        self._content = content

    @classmethod
    def take(cls, path: Path, subject: Path) -> "Lock":
        """Lock `subject` by a file at `path`. Locked where a running process has it, OSError.

        The lock of a process that has died is taken over.
        """
        content = msgspec.json.encode(Holder.present())
        for _ in range(_PATIENCE):
            try:
                _create(path, content)
            except FileExistsError:
                _clear_if_stale(path, subject)
            else:
                _clear_asides(path)
                return cls(path, content)
        raise FileExistsError(path)

    def release(self) -> None:
        """Give it back, unless somebody else took it meanwhile."""
        with contextlib.suppress(OSError):
            if self.path.read_bytes() == self._content:
                self.path.unlink()


def lock_path(document: Path) -> Path:
    """Where the lock of a document lies."""
    name = document.name
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = sha256(os.fsencode(name)).hexdigest()
    return document.with_name(f".~lock.{name}#")


def holder_of(path: Path) -> Holder | None:
    """Who a lock file names; None where there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return None


def _create(path: Path, content: bytes) -> None:
    """The lock file, complete from its first moment: written aside, then given its name."""
    aside = _aside(path)
    try:
        aside.write_bytes(content)
        try:
            os.link(aside, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without links, as on a stick
            with open(path, "xb") as file:
                file.write(content)
    finally:
        aside.unlink(missing_ok=True)


def _clear_if_stale(path: Path, subject: Path) -> None:
    """Removes the lock of a dead process; Locked where it lives."""
    holder = holder_of(path)
    if holder is not None and holder.alive():
        raise Locked(subject, holder, path)
    moved = _aside(path)
    try:
        os.rename(path, moved)
    except FileNotFoundError:
        return
    found = holder_of(moved)
    if found != holder and found is not None:
        # Another process cleared the stale lock first, and this is its new one.
        os.rename(moved, path)
        raise Locked(subject, found, path)
    moved.unlink(missing_ok=True)


def _aside(path: Path) -> Path:
    """A name beside a lock's, for the moment in which it's taken or cleared."""
    return path.with_name(path.name + secrets.token_hex(4))


def _clear_asides(path: Path) -> None:
    """Removes what processes left that were killed while they took this lock or cleared it.

    An empty one may be of a process that is only about to fill it: that goes on without it, and
    finds the lock taken.
    """
    ours = re.compile(re.escape(path.name) + "[0-9a-f]{8}")
    with contextlib.suppress(OSError):
        for aside in [each for each in path.parent.iterdir() if ours.fullmatch(each.name)]:
            holder = holder_of(aside)
            left = aside.stat().st_size == 0 if holder is None else not holder.alive()
            if left:
                aside.unlink(missing_ok=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="minutes")


@cache
def _machine() -> str:
    """What tells this computer from others."""
    try:
        return Path("/etc/machine-id").read_text("ascii").strip() or platform.node()
    except (OSError, ValueError):
        return platform.node()


def _birth(pid: int) -> str:
    """When a process began, in the system's own words; empty if it ended or that's not known."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return ""
    state, started = fields[0], fields[19]
    return "" if state in "ZX" else f"{boot} {started}"
