"""The row of stages above the map, and the corner that says what its lines mean."""

from collections.abc import Iterable
from typing import NamedTuple

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
from journeyeditor.drawing.layout.options import Look
from journeyeditor.drawing.paths import line
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.records import Stage

SIDES, TOP = 9.0, 6.0
GOAL_GAP, DOTS_GAP = 1.5, 2.25
DOTS_LINE = 12.0
BOTTOM = 2.25
DOT, DOT_GAP, DOTS = 5.25, 3.0, 5


class Rows(NamedTuple):
    """Where the three lines of the header begin, and its height."""

    goal: float
    dots: float
    height: float


def rows(stages: Iterable[tuple[Stage, float]]) -> Rows:
    """The lines that all stages share, for each stage and its column's width."""
    names, goals = 1, 1
    for stage, width in stages:
        room = width - 2 * SIDES
        names = max(names, len(STAGE_NAME.lines(stage.name, room)))
        goals = max(goals, len(GOAL.lines(stage.goal, room)))
    goal = TOP + names * STAGE_NAME.leading + GOAL_GAP
    dots = goal + goals * GOAL.leading + DOTS_GAP
    return Rows(goal, dots, dots + DOTS_LINE + BOTTOM)


def paint(stage: Stage, width: float, lines: Rows, share: str, look: Look) -> Drawn:
    """A stage's name, goal, importance, and its share of the cards."""
    ink, theme = Ink(), look.theme
    background(ink, width, lines.height, theme)
    room = width - 2 * SIDES
    ink.write_all(STAGE_NAME.lines(stage.name, room), SIDES, TOP, STAGE_NAME, theme.text)
    ink.write_all(GOAL.lines(stage.goal, room), SIDES, lines.goal, GOAL, theme.text2)
    importance(ink, stage.importance, SIDES, lines.dots + DOTS_LINE / 2, theme)
    ink.write(NOTE.line(share), width - SIDES, lines.dots, NOTE, theme.text3, "right")
    return ink.drawn()


def background(ink: Ink, width: float, height: float, theme: Theme, left: bool = True) -> None:
    """The header's colour, its lower edge, and the line at its left."""
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
