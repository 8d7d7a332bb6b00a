"""The field that tells where an entry is used, and leads there."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from journeyeditor.catalogue import axis_value_name
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    AxisValue,
    Channel,
    Classification,
    CustomValue,
    Improvement,
    Interaction,
    JourneyMap,
    Party,
    Placement,
    Process,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
)
from journeyeditor.model.text import fold
from journeyeditor.model.uses import Use, uses
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.entries import Entry, EntryList, row_height
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.inspector.fields.channel import channel_mark
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.fields.reference import party_mark
from journeyeditor.ui.inspector.marks import Mark

MOST_ROWS = 8


class UsesField(Field):
    """Lists who uses an entry; Enter or a double click on one `opens` it."""

    def __init__(self, kind: type[Record]) -> None:
        super().__init__(tr("Used by"))
        self._kind = kind
        self.list = EntryList(tr("Used by"))
        self.opened = self.list.opened
        self.frame = QFrame()
        self.frame.setObjectName("framed")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        self.hold(self.frame, named=False)
        self.nobody = label(tr("Nothing uses it yet."), "note", wrap=True)
        self.hint = label(tr("Enter or a double click goes there."), "note", wrap=True)
        self.column.addWidget(self.nobody)
        self.column.addWidget(self.hint)

    def refresh(self, project: Project, subject: Subject) -> None:
        ids = subject.get(self._kind, ())
        self.setVisible(len(ids) == 1)
        found = [use for id in ids[:1] for use in uses(project, self._kind, id)]
        entries = sorted((_entry(project, use) for use in found), key=lambda e: fold(e.text))
        self.list.show_entries(entries)
        self.list.setFixedHeight(row_height(self.list) * max(1, min(MOST_ROWS, len(entries))) + 2)
        self.say(tr.number(len(entries)) if entries else "")
        self.frame.setVisible(bool(entries))
        self.hint.setVisible(bool(entries))
        self.nobody.setVisible(not entries)


def _entry(project: Project, use: Use) -> Entry:
    user = use.user
    name, mark = _face(project, user)
    how = " · ".join(dict.fromkeys(filter(None, _ways(project, use.through))))
    return Entry(user, name, how, mark, aside=_place(project, use))


def _place(project: Project, use: Use) -> str:
    """The maps where it is seen, in a project that has several."""
    if use.maps:
        several = project.count(JourneyMap) > 1
        return " · ".join(map.name for map in use.maps) if several else ""
    return tr("Not on a map") if isinstance(use.user, Touchpoint) else ""


def _face(project: Project, user: Record) -> tuple[str, Mark]:
    if isinstance(user, Placement):
        user = project.get(Touchpoint, user.touchpoint)
    if isinstance(user, Touchpoint):
        channel = project.find(Channel, user.channel)
        return user.name, channel_mark(channel) if channel else Mark(icon="circle-dashed")
    if isinstance(user, Party):
        return user.name, party_mark(user)
    if isinstance(user, Improvement):
        return user.title, Mark(icon="lightbulb")
    assert isinstance(user, Process | Stage | Segment | JourneyMap)
    return user.name, Mark(icon=_ICONS[type(user)])


_ICONS: dict[type[Record], str] = {
    Process: "route",
    Stage: "columns-3",
    Segment: "users",
    JourneyMap: "map",
}


def _ways(project: Project, through: Iterable[Record]) -> Iterable[str]:
    """What the user says with the entry, where that isn't plain."""
    for record in through:
        if isinstance(record, Responsibility):
            yield choice_name(record.role, tr.language)
        elif isinstance(record, Interaction):
            yield tr("in an interaction")
        elif isinstance(record, Improvement):
            yield tr("in an improvement")
        elif isinstance(record, Party):
            yield tr("belongs to it")
        elif isinstance(record, Classification):
            yield axis_value_name(project.get(AxisValue, record.value), tr.language)
        elif isinstance(record, CustomValue):
            yield " ".join(record.value.split())
