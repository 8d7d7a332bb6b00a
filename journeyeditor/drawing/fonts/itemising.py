"""Cuts a paragraph into stretches that can be shaped: one direction, font and script each."""

import functools
from collections.abc import Iterable, Iterator

import uharfbuzz as hb
import unicode_segmentation_rs as segmentation

from journeyeditor.drawing.fonts.bidi import levels, needs_reordering
from journeyeditor.drawing.fonts.typefaces import (
    LIGATURES,
    Typeface,
    bundled,
    has_all,
    is_private,
    shared_typeface,
    system_typeface,
    typefaces_for,
    visible,
)

_WITH_CHINESE = ("Hira", "Kana", "Bopo")
"""Scripts that words are written in together with Chinese characters; fonts have them as one."""


def itemise(text: str, font: str) -> Iterator[tuple[int, int, int, Typeface | None, str]]:
    """Stretches of one level, font and script: start, end, level, font, script."""
    embedding = levels(text) if needs_reordering(text) else None
    start, position = 0, 0
    current: tuple[int, Typeface | None, str] | None = None
    clusters = list(_clusters(text, font))
    shared = _shared_typefaces(clusters, font)
    for cluster in clusters:
        level = embedding[position] if embedding else 0
        face: Typeface | None = bundled(font)
        script = ""
        if seen := visible(cluster):
            script = _script(seen[0]) or (current[2] if current else "")
            face = _typeface(seen, cluster, font)
            if face and not face.stem:
                face = shared.get(seen, face)
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


def _shared_typefaces(clusters: Iterable[str], font: str) -> dict[str, Typeface]:
    """Which fonts of this machine characters come from, as few of them as can be.

    Those of one script come from one font where it has them: of two, one would look heavier. What
    all scripts share goes with what is before it.
    """
    by_script: dict[str, list[str]] = {}
    script = ""
    for cluster in clusters:
        seen = visible(cluster)
        face = _typeface(seen, cluster, font) if seen else None
        if face and not face.stem:
            script = _script(seen[0]) or script
            by_script.setdefault(script, []).append(seen)
    if len(by_script) > 1:
        first = next(script for script in by_script if script)
        by_script[first] += by_script.pop("", [])
    result: dict[str, Typeface] = {}
    for group in by_script.values():
        face = shared_typeface("".join(sorted({char for seen in group for char in seen})))
        result |= {seen: face for seen in group if face and has_all(face, seen)}
    return result


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
    if any(map(is_private, seen)):
        return None
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
    script = str(buffer.script or "")
    return "Hani" if script in _WITH_CHINESE else script
