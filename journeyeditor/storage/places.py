"""The folders on this computer that the program keeps things in."""

import os
import re
import unicodedata
from pathlib import Path

import platformdirs
import unicode_segmentation_rs as segmentation

from journeyeditor.storage.files import make_folder, needing
from journeyeditor.translation import tr

SUFFIX = ".journey"
LONGEST_NAME = 255
"""Bytes of a file's name that every system takes."""

_APPLICATION = "journeyeditor"
_PARTLY = re.compile("[\ud800-\udfff]")
"""Bytes of a name that is not text, as Python keeps them."""

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
    with needing(folder):
        make_folder(folder)
    return folder


def file_stem(name: str) -> str:
    """A project's name as a file name without its ending: safe everywhere, 60 characters."""
    text = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", name))
    return " ".join(text.split())[:60].strip(". ") or tr("Untitled")


def unused(path: Path) -> Path:
    """The path, or the next one with a number that does not exist: "name 2.journey"."""
    candidate, number = path, 1
    while os.path.lexists(candidate):
        number += 1
        candidate = extended(path, f" {number}")
    return candidate


def extended(path: Path, addition: str) -> Path:
    """The path with something added to its stem, which is shortened where that gets too long.

    No letter is cut in two.
    """
    room = LONGEST_NAME - len(os.fsencode(addition + path.suffix))
    stem, letters = path.stem, segmentation.graphemes(_PARTLY.sub("?", path.stem), True)
    while len(os.fsencode(stem)) > room:
        stem = stem[: -len(letters.pop())]
    return path.with_name(stem + addition + path.suffix)
