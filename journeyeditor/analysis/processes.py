"""What is behind the touchpoints: processes that support them, and data that they generate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import (
    Found,
    Rule,
    Severity,
    Topic,
    of_touchpoints,
    to_touchpoints,
)
from journeyeditor.analysis.wording import Message, listed
from journeyeditor.model.choices import Execution
from journeyeditor.model.ids import Id
from journeyeditor.model.records import DataItem, Placement, Process, ProcessUse, Touchpoint
from journeyeditor.translation import N_


@dataclass(frozen=True, slots=True)
class Processes:
    """`idle` support no placed touchpoint of any map, by name; `bare` touchpoints have none.

    `manual`, `semi`, `automatic` and `unknown` count the processes behind this map.
    """

    idle: tuple[Process, ...]
    bare: tuple[Touchpoint, ...]
    total: int
    manual: int
    semi: int
    automatic: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Generated:
    """A data item, and the map's touchpoints that generate it, by what becomes of it there."""

    item: DataItem
    lost: tuple[Touchpoint, ...]
    kept: tuple[Touchpoint, ...]
    shared: tuple[Touchpoint, ...]


def processes(facts: MapFacts) -> Processes:
    """A process of the project is idle where it supports nothing that is placed on any map."""
    placed = {card.touchpoint for card in facts.project.all(Placement)}
    used = {use.process for use in facts.project.all(ProcessUse) if use.touchpoint in placed}
    here = {process for id in facts.cards_of for process in facts.processes.get(id, [])}
    executions = [facts.project.get(Process, id).execution for id in here]
    return Processes(
        idle=tuple(
            sorted(
                (process for process in facts.project.all(Process) if process.id not in used),
                key=lambda process: (process.name, process.id),
            )
        ),
        bare=tuple(it for it in facts.touchpoints if it.id not in facts.processes),
        total=len(facts.touchpoints),
        manual=executions.count(Execution.MANUAL),
        semi=executions.count(Execution.SEMI),
        automatic=executions.count(Execution.AUTOMATIC),
        unknown=executions.count(None),
    )


def generated(facts: MapFacts) -> tuple[Generated, ...]:
    """The data of the map's touchpoints, in reading order of their first one.

    Lost: not collected there. Kept: collected, shared with nobody. Shared: both.
    """
    fates: dict[Id, tuple[list[Touchpoint], list[Touchpoint], list[Touchpoint]]] = {}
    for touchpoint in facts.touchpoints:
        for link in facts.data.get(touchpoint.id, []):
            fate = 0 if not link.collected else 2 if link.shared_with.strip() else 1
            fates.setdefault(link.data, ([], [], []))[fate].append(touchpoint)
    return tuple(
        Generated(facts.project.get(DataItem, id), tuple(lost), tuple(kept), tuple(shared))
        for id, (lost, kept, shared) in fates.items()
    )


def _idle(facts: MapFacts) -> Iterator[Found]:
    if idle := facts.once(processes).idle:
        yield Found(
            Message.plural(
                "{count} process supports no touchpoint",
                "{count} processes support no touchpoint",
                len(idle),
            ),
            listed([process.name for process in idle]),
            count=len(idle),
        )


def _bare(facts: MapFacts) -> Iterator[Found]:
    bare = facts.once(processes).bare
    if bare and len(bare) < len(facts.touchpoints):
        title = Message.plural(
            "{count} of {total} touchpoints has no process behind it",
            "{count} of {total} touchpoints have no process behind them",
            len(bare),
            total=len(facts.touchpoints),
        )
        yield of_touchpoints(facts, title, bare)


def _lost(facts: MapFacts) -> Iterator[Found]:
    items = [(it.item, it.lost) for it in facts.once(generated) if it.lost]
    if items:
        title = Message.plural(
            "{count} data item is generated and not collected",
            "{count} data items are generated and not collected",
            len(items),
        )
        yield _data(facts, title, items)


def _kept(facts: MapFacts) -> Iterator[Found]:
    items = [(it.item, it.kept) for it in facts.once(generated) if it.kept]
    if items:
        title = Message.plural(
            "{count} data item is collected and shared with nobody",
            "{count} data items are collected and shared with nobody",
            len(items),
        )
        yield _data(facts, title, items)


def _data(
    facts: MapFacts, title: Message, items: Sequence[tuple[DataItem, Sequence[Touchpoint]]]
) -> Found:
    touchpoints = {it.id: it for _, found in items for it in found}
    return Found(
        title,
        listed([item.name for item, _ in items]),
        to_touchpoints(facts, touchpoints.values()),
        count=len(items),
    )


RULES = (
    Rule(
        "lost_data",
        Topic.DATA,
        Severity.MEDIUM,
        N_("Data that a touchpoint on the map generates and that is not collected there."),
        _lost,
    ),
    Rule(
        "without_process",
        Topic.PROCESSES,
        Severity.LOW,
        N_("Touchpoints without a process, on maps where some have one."),
        _bare,
    ),
    Rule(
        "idle_process",
        Topic.PROCESSES,
        Severity.LOW,
        N_("Processes of the project that support no touchpoint placed on any of its maps."),
        _idle,
    ),
    Rule(
        "unshared_data",
        Topic.DATA,
        Severity.LOW,
        N_("Data that a touchpoint on the map collects and that nobody else gets."),
        _kept,
    ),
)
