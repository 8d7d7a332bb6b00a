"""What other programs read in a PDF of many scripts: all of it is printed once."""

import shutil
import subprocess
from functools import cache
from itertools import chain
from pathlib import Path
from unicodedata import normalize

import pytest

from journeyeditor.drawing.fonts import REGULAR, break_lines
from journeyeditor.drawing.fonts.typefaces import system_typeface
from journeyeditor.drawing.ink import Ink, Style
from journeyeditor.drawing.shapes import Drawing, Node
from tests.exporting.reading import pdf_of, text_by_pdfium

BROKEN = [
    ("Die Donaudampfschifffahrtsgesellschaft ist blau", 80),
    ("Siehe https://www.example.com/a/very/long/path hier", 90),
    ("La pre-compra-acompañamiento, otra vez", 60),
]
LINES = [
    "Oficina ﬁel: fi ffl fjord, Zürich, niño, Việt Nam, x\u0303",
    "Ελληνικά και κυριλλικά: Привет, мир (тест) 12,5",
    "العملاء",
    "مَرْحَبًا بالعالم",
    "שָׁלוֹם עולם",
]
BRACKETS = {
    "pdfium": ["שלום (עולם)", "زيارة [الموقع]"],
    "pdftotext": ["(test) مرة"],
}
"""Each program has rules of its own for what is mirrored; these are read right by one at least."""
JAPANESE = ["日本のお客様が嬉しい", "Pedido 「配送状況」 (test) のテスト"]


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
    lines = [*LINES, *JAPANESE, *chain(*BRACKETS.values())]
    return pdf_of(_paragraphs(*BROKEN, *((line, 400.0) for line in lines)))


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
    command = ["pdftotext", str(path), "-"]
    read = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return read.translate(dict.fromkeys(map(ord, "\u202a\u202b\u202c")))


def test_a_word_that_is_broken_is_read_as_one(read: str) -> None:
    assert " ".join(read.split()).startswith(" ".join(text for text, _ in BROKEN))


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_any_bundled_script_is_read_as_it_was_written(read: str, line: str) -> None:
    assert normalize("NFC", line.replace("ﬁ", "fi")) in normalize("NFC", read).splitlines()


@pytest.mark.parametrize("line", JAPANESE)
def test_japanese_is_read_without_gaps(read: str, line: str) -> None:
    if system_typeface("日のテ「") is None:
        pytest.skip("this machine has no Japanese font")
    assert line in read.splitlines()


def test_brackets_are_what_they_look_like(read: str, request: pytest.FixtureRequest) -> None:
    assert set(BRACKETS[request.node.callspec.params["read"]]) <= set(read.splitlines())
