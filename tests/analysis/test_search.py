"""Finding words in everything that is written about the things on the maps."""

from datetime import date

import pytest

from journeyeditor.analysis.passages import DAYS, FIELDS, NAME
from journeyeditor.analysis.search import UNPLACED, Index, Key, build_index, find, found_in
from journeyeditor.model.change import Label
from journeyeditor.model.choices import ChannelFamily, LaneKind, Role
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import Record, fields_of, make
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    Classification,
    CustomField,
    CustomValue,
    DataItem,
    Feedback,
    Improvement,
    Interaction,
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
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    TouchpointData,
    make_link,
)

CARD, OTHER = ("card", "card"), ("card", "other")
EDIT = Label("Edit")


def _project() -> Project:
    """A card about which something is written in every place, and one about which little is."""
    link = make_link
    axes = {"axis": "axis", "order": "V"}
    return Project(
        [
            make(JourneyMap, id="map", name="Map", order="V"),
            make(Stage, id="stage", map="map", name="Compra", goal="gol", order="V"),
            make(Segment, id="segment", map="map", name="Clienta", behaviour="movil", order="V"),
            make(Lane, id="lane", map="map", kind=LaneKind.TEXT, title="Ideas", order="V"),
            link(LaneText, lane="lane", stage="stage", segment="segment", text="carril libre"),
            make(Channel, id="channel", name="Buzón", family=ChannelFamily.DOCUMENTS),
            make(Touchpoint, id="point", name="Devolución", code="TP-014", channel="channel"),
            make(Touchpoint, id="bare", name="Aviso"),
            make(Touchpoint, id="loose", name="Folleto sin sitio"),
            make(Placement, id="card", touchpoint="point", stage="stage", segment="segment",
                 order="V", obstacles=("Hay que imprimir la etiqueta",)),
            make(Placement, id="other", touchpoint="bare", stage="stage", segment="segment",
                 order="W"),
            make(Party, id="ana", name="Ana Prieto"),
            make(Party, id="luis", name="Luis Vega"),
            make(Process, id="process", name="Recogida", resources="furgoneta"),
            link(Responsibility, subject="point", party="ana", role=Role.RESPONSIBLE),
            link(Responsibility, subject="process", party="luis", role=Role.SUPPORTS),
            link(ProcessUse, touchpoint="point", process="process"),
            make(Interaction, id="step", touchpoint="point", text="Abre la caja", order="V"),
            make(Quote, id="quote", placement="card", text="Nadie me decía nada", order="V"),
            make(DataItem, id="data", name="Motivo de devolución"),
            link(TouchpointData, touchpoint="point", data="data", shared_with="almacenes"),
            make(Metric, id="metric", name="Tasa de retorno"),
            make(Measure, id="measure", metric="metric", subject="point"),
            make(Feedback, id="feedback", touchpoint="point", response="pedimos perdón", order="V"),
            make(Improvement, id="better", subject="card", title="Quitar el papel", order="V"),
            make(Axis, id="axis", name="Medio", order="V"),
            make(AxisValue, id="value", name="Postal", **axes),
            link(Classification, touchpoint="point", axis="axis", value="value"),
            make(CustomField, id="field", name="Coste", order="V"),
            link(CustomValue, field="field", subject="card", value="doce euros"),
        ]
    )  # fmt: skip


@pytest.fixture
def index() -> Index:
    return build_index(_project(), "es")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tp-014", "Code"),
        ("buzon", "Channel"),
        ("prieto", "Owner"),
        ("vega", "Person or department"),
        ("recogida", "Process"),
        ("FURGONETA", "Process"),
        ("abre", "Interaction"),
        ("decía nada", "Quote"),
        ("motivo", "Data"),
        ("almacenes", "Data shared with"),
        ("retorno", "Metric"),
        ("perdon", "Answer to an opinion"),
        ("papel", "Improvement"),
        ("postal", "Medio"),
        ("euros", "Coste"),
        ("etiqueta", "Obstacle"),
    ],
)
def test_a_card_is_found_by_what_is_written_anywhere_about_it(
    index: Index, text: str, name: str
) -> None:
    assert find(index, text) == (CARD,)
    passage = found_in(index, CARD, text)
    assert passage
    assert passage.name == name


def test_a_name_that_says_it_all_needs_no_passage(index: Index) -> None:
    assert find(index, "devolucion") == (CARD,)
    assert found_in(index, CARD, "devolucion") is None


def test_each_word_must_be_somewhere_in_any_place(index: Index) -> None:
    assert find(index, "ana  ETIQUETA caja") == (CARD,)
    assert find(index, "ana aviso") == ()
    assert find(index, "  ") == ()


