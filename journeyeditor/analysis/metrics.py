"""What is measured: where it stands against baseline and target, and where it is going."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import (
    Found,
    Leads,
    Rule,
    Severity,
    Topic,
    of_touchpoints,
    to_touchpoints,
)
from journeyeditor.analysis.wording import Figure, Message, Name, listed
from journeyeditor.model.choices import Better, ImprovementState
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Improvement,
    Measure,
    Metric,
    Reading,
    Segment,
    Stage,
    Touchpoint,
)
from journeyeditor.translation import N_


class Trend(StrEnum):
    """Where a measure went, as it is better for this metric."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


TREND_NAMES: Mapping[Trend, str] = {
    Trend.BETTER: N_("Better"),
    Trend.SAME: N_("The same"),
    Trend.WORSE: N_("Worse"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure with its readings, oldest first (those without a date before the dated)."""

    measure: Measure
    metric: Metric
    readings: tuple[Reading, ...]

    @property
    def current(self) -> float | None:
        return self.readings[-1].value if self.readings else None

    @property
    def progress(self) -> float | None:
        """The part of the way from baseline to target that is done: 1 is there, below 0 worse.

        None where one of the three is unknown or there is no way to go.
        """
        base, target = self.measure.baseline, self.measure.target
        if self.current is None or base is None or target is None or base == target:
            return None
        return (self.current - base) / (target - base)

    @property
    def since_baseline(self) -> Trend | None:
        return trend(self.metric, self.measure.baseline, self.current)

    @property
    def trend(self) -> Trend | None:
        """The last reading against the one before it, or else against the baseline."""
        if len(self.readings) < 2:
            return self.since_baseline
        return trend(self.metric, self.readings[-2].value, self.readings[-1].value)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a finished improvement did to its measure.

    `before` is the last reading until the day it was done, or else the baseline; `after` the
    last one since. None where there is no such value.
    """

    improvement: Improvement
    standing: Standing
    before: float | None
    after: float | None

    @property
    def trend(self) -> Trend | None:
        return trend(self.standing.metric, self.before, self.after)


def trend(metric: Metric, before: float | None, after: float | None) -> Trend | None:
    """Where a value went, for this metric; None where one of the two is unknown."""
    if before is None or after is None:
        return None
    if before == after:
        return Trend.SAME
    return Trend.BETTER if (after > before) == (metric.better is Better.HIGHER) else Trend.WORSE


def standings(facts: MapFacts) -> tuple[Standing, ...]:
    """All measures of the map, its stages, its segments, and its touchpoints in this order."""
    subjects = [facts.map.id, *(stage.id for stage in facts.stages)]
    subjects += [*(segment.id for segment in facts.segments), *facts.cards_of]
    return tuple(
        standing(facts, measure) for id in subjects for measure in facts.measures.get(id, ())
    )


def standing(facts: MapFacts, measure: Measure) -> Standing:
    """One measure with its readings."""
    return standing_of(facts.project, measure)


def standing_of(project: Project, measure: Measure) -> Standing:
    """The same without the facts of a map, for forms."""
    readings = project.where(Reading, measure=measure.id)
    ordered = sorted(readings, key=lambda it: (it.taken_on or date.min, it.period, it.id))
    return Standing(measure, project.get(Metric, measure.metric), tuple(ordered))


def subject_name(facts: MapFacts, measure: Measure) -> str:
    """What a measure is taken of: a touchpoint, a stage, a segment, or the map."""
    find, id = facts.project.find, measure.subject
    found = find(Touchpoint, id) or find(Stage, id) or find(Segment, id)
    return found.name if found else facts.map.name


def without_metric(facts: MapFacts) -> tuple[Touchpoint, ...]:
    """The touchpoints that nothing is measured of, in reading order."""
    return tuple(it for it in facts.touchpoints if it.id not in facts.measures)


def effects(facts: MapFacts) -> tuple[Effect, ...]:
    """Of the finished improvements with a day and a measure on this map, by order."""
    known = {it.measure.id: it for it in facts.once(standings)}
    return tuple(
        _effect(improvement, known[improvement.measure], improvement.done_on)
        for improvement in facts.project.ordered(Improvement)
        if improvement.state is ImprovementState.DONE
        and improvement.done_on is not None
        and improvement.measure in known
    )


def _effect(improvement: Improvement, standing: Standing, day: date) -> Effect:
    dated = [(it.taken_on, it.value) for it in standing.readings if it.taken_on]
    before = [value for taken_on, value in dated if taken_on <= day]
    after = [value for taken_on, value in dated if taken_on > day]
    return Effect(
        improvement,
        standing,
        before[-1] if before else standing.measure.baseline,
        after[-1] if after else None,
    )


def _worse(facts: MapFacts) -> Iterator[Found]:
    known = [it for it in facts.once(standings) if it.since_baseline]
    worse = [it for it in known if it.since_baseline is Trend.WORSE]
    if worse:
        yield Found(
            Message.plural(
                "{count} of {total} metrics is worse than its baseline",
                "{count} of {total} metrics are worse than their baseline",
                len(worse),
                total=len(known),
            ),
            listed([_said(it) for it in worse]),
            _measured(facts, worse),
            count=len(worse),
        )


def _said(it: Standing) -> Message:
    return Message.of(
        N_("{metric}: {current} (baseline {baseline})"),
        metric=Name(it.metric.name),
        current=Figure(it.current or 0, it.metric.unit),
        baseline=Figure(it.measure.baseline or 0, it.metric.unit),
    )


def _measured(facts: MapFacts, found: Sequence[Standing]) -> Leads:
    subjects = {it.measure.subject for it in found}
    leads = to_touchpoints(facts, (it for it in facts.touchpoints if it.id in subjects))
    return Leads(
        leads.placements,
        leads.touchpoints,
        tuple(stage.id for stage in facts.stages if stage.id in subjects),
        tuple(segment.id for segment in facts.segments if segment.id in subjects),
    )


def _without_value(facts: MapFacts) -> Iterator[Found]:
    empty = [it for it in facts.once(standings) if not it.readings]
    if empty:
        yield Found(
            Message.plural("{count} metric has no value yet", "{count} metrics have no value yet",
                           len(empty)),
            listed([it.metric.name for it in empty]),
            _measured(facts, empty),
            count=len(empty),
        )  # fmt: skip


def _without_effect(facts: MapFacts) -> Iterator[Found]:
    idle = [it for it in effects(facts) if it.trend in (Trend.SAME, Trend.WORSE)]
    if idle:
        yield Found(
            Message.plural(
                "{count} finished improvement did not move its metric",
                "{count} finished improvements did not move their metric",
                len(idle),
            ),
            listed([it.improvement.title for it in idle]),
            _measured(facts, [it.standing for it in idle]),
            count=len(idle),
        )


def _without_metric(facts: MapFacts) -> Iterator[Found]:
    if open := without_metric(facts):
        some = Message.plural(
            "{count} of {total} touchpoints has no metric",
            "{count} of {total} touchpoints have no metric",
            len(open),
            total=len(facts.touchpoints),
        )
        all = Message.plural(
            "The one touchpoint has no metric yet",
            "None of the {count} touchpoints has a metric yet",
            len(open),
        )
        title = some if len(open) < len(facts.touchpoints) else all
        yield of_touchpoints(facts, title, open)


RULES = (
    Rule(
        "worse_than_baseline",
        Topic.RESULTS,
        Severity.MEDIUM,
        N_(
            "The last reading is worse than the baseline, higher or lower as the metric says. "
            "Counted among the metrics with both."
        ),
        _worse,
    ),
    Rule(
        "without_effect",
        Topic.IMPROVEMENTS,
        Severity.MEDIUM,
        N_(
            "A finished improvement after which its metric is no better: the last reading since "
            "it was done against the last one before, or the baseline."
        ),
        _without_effect,
    ),
    Rule(
        "without_metric",
        Topic.RESULTS,
        Severity.LOW,
        N_("Touchpoints on the map that nothing is measured of."),
        _without_metric,
    ),
    Rule(
        "without_value",
        Topic.RESULTS,
        Severity.LOW,
        N_("Metrics of the map, its stages, segments and touchpoints that have no reading."),
        _without_value,
    ),
)
