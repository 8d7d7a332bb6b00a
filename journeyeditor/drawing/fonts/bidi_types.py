"""The middle part of the Unicode Bidirectional Algorithm: which way weak and neutral signs run.

Digits, punctuation, brackets and spaces take their direction from their surroundings, within one
isolating run sequence (UAX #9, rules W1 to N2).
"""

import functools
import unicodedata
from collections.abc import Sequence

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI", *ISOLATES})
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_MOST_OPEN_BRACKETS = 63


def resolve(chars: Sequence[str], kinds: list[str], edges: tuple[str, str], level: int) -> None:
    """Rules W1 to N2, in place."""
    originals = list(kinds)
    _weak(kinds, edges[0])
    _brackets(chars, kinds, originals, edges[0], level)
    _neutrals(kinds, *edges, level)


def _weak(kinds: list[str], start: str) -> None:
    """Rules W1 to W7, in place."""
    previous, strong = start, start
    for i, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[i] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = kinds[i]
        if kinds[i] in ("L", "R", "AL"):
            strong = kinds[i]
        elif kinds[i] == "EN" and strong == "AL":
            kinds[i] = "AN"
    for i, kind in enumerate(kinds):
        if kind == "AL":
            kinds[i] = "R"
    _separators(kinds)
    _terminators(kinds)
    strong = start
    for i, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _separators(kinds: list[str]) -> None:
    """Rule W4: a single separator between two numbers of a kind joins them."""
    for i in range(1, len(kinds) - 1):
        left, right = kinds[i - 1], kinds[i + 1]
        joins_en = kinds[i] in ("ES", "CS") and left == right == "EN"
        joins_an = kinds[i] == "CS" and left == right == "AN"
        if joins_en or joins_an:
            kinds[i] = left


def _terminators(kinds: list[str]) -> None:
    """Rules W5 and W6: terminators beside a European number join it, the rest are neutral."""
    i = 0
    while i < len(kinds):
        if kinds[i] != "ET":
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        number = (i > 0 and kinds[i - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        kinds[i:end] = ["EN" if number else "ON"] * (end - i)
        i = end
    for i, kind in enumerate(kinds):
        if kind in ("ES", "CS"):
            kinds[i] = "ON"


def _brackets(
    chars: Sequence[str], kinds: list[str], originals: Sequence[str], start: str, level: int
) -> None:
    """Rule N0: a pair of brackets takes the direction of what it holds."""
    embedding = "R" if level % 2 else "L"
    for opener, closer in _bracket_pairs(chars, kinds):
        inside = {_STRONG[k] for k in kinds[opener + 1 : closer] if k in _STRONG}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            before = next((_STRONG[k] for k in reversed(kinds[:opener]) if k in _STRONG), start)
            direction = before if before != embedding else embedding
        for bracket in (opener, closer):
            kinds[bracket] = direction
            after = bracket + 1
            while after < len(kinds) and originals[after] == "NSM":
                kinds[after] = direction
                after += 1


def _bracket_pairs(chars: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Rule BD16."""
    stack: list[tuple[str, int]] = []
    pairs = []
    for i, char in enumerate(chars):
        if kinds[i] != "ON":
            continue
        if closer := _closer(char):
            if len(stack) == _MOST_OPEN_BRACKETS:
                break
            stack.append((closer, i))
        elif unicodedata.category(char) == "Pe":
            plain = _canonical(char)
            depth = next((d for d in reversed(range(len(stack))) if stack[d][0] == plain), None)
            if depth is not None:
                pairs.append((stack[depth][1], i))
                del stack[depth:]
    return sorted(pairs)


@functools.lru_cache(maxsize=256)
def _closer(char: str) -> str:
    """The bracket that closes this one; empty where the character opens nothing."""
    if unicodedata.category(char) != "Ps" or not unicodedata.mirrored(char):
        return ""
    crossed = {0x298D: 0x2990, 0x298F: 0x298E}
    near = (ord(char) + 1, ord(char) + 2)
    code = crossed.get(ord(char)) or next(
        (c for c in near if unicodedata.category(chr(c)) == "Pe"), None
    )
    return _canonical(chr(code)) if code else ""


def _canonical(char: str) -> str:
    return unicodedata.normalize("NFD", char)


def _neutrals(kinds: list[str], start: str, end: str, level: int) -> None:
    """Rules N1 and N2: neutrals go with their surroundings."""
    embedding = "R" if level % 2 else "L"
    i = 0
    while i < len(kinds):
        if kinds[i] not in _NEUTRAL:
            i += 1
            continue
        stop = i
        while stop < len(kinds) and kinds[stop] in _NEUTRAL:
            stop += 1
        left = _STRONG[kinds[i - 1]] if i else start
        right = _STRONG[kinds[stop]] if stop < len(kinds) else end
        kinds[i:stop] = [left if left == right else embedding] * (stop - i)
        i = stop
