"""Which panels the pages of the analysis have."""

from collections.abc import Callable
from typing import Any, TypeVar

from journeyeditor.analysis import stacks
from journeyeditor.analysis.comparison import Comparison
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.table import Table
from journeyeditor.analysis.tables import experience, operations, results, stages
from journeyeditor.analysis.usage import usage, values
from journeyeditor.drawing.charts import (
    channels,
    curves,
    distribution,
    funnel,
    heat,
    load,
    metrics,
    progress,
    quadrants,
)
from journeyeditor.drawing.charts.sheet import ChartOptions
from journeyeditor.drawing.charts.stacks import draw_stacks
from journeyeditor.drawing.shapes import Drawing
from journeyeditor.translation import N_, Translator
from journeyeditor.ui.analysis.live import Insight
from journeyeditor.ui.analysis.panels import Spec

T = TypeVar("T")
MOST_LOADS = 8
"""Owners on the overview; the page of the owners has them all."""
OWNER_RULE = N_("Owner = responsible or accountable; a touchpoint counts for each of its owners.")
OWNER_LEGEND = (("bar", N_("Owner")), ("accent_line", N_("Supports")))


def _table(make: Callable[[MapFacts, Translator], Table]) -> Callable[[Insight, Translator], Table]:
    return lambda insight, tr: make(insight.shown, tr)


def _chart(
    draw: Callable[[MapFacts, ChartOptions], Drawing],
) -> Callable[[Insight, ChartOptions, Any], Drawing]:
    return lambda insight, options, _mode: draw(insight.shown, options)


def _stacked(
    make: Callable[[MapFacts, Translator], tuple[stacks.Stack, ...]], empty: str
) -> Callable[[Insight, ChartOptions, Any], Drawing]:
    return lambda insight, options, _mode: draw_stacks(
        make(insight.shown, options.tr), options, options.tr(empty)
    )


def _stack_table(
    make: Callable[[MapFacts, Translator], tuple[stacks.Stack, ...]],
) -> Callable[[Insight, Translator], Table]:
    return lambda insight, tr: operations.stack_table(make(insight.shown, tr), tr)


def _behind(facts: MapFacts, tr: Translator) -> tuple[stacks.Stack, ...]:
    return stacks.execution_stack(facts, tr), stacks.data_stack(facts, tr)


def _evidence(facts: MapFacts, tr: Translator) -> tuple[stacks.Stack, ...]:
    return (stacks.evidence_stack(facts, tr),)


def _rated(insight: Insight, tr: Translator) -> str:
    found = insight.shown.once(usage)
    return tr("{rated} of {total} touchpoints rated", rated=len(found.rated), total=found.total)


def _valued(insight: Insight, tr: Translator) -> str:
    found, facts = insight.shown.once(values), insight.shown
    return tr("{rated} of {total} cards rated", rated=len(found), total=len(facts.cards))


def _draw_overview_load(insight: Insight, options: ChartOptions, _mode: Any) -> Drawing:
    return load.draw_load(insight.shown, options, MOST_LOADS)


def _draw_heat(insight: Insight, options: ChartOptions, mode: heat.HeatMode) -> Drawing:
    return heat.draw_heat(insight.shown, options, mode)


DISTRIBUTION = Spec(
    id="distribution",
    title=N_("Distribution against importance"),
    table=_table(stages.distribution_table),
    draw=_chart(distribution.draw_distribution),
    legend=(("#bar_ghost", N_("Expected")), ("bar", N_("Real"))),
    rule=N_(
        "Expected = importance ÷ sum of importances. Flagged from {share_points} points of "
        "difference."
    ),
    least=240,
)
HEAT = Spec(
    id="heat",
    right=True,
    title=N_("Stages and segments"),
    table=_table(stages.heat_table),
    draw=_draw_heat,
    modes=tuple(heat.HEAT_MODE_NAMES.items()),
    rule=N_(
        "In brackets: the cards behind each figure. Gap = importance − satisfaction of a card."
    ),
    least=240,
)
LOAD = Spec(
    id="load",
    title=N_("Load per owner"),
    table=_table(operations.load_table),
    draw=_draw_overview_load,
    legend=OWNER_LEGEND,
    rule=OWNER_RULE,
    least=240,
)
USAGE = Spec(
    id="usage",
    right=True,
    title=N_("Effectiveness and usage"),
    table=_table(experience.usage_table),
    draw=_chart(quadrants.draw_usage),
    note=_rated,
    rule=N_("Effective from {effective_from}, used from {used_from}, both of 5."),
    least=240,
)
OVERVIEW = (DISTRIBUTION, HEAT, LOAD, USAGE)

