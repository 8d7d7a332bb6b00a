"""The catalogues of a project: how the entries of each read, and how new ones are made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journeyeditor.catalogue import (
    axes_on_offer,
    axis_name,
    axis_value_name,
    channels_on_offer,
    metric_aliases,
    metrics_on_offer,
)
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.model.choices import PartyKind
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    CustomField,
    DataItem,
    Metric,
    Party,
    Process,
)
from journeyeditor.model.text import fold
from journeyeditor.translation import N_, tr
from journeyeditor.ui.inspector.fields.channel import offer_channel
from journeyeditor.ui.inspector.fields.processes import execution_words
from journeyeditor.ui.inspector.fields.reference import party_mark, party_note
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.picker import Offer

Face = Callable[[Project, Any], Offer]
"""How a record reads; the value of the offer is its id."""

Standard = tuple[Record, ...]
"""The records of an entry that came with the program and that the project does not have yet."""


@dataclass(frozen=True)
class Catalogue:
    """One of the window's lists. `title`, `add`, `empty` and `clears` are English messages.

    `clears` says what happens where a removed entry was used. `made` are the fields of an entry
    that is made from a name alone, `standard` what the program brings along. Entries that `merges`
    may become one, or stand for one that is removed.
    """

    kind: type[Record]
    icon: str
    title: str
    add: str
    empty: str
    clears: str
    face: Face
    made: Callable[[], dict[str, Any]] = dict
    standard: Callable[[Project], Iterable[Standard]] = lambda _: ()
    merges: bool = True

    @property
    def ordered(self) -> bool:
        """Whether the users give its entries an order."""
        return "order" in self.kind.__slots__

    def name(self, project: Project, id: Id) -> str:
        """What an entry is called."""
        return self.face(project, project.get(self.kind, id)).text

    def entries(self, project: Project) -> list[Offer]:
        """Those of the project: in the users' order where they have one, else by name."""
        offers = [self.face(project, record) for record in project.ordered(self.kind)]
        if self.ordered:
            return offers
        return sorted(offers, key=lambda offer: (fold(offer.text), offer.value))

    def others(self, project: Project, ids: Sequence[Id]) -> list[Offer]:
        """Those of the project but these."""
        return [offer for offer in self.entries(project) if offer.value not in ids]

    def on_offer(self, project: Project) -> list[Offer]:
        """What can be added, and what is there already so that nobody makes it twice."""
        missing = [
            Offer(records, face.text, face.note, face.mark, face.words)
            for records in self.standard(project)
            for face in [self.face(Project(records), records[0])]
        ]
        return [*missing, *self.entries(project)]


def _channel(_: Project, channel: Channel) -> Offer:
    return replace(offer_channel(channel), value=channel.id)


def _party(project: Project, party: Party) -> Offer:
    return Offer(party.id, party.name, party_note(project, party), party_mark(party))


def _process(_: Project, process: Process) -> Offer:
    words = (process.resources, process.state)
    return Offer(process.id, process.name, execution_words(process), Mark(icon="route"), words)


def _data(_: Project, item: DataItem) -> Offer:
    return Offer(item.id, item.name, "", Mark(icon="file-text"))


def _metric(_: Project, metric: Metric) -> Offer:
    return Offer(metric.id, metric.name, metric.unit, Mark(icon="gauge"), metric_aliases(metric))


def _axis(project: Project, axis: Axis) -> Offer:
    values = project.where(AxisValue, axis=axis.id)
    names = " · ".join(axis_value_name(value, tr.language) for value in values)
    return Offer(axis.id, axis_name(axis, tr.language), names, Mark(icon="layers"))


def _own_field(_: Project, field: CustomField) -> Offer:
    return Offer(field.id, field.name, choice_name(field.kind, tr.language), Mark(icon="tag"))


def _missing(records: Iterable[Record], project: Project) -> list[Standard]:
    return [(record,) for record in records if not project.find(type(record), record.id)]


CATALOGUES = (
    Catalogue(
        Channel,
        "megaphone",
        N_("Channels"),
        N_("Add a channel"),
        N_("Channels come here when touchpoints use them. Add those that you will need."),
        N_("What has this channel will have none."),
        _channel,
        standard=lambda project: _missing(channels_on_offer(project, tr.language), project),
    ),
    Catalogue(
        Party,
        "users",
        N_("People and departments"),
        N_("Add a person or department"),
        N_("Those who have to do with touchpoints and processes come here."),
        N_("Touchpoints, processes and improvements lose this owner."),
        _party,
        made=lambda: {"kind": PartyKind.PERSON},
    ),
    Catalogue(
        Process,
        "route",
        N_("Processes"),
        N_("Add a process"),
        N_("What the company does behind its touchpoints comes here."),
        N_("Touchpoints lose this process."),
        _process,
    ),
    Catalogue(
        DataItem,
        "file-text",
        N_("Data"),
        N_("Add a data item"),
        N_("The data that touchpoints generate come here."),
        N_("Touchpoints lose this data item."),
        _data,
    ),
    Catalogue(
        Metric,
        "gauge",
        N_("Metrics"),
        N_("Add a metric"),
        N_("What is measured at touchpoints, stages, segments and maps comes here."),
        N_("Its targets and readings go with it."),
        _metric,
        standard=lambda project: _missing(metrics_on_offer(project, tr.language), project),
    ),
    Catalogue(
        Axis,
        "layers",
        N_("Axes"),
        N_("Add an axis"),
        N_("Axes classify touchpoints: digital or human, direct or indirect, or your own."),
        N_("Touchpoints lose their place on this axis."),
        _axis,
        standard=lambda project: [
            (axis, *values)
            for axis, values in axes_on_offer(project)
            if not project.find(Axis, axis.id)
        ],
        merges=False,
    ),
    Catalogue(
        CustomField,
        "tag",
        N_("Own fields"),
        N_("Add a field"),
        N_("Fields of your own for touchpoints, cards, stages, segments and maps come here."),
        N_("What was written in this field goes with it."),
        _own_field,
        merges=False,
    ),
)
