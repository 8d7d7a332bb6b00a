"""What was written and pasted into the free lanes of a map."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from journeyeditor.catalogue import lane_name
from journeyeditor.drawing.elements import Element, Kind
from journeyeditor.drawing.flow.pages import Section
from journeyeditor.drawing.flow.slices import Slice, gap, inked
from journeyeditor.drawing.ink import Ink
from journeyeditor.drawing.shapes import Image
from journeyeditor.exporting.report.book import Book
from journeyeditor.exporting.report.look import CAPTION, column, facts, titled
from journeyeditor.model.lanes import FREE
from journeyeditor.model.records import Asset, Lane, LaneText, Segment, Stage

_WIDE, _HIGH, _GAP = 118.0, 84.0, 12.0


def notes(book: Book, it: Stage, width: float) -> Iterator[Section]:
    """Lane by lane the notes at a stage, and the pictures, segment by segment."""
    project = book.project
    segments = project.segments(it.map)
    for lane in project.where(Lane, map=it.map):
        if lane.kind not in FREE:
            continue
        found = [
            (segment, text)
            for segment in segments
            for text in project.where(LaneText, lane=lane.id, stage=it.id, segment=segment.id)
        ]
        told = [(book.one_line(segment.name), text.text) for segment, text in found]
        slices = [*facts(book.theme, told, width), *_pictures(book, found, width)]
        title = lane_name(lane, book.tr.language)
        yield column(*titled(book.theme, title, slices, width))


def _pictures(
    book: Book, found: Sequence[tuple[Segment, LaneText]], width: float
) -> Iterator[Slice]:
    """The pictures in rows, each with its segment's name below."""
    shown = [
        (asset, book.one_line(segment.name))
        for segment, text in found
        if (asset := book.project.find(Asset, text.picture))
    ]
    across = max(1, int((width + _GAP) // (_WIDE + _GAP)))
    for start in range(0, len(shown), across):
        ink, row = Ink(), shown[start : start + across]
        for number, (asset, name) in enumerate(row):
            ink.tell(Element(Kind.FIGURE, said=name))
            x = number * (_WIDE + _GAP)
            ink.add((Image(x, 0, _WIDE, _HIGH, asset.sha256, 3, whole=True),))
        yield gap(6)
        yield inked(ink, _HIGH + 4, keep=True)
        yield from _captions(book, [name for _, name in row])


def _captions(book: Book, names: Sequence[str]) -> Iterator[Slice]:
    """Names below the pictures of a row, line by line."""
    broken = [CAPTION.lines(name, _WIDE) for name in names]
    elements = [Element(Kind.PARAGRAPH) for _ in names]
    for lines in zip_longest(*broken):
        ink = Ink()
        for number, line in enumerate(lines):
            if line:
                ink.tell(elements[number])
                middle = number * (_WIDE + _GAP) + _WIDE / 2
                ink.write(line, middle, 0, CAPTION, book.theme.text2, "centre")
        yield inked(ink, CAPTION.leading)
