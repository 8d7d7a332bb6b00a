"""What a map has around it on paper."""

import datetime

import pytest

from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.layout.page import flow
from journeyeditor.drawing.shapes import Band, Box, Image, Text
from journeyeditor.drawing.theme import PAPER
from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import make, revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    JourneyMap,
    Placement,
    ProjectInfo,
    Segment,
    Stage,
)
from journeyeditor.translation import translator
from tests.drawing.geometry import texts
from tests.drawing.sample import MAP, sample

PAGE = LayoutOptions(
    page=True,
    theme=PAPER,
    date=datetime.date(2026, 3, 12),
    notice="Confidential",
    page_note="Page 1 of 1",
)


def lines(project: Project, kind: str, options: LayoutOptions = PAGE) -> list[str]:
    return [text.text for text in texts(lay_out(project, MAP, options).by_key[kind,])]


def test_title_map_legend_and_footer_stand_one_below_the_other() -> None:
    drawing = lay_out(sample(), MAP, PAGE)
    by_key = drawing.by_key
    title, frame, legend, footer = (by_key[k,] for k in ("title", "frame", "legend", "footer"))
    assert (title.x, title.y, title.height) == (0, 0, 42)
    assert by_key["corner",].y == frame.y == 56
    assert legend.y == frame.y + frame.height + 12
    assert footer.y > legend.y + legend.height
    assert drawing.height == footer.y + footer.height
    assert {title.band, frame.band, legend.band, footer.band} == {Band.PAGE}
    edge = frame.shapes[0]
    assert isinstance(edge, Box)
    assert (edge.width, edge.height) == (1152 - 0.75, frame.height - 0.75)
    on_screen = lay_out(sample(), MAP, LayoutOptions())
    assert frame.height == on_screen.height


def test_the_title_block_says_what_the_map_is() -> None:
    assert lines(sample(), "title") == [
        "Mapa del viaje de cliente",
        "Lúmina Hogar · Current state · 7 stages, 3 segments and 30 touchpoints",
        *("Client", "Lúmina Hogar", "Version", "3"),
        *("Date", "12 March 2026", "Prepared by", "Nora Sanz"),
    ]


def test_what_is_not_known_is_left_out() -> None:
    kinds = (JourneyMap, Stage, Segment)
    bare = Project(record for record in sample() if isinstance(record, kinds))
    assert lines(bare, "title", LayoutOptions(page=True))[1:] == [
        "Current state · 7 stages, 3 segments and 0 touchpoints",
        *("Version", "3"),
    ]
    assert lines(bare, "legend") == []
    assert lines(bare, "footer", LayoutOptions(page=True)) == [
        "Mapa del viaje de cliente · Version 3"
    ]


def test_a_narrow_map_has_its_facts_below_the_title() -> None:
    narrow = Project(r for r in sample() if not isinstance(r, Stage) or r.id == "stage-0")
    drawing = lay_out(narrow, MAP, PAGE)
    title = drawing.by_key["title",]
    client = next(text for text in texts(title) if text.text == "Client")
    assert client.x == 0
    assert client.y > 42
    assert title.height > 60
    assert drawing.by_key["corner",].y == title.height + 14


def test_the_logo_comes_first() -> None:
    project = sample()
    info = project.info
    after = {
        "logo": make(Asset, id="logo", sha256="ab", mime="image/png"),
        info.id: revise(info, logo="logo"),
    }
    project = project.apply(Change(Label("Logo"), {"logo": None, info.id: info}, after))
    title = lay_out(project, MAP, PAGE).by_key["title",]
    assert title.shapes[0] == Image(0, 0, 42, 42, "ab")
    assert texts(title)[0].x == 56


def test_the_legend_explains_what_the_map_has() -> None:
    found = lines(sample(), "legend")
    assert found[0] == "Channel"
    assert found[9:15] == [
        *("Emotion", "Very negative", "Negative", "Neutral", "Positive", "Very positive")
    ]
    assert found[15:] == [
        *("Stage without data", "Critical moment", "On several cards", "Person", "Department")
    ]
    calm = Project(
        record
        for record in sample()
        if not isinstance(record, Placement) or record.id == "card-0-0-0"
    )
    assert lines(calm, "legend")[1] == "Social networks and reviews"
    assert lines(calm, "legend")[-2:] == ["Very positive", "Person"]


def test_the_footer_has_three_parts_in_a_row_or_one_below_the_other() -> None:
    drawing = lay_out(sample(), MAP, PAGE)
    left, centre, right = texts(drawing.by_key["footer",])
    assert left.text == "Lúmina Hogar · Mapa del viaje de cliente · Version 3"
    assert centre.x + centre.width / 2 == pytest.approx(576)
    assert right.x + right.width == pytest.approx(1152)
    assert left.y == centre.y == right.y
    narrow = Project(r for r in sample() if not isinstance(r, Stage) or r.id == "stage-0")
    stacked = texts(lay_out(narrow, MAP, PAGE).by_key["footer",])
    assert {text.x for text in stacked} == {0}
    assert len({text.y for text in stacked}) == len(stacked)


def test_a_sheet_has_no_chevrons() -> None:
    folded = frozenset({"segment-0"})
    for collapsed in (frozenset[str](), folded):
        on_screen = lay_out(sample(), MAP, LayoutOptions(collapsed=collapsed))
        on_paper = lay_out(sample(), MAP, LayoutOptions(collapsed=collapsed, page=True))
        key = ("segment", "segment-0")
        signs = [
            [shape for shape in drawing.by_key[key].shapes if not isinstance(shape, Text)]
            for drawing in (on_paper, on_screen)
        ]
        assert len(signs[0]) == len(signs[1]) - 1


def test_dates_are_written_out() -> None:
    assert translator("en").date(datetime.date(2026, 1, 5)) == "5 January 2026"


def test_things_flow_into_rows() -> None:
    assert [list(row) for row in flow([10, 10, 10, 50, 5], 32, 5)] == [[0, 1], [2], [3], [4]]
    assert list(flow([], 10, 1)) == []


def test_info_is_not_needed() -> None:
    project = Project(r for r in sample() if not isinstance(r, ProjectInfo))
    assert lines(project, "footer")[0] == "Mapa del viaje de cliente · Version 3"
