"""Finding words in all that is written about the things on the maps, accents and case ignored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from journeyeditor.analysis.passages import (
    NAME,
    Passage,
    axis_passages,
    card_passages,
    cell_passages,
    touchpoint_passages,
)
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    KINDS,
    Axis,
    AxisValue,
    Channel,
    CustomField,
    DataItem,
    Lane,
    LaneText,
    Metric,
    Party,
    Placement,
    Process,
    ProcessUse,
    Segment,
    Stage,
    Touchpoint,
)
from journeyeditor.model.text import fold

Key = tuple[str, ...]
"""As in a drawing: ("card", placement), ("stage", id), ("segment", id), ("cell", stage, segment);
and ("touchpoint", id), which has no card."""

UNPLACED = ""
"""In place of a map: the touchpoints that have no card."""

_SHARED_NAMES = (Channel, Party, Process, DataItem, Metric, Axis, AxisValue, CustomField, Lane)
"""A new name of one of these may concern any number of cards."""
_SUBJECTS = ("touchpoint", "placement", "subject")


@dataclass(frozen=True)
class Index:
    """What can be found in a project. `maps` tells where each thing is, in reading order."""

    project: Project
    language: str
    maps: Mapping[Key, Id]
    passages: Mapping[Key, tuple[Passage, ...]]
    folded: Mapping[Key, str]


def build_index(project: Project, language: str, earlier: Index | None = None) -> Index:
    """The index of a project, in which catalogue names are in the language.

    What did not change since an `earlier` index is taken from there.
    """
    known = earlier if earlier and earlier.language == language else None
    if known and known.project is project:
        return known
    stale = _stale(known.project, project) if known else None
    maps = dict(_places(project))
    shared: dict[Id, tuple[Passage, ...]] = {}
    passages: dict[Key, tuple[Passage, ...]] = {}
    folded: dict[Key, str] = {}
    for key in maps:
        if known and stale is not None and key in known.passages and stale.isdisjoint(key[1:]):
            passages[key], folded[key] = known.passages[key], known.folded[key]
        else:
            passages[key] = _passages(project, key, language, shared)
            folded[key] = "\n".join([_folded(passage.text) for passage in passages[key]])
    return Index(project, language, maps, passages, folded)


def find(index: Index, text: str) -> tuple[Key, ...]:
    """The things about which each word of the text is written somewhere, in reading order."""
    words = fold(text).split()
    if not words:
        return ()
    hits: Iterable[tuple[Key, str]] = index.folded.items()
    for word in words:
        hits = [hit for hit in hits if word in hit[1]]
    return tuple(key for key, _ in hits)


def found_in(index: Index, key: Key, text: str) -> Passage | None:
    """The passage in which most of the words are; None where the name says it all."""
    words = fold(text).split()
    best: tuple[int, Passage | None] = 0, None
    for passage in index.passages[key]:
        folded = fold(passage.text)
        count = sum(word in folded for word in words)
        if count > best[0]:
            best = count, passage
    found = best[1]
    return None if found is None or found.name == NAME else found


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Names of people and channels come again and again."""
    return fold(text)


def _places(project: Project) -> Iterator[tuple[Key, Id]]:
    """Everything on the maps as one reads: stages, then each segment with its cells and cards."""
    texts = {(text.stage, text.segment) for text in project.all(LaneText) if text.text}
    for map in project.maps():
        stages = project.stages(map.id)
        yield from ((("stage", stage.id), map.id) for stage in stages)
        for segment in project.segments(map.id):
            yield ("segment", segment.id), map.id
            for stage in stages:
                for card in project.cell(stage.id, segment.id):
                    yield ("card", card.id), map.id
                if (stage.id, segment.id) in texts:
                    yield ("cell", stage.id, segment.id), map.id
    placed = {card.touchpoint for card in project.all(Placement)}
    unplaced = (point for point in project.all(Touchpoint) if point.id not in placed)
    for point in sorted(unplaced, key=lambda point: (fold(point.name), point.id)):
        yield ("touchpoint", point.id), UNPLACED


def _passages(
    project: Project, key: Key, language: str, shared: dict[Id, tuple[Passage, ...]]
) -> tuple[Passage, ...]:
    """`shared` keeps what the cards of one touchpoint have in common."""
    kind, id = key[0], key[1]
    if kind == "stage":
        return axis_passages(project, project.get(Stage, id))
    if kind == "segment":
        return axis_passages(project, project.get(Segment, id))
    if kind == "cell":
        return cell_passages(project, *key[1:])
    card = project.find(Placement, id)
    touchpoint = card.touchpoint if card else id
    if touchpoint not in shared:
        record = project.get(Touchpoint, touchpoint)
        shared[touchpoint] = touchpoint_passages(project, record, language)
    common = shared[touchpoint]
    return (*common, *card_passages(project, card, language)) if card else common


def _stale(earlier: Project, now: Project) -> set[Id] | None:
    """The ids of cards, touchpoints, stages and segments about which something else is written.

    None where that may be all of them.
    """
    stale: set[Id] = set()
    for kind in KINDS:
        for before, after in now.differences(earlier, kind):
            if kind in _SHARED_NAMES:
                if before and after:  # one that came or went does so with what points at it
                    return None
                continue
            for project, record in ((earlier, before), (now, after)):
                stale.update(_concerned(project, record) if record else ())
    return stale


def _concerned(project: Project, record: Record) -> Iterator[Id]:
    yield record.id
    if isinstance(record, LaneText):
        yield from (record.stage, record.segment)
    for name in _SUBJECTS:
        id = getattr(record, name, None) or ""
        uses = project.where(ProcessUse, process=id) if id else ()
        for subject in chain([id], (use.touchpoint for use in uses)):
            yield subject
            yield from (card.id for card in project.where(Placement, touchpoint=subject))
    if isinstance(record, Touchpoint):
        yield from (card.id for card in project.where(Placement, touchpoint=record.id))
