"""When unreachable objects are collected: in the window's thread only.

Python collects in whichever thread happens to make objects. Among the garbage may be widgets,
and Qt ends the process where those are destroyed in another thread than their own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 60
"""Milliseconds between two looks at whether there is enough to collect."""
JOINED = 4
"""The old are looked through when a fourth of their number has joined them, as Python does it: a
large map has some 400,000 objects, and to look through them takes 0.15 s.
"""


class Collector(QObject):
    """Collects by Python's own thresholds, from the event loop, until it is stopped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._old = 0
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, and the old ones when many have joined."""
        due = generation_due()
        if due == 0:
            gc.collect(0)
        elif due:
            gc.collect(1)
            if (number_of_objects() - self._old) * JOINED >= self._old:
                gc.collect()
                self._old = number_of_objects()

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


def number_of_objects() -> int:
    """How many objects the collector knows, after a collection.

    Not through `gc.get_objects`: a tuple that another thread is still making would be held by the
    answer, and could not be finished.
    """
    gc.freeze()
    count = gc.get_freeze_count()
    gc.unfreeze()
    return count
