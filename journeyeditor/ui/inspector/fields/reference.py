"""Fields that point at one record: chosen from a list with type-ahead, or made there."""

from collections.abc import Iterable, Sequence
from typing import Any

from journeyeditor.model.change import Label
from journeyeditor.model.choices import PartyKind
from journeyeditor.model.edits.records import set_reference
from journeyeditor.model.fields import Record, make
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Measure, Metric, Party, Placement, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.pickbutton import PickButton
from journeyeditor.ui.inspector.picker import New, Offer, Picker


class ReferenceField(Field):
    """Shows what a field of records points at; opens a list to choose, make or clear it."""

    makes = True
    """Whether people can make a new one here."""

    def __init__(
        self, title: str, kind: type[Record], name: str, step: Label, *, beside: bool = False
    ) -> None:
        super().__init__(title, beside=beside)
        self.about = kind
        self.covers = frozenset({(kind, name)})
        self.empty, self.nothing, self.hint = "", tr("None"), ""
        self._kind, self._name, self._step = kind, name, step
        self.project = Project()
        self.subject: Subject = {}
        self._ids: Sequence[Id] = ()
        self.button = PickButton()
        self.hold(self.button)
        self.button.asked.connect(self.open)
        self.button.cleared.connect(lambda: self._choose(None))

    def target(self, id: Id) -> Record | None:
        """The record of an id."""
        raise NotImplementedError

    def known(self) -> Iterable[Record]:
        """What could be chosen, in its order."""
        raise NotImplementedError

    def offer(self, record: Any) -> Offer:
        """How a record reads; its value is the record."""
        raise NotImplementedError

    def make(self, name: str) -> Record:
        """A new record of a name."""
        raise NotImplementedError

    @property
    def chosen(self) -> Any:
        """The id that all point at, None, or SEVERAL."""
        return common([getattr(self.project.get(self._kind, id), self._name) for id in self._ids])

    def refresh(self, project: Project, subject: Subject) -> None:
        self.project, self.subject = project, subject
        self._ids = tuple(subject.get(self._kind, ()))
        chosen = self.chosen
        record = self.target(chosen) if chosen and chosen is not SEVERAL else None
        empty = tr("Several") if chosen is SEVERAL else self.empty
        self.button.show_offer(self.offer(record) if record else None, empty)

    def open(self, text: str = "") -> None:
        """Open the list, with some text typed already."""
        offers = [self.offer(record) for record in self.known()]
        if self.chosen:
            offers.append(Offer(None, self.nothing, mark=Mark(icon="circle-dashed")))
        picker = Picker(self, offers, self.hint, makes=self.makes)
        picker.chosen.connect(self._choose)
        picker.open_at(self.button, text)

    def _choose(self, value: Any) -> None:
        target = self.make(value.name) if isinstance(value, New) else value
        kind, ids, name, step = self._kind, self._ids, self._name, self._step
        self.edited.emit(lambda p: set_reference(p, kind, ids, name, target, step))
        self.left.emit()
        self.button.setFocus()


class PartyField(ReferenceField):
    """A person or department; with `made` only those of that kind."""

    def __init__(
        self,
        title: str,
        kind: type[Record],
        name: str,
        step: Label,
        *,
        made: PartyKind | None = None,
    ) -> None:
        super().__init__(title, kind, name, step)
        self._only = made
        department = made is PartyKind.DEPARTMENT
        self.empty = tr("No department") if department else tr("Nobody yet")
        self.hint = (
            tr("Search or add a department")
            if department
            else tr("Search or add a person or department")
        )

    def target(self, id: Id) -> Party | None:
        return self.project.find(Party, id)

    def known(self) -> list[Party]:
        parties = (
            party
            for party in self.project.all(Party)
            if party.id not in self._ids and self._only in (None, party.kind)
        )
        return sorted(parties, key=lambda party: fold(party.name))

    def offer(self, record: Any) -> Offer:
        return Offer(record, record.name, party_note(self.project, record), party_mark(record))

    def make(self, name: str) -> Party:
        return make(Party, name=name, kind=self._only or PartyKind.PERSON)


class MeasureField(ReferenceField):
    """A metric of the same touchpoint."""

    makes = False

    def __init__(self, title: str, kind: type[Record], name: str, step: Label) -> None:
        super().__init__(title, kind, name, step)
        self.empty = tr("No metric")
        self.hint = tr("Search a metric of this touchpoint")

    def target(self, id: Id) -> Measure | None:
        return self.project.find(Measure, id)

    def known(self) -> list[Measure]:
        touchpoints = {
            subject.touchpoint if isinstance(subject, Placement) else subject.id
            for id in self._ids
            if (subject := self._subject_of(id))
        }
        return [m for id in sorted(touchpoints) for m in self.project.where(Measure, subject=id)]

    def _subject_of(self, id: Id) -> Placement | Touchpoint | None:
        subject = getattr(self.project.get(self._kind, id), "subject", None)
        return self.project.find(Placement, subject) or self.project.find(Touchpoint, subject)

    def offer(self, record: Any) -> Offer:
        metric = self.project.get(Metric, record.metric)
        return Offer(record, metric.name, metric.unit, Mark(icon="gauge"))


def party_mark(party: Party) -> Mark:
    """The initials of a party on a disc; departments have corners."""
    words = [word for word in party.name.split() if word[:1].isalnum()] or [party.name]
    initials = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return Mark(initials=initials.upper(), square=party.kind is PartyKind.DEPARTMENT)


def party_note(project: Project, party: Party) -> str:
    """What is said below the name of a party."""
    if party.kind is PartyKind.DEPARTMENT:
        return tr("Department")
    department = project.find(Party, party.department)
    if department:
        return department.name
    return tr("Person") if party.kind is PartyKind.PERSON else tr("Person or department")
