"""What was written and pasted into the free lanes of a map."""

from collections.abc import Iterator, Sequence

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
        ink, below = Ink(), 0.0
        for number, (asset, name) in enumerate(shown[start : start + across]):
            x = number * (_WIDE + _GAP)
            ink.tell(Element(Kind.FIGURE, said=name))
            ink.add((Image(x, 0, _WIDE, _HIGH, asset.sha256, 3, whole=True),))
            lines = CAPTION.lines(name, _WIDE)
            ink.tell(Element(Kind.PARAGRAPH))
            end = ink.write_all(
                lines, x + _WIDE / 2, _HIGH + 4, CAPTION, book.theme.text2, "centre"
            )
            below = max(below, end)
        yield gap(6)
        yield inked(ink, below)
