"""Cuts a paragraph into stretches that can be shaped: one direction, font and script each."""

import functools
from collections.abc import Iterator

import uharfbuzz as hb
import unicode_segmentation_rs as segmentation

from journeyeditor.drawing.fonts.bidi import levels, needs_reordering
from journeyeditor.drawing.fonts.typefaces import (
    LIGATURES,
    Typeface,
    bundled,
    system_typeface,
    typefaces_for,
    visible,
)


def itemise(text: str, font: str) -> Iterator[tuple[int, int, int, Typeface | None, str]]:
    """Stretches of one level, font and script: start, end, level, font, script."""
    embedding = levels(text) if needs_reordering(text) else None
    start, position = 0, 0
    current: tuple[int, Typeface | None, str] | None = None
    for cluster in _clusters(text, font):
        level = embedding[position] if embedding else 0
        face: Typeface | None = bundled(font)
        script = ""
        if seen := visible(cluster):
            face, script = _typeface(seen, cluster, font), _script(seen[0])
            script = script or (current[2] if current else "")
        elif current:
            face, script = current[1], current[2]
        if current and current[2] == "" and script and current[:2] == (level, face):
            current = (level, face, script)
        if current is not None and current != (level, face, script):
            yield start, position, *current
            start = position
        current = (level, face, script)
        position += len(cluster)
    if current is not None:
        yield start, position, *current


def _clusters(text: str, font: str) -> Iterator[str]:
    """User-perceived characters; those that no font has as a whole in their single parts."""
    for cluster in segmentation.graphemes(text, True):
        seen = visible(cluster)
        if len(seen) > 1 and _typeface(seen, cluster, font) is None:
            yield from cluster
        else:
            yield cluster


@functools.lru_cache(maxsize=4096)
def _typeface(seen: str, cluster: str, font: str) -> Typeface | None:
    letters = "".join(LIGATURES.get(char, char) for char in seen)
    for face in typefaces_for(cluster, font):
        if all(char in face.covered for char in letters):
            return face
    return system_typeface(seen)


@functools.lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The script of a character; empty for those that all scripts share."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return str(buffer.script or "")
