"""What an analysis says as rows and columns: to be heard, looked through, and copied."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from journeyeditor.analysis.finding import NOWHERE, Leads
from journeyeditor.translation import MINUS, NO_BREAK_SPACE, Translator

Key = tuple[str, ...]
NONE = "—"
"""Where there is no value."""
_FORMULA = ("=", "@", "+", "-", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """What one thing is like, in the reader's words. Its key is that of the chart's node."""

    key: Key
    cells: tuple[str, ...]
    leads: Leads = NOWHERE


@dataclass(frozen=True)
class Table:
    """Rows under their titles. `places` are the leads of what a chart shows beside its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    places: Mapping[Key, Leads] = field(default_factory=dict)

    @cached_property
    def leads(self) -> Mapping[Key, Leads]:
        """Where each row, and each other thing of the chart, leads on the map."""
        return {**self.places, **{row.key: row.leads for row in self.rows}}

    @cached_property
    def numeric(self) -> frozenset[int]:
        """The columns of nothing but numbers."""
        columns = range(len(self.columns))
        return frozenset(
            column
            for column in columns
            if self.rows and all(_is_number(row.cells[column]) for row in self.rows)
        )


def as_tsv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows for a spreadsheet: columns parted by tabs, numbers as it reads them, text as text."""
    lines = ["\t".join(_plain(cell) for cell in cells) for cells in (columns, *rows)]
    return "\n".join(lines) + "\n"


def _plain(cell: str) -> str:
    """A cell on one line; what only looks like a formula gets an apostrophe."""
    text = " ".join(cell.split())
    number = text.replace(MINUS, "-").replace(" ", "")
    if _is_number(text):
        return "" if text == NONE else number
    return f"'{text}" if text.startswith(_FORMULA) else text


def _is_number(cell: str) -> bool:
    text = cell.strip("+-%" + MINUS + NO_BREAK_SPACE + " ").replace(",", ".", 1).replace(".", "", 1)
    return cell == NONE or text.isdecimal()


def number(tr: Translator, value: float | None, places: int = 0, *, signed: bool = False) -> str:
    """A number as the reader writes it, or a dash."""
    return NONE if value is None else tr.number(value, places, signed=signed)


def percent(tr: Translator, share: float | None) -> str:
    """A share as a percentage, or a dash."""
    return NONE if share is None else tr.percent(share)


def name(tr: Translator, text: str) -> str:
    """A name on one line."""
    return " ".join(text.split()) or tr("Untitled")
