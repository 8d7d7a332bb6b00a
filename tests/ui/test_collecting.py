"""Widgets that nobody holds any more are destroyed in the window's thread, whoever litters."""

import gc
import sys
import threading
import time

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.ui.collecting import EVERY, Collector
from journeyeditor.ui.program import Program


class Ring:
    """An object that only the collector can free."""

    def __init__(self, died: list[int]) -> None:
        self.me = self
        self.widget = QWidget()
        self.widget.setProperty("of", 1)
        self._died = died

    def __del__(self) -> None:
        self._died.append(threading.get_ident())


def test_no_other_thread_collects(program: Program, qtbot: QtBot) -> None:
    died: list[int] = []
    for _ in range(50):
        Ring(died)

    def litter() -> None:
        for _ in range(200_000):
            [[]].append([])

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert not died
    kept = [QObject() for _ in range(gc.get_threshold()[0] + 1)]
    kept += [[[]] for _ in range(2000)]  # type: ignore[list-item]
    qtbot.waitUntil(lambda: len(died) == 50, timeout=5000)
    assert set(died) == {threading.get_ident()}
    assert kept


def test_python_collects_again_when_it_did_before(qapp: QApplication) -> None:
    gc.enable()
    collector = Collector(qapp)
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    gc.disable()
    Collector(qapp).stop()
    assert not gc.isenabled()


def test_the_old_are_looked_through_when_many_have_joined(qapp: QApplication) -> None:
    collector = Collector(qapp)
    looked = [_looked_through(collector, 0), _looked_through(collector, 0)]
    kept: list[float] = []
    many = sys.getallocatedblocks()
    looked.append(_looked_through(collector, many // 60, kept))
    collector.stop()
    assert [bool(times) for times in looked] == [True, False, True]
    assert sys.getallocatedblocks() > many + many // 4


def _looked_through(collector: Collector, more: int, kept: list[float] | None = None) -> int:
    """How often the old are looked through while there is litter, and `more` is kept each time."""
    before = gc.get_stats()[2]["collections"]
    for _ in range(40):
        for _ in range(2 * gc.get_threshold()[0]):
            litter: list[object] = []
            litter.append(litter)
        if kept is not None:
            kept += map(float, range(more))
        collector.look()
    return gc.get_stats()[2]["collections"] - before


def test_what_held_up_the_window_is_shown_before_anything_is_collected(qapp: QApplication) -> None:
    gc.collect()
    collector = Collector(qapp)
    kept = [[[]] for _ in range(2 * gc.get_threshold()[0])]
    before = _collections()
    time.sleep(3 * EVERY / 1000)
    qapp.processEvents()
    waived = _collections()
    time.sleep(3 * EVERY / 1000)
    qapp.processEvents()
    collector.stop()
    assert kept
    assert waived == before < _collections()


def _collections() -> int:
    return sum(generation["collections"] for generation in gc.get_stats())
