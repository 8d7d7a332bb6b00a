"""What a report is made of: the project, whose language it speaks, and what it keeps back."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journeyeditor.analysis.facts import MapFacts, facts_of
from journeyeditor.analysis.wording import Figure
from journeyeditor.catalogue import channel_name
from journeyeditor.catalogue.choices import rating_name
from journeyeditor.drawing.flow.tables import TableLook
from journeyeditor.drawing.theme import PAPER, Theme
from journeyeditor.exporting.pages import PrintPage
from journeyeditor.exporting.report.look import Format, table_look
from journeyeditor.exporting.topics import Topic
from journeyeditor.model.choices import CustomKind, Role
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    CustomField,
    CustomValue,
    JourneyMap,
    Party,
    Placement,
    Responsibility,
    Touchpoint,
)
from journeyeditor.translation import Translator

if TYPE_CHECKING:
    from journeyeditor.exporting.report.lifeline import Lifeline


@dataclass(frozen=True)
class Book:
    """A report's subject and reader. `maps` are those that it tells of, in their order."""

    project: Project
    maps: tuple[JourneyMap, ...]
    tr: Translator
    format: Format
    theme: Theme = PAPER
    without: frozenset[Topic] = frozenset()

    def tells(self, topic: Topic) -> bool:
        return topic not in self.without

    @property
    def width(self) -> float:
        """How wide the text is, in points."""
        return self.format.frame.width

    @cached_property
    def table(self) -> TableLook:
        """How tables are set."""
        return table_look(self.theme)

    @cached_property
    def facts(self) -> dict[Id, MapFacts]:
        """What the analyses need, by map."""
        return {map.id: facts_of(self.project, map.id) for map in self.maps}

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Those that the maps show, each once, as they are first read."""
        cards = (card for map in self.maps for card in self.project.placements(map.id))
        ids = dict.fromkeys(card.touchpoint for card in cards)
        return tuple(self.project.get(Touchpoint, id) for id in ids)

    @cached_property
    def cards(self) -> dict[Id, tuple[Placement, ...]]:
        """The cards on these maps in reading order, by touchpoint."""
        found: dict[Id, list[Placement]] = {}
        for map in self.maps:
            for card in self.project.placements(map.id):
                found.setdefault(card.touchpoint, []).append(card)
        return {id: tuple(cards) for id, cards in found.items()}

    @cached_property
    def filled(self) -> frozenset[tuple[Id, Id]]:
        """Stage and segment of each cell in which there are cards."""
        cards = (card for cards in self.cards.values() for card in cards)
        return frozenset((card.stage, card.segment) for card in cards)

    @cached_property
    def lifelines(self) -> dict[tuple[Id, float], "Lifeline"]:
        """Curves that are drawn already, by segment and width."""
        return {}

    def channel(self, id: Id | None) -> str:
        """A channel's name, or nothing."""
        channel = self.project.find(Channel, id)
        return channel_name(channel, self.tr.language) if channel else ""

    def party(self, id: Id | None) -> str:
        """A party's name, or nothing."""
        party = self.project.find(Party, id)
        return party.name if party else ""

    def parties(self, subject: Id, role: Role) -> tuple[Party, ...]:
        """Who has a role at a touchpoint or process, by name."""
        links = self.project.where(Responsibility, subject=subject, role=role)
        found = [self.project.get(Party, link.party) for link in links]
        return tuple(sorted(found, key=lambda party: (party.name, party.id)))

    def names(self, subject: Id, role: Role) -> str:
        """The same as one text: "Ana Prieto, Almacén"."""
        return ", ".join(party.name for party in self.parties(subject, role))

    def rating(self, rating: int | None) -> str:
        """A judgement in words, or nothing."""
        return "" if rating is None else rating_name(rating, self.tr.language)

    def own_fields(self, subject: Id) -> list[tuple[str, str]]:
        """The users' own fields that say something of a subject, by name."""
        project = self.project
        return [
            (field.name, self._own_value(field.kind, value.value))
            for field in project.ordered(CustomField)
            for value in project.where(CustomValue, field=field.id, subject=subject)
        ]

    def _own_value(self, kind: CustomKind, value: str) -> str:
        """As it is kept where it isn't of its kind: the field was of another one."""
        try:
            match kind:
                case CustomKind.YES_NO:
                    return {"yes": self.tr("Yes"), "no": self.tr("No")}.get(value, value)
                case CustomKind.DATE:
                    return self.tr.date(date.fromisoformat(value))
                case CustomKind.NUMBER:
                    return Figure(float(value), "").said(self.tr)
        except ValueError:
            pass
        return value

    def one_line(self, name: str) -> str:
        """A name as it stands in a table or outline."""
        return " ".join(name.split()) or self.tr("Untitled")


class BookPage(NamedTuple):
    """A page of a report or kit; the map that it shows, if it shows one, and its scale."""

    page: PrintPage
    map: JourneyMap | None = None
    scale: float = 1.0
