"""How cards spread over stages and cells."""

import pytest

from journeyeditor.analysis.distribution import distribution
from journeyeditor.analysis.heat import empty_cells, heat_map, presences
from journeyeditor.analysis.summary import summary
from journeyeditor.model.choices import SegmentKind
from journeyeditor.model.fields import make, revise
from journeyeditor.model.records import Touchpoint
from tests.analysis.building import ENGLISH, MapInWords

IMPORTANCE = {"See": 1, "Buy": 4, "Stay": 5}


def test_shares_are_counted_against_importance() -> None:
    it = MapInWords(IMPORTANCE)
    it.cards(See=6, Buy=4, Stay=2)
    spread = distribution(it.facts())
    assert spread.total == 12
    assert [share.count for share in spread.stages] == [6, 4, 2]
    assert [share.real for share in spread.stages] == [0.5, 4 / 12, 2 / 12]
    assert [share.expected for share in spread.stages] == [0.1, 0.4, 0.5]
    assert [share.points for share in spread.stages] == pytest.approx([40, -6.667, -33.333], 1e-3)
    assert it.says("neglected_stage") == [
        ("Stay: neglected", "17% against 50% expected (2 of 12 cards)")
    ]
    assert it.says("crowded_stage") == [
        ("See: crowded", "50% against 10% expected (6 of 12 cards)")
    ]
    [finding] = it.findings("crowded_stage")
    assert finding.leads.stages == (it.stages["See"].id,)
    assert len(finding.leads.placements) == 6


def test_one_segment_has_its_own_distribution() -> None:
    it = MapInWords(IMPORTANCE, ("Buyers", "Firms"))
    it.card("See")
    it.card("Buy", segment="Firms")
    firms = distribution(it.facts(), it.segments["Firms"])
    assert [share.real for share in firms.stages] == [0, 1, 0]


@pytest.mark.parametrize(
    "importance", [{"See": 3, "Buy": 3, "Stay": 3}, {"See": 0, "Buy": 0, "Stay": 0}]
)
def test_stages_that_all_matter_the_same_are_not_judged(importance: dict[str, int]) -> None:
    it = MapInWords(importance)
    it.cards(See=20, Buy=1)
    assert not it.findings("neglected_stage") + it.findings("crowded_stage")


def test_small_maps_and_small_differences_are_not_judged() -> None:
    few = MapInWords(IMPORTANCE)
    few.cards(See=9)
    assert not few.findings("crowded_stage")
    close = MapInWords({"See": 2, "Buy": 3})
    close.cards(See=5, Buy=5)  # 10 points, but one card
    assert not close.findings("crowded_stage")


def test_thresholds_of_the_project_count() -> None:
    it = MapInWords(IMPORTANCE, enough_cards=3, share_cards=0)
    it.cards(See=1, Buy=1, Stay=1)
    assert [title for title, _ in it.says("neglected_stage")] == ["Stay: neglected"]
    assert "at least 3 cards" in it.findings("neglected_stage")[0].rule_text(ENGLISH)


def test_the_grid_has_means_with_their_cases() -> None:
    it = MapInWords({"See": 1, "Buy": 4}, ("Buyers", "Firms"))
    it.card("See", 2, importance=5, satisfaction=2)
    it.card("See", -1, importance=4)
    it.card("See")
    it.card("Buy", -2, segment="Firms")
    grid = heat_map(it.facts())
    first = grid.cells[it.stages["See"].id, it.segments["Buyers"].id]
    assert (first.count, first.emotion, first.rated) == (3, 0.5, 2)
    assert (first.gap, first.gaps) == (3, 1)
    empty = grid.cells[it.stages["Buy"].id, it.segments["Buyers"].id]
    assert (empty.count, empty.emotion, empty.completeness, empty.gap) == (0, None, None, None)
    assert grid.stages[it.stages["Buy"].id].emotion == -2
    assert (grid.all.count, grid.all.rated) == (4, 3)
    assert grid.all.emotion == pytest.approx(-1 / 3)
    assert len(empty_cells(it.facts())) == 2


def test_empty_cells_are_told_once_the_map_is_mostly_filled() -> None:
    it = MapInWords({"See": 1, "Buy": 4}, ("Buyers", "Firms"))
    it.cards(See=9)
    it.card("Buy", segment="Firms")
    assert not it.findings("empty_cells")  # half of the cells
    it.card("See", segment="Firms")
    assert it.says("empty_cells") == [("1 of 4 cells is empty", "Buy · Buyers")]
    [finding] = it.findings("empty_cells")
    assert finding.leads.cells == ((it.stages["Buy"].id, it.segments["Buyers"].id),)


def test_what_all_segments_have_but_one() -> None:
    it = MapInWords({"See": 1}, ("Buyers", "Firms", "Fans"))
    invoice = it.touchpoint("Invoice")
    for segment in ("Buyers", "Fans"):
        it.card("See", segment=segment, of=invoice)
    it.card("See", segment="Fans", of=it.touchpoint("Club"))
    assert [p.touchpoint.name for p in presences(it.facts())] == ["Invoice", "Club"]
    assert it.says("lacking_touchpoint") == [
        ("1 touchpoint is missing for one segment only", "Invoice (Firms)")
    ]


def test_unplaced_touchpoints_and_competitors_are_left_out() -> None:
    it = MapInWords({"See": 1, "Buy": 1}, ("Buyers", "Rival"))
    it.add(revise(it.segments["Rival"], kind=SegmentKind.COMPETITOR))
    it.add(make(Touchpoint, name="Parked"))
    it.card("See", 1)
    it.card("See", 2, segment="Rival")
    figures = summary(it.facts())
    assert (figures.cards, figures.touchpoints) == (1, 1)
    assert (figures.filled_cells, figures.cells) == (1, 2)
    assert (figures.emotion, figures.rated) == (1, 1)
    assert "Parked" not in str(it.says("without_owner"))


def test_an_empty_map_has_figures_and_no_finding() -> None:
    it = MapInWords({})
    figures = summary(it.facts())
    assert (figures.cards, figures.emotion, figures.owned_share) == (0, None, None)
    assert distribution(it.facts()).stages == ()
    assert heat_map(it.facts()).all.emotion is None
