"""Lines of a given width.

Lines break at spaces, after "/" or "-", where the script asks for it (Chinese has no spaces), and
inside a word only if the word alone exceeds the line. Hard breaks are kept.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import sub
from typing import NamedTuple

import unicode_segmentation_rs as segmentation

from journeyeditor.drawing.fonts.shaping import (
    WORD,
    Line,
    Paragraph,
    plain_word,
    shape,
    shape_paragraph,
)
from journeyeditor.drawing.fonts.typefaces import bundled

ELLIPSIS = "…"
MOST_BALANCED_LINES = 10
"""Longer texts are only filled: nobody sees whether they are balanced."""

_HARD_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BREAKING_SIGNS = frozenset(" \t/-‐–—\u00ad\u200b")
_SLACK = 1e-6

_Unit = tuple[int, int]
"""A piece that is never broken: its first character, and where its last visible one ends."""


class _Units(NamedTuple):
    """A text's pieces, and where each starts and ends, in points from the text's start."""

    units: Sequence[_Unit]
    starts: Sequence[float]
    ends: Sequence[float]


@functools.lru_cache(maxsize=16384)
def break_lines(
    text: str, font: str, size: float, width: float, balance: bool = True
) -> tuple[Line, ...]:
    """The text in lines no wider than `width` points; none for blank text.

    With `balance`, lines are as narrow as their number allows.
    """
    if not text.strip():
        return ()
    lines: list[Line] = []
    for part in _HARD_BREAK.split(text.strip()):
        paragraph = shape_paragraph(part.strip(), font, size)
        for ends in _ranges(paragraph, font, width, balance):
            line = paragraph.line(*ends)
            broken = paragraph.broken_word(ends[1])
            lines.append(replace(line, broken=broken) if broken else line)
    return tuple(lines)


@functools.lru_cache(maxsize=16384)
def count_lines(text: str, font: str, size: float, width: float) -> int:
    """How many lines `break_lines` makes of the text, found without making them."""
    count, x, full = 0, 0.0, 0.0
    for word in WORD.findall(text.strip()):
        found = _word_units(word, font, size)
        if found is None:
            return len(break_lines(text, font, size, width))
        for _, _, left, right in found[1]:
            if x + right > full or not count:
                if right - left > width + _SLACK:
                    return len(break_lines(text, font, size, width))
                count += 1
                full = x + left + width + _SLACK
        x += found[0]
    return count


@functools.lru_cache(maxsize=16384)
def elide(text: str, font: str, size: float, width: float, lines: int = 1) -> tuple[Line, ...]:
    """At most so many lines of at most that width, the last cut with "…" where text is left.

    A word that alone exceeds the line is broken where all of the text has room then, or where
    lines would be left without words; else it is cut, and ends the text.
    """
    flat = " ".join(text.split())
    if not flat or lines < 1:
        return ()
    paragraph = shape_paragraph(flat, font, size)
    ranges: Sequence[_Unit] = _fitted(_units(paragraph, font), width, False)
    shown = _fitting(paragraph, ranges, width)
    if lines > 1 or shown == len(ranges) <= lines:
        whole = break_lines(flat, font, size, width)
        if len(whole) <= lines:
            return whole
    if shown < lines - 1:
        ranges = _ranges(paragraph, font, width, False)
        shown = _fitting(paragraph, ranges, width)
    count = min(shown, lines - 1)
    kept = tuple(paragraph.line(*ends) for ends in ranges[:count])
    return kept + _cut_short(paragraph, ranges[count][0], font, width)


def _fitting(paragraph: Paragraph, ranges: Sequence[_Unit], width: float) -> int:
    """How many of the first lines are no wider than that."""
    fits = [paragraph.at[end] - paragraph.at[start] <= width + _SLACK for start, end in ranges]
    return fits.index(False) if False in fits else len(ranges)


def _cut_short(paragraph: Paragraph, start: int, font: str, width: float) -> tuple[Line, ...]:
    """The text from `start` as one line that ends in "…"; nothing where not even that fits."""
    room = width - shape(ELLIPSIS, font, paragraph.size).width
    if room < 0:
        return ()
    end = start
    for cluster in segmentation.graphemes(paragraph.text[start:], True):
        if paragraph.at[end + len(cluster)] - paragraph.at[start] > room:
            break
        end += len(cluster)
    line = shape(paragraph.text[start:end].rstrip() + ELLIPSIS, font, paragraph.size)
    return (line,) if line.width <= width + _SLACK else ()


def _ranges(paragraph: Paragraph, font: str, width: float, balance: bool) -> Sequence[_Unit]:
    """First and last character of each line."""
    if paragraph.width <= width + _SLACK:
        return [(0, len(paragraph.text))]
    found = _units(paragraph, font)
    if _widest(found) > width + _SLACK:
        pieces = [piece for unit in found.units for piece in _pieces(paragraph, unit, width)]
        found = _placed(pieces, paragraph)
    return _fitted(found, width, balance)


def _units(paragraph: Paragraph, font: str) -> _Units:
    plain = _plain_units(paragraph.text, font, paragraph.size) if paragraph.plain else None
    return plain or _placed(_breaking(paragraph.text, font), paragraph)


def _placed(units: Sequence[_Unit], paragraph: Paragraph) -> _Units:
    at = paragraph.at
    return _Units(units, [at[start] for start, _ in units], [at[end] for _, end in units])


def _plain_units(text: str, font: str, size: float) -> _Units | None:
    """The units of a plain text, put together from those of its words; None for any other."""
    units: list[_Unit] = []
    starts: list[float] = []
    ends: list[float] = []
    at, x = 0, 0.0
    for word in WORD.findall(text):
        found = _word_units(word, font, size)
        if found is None:
            return None
        width, places = found
        for start, end, left, right in places:
            units.append((at + start, at + end))
            starts.append(x + left)
            ends.append(x + right)
        at += len(word)
        x += width
    return _Units(units, starts, ends)


@functools.lru_cache(maxsize=32768)
def _word_units(
    word: str, font: str, size: float
) -> tuple[float, Sequence[tuple[int, int, float, float]]] | None:
    """A plain word's width with the spaces after it, and its units with their places."""
    item = plain_word(word, font, size)
    if item is None:
        return None
    pens = item.pens
    return pens[-1], [(start, end, pens[start], pens[end]) for start, end in _breaking(word, font)]


