"""Outlines as path operators of a PDF, and those that come again and again as forms of their own.

A form takes colour and line from the page that draws it (ISO 32000-1, 8.10), so an icon is kept
once for all its colours and places.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFZCompress,
    xObjectName,
)

from journeyeditor.drawing.paths import Commands, circle, moved, rounded

_OPERATORS: Mapping[str | float, str] = {
    "M": "%.2f %.2f m",
    "L": "%.2f %.2f l",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c",
    "Z": "h",
}
_NEEDLESS_ZEROS = re.compile(r"\.?0+(?= )")
_SHORT = 80
"""Operators up to this length are not worth a form."""

_LONG = 64
"""More commands than that take longer to write than to find again."""

_OFTEN = 3
_ROOM_FOR_LINES = 10
"""Points around an outline that its lines may take."""


class Outline(NamedTuple):
    """Path operators around a point of their own, where they are, and what they take up."""

    x: float
    y: float
    operators: str
    box: tuple[float, float, float, float]


def outline(commands: Commands) -> Outline:
    """Path commands, of which there is one at least, as an outline around the first point."""
    return _long_outline(commands) if len(commands) > _LONG else _outline(commands)


def _outline(commands: Commands) -> Outline:
    x, y = (float(value) for value in commands[0][1:3])
    own = moved(commands, -x, -y)
    return Outline(x, y, _operators(own), bounds(own))


_long_outline = lru_cache(maxsize=128)(_outline)
"""Long ones come again on many pages: the curve of a segment, on each sheet of its cards."""


@lru_cache(maxsize=4096)
def box_outline(width: float, height: float, radius: float) -> Outline:
    """A rectangle at (0, 0), its corners rounded as far as it allows."""
    radius = min(radius, width / 2, height / 2)
    if radius <= 0:
        return Outline(0, 0, f"0 0 {width:.3f} {height:.3f} re", (0, 0, width, height))
    if width == height == 2 * radius:
        drawn = circle(radius, radius, radius)
    else:
        drawn = rounded(0, 0, width, height, radius, radius)
    return Outline(0, 0, _operators(drawn), (0, 0, width, height))


def bounds(commands: Commands) -> tuple[float, float, float, float]:
    """The smallest rectangle around all points: left, top, right, bottom."""
    xs = [float(x) for command in commands for x in command[1::2]]
    ys = [float(y) for command in commands for y in command[2::2]]
    return min(xs), min(ys), max(xs), max(ys)


def _operators(commands: Commands) -> str:
    written = " ".join([_OPERATORS[command[0]] % command[1:] for command in commands])
    return _NEEDLESS_ZEROS.sub("", f"{written} ").rstrip()


class Forms:
    """The forms of one PDF: what is drawn often becomes one."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._uses: Counter[str] = Counter()
        self._names: dict[str, str] = {}

    def name(self, outline: Outline, paint: str) -> str:
        """The form that draws an outline with a painting operator; empty as long as it's rare."""
        drawn = f"{outline.operators} {paint}"
        if drawn in self._names or len(drawn) <= _SHORT:
            return self._names.get(drawn, "")
        self._uses[drawn] += 1
        if self._uses[drawn] < _OFTEN:
            return ""
        self._names[drawn] = name = f"S{len(self._names) + 1}"
        left, top, right, bottom = outline.box
        room = _ROOM_FOR_LINES
        box = [left - room, top - room, right + room, bottom + room]
        values = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArrayCompact([round(value, 2) for value in box]),
        }
        form = PDFStream(PDFDictionary(values), drawn.encode("ascii"), [PDFZCompress])
        self._document.Reference(form, xObjectName(name))
        return name
