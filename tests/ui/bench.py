"""An inspector on a real document, for tests of its fields."""

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.document import Document
from journeyeditor.drawing.theme import LIGHT
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.ui.chrome.look import style_sheet
from journeyeditor.ui.inspector.fields.field import Field
from journeyeditor.ui.inspector.fields.links import LinksField
from journeyeditor.ui.inspector.fields.records import RecordsField
from journeyeditor.ui.inspector.panel import Inspector
from journeyeditor.ui.inspector.picker import Picker

R = TypeVar("R", bound=Record)


class Bench:
    """An inspector on a real document, without a window around it."""

    def __init__(self, qtbot: QtBot, document: Document) -> None:
        self.document = document
        self.panel = Inspector(document.assets)
        self.panel.setStyleSheet(style_sheet(LIGHT))
        qtbot.addWidget(self.panel)
        self.panel.resize(384, 900)
        self.panel.edited.connect(self._do)
        self.panel.left.connect(document.seal)
        document.subscribe(lambda _change, _before, after: self.panel.refresh(after))
        self.panel.show()
        self.panel.activateWindow()
        QTest.qWaitForWindowActive(self.panel)

    def _do(self, edit) -> None:  # type: ignore[no-untyped-def]
        if change := edit(self.document.project):
            self.document.perform(change)

    @property
    def project(self) -> Project:
        return self.document.project

    def select(self, *keys: tuple[str, str]) -> None:
        self.panel.show_selection(self.project, keys, self.project.maps()[0].id)

    def field(self, kind, title: str = ""):  # type: ignore[no-untyped-def]
        """The field of a kind and title on whichever panel has it, which comes to the front."""
        form = self.panel.form
        for panel in form.panels:
            form.show_panel(panel)
            for field in form.findChildren(kind):
                if title in ("", field.title.text()) and field.isVisibleTo(form):
                    return field
        raise AssertionError(f"no {kind.__name__} {title}")

    def pick(self, field, text: str) -> None:  # type: ignore[no-untyped-def]
        """Open a field's list, type, and take the first row with Enter."""
        (field.add if isinstance(field, LinksField) else field.open)("")
        picker = field.findChildren(Picker)[-1]
        QTest.keyClicks(picker.search, text)
        QTest.keyClick(picker.search, Qt.Key.Key_Return)

    def enter(self, text: str, *keys: Qt.Key) -> None:
        """Type into whatever has the focus, then press some keys."""
        for sign in text:
            if sign.isascii():
                QTest.keyClicks(self.focus, sign)
            else:  # which QTest cannot type
                plain = Qt.KeyboardModifier.NoModifier
                event = QKeyEvent(QEvent.Type.KeyPress, 0, plain, sign)
                QApplication.sendEvent(self.focus, event)
        self.press(*keys)

    def press(
        self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(self.focus, key, held)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def write(self, field: RecordsField, *lines: str) -> None:
        """Write records into a list, one after the other."""
        field.list.adder.click()
        for text in lines:
            self.enter(text, Qt.Key.Key_Return)
        self.press(Qt.Key.Key_Escape)

    def open(self, field: RecordsField | LinksField, index: int = 0) -> tuple[Field, ...]:
        """Open a row of a list with Enter; the fields that it shows."""
        field.list.heads[index].setFocus()
        self.press(Qt.Key.Key_Return)
        return field.sheet.fields

    def all(self, kind: type[R]) -> list[R]:
        """The records of a kind in their order."""
        return list(self.project.ordered(kind))

    def undo(self) -> str:
        """Take back the last step; its name."""
        change = self.document.undo()
        assert change is not None
        return change.label.text


def card(bench: Bench) -> Placement:
    return next(iter(bench.project.all(Placement)))


def touchpoint(bench: Bench) -> Touchpoint:
    return bench.project.get(Touchpoint, card(bench).touchpoint)
