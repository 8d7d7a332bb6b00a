"""A private copy of a file that anybody may have made, to look at without touching the original."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from journeyeditor.errors import Refused, refusing
from journeyeditor.model.project import Project
from journeyeditor.storage.codec import Invalid
from journeyeditor.storage.files import copy_into, needing, open_regular
from journeyeditor.storage.lineage import Lineage
from journeyeditor.storage.reading import (
    HEADER,
    damaged,
    read_document,
    update_document,
    version_of,
)
from journeyeditor.storage.writing import digest_of
from journeyeditor.translation import tr

Identity = tuple[int, int, int, int, int]
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


@dataclass(frozen=True)
class Fingerprint:
    """What tells a file's present content from any other: where and when it was written, a hash."""

    identity: Identity
    sha256: str


def identity_of(status: os.stat_result) -> Identity:
    """Device, number, size and times: while these stay, nobody has written to a file."""
    return (
        status.st_dev,
        status.st_ino,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
    )


def real_path(path: Path) -> Path:
    """Where a path leads, through all links. Refused where it leads nowhere."""
    with refusing(path):
        return Path(os.path.realpath(path, strict=True))


def fetch(path: Path, copy: Path) -> Fingerprint:
    """Copy a document to `copy`, and bring that to today's format; the original's fingerprint.

    Only what the header tells is checked. Refused.
    """
    _check_neighbours(path)
    with refusing(path), open(open_regular(path), "rb") as file:
        source = file.fileno()
        before = os.fstat(source)
        version = version_of(os.pread(source, HEADER, 0), before.st_size, path)
        with needing(copy.parent), open(os.open(copy, _NEW, 0o600), "wb") as target:
            sha256 = copy_into(source, path, target.fileno())
        after = os.fstat(source)
    # Another file in its place does no harm to this copy, other bytes in it do.
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise Refused(
            tr("Another program is writing to the file."),
            where=str(path),
            advice=tr("Wait until it has finished, and try again."),
        )
    update_document(copy, path, version)
    return Fingerprint(identity_of(before), sha256)


def check_document(path: Path) -> Project:
    """The project of a document that is whole, and unchanged since it was published. Refused."""
    path = real_path(path)
    with tempfile.TemporaryDirectory(prefix="journeyeditor-") as folder:
        copy = Path(folder) / "copy.journey"
        fetch(path, copy)
        project = read_document(copy, path)
        revisions = Lineage.of(copy).revisions
    if not revisions or revisions[-1][4] != digest_of(project):
        raise damaged(path) from Invalid("digest")
    return project


def _check_neighbours(path: Path) -> None:
    """A journal beside the file belongs to a half-done change of another program."""
    for ending in ("-journal", "-wal"):
        neighbour = path.with_name(path.name + ending)
        if os.path.exists(neighbour):  # also where that name would be too long
            raise Refused(
                tr("Another program was interrupted while it changed the file."),
                where=str(path),
                advice=tr("Move “{name}” away, or use a backup.", name=neighbour.name),
            )
