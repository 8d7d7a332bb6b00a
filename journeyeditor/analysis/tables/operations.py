"""Tables of what is behind the touchpoints: people, processes, data, channels, messages."""

from collections.abc import Sequence

from journeyeditor.analysis.balance import channel_uses, wordings
from journeyeditor.analysis.facts import OWNERS, MapFacts
from journeyeditor.analysis.finding import Leads, to_touchpoints
from journeyeditor.analysis.mistakes import VERDICT_NAMES, mistakes
from journeyeditor.analysis.processes import generated
from journeyeditor.analysis.responsibility import Load, department_loads, ownership
from journeyeditor.analysis.stacks import Stack
from journeyeditor.analysis.table import NONE, Row, Table, name, number, percent
from journeyeditor.catalogue import channel_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Channel, Party, Process, Touchpoint
from journeyeditor.translation import Translator


def load_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("owner", party), ("owner", "") of what nobody owns."""
    found = facts.once(ownership)
    rows = [_load_row(facts, "owner", load, tr) for load in found.loads]
    if found.without_owner:
        open = number(tr, len(found.without_owner))
        cells = (tr("No owner"), NONE, open, NONE, NONE, NONE, NONE)
        rows.append(Row(("owner", ""), cells, to_touchpoints(facts, found.without_owner)))
    return Table(_load_columns(tr), tuple(rows))


def department_table(facts: MapFacts, tr: Translator) -> Table:
    """Keys: ("department", party)."""
    rows = (_load_row(facts, "department", load, tr) for load in facts.once(department_loads))
    return Table(_load_columns(tr), tuple(rows))


def _load_columns(tr: Translator) -> tuple[str, ...]:
    return (tr("Person or department"), tr("Department"), tr("Owner of"), tr("Supports"),
            tr("Meets the customer"), tr("Critical"), tr("Alone"))  # fmt: skip


def _load_row(facts: MapFacts, kind: str, it: Load, tr: Translator) -> Row:
    home = facts.project.find(Party, it.party.department)
    cells = (
        name(tr, it.party.name),
        name(tr, home.name) if home else NONE,
        number(tr, it.owned),
        number(tr, it.supported),
        number(tr, it.met),
        number(tr, it.critical),
        number(tr, len(it.sole)),
    )
    ids = it.touchpoints or it.others
    touchpoints = (facts.project.get(Touchpoint, id) for id in ids)
    return Row((kind, it.party.id), cells, to_touchpoints(facts, touchpoints))


def process_table(facts: MapFacts, tr: Translator) -> Table:
    """All processes of the project: what they support here, and who owns them.

    Keys: ("process", id).
    """
    columns = (tr("Process"), tr("Execution"), tr("Owner"), tr("Touchpoints here"))
    supported: dict[Id, list[Touchpoint]] = {}
    for touchpoint in facts.touchpoints:
        for id in facts.processes.get(touchpoint.id, ()):
            supported.setdefault(id, []).append(touchpoint)
    rows = []
    for process in sorted(facts.project.all(Process), key=lambda it: (it.name, it.id)):
        execution = choice_name(process.execution, tr.language) if process.execution else NONE
        here = supported.get(process.id, [])
        cells = (name(tr, process.name), execution, _owners(facts, process.id, tr),
                 number(tr, len(here)))  # fmt: skip
        rows.append(Row(("process", process.id), cells, to_touchpoints(facts, here)))
    return Table(columns, tuple(rows))


def _owners(facts: MapFacts, subject: Id, tr: Translator) -> str:
    duties = [duty for duty in facts.duties.get(subject, ()) if duty.role in OWNERS]
    names = {name(tr, facts.project.get(Party, duty.party).name) for duty in duties}
    return ", ".join(sorted(names)) or NONE


def data_table(facts: MapFacts, tr: Translator) -> Table:
    """What becomes of the data. Keys: ("data", id)."""
    columns = (tr("Data"), tr("Collected and shared"), tr("Collected, not shared"),
               tr("Not collected"))  # fmt: skip
    rows = (
        Row(
            ("data", it.item.id),
            (
                name(tr, it.item.name),
                *(_names(found, tr) for found in (it.shared, it.kept, it.lost)),
            ),
            to_touchpoints(facts, dict.fromkeys((*it.lost, *it.kept, *it.shared))),
        )
        for it in facts.once(generated)
    )  # fmt: skip
    return Table(columns, tuple(rows))


def _names(touchpoints: Sequence[Touchpoint], tr: Translator) -> str:
    return ", ".join(name(tr, it.name) for it in touchpoints) or NONE


def channel_table(facts: MapFacts, tr: Translator) -> Table:
    """Cards by channel and stage. Keys: ("channel", id); places: ("use", channel, stage)."""
    columns = (tr("Channel"), *(name(tr, stage.name) for stage in facts.stages), tr("In all"))
    rows = []
    for it in facts.once(channel_uses):
        title = channel_name(it.channel, tr.language) if it.channel else tr("Without a channel")
        counts = (number(tr, it.stages.get(stage.id, 0)) for stage in facts.stages)
        key = ("channel", it.channel.id if it.channel else "")
        cells = (name(tr, title), *counts, number(tr, it.total))
        rows.append(Row(key, cells, Leads(_cards_in(facts, it.channel))))
    places: dict[tuple[str, ...], list[Id]] = {}
    for card in facts.cards:
        channel = facts.touchpoint(card).channel or ""
        places.setdefault(("use", channel, card.stage), []).append(card.id)
    return Table(columns, tuple(rows), {key: Leads(tuple(ids)) for key, ids in places.items()})


def _cards_in(facts: MapFacts, channel: Channel | None) -> tuple[Id, ...]:
    id = channel.id if channel else None
    return tuple(card.id for card in facts.cards if facts.touchpoint(card).channel == id)


def wording_table(facts: MapFacts, tr: Translator) -> Table:
    """What is said in more than one channel. Keys: ("wording", touchpoint)."""
    columns = (tr("Touchpoint"), tr("Messages"), tr("The same?"))
    rows = (
        Row(
            ("wording", it.touchpoints[0].id),
            (
                name(tr, it.touchpoints[0].name),
                " · ".join(_said(facts, channel, text, tr) for channel, text in it.messages),
                tr("Yes") if it.consistent else tr("No"),
            ),
            to_touchpoints(facts, it.touchpoints),
        )
        for it in facts.once(wordings)
    )
    return Table(columns, tuple(rows))


def _said(facts: MapFacts, channel: Id | None, text: str, tr: Translator) -> str:
    found = facts.project.find(Channel, channel)
    place = channel_name(found, tr.language) if found else tr("Without a channel")
    return f"{place}: “{name(tr, text)}”"


def mistake_table(facts: MapFacts, tr: Translator) -> Table:
    """The five common mistakes. Keys: ("mistake", id)."""
    columns = (tr("Mistake"), tr("Verdict"), tr("Well done"), tr("Of"), tr("Rule"))
    limits = facts.limits.spoken(tr)
    rows = (
        Row(
            ("mistake", it.id),
            (tr(it.name), tr(VERDICT_NAMES[it.verdict]), number(tr, it.good), number(tr, it.cases),
             tr(it.definition, **limits)),
            to_touchpoints(facts, it.touchpoints),
        )
        for it in mistakes(facts)
    )  # fmt: skip
    return Table(columns, tuple(rows))


def stack_table(stacks: Sequence[Stack], tr: Translator) -> Table:
    """Wholes and their parts. Keys: ("part", stack, part)."""
    columns = (tr("Whole"), tr("Part"), tr("Number"), tr("Share"))
    rows = (
        Row(
            ("part", stack.id, part.id),
            (stack.title, part.name, number(tr, part.count),
             percent(tr, part.count / stack.total if stack.total else None)),
            part.leads,
        )
        for stack in stacks
        for part in stack.parts
        if part.known or part.count
    )  # fmt: skip
    return Table(columns, tuple(rows))
