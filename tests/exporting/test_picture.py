"""Maps as SVG and PNG, read back by other programs."""

import math
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from journeyeditor.errors import Refused
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.output import Cancelled
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.picture import export_picture
from journeyeditor.exporting.result import ExportResult
from journeyeditor.templates import NewProject, make_project
from tests.exporting.reading import MADE, pixels_of

OPTIONS = PdfOptions(created=MADE, language="es")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def sample() -> NewProject:
    return make_project("sample", "es")


def exported(sample: NewProject, target: Path, **more: object) -> ExportResult:
    [map] = sample.project.maps()
    assets = sample.assets.__getitem__
    return export_picture(sample.project, map.id, target, OPTIONS, assets, **more)  # type: ignore[arg-type]


def test_a_png_is_the_page_of_the_pdf(sample: NewProject, tmp_path: Path) -> None:
    result = exported(sample, tmp_path / "map.png", dpi=144)
    export_pdf(sample.project, [], tmp_path / "map.pdf", OPTIONS, sample.assets.__getitem__)
    image = Image.open(tmp_path / "map.png")
    assert image.info["dpi"] == pytest.approx((144, 144), abs=0.1)
    [page] = result.pages
    assert image.size == (math.ceil(page.width * 2), math.ceil(page.height * 2))
    whole = pixels_of((tmp_path / "map.pdf").read_bytes(), 2)
    # Strips are painted one by one; nothing shows where they meet.
    differing = ImageChops.difference(image, whole).convert("L").histogram()
    assert sum(differing[16:]) / sum(differing) < 0.0005


def test_a_png_beyond_all_programs_is_refused(sample: NewProject, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="pixels"):
        exported(sample, tmp_path / "map.png", dpi=6000)
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_picture_leaves_the_old_one(sample: NewProject, tmp_path: Path) -> None:
    for name in ("map.png", "map.svg"):
        (tmp_path / name).write_text("old")
        with pytest.raises(Cancelled):
            exported(sample, tmp_path / name, cancelled=lambda: True)
        assert (tmp_path / name).read_text() == "old"


def test_an_svg_says_every_line_and_names_its_cards(sample: NewProject, tmp_path: Path) -> None:
    exported(sample, tmp_path / "map.svg")
    root = ET.parse(tmp_path / "map.svg").getroot()
    labels = [element.get("aria-label") for element in root.iter() if element.get("aria-label")]
    words = " ".join(filter(None, labels))
    for stage in sample.project.stages(sample.project.maps()[0].id):
        assert stage.name in words
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert titles[0] == "Mapa del viaje de cliente"
    assert any("Devolución de un artículo" in title for title in titles)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "es"


def test_an_svg_needs_nothing_from_outside(sample: NewProject, tmp_path: Path) -> None:
    exported(sample, tmp_path / "map.svg")
    text = (tmp_path / "map.svg").read_text()
    links = set(re.findall(r'href="([^"]{0,20})', text))
    assert all(link.startswith(("#", "data:image/")) for link in links)
    names = set(re.findall(r'\bid="([^"]+)"', text))
    assert {link[1:] for link in links if link.startswith("#")} <= names
    assert "font-family" not in text


def test_an_svg_looks_like_the_pdf(sample: NewProject, tmp_path: Path) -> None:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    exported(sample, tmp_path / "map.svg")
    exported(sample, tmp_path / "map.png", dpi=144)
    page = Image.open(tmp_path / "map.png")
    renderer = QSvgRenderer(QByteArray((tmp_path / "map.svg").read_bytes()))
    assert renderer.isValid()
    drawn = QImage(*page.size, QImage.Format.Format_RGB888)
    drawn.fill(0xFFFFFFFF)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    drawn.save(str(tmp_path / "svg.png"))
    assert _differing(page, Image.open(tmp_path / "svg.png").convert("RGB")) < 0.01


def _differing(first: Image.Image, second: Image.Image) -> float:
    soft = [image.filter(ImageFilter.BoxBlur(1)).convert("L") for image in (first, second)]
    histogram = ImageChops.difference(*soft).histogram()
    return sum(histogram[48:]) / sum(histogram)


def test_the_same_map_gives_the_same_picture(sample: NewProject, tmp_path: Path) -> None:
    for name in ("map.svg", "map.png"):
        contents = set()
        for _ in range(2):
            exported(sample, tmp_path / name, **({"dpi": 40} if name.endswith("png") else {}))
            contents.add((tmp_path / name).read_bytes())
        assert len(contents) == 1
