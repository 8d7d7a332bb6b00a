"""What must hold of every chart: nothing leaves its box, no words cover others, all leads on."""

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.analysis.comparison import Comparison, compare
from journeyeditor.analysis.facts import MapFacts, facts_of
from journeyeditor.analysis.stacks import axis_stacks, data_stack, evidence_stack, execution_stack
from journeyeditor.analysis.table import Table
from journeyeditor.analysis.tables import experience, operations, results, stages
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
from journeyeditor.drawing.shapes import Box, Drawing, Node, Path, Text
from journeyeditor.drawing.theme import DARK, LIGHT, PAPER, Theme, contrast
from journeyeditor.model.edits.axes import remove_stages
from journeyeditor.model.edits.maps import duplicate_map
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import Translator, translator
from tests.analysis.building import MapInWords
from tests.drawing.charts.maps import random_facts
from tests.drawing.geometry import check_texts_in_their_boxes, inside, overlap, words

CAPITALS = 0.7
"""Of the size of a font."""
Draw = Callable[[MapFacts, ChartOptions], Drawing]
Make = Callable[[MapFacts, Translator], Table]


def _stacks(facts: MapFacts, tr: Translator) -> list:
    behind = (evidence_stack(facts, tr), execution_stack(facts, tr), data_stack(facts, tr))
    return [*axis_stacks(facts, tr), *behind]


def copied(facts: MapFacts) -> Comparison:
    """A map beside its copy, without its first stage."""
    change = duplicate_map(facts.project, facts.map.id, "Tomorrow")
    assert change
    [map] = [it for it in change.after.values() if isinstance(it, JourneyMap)]
    project = facts.project.apply(change)
    if stages := project.stages(map.id):
        change = remove_stages(project, [stages[0].id])
        project = project.apply(change) if change else project
    return compare(facts, facts_of(project, map.id, facts.today))


CHARTS: dict[str, tuple[Draw, Make]] = {
    "distribution": (distribution.draw_distribution, stages.distribution_table),
    **{
        f"heat-{mode}": (lambda f, o, mode=mode: heat.draw_heat(f, o, mode), stages.heat_table)
        for mode in heat.HeatMode
    },
    "load": (load.draw_load, operations.load_table),
    "load-short": (lambda f, o: load.draw_load(f, o, 2), operations.load_table),
    "departments": (load.draw_department_load, operations.department_table),
    "usage": (quadrants.draw_usage, experience.usage_table),
    "values": (quadrants.draw_values, experience.values_table),
    "worth": (quadrants.draw_worth, results.improvement_table),
    "curves": (curves.draw_curves, experience.curves_table),
    "compared": (
        lambda f, o: curves.draw_comparison(f.once(copied), o),
        lambda f, tr: results.compared_curves_table(f.once(copied), tr),
    ),
    "stacks": (
        lambda f, o: draw_stacks(_stacks(f, o.tr), o, "Nothing."),
        lambda f, tr: operations.stack_table(_stacks(f, tr), tr),
    ),
    "channels": (channels.draw_channels, operations.channel_table),
    "funnel": (funnel.draw_funnels, results.funnel_table),
    "metrics": (metrics.draw_metrics, results.metrics_table),
    "progress": (progress.draw_progress, stages.steps_table),
    "steps": (progress.draw_steps, stages.steps_table),
}
WORDS = st.one_of(
    st.sampled_from(("Entrega", "Devolución de un artículo que no encaja", "Cola", "ok", "")),
    st.text(max_size=30),
    st.text(alphabet="abcdefgh ", min_size=60, max_size=160),
)


def placed_words(drawing: Drawing) -> list[Node]:
    """Where each line of text stands on the sheet."""
    found = []
    for node in drawing.nodes:
        for shape in node.shapes:
            if isinstance(shape, Text) and shape.text.strip():
                size = max((run.size for run in shape.runs), default=0.0)
                place = (node.x + shape.x, node.y + shape.y - CAPITALS * size)
                found.append(Node((shape.text,), *place, shape.width, CAPITALS * size))
    return found


def check(drawing: Drawing, *, apart: bool = True) -> None:
    """All of a chart that must hold of any."""
    sheet = Node(("sheet",), 0, 0, drawing.width, drawing.height)
    assert len(drawing.by_key) == len(drawing.nodes), "keys are unique"
    assert all(inside(node, sheet) for node in drawing.nodes)
    check_texts_in_their_boxes(drawing)
    pairs = combinations(placed_words(drawing), 2) if apart else ()
    assert not [(a.key, b.key) for a, b in pairs if overlap(a, b)]


@pytest.mark.parametrize("chart", CHARTS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 10_000),
    names=st.lists(WORDS, min_size=1, max_size=6),
    width=st.sampled_from((150.0, 330.0, 480.0, 700.0)),
    theme=st.sampled_from((LIGHT, DARK, PAPER)),
    language=st.sampled_from(("en", "es")),
)
def test_every_chart_of_every_map(
    chart: str, seed: int, names: list[str], width: float, theme: Theme, language: str
) -> None:
    draw, make = CHARTS[chart]
    facts = random_facts(random.Random(seed), names)
    drawing = draw(facts, ChartOptions(width=width, height=180, theme=theme, language=language))
    check(drawing)
    assert drawing == draw(facts, ChartOptions(width=width, height=180, theme=theme,
                                               language=language))  # fmt: skip
    leads = make(facts, translator(language)).leads
    things = {node.key for node in drawing.nodes if node.name} - {("more",)}
    assert things <= leads.keys()


