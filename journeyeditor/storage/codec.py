"""Records to rows of SQL values and back.

A row holds a record's fields in their declared order. All work goes column by column, so that
most of it runs in C. Reading trusts nothing, and what could not be read back is never written.
"""

import re
import typing
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from math import isfinite
from operator import attrgetter
from typing import Any, TypeVar, cast

import msgspec

from journeyeditor.model.fields import Field, Range, Record, clean, fields_of
from journeyeditor.model.records import KINDS

R = TypeVar("R", bound=Record)
Row = tuple[Any, ...]
Column = Sequence[Any]

LONGEST_TEXT = 100_000
"""Characters of one field; ten times a long card."""

PATTERNS: Mapping[str, str] = {
    "id": r"[!-~]{1,40}",
    "order": r"[0-9A-Za-z]{0,999}[1-9A-Za-z]",
    "colour": r"(#[0-9A-Fa-f]{6})?",
    "sha256": r"[0-9a-f]{64}",
    "mime": r"image/(png|jpeg|gif|webp)",
}
"""What the text of a field of this name must look like."""

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Invalid(ValueError):
    """A value that no record of ours has. Says which field, in the words of the program."""


@dataclass(frozen=True, slots=True)
class _Codec:
    """How one field is stored: the types its SQL values may have, and both directions."""

    name: str
    stored: frozenset[type]
    get: Callable[[Record], Any]
    set: Callable[[Record, Any], None]
    encode: Callable[[Any], Any] | None
    decode: Callable[[Column], Iterable[Any]]


def encode(kind: type[Record], records: Sequence[Record]) -> list[Row]:
    """The records of one kind as rows. Invalid where a value is of a wrong type."""
    columns = []
    for codec in _CODECS[kind]:
        column = list(map(codec.get, records))
        try:
            columns.append(column if codec.encode is None else list(map(codec.encode, column)))
        except (AttributeError, TypeError, ValueError, LookupError, OverflowError) as error:
            raise Invalid(f"{kind.__name__}.{codec.name}") from error
    return list(zip(*columns, strict=True))


def decode(kind: type[R], rows: Sequence[Row]) -> list[R]:
    """The records of one kind from rows. Invalid where a row is not a record's.

    Texts are cleaned as `fields.make` does it.
    """
    records = [kind.__new__(kind) for _ in rows]
    for codec, column in zip(_CODECS[kind], zip(*rows, strict=True), strict=False):
        if not codec.stored.issuperset(map(type, column)):
            raise Invalid(f"{kind.__name__}.{codec.name}")
        try:
            values = codec.decode(column)
            deque(map(codec.set, records, values), maxlen=0)
        except (ValueError, LookupError, OverflowError, RecursionError) as error:
            raise Invalid(f"{kind.__name__}.{codec.name}") from error
    return records


def encode_safely(kind: type[Record], records: Sequence[Record]) -> list[Row]:
    """The records as rows that are known to give back the same records, or Invalid."""
    rows = encode(kind, records)
    for record, back in zip(records, decode(kind, rows), strict=True):
        if record != back:
            altered = (c.name for c in _CODECS[kind] if c.get(record) != c.get(back))
            raise Invalid(f"{kind.__name__}.{next(altered)}")
    return rows


def _codec(kind: type[Record], field: Field) -> _Codec:
    stored, encode, decode = _conversions(field)
    return _Codec(
        name=field.name,
        stored=frozenset({stored, type(None)} if field.optional else {stored}),
        get=attrgetter(field.name),
        # Records are frozen: their slots are filled below the level of their constructor, which
        # takes a third of its time.
        set=getattr(kind, field.name).__set__,
        encode=encode,
        decode=decode,
    )


_Conversions = tuple[type, Callable[[Any], Any] | None, Callable[[Column], Iterable[Any]]]


def _conversions(field: Field) -> _Conversions:
    if typing.get_origin(field.type) is tuple:
        return str, _to_json, _tuples(field.type)
    if issubclass(field.type, StrEnum):
        values = {member.value: member for member in field.type}
        return str, _lookup({member: member.value for member in field.type}), _each(_lookup(values))
    if field.type is bool:
        return int, _lookup({False: 0, True: 1}), _each(_lookup({0: False, 1: True}))
    if field.type is float:
        return float, _to_float, _numbers(field.range)
    if field.type is int:
        return int, None, _numbers(field.range)
    if field.type in (date, datetime):
        return str, _to_iso, _each(lru_cache(maxsize=4096)(_from_iso(field.type)))
    return str, None, _texts(PATTERNS.get(field.name))


def _each(convert: Callable[[Any], Any]) -> Callable[[Column], Iterable[Any]]:
    return lambda column: map(convert, column)


def _lookup(values: Mapping[Any, Any]) -> Callable[[Any], Any]:
    return {**values, None: None}.__getitem__


def _to_float(value: Any) -> float | None:
    return None if value is None else float(value) + 0.0  # SQLite does not keep the sign of -0.0


def _to_iso(value: Any) -> str | None:
    return None if value is None else cast(str, value.isoformat())


def _from_iso(kind: type[date]) -> Callable[[str | None], date | None]:
    return lambda text: None if text is None else kind.fromisoformat(text)


def _to_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _tuples(hint: Any) -> Callable[[Column], Iterable[Any]]:
    from_json = lru_cache(maxsize=4096)(msgspec.json.Decoder(hint).decode)

    def tuples(column: Column) -> Iterable[Any]:
        if column and max(map(len, column)) > LONGEST_TEXT:
            raise ValueError("too long")
        values = map(from_json, column)
        joined = "".join(column)
        escaped = "\\" in joined or not joined.isprintable()
        return map(clean, values) if escaped or not _is_normal(column) else values

    return tuples


def _numbers(range: Range | None) -> Callable[[Column], Column]:
    def numbers(column: Column) -> Column:
        known = [value for value in column if value is not None]
        if not all(map(isfinite, known)):
            raise ValueError("not finite")
        if range and known and not range.low <= min(known) <= max(known) <= range.high:
            raise ValueError("out of range")
        return column

    return numbers


def _texts(pattern: str | None) -> Callable[[Column], Column]:
    fits = re.compile(pattern).fullmatch if pattern else None

    def texts(column: Column) -> Column:
        known = [text for text in column if text]
        if known and max(map(len, known)) > LONGEST_TEXT:
            raise ValueError("too long")
        if fits:
            if not all(map(fits, column)):
                raise ValueError("not as it should look")
            return column  # what fits a pattern is clean
        joined = "".join(known)
        printable = joined.isprintable() or not _UNCLEAN.search(joined)
        return column if printable and _is_normal(known) else [clean(text) for text in column]

    return texts


def _is_normal(texts: Iterable[str]) -> bool:
    return unicodedata.is_normalized("NFC", "\n".join(texts))


_CODECS = {kind: tuple(_codec(kind, field) for field in fields_of(kind)) for kind in KINDS}
