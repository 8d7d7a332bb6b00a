"""The window of the catalogues: which one, its entries, and what is known about the selected."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Party, Process
from journeyeditor.model.uses import count_uses
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.detail import Detail
from journeyeditor.ui.catalogues.entries import Entry, EntryList
from journeyeditor.ui.catalogues.kinds import CATALOGUES, Catalogue
from journeyeditor.ui.catalogues.removal import Removal
from journeyeditor.ui.catalogues.steps import adding, adding_standard, merging, moving, removing
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.picker import New, Offer, Picker, matching
from journeyeditor.ui.inspector.rows import Adder

SIZE, LEFT, MIDDLE = (1080, 640), 256, 340
"""Pixels at 96 dots an inch: the window, and its two columns of lists."""


class CatalogueWindow(QDialog):
    """Stays open beside the map; going to a use hides it, and it comes back as it was.

    `edited` carries edits, `left` ends the merging of typed ones, `visit_asked` carries the record
    to be shown on the map.
    """

    edited = Signal(object)
    left = Signal()
    refused = Signal(object)
    visit_asked = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget | None, *, editable: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Catalogues"))
        room = self.screen().availableGeometry().size()
        wanted = (scaled(side) for side in SIZE)
        self.resize(*(min(a, b) for a, b in zip(wanted, room.toTuple(), strict=True)))
        self._project = Project()
        self._editable = editable
        self.nav = EntryList(tr("Catalogues"))
        self.search = QLineEdit(placeholderText=tr("Search"))
        self.search.setAccessibleName(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.list = EntryList("", several=True)
        self.adder = Adder("")
        self.detail = Detail(editable=editable)
        self.adder.setVisible(editable)
        self._lay_out()
        self._connect()
        self.nav.show_entries(self._titles())
        self.nav.select([CATALOGUES[0]])

    @property
    def catalogue(self) -> Catalogue:
        """The one that is shown."""
        return next(iter(self.nav.selected), CATALOGUES[0])

    # What it shows

    def refresh(self, project: Project) -> None:
        """Show what the project says now."""
        if project is self._project:
            return
        self._project = project
        self.nav.show_entries(self._titles())
        self._show()

    def show_entry(self, kind: type[Record], id: Id) -> None:
        """Show an entry of a catalogue."""
        [catalogue] = [catalogue for catalogue in CATALOGUES if catalogue.kind is kind]
        self.search.clear()
        self.nav.select([catalogue])
        self.list.select([id])

    def flush(self) -> None:
        """Ask for everything that is typed but not yet asked for."""
        self.detail.flush()

    def _titles(self) -> list[Entry]:
        project = self._project
        return [
            Entry(
                catalogue,
                tr(catalogue.title),
                mark=Mark(icon=catalogue.icon),
                aside=tr.number(project.count(catalogue.kind)),
            )
            for catalogue in CATALOGUES
        ]

    def _turn(self) -> None:
        """Show another catalogue."""
        self.detail.flush()
        self.left.emit()
        self.list.select([])
        self.search.clear()
        self._show()

    def _show(self) -> None:
        catalogue, project = self.catalogue, self._project
        self.list.setAccessibleName(tr(catalogue.title))
        self.adder.setText(tr(catalogue.add))
        offers = matching(catalogue.entries(project), self.search.text())
        self.list.show_entries([self._entry(offer) for offer in offers])
        self._show_detail()

    def _entry(self, offer: Offer) -> Entry:
        count = count_uses(self._project, self.catalogue.kind, offer.value)
        spoken = tr.plural("used in {count} place", "used in {count} places", count)
        return Entry(
            offer.value, offer.text, offer.note, offer.mark, offer.words, tr.number(count), spoken
        )

    def _show_detail(self) -> None:
        kind, project = self.catalogue.kind, self._project
        ids = [id for id in self.list.selected if project.find(kind, id)]
        self.detail.show_entries(self.catalogue, project, ids)
        sought = self.search.text().strip()
        if sought and not self.list.entries:
            adds = tr("Nothing found. Enter adds “{name}”.", name=sought)
            self.detail.say(adds if self._editable else tr("Nothing found."))

    def _choose(self) -> None:
        """Other entries are selected: what is typed is for those before."""
        self.detail.flush()
        self.left.emit()
        self._show_detail()

    # What it does

    def add(self, text: str = "") -> None:
        """Open the list of what can be added, with some text typed already."""
        offers = self.catalogue.on_offer(self._project)
        picker = Picker(self, offers, tr("Type a name"), makes=True)
        picker.chosen.connect(self._add)
        picker.open_at(self.adder, text)

    def _add(self, value: Any) -> None:
        """Add a new name or what came with the program; what is there already is shown."""
        id = value
        if isinstance(value, New):
            id, edit = adding(self.catalogue, value.name)
            self._ask(edit)
        elif isinstance(value, tuple):
            id, edit = adding_standard(self.catalogue, value)
            self._ask(edit)
        self.search.clear()
        self.list.select([id])
        self.detail.enter()

    def merge(self) -> None:
        """Open the list of what the selected entries can become one with."""
        ids = self.list.selected
        others = self.catalogue.others(self._project, ids)
        if not self._editable or not self.catalogue.merges or not ids or not others:
            return
        picker = Picker(self, others, tr("Merge into…"), makes=False)
        picker.chosen.connect(lambda keep: self._merge(ids, keep))
        picker.open_at(self.detail.merge)

    def _merge(self, ids: Sequence[Id], keep: Id) -> None:
        self._ask(merging(self.catalogue, self._project, ids, keep))
        self.search.clear()
        self.list.select([keep])
        self.list.setFocus()

    def remove(self) -> None:
        """Remove the selected entries, after the question what becomes of their uses."""
        ids, kind = self.list.selected, self.catalogue.kind
        count = sum(count_uses(self._project, kind, id) for id in ids)
        if not self._editable or not ids:
            return
        if not count:
            self._remove(ids, "")
            return
        dialog = Removal(
            self, self._question(ids, count), tr(self.catalogue.clears), self._replacements(ids)
        )
        dialog.accepted.connect(lambda: self._remove(ids, dialog.replacement))
        dialog.open()

    def _question(self, ids: Sequence[Id], count: int) -> str:
        if len(ids) > 1:
            return tr.plural(
                "These entries are used in {count} place.",
                "These entries are used in {count} places.",
                count,
            )
        return tr.plural(
            "“{name}” is used in {count} place.",
            "“{name}” is used in {count} places.",
            count,
            name=self.catalogue.name(self._project, ids[0]),
        )

    def _replacements(self, ids: Sequence[Id]) -> list[Offer]:
        return self.catalogue.others(self._project, ids) if self.catalogue.merges else []

    def _remove(self, ids: Sequence[Id], by: Id) -> None:
        self._ask(removing(self.catalogue, self._project, ids, by))
        self.list.setFocus()

    def _move(self, by: int) -> None:
        """Move the selected entry of a catalogue that has an order."""
        ids = self.list.selected
        if self._editable and self.catalogue.ordered and len(ids) == 1:
            edit = moving(self.catalogue, self._project, ids[0], by)
            if edit is not None:
                self._ask(edit)

    def _ask(self, edit: Any) -> None:
        """Ask for an edit that is a step of its own."""
        self.detail.flush()
        self.left.emit()
        self.edited.emit(edit)
        self.left.emit()

    def _travel(self, way: SignalInstance) -> None:
        self.detail.flush()
        self.left.emit()
        way.emit()

    def _go(self, user: Record) -> None:
        """To an entry of another catalogue, or to the map, which this window then uncovers."""
        if isinstance(user, Party | Process):
            self.show_entry(type(user), user.id)
            self.list.setFocus()
        else:
            self.hide()
            self.visit_asked.emit(user)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Rename")).triggered.connect(self.detail.enter)
        if self.catalogue.merges:
            menu.addAction(tr("Merge into…")).triggered.connect(self.merge)
        if self.catalogue.ordered:
            menu.addAction(tr("Move up")).triggered.connect(lambda: self._move(-1))
            menu.addAction(tr("Move down")).triggered.connect(lambda: self._move(1))
        menu.addSeparator()
        menu.addAction(tr("Remove")).triggered.connect(self.remove)
        for action in menu.actions():
            action.setEnabled(self._editable)
        menu.popup(place)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self._enter_search()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        self.left.emit()
        super().hideEvent(event)

    def _enter_search(self) -> None:
        """To what is found; where nothing is, to what can be added under that name."""
        if self.list.entries:
            self.list.setFocus()
            self.list.select([self.list.entries[0].value])
        elif self._editable:
            self.add(self.search.text())

    # How it is built

    def _lay_out(self) -> None:
        left, middle = _column(scaled(LEFT)), _column(scaled(MIDDLE))
        title = label(tr("Catalogues"), "dialog-title")
        title.setContentsMargins(12, 14, 12, 8)
        _fill(left, [title, self.nav])
        head = QWidget()
        over = QVBoxLayout(head)
        over.setContentsMargins(12, 12, 12, 8)
        over.addWidget(self.search)
        _fill(middle, [head, self.list, self.adder])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part, weight in ((left, 0), (middle, 0), (self.detail, 1)):
            row.addWidget(part, weight)

    def _connect(self) -> None:
        self.nav.chosen.connect(self._turn)
        self.nav.opened.connect(lambda _: self.list.setFocus())
        self.search.textChanged.connect(lambda _: self._show())
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _: self.detail.enter())
        self.list.remove_asked.connect(self.remove)
        self.list.menu_asked.connect(self._open_menu)
        self.list.moved.connect(self._move)
        self.adder.asked.connect(self.add)
        self.adder.stepped.connect(self.list.setFocus)
        self.detail.merge_asked.connect(self.merge)
        self.detail.remove_asked.connect(self.remove)
        self.detail.opened.connect(self._go)
        self.detail.edited.connect(self.edited)
        self.detail.left.connect(self.left)
        self.detail.refused.connect(self.refused)
        for keys, act in (
            ("Ctrl+F", self.search.setFocus),
            ("F2", self.detail.enter),
            ("Ctrl+Z", lambda: self._travel(self.undo_asked)),
            ("Ctrl+Shift+Z", lambda: self._travel(self.redo_asked)),
            ("Ctrl+Y", lambda: self._travel(self.redo_asked)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)


def _column(width: int) -> QFrame:
    frame = QFrame()
    frame.setObjectName("catalogue-column")
    frame.setFixedWidth(width)
    return frame


def _fill(column: QFrame, parts: Sequence[QWidget]) -> None:
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, 1 if isinstance(part, EntryList) else 0)
