"""Addresses in texts: what they are, and where they stand on the lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat

from journeyeditor.drawing.flow.slices import Link
from journeyeditor.drawing.fonts import Line
from journeyeditor.drawing.ink import Style

_HINT = re.compile("://|@|mailto:|www", re.IGNORECASE)
"""What every address has; most texts have nothing of it."""
_ADDRESS = re.compile(
    r"\bhttps?://[^\s<>“”«»\"]+|\bmailto:[^\s<>]+"
    r"|(?<![\w.@/-])www\.(?:[\w-]+\.)+\w{2,}[^\s<>“”«»\"]*"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_BARE = re.compile(r"www\.", re.IGNORECASE)
_CLOSING = ".,;:!?)]}…"


def links_on(
    lines: Sequence[Line], text: str, style: Style, indent: float = 0.0
) -> Iterator[tuple[Link, ...]]:
    """For each line that a text was broken into its links, relative to the line's upper left.

    A link lies where an address, or a part of one, stands. The lines begin at `indent`.
    """
    if not _HINT.search(text):
        yield from repeat((), len(lines))
        return
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
    if _BARE.match(address):
        return f"https://{address}"
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
