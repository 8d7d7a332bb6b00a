"""A segment's emotions from stage to stage, as a small curve."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeyeditor.drawing.layout.curve import handles
from journeyeditor.drawing.paths import Commands, circle, line
from journeyeditor.drawing.shapes import Path, Point, Shape
from journeyeditor.exporting.report.book import Book
from journeyeditor.model.ids import Id
from journeyeditor.model.records import Segment

HEIGHT, INSET = 34.0, 12.0
"""Points that the curve is high, and that it keeps from both ends."""
_DOT = 1.6


@dataclass(frozen=True)
class Lifeline:
    """The curve's shapes, where each card with an emotion stands on it, and what it tells."""

    shapes: tuple[Shape, ...]
    places: Mapping[Id, Point]
    said: str


def lifeline(book: Book, segment: Id, width: float) -> Lifeline:
    """The curve of a segment, HEIGHT points high. It is drawn once for all its cards."""
    known = book.lifelines.get((segment, width))
    if known is None:
        known = book.lifelines[segment, width] = _drawn(book, segment, width)
    return known


def _drawn(book: Book, segment: Id, width: float) -> Lifeline:
    places = _places(book, segment, width)
    middle, theme = HEIGHT / 2, book.theme
    baseline = line(INSET, middle, width - INSET, middle)
    shapes = [Path(baseline, stroke=theme.baseline, dash=(2, 2))]
    points = list(places.values())
    if len(points) > 1:
        curve: Commands = (("M", *points[0]), *(("C", *piece) for piece in handles(points)))
        shapes.append(Path(curve, stroke=theme.curve, line_width=1.0))
    if points and len(points) * 4 * _DOT < width:
        dots = tuple(command for point in points for command in circle(*point, _DOT))
        shapes.append(Path(dots, fill=theme.curve))
    return Lifeline(tuple(shapes), places, _said(book, segment))


def _said(book: Book, segment: Id) -> str:
    """The curve in words: the emotion of each stage."""
    its, tr = book.project.get(Segment, segment), book.tr
    means = []
    for stage in book.project.stages(its.map):
        cards = book.project.cell(stage.id, segment)
        emotions = [card.emotion for card in cards if card.emotion is not None]
        if emotions:
            mean = tr.number(sum(emotions) / len(emotions), 1, signed=True)
            means.append(f"{book.one_line(stage.name)} {mean}")
    name = book.one_line(its.name)
    return tr("Emotions of {segment}: {means}", segment=name, means="; ".join(means))


def _places(book: Book, segment: Id, width: float) -> dict[Id, Point]:
    project = book.project
    stages = project.stages(project.get(Segment, segment).map)
    wide, places = (width - 2 * INSET) / len(stages), {}
    for number, stage in enumerate(stages):
        cell = project.cell(stage.id, segment)
        for index, card in enumerate(cell, 1):
            if card.emotion is not None:
                x = INSET + (number + index / (len(cell) + 1)) * wide
                places[card.id] = (x, HEIGHT / 2 - card.emotion * HEIGHT / 4)
    return places
