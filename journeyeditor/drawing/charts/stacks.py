"""Stacked bars: a whole and its parts, each printed below with number and share."""

from collections.abc import Sequence

from journeyeditor.analysis.stacks import Part, Stack
from journeyeditor.drawing.charts.sheet import (
    BODY,
    SMALL,
    STRONG,
    ChartOptions,
    Sheet,
    mark,
    nothing,
    readable,
)
from journeyeditor.drawing.ink import Ink
from journeyeditor.drawing.shapes import HAIRLINE, Box, Drawing
from journeyeditor.drawing.theme import Theme, mix

THICK, PART_GAP, TITLE_GAP, ENTRY_GAP, STACK_GAP = 15.0, 1.5, 4.5, 12.0, 13.5
MARK_GAP = 10.5
THINNEST = 3.0


def draw_stacks(stacks: Sequence[Stack], options: ChartOptions, empty: str) -> Drawing:
    """One bar for each whole. Keys: ("part", stack, part). `empty` is said without any."""
    stacks = [stack for stack in stacks if stack.total]
    if not stacks:
        return nothing(options, empty)
    sheet, top = Sheet(options), 0.0
    for stack in stacks:
        top = _draw(sheet, stack, top, options) + STACK_GAP
    return sheet.drawing(options.width, max(options.height, top - STACK_GAP))


def _draw(sheet: Sheet, stack: Stack, top: float, options: ChartOptions) -> float:
    """One bar with its title and entries; returns where it ends."""
    theme, ink = options.theme, Ink()
    titles = STRONG.lines(stack.title, options.width)
    bar_top = ink.write_all(titles, 0, 0, STRONG, theme.text) + TITLE_GAP
    end = _entries(ink, stack, bar_top + THICK + TITLE_GAP, options)
    sheet.add(("stack", stack.id), (0.0, top, options.width, end), ink)
    shown = [part for part in stack.parts if part.count]
    room = options.width - PART_GAP * (len(shown) - 1) - THINNEST * len(shown)
    x = 0.0
    for part in shown:
        width = THINNEST + room * part.count / stack.total
        pen = _part(part, stack, width, options)
        place = (x, top + bar_top, width, THICK)
        name = f"{stack.title}: {_words(part, stack, options)}"
        sheet.add(("part", stack.id, part.id), place, pen, name)
        x += width + PART_GAP
    return top + end


def _part(part: Part, stack: Stack, width: float, options: ChartOptions) -> Ink:
    ink, theme = Ink(), options.theme
    fill = _fill(part, stack, theme)
    if part.known:
        ink.add((Box(0, 0, width, THICK, 2.25, fill),))
    else:
        ink.add((Box(0.4, 0.4, width - 0.8, THICK - 0.8, 2.25, theme.chrome, theme.field,
                     HAIRLINE, (3.0, 2.0)),))  # fmt: skip
    number = SMALL._replace(font=STRONG.font).line(options.tr.number(part.count))
    if number.width + 4 <= width:
        colour = readable(theme, fill) if part.known else theme.text2
        top = (THICK - SMALL.leading) / 2
        ink.write(number, width / 2, top, SMALL, colour, "centre")
    return ink


def _fill(part: Part, stack: Stack, theme: Theme) -> str:
    """Shades of one colour, from strong to faint; the entries' swatches say which is which."""
    known = [it.id for it in stack.parts if it.known]
    if not part.known:
        return theme.chrome
    share = known.index(part.id) / max(1, len(known) - 1)
    return mix(theme.bar, theme.chrome, 0.78 * share)


def _entries(ink: Ink, stack: Stack, top: float, options: ChartOptions) -> float:
    """What each part is, with number and share, in as many lines as they need."""
    theme = options.theme
    x = 0.0
    for part in (part for part in stack.parts if part.known or part.count):
        lines = BODY.lines(_words(part, stack, options), options.width - MARK_GAP)
        wide = max(line.width for line in lines) + MARK_GAP
        if x and x + wide > options.width:
            x, top = 0.0, top + BODY.leading + 1.5
        edge = None if part.known and part.count else theme.field
        mark(ink, x, top + 2.75, _fill(part, stack, theme), edge)
        end = ink.write_all(lines, x + MARK_GAP, top, BODY, theme.text2)
        x += wide + ENTRY_GAP
        if len(lines) > 1:
            x, top = 0.0, end + 1.5
    return top + BODY.leading if x else top


def _words(part: Part, stack: Stack, options: ChartOptions) -> str:
    tr = options.tr
    share = tr.percent(part.count / stack.total)
    return tr("{name} {count} ({share})", name=part.name, count=tr.number(part.count), share=share)
