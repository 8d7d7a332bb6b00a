"""Sessions that a crash left behind: what can be recovered, and what is thrown away when.

Knows nothing of SQLAlchemy, since the start page asks at every start.
"""

import contextlib
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from journeyeditor.storage import places
from journeyeditor.storage.files import needing
from journeyeditor.storage.folder import DATABASE, OWNER
from journeyeditor.storage.locks import holder_of
from journeyeditor.storage.note import Note

TRASH_DAYS = 7
"""Days for which a discarded session, or one whose edits are all saved, is kept."""

_DAY = 24 * 60 * 60
_UNFINISHED_AFTER = 60 * 60
_UNREADABLE = (OSError, sqlite3.Error, msgspec.MsgspecError, ValueError)
_PROGRESS = "SELECT revision, time, (SELECT name FROM project_info) FROM progress"


@dataclass(frozen=True)
class Leftover:
    """A session: one that a process left when it died, or that is open at this moment.

    `name` is the project's, `path` where its document is or was, `edited` the time of the last
    edit, `edits` how many changes were made, `steps` how many of them the document lacks: all,
    where the file there is not the one that the session left.
    """

    folder: Path
    name: str
    path: Path
    edited: datetime
    edits: int
    steps: int


def recoverable_sessions() -> list[Leftover]:
    """The sessions with edits that their document lacks, the latest first.

    Those without any are removed on the way, and old trash is emptied. Refused.
    """
    _empty_trash()
    leftovers = []
    for leftover in _leftovers():
        if leftover.steps:
            leftovers.append(leftover)
        elif not leftover.edits or _old(leftover.folder):
            shutil.rmtree(leftover.folder, ignore_errors=True)
    return sorted(leftovers, key=lambda leftover: leftover.edited, reverse=True)


def resumable_session(path: Path) -> Leftover | None:
    """The session that a crash left of the document at a path, which holds all its edits.

    To go on with it keeps the history of its steps. Refused.
    """
    fits = [one for one in _leftovers() if one.path == path and one.edits and not one.steps]
    return max(fits, key=lambda leftover: leftover.edited, default=None)


def unsaved_steps(path: Path) -> int:
    """How many edits of a document that an editor has open now its file lacks. Refused."""
    steps = 0
    for folder in places.sessions().iterdir():
        with contextlib.suppress(*_UNREADABLE):
            if _is_open(folder) and (session := _read(folder, "ro")).path == path:
                steps += session.steps
    return steps


def _leftovers() -> Iterator[Leftover]:
    for folder in places.sessions().iterdir():
        if _is_open(folder):
            continue
        try:
            yield _read(folder, "rw")
        except _UNREADABLE:
            _remove_unfinished(folder)


def _is_open(folder: Path) -> bool:
    holder = holder_of(folder / OWNER)
    return holder is not None and holder.alive()


def discard(leftover: Leftover) -> None:
    """Move a session to the trash, where it is kept for `TRASH_DAYS` days. Refused."""
    target = places.trash() / leftover.folder.name
    with needing(leftover.folder):
        os.replace(leftover.folder, target)
        os.utime(target)


def _read(folder: Path, mode: str) -> Leftover:
    """What a session's folder tells; "rw" rolls back what a crash left half done there."""
    note = Note.read(folder).settled()
    uri = f"{(folder / DATABASE).as_uri()}?mode={mode}"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        revision, edited, name = connection.execute(_PROGRESS).fetchone()
    return Leftover(
        folder=folder,
        name=name or note.file.stem,
        path=note.file,
        edited=datetime.fromisoformat(edited),
        edits=revision,
        steps=revision - note.revision if note.holds() else revision,
    )


def _remove_unfinished(folder: Path) -> None:
    """A session that never came to be edited; a young one may just be made."""
    made = time.time() - folder.stat().st_mtime
    if not (folder / DATABASE).exists() and made > _UNFINISHED_AFTER:
        shutil.rmtree(folder, ignore_errors=True)


def _empty_trash() -> None:
    for folder in places.trash().iterdir():
        if _old(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _old(folder: Path) -> bool:
    return time.time() - folder.stat().st_mtime > TRASH_DAYS * _DAY
