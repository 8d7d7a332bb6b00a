"""Channels and kinds of touchpoints: which are used where, and what is lopsided."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeyeditor.analysis.facts import MapFacts, grouped
from journeyeditor.analysis.finding import Found, Rule, Severity, Topic, to_touchpoints
from journeyeditor.analysis.wording import AxisName, KindName, Message, Share, listed
from journeyeditor.model.ids import Id
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    Classification,
    Touchpoint,
)
from journeyeditor.model.text import fold
from journeyeditor.translation import N_

JUDGED = ("medium", "initiative", "direction")
"""The axes on which one kind alone leaves customers out; on the others it may be as it should."""


@dataclass(frozen=True, slots=True)
class ChannelUse:
    """The cards in a channel (None: not known), in all and by stage and segment id."""

    channel: Channel | None
    total: int
    stages: Mapping[Id, int]
    segments: Mapping[Id, int]


@dataclass(frozen=True, slots=True)
class AxisBalance:
    """The map's touchpoints on an axis: how many of each value, of how many classified."""

    axis: Axis
    counts: tuple[tuple[AxisValue, int], ...]
    classified: int
    total: int


@dataclass(frozen=True, slots=True)
class Wording:
    """Touchpoints of one name, with what they say in each channel (None: not known)."""

    touchpoints: tuple[Touchpoint, ...]
    messages: tuple[tuple[Id | None, str], ...]

    @property
    def consistent(self) -> bool:
        """Whether the messages are the same, but for case, accents and spaces."""
        return len({fold(message) for _, message in self.messages}) < 2


def channel_uses(facts: MapFacts) -> tuple[ChannelUse, ...]:
    """Most used first; each card counts."""
    channel_of = {it.id: it.channel for it in facts.touchpoints}
    places = Counter([(channel_of[c.touchpoint], c.stage, c.segment) for c in facts.cards])
    counts: dict[Id | None, tuple[Counter[Id], Counter[Id]]] = {}
    for (channel, stage, segment), count in places.items():
        stages, segments = counts.setdefault(channel, (Counter(), Counter()))
        stages[stage] += count
        segments[segment] += count
    uses = (
        ChannelUse(facts.project.find(Channel, id), stages.total(), stages, segments)
        for id, (stages, segments) in counts.items()
    )
    return tuple(sorted(uses, key=lambda it: (-it.total, it.channel.id if it.channel else "")))


def axis_balances(facts: MapFacts) -> tuple[AxisBalance, ...]:
    """Every axis of the project in order, its values in theirs; each touchpoint counts once."""
    here = facts.cards_of
    counts: dict[Id, Counter[Id]] = {}
    for it in facts.project.all(Classification):
        if it.touchpoint in here:
            counts.setdefault(it.axis, Counter())[it.value] += 1
    balances = []
    for axis in facts.project.ordered(Axis):
        values = facts.project.where(AxisValue, axis=axis.id)
        found = counts.get(axis.id, Counter())
        pairs = tuple((value, found[value.id]) for value in values)
        balances.append(AxisBalance(axis, pairs, found.total(), len(here)))
    return tuple(balances)


def wordings(facts: MapFacts) -> tuple[Wording, ...]:
    """What is said in more than one channel, by touchpoints of one name and their steps."""
    spoken = [it for it in facts.touchpoints if it.message or it.id in facts.interactions]
    found = []
    for touchpoints in grouped(spoken, lambda it: fold(it.name)).values():
        messages = dict.fromkeys(said for it in touchpoints for said in _messages(facts, it))
        if len({channel for channel, _ in messages}) > 1:
            found.append(Wording(tuple(touchpoints), tuple(messages)))
    return tuple(found)


def _messages(facts: MapFacts, touchpoint: Touchpoint) -> Iterator[tuple[Id | None, str]]:
    """What a touchpoint says, and its steps in other channels."""
    if touchpoint.message.strip():
        yield touchpoint.channel, touchpoint.message
    for step in facts.interactions.get(touchpoint.id, ()):
        elsewhere = step.channel is not None and step.channel != touchpoint.channel
        if elsewhere and step.message.strip():
            yield step.channel, step.message


def _lopsided(facts: MapFacts) -> Iterator[Found]:
    limits = facts.limits
    for it in axis_balances(facts):
        if it.axis.builtin not in JUDGED or it.classified < limits.balance_touchpoints:
            continue
        value, count = max(it.counts, key=lambda pair: pair[1])
        if 100 * count >= limits.balance_percent * it.classified:
            yield Found(
                Message.of(
                    N_("{axis}: nearly everything is “{kind}”"),
                    axis=AxisName(it.axis),
                    kind=KindName(value),
                ),
                Message.of(
                    N_("{count} of {total} classified touchpoints ({share})"),
                    count=count,
                    total=it.classified,
                    share=Share(count / it.classified),
                ),
                to_touchpoints(facts, classified(facts, value)),
                f"{facts.map.id}:{it.axis.id}",
                count,
            )


def classified(facts: MapFacts, value: AxisValue) -> tuple[Touchpoint, ...]:
    """The map's touchpoints with a value, in reading order."""
    links = facts.project.where(Classification, value=value.id)
    ids = {link.touchpoint for link in links}
    return tuple(it for it in facts.touchpoints if it.id in ids)


def _differing(facts: MapFacts) -> Iterator[Found]:
    differing = [it for it in facts.once(wordings) if not it.consistent]
    if differing:
        yield Found(
            Message.plural(
                "{count} message differs between channels",
                "{count} messages differ between channels",
                len(differing),
            ),
            listed([it.touchpoints[0].name for it in differing]),
            to_touchpoints(facts, (each for it in differing for each in it.touchpoints)),
            count=len(differing),
        )


RULES = (
    Rule(
        "differing_messages",
        Topic.BALANCE,
        Severity.MEDIUM,
        N_(
            "Touchpoints of one name, with their steps in other channels, whose messages are not "
            "the same in each. Case and accents do not count."
        ),
        _differing,
    ),
    Rule(
        "lopsided",
        Topic.BALANCE,
        Severity.LOW,
        N_(
            "One kind of medium, initiative or direction has {balance_percent}% or more of at "
            "least {balance_touchpoints} classified touchpoints."
        ),
        _lopsided,
    ),
)
