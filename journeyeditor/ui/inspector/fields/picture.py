"""The field for a segment's picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from journeyeditor.errors import Refused
from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Asset, Segment
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, line
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.fields.field import Field, Subject
from journeyeditor.ui.pictures import read_picture

LARGEST = 1024
"""Pixels of the longer side of a kept picture."""


class PictureField(Field):
    """Shows the portrait; a file gives another one."""

    about = Segment
    covers = frozenset({(Segment, "picture")})

    def __init__(self, assets: Assets) -> None:
        super().__init__(tr("Picture"))
        self._assets = assets
        self._segments: tuple[Id, ...] = ()
        self.portrait = Portrait()
        self.choose = button(tr("Choose…"), "image")
        self.clear = button(tr("Remove"))
        row = QWidget()
        line([self.portrait, self.choose, self.clear, 1], QHBoxLayout(row))
        self.hold(row)
        self.choose.clicked.connect(self._ask_file)
        self.clear.clicked.connect(lambda: self._ask(None))

    def refresh(self, project: Project, subject: Subject) -> None:
        self._segments = tuple(subject.get(Segment, ()))
        segments = [project.get(Segment, id) for id in self._segments]
        asset = project.find(Asset, segments[0].picture) if len(segments) == 1 else None
        self.clear.setVisible(any(segment.picture for segment in segments))
        self.portrait.show_image(self._load(asset) if asset else QImage())

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
        segments = self._segments

        def edit(project: Project) -> Change | None:
            draft = Draft(project)
            if asset is not None:
                draft.put(asset)
            for id in segments:
                draft.revise(project.get(Segment, id), picture=asset.id if asset else None)
            return draft.change(Label("Set picture") if asset else Label("Remove picture"))

        self.edited.emit(edit)
        self.left.emit()

    def _load(self, asset: Asset) -> QImage:
        try:
            return read_picture(self._assets.read(asset.sha256))
        except (KeyError, OSError):
            return QImage()


class Portrait(QWidget):
    """A picture cut to a circle, or the outline of a person."""

    SIZE = 48

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setFixedSize(self.SIZE, self.SIZE)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        place = QRectF(self.rect())
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


def prepared(path: Path) -> bytes:
    """A picture file's content, turned upright, made small and without its hidden data. Refused."""
    try:
        image = read_picture(path.read_bytes(), LARGEST)
    except OSError:
        image = QImage()
    if not image.isNull():
        return _encoded(image)
    raise Refused(
        tr("The picture cannot be read."),
        where=str(path),
        advice=tr("Use a PNG, JPEG, WebP or GIF file."),
    )


def _encoded(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png" if image.hasAlphaChannel() else b"jpeg"))
    writer.setQuality(88)
    writer.write(image)
    return bytes(content.data())
