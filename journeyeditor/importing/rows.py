"""The long format: one placement a row, under named columns.

| column | holds |
|---|---|
| map, segment, stage, touchpoint | where the card goes and what it is called |
| channel, description, optimal_experience | of the touchpoint |
| responsible, supports, meets_customer, processes, data_generated | of the touchpoint; several |
| interactions, desired_outcome | of the touchpoint; several; lists of one length pair up |
| emotion | of the card, -2 to 2 |
| feeling, notes | of the card |
| needs, expectations, obstacles, opportunities, quote | of the card; several |
| importance, satisfaction | of the card, whole numbers 0 to 5; 0 is "not rated" |
| critical | of the card: yes or nothing |

Several values in a cell are parted by " | ". The first four columns must be there, though their
cells may be empty: a row without a map goes to one named after the file, one without a segment to
a segment of its own, one without a touchpoint still makes its stage and segment.

Importance stands beside satisfaction, which only cards have, so it is the card's as well: the
weight of the stage is the consultant's own judgement and stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from journeyeditor.importing.table import Line
from journeyeditor.model.fields import clean
from journeyeditor.model.text import fold
from journeyeditor.translation import MINUS, N_, tr

REQUIRED = ("map", "segment", "stage", "touchpoint")
TITLES = MappingProxyType(
    {
        "channel": N_("Channel"),
        "description": N_("Description"),
        "responsible": N_("Responsible"),
        "supports": N_("Supports"),
        "meets_customer": N_("Meets the customer"),
        "processes": N_("Processes"),
        "interactions": N_("Interactions"),
        "desired_outcome": N_("Desired outcome"),
        "optimal_experience": N_("Optimal experience"),
        "data_generated": N_("Data generated"),
        "emotion": N_("Emotion"),
        "feeling": N_("Feeling"),
        "needs": N_("Needs"),
        "expectations": N_("Expectations"),
        "obstacles": N_("Obstacles"),
        "opportunities": N_("Opportunities"),
        "quote": N_("Voice of the customer"),
        "importance": N_("Importance"),
        "satisfaction": N_("Satisfaction"),
        "critical": N_("Critical moment"),
        "notes": N_("Notes"),
    }
)
"""The columns beside the required four, with what a reader calls them."""
COLUMNS = (*REQUIRED, *TITLES)

MAX_VALUES = 1_000
MAX_VALUES_IN_ALL = 200_000
_BETWEEN_VALUES = re.compile(r"(?:^|\s)\|(?=\s|$)")
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,9})?")
_YES = frozenset({"yes", "y", "si", "s", "true", "verdadero", "x", "1"})
_NO = frozenset({"", "no", "n", "false", "falso", "0", "-"})

Values = tuple[str, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong or noteworthy on a physical line of the file."""

    line: int
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row of the long format, read and checked.

    `lanes` are titles of lanes and what they say at the row's stage and segment; only a matrix
    has them.
    """

    line: int
    map: str = ""
    segment: str = ""
    stage: str = ""
    touchpoint: str = ""
    channel: str = ""
    description: str = ""
    responsible: Values = ()
    supports: Values = ()
    meets_customer: Values = ()
    processes: Values = ()
    interactions: Values = ()
    desired_outcome: Values = ()
    optimal_experience: str = ""
    data_generated: Values = ()
    emotion: float | None = None
    feeling: str = ""
    needs: Values = ()
    expectations: Values = ()
    obstacles: Values = ()
    opportunities: Values = ()
    quote: Values = ()
    importance: int | None = None
    satisfaction: int | None = None
    critical: bool = False
    notes: str = ""
    lanes: tuple[tuple[str, str], ...] = ()


class _Unreadable(Exception):
    """A cell that does not hold what its column asks for; says what is wrong with it."""


def check_columns(names: Sequence[str]) -> list[str]:
    """What is wrong with a header, as sentences."""
    problems = []
    if missing := [name for name in REQUIRED if name not in names]:
        problems.append(tr("These columns are missing: {names}.", names=", ".join(missing)))
    if unknown := [name for name in names if name not in COLUMNS]:
        quoted = ", ".join(f"“{name}”" for name in unknown)
        problems.append(tr("These columns are unknown: {names}.", names=quoted))
    if twice := sorted({name for name in names if names.count(name) > 1 and name in COLUMNS}):
        problems.append(tr("These columns appear twice: {names}.", names=", ".join(twice)))
    return problems


def read_rows(names: Sequence[str], lines: Iterable[Line]) -> tuple[list[Row], list[Problem]]:
    """The rows that can be read, and what is wrong with the others."""
    rows: list[Row] = []
    problems: list[Problem] = []
    values = 0
    for line in lines:
        if len(line.cells) != len(names):
            problems.append(Problem(line.number, _ragged(len(line.cells), len(names))))
            continue
        row, wrong = _read_row(names, line)
        rows.append(row)
        problems.extend(Problem(line.number, message) for message in wrong)
        values += sum(len(getattr(row, column)) for column in _SEVERAL)
        if values > MAX_VALUES_IN_ALL:
            message = tr("the file holds more than {limit} values", limit=MAX_VALUES_IN_ALL)
            return rows, [*problems, Problem(line.number, message)]
    return rows, problems


def _ragged(found: int, expected: int) -> str:
    return tr.plural(
        "{count} cell where the header has {expected}",
        "{count} cells where the header has {expected}",
        found,
        expected=expected,
    )


def _read_row(names: Sequence[str], line: Line) -> tuple[Row, list[str]]:
    values: dict[str, Any] = {}
    wrong = []
    for name, cell in zip(names, line.cells, strict=True):
        if not cell:
            continue
        try:
            values[name] = _READERS[name](clean(cell).strip())
        except _Unreadable as problem:
            wrong.append(f"{name}: {problem}")
    if not values.get("stage"):
        wrong.append(tr("stage: it is empty"))
    return Row(line=line.number, **values), wrong


def _text(cell: str) -> str:
    return cell


def several(cell: str) -> Values:
    """The values of a cell that holds several."""
    values = tuple(filter(None, (value.strip() for value in _BETWEEN_VALUES.split(cell))))
    if len(values) > MAX_VALUES:
        raise _Unreadable(tr("it holds more than {limit} values", limit=MAX_VALUES))
    return values


def _number(cell: str) -> float | None:
    """A number as people and spreadsheets write it: decimal comma or point, any minus."""
    plain = cell.replace(MINUS, "-").replace("–", "-").replace(",", ".")
    return float(plain) if _NUMBER.fullmatch(plain) else None


def _emotion(cell: str) -> float | None:
    if not cell:
        return None
    number = _number(cell)
    if number is None or not -2 <= number <= 2:
        raise _Unreadable(tr("“{value}” is not a number from −2 to 2", value=_short(cell)))
    return number


def _score(cell: str) -> int | None:
    if not cell:
        return None
    number = _number(cell)
    if number is None or number not in range(6):
        raise _Unreadable(tr("“{value}” is not a whole number from 0 to 5", value=_short(cell)))
    return int(number)


def _yes_or_no(cell: str) -> bool:
    answer = fold(cell)
    if answer not in _YES and answer not in _NO:
        raise _Unreadable(tr("“{value}” is neither “yes” nor “no”", value=_short(cell)))
    return answer in _YES


def _short(cell: str) -> str:
    """As much of a cell as fits in a message."""
    return cell if len(cell) <= 40 else cell[:39] + "…"


_SEVERAL = tuple(field.name for field in fields(Row) if field.type == Values)
_READER_OF: dict[Any, Callable[[str], Any]] = {str: _text, Values: several, bool: _yes_or_no}
_READERS: dict[str, Callable[[str], Any]] = {
    **{field.name: _READER_OF[field.type] for field in fields(Row) if field.type in _READER_OF},
    "emotion": _emotion,
    "importance": _score,
    "satisfaction": _score,
}
