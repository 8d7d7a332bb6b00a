"""How far the map has come: ten steps, in one line or as a list."""

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.method import Step, progress
from journeyeditor.drawing.charts.sheet import BODY, SMALL, STRONG, ChartOptions, Sheet
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.drawing.shapes import Box, Drawing

PIECE, PIECE_GAP, BESIDE = 4.5, 3.0, 9.0
ROW, SIGN, BAR, BAR_GAP = 24.0, 12.0, 90.0, 9.0
COUNT = 54.0


def draw_progress(facts: MapFacts, options: ChartOptions) -> Drawing:
    """The ten steps as one line of pieces, how many are done, and the next one.

    Keys: ("step", id).
    """
    theme, tr, found = options.theme, options.tr, facts.once(progress)
    sheet, ink, width = Sheet(options), Ink(), options.width
    title = STRONG.line(tr("Progress of the method"))
    count = BODY.line(tr("{done} of {total} steps", done=found.complete, total=len(found.steps)))
    ink.write(title, 0, 0, STRONG, theme.text)
    below = 0.0 if title.width + count.width + BESIDE <= width else STRONG.leading
    ink.write(count, width, below, BODY, theme.text3, "right")
    top = below + STRONG.leading + 7.5
    after = top + PIECE + 6
    height = after + BODY.leading
    if found.next:
        lines = BODY.lines(tr("Next: {step}", step=tr(found.next.title)), width)
        height = ink.write_all(lines, 0, after, BODY, theme.text2)
    sheet.add(("progress",), (0.0, 0.0, width, height), ink)
    piece = (width + PIECE_GAP) / len(found.steps)
    for number, step in enumerate(found.steps):
        pen = Ink()
        fill = theme.bar if step.complete else theme.bar_ghost
        pen.add(filled(0, 3, piece - PIECE_GAP, PIECE, fill, PIECE / 2))
        place = (number * piece, top - 3, piece - PIECE_GAP, PIECE + 6)
        sheet.add(("step", step.id), place, pen, _sentence(step, options))
    return sheet.drawing(width, height)


def draw_steps(facts: MapFacts, options: ChartOptions) -> Drawing:
    """The ten steps one below the other, each with how much of it is done. Keys: ("step", id)."""
    sheet, top = Sheet(options), 0.0
    for step in facts.once(progress).steps:
        ink, height = _row(step, options)
        place = (0.0, top, options.width, height)
        sheet.add(("step", step.id), place, ink, _sentence(step, options))
        top += height
    return sheet.drawing(options.width, max(top, options.height))


def _row(step: Step, options: ChartOptions) -> tuple[Ink, float]:
    ink, theme, tr, width = Ink(), options.theme, options.tr, options.width
    left, room = SIGN + 7.5, width - SIGN - 7.5 - BAR - BAR_GAP - COUNT
    titles = BODY.lines(tr(step.title), room)
    rules = SMALL.lines(tr(step.definition), room)
    text = len(titles) * BODY.leading + len(rules) * SMALL.leading
    height = max(ROW, text + 6)
    name, tone = ("circle-check", theme.ok) if step.complete else ("circle-dashed", theme.text3)
    ink.add(icon(name, 0, (height - SIGN) / 2, SIGN, tone))
    top = ink.write_all(titles, left, (height - text) / 2, BODY, theme.text)
    ink.write_all(rules, left, top, SMALL, theme.text3)
    x, y = width - BAR - COUNT, (height - PIECE) / 2
    ink.add((Box(x, y, BAR, PIECE, PIECE / 2, theme.bar_ghost),))
    if step.done:
        ink.add((Box(x, y, max(PIECE, BAR * step.share), PIECE, PIECE / 2, theme.bar),))
    count = tr("{count} of {total}", count=tr.number(step.done), total=tr.number(step.total))
    ink.write(BODY.line(count), width, (height - BODY.leading) / 2, BODY, theme.text2, "right")
    return ink, height


def _sentence(step: Step, options: ChartOptions) -> str:
    tr = options.tr
    count = tr("{count} of {total}", count=tr.number(step.done), total=tr.number(step.total))
    state = tr("done") if step.complete else tr("open")
    return f"{tr(step.title)}: {state}. {tr(step.definition)}: {count}"
