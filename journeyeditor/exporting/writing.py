"""A finished PDF as bytes. What is small is packed together and compressed (ISO 32000-1, 7.5.7),
for there are an object and its place for every heading, link and bookmark."""

import zlib
from collections.abc import Callable, Mapping
from typing import Protocol

from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFDictionary,
    PDFDocument,
    PDFIndirectObject,
    PDFObject,
    PDFStream,
    format,
)
from reportlab.pdfgen.canvas import Canvas

from journeyeditor.exporting.encryption import Cipher
from journeyeditor.exporting.metadata import extend

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200
"""So many objects at most are packed together."""
_EVERY = 256
"""So many objects are written between two looks at whether to go on."""
_END_OF_STREAM = b"endstream\nendobj\n"
_UNUSED = (0, 0, 0)

_Place = tuple[int, int, int]
"""How an object is found: 1 and its offset, or 2, its pack and its number there."""


class Writable(Protocol):
    """An object of a PDF."""

    def format(self, document: PDFDocument) -> bytes:
        """As it stands in the file."""


def written(
    canvas: Canvas,
    objects: Mapping[int, Writable],
    cipher: Cipher | None,
    reach: Callable[[float], None],
) -> bytes:
    """All that is in the canvas, and `objects` under numbers that were kept free for them.

    It is encrypted with a `cipher`. `reach` is told which share is done.
    """
    document: PDFDocument = canvas._doc
    document.info.digest(document.signature)
    for thing in (document.Catalog, document.info):
        document.Reference(thing)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    if cipher:
        level = PDFDictionary({"BaseVersion": "/1.7", "ExtensionLevel": 8})
        extend(document, "Extensions", PDFDictionary({"ADBE": level}))
    file, number = _File(document, objects, cipher), 1
    while number <= document.objectcounter:  # to write one object may make others
        if number % _EVERY == 0:
            reach(number / document.objectcounter)
        file.add(number)
        number += 1
    return file.finished()


class _File:
    """A PDF that grows object by object."""

    def __init__(
        self, document: PDFDocument, objects: Mapping[int, Writable], cipher: Cipher | None
    ) -> None:
        self._document = document
        self._objects = objects
        self._cipher = cipher
        self._parts = [_HEADER]
        self._length = len(_HEADER)
        self._places: list[_Place] = [_UNUSED]
        self._open: list[tuple[int, bytes]] = []
        self._packs: list[tuple[list[int], int, bytes]] = []

    def add(self, number: int) -> None:
        """Write the next object; a stream on its own, anything else in a pack."""
        document = self._document
        self._places.append(_UNUSED)
        name = document.numberToId.get(number)
        thing = document.idToObject.get(name)
        if isinstance(thing, PDFStream):
            document.encrypt = self._cipher or NoEncryption()
            body = PDFIndirectObject(name, thing).format(document)
            # ReportLab has no line end before this word, which archives ask for.
            self._put(number, body.removesuffix(_END_OF_STREAM) + b"\n" + _END_OF_STREAM)
            document.encrypt = NoEncryption()
        elif thing is not None:
            self._put_in_pack(number, format(thing, document, toplevel=1).strip())
        elif number in self._objects:
            self._put_in_pack(number, self._objects[number].format(document))

    def finished(self) -> bytes:
        """The file, once everything is in it."""
        self._pack()
        for members, first, content in self._packs:
            pack = len(self._places)
            for place, member in enumerate(members):
                self._places[member] = (2, pack, place)
            values = {"Type": "/ObjStm", "N": len(members), "First": first}
            self._put_stream(values, self._cipher.encode(content) if self._cipher else content)
        document, digest = self._document, self._document.signature.hexdigest()
        values = {
            "Type": "/XRef",
            "Root": document.Reference(document.Catalog),
            "Info": document.Reference(document.info),
            "ID": f"[<{digest}><{digest}>]",
        }
        if self._cipher:
            values["Encrypt"] = f"{len(self._places)} 0 R"
            self._put_own(PDFDictionary(self._cipher.entries()).format(document))
        start = self._length
        values |= {"Size": len(self._places) + 1, "W": "[1 4 2]"}
        self._places.append((1, start, 0))
        table = b"".join(
            b"%c%s%s" % (kind, place.to_bytes(4, "big"), more.to_bytes(2, "big"))
            for kind, place, more in self._places
        )
        self._places.pop()
        self._put_stream(values, zlib.compress(table))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _put_in_pack(self, number: int, body: bytes) -> None:
        self._open.append((number, body))
        if len(self._open) == _PACKED:
            self._pack()

    def _pack(self) -> None:
        """Close the pack that is open."""
        if not self._open:
            return
        offsets, length = [], 0
        for number, body in self._open:
            offsets.append(f"{number} {length}")
            length += len(body) + 1
        head = f"{' '.join(offsets)}\n".encode("ascii")
        content = zlib.compress(head + b"\n".join(body for _, body in self._open))
        self._packs.append(([number for number, _ in self._open], len(head), content))
        self._open = []

    def _put_stream(self, values: Mapping[str, str | int | PDFObject], content: bytes) -> None:
        """An object of the file's own."""
        known = {**values, "Filter": "/FlateDecode", "Length": len(content)}
        head = PDFDictionary(known).format(self._document)
        self._put_own(b"%s\nstream\n%s\nendstream" % (head, content))

    def _put_own(self, body: bytes) -> None:
        number = len(self._places)
        self._places.append(_UNUSED)
        self._put(number, b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _put(self, number: int, written: bytes) -> None:
        self._places[number] = (1, self._length, 0)
        self._parts.append(written)
        self._length += len(written)
