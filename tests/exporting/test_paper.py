import pytest

from journeyeditor.errors import Refused
from journeyeditor.exporting.paper import (
    FIT,
    LARGEST,
    MARGIN,
    MILLIMETRE,
    PAPERS,
    find_paper,
    is_size,
    sheet_for,
)


def in_millimetres(*points: float) -> list[float]:
    return [round(value / MILLIMETRE, 1) for value in points]


def test_a_page_fitted_to_the_drawing_has_its_size_and_the_margins() -> None:
    sheet = sheet_for(500, 300, FIT, None, MARGIN)
    assert (sheet.width, sheet.height) == (500 + 2 * MARGIN, 300 + 2 * MARGIN)
    assert (sheet.left, sheet.top, sheet.scale) == pytest.approx((MARGIN, MARGIN, 1))
    assert in_millimetres(sheet.left) == [10]


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        ("A0", [841, 1189]),
        ("A3", [297, 420]),
        ("A5", [148, 210]),
        ("letter", [215.9, 279.4]),
        ("legal", [215.9, 355.6]),
        ("tabloid", [279.4, 431.8]),
    ],
)
def test_papers_have_their_standard_sizes_either_way_round(paper: str, size: list[float]) -> None:
    upright = sheet_for(500, 300, paper, False, MARGIN)
    turned = sheet_for(500, 300, paper, True, MARGIN)
    assert in_millimetres(upright.width, upright.height) == size
    assert in_millimetres(turned.height, turned.width) == size


def test_papers_go_by_all_their_names() -> None:
    assert find_paper("ANSI-A") == "letter"
    assert find_paper("ansi-b") == "tabloid"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("width", "height"), [(2000, 300), (300, 2000), (500, 500)])
@pytest.mark.parametrize("landscape", [True, False, None])
def test_the_drawing_lies_inside_the_margins_and_touches_them(
    paper: str, width: float, height: float, landscape: bool | None
) -> None:
    sheet = sheet_for(width, height, paper, landscape, MARGIN)
    left, top = sheet.left, sheet.top
    assert left >= MARGIN - 1e-6
    assert top >= MARGIN - 1e-6
    assert min(left, top) == pytest.approx(MARGIN)
    assert left + width * sheet.scale + left == pytest.approx(sheet.width)
    assert top + height * sheet.scale + top == pytest.approx(sheet.height)


def test_the_paper_turns_by_itself_to_make_the_drawing_larger() -> None:
    wide, high = (sheet_for(*size, "A4", None, MARGIN) for size in ((900, 300), (300, 900)))
    assert wide.width > wide.height
    assert high.width < high.height
    assert wide.scale > sheet_for(900, 300, "A4", False, MARGIN).scale


def test_a_size_lies_as_it_is_given_unless_it_is_turned() -> None:
    for paper in ("300x500mm", "500x300mm"):
        width, height = (float(side) for side in paper[:-2].split("x"))
        for landscape, size in (
            (None, [width, height]),
            (True, [500, 300]),
            (False, [300, 500]),
        ):
            sheet = sheet_for(900, 300, paper, landscape, MARGIN)
            assert in_millimetres(sheet.width, sheet.height) == size


@pytest.mark.parametrize("name", ["10x10mm", "300x19mm", "6000x100mm"])
def test_sizes_that_no_page_has_are_no_papers(name: str) -> None:
    assert is_size(name)
    assert find_paper(name) is None
    assert not is_size("A4")


def test_no_page_is_larger_than_readers_can_show() -> None:
    sheet = sheet_for(30_000, 500, FIT, None, MARGIN)
    assert sheet.width == pytest.approx(LARGEST)
    assert sheet.scale == pytest.approx((LARGEST - 2 * MARGIN) / 30_000)
    assert sheet.height == pytest.approx(500 * sheet.scale + 2 * MARGIN)


def test_margins_that_leave_no_room_are_refused() -> None:
    with pytest.raises(Refused, match="margins"):
        sheet_for(500, 300, "A5", None, 300)
