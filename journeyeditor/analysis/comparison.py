"""Two maps side by side, as the present and the future: what is new, gone, moved, better."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

from journeyeditor.analysis.curves import Curve, curve
from journeyeditor.analysis.facts import Cards, MapFacts, emotions, mean
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Placement, Segment, Stage
from journeyeditor.model.text import fold

R = TypeVar("R")
Key = Callable[[Any], Hashable]


@dataclass(frozen=True, slots=True)
class Pair:
    """A card on both maps. `moved`: to another stage or segment than the one it had."""

    before: Placement
    after: Placement
    moved: bool

    @property
    def change(self) -> float | None:
        """By how much the emotion is better; None where one of the two is not rated."""
        if self.before.emotion is None or self.after.emotion is None:
            return None
        return self.after.emotion - self.before.emotion


@dataclass(frozen=True, slots=True)
class StageChange:
    """A stage on either map or both: cards, and mean emotions with numbers of rated cards."""

    before: Stage | None
    after: Stage | None
    cards_before: int
    cards_after: int
    emotion_before: float | None
    rated_before: int
    emotion_after: float | None
    rated_after: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """`curves` are the emotion curves of each segment on both maps, to be laid over each other."""

    before: MapFacts
    after: MapFacts
    new: Cards
    gone: Cards
    pairs: tuple[Pair, ...]
    stages: tuple[StageChange, ...]
    curves: tuple[tuple[Curve | None, Curve | None], ...]

    @property
    def moved(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.moved)

    @property
    def better(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if (pair.change or 0) > 0)

    @property
    def worse(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if (pair.change or 0) < 0)


def compare(before: MapFacts, after: MapFacts) -> Comparison:
    """Two maps of one project.

    Stages, segments and cards belong together by where they were copied from, else by name: a
    card by the name of its touchpoint, in the same cell first, then anywhere in the segment.
    """
    stages = matched(before.stages, after.stages, *BY_ORIGIN, (_name, _name))
    rows = matched(before.segments, after.segments, *BY_ORIGIN, (_name, _name))
    same_stage, same_row = _twins(stages), _twins(rows)
    by_touchpoint = _by_touchpoint(before, after, same_stage, same_row)
    cards = matched(before.cards, after.cards, *BY_ORIGIN, *by_touchpoint)
    return Comparison(
        before=before,
        after=after,
        new=tuple(b for a, b in cards if a is None and b is not None),
        gone=tuple(a for a, b in cards if b is None and a is not None),
        pairs=tuple(
            Pair(
                a,
                b,
                moved=same_stage.get(a.stage) != b.stage or same_row.get(a.segment) != b.segment,
            )
            for a, b in cards
            if a is not None and b is not None
        ),
        stages=tuple(_stage_change(before, after, a, b) for a, b in stages),
        curves=tuple(
            (curve(before, a) if a else None, curve(after, b) if b else None) for a, b in rows
        ),
    )


def matched(
    before: Sequence[R], after: Sequence[R], *tests: tuple[Key, Key]
) -> tuple[tuple[R | None, R | None], ...]:
    """Each of the two with its partner, by the first test that finds one; in the order of
    `after`, then those of `before` that have none.

    A test is a key of the earlier things and one of the later; None never matches.
    """
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for key_before, key_after in tests:
        free: dict[Hashable, list[int]] = {}
        for i, thing in enumerate(before):
            if i not in taken:
                free.setdefault(key_before(thing), []).append(i)
        for j, thing in enumerate(after):
            found = free.get(key) if (key := key_after(thing)) is not None else None
            if j not in partners and found:
                partners[j] = found.pop(0)
                taken.add(partners[j])
    pairs: list[tuple[R | None, R | None]] = [
        (before[partners[j]] if j in partners else None, thing) for j, thing in enumerate(after)
    ]
    return *pairs, *((thing, None) for i, thing in enumerate(before) if i not in taken)


def _name(thing: Stage | Segment) -> Hashable:
    return fold(thing.name)


_origin: Key = attrgetter("origin")
_id: Key = attrgetter("id")
BY_ORIGIN: tuple[tuple[Key, Key], ...] = ((_id, _origin), (_origin, _id), (_origin, _origin))


def _by_touchpoint(
    before: MapFacts, after: MapFacts, stages: Mapping[Id, Id], rows: Mapping[Id, Id]
) -> tuple[tuple[Key, Key], ...]:
    """By the touchpoint's name: in the same cell, then anywhere in the same segment."""

    def row_before(card: Placement) -> Hashable:
        return rows.get(card.segment), fold(before.touchpoint(card).name)

    def row_after(card: Placement) -> Hashable:
        return card.segment, fold(after.touchpoint(card).name)

    return (
        (lambda c: (stages.get(c.stage), row_before(c)), lambda c: (c.stage, row_after(c))),
        (row_before, row_after),
    )


def _twins(pairs: Sequence[tuple[Any, Any]]) -> Mapping[Id, Id]:
    """The later id of each earlier one."""
    return {a.id: b.id for a, b in pairs if a is not None and b is not None}


def _stage_change(
    before: MapFacts, after: MapFacts, a: Stage | None, b: Stage | None
) -> StageChange:
    old = before.column(a) if a else ()
    new = after.column(b) if b else ()
    felt, feels = emotions(old), emotions(new)
    return StageChange(a, b, len(old), len(new), mean(felt), len(felt), mean(feels), len(feels))
