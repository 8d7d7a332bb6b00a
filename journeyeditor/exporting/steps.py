"""How far an export is, and whether it should go on."""

from collections.abc import Callable

from journeyeditor.exporting.composing import Composed
from journeyeditor.exporting.output import Cancelled

_STEPS = 1000
_EVERY = 64
"""So many nodes are painted between two looks at whether to go on."""


class Steps:
    """Tells how far an export is, and looks whether it should go on."""

    def __init__(
        self,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
        start: float = 0.0,
        end: float = 1.0,
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._start, self._end = start, end

    def part(self, start: float, end: float) -> "Steps":
        """The steps of a part of this work, which goes from one share of 1 to another."""
        return Steps(self._progress, self._cancelled, self._whole(start), self._whole(end))

    def reach(self, share: float) -> None:
        """So much of 1 is done. Cancelled."""
        if self._cancelled and self._cancelled():
            raise Cancelled
        if self._progress:
            self._progress(int(self._whole(share) * _STEPS), _STEPS)

    def _whole(self, share: float) -> float:
        """A share of this work as one of all of it."""
        return self._start + share * (self._end - self._start)

    def painter(self, it: Composed) -> Callable[[int], None]:
        """What tells how far the work is, given how many nodes of a page are painted."""
        nodes = sum(1 for part in it.page.layers for _ in part.nodes())
        each = (it.end - it.start) / max(1, nodes)

        def painted(count: int) -> None:
            if count % _EVERY == 0:
                self.reach(it.start + count * each)

        return painted
