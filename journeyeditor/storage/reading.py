"""Reading a document that anybody may have made: a project, or one Refused.

The file is never trusted. It is read in a private copy, without write access, within limits of
size and time; its schema must be ours to the letter, which keeps out triggers, views and virtual
tables; every value is checked.
"""

import contextlib
import hashlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from journeyeditor.errors import Refused
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.model.records import KINDS, Asset
from journeyeditor.storage.assets import mime_of
from journeyeditor.storage.codec import Invalid, decode
from journeyeditor.storage.connections import connect_guarded
from journeyeditor.storage.migrations import MIGRATIONS, migrate
from journeyeditor.storage.references import check_all
from journeyeditor.storage.tables import (
    APPLICATION_ID,
    TABLES,
    VERSION,
    asset_bytes,
    revision,
    schema,
    select_sql,
)
from journeyeditor.storage.writing import bytes_of
from journeyeditor.translation import tr

LARGEST_FILE = 512 << 20
"""Bytes."""

MOST_RECORDS = 500_000

DEADLINE = 20.0
"""Seconds that SQLite may take over one file."""

HEADER = 100
"""Bytes."""


def version_of(header: bytes, size: int, shown: Path) -> int:
    """The format version of a file of `size` bytes, by its first `HEADER` bytes.

    Refused where it is not a document of ours. `shown` is the path that a message names.
    """
    if size == 0:
        raise Refused(tr("The file is empty."), where=str(shown), advice=_another_copy())
    if not header.startswith(b"SQLite format 3\x00") or _number(header, 68) != APPLICATION_ID:
        raise Refused(
            tr("What the file holds is not a Journey Editor project."),
            where=str(shown),
            advice=tr("Choose another file."),
        )
    version = _number(header, 60)
    if version > VERSION:
        raise Refused(
            tr("A newer version of Journey Editor made this file."),
            where=str(shown),
            advice=tr("Open it with a version that reads format {number}.", number=version),
        )
    if len(header) < HEADER or header[18:20] != b"\x01\x01" or _number(header, 56) != 1:
        raise damaged(shown) from Invalid("header")
    if size > LARGEST_FILE:
        raise damaged(shown) from Invalid("size")
    return version


def update_document(file: Path, shown: Path, version: int) -> None:
    """Bring a private copy of a document from an older `version` to today's. Refused."""
    if version == VERSION:
        return
    if version not in MIGRATIONS:
        raise damaged(shown) from Invalid("version")
    with _refusing(shown):
        with closing(connect_guarded(file, DEADLINE)) as connection:
            _check_schema(connection, version)
        migrate(file)


def read_document(file: Path, shown: Path) -> Project:
    """The project in a private copy of a document in today's format. Refused."""
    with _refusing(shown):
        return read_own(file)


def read_own(file: Path) -> Project:
    """The project in a document that lies in a private folder. sqlite3.Error, ValueError.

    The file is found sound to the last index: a session may go on to write in one like it.
    """
    with closing(connect_guarded(file, DEADLINE)) as connection:
        _check_schema(connection, VERSION)
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise Invalid("integrity")
        project = read_records(connection)
        _check_bytes(connection, project)
        _check_revisions(connection)
    return project


def damaged(shown: Path) -> Refused:
    """The refusal of a file that is broken; its cause tells what is wrong with it."""
    what = tr("The file is damaged, or another program has changed it.")
    return Refused(what, where=str(shown), advice=_another_copy())


def _another_copy() -> str:
    return tr("Use another copy of it, as from a backup.")


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


@contextlib.contextmanager
def _refusing(shown: Path) -> Iterator[None]:
    started = time.monotonic()
    try:
        yield
    except (sqlite3.Error, ValueError, OverflowError, MemoryError, RecursionError) as error:
        if time.monotonic() - started > DEADLINE:
            what = tr("Reading the file takes too long.")
            raise Refused(what, where=str(shown), advice=_another_copy()) from error
        raise damaged(shown) from error


_SCHEMA_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema"


def _objects(version: int) -> frozenset[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema(version))
        return frozenset(connection.execute(_SCHEMA_OBJECTS))


_OBJECTS = {version: _objects(version) for version in (*MIGRATIONS, VERSION)}
"""What `sqlite_schema` holds in a document of a version, and nothing else."""


def _check_schema(connection: sqlite3.Connection, version: int) -> None:
    expected = _OBJECTS[version]
    found = connection.execute(_SCHEMA_OBJECTS).fetchmany(len(expected) + 1)
    if len(found) != len(expected) or set(found) != expected:
        raise Invalid("schema")


def read_records(connection: sqlite3.Connection) -> Project:
    """The project that the tables hold, every value checked. Invalid, sqlite3.Error."""
    records: list[Record] = []
    left = MOST_RECORDS
    for kind in KINDS:
        rows = connection.execute(select_sql(TABLES[kind])).fetchmany(left + 1)
        left -= len(rows)
        if left < 0:
            raise Invalid("too many records")
        records += decode(kind, rows)
    project = Project(records)
    if len({record.id for record in records}) != len(records):
        raise Invalid("id")
    check_all(project)
    return project


def _check_bytes(connection: sqlite3.Connection, project: Project) -> None:
    """Every picture and kept state is there, unaltered, and of the type it says."""
    mimes = {asset.sha256: asset.mime for asset in project.all(Asset)}
    missing = bytes_of(project)
    for name, content in connection.execute(select_sql(asset_bytes)):
        if type(content) is not bytes or hashlib.sha256(content).hexdigest() != name:
            raise Invalid("asset_bytes")
        if name in mimes and mime_of(content) != mimes[name]:
            raise Invalid("Asset.mime")
        missing.discard(name)
    if missing:
        raise Invalid("Asset.sha256")


def _check_revisions(connection: sqlite3.Connection) -> None:
    count, first, last = connection.execute(
        f"SELECT count(*), min(number), max(number) FROM {revision.name}"
    ).fetchone()
    if count and (first, last) != (1, count):
        raise Invalid("revision")
