"""Fields for pictures: a segment's portrait, the client's logo."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from journeyeditor.errors import Refused
from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import set_reference
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Asset, Segment
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, line
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.pictures import prepared, read_picture


class PictureField(Field):
    """Shows a picture of records of a kind; a file, chosen or dropped, gives another one."""

    def __init__(self, title: str, assets: Assets, kind: type[Record], name: str) -> None:
        super().__init__(title)
        self._assets, self._kind, self._name = assets, kind, name
        self.about = kind
        self.covers = frozenset({(kind, name)})
        self._ids: tuple[Id, ...] = ()
        self.picture = Portrait() if kind is Segment else Logo()
        self.choose = button(tr("Choose…"), "image")
        self.clear = button(tr("Remove"))
        row = QWidget()
        line([self.picture, self.choose, self.clear, 1], QHBoxLayout(row))
        self.hold(row, named=False)
        self.choose.setAccessibleName(f"{title}: {self.choose.text()}")
        self.clear.setAccessibleName(f"{title}: {self.clear.text()}")
        self.choose.clicked.connect(self._ask_file)
        self.clear.clicked.connect(lambda: self._ask(None))
        self.setAcceptDrops(True)

    def enter(self) -> None:
        self.choose.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self, project: Project, subject: Subject) -> None:
        self._ids = tuple(subject.get(self._kind, ()))
        found = common([getattr(project.get(self._kind, id), self._name) for id in self._ids])
        several = found is SEVERAL
        self.show_several(several)
        asset = None if several else project.find(Asset, found)
        self.clear.setVisible(several or asset is not None)
        self.picture.show_image(self._load(asset) if asset else QImage())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.use_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def use_file(self, path: Path) -> None:
        """Take the picture from a file."""
        try:
            asset = self._assets.add_picture(prepared(path))
        except Refused as problem:
            self.refused.emit(problem)
            return
        self._ask(asset)

    def _ask_file(self) -> None:
        kinds = tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif)"
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a picture"), "", kinds)
        if name:
            self.use_file(Path(name))

    def _ask(self, asset: Asset | None) -> None:
        kind, ids, name = self._kind, self._ids, self._name
        step = Label("Set picture") if asset else Label("Remove picture")
        self.edited.emit(lambda project: set_reference(project, kind, ids, name, asset, step))
        self.left.emit()

    def _load(self, asset: Asset) -> QImage:
        try:
            return read_picture(self._assets.read(asset.sha256))
        except (KeyError, OSError):
            return QImage()


class Picture(QWidget):
    """A picture, or an icon where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.paint(painter, QRectF(self.rect()))

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw it."""
        raise NotImplementedError


class Portrait(Picture):
    """Cut to a circle."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(48, 48)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        theme = current_theme()
        disc = QPainterPath()
        disc.addEllipse(place)
        painter.fillPath(disc, QColor(theme.avatar))
        if self._image.isNull():
            paint_icon_centred(painter, place.center(), 20, "user-round", theme.on_avatar)
            return
        painter.setClipPath(disc)
        side = min(self._image.width(), self._image.height())
        left, top = (self._image.width() - side) / 2, (self._image.height() - side) / 2
        painter.drawImage(place, self._image, QRectF(left, top, side, side))


class Logo(Picture):
    """Whole, on white as on paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(96, 48)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        theme = current_theme()
        painter.setPen(QPen(QColor(theme.line_strong), 1))
        painter.setBrush(QColor(theme.sunken if self._image.isNull() else "#FFFFFF"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self._image.isNull():
            paint_icon_centred(painter, place.center(), 20, "image", theme.text3)
            return
        room = place.adjusted(6, 6, -6, -6).size()
        size = self._image.size().toSizeF().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        shown = QRectF(QPointF(0, 0), size)
        shown.moveCenter(place.center())
        painter.drawImage(shown, self._image)
