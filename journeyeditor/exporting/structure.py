"""The structure of a tagged PDF: its elements as a tree, and what on the pages belongs to each
(ISO 32000-1, 14.7 and 14.8).

What is painted gets a number on its page; the tree leads from elements to these numbers, and a
table from the numbers back to the elements.
"""

import re
from codecs import BOM_UTF16_BE

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
)

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.exporting.pages import Rectangle

DECORATION = "/Artifact BMC"
"""Begins what nobody hears."""
_ONE_BYTE = re.compile("[ -~\xa1-\xac\xae-\xff]*").fullmatch
"""Characters that have their Latin-1 codes in PDF's own encoding as well (ISO 32000-1, annex D)."""


class _Entry:
    """An element in a PDF; the whole document has none.

    `number` is that of its object, `parent` that of what it is a part of, `page` that of what was
    painted first. `kids` are other entries, numbers of what is painted on that page, and pairs of
    a page and a number or a link on it. `box` is where a figure stands on its page. `spelt` is
    what a part without an element is to be read as.
    """

    __slots__ = ("box", "element", "kids", "number", "page", "parent", "spelt")

    def __init__(self, element: Element | None, parent: int, number: int) -> None:
        self.element = element
        self.parent = parent
        self.number = number
        self.page = ""
        self.kids: list[_Kid] = []
        self.box: Rectangle | None = None
        self.spelt = ""

    def add(self, page: str, number: int) -> None:
        """Something that is painted on a page."""
        self.page = self.page or page
        self.kids.append(number if page == self.page else (page, number))

    def format(self, document: PDFDocument) -> bytes:
        """The object as it stands in the file."""
        kind, said = "Span" if self.spelt else "Document", ""
        if self.element:
            kind, said = self.element.kind, self.element.said
        kids = " ".join(
            [str(kid) if type(kid) is int else _told(kid, document) for kid in self.kids]
        )
        page = f"/Pg {_number(self.page, document)} 0 R" if self.page else ""
        start = f"<</S/{kind}/P {self.parent} 0 R{page}/K[{kids}]{self._attributes()}".encode(
            "ascii"
        )
        for name, text in ((b"Alt", said), (b"ActualText", self.spelt)):
            if text:
                start += b"/%s(%s)" % (name, _escaped(" ".join(text.split())))
        return start + b">>"

    def _attributes(self) -> str:
        if self.box:
            box = " ".join(f"{value:.2f}" for value in self.box)
            return f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        if self.element and self.element.span > 1:
            return f"/A<</O/Table/ColSpan {self.element.span}>>"
        head = self.element and self.element.kind is Kind.HEAD
        return "/A<</O/Table/Scope/Column>>" if head else ""


_Kid = _Entry | int | tuple[str, int | PDFObjectReference]


def _told(kid: _Kid, document: PDFDocument) -> str:
    """A kid that is not on the page of its parent, or not painted."""
    if isinstance(kid, _Entry):
        return f"{kid.number} 0 R"
    assert isinstance(kid, tuple)
    page, thing = f"/Pg {_number(kid[0], document)} 0 R", kid[1]
    if isinstance(thing, int):
        return f"<</Type/MCR{page}/MCID {thing}>>"
    return f"<</Type/OBJR{page}/Obj {thing.format(document).decode('ascii')}>>"


def _number(page: str, document: PDFDocument) -> int:
    return int(document.idToObjectNumberAndVersion[page][0])


def _escaped(text: str) -> bytes:
    """A text as it stands between brackets (ISO 32000-1, 7.3.4.2 and 7.9.2)."""
    plain = _ONE_BYTE(text)
    coded = text.encode("latin-1") if plain else BOM_UTF16_BE + text.encode("utf-16-be")
    for special in (b"\\", b"(", b")", b"\r"):
        coded = coded.replace(special, b"\\r" if special == b"\r" else b"\\" + special)
    return coded


