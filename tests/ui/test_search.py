"""Search and filter in a window: words, matches on the map and in the list, chips."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from journeyeditor.model.change import Label
from journeyeditor.model.edits.cards import remove_cards
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.ui.search.field import SearchField
from journeyeditor.ui.search.filters import FilterPanel
from journeyeditor.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, Hands
from tests.ui.samples import save_template

RETURNS = "Returning an item that does not fit"
Key = Qt.Key


@pytest.fixture
def hands(window: Window, tmp_path: Path, qtbot: QtBot) -> Hands:
    window.open_path(save_template(tmp_path / "Shop.journey"))
    return Hands(window, qtbot)


def field(hands: Hands) -> SearchField:
    found = hands.window.bar.findChild(SearchField)
    assert isinstance(found, SearchField)
    return found


def listed(hands: Hands) -> list[str]:
    """What the list says, line by line."""
    results = field(hands).results
    if results.isHidden():
        return []
    model = results.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def names(hands: Hands) -> list[str]:
    return [
        hands.touchpoint(hands.project.get(Placement, key[1])).name
        for key in hands.workspace.search.hits
        if key[0] == "card"
    ]


def look_for(hands: Hands, text: str) -> None:
    hands.key(Key.Key_F, CTRL)
    hands.type(text)


def obstacle(hands: Hands, text: str) -> Placement:
    """The first card, with an obstacle of this text."""
    card = hands.project.placements(hands.workspace.map)[0]
    edit = lambda p: set_fields(p, Placement, [card.id], Label("Edit"), obstacles=(text,))  # noqa: E731
    hands.workspace.editor.do(edit)
    return card


def test_words_are_found_in_any_field_and_the_list_says_where(hands: Hands) -> None:
    card = obstacle(hands, "Hay que imprimir la ETIQUETA")
    look_for(hands, "etiquéta")
    assert names(hands) == [hands.touchpoint(card).name]
    assert listed(hands)[1].endswith("Obstacle: Hay que imprimir la ETIQUETA")
    assert field(hands).accessibleDescription() == "1 match"


def test_matches_are_framed_and_other_cards_are_faint(hands: Hands, qtbot: QtBot) -> None:
    card = obstacle(hands, "etiqueta")
    canvas = hands.workspace.canvas
    other = hands.project.placements(hands.workspace.map)[1]
    node = canvas.view.place_of(("card", other.id))
    assert node

    def bar() -> QColor:
        """The colour of the other card's bar."""
        qtbot.waitUntil(lambda: canvas.view.finished)
        shown = canvas.view.panes.to_canvas(node).toRect()
        return canvas.grab().toImage().pixelColor(shown.x() + 8, shown.center().y())

    before = bar()
    look_for(hands, "etiqueta")
    after = bar()
    ground = QColor(canvas.view.options.theme.canvas)
    assert abs(after.red() - round(before.red() * 0.32 + ground.red() * 0.68)) <= 2
    frame = canvas.view.panes.to_canvas(canvas.view.place_of(("card", card.id))).toRect()
    edge = canvas.grab().toImage().pixelColor(frame.center().x(), frame.y())
    assert edge == QColor(canvas.view.options.theme.warn)
    hands.key(Key.Key_Escape)
    assert bar() == before


def test_enter_and_f3_go_round_and_the_count_says_where(hands: Hands) -> None:
    look_for(hands, "email")
    count = len(hands.workspace.search.hits)
    assert count > 2
    steps = [(Key.Key_Return, Qt.KeyboardModifier.NoModifier), (Key.Key_F3, SHIFT),
             (Key.Key_F3, Qt.KeyboardModifier.NoModifier), (Key.Key_Return, SHIFT)]  # fmt: skip
    said = []
    for key, held in steps:
        hands.key(key, held)
        said.append(field(hands).accessibleDescription())
        assert field(hands).hasFocus()
    last = f"{count} of {count}"
    assert said == [f"1 of {count}", last, f"1 of {count}", last]
    assert hands.workspace.selection == (hands.workspace.search.hits[-1],)


def test_esc_clears_and_gives_the_keyboard_back_to_the_map(hands: Hands) -> None:
    look_for(hands, "zzz")
    assert field(hands).accessibleDescription() == "No matches"
    assert listed(hands) == []
    hands.key(Key.Key_Escape)
    assert field(hands).text() == ""
    assert hands.canvas.hasFocus()
    assert not hands.workspace.search.active


def test_a_line_of_the_list_is_gone_to_with_arrows_and_enter(hands: Hands) -> None:
    look_for(hands, "email")
    target = hands.workspace.search.hits[1]
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    assert hands.workspace.selection == (target,)
    assert listed(hands) == []
    assert field(hands).accessibleDescription().startswith("2 of")


def test_matches_on_other_maps_are_listed_and_gone_to(hands: Hands) -> None:
    first = hands.workspace.map
    hands.command("map-duplicate")
    obstacle(hands, "etiqueta")
    hands.workspace.show_map(first)
    look_for(hands, "etiqueta")
    assert field(hands).accessibleDescription() == "1 elsewhere"
    head, match = listed(hands)
    assert head.endswith("(future), 1")
    assert "Obstacle" in match
    hands.key(Key.Key_Return)
    assert hands.workspace.map != first
    assert hands.workspace.cards


def test_an_unplaced_touchpoint_is_found_in_the_tray(hands: Hands) -> None:
    card = obstacle(hands, "etiqueta")
    name = hands.touchpoint(card).name
    hands.workspace.editor.do(lambda p: remove_cards(p, [card.id]))
    look_for(hands, name)
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    assert hands.workspace.shows_tray
    assert hands.names(hands.workspace.tray.selected()) == [name]


def test_what_is_edited_meanwhile_is_found(hands: Hands) -> None:
    look_for(hands, "novedad")
    assert not hands.workspace.search.hits
    card = hands.project.placements(hands.workspace.map)[3]
    hands.workspace.editor.rename(("card", card.id), "Una novedad")
    assert names(hands) == ["Una novedad"]
    hands.workspace.editor.undo()
    assert names(hands) == []


def test_going_to_a_match_unfolds_its_segment_and_stage(hands: Hands) -> None:
    card = obstacle(hands, "etiqueta")
    looking = hands.workspace.looking
    looking.change(folded=frozenset({card.segment, card.stage}))
    look_for(hands, "etiqueta")
    hands.key(Key.Key_Return)
    assert looking.look.folded == frozenset()


# The filter


def chip(panel: FilterPanel, name: str) -> QToolButton:
    return next(b for b in panel.findChildren(QToolButton) if b.accessibleName() == name)


def open_filter(hands: Hands) -> FilterPanel:
    hands.command("filter")
    panel = hands.window.findChild(FilterPanel)
    assert isinstance(panel, FilterPanel)
    QTest.qWaitForWindowExposed(panel)
    return panel


def test_chips_filter_the_cards_and_the_status_bar_says_so(hands: Hands) -> None:
    panel = open_filter(hands)
    QTest.keyClick(chip(panel, "Card: Critical moment"), Key.Key_Space)
    cards = hands.project.placements(hands.workspace.map)
    critical = [card.id for card in cards if card.critical]
    assert [key[1] for key in hands.workspace.search.hits] == critical
    sign = hands.workspace.status.filter
    assert sign.text() == f"Filter: {len(critical)} of {len(cards)} · Clear"
    assert not sign.isHidden()
    sign.click()
    assert sign.isHidden()
    assert not hands.workspace.search.active


def test_filter_and_words_are_combined(hands: Hands) -> None:
    look_for(hands, "a")
    panel = open_filter(hands)
    QTest.keyClick(chip(panel, "Emotion: Very negative"), Key.Key_Space)
    QTest.keyClick(chip(panel, "Emotion: Negative"), Key.Key_Space)
    found = [hands.project.get(Placement, key[1]) for key in hands.workspace.search.hits]
    assert found
    assert all(card.emotion is not None and card.emotion < 0 for card in found)
    hands.command("filter-clear")
    assert len(hands.workspace.search.hits) > len(found)
    assert hands.workspace.search.quest.text == "a"


def test_the_filter_is_walked_and_closed_by_keyboard(hands: Hands) -> None:
    panel = open_filter(hands)
    first = chip(panel, "Card: Critical moment")
    assert QApplication.focusWidget() is first
    QTest.keyClick(first, Key.Key_Tab)
    assert QApplication.focusWidget() is chip(panel, "Card: Incomplete")
    QTest.keyClick(panel, Key.Key_Escape)
    assert not panel.isVisible()


def test_each_chip_counts_what_it_shows(hands: Hands) -> None:
    panel = open_filter(hands)
    names = [b.accessibleName() for b in panel.findChildren(QToolButton)]
    assert "Owner: No owner" in names
    assert "Channel: Email" in names
    assert "Emotion: Not rated" in names
    QTest.keyClick(chip(panel, "Channel: Email"), Key.Key_Space)
    for key in hands.workspace.search.hits:
        touchpoint = hands.touchpoint(hands.project.get(Placement, key[1]))
        assert isinstance(touchpoint, Touchpoint)
        assert touchpoint.channel
    QTest.keyClick(chip(panel, "Channel: Email"), Key.Key_Space)
    assert not hands.workspace.search.active


# Room


@pytest.mark.parametrize("width", [900, 1280, 1600])
def test_the_tool_bar_fits_the_window(hands: Hands, width: int) -> None:
    bar = hands.window.bar
    hands.window.resize(width, 720)
    QTest.qWait(50)
    shown = [bar.widgetForAction(action) for action in bar.actions() if action.isVisible()]
    assert all(part.isVisible() for part in shown)
    assert max(part.geometry().right() for part in shown) < width
