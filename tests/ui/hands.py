"""A person's hands on a window: mouse and keys only, at the places where things are seen."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeyeditor.drawing.shapes import Key
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint
from journeyeditor.ui.inspector.fields.links import LinksField
from journeyeditor.ui.inspector.picker import Picker
from journeyeditor.ui.window import Window
from journeyeditor.ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hands:
    """Acts on one window with an open document."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        assert window.workspace is not None
        self.window = window
        self.qtbot = qtbot
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        window.workspace.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def project(self) -> Project:
        return self.workspace.document.project

    @property
    def canvas(self) -> QWidget:
        return self.workspace.canvas

    # Finding things

    def stages(self) -> list[str]:
        return [stage.name for stage in self.project.stages(self.workspace.map)]

    def segments(self) -> list[str]:
        return [segment.name for segment in self.project.segments(self.workspace.map)]

    def stage(self, name: str) -> Stage:
        return next(s for s in self.project.stages(self.workspace.map) if s.name == name)

    def segment(self, name: str) -> Segment:
        return next(s for s in self.project.segments(self.workspace.map) if s.name == name)

    def cell(self, stage: str, segment: str) -> list[str]:
        """The names of the cards of a cell."""
        cards = self.project.cell(self.stage(stage).id, self.segment(segment).id)
        return [self.project.get(Touchpoint, card.touchpoint).name for card in cards]

    def card(self, name: str) -> Placement:
        """The first card that shows a touchpoint of this name."""
        for card in self.project.placements(self.workspace.map):
            if self.project.get(Touchpoint, card.touchpoint).name == name:
                return card
        raise AssertionError(f"no card “{name}”")

    # Where things are

    def place(self, key: Key, x: float = 0.5, y: float = 0.5) -> QPoint:
        """A point of a node on the canvas, once in view; x and y are shares of its size."""
        canvas = self.workspace.canvas
        canvas.reveal(key)
        node = canvas.view.place_of(key)
        assert node is not None, f"{key} is not on the map"
        shown = canvas.view.panes.to_canvas(node)
        return QPoint(round(shown.x() + shown.width() * x), round(shown.y() + shown.height() * y))

    # Doing things

    def click(self, key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mouseClick(self.canvas, LEFT, modifiers, self.place(key))

    def double_click(self, key: Key, x: float = 0.5, y: float = 0.5) -> None:
        place = self.place(key, x, y)
        self.qtbot.mouseClick(self.canvas, LEFT, NONE, place)
        self.qtbot.mouseDClick(self.canvas, LEFT, NONE, place)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press on the canvas, move in steps, let go."""
        drag(self.canvas, start, end, modifiers)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self._focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            type_letter(self._focus(), letter)

    def enter(self, text: str) -> None:
        """Type and press Enter."""
        self.type(text)
        self.key(Qt.Key.Key_Return)

    def command(self, id: str) -> None:
        """Choose a command from its menu."""
        action = self.window.actions_by_id[id]
        assert action.isEnabled(), f"{id} is not possible now"
        action.trigger()

    def pick(self, field: QWidget, text: str) -> None:
        """Open a field's list, type, Enter."""
        (field.add if isinstance(field, LinksField) else field.open)("")  # type: ignore[attr-defined]
        picker = field.findChildren(Picker)[-1]
        for letter in text:
            type_letter(picker.search, letter)
        self.qtbot.keyClick(picker.search, Qt.Key.Key_Return)

    def touchpoint(self, card: Placement) -> Touchpoint:
        return self.project.get(Touchpoint, card.touchpoint)

    def names(self, ids: list[Id]) -> list[str]:
        return [self.project.get(Touchpoint, id).name for id in ids]

    def _focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


def drag(
    widget: QWidget, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    """Press on a widget, move in steps, let go.

    QTest moves without buttons and modifiers, so moves are sent as the system would send them.
    """
    QTest.mousePress(widget, LEFT, modifiers, start)
    for step in range(1, 9):
        point = start + (end - start) * step / 8
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(point),
            QPointF(widget.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            LEFT,
            modifiers,
        )
        QApplication.sendEvent(widget, event)
    QTest.mouseRelease(widget, LEFT, modifiers, end)


def type_letter(widget: QWidget, letter: str) -> None:
    """Press the key of any letter; QTest knows but those of ASCII."""
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, letter))
