"""What the two-way ratings say: effectiveness and usage, importance and satisfaction, impact and
effort.
"""

import math
from collections.abc import Mapping
from typing import Any

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.improvements import WORTH_NAMES, improvements
from journeyeditor.analysis.usage import NEED_NAMES, QUADRANT_NAMES, usage, values
from journeyeditor.catalogue import channel_icon
from journeyeditor.drawing.charts.scatter import Quadrants, Spot, draw_scatter
from journeyeditor.drawing.charts.sheet import ChartOptions, nothing, one_line
from journeyeditor.drawing.icons import icon_names
from journeyeditor.drawing.shapes import Drawing, Key
from journeyeditor.model.choices import ImprovementState
from journeyeditor.model.records import Channel, Touchpoint

STATE_ICONS = {
    ImprovementState.IDEA: "lightbulb",
    ImprovementState.PLANNED: "calendar-days",
    ImprovementState.DOING: "timer",
    ImprovementState.DONE: "check",
}


def draw_usage(facts: MapFacts, options: ChartOptions) -> Drawing:
    """Effectiveness above usage. Keys: ("touchpoint", id)."""
    tr, found = options.tr, facts.once(usage)
    if not found.rated:
        return nothing(
            options,
            tr("No touchpoint has both ratings yet: effectiveness and usage, in its details."),
        )
    spots = [
        _spot(("touchpoint", it.touchpoint.id), it.usage, it.effectiveness, facts, it.touchpoint,
              options)
        for it in found.rated
    ]  # fmt: skip
    field = Quadrants(
        _names(QUADRANT_NAMES, options),
        tr("Little used"), tr("Much used"), tr("Hardly effective"), tr("Very effective"),
        _below(facts.limits.used_from), _below(facts.limits.effective_from), good=0, bad=3,
    )  # fmt: skip
    return draw_scatter(spots, field, options)


def draw_values(facts: MapFacts, options: ChartOptions) -> Drawing:
    """Importance above satisfaction. Keys: ("card", placement)."""
    tr, found = options.tr, facts.once(values)
    if not found:
        return nothing(options, tr("No card has both ratings yet: importance and satisfaction."))
    spots = [
        _spot(("card", it.card.id), it.satisfaction, it.importance, facts,
              facts.touchpoint(it.card), options)
        for it in found
    ]  # fmt: skip
    field = Quadrants(
        _names(NEED_NAMES, options),
        tr("Little satisfied"), tr("Very satisfied"), tr("Less important"), tr("Very important"),
        math.floor(facts.limits.satisfied_below), _below(facts.limits.important_from),
        good=1, bad=0,
    )  # fmt: skip
    return draw_scatter(spots, field, options)


def draw_worth(facts: MapFacts, options: ChartOptions) -> Drawing:
    """Impact above effort, numbered by rank where names find no room. Keys: ("improvement", id)."""
    tr, theme = options.tr, options.theme
    spots = [
        Spot(
            ("improvement", it.improvement.id), it.improvement.effort, it.improvement.impact,
            one_line(it.improvement.title, tr("Untitled")), tr.number(number),
            STATE_ICONS[it.improvement.state], theme.accent_text,
        )
        for number, it in enumerate(facts.once(improvements), 1)
        if it.improvement.impact is not None and it.improvement.effort is not None
    ]  # fmt: skip
    if not spots:
        return nothing(options, tr("No improvement has both ratings yet: impact and effort."))
    field = Quadrants(
        _names(WORTH_NAMES, options),
        tr("Little effort"), tr("Much effort"), tr("Small impact"), tr("Great impact"),
        math.floor(facts.limits.effort_up_to), _below(facts.limits.impact_from), good=0, bad=3,
    )  # fmt: skip
    return draw_scatter(spots, field, options)


def _names(names: Mapping[Any, str], options: ChartOptions) -> tuple[str, str, str, str]:
    first, second, third, fourth = (options.tr(name) for name in names.values())
    return first, second, third, fourth


def _below(limit: float) -> float:
    """The highest rating that is still below a limit."""
    return min(5.0, max(0.0, math.ceil(limit) - 1))


def _spot(
    key: Key, x: int, y: int, facts: MapFacts, touchpoint: Touchpoint, options: ChartOptions
) -> Spot:
    channel = facts.project.find(Channel, touchpoint.channel)
    name = channel_icon(channel) if channel else "map-pin"
    return Spot(
        key,
        x,
        y,
        one_line(touchpoint.name, options.tr("Untitled")),
        touchpoint.code,
        name if name in icon_names() else "map-pin",
        options.theme.family(channel.family) if channel else options.theme.text3,
    )
