"""What is made aside: the newest only, handed over in the window's thread."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeyeditor.drawing.charts.sheet import ChartOptions
from journeyeditor.drawing.shapes import Box, Drawing, Node
from journeyeditor.ui.analysis.backroom import Backroom
from journeyeditor.ui.analysis.chart import fit
from journeyeditor.ui.analysis.picture import Picture


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Backroom]:
    parent = QObject()
    found = Backroom(parent)
    yield found
    found.close()


def held(gate: threading.Event, value: str) -> str:
    assert gate.wait(5)
    return value


def test_made_aside_and_taken_in_the_window(room: Backroom, qtbot: QtBot) -> None:
    taken: list[tuple[int, int]] = []
    room.ask("a", threading.get_ident, lambda made: taken.append((made, threading.get_ident())))
    assert room.busy
    qtbot.waitUntil(lambda: not room.busy)
    [(made_in, taken_in)] = taken
    assert taken_in == threading.get_ident() != made_in


def test_of_each_asker_only_the_newest(room: Backroom, qtbot: QtBot) -> None:
    gate, taken = threading.Event(), []
    room.ask("a", partial(held, gate, "old"), taken.append)
    room.ask("b", lambda: "b", taken.append)
    room.ask("a", lambda: "between", taken.append)
    room.ask("a", lambda: "new", taken.append)
    gate.set()
    qtbot.waitUntil(lambda: not room.busy)
    assert taken == ["b", "new"]


def test_nothing_is_taken_of_what_was_dropped(room: Backroom, qtbot: QtBot) -> None:
    gate, taken = threading.Event(), []
    room.ask("a", partial(held, gate, "a"), taken.append)
    room.ask("b", lambda: "b", taken.append)
    room.drop()
    room.ask("c", lambda: "c", taken.append)
    gate.set()
    qtbot.waitUntil(lambda: not room.busy)
    assert taken == ["c"]


def test_a_failure_is_told_and_the_rest_goes_on(room: Backroom, qtbot: QtBot) -> None:
    taken: list[str] = []
    with qtbot.captureExceptions() as problems:
        room.ask("a", lambda: str(1 // 0), taken.append)
        room.ask("b", lambda: "b", taken.append)
        qtbot.waitUntil(lambda: not room.busy)
    assert [problem[0] for problem in problems] == [ZeroDivisionError]
    assert taken == ["b"]


def bars(width: float, options: ChartOptions) -> Drawing:
    return Drawing(width, max(100.0, options.height), ())


def test_a_chart_uses_the_height_there_is() -> None:
    drawing, needed, _ = fit(partial(bars, 200.0), ChartOptions(width=200, height=80), 300, 10)
    assert (drawing.height, needed) == (300, 100)
    drawing, needed, _ = fit(partial(bars, 200.0), ChartOptions(width=200, height=80), 90, 10)
    assert (drawing.height, needed) == (100, 100)


def test_a_wide_chart_leaves_room_for_a_scroll_bar() -> None:
    drawing, needed, _ = fit(partial(bars, 500.0), ChartOptions(width=200, height=80), 300, 10)
    assert (drawing.height, needed) == (290, 110)


def test_a_large_picture_is_painted_a_little_at_a_time(qtbot: QtBot) -> None:
    box = Box(0, 0, 90, 90, 8, "#123456", "#654321")
    large = Drawing(90, 90, (Node(("a",), 0, 0, 90, 90, (box,) * 4_000),))
    parent = QObject()
    picture = Picture(parent, lambda _: b"")
    picture.paint(large, 1.0)
    assert picture.pixels is None
    turns = 0
    while picture.pixels is None:
        QTest.qWait(1)
        turns += 1
    assert turns > 1
    middle = picture.pixels.toImage().pixelColor(60, 60)
    assert middle.name() == "#123456"
