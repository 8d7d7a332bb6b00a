"""A person's hands on the window of the catalogues: keys only."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.model.change import Change
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.ui.catalogues.entries import EntryList
from journeyeditor.ui.catalogues.kinds import CATALOGUES
from journeyeditor.ui.catalogues.window import CatalogueWindow
from journeyeditor.ui.editor import Editor
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.picker import Picker
from tests.ui.hands import CTRL, type_letter


class Shelf:
    """Acts on a window of the catalogues of an open document."""

    def __init__(self, qtbot: QtBot, document: Document, shown: CatalogueWindow) -> None:
        self.qtbot, self.document, self.shown = qtbot, document, shown
        QTest.qWaitForWindowExposed(shown)
        activate(qtbot, shown)

    @property
    def project(self) -> Project:
        return self.document.project

    @property
    def listed(self) -> list[str]:
        """The names of the entries that are listed."""
        return [entry.text for entry in self.shown.list.entries]

    @property
    def chosen(self) -> str:
        """The id of the one selected entry."""
        [id] = self.shown.list.selected
        return str(id)

    def turn(self, kind: type[Record]) -> None:
        """Walk to a catalogue with the arrow keys, and into its list."""
        self.shown.nav.setFocus()
        self.key(Qt.Key.Key_Home)
        for _ in range([catalogue.kind for catalogue in CATALOGUES].index(kind)):
            self.key(Qt.Key.Key_Down)
        assert self.shown.catalogue.kind is kind
        self.key(Qt.Key.Key_Return)
        assert self.focus is self.shown.list

    def take(self, name: str) -> None:
        """Look for an entry, and select the first that is found."""
        self.qtbot.keyClick(self.shown, Qt.Key.Key_F, CTRL)
        assert self.focus is self.shown.search
        self.shown.search.selectAll()
        self.enter(name)
        assert self.focus is self.shown.list

    def add(self, name: str) -> None:
        """Type a new name on the last row of the list."""
        self.shown.listing.adder.setFocus()
        self.type(name[0])
        self.choose(name[1:])

    def choose(self, text: str) -> None:
        """Type into the list that has opened, and press Enter."""
        [picker] = [one for one in self.shown.findChildren(Picker) if one.isVisible()]
        for letter in text:
            type_letter(picker.search, letter)
        self.qtbot.keyClick(picker.search, Qt.Key.Key_Return)

    def field(self, title: str) -> Field:
        """The field of a title in the form that is shown."""
        fields = self.shown.detail.form(self.shown.catalogue.kind).findChildren(Field)
        return next(field for field in fields if field.title.text() == title)

    @property
    def uses(self) -> EntryList:
        """The list of what uses the entry."""
        return self.field("Used by").list  # type: ignore[attr-defined,no-any-return]

    def go_to(self, row: int) -> None:
        """Enter on one of the uses."""
        self.uses.setFocus()
        self.key(Qt.Key.Key_Home)
        for _ in range(row):
            self.key(Qt.Key.Key_Down)
        self.key(Qt.Key.Key_Return)

    def rename(self, name: str) -> None:
        """F2 and another name; the name is not finished."""
        self.key(Qt.Key.Key_F2)
        self.key(Qt.Key.Key_A, CTRL)
        self.type(name)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        none = Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.focus, key, modifiers or none)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            type_letter(self.focus, letter)

    def enter(self, text: str) -> None:
        """Type and press Enter."""
        self.type(text)
        self.key(Qt.Key.Key_Return)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Give a window the keyboard; another one may still be about to get it."""

    def active() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(active)


def shelf_of(qtbot: QtBot, document: Document) -> Shelf:
    """A window of the catalogues alone, wired to a document."""
    shown = CatalogueWindow(None, editable=True)
    qtbot.addWidget(shown)
    editor = Editor(document)
    editor.setParent(shown)
    shown.edited.connect(editor.do)
    shown.left.connect(document.seal)
    shown.undo_asked.connect(editor.undo)
    shown.redo_asked.connect(editor.redo)

    def follow(_change: Change, _before: Project, after: Project) -> None:
        shown.refresh(after)

    document.subscribe(follow)
    shown.refresh(document.project)
    shown.show()
    return Shelf(qtbot, document, shown)
