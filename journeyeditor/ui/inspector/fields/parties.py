"""The fields for who has to do with a touchpoint."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QMenu

from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import PartyKind, Role
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.edits.touchpoints import set_parties
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Party, Responsibility
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.links import Linked, LinksField
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.rows import Row, RowList


class PartiesField(LinksField):
    """The parties with one role."""

    covers = frozenset({(Responsibility, "party"), (Responsibility, "role"), (Party, "kind")})

    def __init__(self, role: Role, title: str, note: str = "") -> None:
        rows = RowList(title, tr("Person or department"))
        super().__init__(title, note, tr("Search or add a person or department"), rows)
        self._role = role

    def linked(self, project: Project, touchpoint: Id) -> list[Linked]:
        links = project.where(Responsibility, subject=touchpoint, role=self._role)
        return sorted(
            (project.get(Party, link.party) for link in links), key=lambda p: fold(p.name)
        )

    def known(self) -> Iterable[Linked]:
        return self.project.all(Party)

    def row(self, thing: Any) -> Row:
        return Row(thing.id, thing.name, self._note(thing), party_mark(thing))

    def link(self, project: Project, touchpoint: Id, names: list[str]) -> Change | None:
        return set_parties(project, [touchpoint], self._role, names)

    def full(self) -> bool:
        return self._role is Role.ACCOUNTABLE and bool(self.rows())

    def fill_menu(self, menu: QMenu, value: Any) -> None:
        thing = self.project.get(Party, value)
        kinds = ((PartyKind.PERSON, tr("Person")), (PartyKind.DEPARTMENT, tr("Department")))
        for kind, text in kinds:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(thing.kind is kind)
            action.triggered.connect(lambda _, kind=kind: self._set_kind(thing, kind))
        menu.addSeparator()

    def _note(self, party: Party) -> str:
        if party.kind is PartyKind.DEPARTMENT:
            return tr("Department")
        department = self.project.find(Party, party.department)
        return department.name if department else tr("Person")

    def _set_kind(self, party: Party, kind: PartyKind) -> None:
        step = Label("Kind of “{name}”", name=party.name)
        self.edited.emit(lambda project: set_fields(project, Party, [party.id], step, kind=kind))


def party_mark(party: Party) -> Mark:
    """The initials of a party on a disc; departments have corners."""
    words = [word for word in party.name.split() if word[:1].isalnum()] or [party.name]
    initials = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return Mark(initials=initials.upper(), square=party.kind is PartyKind.DEPARTMENT)


def owner_fields() -> tuple[PartiesField, ...]:
    """The four roles in the order in which people ask for them."""
    return (
        PartiesField(Role.RESPONSIBLE, tr("Responsible"), tr("makes it happen")),
        PartiesField(Role.ACCOUNTABLE, tr("Accountable"), tr("one only")),
        PartiesField(Role.SUPPORTS, tr("Support it")),
        PartiesField(Role.MEETS_CUSTOMER, tr("Meet the customer"), tr("whom they deal with")),
    )
