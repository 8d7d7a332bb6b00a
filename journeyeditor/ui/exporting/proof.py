"""Pages of a PDF as pictures."""

from PySide6.QtGui import QImage

from journeyeditor.pdfium import opened_pdf


def paint_page(content: bytes, number: int, width: int, height: int) -> QImage:
    """A page, the first being 0, as large as fits into so many pixels."""
    with opened_pdf(content) as pdf:
        page = pdf[number]
        wide, high = page.get_size()
        bitmap = page.render(scale=min(width / wide, height / high), rev_byteorder=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB888,
        )
        return image.copy()
