"""What the lanes under a segment say, and where they stand."""

import itertools

import pytest

from journeyeditor.drawing.layout import LayoutCache, LayoutOptions, Level, lay_out
from journeyeditor.drawing.shapes import Band, Box, Drawing, Image, Path
from journeyeditor.drawing.theme import LIGHT
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import ImprovementState, LaneKind
from journeyeditor.model.fields import Record, make, revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    Improvement,
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
    make_link,
)
from tests.drawing.geometry import texts
from tests.drawing.sample import MAP, sample

CARD = sample().get(Placement, "card-2-0-0")
TOUCHPOINT = CARD.touchpoint
PLACE = {"stage": "stage-2", "segment": "segment-0"}


def lane(kind: LaneKind, order: str = "V", **values: object) -> Lane:
    return make(Lane, id=f"lane-{kind}", map=MAP, kind=kind, order=order, **values)


def filled(*records: Record) -> Project:
    """The sample, with more in it."""
    known = {record.id: record for record in sample()}
    return Project((known | {record.id: record for record in records}).values())


def said(project: Project, kind: LaneKind, stage: str = "stage-2", **options: object) -> list[str]:
    drawing = lay_out(project, MAP, LayoutOptions(**options))  # type: ignore[arg-type]
    node = drawing.by_key["lane", f"lane-{kind}", stage, "segment-0"]
    return [text.text for text in texts(node)]


MEASURE = make(Measure, metric="metric", subject=TOUCHPOINT, baseline=40, target=60.5)
CONTENTS: tuple[tuple[LaneKind, tuple[Record, ...], list[str]], ...] = (
    (
        LaneKind.OBSTACLES,
        (revise(CARD, obstacles=("El envío aparece al final", "Nadie responde")),),
        ["El envío aparece al final", "Nadie responde"],
    ),
    (LaneKind.NEEDS, (revise(CARD, needs=("Una fecha",)),), ["Una fecha"]),
    (
        LaneKind.OPPORTUNITIES,
        (
            make(Improvement, title="Carrito", subject=CARD.id, order="V"),
            make(Improvement, title="Aviso", subject=TOUCHPOINT, order="V",
                 state=ImprovementState.DONE),
        ),
        ["Carrito", "Aviso"],
    ),
    (
        LaneKind.OWNERS,
        (),
        ["LV", "Luis Vega", "AP", "Ana Prieto", "AC", "Atención al cliente"],
    ),
    (
        LaneKind.PROCESSES,
        (
            make(Process, id="process", name="Cobro"),
            make_link(ProcessUse, touchpoint=TOUCHPOINT, process="process"),
        ),
        ["Cobro"],
    ),
    (
        LaneKind.METRICS,
        (
            make(Metric, id="metric", name="Abandono", unit="%"),
            MEASURE,
            make(Reading, measure=MEASURE.id, value=69),
        ),
        ["Abandono", "69%, target 60.5%"],
    ),
    (LaneKind.CHANNELS, (), ["Tienda online", "WhatsApp"]),
    (
        LaneKind.QUOTES,
        (make(Quote, placement=CARD.id, text="Tardan", source="Entrevista", order="V"),),
        ["“Tardan”", "Entrevista"],
    ),
    (
        LaneKind.TEXT,
        (make_link(LaneText, lane="lane-text", **PLACE, text="Una\nnota"),),
        ["Una", "nota"],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "records", "lines"), CONTENTS, ids=[c[0] for c in CONTENTS])
def test_a_lane_says_what_the_cards_know(
    kind: LaneKind, records: tuple[Record, ...], lines: list[str]
) -> None:
    assert said(filled(lane(kind), *records), kind) == lines


def test_the_same_thing_is_said_once_in_a_cell() -> None:
    other = sample().get(Placement, "card-2-0-1")
    both = (revise(card, needs=("Una fecha",)) for card in (CARD, other))
    assert said(filled(lane(LaneKind.NEEDS), *both), LaneKind.NEEDS) == ["Una fecha"]


def test_long_text_makes_the_lane_higher_and_nothing_is_left_out() -> None:
    words = "Una nota que ocupa muchas líneas porque nadie la ha querido acortar " * 6
    note = make_link(LaneText, lane="lane-text", **PLACE, text=words)
    project = filled(lane(LaneKind.TEXT), note)
    lines = said(project, LaneKind.TEXT)
    assert " ".join(lines).split() == words.split()
    drawing = lay_out(project, MAP)
    heights = {n.height for n in drawing.nodes if n.key[0] == "lane" and n.key[3] == "segment-0"}
    assert heights == {2 * 7.5 + len(lines) * 11.25}
    assert drawing.by_key["lane_rail", "lane-text", "segment-1"].height == 27


def test_lanes_stand_in_their_order_below_the_cells() -> None:
    lanes = (lane(LaneKind.NEEDS, "A"), lane(LaneKind.EMOTION, "B"), lane(LaneKind.OWNERS, "C"))
    hidden = lane(LaneKind.QUOTES, "B1", visible=False)
    drawing = lay_out(filled(*lanes, hidden), MAP)
    rails = [node for node in drawing.nodes if node.band is Band.RAIL][:4]
    assert [node.key for node in rails] == [
        ("segment", "segment-0"),
        ("lane_rail", "lane-needs", "segment-0"),
        ("curve_rail", "segment-0"),
        ("lane_rail", "lane-owners", "segment-0"),
    ]
    for upper, lower in itertools.pairwise(rails):
        assert lower.y == upper.y + upper.height
    assert [text.text for text in texts(rails[1])] == ["Needs"]
    assert rails[1].name == "Needs, Compradora digital"


