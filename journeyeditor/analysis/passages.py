"""All that is written about a thing on the map: which texts, and what each is called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from journeyeditor.analysis.facts import OWNERS
from journeyeditor.catalogue import axis_name, axis_value_name, channel_name
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    Classification,
    CustomField,
    CustomValue,
    DataItem,
    Feedback,
    Improvement,
    Interaction,
    Lane,
    LaneText,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    ProcessUse,
    Quote,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    TouchpointData,
)
from journeyeditor.translation import N_, translator


class Passage(NamedTuple):
    """A text, and what it is called: an English message, or the name of an own field."""

    name: str
    text: str


NAME = N_("Name")

FIELDS: Mapping[type[Record], Sequence[tuple[str, str]]] = {
    Touchpoint: (
        ("name", NAME),
        ("code", N_("Code")),
        ("description", N_("Description")),
        ("message", N_("Message")),
        ("protocol", N_("Protocol")),
        ("help_path", N_("Where to find help")),
        ("desired_outcome", N_("Desired outcome")),
        ("optimal_experience", N_("Optimal experience")),
        ("personalisation", N_("Personalisation")),
        ("training", N_("Training")),
        ("resources", N_("Resources")),
        ("assets_and_platform", N_("Assets and platform")),
        ("brand_influence", N_("Influence on the brand")),
        ("sight", N_("Sight")),
        ("sound", N_("Sound")),
        ("smell", N_("Smell")),
        ("touch", N_("Touch")),
        ("taste", N_("Taste")),
        ("notes", N_("Notes")),
    ),
    Placement: (
        ("feeling", N_("Feeling")),
        ("needs", N_("Need")),
        ("expectations", N_("Expectation")),
        ("obstacles", N_("Obstacle")),
        ("actual_experience", N_("What really happens")),
        ("critical_reason", N_("Why it is critical")),
        ("notes", N_("Notes")),
    ),
    Quote: (("text", N_("Quote")), ("source", N_("Source of a quote"))),
    Interaction: (
        ("text", N_("Interaction")),
        ("message", N_("Message")),
        ("desired_outcome", N_("Desired outcome")),
    ),
    Process: (
        ("name", N_("Process")),
        ("description", N_("Process")),
        ("human_check", N_("Process")),
        ("resources", N_("Process")),
        ("state", N_("Process")),
    ),
    TouchpointData: (("shared_with", N_("Data shared with")),),
    Metric: (("name", N_("Metric")),),
    Feedback: (
        ("source", N_("Source of an opinion")),
        ("response", N_("Answer to an opinion")),
    ),
    Improvement: (("title", N_("Improvement")), ("expected_change", N_("Expected change"))),
    Stage: (("name", NAME), ("goal", N_("Goal"))),
    Segment: (
        ("name", NAME),
        ("description", N_("Description")),
        ("target_market", N_("Target market")),
        ("needs", N_("Needs")),
        ("behaviour", N_("Behaviour")),
        ("preferences", N_("Preferences")),
        ("expectations", N_("Expectations")),
        ("cultural_notes", N_("Cultural notes")),
    ),
}
"""The texts of each kind of record that tell about a thing on the map, the most telling first."""

DAYS: Mapping[type[Record], Sequence[tuple[str, str]]] = {
    Touchpoint: (("review_date", N_("Review on")),),
    Quote: (("said_on", N_("Said on")),),
    Improvement: (("due", N_("Due on")), ("done_on", N_("Done on"))),
}
"""The days that are told about them."""

CHANNEL, OWNER, PARTY = N_("Channel"), N_("Owner"), N_("Person or department")
DATA, AXIS_VALUE, FREE_LANE = N_("Data"), N_("Classification"), N_("Lane")


def own_passages(record: Record) -> Iterator[Passage]:
    """The texts of one record."""
    for field, name in FIELDS[type(record)]:
        value = getattr(record, field)
        for text in (value,) if type(value) is str else value:
            if text:
                yield Passage(name, text)


def touchpoint_passages(
    project: Project, touchpoint: Touchpoint, language: str
) -> tuple[Passage, ...]:
    """What all cards of a touchpoint have in common. Catalogue names come in the language."""
    id = touchpoint.id
    return (
        *own_passages(touchpoint),
        *_channel(project, touchpoint.channel, language),
        *_parties(project, id),
        *_interactions(project, id, language),
        *_processes(project, id),
        *_data(project, id),
        *_metrics(project, id),
        *_of_all(project.where(Feedback, touchpoint=id)),
        *_of_all(project.where(Improvement, subject=id)),
        *_classified(project, id, language),
        *_own_fields(project, id),
        *_days((touchpoint, *project.where(Improvement, subject=id)), language),
    )


def card_passages(project: Project, card: Placement, language: str) -> tuple[Passage, ...]:
    """What one card says beyond its touchpoint."""
    return (
        *own_passages(card),
        *_of_all(quotes := project.where(Quote, placement=card.id)),
        *_of_all(improvements := project.where(Improvement, subject=card.id)),
        *_own_fields(project, card.id),
        *_days((*quotes, *improvements), language),
    )


def axis_passages(project: Project, axis: Stage | Segment) -> tuple[Passage, ...]:
    """What is written about a stage or a segment itself."""
    return (*own_passages(axis), *_metrics(project, axis.id), *_own_fields(project, axis.id))


def cell_passages(project: Project, stage: Id, segment: Id) -> tuple[Passage, ...]:
    """What free lanes say in one cell, under the title of their lane."""
    return tuple(
        Passage(project.get(Lane, text.lane).title or FREE_LANE, text.text)
        for text in project.where(LaneText, stage=stage, segment=segment)
        if text.text
    )


def _of_all(records: Iterable[Record]) -> Iterator[Passage]:
    for record in records:
        yield from own_passages(record)


def _days(records: Iterable[Record], language: str) -> Iterator[Passage]:
    """Days in words and in figures."""
    for record in records:
        for field, name in DAYS.get(type(record), ()):
            if day := getattr(record, field):
                words = translator(language).date(day)
                yield Passage(name, f"{words} ({day.day}/{day.month}/{day.year})")


def _channel(project: Project, id: Id | None, language: str) -> Iterator[Passage]:
    if channel := project.find(Channel, id):
        yield Passage(CHANNEL, channel_name(channel, language))


def _parties(project: Project, subject: Id) -> Iterator[Passage]:
    """Everybody who has to do with a touchpoint or process."""
    for duty in project.where(Responsibility, subject=subject):
        if party := project.find(Party, duty.party):
            yield Passage(OWNER if duty.role in OWNERS else PARTY, party.name)


def _interactions(project: Project, touchpoint: Id, language: str) -> Iterator[Passage]:
    for step in project.where(Interaction, touchpoint=touchpoint):
        yield from own_passages(step)
        yield from _channel(project, step.channel, language)
        if party := project.find(Party, step.meets):
            yield Passage(PARTY, party.name)


def _processes(project: Project, touchpoint: Id) -> Iterator[Passage]:
    for use in project.where(ProcessUse, touchpoint=touchpoint):
        if process := project.find(Process, use.process):
            yield from own_passages(process)
            yield from _parties(project, process.id)


def _data(project: Project, touchpoint: Id) -> Iterator[Passage]:
    for link in project.where(TouchpointData, touchpoint=touchpoint):
        if item := project.find(DataItem, link.data):
            yield Passage(DATA, item.name)
        yield from own_passages(link)


def _metrics(project: Project, subject: Id) -> Iterator[Passage]:
    for measure in project.where(Measure, subject=subject):
        if metric := project.find(Metric, measure.metric):
            yield from own_passages(metric)


def _classified(project: Project, touchpoint: Id, language: str) -> Iterator[Passage]:
    for link in project.where(Classification, touchpoint=touchpoint):
        axis, value = project.find(Axis, link.axis), project.find(AxisValue, link.value)
        if axis and value:
            name = axis_name(axis, language) or AXIS_VALUE
            yield Passage(name, axis_value_name(value, language))


def _own_fields(project: Project, subject: Id) -> Iterator[Passage]:
    for entry in project.where(CustomValue, subject=subject):
        field = project.find(CustomField, entry.field)
        if field and entry.value:
            yield Passage(field.name, entry.value)
