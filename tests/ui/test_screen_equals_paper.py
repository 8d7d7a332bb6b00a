"""Canvas and PDF paint the same drawing alike: invariant 5, by raster."""

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.shapes import Band, Drawing
from journeyeditor.drawing.theme import PAPER
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.paper import MARGIN
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.templates import make_project
from journeyeditor.ui.canvas.painting import Pixels, ShapePainter

SCALE = 2.0
"""Pixels a point."""

VISIBLE = 32
"""Levels of 255 by which a softened pixel must differ for an eye to see it."""


def on_screen(drawing: Drawing, assets: Mapping[str, bytes]) -> Image.Image:
    """The map as the canvas paints it."""
    picture = QImage(
        round(drawing.width * SCALE), round(drawing.height * SCALE), QImage.Format.Format_RGB888
    )
    picture.fill(drawing.background)
    shapes = ShapePainter(assets.__getitem__)
    painter = QPainter(picture)
    for node in drawing.nodes:
        painter.resetTransform()
        painter.scale(SCALE, SCALE)
        painter.translate(node.x, node.y)
        shapes.paint(painter, node.shapes, Pixels(SCALE, node.x * SCALE, node.y * SCALE))
    painter.end()
    size = (picture.width(), picture.height())
    data = bytes(picture.constBits())
    return Image.frombuffer("RGB", size, data, "raw", "RGB", picture.bytesPerLine(), 1).copy()


def on_paper(path: Path, drawing: Drawing) -> Image.Image:
    """The same from the page of a PDF, without its margins."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].render(scale=SCALE).to_pil().convert("RGB")
    left = round(MARGIN * SCALE)
    width, height = round(drawing.width * SCALE), round(drawing.height * SCALE)
    return page.crop((left, left, left + width, left + height))


def seen_apart(a: Image.Image, b: Image.Image) -> float:
    """The share of pixels that an eye would see differ, after a softening of one pixel."""
    soft = [image.convert("L").filter(ImageFilter.GaussianBlur(1)) for image in (a, b)]
    counts = ImageChops.difference(*soft).histogram()
    return sum(counts[VISIBLE:]) / sum(counts)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_sample_looks_the_same_on_screen_and_on_paper(
    language: str, tmp_path: Path, qtbot: QtBot
) -> None:
    new = make_project("sample", language)
    [map] = new.project.maps()
    options = LayoutOptions(theme=PAPER, language=language, page=True)
    drawing = lay_out(new.project, map.id, options)
    target = tmp_path / "map.pdf"
    export_pdf(new.project, [map.id], target, PdfOptions(language=language), new.assets.__getitem__)
    title = next(node for node in drawing.nodes if node.band is not Band.PAGE)
    legend = next(node for node in drawing.nodes if node.key[0] == "legend")
    # Title and footer name the day and the page, which this drawing was not given.
    box = (0, round(title.y * SCALE), round(drawing.width * SCALE), round(legend.y * SCALE))
    screen = on_screen(drawing, new.assets).crop(box)
    paper = on_paper(target, drawing).crop(box)
    assert seen_apart(screen, paper) < 0.004
    moved = ImageChops.offset(screen, 1, 0)
    assert seen_apart(moved, paper) > 0.02, "the measure must notice half a point of shift"
