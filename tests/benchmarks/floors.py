"""What the same work costs with nothing of ours around it."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import cache
from itertools import product
from pathlib import Path as FilePath
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGlyphRun, QPainter, QPainterPath, QPen, QRawFont
from PySide6.QtWidgets import (
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont
from reportlab.pdfgen.canvas import Canvas

from journeyeditor.drawing.shapes import Box, Drawing, GlyphRun, Node, Path, Text
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.resources import resource
from tests.benchmarks.maps import SHAPES


def read_rows(path: FilePath) -> int:
    """Read every row of every table of a document with plain sqlite3; returns their number."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    count = sum(len(connection.execute(f'SELECT * FROM "{t}"').fetchall()) for (t,) in tables)
    connection.close()
    return count


def bare_scene(count: int) -> QGraphicsView:
    """A view on one plain rectangle with a title for each of `count` cards, where ours lie."""
    stages, segments, depth = SHAPES[count]
    scene = QGraphicsScene(0, 0, 144 * (stages + 1), 60 + segments * (72 * depth + 93))
    font = QFont("Inter")
    font.setPixelSize(9)
    white = QBrush(QColor("#FFFFFF"))
    for row, column, place in product(range(segments), range(stages), range(depth)):
        item = QGraphicsRectItem(0, 0, 132, 66)
        item.setBrush(white)
        item.setPos(150 + 144 * column, 66 + row * (72 * depth + 93) + 72 * place)
        title = QGraphicsSimpleTextItem(f"Confirmación {row} {column} {place}", item)
        title.setFont(font)
        title.setPos(14, 20)
        scene.addItem(item)
    view = QGraphicsView(scene)
    view.keep = scene  # type: ignore[attr-defined]
    return view


def same_scene(drawing: Drawing) -> QGraphicsView:
    """A view on one plain item for each node of a drawing, which paints its shapes.

    The floor of showing a map: it gets for nothing what was read, laid out, broken into lines
    and shaped; it paints the same picture, as smooth, but for photographs; and it keeps nothing
    for the next frame.
    """
    scene = QGraphicsScene(0, 0, drawing.width, drawing.height)
    for node in drawing.nodes:
        scene.addItem(_PlainItem(node))
    view = QGraphicsView(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.keep = scene  # type: ignore[attr-defined]
    return view


class _PlainItem(QGraphicsRectItem):
    def __init__(self, node: Node) -> None:
        super().__init__(0, 0, node.width, node.height)
        self.setPos(node.x, node.y)
        self.shapes = node.shapes

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        for shape in self.shapes:
            if isinstance(shape, Text):
                painter.setPen(_ink(shape.colour))
                for run in shape.runs:
                    painter.drawGlyphRun(QPointF(shape.x, shape.y), _glyphs(run))
            elif isinstance(shape, Box | Path):
                painter.setBrush(_ink(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
                painter.setPen(_pen(shape.stroke, shape.line_width))
                if isinstance(shape, Path):
                    painter.drawPath(_outline(shape))
                else:
                    place = QRectF(shape.x, shape.y, shape.width, shape.height)
                    painter.drawRoundedRect(place, shape.radius, shape.radius)


@cache
def _ink(colour: str) -> QColor:
    return QColor(colour)


@cache
def _pen(stroke: str | None, width: float) -> QPen:
    return QPen(_ink(stroke), width) if stroke else QPen(Qt.PenStyle.NoPen)


def _outline(path: Path) -> QPainterPath:
    made = QPainterPath()
    steps: dict[str | float, Callable[..., None]] = {
        "M": made.moveTo,
        "L": made.lineTo,
        "C": made.cubicTo,
        "Z": made.closeSubpath,
    }
    for letter, *values in path.commands:
        steps[letter](*values)
    return made


def _glyphs(run: GlyphRun) -> QGlyphRun:
    glyphs = QGlyphRun()
    glyphs.setRawFont(_raw_font(run.font, run.size))
    glyphs.setGlyphIndexes(list(run.glyphs))
    glyphs.setPositions([QPointF(x, y) for x, y in zip(run.xs, run.ys, strict=True)])
    return glyphs


@cache
def _raw_font(stem: str, size: float) -> QRawFont:
    font = QRawFont(_face(stem))
    font.setPixelSize(size)
    return font


@cache
def _face(stem: str) -> QRawFont:
    file = str(resource("fonts", f"{stem}.ttf"))
    return QRawFont(file, 16.0, QFont.HintingPreference.PreferNoHinting)


def raw_pdf(pages: Iterable[PrintPage], target: FilePath) -> Callable[[], None]:
    """A function that writes the boxes and strings of pages with plain ReportLab.

    The strings are shaped and kerned beforehand, as the drawings' are; colours are ReportLab's
    own; streams are compressed and not ASCII85.
    """
    rl_config.useA85 = 0
    raw = [(page.width, page.height, [_raw_part(part) for part in page.parts]) for page in pages]

    def write() -> None:
        canvas = Canvas(str(target), pageCompression=1, bottomup=0, initialFontName="Inter-Regular")
        for width, height, parts in raw:
            canvas.setPageSize((width, height))
            for part in parts:
                _write(canvas, *part)
            canvas.showPage()
        canvas.save()

    return write


_Boxes = list[tuple[tuple[float, ...], Any, Any, float]]
_Strings = list[tuple[float, float, Any, str, float, str]]


def _raw_part(part: Part) -> tuple[Part, _Boxes, _Strings]:
    placed = [(node.x, node.y, shape) for node in part.nodes() for shape in node.shapes]
    boxes: _Boxes = [
        (
            (x + shape.x, y + shape.y, shape.width, shape.height, shape.radius),
            _colour(shape.fill) if shape.fill else None,
            _colour(shape.stroke) if shape.stroke else None,
            shape.line_width or 0.5,
        )
        for x, y, shape in placed
        if isinstance(shape, Box)
    ]
    strings: _Strings = [
        (x + shape.x, y + shape.y, _colour(shape.colour), run.font, run.size, _shaped(run))
        for x, y, shape in placed
        if isinstance(shape, Text)
        for run in shape.runs
        if run.glyphs
    ]
    return part, boxes, strings


def _write(canvas: Canvas, part: Part, boxes: _Boxes, strings: _Strings) -> None:
    canvas.saveState()
    canvas.translate(part.left, part.top)
    canvas.scale(part.scale, part.scale)
    for place, fill, stroke, width in boxes:
        if fill:
            canvas.setFillColor(fill)
        if stroke:
            canvas.setStrokeColor(stroke)
        canvas.setLineWidth(width)
        canvas.roundRect(*place, stroke=bool(stroke), fill=bool(fill))
    for x, y, ink, font, size, text in strings:
        canvas.setFillColor(ink)
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    canvas.restoreState()


@cache
def _colour(colour: str) -> Any:
    return HexColor(colour)


def _shaped(run: GlyphRun) -> str:
    """The run as ReportLab's own shaped string, advances in thousandths of the size."""
    if run.font not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(run.font, str(resource("fonts", f"{run.font}.ttf"))))
    if len(run.glyphs) != len(run.text):
        return run.text
    widths = pdfmetrics.getFont(run.font).face.charWidths
    ends = [*run.xs[1:], run.xs[-1] + run.size / 2]
    shape = [
        ShapeData(i, 1000 * (end - x) / run.size, 0, 0, 0, widths.get(ord(character), 0))
        for i, (character, x, end) in enumerate(zip(run.text, run.xs, ends, strict=True))
    ]
    return ShapedStr(run.text, shapeData=shape)
