"""Five common mistakes with touchpoints, as checks of what the map says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journeyeditor.analysis.balance import wordings
from journeyeditor.analysis.evidence import knowledge
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import (
    Found,
    Rule,
    Severity,
    Topic,
    of_touchpoints,
)
from journeyeditor.analysis.metrics import without_metric
from journeyeditor.analysis.wording import Message
from journeyeditor.model.choices import TrainingState
from journeyeditor.model.records import Touchpoint
from journeyeditor.translation import N_


class Verdict(StrEnum):
    """UNKNOWN while the map says nothing of it: silence is not a mistake."""

    AVOIDED = "avoided"
    MADE = "made"
    UNKNOWN = "unknown"


VERDICT_NAMES: Mapping[Verdict, str] = {
    Verdict.AVOIDED: N_("Avoided"),
    Verdict.MADE: N_("Made"),
    Verdict.UNKNOWN: N_("Not known yet"),
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake, its verdict, and what it rests on.

    `good` of `cases` do it well. `name` and `definition` are English messages; the places of
    the definition are the names of thresholds. `touchpoints` are those that do not do it well.
    """

    id: str
    name: str
    definition: str
    good: int
    cases: int
    verdict: Verdict
    touchpoints: tuple[Touchpoint, ...]


IDENTIFICATION = N_(
    "No strategy of identification: fewer than {practice_percent}% of the touchpoints whose "
    "evidence is noted rest on research, in part or in whole."
)
MESSAGES = N_(
    "Inconsistent messages: a touchpoint says different things in different channels. Compared "
    "are touchpoints of one name, and their steps."
)
TRAINING = N_(
    "Untrained staff: training is done for fewer than {practice_percent}% of the touchpoints "
    "whose training is noted."
)
PERSONALISATION = N_(
    "No personalisation: fewer than {personal_percent}% of the touchpoints say how they are "
    "personalised. Not judged while none says so."
)
MEASUREMENT = N_(
    "No measurement: something is measured of fewer than {practice_percent}% of the touchpoints."
)


def mistakes(facts: MapFacts) -> tuple[Mistake, ...]:
    """The five, in their order. On maps with few cards all are unknown."""
    checks = (_identification, _messages, _training, _personalisation, _measurement)
    return tuple(check(facts) for check in checks)


def _identification(facts: MapFacts) -> Mistake:
    known = facts.once(knowledge)
    return _judged(
        facts,
        "identification",
        N_("No strategy of identification"),
        IDENTIFICATION,
        known.noted,
        known.assumed,
        facts.limits.practice_percent,
    )


def _messages(facts: MapFacts) -> Mistake:
    compared = facts.once(wordings)
    differing = [it for it in compared if not it.consistent]
    good = len(compared) - len(differing)
    verdict = Verdict.UNKNOWN
    if compared and facts.enough:
        verdict = Verdict.MADE if differing else Verdict.AVOIDED
    touchpoints = tuple(each for it in differing for each in it.touchpoints)
    name = N_("Inconsistent messages")
    return Mistake("messages", name, MESSAGES, good, len(compared), verdict, touchpoints)


def _training(facts: MapFacts) -> Mistake:
    noted = [it for it in facts.touchpoints if it.training_state is not None]
    open = tuple(it for it in noted if it.training_state is not TrainingState.DONE)
    limit = facts.limits.practice_percent
    return _judged(facts, "training", N_("Untrained staff"), TRAINING, len(noted), open, limit)


def _personalisation(facts: MapFacts) -> Mistake:
    plain = tuple(it for it in facts.touchpoints if not it.personalisation.strip())
    cases = len(facts.touchpoints) if len(plain) < len(facts.touchpoints) else 0
    return _judged(
        facts,
        "personalisation",
        N_("No personalisation"),
        PERSONALISATION,
        cases,
        plain if cases else (),
        facts.limits.personal_percent,
    )


def _measurement(facts: MapFacts) -> Mistake:
    return _judged(
        facts,
        "measurement",
        N_("No measurement"),
        MEASUREMENT,
        len(facts.touchpoints),
        without_metric(facts),
        facts.limits.practice_percent,
    )


def _judged(
    facts: MapFacts,
    id: str,
    name: str,
    definition: str,
    cases: int,
    bad: tuple[Touchpoint, ...],
    percent: float,
) -> Mistake:
    good = cases - len(bad)
    verdict = Verdict.UNKNOWN
    if cases and facts.enough:
        verdict = Verdict.MADE if 100 * good < percent * cases else Verdict.AVOIDED
    return Mistake(id, name, definition, good, cases, verdict, bad)


def _untrained(facts: MapFacts) -> Iterator[Found]:
    it = _training(facts)
    title = Message.plural(
        "{count} of {total} touchpoints has trained staff",
        "{count} of {total} touchpoints have trained staff",
        it.good,
        total=it.cases,
    )
    yield from _found(facts, it, title)


def _impersonal(facts: MapFacts) -> Iterator[Found]:
    it = _personalisation(facts)
    title = Message.plural(
        "{count} of {total} touchpoints is personalised",
        "{count} of {total} touchpoints are personalised",
        it.good,
        total=it.cases,
    )
    yield from _found(facts, it, title)


def _found(facts: MapFacts, it: Mistake, title: Message) -> Iterator[Found]:
    if it.verdict is Verdict.MADE:
        yield of_touchpoints(facts, title, it.touchpoints)


RULES = (
    Rule("untrained", Topic.OWNERS, Severity.MEDIUM, TRAINING, _untrained),
    Rule("impersonal", Topic.BALANCE, Severity.LOW, PERSONALISATION, _impersonal),
)
"""The other three show as findings of evidence, messages and metrics."""
