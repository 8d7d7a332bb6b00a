"""Where things are and would land, on drawings alone."""

import pytest

from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.layout.grid import CARD_GAP
from journeyeditor.drawing.shapes import Stack
from journeyeditor.model.edits import axes
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.ui.canvas.ground import Ground
from journeyeditor.ui.canvas.walking import reading_order
from tests.ui.canvas.desk import small_map


def ground_of(project: Project, map: Id, options: LayoutOptions = LayoutOptions()) -> Ground:  # noqa: B008
    return Ground(lay_out(project, map, options), project)


@pytest.fixture
def ground() -> Ground:
    return ground_of(*small_map())


def test_every_node_is_found_at_its_middle(ground: Ground) -> None:
    for node in ground.drawing.nodes:
        found = ground.key_at(node.x + node.width / 2, node.y + node.height / 2)
        if node.key[0] == "cell" and ground.cells[node.key[1], node.key[2]].cards:
            assert found
            assert found[0] in ("card", "cell")
        elif node.key[0] != "corner":
            assert found == node.key
    assert ground.key_at(-1, -1) is None
    assert ground.key_at(ground.drawing.width + 1, 100) is None


def test_the_mark_lies_in_the_gap_between_cards(ground: Ground) -> None:
    first, second, third = ground.cells["Discover", "Online"].cards
    x = first.x + 20
    for y, index, line in (
        (first.y + 1, 0, first.y - CARD_GAP / 2),
        (second.y + 1, 1, second.y - CARD_GAP / 2),
        (third.y + third.height - 1, 3, third.y + third.height + CARD_GAP / 2),
    ):
        slot = ground.slot_at(x, y)
        assert slot
        assert slot.index == index
        assert slot.mark == (first.x, line, first.x + first.width, line)


def test_beside_cards_the_mark_stands_upright() -> None:
    project, map = small_map()
    change = axes.set_stage_width(project, "Discover", 300)
    assert change
    ground = ground_of(project.apply(change), map)
    first, second, third = ground.cells["Discover", "Online"].cards
    assert (first.y, first.x < second.x) == (second.y, True)
    slot = ground.slot_at(second.x + 1, second.y + 5)
    assert slot
    assert slot.index == 1
    assert slot.mark.x1 == slot.mark.x2 == second.x - CARD_GAP / 2
    below = ground.slot_at(second.x + 1, third.y + 5)
    assert below
    assert below.index == 3


def test_a_full_last_row_takes_the_next_card_below_it() -> None:
    project, map = small_map()
    change = axes.set_stage_width(project, "Buy", 300)
    assert change
    ground = ground_of(project.apply(change), map)
    cell = ground.cells["Buy", "Shop"]
    assert len(cell.rows) == 1
    slot = ground.slot_at(cell.cards[1].x, cell.cards[0].y + cell.cards[0].height + 20)
    assert slot
    assert slot.index == 2
    assert slot.mark.y1 > cell.cards[0].y + cell.cards[0].height


def test_a_folded_cell_counts_the_cards_that_do_not_fit() -> None:
    project, map = small_map()
    options = LayoutOptions(collapsed=frozenset({"Online"}))
    ground = ground_of(project, map, options)
    cell = ground.cells["Discover", "Online"]
    assert cell.folded
    end = ground.slot_at(cell.node.x + cell.node.width - 1, cell.node.y + 10)
    assert end
    assert end.index == cell.count == 3


def test_stages_and_segments_have_gaps_between_them(ground: Ground) -> None:
    first, second, third = ground.stages
    assert ground.stage_slot(first.start + 10) == (0, first.start)
    assert ground.stage_slot(second.end - 10) == (2, third.start)
    assert ground.stage_slot(third.end - 10) == (3, third.end)
    online, shop = ground.segments
    assert ground.segment_slot(online.end - 10) == (1, shop.start)


def test_reading_order_has_every_card_once_and_the_empty_cells(ground: Ground) -> None:
    order = reading_order(ground)
    assert len(order) == len(set(order)) == 3 + 2 + 6 + 3
    assert order[3:8] == [
        ("segment", "Online"),
        ("card", "Advert"),
        ("card", "Review"),
        ("card", "Newsletter"),
        ("card", "Prices"),
    ]
    assert ("cell", "Buy", "Online") in order


def test_a_map_without_anything_has_no_places() -> None:
    project, map = small_map(stages=(), segments=())
    ground = ground_of(project, map)
    assert ground.cells == {}
    assert ground.slot_at(200, 100) is None
    assert reading_order(ground) == []


def test_marks_look_at_the_rows_of_their_cards_only(ground: Ground) -> None:
    rows = ground.drawing.nodes
    assert isinstance(rows, Stack)
    project, map = small_map()
    stage, *_ = project.stages(map)
    *_, last = project.placements(map)
    assert ground.ring_of(("stage", stage.id)) is None
    assert not any(strip.made for strip, _ in rows.strips.values())
    cell = ground.cell_of(("card", last.id))
    assert cell
    assert (cell.stage, cell.segment) == (last.stage, last.segment)
    assert [id for id, (strip, _) in rows.strips.items() if strip.made] == [last.segment]
