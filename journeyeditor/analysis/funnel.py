"""One metric along the stages: how much of each stage gets to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.metrics import standing
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Metric, Stage


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """A metric's value at a stage, and the part of the step before that got here.

    Where the metric is itself a percentage, that is the conversion; else it is the value over
    the value before, None at the first step and after nothing.
    """

    stage: Stage
    value: float
    conversion: float | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """One metric along the stages that have a value of it; two at least."""

    metric: Metric
    steps: tuple[FunnelStep, ...]


def funnels(facts: MapFacts) -> tuple[Funnel, ...]:
    """Each metric that has a current value at two stages or more, by name."""
    values: dict[Id, list[tuple[Stage, float]]] = {}
    metrics: dict[Id, Metric] = {}
    for stage in facts.stages:
        for measure in facts.measures.get(stage.id, ()):
            found = standing(facts, measure)
            metrics[found.metric.id] = found.metric
            if found.current is not None:
                values.setdefault(found.metric.id, []).append((stage, found.current))
    ordered = sorted(metrics.values(), key=lambda metric: (metric.name, metric.id))
    return tuple(
        Funnel(metric, _steps(metric, values[metric.id]))
        for metric in ordered
        if len(values.get(metric.id, ())) > 1
    )


def _steps(metric: Metric, values: Sequence[tuple[Stage, float]]) -> tuple[FunnelStep, ...]:
    steps = []
    before: float | None = None
    for stage, value in values:
        relative = value / before if before else None
        conversion = value / 100 if metric.unit == "%" else relative
        steps.append(FunnelStep(stage, value, conversion))
        before = value
    return tuple(steps)
