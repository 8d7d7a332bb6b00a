"""Bars: how the cards spread over the stages, against what each stage matters."""

from journeyeditor.analysis.distribution import Distribution, StageShare, distribution
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.drawing.charts.sheet import (
    BODY,
    SMALL,
    STRONG,
    ChartOptions,
    Sheet,
    longest_word,
    nothing,
    one_line,
)
from journeyeditor.drawing.fonts import Line
from journeyeditor.drawing.ink import PIXEL, Ink
from journeyeditor.drawing.paths import Commands
from journeyeditor.drawing.paths import line as straight
from journeyeditor.drawing.shapes import Drawing, Path

NARROWEST, WIDEST = 45.0, 84.0
"""Of a stage's column, for the sake of the longest word of a name."""
BAR, THINNEST, GAP, ROUND = 22.5, 15.0, 6.0, 2.25
VALUE, NAME_GAP, PADDING = 13.5, 6.0, 1.5
LOWEST_BARS = 36.0


def draw_distribution(facts: MapFacts, options: ChartOptions) -> Drawing:
    """A column for each stage: expected and real share, their values above, the name and the
    difference in points below. Keys: ("bar", stage).
    """
    tr, spread = options.tr, facts.once(distribution)
    if not spread.total:
        return nothing(options, tr("No card is on the map yet."))
    column, names = _columns(spread, options)
    name_height = max(map(len, names)) * BODY.leading
    below = NAME_GAP + name_height + STRONG.leading
    height = max(options.height, VALUE + LOWEST_BARS + below)
    sheet = Sheet(options)
    ground = height - below
    ink = Ink()
    width = column * len(spread.stages)
    ink.stroke(straight(0, PIXEL / 2, width, PIXEL / 2), options.theme.line_strong)
    sheet.add(("ground",), (0, ground, width, PIXEL), ink)
    for number, (share, lines) in enumerate(zip(spread.stages, names, strict=True)):
        pen = _column(facts, spread, share, lines, (column, ground), options)
        place = (number * column, 0.0, column, height)
        sheet.add(("bar", share.stage.id), place, pen, _sentence(share, options))
    return sheet.drawing(width, height)


def _columns(spread: Distribution, options: ChartOptions) -> tuple[float, list[tuple[Line, ...]]]:
    """How wide a column is, and the name of each, without a broken word where that can be."""
    tr = options.tr
    titles = [one_line(share.stage.name, tr("Untitled")) for share in spread.stages]
    needed = NARROWEST if options.brief else longest_word(titles, SMALL) + 2 * PADDING
    highest = max(max(it.real or 0, it.expected or 0) for it in spread.stages)
    values = 2 * STRONG.line(tr.percent(highest)).width + PADDING
    least = max(NARROWEST, min(WIDEST, needed), values)
    column = max(least, options.width / len(spread.stages))
    room = column - 2 * PADDING
    style = BODY if longest_word(titles, BODY) <= room else SMALL
    if options.brief:
        return column, [style.elided(title, room) for title in titles]
    return column, [style.lines(title, room) for title in titles]


def _column(
    facts: MapFacts,
    spread: Distribution,
    share: StageShare,
    names: tuple[Line, ...],
    size: tuple[float, float],
    options: ChartOptions,
) -> Ink:
    ink, theme, (width, ground) = Ink(), options.theme, size
    highest = max(max(it.real or 0, it.expected or 0) for it in spread.stages)
    unit = (ground - VALUE) / highest
    off = share.off(facts.limits) if spread.weighted else 0
    colour = theme.danger if off < 0 else theme.bar
    middle, thick = width / 2, max(THINNEST, min(BAR, width / 2 - GAP))
    if share.expected is None:
        _bar(ink, (middle, thick), ground, (share.real or 0) * unit, colour, None)
        _value(ink, middle, ground, share.real or 0, unit, True, options)
    else:
        step = (thick + GAP) / 2
        _bar(
            ink, (middle - step, thick), ground, share.expected * unit, theme.bar_ghost, theme.field
        )
        _value(ink, middle - step, ground, share.expected, unit, False, options)
        _bar(ink, (middle + step, thick), ground, (share.real or 0) * unit, colour, None)
        _value(ink, middle + step, ground, share.real or 0, unit, True, options)
    top = ink.write_all(names, middle, ground + NAME_GAP, BODY, theme.text, "centre")
    if share.points is not None and spread.weighted:
        words, tone = _difference(round(share.points), off, options)
        style = STRONG if off else BODY
        ink.write(style.line(words), middle, top, style, tone, "centre")
    return ink


def _bar(
    ink: Ink,
    place: tuple[float, float],
    ground: float,
    height: float,
    fill: str,
    stroke: str | None,
) -> None:
    """A bar around a middle, so thick, so high."""
    if height > 0:
        middle, thick = place
        commands = _flat_based(middle - thick / 2, ground - height, thick, height)
        ink.add((Path(commands, fill=fill, stroke=stroke, round=False),))


def _flat_based(x: float, y: float, width: float, height: float) -> Commands:
    """A bar that stands on the ground: rounded above, square below."""
    r = min(ROUND, height, width / 2)
    right, bottom = x + width, y + height
    return (
        ("M", x, bottom),
        ("L", x, y + r),
        ("C", x, y + r * 0.45, x + r * 0.45, y, x + r, y),
        ("L", right - r, y),
        ("C", right - r * 0.45, y, right, y + r * 0.45, right, y + r),
        ("L", right, bottom),
        ("Z",),
    )


def _value(
    ink: Ink,
    middle: float,
    ground: float,
    share: float,
    unit: float,
    strong: bool,
    options: ChartOptions,
) -> None:
    style = STRONG if strong else BODY
    colour = options.theme.text if strong else options.theme.text2
    top = ground - share * unit - VALUE
    ink.write(style.line(options.tr.percent(share)), middle, top, style, colour, "centre")


def _difference(points: int, off: int, options: ChartOptions) -> tuple[str, str]:
    """The difference in words, and its colour."""
    tr, theme = options.tr, options.theme
    number = tr.number(abs(points)) if off else tr.number(points, signed=True)
    words = tr.plural("{points} pt", "{points} pts", abs(points), points=number)
    if off:
        return (f"▲ {words}", theme.warn) if off > 0 else (f"▼ {words}", theme.danger)
    return (words if points else tr("same")), theme.text2


def _sentence(share: StageShare, options: ChartOptions) -> str:
    tr = options.tr
    name = one_line(share.stage.name, tr("Untitled"))
    cards = tr("{count} of {total} cards", count=share.count, total=share.total)
    real = tr.percent(share.real or 0)
    if share.expected is None:
        return tr("{stage}: {real} ({cards})", stage=name, real=real, cards=cards)
    expected = tr.percent(share.expected)
    message = tr("{stage}: {real} ({cards}), {expected} expected", stage=name, real=real,
                 cards=cards, expected=expected)  # fmt: skip
    return message