EXPERIENCE = (
    Spec(
        id="curves",
        title=N_("Emotion curves of the segments"),
        table=_table(experience.curves_table),
        draw=_chart(curves.draw_curves),
        rule=N_("In brackets: rated cards. Thin dots bridge stages without a rated card."),
        least=330,
        wide=True,
    ),
    Spec(
        id="moments",
        title=N_("Critical moments"),
        table=_table(experience.moments_table),
        empty=N_("No card is marked as critical, and none is suggested."),
        rule=N_(
            "Suggested: the emotion falls by {steep_fall} or more to below neutral; the only "
            "lowest point of a segment with {curve_cards} rated cards or more, at {negative} or "
            "below; or importance of {important_from} or more with satisfaction of "
            "{satisfied_below} or less."
        ),
    ),
    Spec(
        id="values",
        right=True,
        title=N_("Importance and satisfaction"),
        table=_table(experience.values_table),
        draw=_chart(quadrants.draw_values),
        note=_valued,
        rule=N_("Important from {important_from}, low satisfaction up to {satisfied_below}."),
        least=240,
    ),
    Spec(
        id="peaks",
        title=N_("What is remembered: peak and end"),
        table=_table(experience.peaks_table),
        empty=N_("The map has no segments yet."),
        rule=N_(
            "An experience is remembered by its most intense moment and its end (Kahneman and "
            "others, 1993)."
        ),
        wide=True,
    ),
    Spec(
        id="divergence",
        title=N_("Where segments diverge"),
        table=_table(experience.divergence_table),
        empty=N_("At no stage do the mean emotions of two segments lie far apart."),
        rule=N_("Listed from {divergence} of distance between the mean emotions of a stage."),
    ),
    Spec(
        id="presence",
        right=True,
        title=N_("What one segment has and another lacks"),
        table=_table(stages.presence_table),
        empty=N_("Every touchpoint is there for every segment."),
    ),
)

OWNERS = (
    Spec(
        id="all-load",
        title=N_("Load per owner"),
        table=_table(operations.load_table),
        draw=_chart(load.draw_load),
        legend=OWNER_LEGEND,
        rule=OWNER_RULE,
    ),
    Spec(
        id="department-load",
        right=True,
        title=N_("Load per department"),
        table=_table(operations.department_table),
        draw=_chart(load.draw_department_load),
        legend=OWNER_LEGEND,
        rule=N_("What a department or any of its people does; people without one are in none."),
    ),
    Spec(
        id="processes",
        title=N_("Processes"),
        table=_table(operations.process_table),
        empty=N_("The project has no processes yet."),
        rule=N_("A process that supports no touchpoint of this map shows 0."),
    ),
    Spec(
        id="behind",
        right=True,
        title=N_("Automation and data"),
        table=_stack_table(_behind),
        draw=_stacked(_behind, N_("No process or data is noted on this map yet.")),
        least=160,
    ),
    Spec(
        id="data",
        title=N_("What becomes of the data"),
        table=_table(operations.data_table),
        empty=N_("No touchpoint of this map says which data it generates."),
        wide=True,
    ),
)