def test_only_the_last_lane_ends_with_the_rows_edge() -> None:
    lanes = (lane(LaneKind.EMOTION, "A"), lane(LaneKind.NEEDS, "B"))
    drawing = lay_out(filled(*lanes), MAP)
    assert edges(drawing, "curve", "segment-0") == 0
    assert edges(drawing, "segment", "segment-0") == 0
    assert edges(drawing, "lane", "lane-needs", "stage-0", "segment-0") == 1
    assert edges(lay_out(sample(), MAP), "curve", "segment-0") == 1


def edges(drawing: Drawing, *key: str) -> int:
    node = drawing.by_key[key]
    bottom = node.height - 0.375
    paths = [s for s in node.shapes if isinstance(s, Path) and s.stroke == LIGHT.line_strong]
    return sum(path.commands[0][2] == bottom for path in paths)


def test_a_title_of_its_own_takes_the_place_of_the_name() -> None:
    drawing = lay_out(filled(lane(LaneKind.EMOTION, title="Ánimo"), lane(LaneKind.NEEDS)), MAP)
    assert texts(drawing.by_key["curve_rail", "segment-0"])[0].text == "Ánimo"
    spanish = lay_out(filled(lane(LaneKind.NEEDS)), MAP, LayoutOptions(language="es"))
    assert texts(spanish.by_key["lane_rail", "lane-needs", "segment-0"])[0].text == "Necesidades"


def test_a_picture_is_shown_whole_in_a_place_of_bounded_size() -> None:
    records = (
        lane(LaneKind.PICTURES),
        make(Asset, id="picture", sha256="00", mime="image/png"),
        make_link(LaneText, lane="lane-pictures", **PLACE, text="Pie", picture="picture"),
    )
    drawing = lay_out(filled(*records), MAP)
    node = drawing.by_key["lane", "lane-pictures", "stage-2", "segment-0"]
    [picture] = [shape for shape in node.shapes if isinstance(shape, Image)]
    assert (picture.asset, picture.whole, picture.width) == ("00", True, 126)
    assert picture.height == pytest.approx(94.5)
    assert picture.y + picture.height == pytest.approx(node.height - 7.5)
    assert [text.text for text in texts(node)] == ["Pie"]


def test_an_empty_free_lane_says_what_to_do_but_not_on_paper() -> None:
    project = filled(lane(LaneKind.TEXT))
    assert said(project, LaneKind.TEXT, "stage-0") == ["Double-click to write"]
    assert said(project, LaneKind.TEXT, "stage-1") == []
    assert said(project, LaneKind.TEXT, "stage-0", page=True) == []
    assert said(filled(lane(LaneKind.NEEDS)), LaneKind.NEEDS, "stage-0") == []


def test_a_folded_segment_has_no_lanes_and_a_folded_stage_counts() -> None:
    needs = revise(CARD, needs=("Una fecha", "Un precio"))
    project = filled(lane(LaneKind.NEEDS), needs)
    assert said(project, LaneKind.NEEDS, collapsed=frozenset({"stage-2"})) == ["2"]
    folded = lay_out(project, MAP, LayoutOptions(collapsed=frozenset({"segment-0"})))
    assert ("lane_rail", "lane-needs", "segment-0") not in folded
    assert ("lane_rail", "lane-needs", "segment-1") in folded


def test_from_afar_words_become_bars_and_then_nothing() -> None:
    project = filled(lane(LaneKind.NEEDS), revise(CARD, needs=("Una fecha",)))
    assert said(project, LaneKind.NEEDS, level=Level.SUMMARY) == ["Una fecha"]
    for level, bars in ((Level.OUTLINE, 1), (Level.HEAT, 0)):
        drawing = lay_out(project, MAP, LayoutOptions(level=level))
        node = drawing.by_key["lane", "lane-needs", "stage-2", "segment-0"]
        assert texts(node) == []
        assert sum(isinstance(s, Path) and s.fill == LIGHT.line_strong for s in node.shapes) == bars


def test_another_owner_changes_the_lanes_of_its_touchpoints_only() -> None:
    project, cache = filled(lane(LaneKind.OWNERS)), LayoutCache()
    before = lay_out(project, MAP, cache=cache)
    list(before.nodes)
    vega = project.get(Party, "party-LV")
    change = Change(Label("Rename"), {vega.id: vega}, {vega.id: revise(vega, name="Eva Luna")})
    after = lay_out(project.apply(change), MAP, cache=cache)
    key = ("lane", "lane-owners", "stage-2", "segment-0")
    assert [text.text for text in texts(after.by_key[key])][:2] == ["EL", "Eva Luna"]
    same = ("lane", "lane-owners", "stage-4", "segment-0")
    assert after.by_key[same].shapes is before.by_key[same].shapes
    untouched = ("card", "card-4-0-0")
    assert after.by_key[untouched].shapes is before.by_key[untouched].shapes


def test_owners_have_avatars_persons_round_and_departments_square() -> None:
    drawing = lay_out(filled(lane(LaneKind.OWNERS)), MAP)
    node = drawing.by_key["lane", "lane-owners", "stage-2", "segment-0"]
    discs = [s.radius for s in node.shapes if isinstance(s, Box) and s.fill == LIGHT.avatar]
    assert discs == [7.5, 7.5, 3.75]
