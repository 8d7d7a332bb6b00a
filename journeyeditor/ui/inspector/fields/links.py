"""What the fields share that link things of the map with named things of the catalogues."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QMenu

from journeyeditor.model.change import Change
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import DataItem, Metric, Party, Process, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.field import Subject
from journeyeditor.ui.inspector.fields.listing import MakeFields, RowsField
from journeyeditor.ui.inspector.picker import New, Offer, Picker
from journeyeditor.ui.inspector.rows import Row, RowList

Linked = Party | Process | DataItem | Metric


class LinksField(RowsField):
    """A list of linked things with type-ahead, which makes those that are new.

    Of several subjects it shows what they all share, and adds to or takes from each.
    """

    about: type[Record] | None = Touchpoint

    def __init__(
        self, title: str, note: str, hint: str, rows: RowList, fields: MakeFields = tuple
    ) -> None:
        super().__init__(title, note, rows, fields)
        self._hint = hint

    def linked(self, project: Project, subject: Id) -> list[Linked]:
        """What a subject is linked with, in the order shown."""
        raise NotImplementedError

    def known(self) -> Iterable[Linked]:
        """Everything that could be linked."""
        raise NotImplementedError

    def row(self, thing: Any) -> Row:
        """How a linked thing reads."""
        raise NotImplementedError

    def offer(self, thing: Any) -> Offer:
        """How a thing reads that could be linked."""
        row = self.row(thing)
        return Offer(row.text, row.text, row.note, row.mark)

    def link(self, project: Project, subject: Id, names: list[str]) -> Change | None:
        """The step that links a subject with exactly the things of these names."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu, value: Any) -> None:
        [thing] = [thing for thing in self.shared_things() if thing.id == value]
        place = ("catalogue", type(thing).__name__, value)
        action = menu.addAction(tr("Open in the catalogues"))
        action.triggered.connect(lambda: self.visit_asked.emit(place))

    @property
    def subjects(self) -> Sequence[Id]:
        """The ids of what is selected."""
        assert self.about
        return self.subject.get(self.about, ())

    def rows(self) -> list[Row]:
        return [self.row(thing) for thing in self.shared_things()]

    def about_row(self, value: Any) -> Subject:
        [thing] = [thing for thing in self.shared_things() if thing.id == value]
        return {type(thing): (value,)}

    def add(self, text: str) -> None:
        """Open the list of what could be added."""
        present = {thing.id for thing in self.shared_things()}
        rest = (thing for thing in self.known() if thing.id not in present)
        offers = [self.offer(thing) for thing in sorted(rest, key=lambda it: fold(it.name))]
        picker = Picker(self, offers, self._hint, makes=True)
        picker.chosen.connect(self._link)
        picker.open_at(self.list.adder, text)

    def remove(self, value: Any) -> None:
        gone = [thing.name for thing in self.shared_things() if thing.id == value]
        self._revise(lambda names: [name for name in names if name not in gone])

    def shared_things(self) -> list[Linked]:
        """What all subjects are linked with."""
        found = [self.linked(self.project, id) for id in self.subjects]
        first, *rest = found or [[]]
        return [thing for thing in first if all(thing in other for other in rest)]

    def _link(self, value: object) -> None:
        name = value.name if isinstance(value, New) else str(value)
        self._revise(lambda names: [*names, name])
        self.list.adder.setFocus()

    def _revise(self, revise: Callable[[list[str]], list[str]]) -> None:
        """Ask to give each subject the names that `revise` makes of its present ones."""
        subjects = self.subjects

        def edit(project: Project) -> Change | None:
            whole: Change | None = None
            for subject in subjects:
                names = [thing.name for thing in self.linked(project, subject)]
                if step := self.link(project, subject, revise(names)):
                    project = project.apply(step)
                    whole = whole.then(step) if whole else step
            return whole

        self.ask(edit)
