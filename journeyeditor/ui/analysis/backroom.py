"""Where analyses are made, tables filled and charts drawn, while the window stays alive."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")
GLANCE = 4
"""Milliseconds between two looks at whether something is finished."""


@dataclass(frozen=True)
class Errand:
    """What `who` wants made, and who takes it."""

    who: object
    make: Callable[[], Any]
    take: Callable[[Any], None]


class Backroom(QObject):
    """One thread that makes one thing after the other; of each asker, only the newest.

    What is to be made is a pure function that holds no widget: nothing of Qt is made, used or let
    go of in that thread. What it made is taken in the window's, one thing at a look.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, "backroom")
        self._waiting: dict[object, Errand] = {}
        self._present: tuple[Errand, Future[Any]] | None = None
        self._timer = QTimer(self, interval=GLANCE)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether something is still to be handed over."""
        return self._present is not None or bool(self._waiting)

    def ask(self, who: object, make: Callable[[], T], take: Callable[[T], None]) -> None:
        """Hand over to `take` what `make` returns, unless `who` asks again before."""
        self._waiting[who] = Errand(who, make, take)
        self._go_on()

    def drop(self) -> None:
        """Make nothing more of what was asked for up to now."""
        self._waiting.clear()
        if self._present:
            errand, future = self._present
            self._present = Errand(errand.who, errand.make, _forget), future

    def close(self) -> None:
        """Make nothing more, and wait for what is being made."""
        self._timer.stop()
        self._waiting.clear()
        self._present = None
        self._thread.shutdown()

    def _go_on(self) -> None:
        if self._present is None and self._waiting:
            errand = self._waiting.pop(next(iter(self._waiting)))
            self._present = errand, self._thread.submit(errand.make)
            self._timer.start()

    def _look(self) -> None:
        if self._present is None or not self._present[1].done():
            return
        (errand, future), self._present = self._present, None
        try:
            if errand.who not in self._waiting:
                errand.take(future.result())
        finally:
            self._go_on()
            if self._present is None:
                self._timer.stop()


def _forget(_made: object) -> None:
    """Take what nobody wants any more."""
