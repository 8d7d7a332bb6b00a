"""A finding: something on the map that deserves a look, and the rule that found it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.thresholds import Thresholds
from journeyeditor.analysis.wording import Message, Said, listed
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.translation import N_, Translator


class Severity(IntEnum):
    """How much a finding matters; the first matters most."""

    HIGH = 1
    MEDIUM = 2
    LOW = 3


SEVERITY_NAMES: Mapping[Severity, str] = {
    Severity.HIGH: N_("High severity"),
    Severity.MEDIUM: N_("Medium severity"),
    Severity.LOW: N_("Low severity"),
}


class Topic(StrEnum):
    """What a finding is about."""

    STAGES = "stages"
    COVERAGE = "coverage"
    EMOTIONS = "emotions"
    OWNERS = "owners"
    PROCESSES = "processes"
    DATA = "data"
    BALANCE = "balance"
    RESULTS = "results"
    EVIDENCE = "evidence"
    IMPROVEMENTS = "improvements"


TOPIC_NAMES: Mapping[Topic, str] = {
    Topic.STAGES: N_("Stages"),
    Topic.COVERAGE: N_("Coverage"),
    Topic.EMOTIONS: N_("Emotions"),
    Topic.OWNERS: N_("Owners"),
    Topic.PROCESSES: N_("Processes"),
    Topic.DATA: N_("Data"),
    Topic.BALANCE: N_("Balance"),
    Topic.RESULTS: N_("Outcomes"),
    Topic.EVIDENCE: N_("Evidence"),
    Topic.IMPROVEMENTS: N_("Improvements"),
}


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a finding leads on the map: ids, and empty cells as (stage, segment)."""

    placements: tuple[Id, ...] = ()
    touchpoints: tuple[Id, ...] = ()
    stages: tuple[Id, ...] = ()
    segments: tuple[Id, ...] = ()
    cells: tuple[tuple[Id, Id], ...] = ()

    def __bool__(self) -> bool:
        return any((self.placements, self.stages, self.segments, self.cells))


NOWHERE = Leads()


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says of a map. `subject` tells findings of one rule apart."""

    title: Said
    detail: Said
    leads: Leads = NOWHERE
    subject: Id = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """One definition, for the program and for people.

    `definition` is an English message whose places are the names of thresholds.
    """

    id: str
    topic: Topic
    severity: Severity
    definition: str
    find: Callable[[MapFacts], Iterable[Found]]

    def text(self, limits: Thresholds, tr: Translator) -> str:
        """The rule as people read it, with the project's own limits."""
        return tr(self.definition, **limits.spoken(tr))

    def findings(self, facts: MapFacts) -> Iterator["Finding"]:
        """What the rule says of a map, without regard to what was set aside."""
        for found in self.find(facts):
            key = f"{self.id}:{found.subject or facts.map.id}"
            yield Finding(key, self, facts.limits, found)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something on a map that deserves a look.

    `key` stays the same while the finding stands, whatever its numbers, so that a Dismissal can
    name it: the rule, and the record (or else the map) that it is about.
    """

    key: str
    rule: Rule
    limits: Thresholds
    found: Found

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def leads(self) -> Leads:
        return self.found.leads

    @property
    def count(self) -> int:
        """How many things it speaks of."""
        return self.found.count

    def title(self, tr: Translator) -> str:
        return self.found.title.said(tr)

    def detail(self, tr: Translator) -> str:
        """Figures with their number of cases, or names."""
        return self.found.detail.said(tr)

    def rule_text(self, tr: Translator) -> str:
        """The rule as people read it, with its limits."""
        return self.rule.text(self.limits, tr)


def to_cards(cards: Iterable[Placement]) -> Leads:
    """To some cards."""
    cards = tuple(cards)
    return Leads(
        placements=tuple(card.id for card in cards),
        touchpoints=tuple(dict.fromkeys(card.touchpoint for card in cards)),
    )


def to_touchpoints(facts: MapFacts, touchpoints: Iterable[Touchpoint]) -> Leads:
    """To all cards of some touchpoints of the map."""
    ids = tuple(touchpoint.id for touchpoint in touchpoints)
    return Leads(
        placements=tuple(card.id for id in ids for card in facts.cards_of[id]), touchpoints=ids
    )


def of_cards(facts: MapFacts, title: Message, cards: Iterable[Placement]) -> Found:
    """Something about some cards, which are named."""
    cards = tuple(cards)
    names = dict.fromkeys(facts.touchpoint(card).name for card in cards)
    return Found(title, listed([*names]), to_cards(cards), count=len(cards))


def of_touchpoints(
    facts: MapFacts, title: Message, touchpoints: Iterable[Touchpoint], subject: Id = ""
) -> Found:
    """Something about some touchpoints of the map, which are named."""
    found = tuple(touchpoints)
    names = listed([touchpoint.name for touchpoint in found])
    return Found(title, names, to_touchpoints(facts, found), subject, len(found))
