"""The field for the other touchpoints that rest on the same processes."""

import heapq
from collections.abc import Sequence

from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Placement, ProcessUse, Stage, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.channel import channel_mark
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.processes import processes_of
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.rows import Row, RowList

MOST = 12
"""Rows; of more touchpoints than these, the first by name."""


class OtherTouchpointsField(Field):
    """A row for each, with the processes in common; it leads to its card."""

    def __init__(self) -> None:
        super().__init__(tr("Other touchpoints with these processes"))
        self.list = RowList(self.title.text(), dots=False)
        self.list.opened.connect(lambda card: self.visit_asked.emit(("card", card)))
        self.hold(self.list, named=False)

    def refresh(self, project: Project, subject: Subject) -> None:
        here = subject.get(Touchpoint, ())
        cards = [project.get(Placement, id) for id in subject.get(Placement, ())]
        found = _others(project, here, {_map(project, card) for card in cards})
        names = ((fold(project.get(Touchpoint, id).name), id) for id in found)
        first = [found[id] for _, id in heapq.nsmallest(MOST, names)]
        self.say(tr.number(len(found)) if found else "")
        self.list.show_rows([_row(project, card, here) for card in first])
        self.setVisible(bool(found))


def _others(project: Project, here: Sequence[Id], maps: set[Id]) -> dict[Id, Placement]:
    """The touchpoints, each with a card: on one of these maps where it has one there."""
    found: dict[Id, Placement] = {}
    for process in {process.id for id in here for process in processes_of(project, id)}:
        for use in project.where(ProcessUse, process=process):
            cards = project.where(Placement, touchpoint=use.touchpoint)
            if cards and use.touchpoint not in here:
                found[use.touchpoint] = min(cards, key=lambda it: _map(project, it) not in maps)
    return found


def _map(project: Project, card: Placement) -> Id:
    return project.get(Stage, card.stage).map


def _row(project: Project, card: Placement, here: Sequence[Id]) -> Row:
    touchpoint = project.get(Touchpoint, card.touchpoint)
    channel = project.find(Channel, touchpoint.channel)
    icon = channel_mark(channel).icon if channel else "circle-dashed"
    known = {process for id in here for process in processes_of(project, id)}
    common = [process.name for process in processes_of(project, touchpoint.id) if process in known]
    return Row(card.id, touchpoint.name, ", ".join(common), Mark(icon=icon))
