"""Pictures in a PDF: decoded within limits, without what cameras add, each once."""

import io
import warnings
from collections.abc import Callable
from typing import NamedTuple

from PIL import Image, ImageOps
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFZCompress,
    xObjectName,
)

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2000
"""Pixels; larger ones are made smaller. At 30 cm that is still 170 a inch."""

_QUALITY = 90


class Picture(NamedTuple):
    """A picture in a document: its name in the resources of pages, and its size in pixels."""

    name: str
    width: int
    height: int


class Pictures:
    """The pictures of one PDF by their SHA-256. `unreadable` are those that can't be drawn."""

    def __init__(self, document: PDFDocument, assets: Callable[[str], bytes]) -> None:
        self._document = document
        self._assets = assets
        self._embedded: dict[str, Picture | None] = {}

    @property
    def unreadable(self) -> int:
        """How many pictures are missing or can't be decoded."""
        return sum(picture is None for picture in self._embedded.values())

    def get(self, asset: str) -> Picture | None:
        """The picture, embedded when first asked for; None where there is none to draw."""
        if asset not in self._embedded:
            self._embedded[asset] = self._embed(asset)
        return self._embedded[asset]

    def _embed(self, asset: str) -> Picture | None:
        try:
            image = decoded(self._assets(asset))
        except Exception:  # for damaged bytes Pillow raises nearly anything
            return None
        name = asset[:16]
        self._document.Reference(self._object(*image), xObjectName(name))
        return Picture(name, *image[0].size)

    def _object(self, image: Image.Image, lossy: bool) -> PDFStream:
        colours = image.convert("RGB")
        stream = _stream(colours, lossy)
        stream.dictionary["ColorSpace"] = PDFName("DeviceRGB")
        if image.mode == "RGBA":
            mask = _stream(image.getchannel("A"), lossy=False)
            mask.dictionary["ColorSpace"] = PDFName("DeviceGray")
            stream.dictionary["SMask"] = self._document.Reference(mask)
        return stream


def encoded(assets: Callable[[str], bytes], asset: str) -> tuple[str, bytes] | None:
    """A picture decoded within limits and written anew: its type and bytes.

    None where it is missing or can't be decoded.
    """
    try:
        image, lossy = decoded(assets(asset))
    except Exception:  # for damaged bytes Pillow raises nearly anything
        return None
    coded = io.BytesIO()
    if lossy:
        image.save(coded, "JPEG", quality=_QUALITY)
        return "image/jpeg", coded.getvalue()
    image.save(coded, "PNG")
    return "image/png", coded.getvalue()


def decoded(content: bytes) -> tuple[Image.Image, bool]:
    """The picture upright, in RGB or RGBA; whether it was stored with losses.

    Raises what Pillow does for whatever is no picture, or one beyond the limits.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "GIF", "WEBP"))
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        lossy = image.format == "JPEG"
        if lossy:
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image)
        found = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        found.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return found, lossy


def _stream(image: Image.Image, lossy: bool) -> PDFStream:
    values = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
    }
    if not lossy:
        return PDFStream(PDFDictionary(values), image.tobytes(), [PDFZCompress])
    coded = io.BytesIO()
    image.save(coded, "JPEG", quality=_QUALITY)
    values["Filter"] = PDFName("DCTDecode")
    return PDFStream(PDFDictionary(values), coded.getvalue())