BALANCE = (
    Spec(
        id="channels",
        title=N_("Channels by stage"),
        table=_table(operations.channel_table),
        draw=_chart(channels.draw_channels),
        wide=True,
        rule=N_("Number of cards in each channel at each stage."),
    ),
    Spec(
        id="axes",
        title=N_("Kinds of touchpoints"),
        table=_stack_table(stacks.axis_stacks),
        draw=_stacked(stacks.axis_stacks, N_("No touchpoint is classified yet.")),
        rule=N_(
            "Each touchpoint counts once. Lopsided from {balance_percent}% of at least "
            "{balance_touchpoints} classified touchpoints, for medium, initiative and direction."
        ),
        wide=True,
    ),
    Spec(
        id="mistakes",
        title=N_("Five common mistakes"),
        table=_table(operations.mistake_table),
        wide=True,
    ),
    Spec(
        id="wordings",
        title=N_("The same touchpoint in several channels"),
        table=_table(operations.wording_table),
        empty=N_("No touchpoint of this map has messages in more than one channel."),
        rule=N_("Compared are touchpoints of one name, and their steps. Case does not count."),
        wide=True,
    ),
)


def _compared(make: Callable[[Comparison, Translator], Table]) -> Callable[..., Table]:
    def table(insight: Insight, tr: Translator) -> Table:
        assert insight.comparison
        return make(insight.comparison, tr)

    return table


def _draw_comparison(insight: Insight, options: ChartOptions, _mode: Any) -> Drawing:
    assert insight.comparison
    return curves.draw_comparison(insight.comparison, options)


COMPARISON = (
    Spec(
        id="compared-curves",
        title=N_("Emotion curves on both maps"),
        table=_compared(results.compared_curves_table),
        draw=_draw_comparison,
        rule=N_("In brackets: rated cards."),
        least=330,
        wide=True,
    ),
    Spec(
        id="stage-changes",
        title=N_("Stage by stage"),
        table=_compared(results.stage_change_table),
        empty=N_("Neither map has a stage yet."),
    ),
    Spec(
        id="changes",
        right=True,
        title=N_("New, gone, moved, better, worse"),
        table=_compared(results.change_table),
        empty=N_("The cards of both maps are the same."),
        rule=N_(
            "Cards belong together by where they were copied from, else by the name of their "
            "touchpoint."
        ),
    ),
)

METRICS = (
    Spec(
        id="metrics",
        title=N_("Metrics"),
        table=_table(results.metrics_table),
        draw=_chart(metrics.draw_metrics),
        rule=N_("Dashed: the baseline. Dotted: the target. The dot is the last reading."),
    ),
    Spec(
        id="steps",
        right=True,
        title=N_("Progress of the method"),
        table=_table(stages.steps_table),
        draw=_chart(progress.draw_steps),
        rule=N_("A step is done from {step_percent}% of what it counts."),
    ),
    Spec(
        id="funnel",
        right=True,
        title=N_("Funnel"),
        table=_table(results.funnel_table),
        draw=_chart(funnel.draw_funnels),
        least=120,
    ),
    Spec(
        id="evidence",
        right=True,
        title=N_("Evidence"),
        table=_stack_table(_evidence),
        draw=_stacked(_evidence, N_("No card is on the map yet.")),
        rule=N_("How the touchpoints of the map are known."),
        least=120,
    ),
    Spec(
        id="effects",
        title=N_("Effect of finished improvements"),
        table=_table(results.effect_table),
        empty=N_("No finished improvement has a day and a metric on this map."),
        rule=N_("Before = the last reading until it was done, or the baseline; after = since."),
    ),
    Spec(
        id="reviews",
        right=True,
        title=N_("Past the review date"),
        table=_table(results.review_table),
        empty=N_("No touchpoint is past its review date."),
    ),
    Spec(
        id="rivals",
        title=N_("Competitors against us"),
        table=_table(results.rival_table),
        empty=N_("No segment of this map is a competitor’s."),
        wide=True,
    ),
)

IMPROVEMENTS = (
    Spec(
        id="worth",
        title=N_("Impact and effort"),
        table=_table(results.improvement_table),
        draw=_chart(quadrants.draw_worth),
        rule=N_(
            "Quick win: impact from {impact_from} with an effort of {effort_up_to} or less. "
            "Numbers are those of the list."
        ),
        least=330,
    ),
    Spec(
        id="improvements",
        right=True,
        title=N_("List of improvements"),
        table=_table(results.improvement_table),
        empty=N_("No improvement is noted for this map yet."),
    ),
)