def spoken_as(text: str) -> str:
    """The operator that begins glyphs to be read as this text (ISO 32000-1, 14.9.4)."""
    coded = (BOM_UTF16_BE + text.encode("utf-16-be")).hex()
    return f"/Span <</ActualText <{coded}>>>BDC"


class Structure:
    """The elements of one PDF, in the order in which they are painted.

    There are many. So ReportLab keeps a number free for each and knows no more of them; `objects`
    are those to be written under these numbers.
    """

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self.objects: dict[int, _Entry] = {}
        self._entries: dict[Element, _Entry] = {}
        self._root = self._added(None, 0)
        self._parents: list[_Entry | list[_Entry]] = []
        self._page = ""
        self._here: list[_Entry] = []

    def begin_page(self) -> int:
        """What is painted from now on is on a new page; the page's number in the table."""
        self._page = self._document.thisPageName()
        self._here = []
        self._parents.append(self._here)
        return len(self._parents) - 1

    def begin(self, element: Element | None, around: Element | None, spelt: str = "") -> str:
        """The operator that begins a piece of an element; `around` is what it is in, if it has no
        parent. None is decoration. `spelt` is what the piece is to be read as (14.9.4)."""
        if element is None:
            return DECORATION
        entry = self._entries.get(element) or self._entry(element, around)
        kind: str = element.kind
        if spelt:
            kind, outer = "Span", entry
            entry = self._added(None, outer.number)
            entry.spelt = spelt
            outer.kids.append(entry)
        number = len(self._here)
        entry.add(self._page, number)
        self._here.append(entry)
        return f"/{kind} <</MCID {number}>>BDC"

    def mention(self, element: Element, around: Element | None) -> None:
        """Something that is there, though nothing of it is painted: an empty cell of a table."""
        self._entry(element, around)

    def place(self, element: Element, box: Rectangle) -> None:
        """Where a figure stands on its page: left, bottom, right, top."""
        self._entries[element].box = box

    def add_link(self, element: Element, around: Element | None, link: PDFObjectReference) -> int:
        """A link on this page is a part of an element; the link's number in the table."""
        entry = self._entry(element, around)
        entry.kids.append((self._page, link))
        self._parents.append(entry)
        return len(self._parents) - 1

    def finish(self) -> None:
        """Put the tree into the document."""
        document = self._document
        tree = PDFDictionary({"Nums": _Parents(self._parents)})
        root = PDFDictionary(
            {
                "Type": PDFName("StructTreeRoot"),
                "K": f"{self._root.number} 0 R",
                "ParentTree": document.Reference(tree),
                "ParentTreeNextKey": len(self._parents),
            }
        )
        document.Catalog.StructTreeRoot = document.Reference(root)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self._root.parent = document.objectcounter

    def _entry(self, element: Element, around: Element | None) -> _Entry:
        entry = self._entries.get(element)
        if entry is None:
            outer = element.parent or around
            if outer is None or outer is element:
                parent = self._root
            else:
                parent = self._entry(outer, around if outer is not around else None)
            entry = self._entries[element] = self._added(element, parent.number)
            parent.kids.append(entry)
        return entry

    def _added(self, element: Element | None, parent: int) -> _Entry:
        number = self._document.objectcounter = self._document.objectcounter + 1
        entry = self.objects[number] = _Entry(element, parent, number)
        return entry


class _Parents(PDFObject):  # type: ignore[misc]
    """The table from numbers to elements: of each page the elements in their order, of each link
    its element."""

    def __init__(self, parents: "list[_Entry | list[_Entry]]") -> None:
        self._parents = parents

    def format(self, document: PDFDocument) -> bytes:
        found = []
        for number, owner in enumerate(self._parents):
            if isinstance(owner, _Entry):
                found.append(f"{number} {owner.number} 0 R")
            else:
                found.append(f"{number}[{' '.join(f'{entry.number} 0 R' for entry in owner)}]")
        return f"[{' '.join(found)}]".encode("ascii")
