"""The field for the processes behind a touchpoint."""

from collections.abc import Iterable
from typing import Any

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import Execution, Role
from journeyeditor.model.edits.touchpoints import set_processes
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Process,
    ProcessUse,
)
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.links import Linked, LinksField
from journeyeditor.ui.inspector.fields.parties import PartiesField, parties_of
from journeyeditor.ui.inspector.fields.reference import party_mark
from journeyeditor.ui.inspector.fields.text import TextField, name_field
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.rows import Fact, Named, Row, RowList, Tag


class ProcessesField(LinksField):
    """A card for each process that supports a touchpoint; it opens to all that is known of it."""

    def __init__(self) -> None:
        title = tr("Processes that support it")
        rows = RowList(title, tr("Add a process or choose one"), look="cards")
        super().__init__(title, "", tr("Search or add a process"), rows, process_fields)
        self.covers = frozenset({(ProcessUse, "touchpoint"), (ProcessUse, "process")})

    def linked(self, project: Project, subject: Id) -> list[Linked]:
        return list(processes_of(project, subject))

    def known(self) -> Iterable[Linked]:
        return self.project.all(Process)

    def row(self, thing: Any) -> Row:
        mark = Mark(icon="route")
        return Row(thing.id, thing.name, mark=mark, facts=_facts(self.project, thing))

    def link(self, project: Project, subject: Id, names: list[str]) -> Change | None:
        return set_processes(project, [subject], names)

    def refresh(self, project: Project, subject: Subject) -> None:
        super().refresh(project, subject)
        count = len(self.list.rows)
        self.say(tr.number(count) if count else "")


def processes_of(project: Project, touchpoint: Id) -> list[Process]:
    """The processes that support a touchpoint, by name."""
    uses = project.where(ProcessUse, touchpoint=touchpoint)
    return sorted((project.get(Process, use.process) for use in uses), key=lambda p: fold(p.name))


def _facts(project: Project, process: Process) -> tuple[Fact, ...]:
    """What the card of a process says; nothing of what is not known."""

    def people(role: Role) -> tuple[Named, ...]:
        return tuple(Named(party_mark(p), p.name) for p in parties_of(project, process.id, role))

    execution = execution_words(process)
    facts = (
        Fact(tr("Responsible"), people(Role.RESPONSIBLE)),
        Fact(tr("Accountable"), people(Role.ACCOUNTABLE)),
        Fact(tr("Support it"), people(Role.SUPPORTS)),
        Fact(tr("Execution"), (execution,) if execution else ()),
        Fact(tr("Resources"), (process.resources,) if process.resources else ()),
        Fact(tr("State"), (Tag(process.state),) if process.state else ()),
    )
    return tuple(fact for fact in facts if fact.parts)


def execution_words(process: Process) -> str:
    """How a process is carried out, and what a person checks in it."""
    words = dict(_executions())
    execution = next((text for text, value in words.items() if value is process.execution), "")
    return " · ".join(part for part in (execution, process.human_check) if part)


def _executions() -> tuple[tuple[str, Execution], ...]:
    return (
        (tr("Manual"), Execution.MANUAL),
        (tr("Semi-automatic"), Execution.SEMI),
        (tr("Automatic"), Execution.AUTOMATIC),
    )


def process_fields() -> list[Field]:
    """What is known about a process."""
    execution = Label("Set execution")
    return [
        name_field(tr("Name"), Process),
        PartiesField(Role.RESPONSIBLE, tr("Responsible"), tr("makes it happen"), Process),
        PartiesField(Role.ACCOUNTABLE, tr("Accountable"), tr("one only"), Process),
        PartiesField(Role.SUPPORTS, tr("Support it"), about=Process),
        SegmentedField(tr("Execution"), Process, "execution", execution, _executions()),
        TextField(
            tr("What a person checks"),
            Process,
            "human_check",
            Label("Edit what a person checks"),
            hint=tr("with a check by the team, by the shop…"),
        ),
        TextField(tr("Resources"), Process, "resources", Label("Edit resources")),
        TextField(
            tr("State"),
            Process,
            "state",
            Label("Edit state of a process"),
            multiline=False,
            hint=tr("Up to date, takes 6 days…"),
        ),
        TextField(tr("Description"), Process, "description", Label("Edit description")),
    ]
