"""Projects to store: one with a record of every kind, and values for every field."""

import base64
import hashlib
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import Field, Record, fields_of, make
from journeyeditor.model.project import Project
from journeyeditor.model.records import KINDS, Asset, Snapshot
from journeyeditor.storage import places
from journeyeditor.storage.connections import connect
from journeyeditor.storage.folder import DATABASE
from journeyeditor.storage.reading import read_records

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
STATE = b"an earlier state"
BYTES = {hashlib.sha256(content).hexdigest(): content for content in (PICTURE, STATE)}
PICTURE_HASH, STATE_HASH = BYTES

_TRICKY = "Ñandú «5★» 😀 ½ – l'été\u00a0; DROP TABLE stage\n\tсвет 配送"


def id_of(kind: type[Record] | str) -> str:
    """The id of a kind's record in the sample."""
    return f"the-{kind if isinstance(kind, str) else kind.__name__}"[:40]


def full_project() -> Project:
    """One record of each kind, all their fields set."""
    return Project(
        make(kind, **{field.name: filled(kind, field) for field in fields_of(kind)})
        for kind in KINDS
    )


def filled(kind: type[Record], field: Field) -> Any:
    """A value for a field that isn't its default."""
    if field.name == "id":
        return id_of(kind)
    return next(values_for(kind, field))


def values_for(kind: type[Record], field: Field) -> Iterator[Any]:
    """Values that a field may have in the sample, edges included."""
    if field.reference:
        yield from (id_of(name) for name in field.reference.kinds)
    elif (kind, field.name) == (Snapshot, "state"):
        yield STATE_HASH
    elif (kind, field.name) == (Asset, "mime"):
        yield "image/png"
    elif field.name in _BY_NAME:
        yield from _BY_NAME[field.name]
    elif isinstance(field.type, type) and issubclass(field.type, StrEnum):
        yield from field.type
    elif field.type in (int, float) and field.range:
        yield from map(field.type, (field.range.high, field.range.low))
    else:
        yield from _BY_TYPE[field.type]
    if field.optional:
        yield None


_BY_NAME: dict[str, list[Any]] = {
    "order": ["V", "A1", "z" * 40],
    "colour": ["#12aBef", ""],
    "sha256": [PICTURE_HASH],
}
_BY_TYPE: dict[Any, list[Any]] = {
    str: [_TRICKY, "", "x" * 20_000],
    bool: [True, False],
    float: [-1e300, 0.1, 5e-324, -0.0],
    date: [date(2026, 11, 22), date(1, 1, 1), date(9999, 12, 31)],
    datetime: [datetime(2026, 11, 22, 14, 3, 59, 123456), datetime(1, 1, 1)],
    tuple[str, ...]: [("uno", _TRICKY), ("", ""), ()],
    tuple[tuple[str, str], ...]: [(("papel", "A0"), ("", "")), ()],
    tuple[tuple[str, float], ...]: [(("max", 0.25), ("min", -3.0)), ()],
}


def setting(before: Record, after: Record) -> Change:
    """The change from one state of a record to another."""
    return Change(Label("Set"), {before.id: before}, {after.id: after})


def stored_project() -> Project:
    """What the only session there is holds at this moment, read afresh."""
    [folder] = places.sessions().iterdir()
    with closing(connect(folder / DATABASE, "rw")) as connection:
        return read_records(connection)