@pytest.mark.parametrize("chart", CHARTS)
def test_an_empty_map_says_so(chart: str) -> None:
    drawing = CHARTS[chart][0](MapInWords({}, ()).facts(), ChartOptions())
    check(drawing)
    assert words(drawing) or chart == "stacks"


def some_map() -> MapInWords:
    map = MapInWords({"Before": 1, "During": 3, "After": 1})
    map.cards(Before=9, During=2)
    return map


def of(drawing: Drawing, *key: str) -> list[str]:
    return [shape.text for shape in drawing.by_key[key].shapes if isinstance(shape, Text)]


def test_bars_print_both_shares_and_what_lies_between() -> None:
    map = some_map()
    drawing = distribution.draw_distribution(map.facts(), ChartOptions())
    bar = {name: of(drawing, "bar", stage.id) for name, stage in map.stages.items()}
    assert bar["Before"] == ["20%", "82%", "Before", "▲ 62 pts"]
    assert bar["During"] == ["60%", "18%", "During", "▼ 42 pts"]
    assert bar["After"] == ["20%", "0%", "After", "▼ 20 pts"]


def test_bars_stand_in_proportion() -> None:
    map = some_map()
    drawing = distribution.draw_distribution(map.facts(), ChartOptions())

    def heights(stage: str) -> list[float]:
        paths = [s for s in drawing.by_key["bar", map.stages[stage].id].shapes if type(s) is Path]
        tops = [min(float(step[-1]) for step in path.commands if len(step) > 1) for path in paths]
        return [float(paths[0].commands[0][2]) - top for top in tops]

    expected, real = heights("Before")
    assert real / expected == pytest.approx((9 / 11) / (1 / 5))


def test_no_stage_is_flagged_while_nobody_said_what_matters() -> None:
    map = MapInWords({"Before": 3, "During": 3})
    map.cards(Before=12)
    drawing = distribution.draw_distribution(map.facts(), ChartOptions())
    assert of(drawing, "bar", map.stages["During"].id) == ["50%", "0%", "During"]


def test_a_cell_prints_its_figure_and_its_cases() -> None:
    map = MapInWords({"Buy": 3, "Use": 3})
    for emotion in (1.0, -2.0, None):
        map.card("Buy", emotion, importance=5, satisfaction=2)
    stage, segment = map.stages["Buy"].id, map.segments["Buyers"].id
    printed = {
        mode: of(heat.draw_heat(map.facts(), ChartOptions(language="es"), mode), "cell", stage,
                 segment)
        for mode in heat.HeatMode
    }  # fmt: skip
    assert printed[heat.HeatMode.EMOTION] == ["−0,5", "(2)"]
    assert printed[heat.HeatMode.COUNT] == ["3"]
    assert printed[heat.HeatMode.GAP] == ["+3,0", "(3)"]
    assert printed[heat.HeatMode.COMPLETENESS][1] == "(3)"


def test_quadrants_split_where_the_limits_are() -> None:
    map = MapInWords({"Buy": 3}, effective_from=3)
    for number in range(1, 6):
        map.card("Buy", of=map.touchpoint(f"T{number}", effectiveness=number, usage=3))
    drawing = quadrants.draw_usage(map.facts(), ChartOptions(width=500, height=260))
    field = drawing.by_key["field",]
    level = next(
        float(shape.commands[0][2])
        for shape in field.shapes
        if isinstance(shape, Path) and shape.commands[0][2] == shape.commands[1][2]
    )
    below = {
        node.name: node.y + node.height / 2 > level
        for node in drawing.nodes
        if node.key[0] == "touchpoint"
    }
    assert below == {"T1": True, "T2": True, "T3": False, "T4": False, "T5": False}


def test_many_points_at_one_spot_are_counted() -> None:
    map = MapInWords({"Buy": 3})
    for _ in range(12):
        map.card("Buy", of=map.touchpoint("T", effectiveness=2, usage=2))
    drawing = quadrants.draw_usage(map.facts(), ChartOptions(width=400, height=200))
    assert of(drawing, "spot", "2", "2") == ["12"]


def test_lines_differ_without_colour() -> None:
    map = MapInWords({"Buy": 3, "Use": 3}, ("A", "B", "C"))
    for segment in "ABC":
        map.card("Buy", 1.0, segment=segment)
        map.card("Use", -1.0, segment=segment)
    plot = curves.draw_curves(map.facts(), ChartOptions()).by_key["plot",]
    dashes = [s.dash for s in plot.shapes if isinstance(s, Path) and s.line_width == 1.5]
    assert len(dashes) == len(set(dashes)) == 3


@pytest.mark.parametrize("theme", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_words_on_tints_are_legible(theme: Theme) -> None:
    for emotion in (-2.0, -1.5, -0.5, 0.0, 0.5, 1.0, 2.0):
        map = MapInWords({"Buy": 3})
        map.card("Buy", emotion, importance=5, satisfaction=1)
        for mode in heat.HeatMode:
            drawing = heat.draw_heat(map.facts(), ChartOptions(theme=theme), mode)
            cell = drawing.by_key["cell", map.stages["Buy"].id, map.segments["Buyers"].id]
            [fill] = [s.fill for s in cell.shapes[:1] if isinstance(s, Box)]
            colours = {shape.colour for shape in cell.shapes if isinstance(shape, Text)}
            assert fill
            assert min(contrast(colour, fill) for colour in colours) >= 4.5, (emotion, mode)
