"""What the same work costs with nothing of ours around it."""

import sqlite3
from collections.abc import Callable
from itertools import product
from pathlib import Path

from PySide6.QtGui import QBrush, QColor, QFont
from PySide6.QtWidgets import (
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont
from reportlab.pdfgen.canvas import Canvas

from journeyeditor.drawing.shapes import Box, Drawing, GlyphRun, Text
from journeyeditor.resources import resource
from tests.benchmarks.maps import SHAPES


def read_rows(path: Path) -> int:
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


def raw_pdf(drawing: Drawing, target: Path) -> Callable[[], None]:
    """A function that writes the boxes and strings of a drawing with plain ReportLab.

    The strings are shaped and kerned beforehand, as the drawing's are.
    """
    boxes = [
        (node.x + shape.x, node.y + shape.y, shape)
        for node in drawing.nodes
        for shape in node.shapes
        if isinstance(shape, Box)
    ]
    strings = [
        (node.x + shape.x, node.y + shape.y, shape.colour, run.font, run.size, _shaped(run))
        for node in drawing.nodes
        for shape in node.shapes
        if isinstance(shape, Text)
        for run in shape.runs
        if run.glyphs
    ]

    def write() -> None:
        canvas = Canvas(
            str(target),
            pagesize=(drawing.width, drawing.height),
            pageCompression=1,
            bottomup=0,
            initialFontName="Inter-Regular",
        )
        for x, y, box in boxes:
            if box.fill:
                canvas.setFillColor(HexColor(box.fill))
            if box.stroke:
                canvas.setStrokeColor(HexColor(box.stroke))
            canvas.setLineWidth(box.line_width or 0.5)
            canvas.roundRect(
                x,
                y,
                box.width,
                box.height,
                box.radius,
                stroke=bool(box.stroke),
                fill=bool(box.fill),
            )
        for x, y, colour, font, size, text in strings:
            canvas.setFillColor(HexColor(colour))
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        canvas.save()

    return write


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
