"""The tables of a document, one for each kind of record, derived from its declaration.

The schema of each released version is frozen beside this file, in `schema_<version>.sql`; it is
what documents are made with and what a stranger's file must match to the letter.
"""

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import (
    BLOB,
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement

from journeyeditor.model.fields import Field, Record, fields_of
from journeyeditor.model.records import KINDS

APPLICATION_ID = 0x4A726E79
"""Marks a SQLite file as ours ("Jrny"), at offset 68 of its header."""

VERSION = 1
"""Of the file format, in `user_version`."""

metadata = MetaData()


def table_name(kind: str) -> str:
    """As `journey_map` for "JourneyMap"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower()


def _table(kind: type[Record]) -> Table:
    columns = [_column(field) for field in fields_of(kind)]
    return Table(table_name(kind.__name__), metadata, *columns, sqlite_strict=True)


def _column(field: Field) -> "Column[Any]":
    items: list[Any] = []
    if check := _check(field):
        items.append(CheckConstraint(check))
    if field.reference and len(field.reference.kinds) == 1:
        target = f"{table_name(field.reference.kinds[0])}.id"
        items.append(ForeignKey(target, deferrable=True, initially="DEFERRED"))
    return Column(
        field.name,
        _sql_type(field),
        *items,
        primary_key=field.name == "id",
        nullable=field.optional,
    )


def _sql_type(field: Field) -> Any:
    if field.type is float:
        return REAL
    return Integer if field.type in (int, bool) else Text


def _check(field: Field) -> str:
    if field.type is bool:
        return f'"{field.name}" IN (0, 1)'
    if field.range:
        return f'"{field.name}" BETWEEN {field.range.low} AND {field.range.high}'
    if isinstance(field.type, type) and issubclass(field.type, StrEnum):
        values = ", ".join(f"'{member.value}'" for member in field.type)
        return f'"{field.name}" IN ({values})'
    return ""


TABLES = {kind: _table(kind) for kind in KINDS}
"""The table of each kind of record."""

INDEXES = [
    Index(f"{table.name}_{column.name}", column)
    for table in TABLES.values()
    for column in table.c
    if column.foreign_keys
]
"""Let a session check foreign keys fast; the document goes without them."""

asset_bytes = Table(
    "asset_bytes",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", BLOB, nullable=False),
    sqlite_strict=True,
)
"""The bytes of assets and snapshots."""

revision = Table(
    "revision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("parent", Text),
    Column("time", Text, nullable=False),
    Column("digest", Text, nullable=False),
    sqlite_strict=True,
)
"""The chain of states that this file went through, one for each time it was edited."""

ancestor = Table(
    "ancestor",
    metadata,
    Column("revision", Text, primary_key=True),
    Column("state", BLOB, nullable=False),
    sqlite_strict=True,
)
"""The states at the last openings, so that two copies can find where they parted."""


def sql_of(statement: ClauseElement) -> str:
    """The statement in SQLite's words, with "?" for its values."""
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="qmark")))


@cache
def insert_sql(table: Table) -> str:
    """Takes a row."""
    return sql_of(table.insert())


@cache
def update_sql(table: Table) -> str:
    """Takes a row's values without the id, and then the id."""
    names = [column.name for column in table.c if column.name != "id"]
    this = table.update().where(table.c.id == bindparam("key"))
    return sql_of(this.values({name: bindparam(name) for name in names}))


@cache
def delete_sql(table: Table) -> str:
    """Takes an id."""
    return sql_of(table.delete().where(table.c.id == bindparam("key")))


@cache
def select_sql(table: Table) -> str:
    """Gives all rows. Put together by hand: opening a file needs one for each table at once."""
    names = ", ".join(f'"{column.name}"' for column in table.c)
    return f'SELECT {names} FROM "{table.name}"'


@cache
def schema(version: int) -> str:
    """The frozen schema of a version of the format, a script of statements."""
    return files(__package__).joinpath(f"schema_{version}.sql").read_text("utf-8")
