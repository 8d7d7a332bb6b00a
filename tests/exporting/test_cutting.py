"""Where a poster is cut: everything is on a sheet, nothing is torn that needn't be, evenly."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.exporting.cutting import Axis, Cut, Span, cut


@st.composite
def axis_of(draw: st.DrawFn) -> Axis:
    lead = draw(st.floats(10, 150))
    ends = list(accumulate(draw(st.lists(st.floats(40, 400), min_size=1, max_size=12))))
    edges = tuple(lead + end for end in ends)
    things = tuple((edge - 30, edge - 10) for edge in edges)
    return Axis(
        edges[-1],
        edges,
        repeated=(0.0, lead),
        body=(0.0, edges[-1]),
        blocks=((0, lead),),
        things=things,
    )


@given(axis_of(), st.floats(60, 900), st.floats(0, 25), st.booleans(), st.booleans())
def test_the_spans_cover_all_and_each_fits_its_sheet(
    axis: Axis, room: float, overlap: float, whole: bool, repeat: bool
) -> None:
    found = cut(axis, room, overlap, whole=whole, repeat=repeat)
    lead = axis.lead if repeat and found.repeats else 0.0
    assert found.repeats is (not repeat or axis.lead <= room / 2)
    assert found.spans[0].start == 0
    assert found.spans[-1].end == pytest.approx(axis.length)
    for span in found.spans:
        assert span.start < span.end
        assert span.lead in (0.0, lead)
        assert span.lead + span.end - span.start <= room + 1e-3
    for before, after in pairwise(found.spans):
        assert before.end - after.start == pytest.approx(min(overlap, (room - lead) / 2), abs=1e-3)
    torn = [span.end for span in found.spans if span.end not in axis.edges]
    assert found.torn == sum(axis.breaks(end) + whole for end in torn)


def ends_of(found: Cut) -> list[float]:
    return [span.end for span in found.spans]


def test_whole_stages_are_cut_between_them_where_they_fit() -> None:
    axis = Axis(700, (100, 250, 400, 550, 700), repeated=(0, 100), body=(0, 700))
    whole = cut(axis, 320, 0, whole=True, repeat=True)
    assert whole.spans == (
        Span(0, 250),
        Span(250, 400, 100),
        Span(400, 550, 100),
        Span(550, 700, 100),
    )
    assert whole.torn == 0
    assert len(cut(axis, 500, 0, whole=True, repeat=False).spans) == 2


def test_sheets_are_even_and_there_is_no_sliver() -> None:
    axis = Axis(1050, tuple(range(50, 1051, 100)))
    assert ends_of(cut(axis, 1000, 0, whole=False, repeat=False)) == [550, 1050]
    assert ends_of(cut(axis, 1000, 0, whole=True, repeat=False)) == [550, 1050]
    thirds = cut(Axis(1000), 480, 50, whole=False, repeat=False)
    sizes = [span.end - span.start for span in thirds.spans]
    assert sizes == pytest.approx([1100 / 3] * 3)


def test_there_are_no_more_sheets_than_needed() -> None:
    axis = Axis(1000, (90, 910), things=((90, 910),))
    assert ends_of(cut(axis, 500, 0, whole=False, repeat=False)) == [500, 1000]


def test_a_cut_goes_between_stages_rather_than_through_them() -> None:
    axis = Axis(1000, (400, 1000), things=((0, 390), (410, 990)))
    assert ends_of(cut(axis, 700, 0, whole=False, repeat=False)) == [400, 1000]


def test_a_cut_goes_between_cards_where_there_is_no_edge() -> None:
    axis = Axis(1000, (1000,), things=((0, 420), (430, 990)))
    [first, _] = ends_of(cut(axis, 700, 0, whole=False, repeat=False))
    assert 420 < first < 430


def test_title_and_legend_stay_whole_even_at_the_cost_of_a_sheet() -> None:
    axis = Axis(1000, (1000,), blocks=((0, 200), (480, 520)))
    found = cut(axis, 500, 0, whole=False, repeat=False)
    assert found.torn == 0
    assert len(found.spans) == 3
    assert cut(axis, 30, 0, whole=False, repeat=False).torn > 0


def test_a_segment_that_exceeds_a_sheet_is_cut_above_its_lanes() -> None:
    axis = Axis(500, (500,), inner=(60, 300), repeated=(0, 60), body=(0, 500), things=((70, 290),))
    found = cut(axis, 400, 0, whole=True, repeat=False)
    assert ends_of(found) == [300, 500]
    assert found.torn == 1


def test_lanes_stay_with_their_cards_where_both_fit() -> None:
    axis = Axis(600, (300, 600), inner=(200, 500))
    assert ends_of(cut(axis, 310, 0, whole=True, repeat=False)) == [300, 600]
    assert ends_of(cut(axis, 420, 0, whole=False, repeat=False)) == [300, 600]
