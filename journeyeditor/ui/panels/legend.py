"""What the colours of the cards mean, below the map; only where they are not the channels'."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeyeditor.drawing.layout import LayoutOptions
from journeyeditor.drawing.layout.legend import lens_legend
from journeyeditor.drawing.layout.lens import CHANNEL, channel_lens, make_lens
from journeyeditor.drawing.shapes import Drawing
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.painting import Pixels, ShapePainter
from journeyeditor.ui.canvas.panes import POINT
from journeyeditor.ui.chrome.look import current_theme

SIDES, ABOVE = 16, 9
"""Pixels around the legend."""
SCALE = 1.2 * POINT
"""Pixels a point: a little larger than on paper."""


class Legend(QWidget):
    """A strip as high as the entries need."""

    def __init__(self) -> None:
        super().__init__()
        self._lens = channel_lens("en")
        self._drawing = Drawing(0, 0, ())
        self._painter = ShapePainter(lambda _: b"")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def refresh(self, project: Project, map: Id, lens: str) -> None:
        """Show what a lens on a map tells apart."""
        if lens != CHANNEL or self._lens.name != CHANNEL:
            self._lens = make_lens(project, map, lens, tr.language)
            self._lay_out()
        self.setVisible(self._lens.name != CHANNEL)

    def sizeHint(self) -> QSize:
        return QSize(0, round(self._drawing.height * SCALE) + 2 * ABOVE)

    def _lay_out(self) -> None:
        options = LayoutOptions(theme=current_theme(), language=tr.language)
        width = max(1.0, (self.width() - 2 * SIDES) / SCALE)
        self._drawing = lens_legend(self._lens, width, options.look)
        self.setAccessibleName(self._drawing.nodes[0].name)
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.chrome))
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.line))
        painter.translate(SIDES, ABOVE)
        painter.scale(SCALE, SCALE)
        pixels = Pixels(SCALE * self.devicePixelRatioF(), SIDES, ABOVE)
        for node in self._drawing.nodes:
            self._painter.paint(painter, node.shapes, pixels)
