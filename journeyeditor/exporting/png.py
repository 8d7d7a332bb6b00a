"""A page of a PDF as PNG, strip by strip, so that a poster of any size fits the memory."""

import math
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import pypdfium2

from journeyeditor.errors import Refused
from journeyeditor.exporting.paper import INCH
from journeyeditor.translation import tr

_STRIP = 256
"""Rows of pixels that are painted at a time."""
_LONGEST = 60_000
"""Pixels; many programs show no larger picture."""
_METRE = 1000 / 25.4


def write_png(
    content: bytes, file: BinaryIO, dpi: float, painted: Callable[[float], None]
) -> tuple[int, int]:
    """The first page of a PDF, so many pixels an inch; `painted` is told the share that is done.

    Returns width and height in pixels. Refused where they would be beyond what programs show.
    """
    page = pypdfium2.PdfDocument(content)[0]
    scale = dpi / INCH
    width, height = (math.ceil(side * scale) for side in page.get_size())
    if max(width, height) > _LONGEST:
        raise Refused(
            tr("The picture would be {width} × {height} pixels.", width=width, height=height),
            advice=tr("Choose fewer dots per inch."),
        )
    file.write(b"\x89PNG\r\n\x1a\n")
    file.write(_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)))
    dots = round(dpi * _METRE)
    file.write(_chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1)))
    packer = zlib.compressobj(6)
    for top in range(0, height, _STRIP):
        painted(top / height)
        rows = min(_STRIP, height - top)
        for packed in _strip(page, width, height, top, rows, packer):
            file.write(_chunk(b"IDAT", packed))
    file.write(_chunk(b"IDAT", packer.flush()))
    file.write(_chunk(b"IEND", b""))
    return width, height


def _strip(
    page: pypdfium2.PdfPage,
    width: int,
    height: int,
    top: int,
    rows: int,
    packer: "zlib._Compress",
) -> Iterator[bytes]:
    """Some rows of the picture, compressed as far as there is something to write."""
    bitmap = pypdfium2.PdfBitmap.new_native(width, rows, pypdfium2.raw.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, rows)
    pypdfium2.raw.FPDF_RenderPageBitmap(
        bitmap, page, 0, -top, width, height, 0, pypdfium2.raw.FPDF_REVERSE_BYTE_ORDER
    )
    buffer = bytes(bitmap.buffer)
    for row in range(rows):
        start = row * bitmap.stride
        packed = packer.compress(b"\x00" + buffer[start : start + 3 * width])
        if packed:
            yield packed
    bitmap.close()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )
