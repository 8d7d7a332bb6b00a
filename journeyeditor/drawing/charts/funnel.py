"""One metric along the stages: how much of each gets to the next."""

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.funnel import Funnel, FunnelStep, funnels
from journeyeditor.analysis.wording import Figure
from journeyeditor.drawing.charts.sheet import (
    BODY,
    SMALL,
    STRONG,
    ChartOptions,
    Sheet,
    nothing,
    one_line,
)
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.drawing.shapes import Drawing

NAMES, VALUE = 108.0, 66.0
NARROWEST = 330.0
THICK, STEP_GAP, FUNNEL_GAP, TITLE_GAP = 15.0, 4.5, 13.5, 4.5


def draw_funnels(facts: MapFacts, options: ChartOptions) -> Drawing:
    """A bar for each stage with a value, and what part of the one before it is.

    Keys: ("step", metric, stage).
    """
    found = facts.once(funnels)
    if not found:
        return nothing(
            options, options.tr("No metric has a value at two stages yet: those make a funnel.")
        )
    sheet, top = Sheet(options), 0.0
    for funnel in found:
        top = _draw(sheet, funnel, top, options) + FUNNEL_GAP
    width = max(NARROWEST, options.width)
    return sheet.drawing(width, max(options.height, top - FUNNEL_GAP))


def _draw(sheet: Sheet, funnel: Funnel, top: float, options: ChartOptions) -> float:
    width, ink = max(NARROWEST, options.width), Ink()
    title = one_line(funnel.metric.name, options.tr("Untitled"))
    lines = STRONG.lines(title, width)
    end = ink.write_all(lines, 0, 0, STRONG, options.theme.text)
    sheet.add(("funnel", funnel.metric.id), (0.0, top, width, end), ink)
    top += end + TITLE_GAP
    highest = max((abs(step.value) for step in funnel.steps), default=0.0) or 1.0
    for step in funnel.steps:
        pen, height, words = _step(funnel, step, highest, width, options)
        key = ("step", funnel.metric.id, step.stage.id)
        sheet.add(key, (0.0, top, width, height), pen, f"{title}, {words}")
        top += height + STEP_GAP
    return top - STEP_GAP


def _step(
    funnel: Funnel, step: FunnelStep, highest: float, width: float, options: ChartOptions
) -> tuple[Ink, float, str]:
    ink, theme, tr = Ink(), options.theme, options.tr
    name = one_line(step.stage.name, tr("Untitled"))
    names = BODY.lines(name, NAMES - 6)
    height = max(THICK, len(names) * BODY.leading)
    ink.write_all(names, 0, (height - len(names) * BODY.leading) / 2, BODY, theme.text)
    y = (height - THICK) / 2
    conversion = _conversion(funnel, step, options)
    right = SMALL.line(conversion)
    room = width - NAMES - VALUE - right.width - 12
    length = max(1.5, room * abs(step.value) / highest)
    ink.add(filled(NAMES, y, length, THICK, theme.bar, min(2.25, length / 2)))
    value = Figure(step.value, funnel.metric.unit).said(tr)
    line = STRONG.line(value)
    ink.write(line, NAMES + length + 5, y + 1.5, STRONG, theme.text)
    ink.write(right, width, (height - SMALL.leading) / 2, SMALL, theme.text2, "right")
    words = f"{name}: {value}" + (f", {conversion}" if conversion else "")
    return ink, height, words


def _conversion(funnel: Funnel, step: FunnelStep, options: ChartOptions) -> str:
    """What part of the stage before got here; a percentage says that by itself."""
    if step.conversion is None or funnel.metric.unit == "%":
        return ""
    share = options.tr.percent(step.conversion)
    return options.tr("{share} of the stage before", share=share)
