"""The improvements of a map: a list by impact and effort, and a board by state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from journeyeditor.analysis.facts import MapFacts, grouped
from journeyeditor.analysis.finding import Found, Leads, Rule, Severity, Topic, to_cards
from journeyeditor.analysis.wording import Message, listed
from journeyeditor.model.choices import ImprovementState
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Improvement, Placement
from journeyeditor.translation import N_


class Worth(StrEnum):
    """High impact or not, by low effort or not."""

    QUICK_WIN = "quick_win"
    PROJECT = "project"
    FILL_IN = "fill_in"
    DOUBTFUL = "doubtful"


WORTH_NAMES: Mapping[Worth, str] = {
    Worth.QUICK_WIN: N_("Quick win"),
    Worth.PROJECT: N_("Project"),
    Worth.FILL_IN: N_("Fill-in"),
    Worth.DOUBTFUL: N_("Doubtful"),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """An improvement and its cards on the map; `worth` is None while a rating is missing."""

    improvement: Improvement
    cards: tuple[Placement, ...]
    worth: Worth | None
    overdue: bool


def improvements(facts: MapFacts) -> tuple[Planned, ...]:
    """Those of the map's cards and touchpoints: highest impact first, then least effort, then
    in reading order.

    Those about no card of any map belong to the whole project and are with every map.
    """
    by_subject = grouped(facts.project.ordered(Improvement), lambda it: it.subject or "")
    subjects: dict[Id, tuple[Placement, ...]] = {}
    for card in facts.cards if by_subject else ():
        subjects.setdefault(card.id, (card,))
        subjects.setdefault(card.touchpoint, tuple(facts.cards_of[card.touchpoint]))
    found = [
        Planned(it, cards, _worth(facts, it), _overdue(facts, it))
        for subject, cards in (*subjects.items(), ("", ()))
        for it in by_subject.get(subject, ())
    ]
    return tuple(sorted(found, key=_rank))


def board(facts: MapFacts) -> dict[ImprovementState, tuple[Planned, ...]]:
    """The same by state, from idea to done."""
    found = facts.once(improvements)
    return {
        state: tuple(it for it in found if it.improvement.state is state)
        for state in ImprovementState
    }


def _rank(it: Planned) -> tuple[int, int]:
    return -(it.improvement.impact or 0), it.improvement.effort or 6


def _worth(facts: MapFacts, it: Improvement) -> Worth | None:
    if it.impact is None or it.effort is None:
        return None
    easy = it.effort <= facts.limits.effort_up_to
    if it.impact >= facts.limits.impact_from:
        return Worth.QUICK_WIN if easy else Worth.PROJECT
    return Worth.FILL_IN if easy else Worth.DOUBTFUL


def _overdue(facts: MapFacts, it: Improvement) -> bool:
    return it.state is not ImprovementState.DONE and it.due is not None and it.due < facts.today


def _late(facts: MapFacts) -> Iterator[Found]:
    if late := [it for it in facts.once(improvements) if it.overdue]:
        title = Message.plural(
            "{count} improvement is overdue", "{count} improvements are overdue", len(late)
        )
        yield _found(title, late)


def _quick_wins(facts: MapFacts) -> Iterator[Found]:
    ideas = board(facts)[ImprovementState.IDEA]
    if quick := [it for it in ideas if it.worth is Worth.QUICK_WIN]:
        title = Message.plural(
            "{count} quick win is still an idea", "{count} quick wins are still ideas", len(quick)
        )
        yield _found(title, quick)


def _found(title: Message, found: Sequence[Planned]) -> Found:
    cards = dict.fromkeys(card for it in found for card in it.cards)
    leads = to_cards(cards) if cards else Leads()
    return Found(title, listed([it.improvement.title for it in found]), leads, count=len(found))


RULES = (
    Rule(
        "overdue",
        Topic.IMPROVEMENTS,
        Severity.MEDIUM,
        N_("Improvements that are not done and were due before today."),
        _late,
    ),
    Rule(
        "quick_wins",
        Topic.IMPROVEMENTS,
        Severity.LOW,
        N_(
            "Improvements with an impact of {impact_from} or more and an effort of {effort_up_to} "
            "or less that are still ideas."
        ),
        _quick_wins,
    ),
)