def _breaking(text: str, font: str) -> list[_Unit]:
    """Where the text may break: at all spaces, within plain words at certain signs only.

    Elsewhere as UAX #14 has it.
    """
    plain = bundled(font).plain
    units: list[_Unit] = []
    start = end = 0
    for piece in segmentation.line_break_units(text):
        for unit in WORD.findall(piece) if " " in piece[:-1] else (piece,):
            end += len(unit)
            if unit[-1] in _BREAKING_SIGNS or not plain.issuperset(text[end - 1 : end + 1]):
                units.append((start, start + len(text[start:end].rstrip(" "))))
                start = end
    if start < end:
        units.append((start, end))
    return units


def _widest(found: _Units) -> float:
    return max(map(sub, found.ends, found.starts), default=0.0)


def _pieces(paragraph: Paragraph, unit: _Unit, width: float) -> Sequence[_Unit]:
    """The unit itself, or equal parts of it where it alone exceeds the line."""
    start, end = unit
    if paragraph.at[end] - paragraph.at[start] <= width + _SLACK:
        return (unit,)
    clusters = []
    for cluster in segmentation.graphemes(paragraph.text[start:end], True):
        clusters.append((start, start + len(cluster)))
        start += len(cluster)
    return _fitted(_placed(clusters, paragraph), width, True)


def _fitted(found: _Units, width: float, balance: bool) -> list[_Unit]:
    units, starts, ends = found
    lines = _filled(starts, ends, width)
    if balance and 1 < len(lines) <= MOST_BALANCED_LINES:
        lines = _balanced(starts, ends, len(lines))
    return [(units[first][0], units[last - 1][1]) for first, last in lines]


def _filled(starts: Sequence[float], ends: Sequence[float], width: float) -> list[tuple[int, int]]:
    """Each line takes as many units as fit, one at least."""
    lines = []
    first = 0
    while first < len(starts):
        last = bisect_right(ends, starts[first] + width + _SLACK, first + 1)
        lines.append((first, last))
        first = last
    return lines


def _balanced(starts: Sequence[float], ends: Sequence[float], count: int) -> list[tuple[int, int]]:
    """The lines of the smallest width that needs no more than `count` of them."""
    widths = list(map(sub, ends, starts))
    width = max(*widths, sum(widths) / count)
    lines = _filled(starts, ends, width)
    while len(lines) > count:
        width = min([ends[last] - starts[first] for first, last in lines[:-1]])
        lines = _filled(starts, ends, width)
    return lines
