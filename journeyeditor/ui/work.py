"""Work that takes longer than a moment, done aside while the window stays alive."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

Progress = Callable[[int, int], None]
Task = Callable[[Progress, Callable[[], bool]], Any]
"""Work that tells how many steps of how many are done, and asks whether it was cancelled."""


class Work(QObject):
    """A task in a thread of its own; the signals arrive in the thread that made this object."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="work", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the task to stop; it then fails with what it raises for that."""
        self._cancelled.set()

    def wait(self) -> None:
        """Return when the task has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            result = self._task(self.progress.emit, self._cancelled.is_set)
        except Exception as problem:  # handed on to the window's thread
            self.failed.emit(problem)
        else:
            self.done.emit(result)
