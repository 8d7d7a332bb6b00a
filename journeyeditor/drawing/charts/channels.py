"""Which channels are used where: a row for each, a column for each stage or segment."""

from collections.abc import Mapping, Sequence

from journeyeditor.analysis.balance import ChannelUse, channel_uses
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.catalogue import channel_icon, channel_name
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
from journeyeditor.drawing.icons import icon, icon_names
from journeyeditor.drawing.ink import Ink, filled
from journeyeditor.drawing.shapes import Drawing
from journeyeditor.drawing.theme import mix
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Segment, Stage

NARROWEST, WIDEST = 48.0, 78.0
RAIL, TOTAL, GAP = 120.0, 36.0, 3.0
ROW, SIGN, TEXT_GAP, HEADER_GAP = 24.0, 12.0, 6.0, 4.5


def draw_channels(facts: MapFacts, options: ChartOptions, by_segment: bool = False) -> Drawing:
    """Cards by channel. Keys: ("channel", id), ("use", channel, stage or segment); the id of no
    channel is "".
    """
    tr, uses = options.tr, facts.once(channel_uses)
    if not uses:
        return nothing(options, tr("No card is on the map yet."))
    columns: Sequence[Stage | Segment] = facts.segments if by_segment else facts.stages
    needed = min(WIDEST, longest_word((column.name for column in columns), SMALL) + GAP)
    width = max(NARROWEST, needed, (options.width - RAIL - TOTAL) / max(1, len(columns)))
    sheet = Sheet(options)
    top = _headers(sheet, columns, width, options)
    counts = [it.segments if by_segment else it.stages for it in uses]
    most = max(count for row in counts for count in row.values())
    for use, row in zip(uses, counts, strict=True):
        top = _row(sheet, use, row, columns, (top, width, most), options)
    return sheet.drawing(RAIL + width * len(columns) + TOTAL, max(top, options.height))


def _headers(
    sheet: Sheet, columns: Sequence[Stage | Segment], width: float, options: ChartOptions
) -> float:
    untitled, ink = options.tr("Untitled"), Ink()
    names = [SMALL.lines(one_line(it.name, untitled), width - GAP) for it in columns]
    height = max(map(len, names), default=1) * SMALL.leading + HEADER_GAP
    for number, lines in enumerate(names):
        top = height - HEADER_GAP - len(lines) * SMALL.leading
        x = RAIL + number * width + (width - GAP) / 2
        ink.write_all(lines, x, top, SMALL, options.theme.text2, "centre")
    right = RAIL + len(columns) * width + TOTAL
    total = SMALL.line(options.tr("In all"))
    ink.write(total, right, height - HEADER_GAP - SMALL.leading, SMALL, options.theme.text2,
              "right")  # fmt: skip
    sheet.add(("head",), (0.0, 0.0, max(right, RAIL), height), ink)
    return height


def _row(
    sheet: Sheet,
    use: ChannelUse,
    counts: Mapping[Id, int],
    columns: Sequence[Stage | Segment],
    size: tuple[float, float, int],
    options: ChartOptions,
) -> float:
    """A channel's row; returns where the next begins."""
    theme, tr, (top, width, most) = options.theme, options.tr, size
    channel = use.channel
    name = channel_name(channel, options.language) if channel else ""
    name = one_line(name, tr("Without a channel"))
    lines = BODY.lines(name, RAIL - SIGN - TEXT_GAP - GAP)
    height = max(ROW, len(lines) * BODY.leading + GAP)
    id, ink = channel.id if channel else "", Ink()
    colour = theme.family(channel.family) if channel else theme.text3
    sign = channel_icon(channel) if channel else "circle-dashed"
    sign = sign if sign in icon_names() else "map-pin"
    ink.add(icon(sign, 0, (height - GAP - SIGN) / 2, SIGN, colour))
    start = (height - GAP - len(lines) * BODY.leading) / 2
    ink.write_all(lines, SIGN + TEXT_GAP, start, BODY, theme.text)
    cards = tr.plural("{count} card", "{count} cards", use.total)
    sheet.add(("channel", id), (0.0, top, RAIL, height), ink, f"{name}: {cards}")
    for number, column in enumerate(columns):
        place = (RAIL + number * width, top, width, height)
        count = counts.get(column.id, 0)
        words = f"{name}, {one_line(column.name, tr('Untitled'))}: {tr.number(count)}"
        pen = _cell(count, most, width - GAP, height - GAP, options)
        sheet.add(("use", id, column.id), place, pen, words if count else "")
    ink = Ink()
    line = STRONG.line(tr.number(use.total))
    ink.write(line, TOTAL, (height - GAP - STRONG.leading) / 2, STRONG, theme.text, "right")
    place = (RAIL + width * len(columns), top, TOTAL, height)
    sheet.add(("channel_total", id), place, ink)
    return top + height


def _cell(count: int, most: int, width: float, height: float, options: ChartOptions) -> Ink:
    ink, theme = Ink(), options.theme
    top = (height - BODY.leading) / 2
    if not count:
        ink.write(BODY.line("·"), width / 2, top, BODY, theme.text3, "centre")
        return ink
    fill = mix(theme.chrome, theme.bar, 0.08 + 0.32 * count / most)
    ink.add(filled(0, 0, width, height, fill, 3.75))
    line = STRONG.line(options.tr.number(count))
    ink.write(line, width / 2, top, STRONG, theme.text, "centre")
    return ink
