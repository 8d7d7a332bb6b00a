"""Publishing: putting a snapshot in the document's place, whole, and never over others' work."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from journeyeditor.errors import Refused, refusing
from journeyeditor.model.project import Project
from journeyeditor.storage.fetching import Fingerprint, identity_of
from journeyeditor.storage.files import (
    copy_into,
    needing,
    open_regular,
    sha256_of,
    sync_folder,
    write_protected,
)
from journeyeditor.storage.folder import SessionFolder
from journeyeditor.storage.lineage import Lineage
from journeyeditor.storage.locks import Lock, lock_path
from journeyeditor.storage.note import Note
from journeyeditor.storage.places import extended, unused
from journeyeditor.storage.reading import read_own
from journeyeditor.storage.writing import state_of, write_document
from journeyeditor.translation import tr


class Publication:
    """The way from snapshots to one document. For one thread at a time.

    `path` is where the document is, `published` the revision that was last put there. Where
    another program changed it, ours goes to a copy beside it, which is the document from then on,
    and `conflict` its path. `remade` tells that the file was gone, and the last publication made
    it again.
    """

    def __init__(
        self,
        folder: SessionFolder,
        opening: Project,
        path: Path,
        published: int,
        fingerprint: Fingerprint,
        lock: Lock | None,
    ) -> None:
        """`published` is the revision that the file at `path` holds. Refused."""
        self.path = path
        self.published = published
        self.conflict: Path | None = None
        self.remade = False
        self._folder = folder
        self._opening = opening
        self._lineage: Lineage | None = None
        self._fingerprint = fingerprint
        self._coming = ""
        self._lock = lock
        with contextlib.suppress(OSError):  # of a process that was killed while publishing
            _temporary(path).unlink(missing_ok=True)
        self._note()

    def publish(self, project: Project, revision: int) -> None:
        """Put a snapshot in the document's place. Refused, and the document is as before."""
        with self._built(project) as built:
            self._replace(built, revision)

    def copy(self, project: Project, target: Path) -> None:
        """Put a snapshot at another path. Refused."""
        with self._built(project) as built:
            put(built, target)

    def move(self, project: Project, revision: int, target: Path) -> None:
        """Put a snapshot at another path, which is the document from then on.

        Locked where somebody has that one open, Refused.
        """
        lock = take_lock(target)
        try:
            with self._built(project) as built:
                fingerprint = put(built, target)
        except Refused:
            release_lock(lock)
            raise
        release_lock(self._lock)
        self.path, self.published, self.conflict = target, revision, None
        self._lock, self._fingerprint = lock, fingerprint
        self._note()

    def intact(self) -> bool:
        """Whether the file is what was last published. OSError."""
        if identity_of(os.stat(self.path)) == self._fingerprint.identity:
            return True
        # A replacement may have succeeded and only the step after it failed.
        return sha256_of(self.path) in (self._fingerprint.sha256, self._coming)

    def close(self) -> None:
        """Give back the document's lock."""
        release_lock(self._lock)
        self._lock = None

    @contextlib.contextmanager
    def _built(self, project: Project) -> Iterator[Path]:
        """A document file made of a snapshot, read back and found equal to it."""
        built = self._folder.path / "publishing.journey"
        try:
            with needing(self._folder.path):
                built.unlink(missing_ok=True)
                write_document(built, project, self._folder.assets.read, self._parents())
                same = read_own(built) == project
            if not same:
                raise not_made(self.path)
            yield built
        except (ValueError, KeyError) as error:
            raise not_made(self.path) from error
        finally:
            with contextlib.suppress(OSError):
                built.unlink(missing_ok=True)

    def _parents(self) -> Lineage:
        if self._lineage is None:
            self._lineage = Lineage.of(self._folder.opening).opened(state_of(self._opening))
        return self._lineage

    def _replace(self, built: Path, revision: int) -> None:
        with refusing(self.path, _still_safe()), _beside(built, self.path) as (fresh, hash):
            target = self._target()
            if target != self.path:
                lock = take_lock(target)
                release_lock(self._lock)
                self.path, self.conflict, self._lock = target, target, lock
                self._fingerprint = NOTHING
            self._coming = hash
            self._note((revision, hash))
            self._fingerprint = _exchange(fresh, hash, target)
        self.published = revision
        self._note()

    def _target(self) -> Path:
        """The document's path, or a conflict copy's where another program changed it."""
        self.remade = False
        try:
            if self.intact():
                return self.path
        except FileNotFoundError:
            self.remade = self._fingerprint != NOTHING
            return self.path
        addition = tr(" (conflict {time})", time=f"{datetime.now():{_TIME}}")
        return unused(extended(self.path, addition))

    def _note(self, coming: tuple[int, str] | None = None) -> None:
        note = Note(os.fsencode(self.path), self.published, self._fingerprint.sha256, coming)
        with needing(self._folder.path):
            note.write(self._folder.path)


NOTHING = Fingerprint((0, 0, 0, 0, 0), "")
"""Of a file that was not yet put there."""

_TIME = "%Y-%m-%d %H.%M"


def put(source: Path, target: Path) -> Fingerprint:
    """Copy a file to a path, at once and synced; what is there is replaced. Refused."""
    with refusing(target), _beside(source, target) as (fresh, hash):
        return _exchange(fresh, hash, target)


def take_lock(document: Path) -> Lock | None:
    """The lock of a document; None where its folder takes none. Locked where others have it."""
    try:
        return Lock.take(lock_path(document), document)
    except OSError:
        return None


def release_lock(lock: Lock | None) -> None:
    """Give a document's lock back, if there is one."""
    if lock is not None:
        lock.release()


def not_made(path: Path) -> Refused:
    """The refusal where the program itself fails to make a file."""
    what = tr("Something went wrong inside the program while it saved.")
    return Refused(what, where=str(path), advice=_still_safe())


def _still_safe() -> str:
    return tr(
        "Your work is safe on this computer, and is saved there as soon as that is possible."
        " “Save as…” puts it elsewhere."
    )


def _exchange(fresh: Path, hash: str, target: Path) -> Fingerprint:
    os.replace(fresh, target)
    sync_folder(target.parent)
    return Fingerprint(identity_of(os.stat(target)), hash)


@contextlib.contextmanager
def _beside(source: Path, target: Path) -> Iterator[tuple[Path, str]]:
    """A synced copy of a file in the target's folder, with the target's permissions; its hash."""
    if write_protected(target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    fresh = _temporary(target)
    fresh.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        with (
            open(open_regular(source), "rb") as old,
            open(os.open(fresh, flags, 0o666), "wb") as new,
        ):
            hash = copy_into(old.fileno(), source, new.fileno())
            _like(target, new.fileno())
        yield fresh, hash
    finally:
        fresh.unlink(missing_ok=True)


def _temporary(target: Path) -> Path:
    return target.with_name(f".~{sha256(os.fsencode(target.name)).hexdigest()[:16]}.tmp")


def _like(target: Path, descriptor: int) -> None:
    """Give a file the permissions, and where possible the owner, of the one that it replaces."""
    try:
        status = os.stat(target)
    except FileNotFoundError:
        return
    with contextlib.suppress(PermissionError):
        os.fchown(descriptor, status.st_uid, status.st_gid)
    with contextlib.suppress(PermissionError):
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
