"""What stands above and below the text of each page."""

from journeyeditor.drawing.flow.slices import Link
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import Ink, Style, filled
from journeyeditor.drawing.shapes import Drawing, Image, Key, Node
from journeyeditor.exporting.pages import Part
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import CAPTION, SIDE, STRONG
from journeyeditor.model.records import Asset

_HEADER, _FOOTER = 28.0, 44.0
_LOGO = 14.0
_ICON = 8.0


def furniture(
    book: Book, chapter: str, page: int, pages: int, note: str, target: Key
) -> tuple[Part, Link]:
    """Client and chapter above; the way back to `target`, a note and the page's number below."""
    ink, tr = Ink(), book.tr
    width, height = book.format.width, book.format.height
    _header(ink, book, chapter)
    top = height - _FOOTER
    ink.add(filled(SIDE, top, width - 2 * SIDE, 0.5, book.theme.line))
    text = top + 6
    back = CAPTION.line(tr("Back to the cover") if target == ("cover",) else tr("Back to the map"))
    ink.add(icon("map", SIDE, text + 1, _ICON, book.theme.accent_text))
    ink.write(back, SIDE + _ICON + 4, text, CAPTION, book.theme.accent_text)
    number = CAPTION.line(tr("Page {number} of {count}", number=page, count=pages))
    ink.write(number, width - SIDE, text, CAPTION, book.theme.text3, "right")
    _middle(ink, book, note, text, max(back.width + _ICON + 4, number.width))
    drawn = ink.drawn()
    node = Node(("furniture",), 0, 0, width, height, drawn.shapes)
    link = Link(SIDE, text, back.width + _ICON + 4, CAPTION.leading, target)
    return Part(Drawing(width, height, (node,), missing=drawn.missing)), link


def _header(ink: Ink, book: Book, chapter: str) -> None:
    info, width = book.project.info, book.format.width
    x, room = SIDE, width - 2 * SIDE
    logo = book.project.find(Asset, info.logo)
    if logo:
        ink.add((Image(x, _HEADER - 2, _LOGO, _LOGO, logo.sha256, 3),))
        x += _LOGO + 6
    right = CAPTION.elided(chapter, room / 3)
    for line in right:
        ink.write(line, width - SIDE, _HEADER, CAPTION, book.theme.text2, "right")
    left = width - SIDE - max((line.width for line in right), default=0.0) - 12 - x
    name = info.client or info.name
    x = _one(ink, name, x, left / 2, STRONG, book.theme.text)
    title = book.one_line(info.name or book.maps[0].name)
    if title != name:
        _one(ink, title, x, left / 2, CAPTION, book.theme.text2)
    ink.add(filled(SIDE, _HEADER + 20, room, 0.5, book.theme.line))


def _one(ink: Ink, text: str, x: float, room: float, style: Style, colour: str) -> float:
    """A text on one line; where the next begins."""
    for line in style.elided(text, room):
        ink.write(line, x, _HEADER - (style.leading - CAPTION.leading) / 2, style, colour)
        x += line.width + 8
    return x


def _middle(ink: Ink, book: Book, note: str, top: float, side: float) -> None:
    width = book.format.width
    for line in CAPTION.elided(note, width - 2 * SIDE - 2 * side - 24):
        ink.write(line, width / 2, top, CAPTION, book.theme.text3, "centre")
