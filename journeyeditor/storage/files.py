"""Files and folders: copying, hashing, replacing atomically, and what errors mean to a person."""

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from journeyeditor.errors import Refused
from journeyeditor.translation import tr

_CHUNK = 1 << 20
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM}


def reason(error: OSError) -> str:
    """What an error of the operating system means to a person, as a sentence."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return tr("There is no space left there.")
        case errno.EACCES | errno.EPERM:
            return tr("You have no permission for it.")
        case errno.EROFS:
            return tr("That place can only be read.")
        case errno.ENOENT | errno.ENOTDIR:
            return tr("There is no such file or folder.")
        case errno.ENAMETOOLONG:
            return tr("The name is too long.")
        case errno.ELOOP:
            return tr("It is a link that leads back to itself.")
        case errno.EISDIR:
            return tr("It is a folder, not a file.")
        case _:
            return tr("The computer says: {error}.", error=error.strerror or type(error).__name__)


@contextlib.contextmanager
def refusing(place: Path | str, advice: str = "") -> Iterator[None]:
    """Turns errors of the operating system into Refused, saying which place it is about."""
    try:
        yield
    except OSError as error:
        raise Refused(reason(error), where=str(place), advice=advice) from error


def open_regular(path: Path) -> int:
    """A descriptor for reading a file that is neither device nor pipe. OSError, Refused."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise Refused(tr("That is not a file that holds a project."), where=str(path))


def copy_into(source: int, target: int) -> str:
    """Copies from one descriptor to another and syncs; the SHA-256 of what was copied. OSError."""
    digest = hashlib.sha256()
    while chunk := os.read(source, _CHUNK):
        digest.update(chunk)
        view = memoryview(chunk)
        while view:
            view = view[os.write(target, view) :]
    os.fsync(target)
    return digest.hexdigest()


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
