"""What stands above and below the text of each page."""

from journeyeditor.drawing.flow.slices import Link
from journeyeditor.drawing.icons import icon
from journeyeditor.drawing.ink import Ink, Style, filled
from journeyeditor.drawing.shapes import Image, Key
from journeyeditor.exporting.pages import Part, drawn_part
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import CAPTION, STRONG, Format, shrunk
from journeyeditor.model.records import Asset

_HEADER, _FOOTER = 28.0, 44.0
_ABOVE = 6.0
"""Between the line of the footer and its text."""
_EDGE = 10.0
"""Between the text of the footer and the edge of the paper at least."""
_LEAST = 5.0
"""Points; the smallest type of the header."""
_LOGO = 14.0
_ICON = 8.0
COVER = ("cover",)
_BACK = 84.0
"""Points that the way back takes."""


def furniture(book: Book, format: Format, chapter: str, note: str, to_cover: bool) -> Part:
    """Client and chapter above; the way back and a note below. The same on many pages."""
    ink = Ink()
    width, side = format.width, format.side
    _header(ink, book, format, chapter)
    top = format.height - _FOOTER
    ink.add(filled(side, top, width - 2 * side, 0.5, book.theme.line))
    text = top + _ABOVE
    back = CAPTION.line(_leading_back(book, to_cover))
    ink.add(icon("map", side, text + 1, _ICON, book.theme.accent_text))
    ink.write(back, side + _ICON + 4, text, CAPTION, book.theme.accent_text)
    taken = max(_BACK, back.width + _ICON + 4)
    _note(ink, book, note, (width / 2, text), width - 2 * side - 2 * taken - 24)
    return drawn_part("furniture", ink.drawn(), format.width, format.height)


def _note(ink: Ink, book: Book, note: str, place: tuple[float, float], room: float) -> None:
    """The note with its middle at a place, its type small enough for the foot of the page."""
    high = _FOOTER - _ABOVE - _EDGE
    style = shrunk(CAPTION, lambda it: it.line_count(note, room) * it.leading <= high)
    ink.write_all(style.lines(note, room), *place, style, book.theme.text3, "centre")


def page_number(book: Book, format: Format, page: int, pages: int) -> Part:
    """Which page it is of how many, in the lower right corner."""
    ink = Ink()
    number = CAPTION.line(book.tr("Page {number} of {count}", number=page, count=pages))
    top = format.height - _FOOTER + _ABOVE
    ink.write(number, format.width - format.side, top, CAPTION, book.theme.text3, "right")
    return drawn_part("number", ink.drawn(), format.width, format.height)


def way_back(book: Book, format: Format, target: Key) -> Link:
    """The link in the lower left corner."""
    top, said = format.height - _FOOTER + _ABOVE, _leading_back(book, target == COVER)
    return Link(format.side, top, _BACK, CAPTION.leading, target, said=said)


def _leading_back(book: Book, to_cover: bool) -> str:
    return book.tr("Back to the cover") if to_cover else book.tr("Back to the map")


def _header(ink: Ink, book: Book, format: Format, chapter: str) -> None:
    info, width = book.project.info, format.width
    x, room = format.side, width - 2 * format.side
    logo = book.project.find(Asset, info.logo)
    if logo:
        ink.add((Image(x, _HEADER - 2, _LOGO, _LOGO, logo.sha256, 3),))
        x += _LOGO + 6
    right = CAPTION.line(chapter)
    ink.write(right, width - format.side, _HEADER, CAPTION, book.theme.text2, "right")
    end = width - format.side - right.width - 12
    name = info.client or info.name
    x = _one(ink, name, x, end - x, STRONG, book.theme.text)
    title = book.one_line(info.name or book.maps[0].name)
    if title != name:
        _one(ink, title, x, end - x, CAPTION, book.theme.text2)
    ink.add(filled(format.side, _HEADER + 20, room, 0.5, book.theme.line))


def _one(ink: Ink, text: str, x: float, room: float, style: Style, colour: str) -> float:
    """A text on one line; where the next begins. One that has no room is on the cover only."""
    style = shrunk(style, lambda it: it.line(text).width <= room, _LEAST)
    line = style.line(text)
    if line.width > room:
        return x
    ink.write(line, x, _HEADER - (style.leading - CAPTION.leading) / 2, style, colour)
    return x + line.width + 8
