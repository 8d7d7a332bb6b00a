"""Timing a thing against its floor.

Times are of the processor, not of the clock, so that other programs on the machine disturb them
less; against a floor, the best of several runs counts. Garbage is collected as in the program.
"""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table. `floor` is None where a limit stands in its place."""

    name: str
    cards: int
    ours: float
    floor: float | None
    unit: str = "ms"
    aim: str = ""

    def __str__(self) -> str:
        floor = f"{self.floor:10.2f}" if self.floor is not None else " " * 10
        ratio = f"{self.ours / self.floor:6.2f} x" if self.floor else " " * 8
        line = f"{self.name:<42}{self.cards:>6}{self.ours:>10.2f} {self.unit}{floor}{ratio}"
        return f"{line}   {self.aim}".rstrip()


def milliseconds(work: Callable[[], object], runs: int = 7) -> float:
    """The median time of some runs after a first one that is not counted."""
    work()
    return statistics.median(once(work) for _ in range(runs))


def in_turn(
    ours: Callable[[], object], floor: Callable[[], object], runs: int = 7
) -> tuple[float, float]:
    """The best times of two things run in turn, so that a machine's moods hit both alike."""
    ours(), floor()
    pairs = [(once(ours), once(floor)) for _ in range(runs)]
    mine, others = zip(*pairs, strict=True)
    return min(mine), min(others)


def once(work: Callable[[], object]) -> float:
    """Milliseconds of the processor's time."""
    gc.collect()
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000
