"""What the pieces of a page are to somebody who hears it: headings, paragraphs, tables, figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of elements, by the names that PDF has for them (ISO 32000-1, 14.8.4)."""

    SECTION = "Sect"
    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"
    LIST = "L"
    ENTRY = "LI"
    ENTRY_BODY = "LBody"
    CONTENTS = "TOC"
    CONTENTS_ENTRY = "TOCI"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"


@dataclass(eq=False, slots=True)
class Element:
    """A piece of a document: a part of its `parent`, or of what stands around it.

    What is drawn in several places is one piece where it has the same element: the lines of a
    paragraph, the halves of a table on two pages. `said` is heard in place of what is seen. A cell
    of a table may take the room of several: its `span`.
    """

    kind: Kind
    parent: Element | None = None
    said: str = ""
    span: int = 1


Told = tuple[tuple[int, Element | None], ...]
"""Which element the shapes of a node belong to, from the first, second, … shape on.

Those before the first, and those of None, are decoration, which nobody hears.
"""


def entry(of: Element, said: str = "") -> Element:
    """What stands in another entry of a list."""
    return Element(Kind.ENTRY_BODY, Element(Kind.ENTRY, of), said)
