"""What is measured: each metric's line of readings, and where it stands against base and target."""

from collections.abc import Sequence
from itertools import pairwise

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.metrics import (
    TREND_NAMES,
    Standing,
    Trend,
    standings,
    subject_name,
)
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
from journeyeditor.drawing.ink import PIXEL, Ink
from journeyeditor.drawing.paths import Commands, circle
from journeyeditor.drawing.paths import line as straight
from journeyeditor.drawing.shapes import HAIRLINE, Drawing, Path
from journeyeditor.drawing.theme import Theme

LINE, LINE_HEIGHT = 84.0, 18.0
FIGURE, TREND = 57.0, 63.0
FIGURES = 3 * FIGURE + TREND
NARROWEST = LINE + FIGURES + 150
GAP, ROW_PADDING, HEADER = 9.0, 5.25, 16.5
TREND_SIGNS = {Trend.BETTER: "▲", Trend.SAME: "=", Trend.WORSE: "▼"}


def draw_metrics(facts: MapFacts, options: ChartOptions) -> Drawing:
    """A row for each measure: of what, its readings, current value, baseline, target, trend.

    Keys: ("measure", id).
    """
    found = facts.once(standings)
    if not found:
        return nothing(options, options.tr("Nothing is measured on this map yet."))
    width = max(NARROWEST, options.width)
    sheet, names = Sheet(options), width - LINE - FIGURES - 2 * GAP
    ink, theme, tr = Ink(), options.theme, options.tr
    right = width - TREND - 2 * FIGURE
    for title in (tr("Current"), tr("Baseline"), tr("Target"), tr("Since baseline")):
        end = min(right, width)
        ink.write(SMALL.line(title), end, 0, SMALL, theme.text3, "right")
        right += FIGURE if title != tr("Target") else TREND
    sheet.add(("head",), (0.0, 0.0, width, HEADER), ink)
    top = HEADER
    for standing in found:
        pen, height, words = _row(facts, standing, names, width, options)
        place = (0.0, top, width, height)
        sheet.add(("measure", standing.measure.id), place, pen, words)
        top += height
    return sheet.drawing(width, max(top, options.height))


def _row(
    facts: MapFacts, it: Standing, names: float, width: float, options: ChartOptions
) -> tuple[Ink, float, str]:
    ink, theme, tr = Ink(), options.theme, options.tr
    metric = one_line(it.metric.name, tr("Untitled"))
    subject = one_line(subject_name(facts, it.measure), tr("Untitled"))
    titles = (BODY.lines(metric, names), SMALL.lines(subject, names))
    text = len(titles[0]) * BODY.leading + len(titles[1]) * SMALL.leading
    height = max(text, LINE_HEIGHT) + 2 * ROW_PADDING
    ink.stroke(straight(0, PIXEL / 2, width, PIXEL / 2), theme.line)
    top = ink.write_all(titles[0], 0, (height - text) / 2, BODY, theme.text)
    ink.write_all(titles[1], 0, top, SMALL, theme.text3)
    y = (height - LINE_HEIGHT) / 2
    sparkline(ink, it, names + GAP, y, theme)
    right, line = width - TREND - 2 * FIGURE, (height - BODY.leading) / 2
    values = (it.current, it.measure.baseline, it.measure.target)
    for value, style in zip(values, (STRONG, BODY, BODY), strict=True):
        words = "—" if value is None else Figure(value, it.metric.unit).said(tr)
        tone = theme.text if style is STRONG else theme.text2
        ink.write(style.line(words), right, line, style, tone, "right")
        right += FIGURE
    if trend := it.since_baseline:
        tone = {Trend.BETTER: theme.ok, Trend.WORSE: theme.danger}.get(trend, theme.text2)
        words = f"{TREND_SIGNS[trend]} {tr(TREND_NAMES[trend])}"
        ink.write(BODY.line(words), width, line, BODY, tone, "right")
    return ink, height, _sentence(metric, subject, it, options)


def sparkline(
    ink: Ink,
    it: Standing,
    x: float,
    y: float,
    theme: Theme,
    width: float = LINE,
    height: float = LINE_HEIGHT,
) -> None:
    """The readings as a line of their own scale; dashed the baseline, dotted the target."""
    values = [reading.value for reading in it.readings]
    marks = [value for value in (it.measure.baseline, it.measure.target) if value is not None]
    if not values:
        return
    low, high = min([*values, *marks]), max([*values, *marks])
    span = (high - low) or 1.0

    def level(value: float) -> float:
        share = (value - low) / span if high > low else 0.5
        return y + 2 + (1 - share) * (height - 4)

    for value, dash in ((it.measure.baseline, (3.0, 2.0)), (it.measure.target, (1.0, 2.0))):
        if value is not None:
            path = straight(x, level(value), x + width, level(value))
            ink.add((Path(path, stroke=theme.field, line_width=HAIRLINE, dash=dash, round=False),))
    step = (width - 6) / max(1, len(values) - 1)
    start = x + 3 if len(values) > 1 else x + width - 3
    places = [(start + number * step, level(value)) for number, value in enumerate(values)]
    if len(places) > 1:
        ink.stroke(_joined(places), theme.curve, 1.2)
    ink.add((Path(circle(*places[-1], 2.6), fill=theme.bar),))


def _joined(places: Sequence[tuple[float, float]]) -> Commands:
    return tuple(step for a, b in pairwise(places) for step in straight(*a, *b))


def _sentence(metric: str, subject: str, it: Standing, options: ChartOptions) -> str:
    tr = options.tr
    current = tr("no value yet")
    if it.current is not None:
        current = Figure(it.current, it.metric.unit).said(tr)
    words = f"{metric}, {subject}: {current}"
    return f"{words}, {tr(TREND_NAMES[it.since_baseline]).lower()}" if it.since_baseline else words
