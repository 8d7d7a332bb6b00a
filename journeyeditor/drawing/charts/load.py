"""Who carries the map: a bar for each owner, a piece for each touchpoint."""

from collections.abc import Sequence

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.responsibility import Load, department_loads, ownership
from journeyeditor.drawing.avatars import avatar, diamond, initials
from journeyeditor.drawing.charts.sheet import (
    BODY,
    SMALL,
    STRONG,
    ChartOptions,
    Sheet,
    nothing,
    one_line,
)
from journeyeditor.drawing.fonts import SEMIBOLD
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import Ink, Style, filled
from journeyeditor.drawing.shapes import Box, Drawing
from journeyeditor.model.choices import PartyKind
from journeyeditor.model.records import Party

AVATAR, LETTERS = 18.0, Style(SEMIBOLD, 7.125, 12)
NAMES, CRITICAL = 150.0, 66.0
NARROWEST = 360.0
ROW_GAP, TEXT_GAP = 9.0, 7.5
PIECE, THINNEST, PIECE_GAP, THICK = 30.0, 3.0, 2.25, 12.0


def draw_load(facts: MapFacts, options: ChartOptions, most: int | None = None) -> Drawing:
    """The heaviest loads, up to `most` of them, and what nobody owns.

    Keys: ("owner", party), with "" for nobody; ("more",) for the rest.
    """
    tr, found = options.tr, facts.once(ownership)
    if not found.total:
        return nothing(options, tr("No card is on the map yet."))
    return _draw(facts, options, found.loads, len(found.without_owner), most)


def draw_department_load(facts: MapFacts, options: ChartOptions) -> Drawing:
    """The same per department. Keys: ("department", party)."""
    loads = facts.once(department_loads)
    if not loads:
        return nothing(options, options.tr("No department has a part in the map yet."))
    return _draw(facts, options, loads, 0, None, "department")


def _draw(
    facts: MapFacts,
    options: ChartOptions,
    loads: Sequence[Load],
    open: int,
    most: int | None,
    kind: str = "owner",
) -> Drawing:
    width = max(NARROWEST, options.width)
    shown = loads if most is None or len(loads) <= most else loads[: most - 1]
    heaviest = max([load.owned + load.supported for load in loads] + [open, 1])
    room = width - AVATAR - NAMES - CRITICAL - TEXT_GAP
    piece = min(PIECE, (room - 30) / heaviest - PIECE_GAP)
    sheet, top = Sheet(options), 0.0
    for load in shown:
        ink, height = _row(facts, load, piece, width, options)
        place = (0.0, top, width, height)
        sheet.add((kind, load.party.id), place, ink, _sentence(load, options))
        top += height
    if more := len(loads) - len(shown):
        ink = Ink()
        words = options.tr.plural("and {count} more", "and {count} more", more)
        ink.write(BODY.line(words), AVATAR + TEXT_GAP, 0, BODY, options.theme.accent_text)
        sheet.add(("more",), (0.0, top, width, BODY.leading + ROW_GAP), ink, words)
        top += BODY.leading + ROW_GAP
    if open:
        ink, sentence = _nobody(open, piece, len(facts.touchpoints), width, options)
        sheet.add((kind, ""), (0.0, top, width, AVATAR), ink, sentence)
        top += AVATAR
    return sheet.drawing(width, max(top, options.height))


