"""The popup list of a field."""

from pytestqt.qtbot import QtBot

from journeyeditor.ui.inspector.picker import ROW, Offer, Picker
from journeyeditor.ui.window import Window


def test_a_narrowed_list_is_as_high_as_its_rows(window: Window, qtbot: QtBot) -> None:
    offers = [Offer(n, f"Person {n}") for n in range(30)]
    picker = Picker(window, offers, "Find", makes=False)
    picker.open_at(window)
    whole = picker.height()
    qtbot.keyClicks(picker.search, "person 17")
    assert picker.list.height() == ROW
    assert picker.height() == whole - 8 * ROW
    picker.close()
