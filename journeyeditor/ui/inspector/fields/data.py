"""The field for the data that a touchpoint generates."""

from collections.abc import Iterable, Sequence
from typing import Any

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.edits.touchpoints import set_data
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import DataItem, TouchpointData
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.links import Linked, LinksField
from journeyeditor.ui.inspector.fields.text import TextField, name_field
from journeyeditor.ui.inspector.rows import Column, Row, RowList

COLLECTED = 0
"""The first column; the second tells whether it's shared."""


class DataField(LinksField):
    """A table of data items: whether each is collected, and with whom it's shared."""

    def __init__(self) -> None:
        title = tr("Data that it generates")
        columns = (Column(tr("Collected"), ticks=True), Column(tr("Shared"), ticks=True))
        rows = RowList(
            title, tr("Add data item"), dots=False, names=tr("Data item"), columns=columns
        )
        super().__init__(title, "", tr("Search or add a data item"), rows, _fields)
        names = ("touchpoint", "data", "collected")
        self.covers = frozenset((TouchpointData, name) for name in names)
        rows.ticked.connect(self._tick)

    def linked(self, project: Project, subject: Id) -> list[Linked]:
        links = project.where(TouchpointData, touchpoint=subject)
        return sorted((project.get(DataItem, link.data) for link in links), key=_by_name)

    def known(self) -> Iterable[Linked]:
        return self.project.all(DataItem)

    def row(self, thing: Any) -> Row:
        links = self._links(thing.id)
        collected = bool(links) and all(link.collected for link in links)
        shared = bool(links) and all(link.shared_with for link in links)
        return Row(thing.id, thing.name, cells=(collected, shared))

    def link(self, project: Project, subject: Id, names: list[str]) -> Change | None:
        return set_data(project, [subject], names)

    def about_row(self, value: Any) -> Subject:
        return {DataItem: (value,), TouchpointData: [link.id for link in self._links(value)]}

    def _links(self, item: Id) -> Sequence[TouchpointData]:
        """What the selected touchpoints have to do with a data item."""
        links = self.project.where(TouchpointData, data=item)
        return [link for link in links if link.touchpoint in self.subjects]

    def _tick(self, value: Any, column: int) -> None:
        """Collected or not at once; to share is to say with whom."""
        ids = [link.id for link in self._links(value)]
        [ticked] = [row.cells[column] for row in self.list.rows if row.value == value]
        if column == COLLECTED:
            step = Label("Data not collected") if ticked else Label("Data collected")
            self.ask(lambda p: set_fields(p, TouchpointData, ids, step, collected=not ticked))
        elif ticked:
            step = Label("Data not shared")
            self.ask(lambda p: set_fields(p, TouchpointData, ids, step, shared_with=""))
        else:
            self.open_row(value)


def _fields() -> list[Field]:
    return [
        TextField(
            tr("Shared with"),
            TouchpointData,
            "shared_with",
            Label("Edit with whom data is shared"),
            multiline=False,
            hint=tr("The product team, a supplier…"),
        ),
        name_field(tr("Name"), DataItem),
    ]


def _by_name(thing: Linked) -> str:
    return fold(thing.name)
