"""Text to placed glyphs, with HarfBuzz.

Kerning and mark positioning are on, ligatures and contextual forms off, so that every backend
can draw the same glyphs at the same places.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

import uharfbuzz as hb
import unicode_segmentation_rs as segmentation

from journeyeditor.drawing.fonts.bidi import visual_order
from journeyeditor.drawing.fonts.itemising import itemise
from journeyeditor.drawing.fonts.outlines import (
    REPLACEMENT_ADVANCE,
    glyph_outline,
    replacement_outline,
)
from journeyeditor.drawing.fonts.typefaces import LIGATURES, Typeface, bundled, visible
from journeyeditor.drawing.paths import Commands, moved
from journeyeditor.drawing.shapes import GlyphRun, Path

_FEATURES = {"kern": True, "liga": False, "calt": False, "clig": False, "dlig": False}
WORD = re.compile("[^ ]+ *| +")
"""A word with the spaces after it."""

_UNSEEN = "\u200b"
_SAFE: dict[int, str] = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], _UNSEEN) | dict.fromkeys(
    map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " "
)


class Outline(NamedTuple):
    """Letters that no bundled font has: their shape, relative to the line, and what they spell.

    They take up the line from `left` to `right`.
    """

    commands: Commands
    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """One shaped line. `width` in points; `missing` are the characters that no font has.

    `broken` is the word that goes on in the next line, if one does: the whole of it.
    """

    text: str
    width: float
    runs: tuple[GlyphRun, ...] = ()
    outlines: tuple[Outline, ...] = ()
    missing: frozenset[str] = frozenset()
    broken: str = ""

    def outline_paths(self, x: float, y: float, colour: str) -> tuple[Path, ...]:
        """The outlines of the line with its baseline starting at (x, y)."""
        return tuple(
            Path(moved(commands, x, y), fill=colour, text=spelt, extent=(x + left, x + right))
            for commands, spelt, left, right in self.outlines
        )


class Item(NamedTuple):
    """A stretch of a paragraph in one font and direction.

    `clusters` are indexes into the paragraph, `pens` the positions between glyphs in points from
    left to right (one more than glyphs), `shifts` each glyph's offset from there, if any has one.
    """

    start: int
    end: int
    level: int
    typeface: Typeface | None
    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    pens: Sequence[float]
    shifts: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Shaped text before it is broken. `at` is how far each character starts from the first.

    Where it is `plain`, it has one item, in which each character is one glyph.
    """

    text: str
    size: float
    items: tuple[Item, ...]
    at: Sequence[float]
    plain: bool = False

    @property
    def width(self) -> float:
        return self.at[-1]

    def broken_word(self, place: int) -> str:
        """The word that a line's end at a place breaks; empty where it breaks none.

        Scripts without spaces have none, and what runs to the left has no whole lines.
        """
        text = self.text
        parts = text[place - 1 : place + 1]
        if len(parts) < 2 or " " in parts or any(item.level for item in self.items):
            return ""
        end = text.find(" ", place)
        word = text[text.rfind(" ", 0, place) + 1 : end if end > 0 else len(text)]
        face = self.items[0].typeface
        return word if face and face.plain.issuperset(word) else ""

    def line(self, start: int, end: int) -> Line:
        """The characters from `start` to `end` as a line."""
        if self.plain:
            return self._plain_line(start, end)
        text = self.text[start:end]
        parts = [part for item in self.items if (part := _cut(item, start, end))]
        runs: list[GlyphRun] = []
        outlines: list[Outline] = []
        missing: set[str] = set()
        x = 0.0
        for index in visual_order([part.level for part in parts]):
            part = parts[index]
            spelt = self.text[part.start : part.end]
            if part.typeface is not None and part.typeface.stem:
                runs.append(_glyph_run(part, self.size, x, spelt))
            else:
                outlines.append(Outline(_outline(part, self.size, x), spelt, x, x + _width(part)))
                if part.typeface is None:
                    missing.update(visible(spelt))
            x += _width(part)
        return Line(text, x, tuple(runs), tuple(outlines), frozenset(missing))

    def _plain_line(self, start: int, end: int) -> Line:
        """The same, quickly."""
        text, item, left = self.text[start:end], self.items[0], self.at[start]
        if item.typeface is None or not text:
            return Line(text, 0.0)
        xs = tuple([x - left for x in self.at[start:end]])
        clusters, ys = _steps(end - start)
        glyphs = item.glyphs[start:end]
        run = GlyphRun(item.typeface.stem, self.size, glyphs, xs, ys, text, clusters)
        return Line(text, self.at[end] - left, (run,))


@functools.lru_cache(maxsize=8192)
def shape(text: str, font: str, size: float) -> Line:
    """The whole text on one line; hard breaks count as spaces."""
    return shape_paragraph(text, font, size).line(0, len(text))


def shape_paragraph(text: str, font: str, size: float) -> Paragraph:
    """Text without hard breaks, ready to be cut into lines."""
    if paragraph := _plain_paragraph(text, font, size):
        return paragraph
    safe = text.translate(_SAFE)
    items = tuple(_shape_item(safe, *stretch, size) for stretch in itemise(safe, font))
    return Paragraph(text, size, items, _positions(text, items))


