"""Paragraphs, headings and lists, line by line."""

from collections.abc import Iterable, Sequence

from journeyeditor.drawing.elements import Element, Kind, entry
from journeyeditor.drawing.flow.addresses import links_on
from journeyeditor.drawing.flow.slices import Slice, backed, belonging, gap, inked, kept
from journeyeditor.drawing.fonts import break_lines
from journeyeditor.drawing.ink import Ink, Style, filled


def paragraph(
    text: str,
    style: Style,
    width: float,
    colour: str,
    indent: float = 0,
    element: Element | None = None,
) -> list[Slice]:
    """A text, a slice for each line; addresses in it are links. Nothing for blank text.

    It is an `element`, a paragraph unless given.

    No first line stays alone at the foot of a page, and no last line at the head of one.
    """
    lines = break_lines(text, style.font, style.size, width - indent, False)
    element = element or Element(Kind.PARAGRAPH)
    slices, last = [], len(lines) - 1
    for number, links in enumerate(links_on(lines, text, style, indent)):
        ink = Ink()
        ink.tell(element)
        ink.write(lines[number], indent, 0, style, colour)
        keep = number in (0, last - 1) and number < last
        links = tuple(belonging(links, element))
        slices.append(inked(ink, style.leading, links, keep=keep))
    return slices


def heading(
    text: str,
    style: Style,
    width: float,
    colour: str,
    above: float,
    element: Element | None = None,
) -> list[Slice]:
    """A title, which stays with what follows; `above` is the room over it.

    It is an `element`, a heading of the second level unless given.
    """
    element, slices = element or Element(Kind.HEADING, said=text), []
    for line in style.lines(text, width):
        ink = Ink()
        ink.tell(element)
        ink.write(line, 0, 0, style, colour)
        slices.append(inked(ink, style.leading, keep=True))
    return [gap(above), *slices] if slices else []


def bullets(
    items: Iterable[str], style: Style, width: float, colour: str, sign: str
) -> list[Slice]:
    """A list, each entry behind a small disc of the colour `sign`."""
    size, indent = style.size * 0.42, style.size * 1.1
    whole = Element(Kind.LIST)
    slices: list[Slice] = []
    for item in items:
        lines = paragraph(item, style, width, colour, indent, entry(whole))
        if lines:
            disc = filled(0, (style.leading - size) / 2, size, size, sign, size / 2)
            slices += [backed(lines[0], disc), *lines[1:]]
    return slices


def quote(
    text: str, note: str, style: Style, note_style: Style, width: float, colours: Sequence[str]
) -> list[Slice]:
    """What somebody said and where, beside a bar. `colours` are those of text, note and bar."""
    indent = style.size * 1.6
    whole = Element(Kind.QUOTE)
    said = [
        *paragraph(text, style, width, colours[0], indent, Element(Kind.PARAGRAPH, whole)),
        *paragraph(note, note_style, width, colours[1], indent, Element(Kind.PARAGRAPH, whole)),
    ]
    return kept([backed(part, filled(0, 0, 2.25, part.height, colours[2])) for part in said])
