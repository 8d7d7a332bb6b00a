"""What moves on the map is painted anew where it was, not only where it has come to."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeyeditor.ui.canvas.canvas import MapCanvas
from journeyeditor.ui.window import Window


class Painted(QObject):
    """Gathers what a widget paints."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.region = QRegion()
        widget.installEventFilter(self)

    def is_still(self) -> bool:
        """Whether nothing was painted since the last call."""
        still = self.region.isEmpty()
        self.region = QRegion()
        QTest.qWait(60)
        return still and self.region.isEmpty()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def place(canvas: MapCanvas, card: str) -> QRect:
    """Where a card is in the body's viewport."""
    node = canvas.view.ground.drawing.find(("card", card))
    assert node
    body = canvas.view.panes._body
    return body.mapFromScene(node.x, node.y, node.width, node.height).boundingRect()


def test_where_a_card_was_is_painted_anew(window: Window, qtbot: QtBot) -> None:
    window.resize(1280, 700)
    window.new_document("sample")
    workspace = window.workspace
    assert workspace
    QTest.qWait(100)
    project = workspace.project
    [map] = project.maps()
    stage, segment = project.stages(map.id)[2], project.segments(map.id)[0]
    above, below = project.cell(stage.id, segment.id)
    before = place(workspace.canvas, below.id)
    workspace.canvas.select([("card", above.id)])
    QTest.keyClick(workspace.canvas, Qt.Key.Key_F2)
    editor = window.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "Short")
    painted = Painted(workspace.canvas.view.panes._body.viewport())
    qtbot.waitUntil(painted.is_still)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(100)
    after = place(workspace.canvas, below.id)
    assert after.top() < before.top()
    assert painted.region.intersected(before) == QRegion(before)
    assert painted.region.intersected(after) == QRegion(after)
