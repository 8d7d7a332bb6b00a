"""Files and folders: copying, hashing, replacing atomically, and what their errors mean."""

import contextlib
import errno
import hashlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from journeyeditor.errors import Refused, refusal, refusing
from journeyeditor.translation import tr

_CHUNK = 1 << 20
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}
_CODES = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
    sqlite3.SQLITE_LOCKED: errno.EBUSY,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.ENOENT,
}
"""What SQLite's errors about a disk are called by the operating system."""


@contextlib.contextmanager
def needing(folder: Path) -> Iterator[None]:
    """Turns errors of a private folder of the program, and of databases in it, into Refused."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise private_refusal(error, folder) from error


def private_refusal(error: OSError | sqlite3.Error, folder: Path) -> Refused:
    """What an error of a private folder, or of a database in it, means to a person."""
    if isinstance(error, sqlite3.Error):
        code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            return Refused(
                tr("What Journey Editor keeps there is damaged."),
                where=str(folder),
                advice=tr("Check that disk, and save your work elsewhere."),
            )
        error = OSError(code, os.strerror(code))
    advice = tr(
        "Journey Editor keeps your work safe in this folder: make sure that its disk has room"
        " and that it can be written to, and try again."
    )
    return refusal(error, folder, "" if error.errno == errno.EBUSY else advice)


def open_regular(path: Path) -> int:
    """A descriptor for reading a file that is neither device nor pipe. OSError, Refused."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise Refused(
        tr("It is a device or a pipe, not a file."),
        where=str(path),
        advice=tr("Choose a file."),
    )


def write_protected(path: Path) -> bool:
    """Whether a file is there that nobody, or not this user, may write. Root may not either."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    writable = mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) and os.access(path, os.W_OK)
    return stat.S_ISREG(mode) and not writable


def copy_into(source: int, origin: Path, target: int) -> str:
    """Copies from one descriptor to another and syncs; the SHA-256 of what was copied.

    Refused where `origin`, which `source` is open on, can't be read; OSError where the target
    can't be written.
    """
    digest = hashlib.sha256()
    while chunk := _read(source, origin):
        digest.update(chunk)
        view = memoryview(chunk)
        while view:
            view = view[os.write(target, view) :]
    os.fsync(target)
    return digest.hexdigest()


def _read(source: int, origin: Path) -> bytes:
    with refusing(origin):
        return os.read(source, _CHUNK)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a regular file, hexadecimal. OSError, Refused."""
    descriptor = open_regular(path)
    with open(descriptor, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_durably(path: Path, content: bytes) -> None:
    """A file with this content, there in full or not at all, and kept by a power cut. OSError."""
    temporary = path.with_name(f"{path.name}.new")
    with open(temporary, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """A folder, and those that it lies in, private and kept by a power cut. OSError."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Makes new names in a folder survive a power cut, where the file system can. OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)
