"""A map kept as a matrix: one row a lane, one column a step.

| first cell of the row | its further cells |
|---|---|
| stages, steps, phases (or TITLE_BLOCK) | the names of the steps |
| V1.1, V2 and so on | the version's name, which is the map's |
| SCORE | how the customer feels at each step, 0 to 100: 50 is neutral |
| any other, the first of them | the touchpoints of each step; several are parted by " | " |
| any other, further ones | texts under each step: they become lanes of that name |

A colour in the second column (#2C5B89) is skipped; steps begin after it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from journeyeditor.importing.rows import Problem, Row, several
from journeyeditor.importing.table import Line, Table, column_key
from journeyeditor.model.fields import clean
from journeyeditor.translation import tr

STEPS = frozenset(
    [
        "title_block",
        "stage",
        "stages",
        "step",
        "steps",
        "phase",
        "phases",
        "etapa",
        "etapas",
        "paso",
        "pasos",
        "fase",
        "fases",
    ]
)
SCORES = frozenset(("score", "puntuacion"))
_VERSION = re.compile(r"v\d+(?:\.\d+)*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SCORE = re.compile(r"\d{1,3}(?:[.,]\d{1,9})?")


@dataclass(frozen=True)
class _Sheet:
    """The rows of a matrix by what they hold; steps begin in the column `first`."""

    first: int
    width: int
    names: Line
    title: Line | None
    scores: Line | None
    touchpoints: Line | None
    lanes: tuple[Line, ...]


def is_matrix(table: Table) -> bool:
    """Whether the rows of a table have names, and one of them names the steps."""
    return any(_key(line) in STEPS for line in (table.header, *table.lines))


def read_matrix(table: Table) -> tuple[list[Row], list[Problem]]:
    """The touchpoints and texts of each step as rows of the long format, and what is wrong."""
    sheet = _sheet(table)
    rows: list[Row] = []
    problems: list[Problem] = []
    for column in range(sheet.first, sheet.width):
        stage = _cell(sheet.names, column)
        lines = (sheet.touchpoints, *sheet.lanes)
        if not stage and any(_cell(line, column) for line in lines):
            message = tr("the step in column {number} has no name", number=column + 1)
            problems.append(Problem(sheet.names.number, message))
        score = _cell(sheet.scores, column)
        if score and not (_SCORE.fullmatch(score) and _number(score) <= 100):
            message = tr("“{value}” is not a number from 0 to 100", value=score[:40])
            problems.append(Problem(sheet.scores.number if sheet.scores else 0, message))
        elif stage:
            emotion = _number(score) / 25 - 2 if score else None
            rows += _step(sheet, column, Row(line=0, stage=stage, emotion=emotion))
    return rows, problems


def _sheet(table: Table) -> _Sheet:
    lines = [table.header, *table.lines]
    coloured = any(_COLOUR.fullmatch(_cell(line, 1)) for line in lines)

    def first(fits: Callable[[str], object]) -> Line | None:
        return next((line for line in lines if fits(_key(line))), None)

    names = first(STEPS.__contains__)
    title, scores = first(_VERSION.fullmatch), first(SCORES.__contains__)
    assert names is not None
    others = [line for line in lines if line not in (names, title, scores)]
    return _Sheet(
        first=2 if coloured else 1,
        width=max(len(line.cells) for line in lines),
        names=names,
        title=title,
        scores=scores,
        touchpoints=others[0] if others else None,
        lanes=tuple(others[1:]),
    )


def _step(sheet: _Sheet, column: int, step: Row) -> Iterator[Row]:
    """A row for each touchpoint of a step, the first of them with the texts of the lanes."""
    map = _cell(sheet.title, sheet.first)
    line = (sheet.touchpoints or sheet.names).number
    texts = tuple(
        (_cell(lane, 0), "\n".join(several(text)))
        for lane in sheet.lanes
        if (text := _cell(lane, column))
    )
    for place, name in enumerate(several(_cell(sheet.touchpoints, column)) or ("",)):
        lanes = texts if place == 0 else ()
        yield replace(step, line=line, map=map, touchpoint=name, lanes=lanes)


def _cell(line: Line | None, column: int) -> str:
    """A cell's text; empty where the line is shorter, or there is none."""
    if line is None or column >= len(line.cells):
        return ""
    return str(clean(line.cells[column])).strip()


def _key(line: Line) -> str:
    return column_key(_cell(line, 0))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
