"""Pictures as Qt reads them: of the four types that a project holds, each told by its first bytes.

Qt left to guess asks all its plug-ins, some of which take a PNG for one of their own.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from journeyeditor.errors import Refused
from journeyeditor.storage.assets import mime_of
from journeyeditor.translation import tr

MOST_PIXELS = 60_000_000
LARGEST = 1024
"""Pixels of the longer side of a kept picture."""
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif")


def read_picture(content: bytes, largest: int = 0) -> QImage:
    """The picture upright, its longer side at most `largest` pixels; null where it is none."""
    kind = mime_of(content).removeprefix("image/")
    if not kind:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if largest and max(size.width(), size.height()) > largest:
        square = QSize(largest, largest)
        reader.setScaledSize(size.scaled(square, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


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


def holds_picture(data: QMimeData) -> bool:
    """Whether what is dragged or pasted is a picture, or one file of one."""
    return data.hasImage() or _file(data) is not None


def picture_in(data: QMimeData) -> bytes:
    """The picture that is dragged or pasted, as `prepared`. Refused where it cannot be read."""
    if path := _file(data):
        return prepared(path)
    image = QImage(data.imageData())
    if image.isNull():
        raise Refused(tr("The picture cannot be read."))
    if max(image.width(), image.height()) > LARGEST:
        modes, smooth = Qt.AspectRatioMode, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LARGEST, LARGEST, modes.KeepAspectRatio, smooth)
    return _encoded(image)


def _file(data: QMimeData) -> Path | None:
    """The one file that the data names, if it is called like a picture."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in SUFFIXES else None


def _encoded(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png" if image.hasAlphaChannel() else b"jpeg"))
    writer.setQuality(88)
    writer.write(image)
    return bytes(content.data())
