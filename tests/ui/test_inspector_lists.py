"""Lists of records in the inspector: written, opened, moved and removed with real keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeyeditor.model.choices import Actor
from journeyeditor.model.edits.cards import add_card
from journeyeditor.model.records import Interaction, Party, Placement
from journeyeditor.ui.inspector.fields.interactions import InteractionsField
from tests.ui.bench import Bench, card

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def interactions(bench: Bench) -> InteractionsField:
    bench.select(("card", card(bench).id))
    return bench.field(InteractionsField)


def texts(bench: Bench) -> list[str]:
    return [interaction.text for interaction in bench.all(Interaction)]


def shown(field: InteractionsField) -> list[str]:
    return [head.text() for head in field.list.heads]


def test_enter_begins_the_next_one(bench: Bench, interactions: InteractionsField) -> None:
    bench.write(interactions, "Asks", "Waits", "Pays")
    assert texts(bench) == shown(interactions) == ["Asks", "Waits", "Pays"]
    assert bench.focus is interactions.list.adder
    assert [bench.undo() for _ in range(3)] == ["Add interaction"] * 3
    assert texts(bench) == shown(interactions) == []


def test_what_is_written_is_safe_after_a_pause_and_one_step(
    bench: Bench, interactions: InteractionsField, qtbot: QtBot
) -> None:
    interactions.list.adder.setFocus()
    bench.enter("Asks")  # typing on the button begins
    qtbot.waitUntil(lambda: texts(bench) == ["Asks"], timeout=2000)
    bench.enter(" again")
    qtbot.waitUntil(lambda: texts(bench) == ["Asks again"], timeout=2000)
    assert shown(interactions) == []  # it is still in the line
    bench.press(Key.Key_Return)
    assert len(bench.document.history) == 1
    assert shown(interactions) == ["Asks again"]


def test_what_is_written_goes_to_what_was_selected(
    bench: Bench, interactions: InteractionsField
) -> None:
    first = card(bench)
    bench._do(lambda p: add_card(p, first.stage, first.segment, 1, "Otra"))
    interactions.list.adder.click()
    bench.enter("Asks")
    [other] = [it for it in bench.project.all(Placement) if it.id != first.id]
    bench.select(("card", other.id))
    [made] = bench.all(Interaction)
    assert (made.text, made.touchpoint) == ("Asks", first.touchpoint)
    assert interactions.entry.isHidden()
    assert shown(interactions) == []


def test_undo_while_writing_clears_the_line(bench: Bench, interactions: InteractionsField) -> None:
    interactions.list.adder.click()
    bench.enter("Asks")
    interactions.flush()
    bench.undo()
    assert interactions.entry.toPlainText() == ""
    bench.enter("Pays", Key.Key_Return)
    assert texts(bench) == ["Pays"]


def test_a_row_opens_to_all_that_is_known(bench: Bench, interactions: InteractionsField) -> None:
    bench.write(interactions, "Asks")
    text, outcome, actor, channel, message, meets = bench.open(interactions)
    assert bench.focus is text.box
    outcome.enter()
    bench.enter("An answer at once")
    actor.enter()
    bench.press(Key.Key_Right, Key.Key_Space)
    message.enter()
    bench.enter("We listen")
    interactions.flush()
    bench.pick(channel, "whats")
    bench.pick(meets, "Ana")
    [made] = bench.all(Interaction)
    assert (made.desired_outcome, made.actor, made.message) == (
        "An answer at once", Actor.COMPANY, "We listen"
    )  # fmt: skip
    assert made.channel
    assert bench.project.get(Party, made.meets).name == "Ana"
    assert interactions.list.heads[0].accessibleName() == "Asks, → An answer at once"
    assert bench.undo() == "Set whom the customer meets"
    assert bench.all(Interaction)[0].meets is None
    channel.button.setFocus()
    bench.press(Key.Key_Delete)
    assert bench.all(Interaction)[0].channel is None


def test_alt_and_arrows_move_rows_and_the_focus_goes_along(
    bench: Bench, interactions: InteractionsField
) -> None:
    bench.write(interactions, "A", "B", "C")
    interactions.list.heads[0].setFocus()
    bench.press(Key.Key_Down, held=ALT)
    assert texts(bench) == shown(interactions) == ["B", "A", "C"]
    bench.press(Key.Key_Down, held=ALT)
    assert bench.focus is interactions.list.heads[2]
    bench.press(Key.Key_Down, held=ALT)  # there is nothing below
    assert texts(bench) == ["B", "C", "A"]
    assert bench.undo() == "Move interaction"
    assert texts(bench) == shown(interactions) == ["B", "A", "C"]


def test_a_row_is_dragged_by_its_handle(bench: Bench, interactions: InteractionsField) -> None:
    bench.write(interactions, "A", "B", "C")
    first, last = interactions.list.heads[0], interactions.list.heads[2]
    handle = QPoint(15, 10)
    below = first.mapFromGlobal(last.mapToGlobal(QPoint(15, last.height() - 3)))
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=handle)
    QTest.mouseMove(first, below)
    assert interactions.list.insertion.isVisible()
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=below)
    assert texts(bench) == ["B", "C", "A"]
    assert not interactions.list.insertion.isVisible()
    assert interactions.opened is None


def test_escape_ends_a_drag(bench: Bench, interactions: InteractionsField) -> None:
    bench.write(interactions, "A", "B")
    first = interactions.list.heads[0]
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=QPoint(15, 10))
    QTest.mouseMove(first, QPoint(15, 70))
    QTest.keyClick(first, Key.Key_Escape)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=QPoint(15, 70))
    assert texts(bench) == ["A", "B"]


def test_delete_removes_a_row_and_its_neighbour_takes_the_focus(
    bench: Bench, interactions: InteractionsField
) -> None:
    bench.write(interactions, "A", "B", "C")
    interactions.list.heads[1].setFocus()
    bench.press(Key.Key_Delete)
    assert texts(bench) == shown(interactions) == ["A", "C"]
    assert bench.focus is interactions.list.heads[1]
    bench.press(Key.Key_Delete)
    assert bench.focus is interactions.list.heads[0]  # there is no row below any more
    assert bench.undo() == "Remove interaction"
    assert bench.undo() == "Remove interaction"
    assert texts(bench) == ["A", "B", "C"]


def test_tab_goes_through_the_rows_as_they_stand(
    bench: Bench, interactions: InteractionsField
) -> None:
    bench.write(interactions, "A", "B")
    fields = bench.open(interactions, 0)
    interactions.list.heads[0].setFocus()
    bench.press(Key.Key_Tab)
    assert bench.focus is fields[0].box
    interactions.sheet.remover.setFocus()
    bench.press(Key.Key_Tab)
    assert bench.focus is interactions.list.heads[1]
    bench.press(Key.Key_Tab)
    assert bench.focus is interactions.list.adder
    bench.press(Key.Key_Up)
    assert bench.focus is interactions.list.heads[1]
    interactions.list.heads[0].setFocus()
    bench.press(Key.Key_Return)
    assert interactions.opened is None
    bench.press(Key.Key_Tab)
    assert bench.focus is interactions.list.heads[1]


def test_an_open_row_that_is_undone_is_put_away(
    bench: Bench, interactions: InteractionsField
) -> None:
    bench.write(interactions, "A")
    bench.open(interactions)
    bench.undo()
    assert interactions.opened is None
    assert not interactions.sheet.isVisible()


def test_several_cards_have_no_common_list(bench: Bench, interactions: InteractionsField) -> None:
    first = card(bench)
    bench._do(lambda p: add_card(p, first.stage, first.segment, 1, "Otra"))
    bench.select(*(("card", it.id) for it in bench.project.all(Placement)))
    assert not interactions.list.isVisible()
    assert interactions.single.isVisible()
    assert interactions.single.text() == "Select one card to see its interactions"


def test_long_words_make_a_row_higher(
    bench: Bench, interactions: InteractionsField, qtbot: QtBot
) -> None:
    bench.write(interactions, "Short", "word " * 40, "w" * 120)
    low, long, unbroken = interactions.list.heads
    qtbot.waitUntil(lambda: long.height() > 3 * low.height() > 90, timeout=1000)
    qtbot.waitUntil(lambda: unbroken.height() > 1.5 * low.height(), timeout=1000)
