"""Where a large drawing is cut into sheets, on one axis. Unit: the point of the drawing."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

_SLACK = 1e-6
_INNER, _INSIDE, _TORN = 0.1, 0.15, 0.3
"""What a cut costs between a segment's cards and its curve, at any other place within a segment,
and through cards; a full sheet costs 1, and one that is half full a quarter."""
_LETTERS = 0.5
"""What it costs to cut through a text of title, legend or footer, and again through its word."""
_BESIDE, _CLOSE = 3.0, 1.0
"""Points between the end of a card, or of a word, and a cut."""
_STRETCHES = 6
"""In how many stretches of a sheet a good place between cards is looked for."""

Stretch = tuple[float, float]
"""From where to where."""
_Cost = tuple[float, int, float]
"""What a number of sheets costs: what is torn, how many they are, how uneven and rough."""
_NEVER = (math.inf, 0, 0.0)


@dataclass(frozen=True)
class Span:
    """A stretch of the drawing on one axis, from `start` to `end`.

    On its sheet it stands behind `lead` points of the repeated rail or header.
    """

    start: float
    end: float
    lead: float = 0.0


class _Ends:
    """Where stretches begin, and where they end."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._starts = sorted(start for start, _ in stretches)
        self._ends = sorted(end for _, end in stretches)

    def across(self, place: float) -> int:
        """How many of them have a place within them."""
        return bisect_left(self._starts, place - _SLACK) - bisect_left(self._ends, place + _SLACK)


@dataclass(frozen=True)
class Axis:
    """What matters of a drawing on one axis: its `length` and the good places for a cut.

    `edges` lie between stages or segments, `inner` ones between a segment's cells and its lanes.
    No cut goes through the `blocks` (title and header, legend) as long as they fit a sheet, and
    few through the `things` (cards) and the `letters` around the map. `repeated` is the stretch
    that is shown again on each sheet (a point where there is none), and `body` the stretch of the
    map itself, without title, legend and footer.
    """

    length: float
    edges: tuple[float, ...] = ()
    inner: tuple[float, ...] = ()
    repeated: Stretch = (0.0, 0.0)
    body: Stretch = (0.0, 0.0)
    blocks: tuple[Stretch, ...] = ()
    things: tuple[Stretch, ...] = ()
    letters: tuple[Stretch, ...] = ()

    @property
    def lead(self) -> float:
        return self.repeated[1] - self.repeated[0]

    @cached_property
    def _things(self) -> "_Ends":
        return _Ends(self.things)

    @cached_property
    def _letters(self) -> "_Ends":
        return _Ends(self.letters)

    def torn(self, place: float) -> float:
        """How rough it is to cut through the things and letters at a place."""
        things = self._things.across(place)
        return _TORN * things / (1 + things) + _LETTERS * self._letters.across(place)

    @cached_property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """Places just behind things and letters, and how rough a cut there is."""
        places = {float(round(end + _BESIDE)) for _, end in self.things}
        places |= {end + _CLOSE for _, end in self.letters}
        return tuple((place, self.torn(place)) for place in sorted(places))

    def breaks(self, place: float) -> bool:
        """Whether a cut goes through what should be whole."""
        return any(start + _SLACK < place < end - _SLACK for start, end in self.blocks)

    @cached_property
    def tolls(self) -> dict[float, tuple[int, float]]:
        """What cuts at some places go through that should be whole, and how rough they are."""
        edges = {edge: (0, _LETTERS * self._letters.across(edge)) for edge in self.edges}
        return {**edges, self.length: (0, 0.0)}

    def toll(self, place: float) -> tuple[int, float]:
        """What a cut goes through that should be whole, and how rough it is."""
        if (known := self.tolls.get(place)) is not None:
            return known
        where = _INNER if place in self.inner else _INSIDE
        self.tolls[place] = found = int(self.breaks(place)), where + self.torn(place)
        return found


@dataclass(frozen=True)
class Cut:
    """The spans of one axis. `torn` counts the cuts through what should be whole; `repeats` tells
    whether what is to be repeated could be."""

    spans: tuple[Span, ...]
    torn: int
    repeats: bool


def cut(axis: Axis, room: float, overlap: float, *, whole: bool, repeat: bool) -> Cut:
    """The stretches of an axis for sheets with so much room.

    They tear as little as can be of what should be whole, of stages and segments too where these
    are wanted `whole`. Then they are as few as can be, and then as even. Neighbours share
    `overlap` points. A lead is repeated only where it leaves half of the room to the rest.
    """
    repeats = repeat and axis.lead <= room / 2
    lead = axis.lead if repeats else 0.0
    overlap = min(overlap, (room - lead) / 2)
    places = _places(axis, room, lead, overlap)
    heads = [_head(axis, place, overlap if place else 0.0, lead) for place in places]
    edges = {*axis.edges, axis.length}
    costs: list[_Cost] = [(0, 0, 0.0)]
    before = [0]
    for number, end in enumerate(places[1:], 1):
        best, chosen = _NEVER, 0
        for earlier in range(number - 1, -1, -1):
            start, own = heads[earlier]
            size = end - start + own
            if size - own > room + _SLACK:
                break
            torn, count, uneven = costs[earlier]
            cost = (torn, count, uneven + (size / room) ** 2)
            if cost < best and size <= room + _SLACK:
                best, chosen = cost, earlier
        hard, rough = axis.toll(end)
        hard += whole and end not in edges
        costs.append((best[0] + hard, best[1] + 1, best[2] + rough))
        before.append(chosen)
    spans = []
    number = len(places) - 1
    while number:
        start, own = heads[before[number]]
        spans.append(Span(start, places[number], own))
        number = before[number]
    return Cut(tuple(reversed(spans)), int(costs[-1][0]), repeats or not repeat)


def _head(axis: Axis, place: float, overlap: float, lead: float) -> tuple[float, float]:
    """Where a sheet after a cut begins, and its lead."""
    start = place - overlap
    on_map = axis.repeated[1] - _SLACK <= start and place < axis.body[1] - _SLACK
    return start, lead if on_map else 0.0


def _places(axis: Axis, room: float, lead: float, overlap: float) -> list[float]:
    """Where a cut may go, with the start and the end: good places, and those that are always
    within reach of each other."""
    step = room - lead - overlap  # how far each sheet after the first gets
    ends = (edge for block in axis.blocks for edge in block)
    found = {*axis.edges, *axis.inner, *ends, *_best_gaps(axis, room / _STRETCHES)}
    count = 1 + max(0, math.ceil((axis.length - room - _SLACK) / step))
    for number in range(1, count):
        found |= {room + (number - 1) * step, axis.length - (count - number) * step}
    for sheets in (count, count + 1):
        even = (axis.length + (sheets - 1) * (room - step)) / sheets
        found |= {even + number * (even - room + step) for number in range(sheets - 1)}
    within = sorted(place for place in found if overlap + _SLACK < place < axis.length - _SLACK)
    return [0.0, *within, axis.length]


def _best_gaps(axis: Axis, stretch: float) -> Iterator[float]:
    """In each stretch the place behind a thing or a word where a cut is least rough."""
    best: dict[int, tuple[float, float]] = {}
    for place, torn in axis.gaps:
        part = int(place // stretch)
        best[part] = min(best.get(part, (torn, place)), (torn, place))
    return (place for _, place in best.values())
