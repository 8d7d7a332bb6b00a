"""The fields for who has to do with a touchpoint or process."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QMenu

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import PartyKind, Role
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.edits.touchpoints import set_parties
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Party, Responsibility, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.choices import SegmentedField
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.links import Linked, LinksField
from journeyeditor.ui.inspector.fields.reference import PartyField, party_mark, party_note
from journeyeditor.ui.inspector.fields.text import TextField, name_field
from journeyeditor.ui.inspector.rows import Row, RowList


class PartiesField(LinksField):
    """The parties with one role; a row opens to what is known about the party itself."""

    def __init__(
        self, role: Role, title: str, note: str = "", about: type[Record] = Touchpoint
    ) -> None:
        rows = RowList(title, tr("Person or department"))
        hint = tr("Search or add a person or department")
        super().__init__(title, note, hint, rows, party_fields)
        self.covers = frozenset({(Responsibility, name) for name in ("subject", "party", "role")})
        self.about = about
        self._role = role

    def linked(self, project: Project, subject: Id) -> list[Linked]:
        return list(parties_of(project, subject, self._role))

    def known(self) -> Iterable[Linked]:
        return self.project.all(Party)

    def row(self, thing: Any) -> Row:
        return Row(thing.id, thing.name, party_note(self.project, thing), party_mark(thing))

    def link(self, project: Project, subject: Id, names: list[str]) -> Change | None:
        return set_parties(project, [subject], self._role, names)

    def full(self) -> bool:
        return self._role is Role.ACCOUNTABLE and bool(self.shared_things())

    def fill_menu(self, menu: QMenu, value: Any) -> None:
        party = self.project.get(Party, value)
        for text, kind in _kinds():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(party.kind is kind)
            action.triggered.connect(lambda _=False, kind=kind: self._set_kind(party, kind))
        menu.addSeparator()
        for index, words in ((2, tr("In a department…")), (3, tr("Contact…")), (0, tr("Rename…"))):
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, index=index: self._open_at(value, index))
        super().fill_menu(menu, value)
        menu.addSeparator()

    def _open_at(self, value: Any, index: int) -> None:
        """Open a row, with the focus in one of its fields."""
        self.open_row(value)
        field = self.sheet.fields[index]
        field.enter()
        if isinstance(field, PartyField):
            field.open()

    def _set_kind(self, party: Party, kind: PartyKind) -> None:
        step = Label("Kind of “{name}”", name=party.name)
        self.ask(lambda project: set_fields(project, Party, [party.id], step, kind=kind))


def parties_of(project: Project, subject: Id, role: Role) -> list[Party]:
    """The parties that have a role at a touchpoint or process, by name."""
    links = project.where(Responsibility, subject=subject, role=role)
    return sorted((project.get(Party, link.party) for link in links), key=lambda p: fold(p.name))


def party_fields() -> list[Field]:
    """What is known about a person or department."""
    department = Label("Set department")
    return [
        name_field(tr("Name"), Party),
        SegmentedField(tr("What it is"), Party, "kind", Label("Set kind"), _kinds()),
        PartyField(tr("Department"), Party, "department", department, made=PartyKind.DEPARTMENT),
        TextField(tr("Contact"), Party, "contact", Label("Edit contact"), multiline=False),
    ]


def _kinds() -> tuple[tuple[str, PartyKind], ...]:
    return (tr("Person"), PartyKind.PERSON), (tr("Department"), PartyKind.DEPARTMENT)


def owner_fields() -> tuple[PartiesField, ...]:
    """The four roles in the order in which people ask for them."""
    return (
        PartiesField(Role.RESPONSIBLE, tr("Responsible"), tr("makes it happen")),
        PartiesField(Role.ACCOUNTABLE, tr("Accountable"), tr("one only")),
        PartiesField(Role.SUPPORTS, tr("Support it")),
        PartiesField(Role.MEETS_CUSTOMER, tr("Meet the customer"), tr("whom they deal with")),
    )
