"""Work that takes longer than a moment, done aside while the window stays alive."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

Progress = Callable[[int, int], None]
Task = Callable[[Progress, Callable[[], bool]], Any]
"""Work that tells how many steps of how many are done, and asks whether it was cancelled."""
GLANCE = 8
"""Milliseconds between two looks at what a task has told."""


class Work(QObject):
    """A task in a thread of its own; the signals are emitted in the window's.

    The thread knows nothing of Qt: what it tells waits in a queue until this object looks, and
    nobody looks any more when the window has gone.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._told: SimpleQueue[tuple[Any, ...]] = SimpleQueue()
        self._thread = threading.Thread(
            target=_carry_out, args=(task, self._cancelled, self._told), name="work", daemon=True
        )
        self._timer = QTimer(self, interval=GLANCE)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._timer.start()

    def cancel(self) -> None:
        """Ask the task to stop; it then fails with what it raises for that."""
        self._cancelled.set()

    def wait(self) -> None:
        """Return when the task has ended."""
        self._thread.join()

    def _look(self) -> None:
        try:
            while True:
                what, *told = self._told.get_nowait()
                if what != "progress":
                    self._timer.stop()
                getattr(self, what).emit(*told)
        except Empty:
            return


def _carry_out(task: Task, cancelled: threading.Event, told: SimpleQueue[tuple[Any, ...]]) -> None:
    """Do a task; what it tells is the name of a signal and what that carries."""
    try:
        result = task(lambda *steps: told.put(("progress", *steps)), cancelled.is_set)
    except Exception as problem:  # handed on to the window's thread
        told.put(("failed", problem))
    else:
        told.put(("done", result))
