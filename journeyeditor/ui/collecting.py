"""When unreachable objects are collected: in the window's thread only.

Python collects in whichever thread happens to make objects. Among the garbage may be widgets,
and Qt ends the process where those are destroyed in another thread than their own.
"""

import gc
import sys

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

EVERY = 60
"""Milliseconds between two looks at whether there is enough to collect."""
GROWN = 4
"""The old are looked through when memory in use has grown by a fourth, much as Python does it: a
large map has some 400,000 objects, and to look through them takes 0.15 s.
"""


class Collector(QObject):
    """Collects by Python's own thresholds, from the event loop, until it is stopped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._blocks = 0
        self._since, self._waived = QElapsedTimer(), False
        self._since.start()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        """Look; but what held up the event loop may show itself first."""
        held_up = self._since.restart() > 2 * EVERY
        self._waived = held_up and not self._waived
        if not self._waived:
            self.look()

    def look(self) -> None:
        """Collect the oldest generation that is due, and the old ones when memory has grown."""
        due = generation_due()
        if due == 0:
            gc.collect(0)
        elif due:
            gc.collect(1)
            if (sys.getallocatedblocks() - self._blocks) * GROWN >= self._blocks:
                gc.collect()
                self._blocks = sys.getallocatedblocks()

    def stop(self) -> None:
        """Leave it to Python again, if it was before."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


def collect() -> None:
    """Collect the oldest generation that is due."""
    due = generation_due()
    if due is not None:
        gc.collect(due)


def generation_due() -> int | None:
    """The oldest generation with enough to collect, by Python's thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = (age for age in (2, 1, 0) if counts[age] > thresholds[age] > 0)
    return next(due, None)
