"""What a record is, and what its fields say of themselves.

Storage, cascades and forms read the same declarations, so a new field is declared once.
"""

import dataclasses
import typing
import unicodedata
from dataclasses import dataclass
from typing import Any, TypeVar

from journeyeditor.model.ids import Id, new_id


@dataclass(frozen=True)
class Owner:
    """The field names a record that this one belongs to: removed together with it."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


@dataclass(frozen=True)
class Link:
    """The field names a record that this one only points at: cleared when that one goes."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


@dataclass(frozen=True)
class Range:
    """Smallest and largest value of a number."""

    low: float
    high: float


Reference = Owner | Link
Rating = typing.Annotated[int | None, Range(1, 5)]
"""A judgement from 1 to 5; None is "not rated"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One immutable thing of a project. References to others are ids."""

    id: Id


R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Field:
    """A record's field as declared.

    `type` is the bare type (`str`, `int`, `float`, `bool`, `date`, `datetime`, a StrEnum, or a
    tuple type), `optional` tells whether None is allowed.
    """

    name: str
    type: Any
    optional: bool
    default: Any
    reference: Reference | None
    range: Range | None


_described: dict[str, tuple[Field, ...]] = {}


def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """The fields of a kind of record in their declared order, `id` first."""
    if kind.__name__ not in _described:
        hints = typing.get_type_hints(kind, include_extras=True)
        _described[kind.__name__] = tuple(
            _describe(field, hints[field.name]) for field in dataclasses.fields(kind)
        )
    return _described[kind.__name__]


def _describe(field: "dataclasses.Field[Any]", hint: Any) -> Field:
    notes: tuple[Any, ...] = ()
    if typing.get_origin(hint) is typing.Annotated:
        hint, *notes_list = typing.get_args(hint)
        notes = tuple(notes_list)
    choices = typing.get_args(hint)
    optional = type(None) in choices
    if optional:
        hint = next(choice for choice in choices if choice is not type(None))
    default = None if field.default is dataclasses.MISSING else field.default
    return Field(
        name=field.name,
        type=hint,
        optional=optional,
        default=default,
        reference=next((note for note in notes if isinstance(note, Owner | Link)), None),
        range=next((note for note in notes if isinstance(note, Range)), None),
    )


def make(kind: type[R], /, **values: Any) -> R:
    """A new record with cleaned texts and, unless given, a fresh id."""
    values.setdefault("id", new_id())
    return kind(**{name: clean(value) for name, value in values.items()})


def revise(record: R, /, **values: Any) -> R:
    """The record with other values (texts cleaned); the very same object if nothing differs."""
    cleaned = {name: clean(value) for name, value in values.items()}
    if all(getattr(record, name) == value for name, value in cleaned.items()):
        return record
    return dataclasses.replace(record, **cleaned)


def clean(value: Any) -> Any:
    """Texts composed to NFC, without control characters but line feed and tab; the rest as is."""
    if type(value) is str:
        text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
        if text.isprintable():
            return text
        return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _DROPPED)
    if type(value) is tuple:
        return tuple(clean(item) for item in value)
    return value


_DROPPED = frozenset({"Cc", "Cs"})
