"""Statements that are put into words where their reader is known.

Results are computed once and read in any language, so they hold messages with what fills their
places, and compare equal as data do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from journeyeditor.catalogue import axis_name, axis_value_name
from journeyeditor.model.records import Axis, AxisValue
from journeyeditor.translation import Translator

LONGEST = 60
"""Characters of a name within a sentence; what lies behind is told by the card itself."""
FEW = 3
"""Names that a sentence lists before it says how many more there are."""


class Said(Protocol):
    """Something that can be put into words."""

    def said(self, tr: Translator) -> str: ...


Value = str | int | Said


@dataclass(frozen=True, slots=True)
class Share:
    """A share of 1, said as a whole percentage."""

    value: float

    def said(self, tr: Translator) -> str:
        return tr.percent(self.value)


@dataclass(frozen=True, slots=True)
class Decimal:
    """A number with a decimal place, with its sign where it is an emotion."""

    value: float
    places: int = 1
    signed: bool = False

    def said(self, tr: Translator) -> str:
        return tr.number(self.value, self.places, signed=self.signed)


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its unit, with as many decimals as it has, up to two."""

    value: float
    unit: str = ""

    def said(self, tr: Translator) -> str:
        places = next((n for n in (0, 1) if round(self.value, n) == round(self.value, 2)), 2)
        number = tr.number(self.value, places)
        if self.unit == "%":
            return tr.percent(self.value / 100) if places == 0 else tr("{number}%", number=number)
        return f"{number} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a thing, on one line and not too long for a sentence."""

    text: str

    def said(self, tr: Translator) -> str:
        line = " ".join(self.text.split())
        if len(line) > LONGEST:
            line = line[: LONGEST - 1].rstrip(" ,;:.") + "…"
        return line or tr("Untitled")


@dataclass(frozen=True, slots=True)
class KindName:
    """The name of an axis's value, which may be one of the catalogue's."""

    value: AxisValue

    def said(self, tr: Translator) -> str:
        return axis_value_name(self.value, tr.language)


@dataclass(frozen=True, slots=True)
class AxisName:
    """The name of an axis, which may be one of the catalogue's."""

    axis: Axis

    def said(self, tr: Translator) -> str:
        return axis_name(self.axis, tr.language)


@dataclass(frozen=True, slots=True)
class Listed:
    """Some things by name: the first few, and how many more there are."""

    first: tuple[Said, ...]
    count: int

    def said(self, tr: Translator) -> str:
        names = ", ".join(thing.said(tr) for thing in self.first)
        more = self.count - len(self.first)
        if not more:
            return names
        return tr.plural("{names} and {count} more", "{names} and {count} more", more, names=names)


def listed(things: Sequence[str | Said]) -> Listed:
    """Things by name, in their order."""
    few = tuple(Name(thing) if isinstance(thing, str) else thing for thing in things[:FEW])
    return Listed(few, len(things))


@dataclass(frozen=True, slots=True)
class Message:
    """An English message and what fills its places; with `many`, `count` chooses the form."""

    text: str
    many: str = ""
    count: int = 0
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, text: str, **values: Value) -> "Message":
        return cls(text, values=tuple(values.items()))

    @classmethod
    def plural(cls, one: str, many: str, count: int, **values: Value) -> "Message":
        """One form or the other; `count` fills the place of that name."""
        return cls(one, many, count, tuple(values.items()))

    def said(self, tr: Translator) -> str:
        values = {
            name: tr.number(value) if isinstance(value, int) else _words(value, tr)
            for name, value in self.values
        }
        if self.many:
            return tr.plural(self.text, self.many, self.count, **values)
        return tr(self.text, **values)


def _words(value: str | Said, tr: Translator) -> str:
    return value if isinstance(value, str) else value.said(tr)
