"""What the fields share that link touchpoints with named things of the catalogues."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from journeyeditor.model.change import Change
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Party, Process, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.inspector.picker import New, Offer, Picker
from journeyeditor.ui.inspector.rows import Row, RowList

Named = Party | Process


class LinksField(Field):
    """A list of linked things with type-ahead, which makes those that are new.

    Of several touchpoints it shows what they all share, and adds to or takes from each.
    """

    about = Touchpoint

    def __init__(self, title: str, note: str, add: str, hint: str) -> None:
        super().__init__(title, note)
        self._hint = hint
        self.project = Project()
        self._touchpoints: tuple[Id, ...] = ()
        self.list = RowList(title, add)
        self.hold(self.list, named=False)
        self.list.add_asked.connect(self.open)
        self.list.remove_asked.connect(self._remove)
        self.list.menu_asked.connect(self._open_menu)

    def linked(self, project: Project, touchpoint: Id) -> list[Named]:
        """What a touchpoint is linked with, in the order shown."""
        raise NotImplementedError

    def known(self) -> Iterable[Named]:
        """Everything that could be linked."""
        raise NotImplementedError

    def row(self, thing: Named) -> Row:
        """How a linked thing reads."""
        raise NotImplementedError

    def link(self, project: Project, touchpoint: Id, names: list[str]) -> Change | None:
        """The step that links a touchpoint with exactly the things of these names."""
        raise NotImplementedError

    def fill_menu(self, menu: QMenu, thing: Named) -> None:
        """Put what else can be done with a linked thing into its menu."""

    def full(self, shown: int) -> bool:
        """Whether a touchpoint can have no more than the `shown` ones."""
        return False

    def refresh(self, project: Project, subject: Subject) -> None:
        self.project = project
        self._touchpoints = tuple(subject.get(Touchpoint, ()))
        rows = [self.row(thing) for thing in self._shared()]
        self.list.show_rows(rows, full=self.full(len(rows)))

    def enter(self) -> None:
        self.list.adder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open(self) -> None:
        """Open the list of what could be added."""
        present = {thing.id for thing in self._shared()}
        rest = sorted(
            (thing for thing in self.known() if thing.id not in present),
            key=lambda thing: fold(thing.name),
        )
        rows = (self.row(thing) for thing in rest)
        offers = [Offer(row.text, row.text, row.note, row.mark) for row in rows]
        picker = Picker(self, offers, self._hint, makes=True)
        picker.chosen.connect(self._add)
        picker.open_at(self.list.adder)

    def _shared(self) -> list[Named]:
        found = [self.linked(self.project, id) for id in self._touchpoints]
        first, *rest = found or [[]]
        return [thing for thing in first if all(thing in other for other in rest)]

    def _add(self, value: object) -> None:
        name = value.name if isinstance(value, New) else str(value)
        self._ask(lambda names: [*names, name])

    def _remove(self, id: Id) -> None:
        gone = [thing.name for thing in self._shared() if thing.id == id]
        self._ask(lambda names: [name for name in names if name not in gone])

    def _ask(self, revise: Callable[[list[str]], list[str]]) -> None:
        """Ask to give each touchpoint the names that `revise` makes of its present ones."""
        touchpoints = self._touchpoints

        def edit(project: Project) -> Change | None:
            whole: Change | None = None
            for touchpoint in touchpoints:
                names = [thing.name for thing in self.linked(project, touchpoint)]
                if step := self.link(project, touchpoint, revise(names)):
                    project = project.apply(step)
                    whole = whole.then(step) if whole else step
            return whole

        self.edited.emit(edit)
        self.left.emit()

    def _open_menu(self, id: Id, place: QPoint) -> None:
        [thing] = [thing for thing in self._shared() if thing.id == id]
        menu = QMenu(self)
        self.fill_menu(menu, thing)
        menu.addAction(tr("Remove")).triggered.connect(lambda: self._remove(id))
        menu.exec(place)
        menu.deleteLater()