def _plain_paragraph(text: str, font: str, size: float) -> Paragraph | None:
    """The text put together from its words, each shaped once; None where that would not do.

    Our text fonts have no kerning between a space and the letter after it.
    """
    glyphs: list[int] = []
    at = [0.0]
    for word in WORD.findall(text):
        item = plain_word(word, font, size)
        if item is None:
            return None
        left = at.pop()
        glyphs += item.glyphs
        at += [left + pen for pen in item.pens]
    item = Item(0, len(text), 0, bundled(font), tuple(glyphs), (), at, ())
    return Paragraph(text, size, (item,), at, plain=True)


@functools.cache
def _steps(count: int) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """The clusters and heights of so many glyphs in plain text, kept once for all lines."""
    return tuple(range(count)), (0.0,) * count


@functools.lru_cache(maxsize=32768)
def plain_word(text: str, font: str, size: float) -> Item | None:
    """A word shaped by itself; None where its characters are not one glyph each, in their order."""
    face = bundled(font)
    if not face.plain.issuperset(text):
        return None
    item = _shape_item(text, 0, len(text), 0, face, "", size)
    return None if item.shifts or len(item.glyphs) != len(text) else item


def _shape_item(
    text: str,
    start: int,
    end: int,
    level: int,
    face: Typeface | None,
    script: str,
    size: float,
) -> Item:
    if face is None:
        return _replacement_item(text, start, end, level, size)
    buffer = hb.Buffer()
    origins: Sequence[int] = range(len(text))
    if LIGATURES.keys().isdisjoint(text):
        buffer.add_str(text, start, end - start)
    else:
        origins = _add_letters(buffer, text, start, end)
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.script = script or "Latn"
    buffer.language = "en"  # left out, HarfBuzz would take it from the environment
    hb.shape(face.font, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos or (), buffer.glyph_positions or ()
    scale = size / face.units
    return Item(
        start,
        end,
        level,
        face,
        tuple([info.codepoint for info in infos]),
        tuple([origins[info.cluster] for info in infos]),
        [pen * scale for pen in accumulate([p.x_advance for p in positions], initial=0)],
        _shifts(positions, scale),
    )


def _add_letters(buffer: hb.Buffer, text: str, start: int, end: int) -> list[int]:
    """A stretch of a text with its ligatures as their letters; which character each is of."""
    letters = [
        (letter, place)
        for place in range(start, end)
        for letter in LIGATURES.get(text[place], text[place])
    ]
    buffer.add_codepoints([ord(letter) for letter, _ in letters])
    return [place for _, place in letters]


def _shifts(positions: Sequence[Any], scale: float) -> Sequence[tuple[float, float]]:
    offsets = [(p.x_offset, p.y_offset) for p in positions]
    if offsets.count((0, 0)) == len(offsets):
        return ()
    return [(x * scale, -y * scale) for x, y in offsets]


def _replacement_item(text: str, start: int, end: int, level: int, size: float) -> Item:
    clusters = []
    position = start
    for cluster in segmentation.graphemes(text[start:end], True):
        clusters.append(position)
        position += len(cluster)
    if level % 2:
        clusters.reverse()
    pens = [size * REPLACEMENT_ADVANCE * i for i in range(len(clusters) + 1)]
    return Item(start, end, level, None, (0,) * len(clusters), tuple(clusters), pens, ())


def _positions(text: str, items: Sequence[Item]) -> Sequence[float]:
    advances = [0.0] * len(text)
    for item in items:
        for i, cluster in enumerate(item.clusters):
            advances[cluster] += item.pens[i + 1] - item.pens[i]
    return list(accumulate(advances, initial=0.0))


def _cut(item: Item, start: int, end: int) -> Item | None:
    """The part of an item between two characters; joined letters keep their joined forms."""
    if start <= item.start and item.end <= end:
        return item
    start, end = max(start, item.start), min(end, item.end)
    if start >= end:
        return None
    if item.level % 2:
        descending = [-cluster for cluster in item.clusters]
        first, last = bisect_left(descending, 1 - end), bisect_left(descending, 1 - start)
    else:
        first, last = bisect_left(item.clusters, start), bisect_left(item.clusters, end)
    return Item(
        start,
        end,
        item.level,
        item.typeface,
        item.glyphs[first:last],
        item.clusters[first:last],
        item.pens[first : last + 1],
        item.shifts[first:last],
    )


def _width(part: Item) -> float:
    return part.pens[-1] - part.pens[0]


def _glyph_run(part: Item, size: float, x: float, text: str) -> GlyphRun:
    assert part.typeface is not None
    left = x - part.pens[0]
    xs: Sequence[float] = [pen + left for pen in part.pens[:-1]]
    ys: Sequence[float] = (0.0,) * len(xs)
    if part.shifts:
        xs = [x + dx for x, (dx, _) in zip(xs, part.shifts, strict=True)]
        ys = [dy for _, dy in part.shifts]
    clusters = tuple([cluster - part.start for cluster in part.clusters])
    return GlyphRun(part.typeface.stem, size, part.glyphs, tuple(xs), tuple(ys), text, clusters)


def _outline(part: Item, size: float, x: float) -> Commands:
    left = x - part.pens[0]
    commands: list[tuple[str | float, ...]] = []
    for i, glyph in enumerate(part.glyphs):
        dx, dy = part.shifts[i] if part.shifts else (0.0, 0.0)
        if part.typeface is None:
            outline = replacement_outline(size)
        else:
            outline = glyph_outline(part.typeface, glyph, size)
        commands += moved(outline, part.pens[i] + left + dx, dy)
    return tuple(commands)
