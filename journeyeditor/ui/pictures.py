"""Pictures as Qt reads them: of the four types that a project holds, each told by its first bytes.

Qt left to guess asks all its plug-ins, some of which take a PNG for one of their own.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from journeyeditor.storage.assets import mime_of

MOST_PIXELS = 60_000_000


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
