"""The log of a session: every step as a row, so that undo survives a crash."""

from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, select

from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.records import KIND_BY_NAME
from journeyeditor.storage.codec import decode, encode

session_metadata = MetaData()

step = Table(
    "step",
    session_metadata,
    Column("number", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("merge_key", Text, nullable=False),
    Column("records", Text, nullable=False),
    Column("time", Text, nullable=False),
    sqlite_strict=True,
)
"""`records` is a list of (kind, id, row before or null, row after or null)."""

progress = Table(
    "progress",
    session_metadata,
    Column("applied", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("time", Text, nullable=False),
    sqlite_strict=True,
)
"""One row: how many steps are done, how often the project changed, and when it last did."""

_Entry = tuple[str, Id, list[Any] | None, list[Any] | None]


def now() -> str:
    """The time as the log keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def step_values(change: Change) -> dict[str, str]:
    """A step's columns but its number."""
    entries = [_entry(id, change.before[id], after) for id, after in change.after.items()]
    return {
        "label": msgspec.json.encode(change.label).decode(),
        "merge_key": change.merge_key,
        "records": msgspec.json.encode(entries).decode(),
        "time": now(),
    }


def read_step(connection: Connection, number: int) -> Change:
    """The step of this number. sqlalchemy.exc.SQLAlchemyError, ValueError."""
    row = connection.execute(select(step).where(step.c.number == number)).one()
    before: dict[Id, Record | None] = {}
    after: dict[Id, Record | None] = {}
    for kind, id, old, new in msgspec.json.decode(row.records, type=list[_Entry]):
        before[id] = _record(kind, old)
        after[id] = _record(kind, new)
    label = msgspec.json.decode(row.label, type=Label)
    return Change(label, before, after, row.merge_key)


def read_labels(connection: Connection, first: int, last: int) -> tuple[Label, ...]:
    """The names of the steps from `first` to `last`."""
    query = select(step.c.label).where(step.c.number.between(first, last)).order_by(step.c.number)
    return tuple(msgspec.json.decode(text, type=Label) for text in connection.scalars(query))


def _entry(id: Id, before: Record | None, after: Record | None) -> _Entry:
    kind = type(before if before is not None else after)
    return kind.__name__, id, _row(before), _row(after)


def _row(record: Record | None) -> list[Any] | None:
    return None if record is None else list(encode(type(record), [record])[0])


def _record(kind: str, row: list[Any] | None) -> Record | None:
    return None if row is None else decode(KIND_BY_NAME[kind], [tuple(row)])[0]
