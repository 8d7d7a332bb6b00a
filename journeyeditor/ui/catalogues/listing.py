"""The middle of the window: a catalogue's entries, looked for by name, and the way to add one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.uses import count_uses
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.entries import ENTER, Entry, EntryList
from journeyeditor.ui.catalogues.kinds import CATALOGUES, Catalogue
from journeyeditor.ui.inspector.picker import Offer, matching
from journeyeditor.ui.inspector.rows import Adder


class Listing(QFrame):
    """Shows the entries that the search finds, with how often each is used.

    `chosen` tells that others are selected, or that there is nothing to select any more;
    `add_asked` carries what was typed already, `moved` whether the selected one goes up or down.
    """

    chosen = Signal()
    opened = Signal()
    add_asked = Signal(str)
    remove_asked = Signal()
    menu_asked = Signal(QPoint)
    moved = Signal(int)

    def __init__(self, *, editable: bool) -> None:
        super().__init__()
        self.setObjectName("catalogue-column")
        self._catalogue, self._project = CATALOGUES[0], Project()
        self._editable = editable
        self.search = QLineEdit(placeholderText=tr("Search"))
        self.search.setAccessibleName(tr("Search"))
        self.list = EntryList("", several=True)
        self.adder = Adder("")
        self.adder.setVisible(editable)
        over = QVBoxLayout()
        over.setContentsMargins(12, 12, 12, 8)
        over.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(over)
        column.addWidget(self.list, 1)
        column.addWidget(self.adder)
        self.search.textChanged.connect(lambda _: self._narrow())
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(lambda _: self.opened.emit())
        self.list.remove_asked.connect(self.remove_asked)
        self.list.menu_asked.connect(self.menu_asked)
        self.list.moved.connect(self.moved)
        self.adder.asked.connect(self.add_asked)
        self.adder.stepped.connect(self.list.setFocus)

    @property
    def selected(self) -> list[Id]:
        """The ids of the selected entries, in their order."""
        found = (self._project.find(self._catalogue.kind, id) for id in self.list.selected)
        return [record.id for record in found if record]

    @property
    def missed(self) -> str:
        """What was looked for and is not there."""
        return "" if self.list.entries else self.search.text().strip()

    def show_catalogue(self, catalogue: Catalogue, project: Project) -> None:
        """Show what the project has of a catalogue; of another one than before, all of it."""
        other = catalogue is not self._catalogue
        self._catalogue, self._project = catalogue, project
        self.list.setAccessibleName(tr(catalogue.title))
        self.adder.setText(tr(catalogue.add))
        if other:
            self.list.select([])
            self.search.clear()
        self._fill()

    def select(self, ids: Sequence[Id]) -> None:
        """Select entries, whatever is looked for."""
        self.search.clear()
        self.list.select(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        searching = self.search.hasFocus()
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif searching and event.key() in ENTER:
            self._enter()
        elif searching and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """To what is found; where nothing is, to what can be added under that name."""
        if self.list.entries:
            self.list.select([self.list.entries[0].value])
            self.list.setFocus()
        elif self._editable:
            self.add_asked.emit(self.search.text())

    def _narrow(self) -> None:
        self._fill()
        self.chosen.emit()

    def _fill(self) -> None:
        offers = matching(self._catalogue.entries(self._project), self.search.text())
        self.list.show_entries([self._entry(offer) for offer in offers])

    def _entry(self, offer: Offer) -> Entry:
        count = count_uses(self._project, self._catalogue.kind, offer.value)
        spoken = tr.plural("used in {count} place", "used in {count} places", count)
        return Entry(
            offer.value, offer.text, offer.note, offer.mark, offer.words, tr.number(count), spoken
        )
