"""Glyph runs as text operators of a PDF, at the places that the layout gave them.

Readers of PDFs lose marks that stand off the line, and glyphs that have no characters of their
own. So one glyph of each cluster stands for all its characters, and the others become outlines.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from journeyeditor.drawing.fonts.outlines import glyph_outline
from journeyeditor.drawing.fonts.typefaces import LIGATURES, bundled, visible
from journeyeditor.drawing.paths import Commands, moved
from journeyeditor.drawing.shapes import GlyphRun
from journeyeditor.exporting.embedding import EM, EmbeddedFont

_TOLERANCE = 0.01
"""Points that a glyph may be off its place before the text is shifted."""

_APART = 0.15
"""Ems between two characters that share a glyph; from 0.2 on, a word would seem to end there."""

_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))

_SPACES = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")


_Glyph = tuple[int, float, float, str]
"""A glyph, its place, and what it stands for."""


class Piece(NamedTuple):
    """Operands and operator that show some glyphs, starting at (x, y) relative to the text."""

    x: float
    y: float
    show: str


class Lettering(NamedTuple):
    """A run as pieces of glyphs on one height each, and as outlines relative to the text."""

    pieces: tuple[Piece, ...]
    outlines: Commands


def letter(run: GlyphRun, font: EmbeddedFont, turned: bool = False) -> Lettering:
    """A run in one of the fonts of a PDF; `turned` where something in its line runs leftwards."""
    texts = characters(run, font)
    found: list[Piece] = []
    codes, widths, unit = font.codes, font.widths, run.size / EM
    shown: list[str] = []
    hexes: list[str] = []
    start = pen = 0.0
    level: float | None = None
    glyphs: Iterable[_Glyph] = zip(run.glyphs, run.xs, run.ys, texts, strict=True)
    if turned:
        glyphs = _turned(glyphs, font, run.size)
    for glyph, x, y, text in glyphs:
        if not text:
            continue
        if y != level:
            if level is not None:
                found.append(_piece(start, level, shown, hexes))
                shown, hexes = [], []
            level, start, pen = y, x, x
        ahead = pen - x
        if ahead > _TOLERANCE or ahead < -_TOLERANCE:
            back = round(ahead / unit, 1)
            shown.append(f"<{''.join(hexes)}>{back:.1f}")
            hexes = []
            pen -= back * unit
        hexes.append(codes[glyph, text])
        pen += widths[glyph] * unit
    if level is not None:
        found.append(_piece(start, level, shown, hexes))
    return Lettering(tuple(found), () if all(texts) else _outlines(run, texts))


def parted(
    runs: Iterable[GlyphRun], place: int
) -> tuple[tuple[GlyphRun, ...], tuple[GlyphRun, ...]]:
    """Runs that go from left to right, before and after so many characters."""
    before: list[GlyphRun] = []
    after: list[GlyphRun] = []
    for run in runs:
        if 0 < place < len(run.text):
            before.append(_part(run, 0, place))
            after.append(_part(run, place, len(run.text)))
        else:
            (before if place > 0 else after).append(run)
        place -= len(run.text)
    return tuple(before), tuple(after)


def _part(run: GlyphRun, start: int, end: int) -> GlyphRun:
    first, last = bisect_left(run.clusters, start), bisect_left(run.clusters, end)
    return GlyphRun(
        run.font,
        run.size,
        run.glyphs[first:last],
        run.xs[first:last],
        run.ys[first:last],
        run.text[start:end],
        tuple([cluster - start for cluster in run.clusters[first:last]]),
    )


def _piece(x: float, y: float, shown: list[str], hexes: list[str]) -> Piece:
    last = f"<{''.join(hexes)}>"
    return Piece(x, y, f"[{''.join(shown)}{last}]TJ" if shown else f"{last}Tj")


def _turned(glyphs: Iterable[_Glyph], font: EmbeddedFont, size: float) -> Iterator[_Glyph]:
    """Glyphs of a line that runs from right to left, for readers that turn it by themselves.

    They turn the characters of one glyph too, and even a text in the right order that stands
    beside it. So all but one get a blank of their own, apart from their neighbours: what stands
    in one place counts as printed twice. Brackets are what they look like, as browsers expect.
    """
    for glyph, x, y, text in glyphs:
        if len(text) > 1 and is_right_to_left(text):
            yield font.blank, x - _APART * size, y, text[-1]
            yield glyph, x, y, text[-2]
            right = x + font.widths[glyph] * size / EM - _APART * size
            for char in text[-3::-1]:
                yield font.blank, right, y, char
        else:
            look = _MIRRORED.get(text, "")
            yield glyph, x, y, look if look and font.shows(look, glyph) else text


def _outlines(run: GlyphRun, texts: Sequence[str]) -> Commands:
    typeface = bundled(run.font)
    commands: list[tuple[str | float, ...]] = []
    for glyph, x, y, text in zip(run.glyphs, run.xs, run.ys, texts, strict=True):
        if not text:
            commands += moved(glyph_outline(typeface, glyph, run.size), x, y)
    return tuple(commands)


def characters(run: GlyphRun, font: EmbeddedFont) -> Sequence[str]:
    """What each glyph of a run stands for.

    The widest of a cluster stands for all its characters, the others for none; so do glyphs of
    characters that are never seen. A ligature is read as the letters that it is drawn as, and
    found by them.
    """
    count = len(run.glyphs)
    if count == len(run.text) and run.text.isprintable() and run.clusters == tuple(range(count)):
        return run.text
    text = run.text.translate(_SPACES)
    end_of = dict(pairwise(sorted({*run.clusters, len(text)})))
    result = [""] * count
    for cluster, places in groupby(range(count), run.clusters.__getitem__):
        spelt = text[cluster : end_of[cluster]]
        if spelt in LIGATURES:
            for place, char in zip(places, LIGATURES[spelt], strict=True):
                result[place] = char
        elif visible(spelt):
            carrier = max(places, key=lambda place: font.widths[run.glyphs[place]])
            result[carrier] = spelt
    return result


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that runs from right to left."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"
