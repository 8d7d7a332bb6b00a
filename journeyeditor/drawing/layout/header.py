"""The row of stages above the map, and the corner that says what its lines mean."""

from collections.abc import Iterable
from typing import NamedTuple

from journeyeditor.drawing.fonts import SEMIBOLD, Line
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import (
    GOAL,
    NOTE,
    PIXEL,
    STAGE_NAME,
    Drawn,
    Ink,
    Style,
    filled,
    framed,
)
from journeyeditor.drawing.layout import rail
from journeyeditor.drawing.layout.grid import FOLDED, Column
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.theme import Theme
from journeyeditor.drawing.turned import turned
from journeyeditor.model.records import Stage

SIDES, TOP = 9.0, 6.0
GOAL_GAP, DOTS_GAP = 1.5, 2.25
DOTS_LINE = 12.0
BOTTOM = 2.25
DOT, DOT_GAP, DOTS = 5.25, 3.0, 5
CHEVRON, CHEVRON_GAP = rail.CHEVRON, 1.5
CHEVRON_STROKE = rail.CHEVRON_STROKE
FOLDED_LEFT, FOLDED_COUNT_ROOM = 3.0, 16.5
UPRIGHT = Style(SEMIBOLD, 8.25, 10.5)
UPRIGHT_TOP, UPRIGHT_BOTTOM = 24.0, 6.0
UPRIGHT_LINES, UPRIGHT_ROOM = 2, 72.0
"""Of a folded stage's name: how many lines there are, and how long each may be."""


class Rows(NamedTuple):
    """Where the three lines of the header begin, and its height."""

    goal: float
    dots: float
    height: float


def rows(stages: Iterable[tuple[Stage, Column]]) -> Rows:
    """The lines that all stages share; they are further apart where a folded one needs it."""
    names, goals, upright = 1, 1, 0.0
    for stage, column in stages:
        if column.folded:
            upright = max([upright, *(line.width for line in _upright_lines(stage.name))])
            continue
        names = max(names, len(STAGE_NAME.lines(stage.name, name_room(column.width))))
        goals = max(goals, len(GOAL.lines(stage.goal, column.width - 2 * SIDES)))
    goal = TOP + names * STAGE_NAME.leading + GOAL_GAP
    dots = goal + goals * GOAL.leading + DOTS_GAP
    dots = max(dots, UPRIGHT_TOP + upright + UPRIGHT_BOTTOM - DOTS_LINE - BOTTOM)
    return Rows(goal, dots, dots + DOTS_LINE + BOTTOM)


def name_room(width: float) -> float:
    """The width that a stage's name has beside the sign that folds it."""
    return width - 2 * SIDES - CHEVRON - CHEVRON_GAP


def _upright_lines(name: str) -> tuple[Line, ...]:
    """The name of a folded stage, which runs upwards; a very long one ends in "…"."""
    return UPRIGHT.elided(name, UPRIGHT_ROOM, UPRIGHT_LINES)


def paint(stage: Stage, width: float, lines: Rows, share: str, look: Look) -> Drawn:
    """A stage's name, goal, importance, and its share of the cards."""
    ink, theme = Ink(), look.theme
    background(ink, width, lines.height, theme)
    names = STAGE_NAME.lines(stage.name, name_room(width))
    ink.write_all(names, SIDES, TOP, STAGE_NAME, theme.text)
    if not look.page:
        chevron(ink, "chevron-left", width - SIDES - CHEVRON, look)
    goals = GOAL.lines(stage.goal, width - 2 * SIDES)
    ink.write_all(goals, SIDES, lines.goal, GOAL, theme.text2)
    importance(ink, stage.importance, SIDES, lines.dots + DOTS_LINE / 2, theme)
    ink.write(NOTE.line(share), width - SIDES, lines.dots, NOTE, theme.text3, "right")
    return ink.drawn()


def paint_folded(stage: Stage, lines: Rows, count: int, look: Look) -> Drawn:
    """The narrow head of a folded stage: its name upwards, and its number of cards."""
    ink, theme = Ink(), look.theme
    background(ink, FOLDED, lines.height, theme)
    if not look.page:
        chevron(ink, "chevron-right", FOLDED_LEFT, look)
    names = _upright_lines(stage.name)
    x = (FOLDED - len(names) * UPRIGHT.leading) / 2
    for name in names:
        bottom = lines.height - UPRIGHT_BOTTOM
        ink.add((turned(name, x + UPRIGHT.baseline, bottom, theme.text),))
        x += UPRIGHT.leading
    number = NOTE.line(look.tr.number(count))
    if number.width <= FOLDED_COUNT_ROOM:
        right, top = FOLDED - FOLDED_LEFT, TOP + (STAGE_NAME.leading - NOTE.leading) / 2
        ink.write(number, right, top, NOTE, theme.text3, "right")
    return ink.drawn()


def chevron(ink: Ink, name: str, x: float, look: Look) -> None:
    """The sign that folds a stage, or unfolds it, in the line of the names."""
    top = TOP + (STAGE_NAME.leading - CHEVRON) / 2
    ink.add(icon(name, x, top, CHEVRON, look.theme.text3, CHEVRON_STROKE))


def background(ink: Ink, width: float, height: float, theme: Theme, left: bool = True) -> None:
    """The header's colour, its lower edge, and the line at its left."""
    if theme.header != theme.canvas:
        ink.add(filled(0, 0, width, height, theme.header))
    if left:
        ink.stroke(line(PIXEL / 2, 0, PIXEL / 2, height), theme.line)
    bottom = height - PIXEL / 2
    ink.stroke(line(0, bottom, width, bottom), theme.line_strong)


def importance(
    ink: Ink, value: int, x: float, middle: float, theme: Theme, scale: float = 1.0
) -> None:
    """Five dots, as many filled as the stage is important."""
    size = DOT * scale
    for i in range(DOTS):
        left = x + i * (DOT + DOT_GAP) * scale
        if i < value:
            ink.add(filled(left, middle - size / 2, size, size, theme.text2, size / 2))
        else:
            ink.add(framed(left, middle - size / 2, size, size, size / 2, theme.text3))


def said(stage: Stage, count: int, look: Look) -> str:
    """A stage with so many cards, for those who hear it."""
    points = look.tr.plural("{count} touchpoint", "{count} touchpoints", count)
    importance = look.tr("Importance {importance} of 5", importance=stage.importance)
    return ", ".join(part for part in (stage.name, stage.goal, importance, points) if part)


def share_text(count: int, total: int, look: Look) -> str:
    """How many of the map's cards stand at a stage: "6 · 20 %"."""
    number = look.tr.number(count)
    return f"{number} · {look.tr.percent(count / total)}" if total else number


def paint_corner(width: float, lines: Rows, look: Look) -> Drawn:
    """What the lines of the header are."""
    ink, tr = Ink(), look.tr
    background(ink, width, lines.height, look.theme, left=False)
    _label(ink, tr("Stage"), width, TOP, NOTE._replace(leading=STAGE_NAME.leading), look)
    _label(ink, tr("Goal"), width, lines.goal, GOAL, look)
    _label(ink, tr("Importance and share"), width, lines.dots, NOTE, look)
    return ink.drawn()


def _label(ink: Ink, text: str, width: float, top: float, style: Style, look: Look) -> None:
    ink.write(style.line(text), width - SIDES, top, style, look.theme.text3, "right")
