"""What other programs read in a PDF of many scripts: all of it is printed once."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from journeyeditor.drawing.fonts import REGULAR, break_lines
from journeyeditor.drawing.ink import Ink, Style
from journeyeditor.drawing.shapes import Drawing, Node
from tests.exporting.reading import pdf_of, text_by_pdfium

BROKEN = [
    ("Die Donaudampfschifffahrtsgesellschaft ist blau", 80),
    ("Siehe https://www.example.com/a/very/long/path hier", 90),
    ("La pre-compra-acompañamiento, otra vez", 60),
]


def _paragraphs(*texts: tuple[str, float]) -> Drawing:
    """Each text in lines of its width."""
    nodes, top = [], 10.0
    for number, (text, width) in enumerate(texts):
        ink = Ink()
        lines = break_lines(text, REGULAR, 12, width)
        height = ink.write_all(lines, 0, 0, Style(REGULAR, 12, 16), "#000000")
        nodes.append(Node((str(number),), 20, top, 400, height, tuple(ink.shapes)))
        top += height + 20
    return Drawing(500, top, tuple(nodes))


@cache
def _printed() -> bytes:
    return pdf_of(_paragraphs(*BROKEN))


@pytest.fixture(scope="module", params=["pdfium", "pdftotext"])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a program reads on the one page."""
    if request.param == "pdfium":
        return "\n".join(line.strip() for line in text_by_pdfium(_printed()))
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    return _by_poppler(tmp_path_factory.mktemp("read") / "it.pdf")


def _by_poppler(path: Path) -> str:
    path.write_bytes(_printed())
    command = ["pdftotext", "-raw", path, "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def test_a_word_that_is_broken_is_read_as_one(read: str) -> None:
    assert " ".join(read.split()).startswith(" ".join(text for text, _ in BROKEN))
