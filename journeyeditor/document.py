"""The open document: the one place through which a project changes.

Every change is committed to a private session before `perform` returns, and published to the
file at the document's path in the background. Use a document from one thread; its listeners are
called there, except those of the status.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from journeyeditor.errors import Refused
from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project, StaleChange
from journeyeditor.storage.assets import Assets
from journeyeditor.storage.codec import Invalid
from journeyeditor.storage.files import write_protected
from journeyeditor.storage.leftovers import Leftover, discard, resumable_session
from journeyeditor.storage.locks import Locked, NotEditable
from journeyeditor.storage.places import is_draft
from journeyeditor.storage.references import check_change
from journeyeditor.storage.status import State, Status, StatusListener
from journeyeditor.translation import tr

if TYPE_CHECKING:
    from journeyeditor.storage.opening import Editing, Opened

# What opens documents is imported when one is: it takes SQLAlchemy, a quarter of a second.

Listener = Callable[[Change, Project, Project], None]
"""Told of each change, with the project before and after it."""


class Document:
    """A project, its history, and the file that it is saved in."""

    def __init__(self, opened: "Opened") -> None:
        """Use `open`, `new` or `recover`."""
        self._project = opened.project
        self._opened = opened
        self._listeners: list[Listener] = []
        self._sealed = True

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, read_only: bool = False) -> "Document":
        """Open the document at a path.

        After a crash it goes on with the history of its steps, if the file holds them all.
        Raises NotEditable where it can still be opened to be read: somebody has it open for
        editing, or it is write-protected; Refused where it can't be opened at all.
        """
        from journeyeditor.storage.opening import open_document

        if not read_only and write_protected(Path(path)):
            raise NotEditable(
                tr("The file is write-protected."),
                where=str(path),
                advice=tr("Open it read-only, or work on a copy."),
            )

        if not read_only and (left := resumable_session(Path(os.path.realpath(path)))):
            try:
                return cls.recover(left)
            except Locked:
                raise
            except Refused:
                discard(left)
        return cls(open_document(Path(path), read_only=read_only))

    @classmethod
    def new(cls, project: Project, assets: Mapping[str, bytes], name: str) -> "Document":
        """Make a document, a draft until `save_as` gives it a place. Refused.

        `assets` are the bytes that the project's records name, by SHA-256; `name` becomes the
        draft's file name.
        """
        from journeyeditor.storage.opening import new_document

        return cls(new_document(project, assets, name))

    @classmethod
    def recover(cls, leftover: Leftover, to: str | os.PathLike[str] | None = None) -> "Document":
        """Go on with what a crash left behind, with all its steps.

        It's saved in its document, or in a new one at `to`. Where its document was changed
        meanwhile, it goes to a conflict copy. Raises Locked, Refused.
        """
        from journeyeditor.storage.opening import recover_session

        return cls(recover_session(leftover, Path(to) if to is not None else None))

    # What it is

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._project

    @property
    def assets(self) -> Assets:
        """The bytes of its pictures."""
        return self._opened.folder.assets

    @property
    def path(self) -> Path:
        """The file; it may change by `save_as`, or when there is a conflict."""
        editing = self._opened.editing
        return editing.publisher.publication.path if editing else self._opened.path

    @property
    def is_draft(self) -> bool:
        """Whether it lies in the drafts folder, so that nobody has chosen its place yet."""
        return is_draft(self.path)

    @property
    def read_only(self) -> bool:
        """Whether it can't be edited."""
        return self._opened.editing is None

    # Editing

    def perform(self, change: Change) -> None:
        """Do a change, all or nothing. Refused, and nothing has changed.

        Where it has the merge key of the last step, and neither `seal` nor undo nor redo came
        between them, the two become one step. A mistake of a listener is reported as one that
        nobody caught; the change is done.
        """
        session = self._editing().session
        if not change.after:
            return
        after = self._applied(change)
        last = session.step(session.applied) if self._may_merge(change) else None
        if last is not None and last.merge_key == change.merge_key:
            whole = last.then(change)
            session.amend(change, whole)
            self._sealed = not whole.after
        else:
            session.append(change)
            self._sealed = False
        self._advance(change, after)

    def undo(self) -> Change | None:
        """Take back the last step; the change that did it, None where there is none. Refused."""
        session = self._editing().session
        if session.applied == 0:
            return None
        return self._move(session.step(session.applied).inverse(), session.applied - 1)

    def redo(self) -> Change | None:
        """Do the last undone step again; the change, None where there is none. Refused."""
        session = self._editing().session
        if session.applied == session.count:
            return None
        return self._move(session.step(session.applied + 1), session.applied + 1)

    def revert(self) -> None:
        """Go back to the state at opening, as one step that can be undone. Refused."""
        label = Label("Revert to the state at opening")
        self.perform(_difference(self.project, self._opened.opening, label))

    def seal(self) -> None:
        """End merging: the next change is a step of its own."""
        self._sealed = True

    @property
    def undo_label(self) -> Label | None:
        """The name of the step that `undo` would take back."""
        editing = self._opened.editing
        if editing is None or editing.session.applied == 0:
            return None
        return editing.session.step(editing.session.applied).label

    @property
    def redo_label(self) -> Label | None:
        """The name of the step that `redo` would do."""
        editing = self._opened.editing
        if editing is None or editing.session.applied == editing.session.count:
            return None
        return editing.session.step(editing.session.applied + 1).label

    @property
    def history(self) -> tuple[Label, ...]:
        """The names of the steps that are done, the first one first. Refused."""
        editing = self._opened.editing
        return editing.session.labels(1, editing.session.applied) if editing else ()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener of each change; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # Saving

    @property
    def revision(self) -> int:
        """How often the project has changed since it was opened."""
        editing = self._opened.editing
        return editing.session.revision if editing else 0

    @property
    def status(self) -> Status:
        """Whether the file holds every edit, as it was when last looked at."""
        editing = self._opened.editing
        return editing.publisher.status if editing else Status(State.SAVED)

    def subscribe_status(self, listener: StatusListener) -> Callable[[], None]:
        """Tell a listener when the status changes, on any thread; returns how to stop that."""
        editing = self._opened.editing
        return editing.publisher.subscribe(listener) if editing else lambda: None

    def publish_soon(self, *, asked: bool = False) -> None:
        """Look at the file in the background, and save what it lacks without awaiting a pause.

        Where it is gone it's made again; where another program changed it the status says so.
        `asked`: the status is told afterwards even if it is the same.
        """
        if self._opened.editing:
            self._opened.editing.publisher.soon(asked=asked)

    def save(self) -> None:
        """Save before this returns: beside the file where another program changed it. Refused."""
        self._editing().publisher.now()

    def save_as(self, path: str | os.PathLike[str]) -> None:
        """Save at another path, which is the document's from then on. Locked, Refused.

        What is there is replaced; a draft leaves the drafts folder.
        """
        publisher = self._editing().publisher
        old, target = self.path, Path(os.path.realpath(path))
        if target == old:
            self.save()
            return
        publisher.move(target)
        if is_draft(old):
            old.unlink(missing_ok=True)

    def save_copy(self, path: str | os.PathLike[str]) -> None:
        """Save a copy at another path. What is there is replaced. Locked, Refused."""
        from journeyeditor.storage.publishing import put, release_lock, take_lock

        target = Path(os.path.realpath(path))
        lock = take_lock(target)
        try:
            if self._opened.editing:
                self._opened.editing.publisher.copy(target)
            else:
                put(self._opened.folder.opening, target)
        finally:
            release_lock(lock)

    def as_file(self) -> bytes:
        """The document as it is now, as one whole file, to travel within another. Refused."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.journey"
            self.save_copy(copy)
            return copy.read_bytes()

    def close(self) -> None:
        """Save, and forget the session. Refused where saving fails, and it's still open."""
        editing = self._opened.editing
        if editing:
            if editing.session.revision:
                editing.publisher.now()
            editing.close()
        self._opened.folder.remove()

    def abandon(self) -> None:
        """Close without saving; the session is kept, and can be recovered."""
        if self._opened.editing:
            self._opened.editing.close()
            self._opened.folder.leave()
        else:
            self._opened.folder.remove()

    def forget(self) -> None:
        """Close without saving, and keep nothing of what was not saved."""
        if self._opened.editing:
            self._opened.editing.close()
        self._opened.folder.remove()

    # How it's done

    def _editing(self) -> "Editing":
        if self._opened.editing is None:
            raise Refused(
                tr("The file is open to be read only."),
                where=str(self.path),
                advice=tr("Save a copy of it and open that."),
            )
        return self._opened.editing

    def _applied(self, change: Change) -> Project:
        """The project after a change that fits it. Refused."""
        try:
            after = self._project.apply(change)
            check_change(change, after, self.assets.has)
        except (StaleChange, Invalid, KeyError) as error:
            raise Refused(
                tr("The step does not fit the project as it is now."),
                advice=tr("Nothing was changed. Try it again."),
            ) from error
        return after

    def _may_merge(self, change: Change) -> bool:
        session = self._editing().session
        return bool(change.merge_key) and not self._sealed and 0 < session.applied == session.count

    def _move(self, change: Change, applied: int) -> Change:
        after = self._applied(change)
        self._editing().session.move(change, applied)
        self._sealed = True
        self._advance(change, after)
        return change

    def _advance(self, change: Change, after: Project) -> None:
        """Take over what the session has kept, and tell everybody."""
        editing = self._editing()
        before, self._project = self._project, after
        editing.publisher.offer(after, editing.session.revision)
        mistakes = []
        for listener in tuple(self._listeners):
            try:
                listener(change, before, after)
            except Exception as error:
                mistakes.append(error)
        for mistake in mistakes:
            sys.excepthook(type(mistake), mistake, mistake.__traceback__)


def _difference(before: Project, after: Project, label: Label) -> Change:
    """The change from one project to another."""
    old: dict[Id, Record] = {record.id: record for record in before}
    new: dict[Id, Record] = {record.id: record for record in after}
    changed = [id for id in {**old, **new} if old.get(id) != new.get(id)]
    return Change(label, {id: old.get(id) for id in changed}, {id: new.get(id) for id in changed})
