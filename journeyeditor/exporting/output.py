"""Writing a file so that its place holds the old one or the complete new one, never a part."""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from journeyeditor.errors import Refused
from journeyeditor.translation import tr


class Cancelled(Exception):
    """The reader stopped an export; nothing was changed."""


def check_target(target: Path) -> None:
    """Look whether a file could be written there, before long work begins. Refused."""
    try:
        _check(target)
    except OSError as error:
        raise _refused(target, error) from error


def write_whole(target: Path, content: bytes) -> None:
    """Write a file, replacing what is there once the new one is complete and on the disk.

    A symbolic link keeps leading to the file, which keeps its permissions. Refused.
    """
    try:
        _check(target)
        real = Path(os.path.realpath(target))
        aside = real.with_name(f".~{secrets.token_hex(8)}.tmp")
        try:
            _write(aside, content, like=real)
            os.replace(aside, real)
        finally:
            aside.unlink(missing_ok=True)
        _sync_folder(real.parent)
    except OSError as error:
        raise _refused(target, error) from error


def _check(target: Path) -> None:
    folder = Path(os.path.realpath(target)).parent
    if not folder.is_dir():
        raise Refused(
            tr("There is no such folder."),
            where=str(folder),
            advice=tr("Make it, or choose another place."),
        )
    if target.is_dir():
        raise Refused(
            tr("This is a folder."),
            where=str(target),
            advice=tr("Name a file to write in it."),
        )
    if target.exists():
        if not stat.S_ISREG(target.stat().st_mode):
            raise Refused(
                tr("This is not a file that could be replaced."),
                where=str(target),
                advice=tr("Choose another place."),
            )
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _write(path: Path, content: bytes, like: Path) -> None:
    with open(path, "xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(OSError):  # a new file, or a file system without permissions
        os.chmod(path, stat.S_IMODE(like.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refused(target: Path, error: OSError) -> Refused:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            what, advice = tr("The disk is full."), tr("Make room, or choose another place.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            what = tr("You have no permission to write there.")
            advice = tr("Choose another place.")
        case errno.ENAMETOOLONG:
            what, advice = tr("The name is too long."), tr("Choose a shorter one.")
        case _:
            reason = error.strerror or type(error).__name__
            what = tr("The file can't be written ({reason}).", reason=reason)
            advice = tr("Choose another place.")
    return Refused(what, where=str(target), advice=advice)