def test_the_passage_with_most_of_the_words_is_told(index: Index) -> None:
    passage = found_in(index, CARD, "ana imprimir etiqueta")
    assert passage
    assert passage.name == "Obstacle"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("compra", ("stage", "stage")),
        ("gol", ("stage", "stage")),
        ("movil", ("segment", "segment")),
        ("carril", ("cell", "stage", "segment")),
        ("sin sitio", ("touchpoint", "loose")),
    ],
)
def test_other_things_are_found_too(index: Index, text: str, key: Key) -> None:
    assert find(index, text) == (key,)
    assert index.maps[key] == (UNPLACED if key[0] == "touchpoint" else "map")


def test_hits_come_in_reading_order(index: Index) -> None:
    keys = list(index.maps)
    assert keys[:2] == [("stage", "stage"), ("segment", "segment")]
    assert keys.index(CARD) < keys.index(OTHER)
    assert find(index, "a") == tuple(key for key in keys if "a" in index.folded[key])


CHANGES: list[tuple[type[Record], str, dict[str, object]]] = [
    (Touchpoint, "bare", {"notes": "novedad"}),
    (Placement, "other", {"feeling": "novedad"}),
    (Party, "ana", {"name": "novedad"}),
    (Channel, "channel", {"name": "novedad"}),
    (Interaction, "step", {"text": "novedad"}),
    (Quote, "quote", {"text": "novedad"}),
    (Stage, "stage", {"goal": "novedad"}),
    (Process, "process", {"name": "novedad"}),
    (CustomField, "field", {"name": "novedad"}),
    (Placement, "other", {"touchpoint": "point"}),
]


@pytest.mark.parametrize(("kind", "id", "values"), CHANGES)
def test_an_index_that_follows_equals_a_fresh_one(
    index: Index, kind: type[Record], id: str, values: dict[str, object]
) -> None:
    change = set_fields(index.project, kind, [id], EDIT, **values)
    assert change
    project = index.project.apply(change)
    assert build_index(project, "es", index) == build_index(project, "es")


def test_duties_of_a_process_are_followed(index: Index) -> None:
    duty = make_link(Responsibility, subject="process", party="ana", role=Role.RESPONSIBLE)
    before = {record.id: record for record in index.project}
    project = Project([*before.values(), duty])
    assert build_index(project, "es", index) == build_index(project, "es")


def test_what_did_not_change_is_not_read_again(index: Index) -> None:
    change = set_fields(index.project, Touchpoint, ["bare"], EDIT, notes="novedad")
    assert change
    after = build_index(index.project.apply(change), "es", index)
    assert after.passages[CARD] is index.passages[CARD]
    assert find(after, "novedad") == (OTHER,)


def test_names_of_the_catalogue_come_in_the_readers_language() -> None:
    project = Project(
        [
            make(JourneyMap, id="map", name="Map", order="V"),
            make(Stage, id="stage", map="map", name="S", order="V"),
            make(Segment, id="segment", map="map", name="S", order="V"),
            make(Channel, id="channel", builtin="phone"),
            make(Touchpoint, id="point", name="T", channel="channel"),
            make(Placement, id="card", touchpoint="point", stage="stage", segment="segment",
                 order="V"),
        ]
    )  # fmt: skip
    spanish = build_index(project, "es")
    assert find(spanish, "telefono") == (CARD,)
    assert find(build_index(project, "en", spanish), "phone") == (CARD,)


NOT_WORDS = {"colour", "icon", "builtin", "order", "period", "unit"}


@pytest.mark.parametrize("kind", FIELDS, ids=lambda kind: kind.__name__)
def test_no_text_of_a_record_is_left_out(kind: type[Record]) -> None:
    texts = {
        field.name
        for field in fields_of(kind)
        if (field.type is str or field.type == tuple[str, ...]) and not field.reference
    }
    assert texts - NOT_WORDS - {"id", "origin"} == {field for field, _ in FIELDS[kind]}
    assert FIELDS[kind][0][0] != "name" or FIELDS[kind][0][1] in (NAME, kind.__name__)


@pytest.mark.parametrize("kind", DAYS, ids=lambda kind: kind.__name__)
def test_no_day_of_a_record_is_left_out(kind: type[Record]) -> None:
    days = {field.name for field in fields_of(kind) if field.type is date}
    assert days == {field for field, _ in DAYS[kind]}


@pytest.mark.parametrize("text", ["12 marzo 2026", "12/3/2026", "mar 2026"])
def test_days_are_found_in_words_and_figures(text: str) -> None:
    day = date(2026, 3, 12)
    project = _project()
    for kind, fields in DAYS.items():
        record = min(project.all(kind), key=lambda record: record.id != "point")
        for field, name in fields:
            change = set_fields(project, kind, [record.id], EDIT, **{field: day})
            assert change
            index = build_index(project.apply(change), "es")
            assert find(index, text) == (CARD,)
            found = found_in(index, CARD, text)
            assert found
            assert found.name == name
