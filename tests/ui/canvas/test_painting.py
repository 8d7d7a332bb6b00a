"""Shapes as pixels."""

from functools import partial

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from journeyeditor.drawing.fonts import SEMIBOLD, shape
from journeyeditor.drawing.ink import Drawn, LateDrawn
from journeyeditor.drawing.paths import line, rectangle
from journeyeditor.drawing.shapes import Box, Image, Node, Path, Shape, Text
from journeyeditor.ui.canvas.painting import Pixels, ShapePainter
from journeyeditor.ui.canvas.rasters import Rasters

RED, BLUE, WHITE = "#FF0000", "#0000FF", "#FFFFFF"


def painted(*shapes: Shape, scale: float = 1.0, left: float = 0.0, assets: bytes = b"") -> QImage:
    """The shapes on white, 40 by 30 pixels; `left` shifts them by parts of a pixel."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))
    painter = QPainter(image)
    painter.translate(left, 0)
    painter.scale(scale, scale)
    ShapePainter(lambda _: assets).paint(painter, shapes, Pixels(scale, left))
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.mark.parametrize("left", [0.0, 0.3, 0.5, 0.8])
@pytest.mark.parametrize("scale", [1.0, 1.1, 4 / 3, 2.0])
def test_boxes_and_hairlines_fill_whole_pixels(scale: float, left: float) -> None:
    box = painted(Box(2.3, 2.7, 8.1, 9.9, fill=RED, stroke=BLUE), scale=scale, left=left)
    assert colours(box.copy(0, int(7 * scale), 40, 1)) == {WHITE, RED, BLUE}
    assert colours(box.copy(int(6 * scale), 0, 1, 30)) == {WHITE, RED, BLUE}
    assert colours(painted(Box(2.3, 2.7, 8.1, 9.9, fill=RED), scale=scale, left=left)) == {
        WHITE,
        RED,
    }
    upright = painted(Path(line(5.2, 3, 5.2, 12), stroke=BLUE), scale=scale, left=left)
    row = [upright.pixelColor(x, int(8 * scale)).name().upper() for x in range(40)]
    assert row.count(BLUE) == 1
    assert set(row) == {WHITE, BLUE}


def test_a_clip_cuts_and_ends_with_its_path() -> None:
    clipped = Path(rectangle(0, 0, 20, 20), fill=RED, clip=(0, 0, 10, 20))
    image = painted(clipped, Box(30, 0, 5, 5, fill=BLUE))
    assert image.pixelColor(5, 5) == QColor(RED)
    assert image.pixelColor(15, 5) == QColor(WHITE)
    assert image.pixelColor(32, 2) == QColor(BLUE)


def test_glyphs_stand_on_their_baseline(qapp: QApplication) -> None:
    line = shape("HH", SEMIBOLD, 12)
    image = painted(Text(2, 20, line.width, line.text, "#000000", line.runs))
    ink = [(x, y) for x in range(40) for y in range(30) if image.pixelColor(x, y).lightness() < 128]
    assert max(y for _, y in ink) == 19
    assert min(y for _, y in ink) in (10, 11)  # a capital is 0.727 em high
    assert 2 <= min(x for x, _ in ink) <= 4


def two_halves(width: int, height: int) -> bytes:
    """A picture, red at the left and blue at the right, as PNG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    painter = QPainter(image)
    painter.fillRect(width // 2, 0, width, height, QColor(BLUE))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_a_picture_fills_its_box_and_is_cut_around() -> None:
    image = painted(Image(10, 5, 20, 20, "sha", radius=10), assets=two_halves(80, 40))
    assert image.pixelColor(13, 15) == QColor(RED)
    assert image.pixelColor(27, 15) == QColor(BLUE)
    assert image.pixelColor(11, 6) == QColor(WHITE)


def test_a_picture_that_cannot_be_read_paints_nothing() -> None:
    assert colours(painted(Image(10, 5, 20, 20, "sha"), assets=b"not a picture")) == {WHITE}

    def missing(_sha256: str) -> bytes:
        raise FileNotFoundError

    image = QImage(40, 30, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ShapePainter(missing).paint(painter, [Image(10, 5, 20, 20, "sha")], Pixels(1.0))
    painter.end()


def test_on_a_dense_screen_a_node_has_twice_the_pixels(qapp: QApplication) -> None:
    node = Node(("card", "x"), 0, 0, 60, 30, (Box(0.5, 0.5, 59, 29, stroke=BLUE),))
    raster = Rasters(ShapePainter(lambda _: b"")).picture(node, 2.0, 2.0)
    assert raster.devicePixelRatio() == 2.0
    image = raster.toImage()
    assert (image.width(), image.height()) == (121, 61)
    row = [image.pixelColor(x, 30).alpha() for x in range(8)]
    assert sum(alpha == 255 for alpha in row) == 2  # a hairline of two device pixels
    assert all(alpha in (0, 255) for alpha in row)


def seen(node: Node, rasters: Rasters) -> QImage:
    """The node on white, 40 by 30 pixels."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))
    painter = QPainter(image)
    rasters.paint(painter, node)
    painter.end()
    return image


def test_a_hurried_frame_makes_no_shapes_but_shows_their_ground(qapp: QApplication) -> None:
    made: list[int] = []

    def paint() -> Drawn:
        made.append(1)
        return Drawn(tuple(Box(5.0 * i, 0, 4, 20, fill=RED) for i in range(6)))

    card = Node(("card", "x"), 0, 0, 40, 30, LateDrawn(partial(paint), BLUE))
    rasters = Rasters(ShapePainter(lambda _: b""))
    rasters.hurry(0.0)
    assert colours(seen(card, rasters)) == {BLUE}
    assert rasters.unfinished
    assert not made
    rasters.rest()
    assert colours(seen(card, rasters)) == {WHITE, RED}


def test_pixels_serve_as_long_as_the_shapes_are_equal(qapp: QApplication) -> None:
    def shapes(colour: str) -> tuple[Shape, ...]:
        return tuple(Box(5.0 * i, 0, 4, 20, fill=colour) for i in range(6))

    key, rasters = ("card", "x"), Rasters(ShapePainter(lambda _: b""))
    first, equal, other = shapes(RED), shapes(RED), shapes(BLUE)
    red = seen(Node(key, 0, 0, 40, 30, first), rasters)
    assert rasters.still_shows(key, first, equal)
    rasters.hurry(0.0)  # nothing may be painted anew
    assert seen(Node(key, 0, 0, 40, 30, equal), rasters) == red
    assert not rasters.unfinished
    assert not rasters.still_shows(key, equal, other)
    rasters.rest()
    assert colours(seen(Node(key, 0, 0, 40, 30, other), rasters)) == {WHITE, BLUE}
