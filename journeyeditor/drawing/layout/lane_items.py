"""What a lane says at one stage of one segment."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from journeyeditor.analysis.metrics import standing_of
from journeyeditor.analysis.wording import Figure
from journeyeditor.drawing.layout.content import tell_channel
from journeyeditor.drawing.layout.owners import Owner, owners_of
from journeyeditor.drawing.theme import PLAIN, Tone
from journeyeditor.model.choices import ImprovementState, LaneKind
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    Channel,
    Improvement,
    Lane,
    LaneText,
    Measure,
    Placement,
    Process,
    ProcessUse,
    Quote,
    Touchpoint,
)
from journeyeditor.translation import Translator, translator

DOT = "dot"
"""The sign of an item in a plain list."""


class Item(NamedTuple):
    """A line or more of a lane, behind a sign or an owner's avatar; `note` stands below."""

    text: str
    note: str = ""
    sign: str = ""
    tone: Tone = PLAIN
    owner: Owner | None = None
    spoken: bool = False
    """Whether somebody said so, word for word."""


def read_items(
    project: Project, lane: Lane, stage: Id, segment: Id, language: str
) -> tuple[Item, ...]:
    """What the lane says there, each thing once."""
    if reader := _READERS.get(lane.kind):
        cards = project.cell(stage, segment)
        return tuple(dict.fromkeys(reader(project, cards, translator(language))))
    text = _lane_text(project, lane, stage, segment)
    return (Item(text.text),) if text and text.text.strip() else ()


def lane_picture(project: Project, lane: Lane, stage: Id, segment: Id) -> str:
    """The SHA-256 of the picture there; empty where there is none."""
    if lane.kind in _READERS:
        return ""
    text = _lane_text(project, lane, stage, segment)
    asset = project.find(Asset, text.picture) if text else None
    return asset.sha256 if asset else ""


def _lane_text(project: Project, lane: Lane, stage: Id, segment: Id) -> LaneText | None:
    texts = project.where(LaneText, lane=lane.id, stage=stage, segment=segment)
    return texts[0] if texts else None


def _obstacles(_project: Project, cards: Sequence[Placement], _tr: Translator) -> Iterator[Item]:
    for card in cards:
        yield from (Item(text, sign=DOT) for text in card.obstacles)


def _needs(_project: Project, cards: Sequence[Placement], _tr: Translator) -> Iterator[Item]:
    for card in cards:
        yield from (Item(text, sign=DOT) for text in card.needs)


def _opportunities(project: Project, cards: Sequence[Placement], _tr: Translator) -> Iterator[Item]:
    for card in cards:
        for subject in (card.id, card.touchpoint):
            for improvement in project.where(Improvement, subject=subject):
                done = improvement.state is ImprovementState.DONE
                yield Item(improvement.title, sign="circle-check" if done else "lightbulb")


def _owners(project: Project, cards: Sequence[Placement], _tr: Translator) -> Iterator[Item]:
    for card in cards:
        yield from (Item(it.name, owner=it) for it in owners_of(project, card.touchpoint))


def _processes(project: Project, cards: Sequence[Placement], _tr: Translator) -> Iterator[Item]:
    for card in cards:
        for use in project.where(ProcessUse, touchpoint=card.touchpoint):
            if process := project.find(Process, use.process):
                yield Item(process.name, sign=DOT)


def _metrics(project: Project, cards: Sequence[Placement], tr: Translator) -> Iterator[Item]:
    for card in cards:
        for measure in project.where(Measure, subject=card.touchpoint):
            yield _metric(project, measure, tr)


def _metric(project: Project, measure: Measure, tr: Translator) -> Item:
    """A metric with where it stands and where it should be."""
    standing = standing_of(project, measure)
    unit, parts = standing.metric.unit, []
    if standing.current is not None:
        parts.append(Figure(standing.current, unit).said(tr))
    if measure.target is not None:
        target = Figure(measure.target, unit).said(tr)
        parts.append(tr("target {value}", value=target))
    return Item(standing.metric.name, ", ".join(parts), DOT)


def _channels(project: Project, cards: Sequence[Placement], tr: Translator) -> Iterator[Item]:
    for card in cards:
        touchpoint = project.find(Touchpoint, card.touchpoint)
        if channel := project.find(Channel, touchpoint.channel if touchpoint else None):
            name, sign, category = tell_channel(channel, tr.language)
            yield Item(name, sign=sign, tone=category.tone)


def _quotes(project: Project, cards: Sequence[Placement], tr: Translator) -> Iterator[Item]:
    for card in cards:
        for quote in project.where(Quote, placement=card.id):
            text = tr("“{text}”", text=quote.text)
            yield Item(text, quote.source, spoken=True)


_READERS: Mapping[
    LaneKind, Callable[[Project, Sequence[Placement], Translator], Iterator[Item]]
] = {
    LaneKind.OBSTACLES: _obstacles,
    LaneKind.OPPORTUNITIES: _opportunities,
    LaneKind.NEEDS: _needs,
    LaneKind.OWNERS: _owners,
    LaneKind.PROCESSES: _processes,
    LaneKind.METRICS: _metrics,
    LaneKind.CHANNELS: _channels,
    LaneKind.QUOTES: _quotes,
}
