"""Reading order of mixed left-to-right and right-to-left text.

The Unicode Bidirectional Algorithm (UAX #9): embedding levels for a paragraph, and the order in
which runs of one level appear on a line. Rule names (X5, W1, ...) are those of the annex.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from journeyeditor.drawing.fonts.bidi_types import ISOLATES, resolve

MAX_DEPTH = 125
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class _State(NamedTuple):
    """An entry of the directional status stack."""

    level: int
    override: str
    isolate: bool


def needs_reordering(text: str) -> bool:
    """Whether anything in the text could run from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def levels(text: str) -> list[int]:
    """The embedding level of each character of one paragraph; odd ones run right to left."""
    types = [unicodedata.bidirectional(char) or "L" for char in text]
    base = _first_strong(types, 0, len(types))
    explicit, resolved = _explicit(types, base)
    result = list(explicit)
    kept = [i for i, kind in enumerate(types) if kind not in _REMOVED]
    for sequence in _sequences(kept, types, explicit):
        level = explicit[sequence[0]]
        edges = _edges(sequence, types, explicit, base)
        kinds = [resolved[i] for i in sequence]
        resolve([text[i] for i in sequence], kinds, edges, level)
        for i, kind in zip(sequence, kinds, strict=True):
            result[i] = _implicit(level, kind)
    _settle_removed(types, result, base)
    _reset_spaces(types, result, base)
    return result


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """The indexes of a line's runs from left to right, given each run's level (rule L2)."""
    order = list(range(len(run_levels)))
    odd = [level for level in run_levels if level % 2]
    if not odd:
        return order
    for level in range(max(run_levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _first_strong(types: Sequence[str], start: int, end: int) -> int:
    """Rules P2 and P3: 1 where the first strong character outside isolates is right-to-left."""
    depth = 0
    for kind in types[start:end]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            if depth == 0 and start:
                return 0
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return 0


class _Explicit:
    """Rules X1 to X8: walks over a paragraph with the stack of embeddings."""

    def __init__(self, base: int) -> None:
        self.stack = [_State(base, "", False)]
        self.overflow_isolates = 0
        self.overflow_embeddings = 0
        self.valid_isolates = 0

    def _next_level(self, right: bool) -> int:
        level = self.stack[-1].level
        return (level + 1) | 1 if right else (level + 2) & ~1

    def embed(self, kind: str) -> None:
        level = self._next_level(kind in ("RLE", "RLO"))
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            override = {"RLO": "R", "LRO": "L"}.get(kind, "")
            self.stack.append(_State(level, override, False))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def isolate(self, right: bool) -> None:
        level = self._next_level(right)
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += 1
            self.stack.append(_State(level, "", True))
        else:
            self.overflow_isolates += 1

    def end_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack[-1].isolate:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def end_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1].isolate and len(self.stack) > 1:
            self.stack.pop()


def _explicit(types: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Levels and types of the characters after the explicit formatting characters."""
    walk = _Explicit(base)
    result, resolved = [], []
    for i, kind in enumerate(types):
        if kind == "PDI":
            walk.end_isolate()
        state = walk.stack[-1]
        result.append(state.level)
        resolved.append(state.override or kind)
        if kind in ISOLATES:
            right = kind == "RLI" or (kind == "FSI" and _isolated_direction(types, i) == 1)
            walk.isolate(right)
        elif kind in ("RLE", "LRE", "RLO", "LRO"):
            walk.embed(kind)
        elif kind == "PDF":
            walk.end_embedding()
    return result, resolved


def _isolated_direction(types: Sequence[str], initiator: int) -> int:
    return _first_strong(types, initiator + 1, len(types))


def _sequences(
    kept: Sequence[int], types: Sequence[str], levels: Sequence[int]
) -> Iterable[list[int]]:
    """Rule X10: level runs, joined where an isolate interrupts them."""
    runs: list[list[int]] = []
    for i in kept:
        if runs and levels[runs[-1][-1]] == levels[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    matches = _matching(types)
    closed_by = {close: opener for opener, close in matches.items()}
    started: dict[int, list[int]] = {}
    for run in runs:
        opener = closed_by.get(run[0])
        sequence = started.pop(opener, []) if opener is not None else []
        sequence += run
        if run[-1] in matches:
            started[run[-1]] = sequence
        else:
            yield sequence
    yield from started.values()


def _matching(types: Sequence[str]) -> dict[int, int]:
    """Rule BD9: each isolate's initiator and the character that ends it."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for i, kind in enumerate(types):
        if kind in ISOLATES:
            open_.append(i)
        elif kind == "PDI" and open_:
            found[open_.pop()] = i
    return found


def _edges(
    sequence: Sequence[int], types: Sequence[str], levels: Sequence[int], base: int
) -> tuple[str, str]:
    """The directions at the start and the end of a sequence (sos and eos)."""
    before = _neighbour(sequence[0], -1, types, levels, base)
    after = base
    if types[sequence[-1]] not in ISOLATES:
        after = _neighbour(sequence[-1], 1, types, levels, base)
    level = levels[sequence[0]]
    start, end = ("R" if max(level, near) % 2 else "L" for near in (before, after))
    return start, end


def _implicit(level: int, kind: str) -> int:
    """Rules I1 and I2."""
    if level % 2:
        return level + (kind in ("L", "EN", "AN"))
    return level + {"R": 1, "EN": 2, "AN": 2}.get(kind, 0)


def _neighbour(
    index: int, step: int, types: Sequence[str], levels: Sequence[int], base: int
) -> int:
    index += step
    while 0 <= index < len(types) and types[index] in _REMOVED:
        index += step
    return levels[index] if 0 <= index < len(types) else base


def _settle_removed(types: Sequence[str], levels: list[int], base: int) -> None:
    """Formatting characters take the level before them, so that they split no run."""
    for i, kind in enumerate(types):
        if kind in _REMOVED:
            levels[i] = levels[i - 1] if i else base


def _reset_spaces(types: Sequence[str], levels: list[int], base: int) -> None:
    """Rule L1: separators, and the spaces before them or at the end, go with the paragraph."""
    trailing = True
    for i in reversed(range(len(types))):
        if types[i] in ("S", "B"):
            trailing = True
        elif types[i] not in ("WS", "LRI", "RLI", "FSI", "PDI") and types[i] not in _REMOVED:
            trailing = False
        if trailing:
            levels[i] = base
