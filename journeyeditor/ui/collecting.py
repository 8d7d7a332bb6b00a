"""When unreachable objects are collected: in the window's thread only.

Python collects in whichever thread happens to make objects. Among the garbage may be widgets,
and Qt ends the process where those are destroyed in another thread than their own.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 300
"""Milliseconds between two looks at whether there is enough to collect."""


class Collector(QObject):
    """Collects by Python's own thresholds, from the event loop, until it is stopped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(collect)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, if it was before."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


def collect() -> None:
    """Collect the oldest generation that is due."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation] > 0:
            gc.collect(generation)
            return
