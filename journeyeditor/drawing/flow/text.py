"""Paragraphs, headings and lists, line by line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeyeditor.drawing.flow.slices import Link, Slice, gap, inked, kept
from journeyeditor.drawing.fonts import Line, break_lines
from journeyeditor.drawing.ink import Ink, Style, filled

_ADDRESS = re.compile(r"\bhttps?://[^\s<>“”«»\"]+|\bmailto:[^\s<>]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CLOSING = ".,;:!?)]}…"


def paragraph(text: str, style: Style, width: float, colour: str, indent: float = 0) -> list[Slice]:
    """A text, a slice for each line; addresses in it are links. Nothing for blank text."""
    lines = break_lines(text, style.font, style.size, width - indent, False)
    slices = []
    for line, links in zip(lines, _links(text, lines, style, indent), strict=True):
        ink = Ink()
        ink.write(line, indent, 0, style, colour)
        slices.append(inked(ink, style.leading, links))
    return _without_orphans(slices)


def heading(text: str, style: Style, width: float, colour: str, above: float) -> list[Slice]:
    """A title, which stays with what follows; `above` is the room over it."""
    slices = []
    for line in style.lines(text, width):
        ink = Ink()
        ink.write(line, 0, 0, style, colour)
        slices.append(replace(inked(ink, style.leading), keep=True))
    return [replace(gap(above), keep=True), *slices] if slices else []


def bullets(
    items: Iterable[str], style: Style, width: float, colour: str, sign: str
) -> list[Slice]:
    """A list, each entry behind a small disc of the colour `sign`."""
    size, indent = style.size * 0.42, style.size * 1.1
    slices: list[Slice] = []
    for item in items:
        entry = paragraph(item, style, width, colour, indent)
        if entry:
            disc = filled(0, (style.leading - size) / 2, size, size, sign, size / 2)
            slices.append(replace(entry[0], shapes=(*disc, *entry[0].shapes)))
            slices += entry[1:]
    return slices


def quote(
    text: str, note: str, style: Style, note_style: Style, width: float, colours: Sequence[str]
) -> list[Slice]:
    """What somebody said and where, beside a bar. `colours` are those of text, note and bar."""
    indent = style.size * 1.6
    said = paragraph(text, style, width, colours[0], indent)
    said += paragraph(note, note_style, width, colours[1], indent)
    return kept(
        [
            replace(part, shapes=(*filled(0, 0, 2.25, part.height, colours[2]), *part.shapes))
            for part in said
        ]
    )


def _without_orphans(slices: list[Slice]) -> list[Slice]:
    """No first line alone at the foot of a page, and no last line alone at the head of one."""
    last = len(slices) - 1
    return [
        replace(part, keep=number in (0, last - 1) and number < last)
        for number, part in enumerate(slices)
    ]


def _links(
    text: str, lines: Sequence[Line], style: Style, indent: float
) -> Iterator[tuple[Link, ...]]:
    """For each line its links: where an address, or a part of one, stands on it."""
    addresses = [
        (match.start(), match.start() + len(address), _target(address))
        for match in _ADDRESS.finditer(text)
        if (address := match.group().rstrip(_CLOSING))
    ]
    position = 0
    for line in lines:
        start = max(position, text.find(line.text, position))
        position = start + len(line.text)
        yield tuple(
            Link(indent + left, 0, right - left, style.leading, target)
            for first, end, target in addresses
            if first < position and end > start
            for left, right in [_extent(line, max(first, start) - start, end - start)]
        )


def _target(address: str) -> str:
    return f"mailto:{address}" if "@" in address and ":" not in address else address


def _extent(line: Line, first: int, end: int) -> tuple[float, float]:
    """From where to where some characters of a line reach; the whole line where it is mixed."""
    if len(line.runs) != 1 or line.outlines:
        return 0.0, line.width
    run = line.runs[0]
    if list(run.clusters) != sorted(run.clusters):
        return 0.0, line.width
    xs = [x for x, cluster in zip(run.xs, run.clusters, strict=True) if first <= cluster]
    after = [x for x, cluster in zip(run.xs, run.clusters, strict=True) if cluster >= end]
    return (xs[0] if xs else 0.0), (after[0] if after else line.width)
