"""Writing a file so that its place holds the old one or the complete new one, never a part."""

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from journeyeditor.errors import Refused, refusing
from journeyeditor.translation import tr


class Cancelled(Exception):
    """The reader stopped an export; nothing was changed."""


def check_target(target: Path) -> None:
    """Look whether a file could be written there, before long work begins. Refused."""
    with refusing(target):
        _check(target)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file, replacing what is there once the new one is complete and on the disk.

    A symbolic link keeps leading to the file, which keeps its permissions. Refused.
    """
    with refusing(target):
        _check(target)
        real = Path(os.path.realpath(target))
        aside = real.with_name(f".~{secrets.token_hex(8)}.tmp")
        try:
            _write(aside, content, like=real)
            os.replace(aside, real)
        finally:
            aside.unlink(missing_ok=True)
        _sync_folder(real.parent)


def _check(target: Path) -> None:
    folder = Path(os.path.realpath(target)).parent
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
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
