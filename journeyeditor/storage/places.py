"""The folders on this computer that the program keeps things in."""

import re
import unicodedata
from pathlib import Path

import platformdirs

from journeyeditor.storage.files import refusing
from journeyeditor.translation import tr

SUFFIX = ".journey"
_APPLICATION = "journeyeditor"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


def sessions() -> Path:
    """One folder for each document that is, or was when the program ended badly, being edited."""
    return _made(Path(platformdirs.user_state_dir(_APPLICATION, appauthor=False)) / "sessions")


def trash() -> Path:
    """Sessions that somebody discarded."""
    return _made(Path(platformdirs.user_state_dir(_APPLICATION, appauthor=False)) / "trash")


def drafts() -> Path:
    """New projects that were not yet saved elsewhere."""
    return _made(Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)) / "drafts")


def is_draft(path: Path) -> bool:
    """Whether a document lies in the drafts folder."""
    return path.parent == drafts().resolve()


def _made(folder: Path) -> Path:
    with refusing(folder, tr("The program needs this folder to keep your work safe.")):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def file_stem(name: str) -> str:
    """A project's name as a file name without its ending: safe everywhere, 60 characters."""
    text = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", name))
    return " ".join(text.split())[:60].strip(". ") or tr("Untitled")


def unused(path: Path) -> Path:
    """The path, or the next one with a number that does not exist: "name 2.journey"."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem} {number}{path.suffix}")
    return candidate
