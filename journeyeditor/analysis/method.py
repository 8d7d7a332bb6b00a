"""How far a map has come: ten steps from the stages to the results, computed from content."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journeyeditor.analysis.evidence import knowledge
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.metrics import without_metric
from journeyeditor.analysis.processes import generated, processes
from journeyeditor.model.records import Segment
from journeyeditor.translation import N_

Counted = tuple[int, int]
"""How many of how many."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step: `done` of `total` things have it. `title` and `definition` are English messages."""

    id: str
    title: str
    definition: str
    done: int
    total: int
    complete: bool

    @property
    def share(self) -> float:
        return self.done / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """The ten steps in their order."""

    steps: tuple[Step, ...]

    @property
    def complete(self) -> int:
        return sum(step.complete for step in self.steps)

    @property
    def next(self) -> Step | None:
        """The first step that is not complete."""
        return next((step for step in self.steps if not step.complete), None)


def progress(facts: MapFacts) -> Progress:
    """A step is complete where it holds for `step_percent` of its things, and there are some."""
    steps = []
    for id, (title, definition, count) in _STEPS.items():
        done, total = count(facts)
        complete = bool(total) and 100 * done >= facts.limits.step_percent * total
        steps.append(Step(id, title, definition, done, total, complete))
    return Progress(tuple(steps))


def _stages(facts: MapFacts) -> Counted:
    return sum(bool(stage.goal.strip()) for stage in facts.stages), len(facts.stages)


def _segments(facts: MapFacts) -> Counted:
    return sum(_described(segment) for segment in facts.segments), len(facts.segments)


def _described(segment: Segment) -> bool:
    texts = (segment.description, segment.needs, segment.behaviour, segment.expectations)
    return any(text.strip() for text in texts)


def _touchpoints(facts: MapFacts) -> Counted:
    cells = [facts.cell(stage, segment) for stage in facts.stages for segment in facts.segments]
    return sum(bool(cell) for cell in cells), len(cells)


def _channels(facts: MapFacts) -> Counted:
    return sum(it.channel is not None for it in facts.touchpoints), len(facts.touchpoints)


def _experience(facts: MapFacts) -> Counted:
    told = sum(
        card.emotion is not None and bool(card.needs or card.expectations) for card in facts.cards
    )
    return told, len(facts.cards)


def _research(facts: MapFacts) -> Counted:
    known = facts.once(knowledge)
    return len(known.partial) + len(known.researched), known.total


def _owners(facts: MapFacts) -> Counted:
    return sum(it.id in facts.owned for it in facts.touchpoints), len(facts.touchpoints)


def _processes(facts: MapFacts) -> Counted:
    found = facts.once(processes)
    return found.semi + found.automatic, found.manual + found.semi + found.automatic + found.unknown


def _data(facts: MapFacts) -> Counted:
    found = facts.once(generated)
    return sum(not it.lost for it in found), len(found)


def _measurement(facts: MapFacts) -> Counted:
    total = len(facts.touchpoints)
    return total - len(without_metric(facts)), total


_STEPS: Mapping[str, tuple[str, str, Callable[[MapFacts], Counted]]] = {
    "stages": (N_("Define the stages"), N_("Stages with a goal"), _stages),
    "segments": (N_("Describe the segments"), N_("Segments with a description"), _segments),
    "touchpoints": (N_("Find the touchpoints"), N_("Cells with a card"), _touchpoints),
    "channels": (N_("Assign the channels"), N_("Touchpoints with a channel"), _channels),
    "experience": (
        N_("Tell the experience"),
        N_("Cards with an emotion and with a need or an expectation"),
        _experience,
    ),
    "research": (
        N_("Support it with research"),
        N_("Touchpoints that rest on research, in part or in whole"),
        _research,
    ),
    "owners": (
        N_("Assign who is responsible"),
        N_("Touchpoints with somebody responsible or accountable"),
        _owners,
    ),
    "automation": (
        N_("Automate processes"),
        N_("Processes behind the map that are automatic, in part or in whole"),
        _processes,
    ),
    "data": (
        N_("Collect the data"),
        N_("Data that all touchpoints which generate it collect"),
        _data,
    ),
    "measurement": (
        N_("Measure the results"),
        N_("Touchpoints that something is measured of"),
        _measurement,
    ),
}
