"""Wholes and their parts: how the map's touchpoints, processes and data divide into kinds."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeyeditor.analysis.balance import axis_balances, classified
from journeyeditor.analysis.evidence import knowledge
from journeyeditor.analysis.facts import MapFacts
from journeyeditor.analysis.finding import NOWHERE, Leads, to_touchpoints
from journeyeditor.analysis.processes import generated
from journeyeditor.catalogue import axis_name, axis_value_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.model.choices import Evidence, Execution
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Process, Touchpoint
from journeyeditor.translation import N_, Translator


@dataclass(frozen=True, slots=True)
class Part:
    """One kind, how many are of it, and their cards. `known` is False for what nobody noted."""

    id: str
    name: str
    count: int
    leads: Leads = NOWHERE
    known: bool = True


@dataclass(frozen=True, slots=True)
class Stack:
    """A whole of so many things, divided. `title` says of what; names are as people read them."""

    id: str
    title: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        return sum(part.count for part in self.parts)


UNKNOWN = N_("Not noted")


def axis_stacks(facts: MapFacts, tr: Translator) -> tuple[Stack, ...]:
    """Each axis: the map's touchpoints by value, and those that are not classified."""
    stacks = []
    for balance in axis_balances(facts):
        parts = [
            Part(value.id, axis_value_name(value, tr.language), count,
                 to_touchpoints(facts, classified(facts, value)))
            for value, count in balance.counts
        ]  # fmt: skip
        ids = {id for part in parts for id in part.leads.touchpoints}
        rest = [it for it in facts.touchpoints if it.id not in ids]
        parts.append(_unknown(facts, rest, tr))
        stacks.append(Stack(balance.axis.id, axis_name(balance.axis, tr.language), tuple(parts)))
    return tuple(stacks)


def evidence_stack(facts: MapFacts, tr: Translator) -> Stack:
    """The map's touchpoints by how they are known."""
    known = facts.once(knowledge)
    found = {
        Evidence.RESEARCHED: known.researched,
        Evidence.PARTIAL: known.partial,
        Evidence.HYPOTHESIS: known.assumed,
    }
    parts = [
        Part(evidence, choice_name(evidence, tr.language), len(here), to_touchpoints(facts, here))
        for evidence, here in found.items()
    ]
    return Stack("evidence", tr("Evidence"), (*parts, _unknown(facts, known.unknown, tr)))


def execution_stack(facts: MapFacts, tr: Translator) -> Stack:
    """The processes behind the map by how they run; each leads to what it supports."""
    here = {id for touchpoint in facts.cards_of for id in facts.processes.get(touchpoint, ())}
    by: dict[Execution | None, set[Id]] = {}
    for id in here:
        by.setdefault(facts.project.get(Process, id).execution, set()).add(id)
    parts = []
    for execution in (Execution.AUTOMATIC, Execution.SEMI, Execution.MANUAL, None):
        ids = by.get(execution, set())
        supported = [it for it in facts.touchpoints if ids & {*facts.processes.get(it.id, ())}]
        name = choice_name(execution, tr.language) if execution else tr(UNKNOWN)
        leads = to_touchpoints(facts, supported)
        parts.append(Part(execution or "unknown", name, len(ids), leads, execution is not None))
    return Stack("execution", tr("Processes"), tuple(parts))


def data_stack(facts: MapFacts, tr: Translator) -> Stack:
    """What becomes of the data where the map's touchpoints generate it."""
    found = facts.once(generated)
    named = (
        ("shared", tr("Collected and shared"), [it.shared for it in found]),
        ("kept", tr("Collected, not shared"), [it.kept for it in found]),
        ("lost", tr("Not collected"), [it.lost for it in found]),
    )
    parts = []
    for id, name, groups in named:
        each = {it.id: it for group in groups for it in group}
        leads = to_touchpoints(facts, each.values())
        parts.append(Part(id, name, sum(map(len, groups)), leads))
    return Stack("data", tr("Data"), tuple(parts))


def _unknown(facts: MapFacts, touchpoints: Iterable[Touchpoint], tr: Translator) -> Part:
    rest = tuple(touchpoints)
    return Part("unknown", tr(UNKNOWN), len(rest), to_touchpoints(facts, rest), known=False)
