"""The window of the catalogues: which one, its entries, and what is known about the selected."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Party, Process
from journeyeditor.model.uses import count_uses
from journeyeditor.translation import tr
from journeyeditor.ui.catalogues.detail import Detail
from journeyeditor.ui.catalogues.entries import Entry, EntryList
from journeyeditor.ui.catalogues.kinds import CATALOGUES, Catalogue
from journeyeditor.ui.catalogues.listing import Listing
from journeyeditor.ui.catalogues.removal import Removal
from journeyeditor.ui.catalogues.steps import adding, adding_standard, merging, moving, removing
from journeyeditor.ui.chrome.controls import label, line
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.picker import New, Offer, Picker

SIZE, LEFT, MIDDLE = (1080, 640), 268, 340
"""Pixels at 96 dots an inch: the window, and its two columns of lists at their widest."""


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
        self.listing = Listing(editable=editable)
        self.list, self.search = self.listing.list, self.listing.search
        self.detail = Detail(editable=editable)
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
        self.nav.select([catalogue])
        self.listing.select([id])

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

    def _show(self) -> None:
        """Show the catalogue and what is selected of it."""
        self.listing.show_catalogue(self.catalogue, self._project)
        self._show_detail()

    def _show_detail(self) -> None:
        self.detail.show_entries(self.catalogue, self._project, self.listing.selected)
        if missed := self.listing.missed:
            adds = tr("Nothing found. Enter adds “{name}”.", name=missed)
            self.detail.say(adds if self._editable else tr("Nothing found."))

    def _leave(self, show: Callable[[], None]) -> None:
        """Ask for what is typed for the entries before others are shown."""
        self.detail.flush()
        self.left.emit()
        show()

    # What it does

    def add(self, text: str = "") -> None:
        """Open the list of what can be added, with some text typed already."""
        offers = self.catalogue.on_offer(self._project)
        picker = Picker(self, offers, tr("Type a name"), makes=True)
        picker.chosen.connect(self._add)
        picker.open_at(self.listing.adder, text)

    def _add(self, value: Any) -> None:
        """Add a new name or what came with the program; what is there already is shown."""
        id = value
        if isinstance(value, New):
            id, edit = adding(self.catalogue, value.name)
            self._ask(edit)
        elif isinstance(value, tuple):
            id, edit = adding_standard(self.catalogue, value)
            self._ask(edit)
        self.listing.select([id])
        self.detail.enter()

    def merge(self) -> None:
        """Open the list of what the selected entries can become one with."""
        ids = self.listing.selected
        others = self.catalogue.others(self._project, ids)
        if not self._editable or not self.catalogue.merges or not ids or not others:
            return
        picker = Picker(self, others, tr("Merge into…"), makes=False)
        picker.chosen.connect(lambda keep: self._merge(ids, keep))
        picker.open_at(self.detail.merge)

    def _merge(self, ids: Sequence[Id], keep: Id) -> None:
        self._ask(merging(self.catalogue, self._project, ids, keep))
        self.listing.select([keep])
        self.list.setFocus()

    def remove(self) -> None:
        """Remove the selected entries, after the question what becomes of their uses."""
        ids, kind = self.listing.selected, self.catalogue.kind
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
        ids = self.listing.selected
        if self._editable and self.catalogue.ordered and len(ids) == 1:
            edit = moving(self.catalogue, self._project, ids[0], by)
            if edit is not None:
                self._ask(edit)

    def _ask(self, edit: Any) -> None:
        """Ask for an edit that is a step of its own."""
        self._leave(lambda: self.edited.emit(edit))
        self.left.emit()

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

    # How it is built

    def _lay_out(self) -> None:
        left = QFrame()
        left.setObjectName("catalogue-column")
        left.setMaximumWidth(scaled(LEFT))
        self.listing.setMaximumWidth(scaled(MIDDLE))
        title = label(tr("Catalogues"), "dialog-title")
        title.setContentsMargins(12, 14, 12, 8)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(self.nav, 1)
        row = line([], QHBoxLayout(self), 0)
        for part, share in ((left, 5), (self.listing, 6), (self.detail, 7)):
            row.addWidget(part, share)

    def _connect(self) -> None:
        listing, detail = self.listing, self.detail
        self.nav.chosen.connect(lambda: self._leave(self._show))
        self.nav.opened.connect(lambda _: self.list.setFocus())
        listing.chosen.connect(lambda: self._leave(self._show_detail))
        listing.opened.connect(detail.enter)
        listing.add_asked.connect(self.add)
        listing.remove_asked.connect(self.remove)
        listing.menu_asked.connect(self._open_menu)
        listing.moved.connect(self._move)
        detail.merge_asked.connect(self.merge)
        detail.remove_asked.connect(self.remove)
        detail.opened.connect(self._go)
        detail.edited.connect(self.edited)
        detail.left.connect(self.left)
        detail.refused.connect(self.refused)
        for keys, act in (
            ("Ctrl+F", self.search.setFocus),
            ("F2", detail.enter),
            ("Ctrl+Z", lambda: self._leave(self.undo_asked.emit)),
            ("Ctrl+Shift+Z", lambda: self._leave(self.redo_asked.emit)),
            ("Ctrl+Y", lambda: self._leave(self.redo_asked.emit)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