def _row(
    facts: MapFacts, load: Load, piece: float, width: float, options: ChartOptions
) -> tuple[Ink, float]:
    ink, theme = Ink(), options.theme
    name = one_line(load.party.name, options.tr("Untitled"))
    home = facts.project.find(Party, load.party.department)
    left, room = AVATAR + TEXT_GAP, NAMES - 2 * TEXT_GAP
    names = BODY.lines(name, room)
    beside = SMALL.line(one_line(home.name, "")) if home else SMALL.line("")
    same_line = len(names) == 1 and names[0].width + TEXT_GAP + beside.width <= room
    homes = () if same_line or home is None else SMALL.lines(one_line(home.name, ""), room)
    text_height = len(names) * BODY.leading + len(homes) * SMALL.leading
    height = max(AVATAR, text_height)
    department = load.party.kind is PartyKind.DEPARTMENT
    y = (height - AVATAR) / 2
    ink.take(avatar(initials(name), 0, y, theme, department, AVATAR, LETTERS))
    top = (height - text_height) / 2
    if same_line:
        ink.write(beside, left + names[0].width + 4.5, top + 0.75, SMALL, theme.text3)
    top = ink.write_all(names, left, top, BODY, theme.text)
    ink.write_all(homes, left, top, SMALL, theme.text3)
    _pieces(ink, load, piece, height, options)
    if load.critical:
        _critical(ink, load.critical, width, height, options)
    return ink, height + ROW_GAP


def _pieces(ink: Ink, load: Load, piece: float, height: float, options: ChartOptions) -> None:
    """A piece for each touchpoint, or one bar where they would be too thin; then the numbers."""
    theme, tr = options.theme, options.tr
    x, y = AVATAR + NAMES, (height - THICK) / 2
    step = piece + PIECE_GAP
    for count, colour in ((load.owned, theme.bar), (load.supported, theme.accent_line)):
        if piece >= THINNEST:
            for number in range(count):
                ink.add(filled(x + number * step, y, piece, THICK, colour, min(2.25, piece / 2)))
        elif count:
            ink.add(filled(x, y, max(1.5, count * step - 0.75), THICK, colour))
        x += count * step
    numbers = [tr.number(load.owned)] + ([tr.number(load.supported)] if load.supported else [])
    line = SMALL.line(" + ".join(numbers))
    ink.write(line, x + 4, (height - SMALL.leading) / 2, SMALL, theme.text2)


def _critical(ink: Ink, count: int, width: float, height: float, options: ChartOptions) -> None:
    words = options.tr.plural("{count} critical", "{count} critical", count)
    line, theme = BODY.line(words), options.theme
    ink.write(line, width, (height - BODY.leading) / 2, BODY, theme.text2, "right")
    ink.add(diamond(width - line.width - 11, (height - 7.5) / 2, 7.5, theme.text))


def _nobody(
    open: int, piece: float, total: int, width: float, options: ChartOptions
) -> tuple[Ink, str]:
    """The row of what has no owner: dashed, with its number of cases."""
    ink, theme, tr = Ink(), options.theme, options.tr
    ink.add(icon("circle-dashed", 1.5, 1.5, AVATAR - 3, theme.danger))
    title = tr("No owner")
    line = STRONG.line(title)
    ink.write(line, AVATAR + TEXT_GAP, (AVATAR - STRONG.leading) / 2, STRONG, theme.danger)
    x, y = AVATAR + NAMES, (AVATAR - THICK) / 2
    wide = piece if piece >= THINNEST else open * (piece + PIECE_GAP) - PIECE_GAP
    for number in range(open if piece >= THINNEST else 1):
        left = x + number * (piece + PIECE_GAP) + 0.5
        ink.add((Box(left, y + 0.5, max(1.0, wide - 1), THICK - 1, 2, None, theme.danger,
                     1.0, (3.0, 2.0)),))  # fmt: skip
    cases = tr("{count} of {total}", count=tr.number(open), total=tr.number(total))
    ink.write(BODY.line(cases), width, (AVATAR - BODY.leading) / 2, BODY, theme.danger, "right")
    return ink, f"{title}: {cases}"


def _sentence(load: Load, options: ChartOptions) -> str:
    tr = options.tr
    parts = [tr.plural("owner of {count} touchpoint", "owner of {count} touchpoints", load.owned)]
    if load.supported:
        parts.append(tr.plural("supports {count}", "supports {count}", load.supported))
    if load.critical:
        parts.append(tr.plural("{count} critical", "{count} critical", load.critical))
    return f"{one_line(load.party.name, tr('Untitled'))}: {', '.join(parts)}"
