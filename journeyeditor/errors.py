"""The one exception that carries a message to a person, and how the system's errors become one."""

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from journeyeditor.translation import tr


class Refused(Exception):
    """Something outside the program that it cannot work with: a file, a place, an input.

    Holds three translated sentences: what is wrong, where, and what to do next. Nothing was
    changed when it is raised.
    """

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(what, where, advice)
        self.what = what
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        """All three on one line, as the command line prints them."""
        place = f"{self.where}: " if self.where else ""
        return " ".join(f"{place}{self.what} {self.advice}".split())


@contextlib.contextmanager
def refusing(place: Path | str, advice: str = "") -> Iterator[None]:
    """Turns errors of the operating system into Refused; `place` and `advice` as `refusal`'s."""
    try:
        yield
    except OSError as error:
        raise refusal(error, place, advice) from error


def refusal(error: OSError, place: Path | str, advice: str = "") -> Refused:
    """What an error of the operating system means to a person.

    `place` is the file or folder that it is about, `advice` what to do where the usual (another
    name, another place) does not fit.
    """
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and not Path(place).parent.is_dir():
        place, what, usual = _missing_folder(Path(place))
    else:
        what, usual = _meaning(error)
    return Refused(what, where=str(place), advice=advice or usual)


def _missing_folder(place: Path) -> tuple[Path, str, str]:
    what, usual = tr("There is no such folder."), tr("Check its name, or make it.")
    return place.parent, what, usual


def _meaning(error: OSError) -> tuple[str, str]:
    """What has happened, and what usually helps."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return tr("There is no space left there."), tr("Make room, or choose another place.")
        case errno.EACCES | errno.EPERM:
            what = tr("You have no permission for it.")
            return what, tr("Change the permissions there, or choose another place.")
        case errno.EROFS:
            return tr("That place can only be read."), tr("Choose another place.")
        case errno.ENOENT | errno.ENOTDIR:
            return tr("There is no such file."), tr("Check its name and folder.")
        case errno.ENAMETOOLONG:
            return tr("The name is too long."), tr("Choose a shorter one.")
        case errno.ELOOP:
            return tr("It is a link that leads back to itself."), tr("Choose another file.")
        case errno.EISDIR:
            return tr("It is a folder, not a file."), tr("Choose a file.")
        case errno.EBUSY | errno.ETXTBSY | errno.EAGAIN:
            return tr("Another program is using it."), tr("Close it there, and try again.")
        case errno.EIO | errno.ENXIO | errno.ENODEV | errno.ESTALE | errno.ETIMEDOUT:
            what = tr("The disk, or the connection to it, fails.")
            return what, tr("Check that it is connected, or choose another place.")
        case _:
            code = errno.errorcode.get(error.errno or 0, type(error).__name__)
            return tr("The computer refuses it ({code}).", code=code), tr("Choose another place.")
