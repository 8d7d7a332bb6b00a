"""Making a document file from a snapshot."""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from operator import itemgetter
from pathlib import Path

import msgspec

from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.model.records import KINDS, Asset, Snapshot
from journeyeditor.storage.codec import Row, encode
from journeyeditor.storage.connections import connect
from journeyeditor.storage.lineage import Lineage
from journeyeditor.storage.references import bytes_named
from journeyeditor.storage.tables import (
    APPLICATION_ID,
    TABLES,
    VERSION,
    ancestor,
    asset_bytes,
    insert_sql,
    revision,
    schema,
    table_name,
)

PAGE = 1024
"""Bytes of a database page: with two pages a table, larger ones make small files large."""

Bytes = Callable[[str], bytes]
"""Finds the bytes of an asset by their SHA-256."""


def write_document(path: Path, project: Project, read: Bytes, lineage: Lineage) -> None:
    """A new document file at `path`, where there is none. Not synced. sqlite3.Error, OSError.

    The file gets a new revision that follows the lineage's last one.
    """
    digest = hashlib.sha256()
    with closing(_fresh(path)) as connection:
        connection.execute("BEGIN")
        for kind, rows in _rows(project):
            connection.executemany(insert_sql(TABLES[kind]), rows)
            digest.update(_line(kind, rows))
        hashes = sorted(bytes_of(project))
        connection.executemany(insert_sql(asset_bytes), ((sha, read(sha)) for sha in hashes))
        grown = lineage.grown(digest.hexdigest())
        connection.executemany(insert_sql(revision), grown.revisions)
        connection.executemany(insert_sql(ancestor), grown.ancestors)
        connection.execute("COMMIT")


def bytes_of(project: Project) -> set[str]:
    """The SHA-256 of all bytes that the records of a project name."""
    named = (bytes_named(record) for kind in (Asset, Snapshot) for record in project.all(kind))
    return {sha256 for sha256 in named if sha256}


def digest_of(project: Project) -> str:
    """A SHA-256 over all records: equal for equal projects, on every computer."""
    digest = hashlib.sha256()
    for kind, rows in _rows(project):
        digest.update(_line(kind, rows))
    return digest.hexdigest()


def state_of(project: Project) -> bytes:
    """All records in one compressed text: a line of JSON for each kind, table and rows."""
    compressor = zlib.compressobj()
    parts = [compressor.compress(_line(kind, rows)) for kind, rows in _rows(project)]
    return b"".join((*parts, compressor.flush()))


def _fresh(path: Path) -> sqlite3.Connection:
    connection = connect(path, "rwc")
    # Nobody relies on this file before it was read back and synced.
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.executescript(schema(VERSION))
    return connection


def _rows(project: Project) -> Iterator[tuple[type[Record], list[Row]]]:
    for kind in KINDS:
        yield kind, sorted(encode(kind, list(project.all(kind))), key=itemgetter(0))


def _line(kind: type[Record], rows: list[Row]) -> bytes:
    return msgspec.json.encode([table_name(kind.__name__), rows]) + b"\n"
