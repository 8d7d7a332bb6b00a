"""The field for the processes behind a touchpoint."""

from collections.abc import Iterable
from typing import Any

from journeyeditor.model.change import Change
from journeyeditor.model.edits.touchpoints import set_processes
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Process, ProcessUse
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.links import Linked, LinksField
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.rows import Row, RowList


class ProcessesField(LinksField):
    """The processes that support a touchpoint."""

    covers = frozenset({(ProcessUse, "process")})

    def __init__(self) -> None:
        rows = RowList(tr("Processes"), tr("Add a process or choose one"))
        hint = tr("Search or add a process")
        super().__init__(tr("Processes"), tr("what supports it"), hint, rows)

    def linked(self, project: Project, touchpoint: Id) -> list[Linked]:
        uses = project.where(ProcessUse, touchpoint=touchpoint)
        return sorted(
            (project.get(Process, use.process) for use in uses), key=lambda p: fold(p.name)
        )

    def known(self) -> Iterable[Linked]:
        return self.project.all(Process)

    def row(self, thing: Any) -> Row:
        return Row(thing.id, thing.name, mark=Mark(icon="route"))

    def link(self, project: Project, touchpoint: Id, names: list[str]) -> Change | None:
        return set_processes(project, [touchpoint], names)
