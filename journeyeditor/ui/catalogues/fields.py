"""The fields of each catalogue's entries."""

from collections.abc import Callable, Sequence
from typing import Any

from journeyeditor.catalogue import (
    FAMILY_ICONS,
    axis_name,
    axis_value_name,
    channel_name,
    family_name,
)
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import Better, ChannelFamily, CustomKind
from journeyeditor.model.edits.merging import replace_records
from journeyeditor.model.edits.records import remove_records
from journeyeditor.model.fields import Record, revise
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Channel,
    CustomField,
    DataItem,
    Metric,
    Party,
    Process,
)
from journeyeditor.model.uses import count_uses
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.icons import IconField
from journeyeditor.ui.catalogues.removal import Removal
from journeyeditor.ui.inspector.fields.choices import SegmentedField, ValueField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.parties import party_fields
from journeyeditor.ui.inspector.fields.processes import process_fields
from journeyeditor.ui.inspector.fields.records import RecordsField, Steps
from journeyeditor.ui.inspector.fields.text import TextField, name_field
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.pickbutton import PickButton
from journeyeditor.ui.inspector.picker import Offer, Picker
from journeyeditor.ui.inspector.rows import Row


def entry_fields(kind: type[Record]) -> list[Field]:
    """What is known about an entry of a catalogue."""
    return list(_FIELDS[kind]())


class SpokenNameField(TextField):
    """The name of an entry that may have come with the program.

    Such a one has no name of its own but speaks the reader's language; whoever calls it again what
    the program calls it gives it back that name.
    """

    def __init__(self, kind: type[Record], name: Callable[[Any, str], str]) -> None:
        step = Label("Rename")
        super().__init__(tr("Name"), kind, "name", step, multiline=False, required=True)
        self._spoken = name

    def read(self, project: Project, id: Id) -> str:
        return self._spoken(project.get(self._kind, id), tr.language)

    def write(self, project: Project, ids: Sequence[Id], text: str) -> Change | None:
        records = (project.get(self._kind, id) for id in ids)
        given = {self._spoken(revise(record, name=""), tr.language) for record in records}
        return super().write(project, ids, "" if given == {text.strip()} else text)


class FamilyField(ValueField):
    """The family of a channel, which gives it its colour."""

    def __init__(self) -> None:
        super().__init__(tr("Family"), Channel, "family", Label("Set family"))
        self.button = PickButton()
        self.hold(self.button)
        self.button.asked.connect(self.open)

    def show_value(self, value: Any) -> None:
        known = isinstance(value, ChannelFamily)
        self.button.show_offer(_family(value) if known else None, tr("Several"))

    def open(self, text: str = "") -> None:
        """Open the list, with some text typed already."""
        offers = [_family(family) for family in ChannelFamily]
        picker = Picker(self, offers, tr("Search"), makes=False)
        picker.chosen.connect(self._choose)
        picker.open_at(self.button, text)

    def _choose(self, family: ChannelFamily) -> None:
        self.ask(family)
        self.left.emit()
        self.button.setFocus()


def _family(family: ChannelFamily) -> Offer:
    mark = Mark(icon=FAMILY_ICONS[family], colour=family)
    return Offer(family, family_name(family, tr.language), "", mark)


class AxisValuesField(RecordsField):
    """The values of an axis in their order."""

    kind, owner, text = AxisValue, "axis", "name"
    about = Axis

    def __init__(self) -> None:
        steps = Steps(Label("Add value"), Label("Remove value"), Label("Move value"))
        super().__init__(
            tr("Values"),
            steps,
            add=tr("Add a value"),
            single=tr("Select one axis to see its values."),
            fields=lambda: [SpokenNameField(AxisValue, axis_value_name)],
        )

    def row(self, record: Any) -> Row:
        count = count_uses(self.project, AxisValue, record.id)
        note = tr.plural("{count} touchpoint", "{count} touchpoints", count)
        return Row(record.id, axis_value_name(record, tr.language), note)

    def remove(self, value: Any) -> None:
        count = count_uses(self.project, AxisValue, value)
        if not count:
            self._go(value, "")
            return
        dialog = self._question(value, count)
        dialog.accepted.connect(lambda: self._go(value, dialog.replacement))
        dialog.open()

    def _question(self, value: Id, count: int) -> Removal:
        record = self.project.get(AxisValue, value)
        values = self.project.where(AxisValue, axis=record.axis)
        others = (other for other in values if other.id != value)
        name = axis_value_name(record, tr.language)
        return Removal(
            self,
            tr.plural(
                "{count} touchpoint is “{name}”.",
                "{count} touchpoints are “{name}”.",
                count,
                name=name,
            ),
            tr("They lose their place on this axis."),
            [Offer(other.id, axis_value_name(other, tr.language)) for other in others],
        )

    def _go(self, value: Id, by: Id) -> None:
        step = Label("Remove value")
        if by:
            self.ask(lambda project: replace_records(project, AxisValue, [value], by, step))
        else:
            self.ask(lambda project: remove_records(project, AxisValue, [value], step))


def _channel() -> Sequence[Field]:
    return SpokenNameField(Channel, channel_name), FamilyField(), IconField()


def _data() -> Sequence[Field]:
    return (name_field(tr("Name"), DataItem),)


def _metric() -> Sequence[Field]:
    better = tuple((choice_name(value, tr.language), value) for value in Better)
    unit = Label("Set unit")
    return (
        name_field(tr("Name"), Metric),
        TextField(tr("Unit"), Metric, "unit", unit, multiline=False, hint=tr("%, min, points…")),
        SegmentedField(tr("Direction"), Metric, "better", Label("Set direction"), better),
    )


def _axis() -> Sequence[Field]:
    return SpokenNameField(Axis, axis_name), AxisValuesField()


def _own_field() -> Sequence[Field]:
    kinds = tuple((choice_name(kind, tr.language), kind) for kind in CustomKind)
    return (
        name_field(tr("Name"), CustomField),
        SegmentedField(tr("What it holds"), CustomField, "kind", Label("Set kind"), kinds),
    )


_FIELDS: dict[type[Record], Callable[[], Sequence[Field]]] = {
    Channel: _channel,
    Party: party_fields,
    Process: process_fields,
    DataItem: _data,
    Metric: _metric,
    Axis: _axis,
    CustomField: _own_field,
}
