"""Opening, making and recovering documents: the parts that a `Document` then works with."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from journeyeditor.errors import Refused
from journeyeditor.model.project import Project
from journeyeditor.storage.codec import Invalid
from journeyeditor.storage.connections import cause_of
from journeyeditor.storage.fetching import Fingerprint, fetch, real_path
from journeyeditor.storage.files import needing, private_refusal
from journeyeditor.storage.folder import SessionFolder
from journeyeditor.storage.leftovers import Leftover
from journeyeditor.storage.lineage import Lineage
from journeyeditor.storage.note import Note
from journeyeditor.storage.places import SUFFIX, drafts, file_stem, unused
from journeyeditor.storage.publisher import Publisher
from journeyeditor.storage.publishing import Publication, put, release_lock, take_lock
from journeyeditor.storage.reading import read_document, read_own
from journeyeditor.storage.session import Session
from journeyeditor.storage.writing import write_document
from journeyeditor.translation import tr


@dataclass(frozen=True)
class Editing:
    """What a document that can be changed has beside its folder."""

    session: Session
    publisher: Publisher

    def close(self) -> None:
        """Let go of the session's database and of the document."""
        self.publisher.stop()
        self.session.close()


@dataclass(frozen=True)
class Opened:
    """An open document's parts. `opening` is its project when it was opened.

    `editing` is None for one that can only be read.
    """

    path: Path
    folder: SessionFolder
    opening: Project
    project: Project
    editing: Editing | None


def open_document(path: Path, *, read_only: bool) -> Opened:
    """Open the document at a path. Locked where others have it open for editing, Refused."""
    path = real_path(path)
    with contextlib.ExitStack() as undo:
        folder = SessionFolder.create()
        undo.callback(folder.remove)
        lock = None if read_only else take_lock(path)
        undo.callback(release_lock, lock)
        fingerprint = fetch(path, folder.opening)
        project = read_document(folder.opening, path)
        editing = None
        if not read_only:
            with _needing(folder):
                session = Session.start(folder.database, folder.opening)
            publication = Publication(folder, project, path, 0, fingerprint, lock)
            editing = Editing(session, Publisher(publication, project, 0))
        undo.pop_all()
    return Opened(path, folder, project, project, editing)


def new_document(project: Project, assets: Mapping[str, bytes], name: str) -> Opened:
    """Make a draft that holds a project. Refused.

    `assets` are the bytes that its records name, by SHA-256; `name` becomes the file's.
    """
    path = unused(drafts().resolve() / (file_stem(name) + SUFFIX))
    folder = SessionFolder.create()
    try:
        with needing(folder.path):
            write_document(folder.opening, project, assets.__getitem__, Lineage())
            if read_own(folder.opening) != project:
                raise Invalid("project")
        put(folder.opening, path)
    except (ValueError, KeyError) as error:
        what = tr("The project holds values that can't be kept.")
        raise Refused(what, where=name, advice=tr("Begin with something else.")) from error
    finally:
        folder.remove()
    try:
        return open_document(path, read_only=False)
    except Refused:
        path.unlink(missing_ok=True)
        raise


def recover_session(leftover: Leftover, to: Path | None) -> Opened:
    """Go on with a session that a crash left behind, with all its steps.

    Its edits are saved in its document, or, with `to`, in a new one there. Locked where others
    have the document or the session, Refused.
    """
    with contextlib.ExitStack() as undo:
        folder = SessionFolder.claim(leftover.folder)
        undo.callback(folder.leave)
        with _needing(folder):
            note = Note.read(folder.path).settled()
            session = Session(folder.database)
            undo.callback(session.close)
            project = session.project()
            opening = read_own(folder.opening)
        path = note.file
        lock = take_lock(path) if to is None else None
        undo.callback(release_lock, lock)
        known = Fingerprint(_UNKNOWN, note.sha256)
        publication = Publication(folder, opening, path, note.revision, known, lock)
        if to is not None:
            publication.move(project, session.revision, Path(os.path.realpath(to)))
        editing = Editing(session, Publisher(publication, project, session.revision))
        undo.pop_all()
    editing.publisher.soon()
    return Opened(publication.path, folder, opening, project, editing)


_UNKNOWN = (0, 0, 0, 0, 0)
"""No file's identity: its hash is compared."""


@contextlib.contextmanager
def _needing(folder: SessionFolder) -> Iterator[None]:
    """Turns what is wrong with a session into Refused."""
    try:
        with needing(folder.path):
            yield
    except DBAPIError as error:
        raise private_refusal(cause_of(error), folder.path) from error
    except (SQLAlchemyError, ValueError, msgspec.MsgspecError) as error:
        raise Refused(
            tr("What was kept of your work is damaged."),
            where=str(folder.path),
            advice=tr("Open the file itself. This folder stays as it is."),
        ) from error
