"""What holds for any map: drawn whole, in its boxes, and the same with or without a cache."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.drawing.layout import LayoutCache, LayoutOptions, Level, lay_out
from journeyeditor.drawing.layout.lens import LENS_NAMES
from journeyeditor.drawing.layout.options import ALL_FIELDS, CardField
from journeyeditor.drawing.theme import DARK, LIGHT
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import ChannelFamily, LaneKind, PartyKind
from journeyeditor.model.fields import Record, make, revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    Classification,
    Improvement,
    JourneyMap,
    Lane,
    LaneText,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    ProcessUse,
    Quote,
    Reading,
    Segment,
    Stage,
    Touchpoint,
    make_link,
)
from tests.acting import act
from tests.drawing.geometry import (
    check_cards_inside,
    check_nothing_elided,
    check_pictures_in_their_boxes,
    check_places,
    check_texts_in_their_boxes,
)
from tests.drawing.random_maps import random_project
from tests.drawing.sample import MAP, sample

WORDS = (
    *("Pago", "de", "la", "confirmación", "24/7", "e-mail/teléfono", "Donaudampfschifffahrt"),
    *(
        "配送状況の確認",
        "مرحبا",
        "שלום (עולם)",
        "नमस्ते",
        "👩‍👩‍👧",
        "❤️",
        "a\u0301\u0323",
        "½",
        "«sí»",
    ),
    *("\u200b", "\u200d", "\u00ad", "\u202e", "\t", "\n", "x" * 200, "\U000f1234", "W" * 40),
)
NAMES = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


OPTIONS = st.builds(
    LayoutOptions,
    language=st.sampled_from(("en", "es")),
    level=st.sampled_from(Level),
    lens=st.sampled_from((*LENS_NAMES, "axis:axis", "axis:gone", "nonsense")),
    fields=st.one_of(st.just(ALL_FIELDS), st.frozensets(st.sampled_from(CardField))),
    page=st.booleans(),
    width=st.sampled_from((0.0, 1000.0)),
    notice=NAMES,
    page_note=NAMES,
)


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False), st.lists(NAMES, min_size=1, max_size=4), OPTIONS)
def test_every_map_is_drawn_whole(
    rng: random.Random, names: list[str], options: LayoutOptions
) -> None:
    project = random_project(rng, names)
    axes = (*project.segments(MAP), *project.stages(MAP))
    folded = frozenset(axis.id for axis in axes if rng.random() < 0.3)
    drawing = lay_out(project, MAP, replace(options, collapsed=folded))
    check_places(drawing)
    check_texts_in_their_boxes(drawing)
    check_cards_inside(drawing)
    check_pictures_in_their_boxes(drawing)
    if options.level is Level.FULL:
        check_nothing_elided(drawing)


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False), st.lists(NAMES, min_size=1, max_size=4))
def test_all_levels_have_the_same_rectangles(rng: random.Random, names: list[str]) -> None:
    project = random_project(rng, names)
    folded = frozenset(stage.id for stage in project.stages(MAP) if rng.random() < 0.3)
    places = {
        level: [
            (node.key, node.x, node.y, node.width, node.height)
            for node in lay_out(project, MAP, LayoutOptions(level=level, collapsed=folded)).nodes
        ]
        for level in Level
    }
    assert all(found == places[Level.FULL] for found in places.values())


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**9))
def test_a_cache_changes_nothing_but_the_work(seed: int) -> None:
    rng = random.Random(seed)
    project, cache = Project([*sample(), *lanes_with_content()]), LayoutCache()
    for _ in range(12):
        if change := (act if rng.random() < 0.7 else act_on_looks)(project, rng):
            project = project.apply(change)
        if not project.find(JourneyMap, MAP):
            break
        ids = [axis.id for axis in (*project.segments(MAP), *project.stages(MAP))]
        options = LayoutOptions(
            language=rng.choice(("es", "es", "en")),
            level=rng.choice((*[Level.FULL] * 3, *Level)),
            lens=rng.choice((*["channel"] * 3, "owner", "completeness", "axis:axis")),
            theme=rng.choice((LIGHT, LIGHT, DARK)),
            fields=rng.choice((ALL_FIELDS, ALL_FIELDS, frozenset({CardField.FACE}))),
            collapsed=frozenset(rng.sample(ids, min(len(ids), rng.choice((0, 0, 1))))),
        )
        assert lay_out(project, MAP, options, cache) == lay_out(project, MAP, options)


def lanes_with_content() -> list[Record]:
    """A lane of every kind, and something to say in each."""
    lanes = [
        make(Lane, id=f"lane-{kind}", map=MAP, kind=kind, order=f"V{i:02}")
        for i, kind in enumerate(LaneKind)
    ]
    place = {"stage": "stage-0", "segment": "segment-0"}
    touchpoint = sample().get(Placement, "card-0-0-0").touchpoint
    axis = make(Axis, id="axis", name="Fase", order="V")
    value = make(AxisValue, id="value", axis="axis", name="Antes", order="V")
    return [
        *lanes,
        make_link(LaneText, lane="lane-text", **place, text="Nota"),
        make(Process, id="process", name="Cobro"),
        make_link(ProcessUse, touchpoint=touchpoint, process="process"),
        make(Metric, id="metric", name="Conversión", unit="%"),
        make(Measure, id="measure", metric="metric", subject=touchpoint, target=4),
        make(Reading, id="reading", measure="measure", value=2),
        make(Improvement, id="idea", title="Una idea", subject="card-0-0-0", order="V"),
        make(Quote, id="quote", placement="card-0-0-0", text="¡Por fin!", order="V"),
        *(axis, value),
        make_link(Classification, touchpoint=touchpoint, axis="axis", value="value"),
    ]


def act_on_looks(project: Project, rng: random.Random) -> Change | None:
    """Something that many cards show, changed."""
    kind, values = rng.choice(LOOKS)
    records = sorted(project.all(kind), key=lambda record: record.id)
    if not records:
        return None
    record = rng.choice(records)
    return Change(Label("Change"), {record.id: record}, {record.id: revise(record, **values)})


LOOKS: tuple[tuple[type[Record], dict[str, object]], ...] = (
    (Channel, {"name": "Otro canal", "family": ChannelFamily.PHONE}),
    (Channel, {"icon": "no such icon"}),
    (Party, {"name": "Otra Persona", "kind": PartyKind.DEPARTMENT}),
    (Stage, {"width": 300.0}),
    (Stage, {"name": "Otra etapa", "goal": "Una meta que ocupa más de una línea de texto"}),
    (Segment, {"name": "Otro segmento con un nombre más largo"}),
    (Touchpoint, {"name": "Un título que de pronto es mucho más largo que todos los demás"}),
    (JourneyMap, {"name": "Otro mapa"}),
    (Placement, {"obstacles": ("Un obstáculo nuevo",), "needs": ("Una necesidad",)}),
    (Lane, {"title": "Otro título"}),
    (Lane, {"visible": False}),
    (LaneText, {"text": "Otra nota, que es bastante más larga que la que había antes"}),
    (Process, {"name": "Otro proceso"}),
    (Metric, {"name": "Otra métrica", "unit": "días"}),
    (Measure, {"target": 7.5}),
    (Reading, {"value": 3.25}),
    (Improvement, {"title": "Otra idea"}),
    (Quote, {"text": "Otra cosa", "source": "Entrevista"}),
    (AxisValue, {"name": "Después"}),
    (Touchpoint, {"desired_outcome": "Que vuelva"}),
)
