"""The structure of a tagged PDF: its elements as a tree, and what on the pages belongs to each
(ISO 32000-1, 14.7 and 14.8).

What is painted gets a number on its page; the tree leads from elements to these numbers, and a
table from the numbers back to the elements.
"""

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.exporting.pages import Rectangle

DECORATION = "/Artifact BMC"
"""Begins what nobody hears."""


class _Entry(PDFObject):  # type: ignore[misc]
    """An element in a PDF. `kids` are other entries, (page, number) of something painted, or
    (page, reference) of a link; `box` is where a figure stands on its page."""

    def __init__(self, element: Element | None, parent: "_Entry | None") -> None:
        self.element = element
        self.parent = parent
        self.kids: list[_Entry | tuple[str, int | PDFObjectReference]] = []
        self.number = 0
        self.box: Rectangle | None = None

    def format(self, document: PDFDocument) -> bytes:
        """The object as it stands in the file. Its page is that of the first thing painted."""
        numbers = document.idToObjectNumberAndVersion
        home = next((kid[0] for kid in self.kids if isinstance(kid, tuple)), "")
        kind = self.element.kind if self.element else "Document"
        found = [f"<</S/{kind}/P {self.parent.number if self.parent else 0} 0 R"]
        if home:
            found.append(f"/Pg {numbers[home][0]} 0 R")
        kids = [self._kid(kid, home, document) for kid in self.kids]
        if kids:
            found.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        if self.element:
            if self.element.span > 1:
                found.append(f"/A<</O/Table/ColSpan {self.element.span}>>")
            elif self.element.kind is Kind.HEAD:
                found.append("/A<</O/Table/Scope/Column>>")
            if self.box:
                box = " ".join(f"{value:.2f}" for value in self.box)
                found.append(f"/A<</O/Layout/Placement/Block/BBox[{box}]>>")
        start = "".join(found).encode("ascii")
        if self.element and self.element.said:
            said = " ".join(self.element.said.split())
            start += b"/Alt" + PDFString(said).format(document)
        return start + b">>"

    def _kid(
        self,
        kid: "_Entry | tuple[str, int | PDFObjectReference]",
        home: str,
        document: PDFDocument,
    ) -> str:
        if isinstance(kid, _Entry):
            return f"{kid.number} 0 R"
        page, thing = kid
        elsewhere = f"/Pg {document.idToObjectNumberAndVersion[page][0]} 0 R"
        if not isinstance(thing, int):
            target = thing.format(document).decode("ascii")
            return f"<</Type/OBJR/Obj {target}{elsewhere if page != home else ''}>>"
        return str(thing) if page == home else f"<</Type/MCR{elsewhere}/MCID {thing}>>"


class Structure:
    """The elements of one PDF, in the order in which they are painted."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._entries: dict[Element, _Entry] = {}
        self._root = self._added(_Entry(None, None))
        self._parents: list[_Entry | list[_Entry]] = []
        self._page = ""
        self._here: list[_Entry] = []

    def begin_page(self) -> int:
        """What is painted from now on is on a new page; the page's number in the table."""
        self._page = self._document.thisPageName()
        self._here = []
        self._parents.append(self._here)
        return len(self._parents) - 1

    def begin(self, element: Element | None, around: Element | None) -> str:
        """The operator that begins a piece of an element; `around` is what it is in, if it has no
        parent. None is decoration."""
        if element is None:
            return DECORATION
        entry = self._entry(element, around)
        number = len(self._here)
        entry.kids.append((self._page, number))
        self._here.append(entry)
        return f"/{element.kind} <</MCID {number}>>BDC"

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
                "K": document.Reference(self._root),
                "ParentTree": document.Reference(tree),
                "ParentTreeNextKey": len(self._parents),
            }
        )
        document.Catalog.StructTreeRoot = document.Reference(root)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self._root.parent = entry = _Entry(None, None)
        entry.number = document.idToObjectNumberAndVersion[root.__InternalName__][0]

    def _entry(self, element: Element, around: Element | None) -> _Entry:
        entry = self._entries.get(element)
        if entry is None:
            outer = element.parent or around
            if outer is None or outer is element:
                parent = self._root
            else:
                parent = self._entry(outer, around if outer is not around else None)
            entry = self._entries[element] = self._added(_Entry(element, parent))
            parent.kids.append(entry)
        return entry

    def _added(self, entry: _Entry) -> _Entry:
        self._document.Reference(entry)
        entry.number = self._document.objectcounter
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
