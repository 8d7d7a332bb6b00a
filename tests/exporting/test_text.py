import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest

from journeyeditor.drawing.fonts import ITALIC, REGULAR, SEMIBOLD, shape
from journeyeditor.drawing.shapes import Box, Drawing, GlyphRun, Node, Text
from journeyeditor.drawing.shapes import Path as Outline
from tests.exporting.reading import (
    drawing_of,
    fonts_of,
    lines_of,
    operators_of,
    pdf_of,
    pixels_of,
    text_by_pdfium,
    text_by_pypdf,
    written,
)

PLAIN = [
    "Oficina: fi ffi ffl fjord, AVATAR Té To",
    "½ pinta, 3⁄4, 1½ y 12 €",
    "10\N{NO-BREAK SPACE}% de descuento",
    "«hola» “curly” ‘single’ it’s – — …",
    "niño, pingüino, français, Việt Nam, Ελληνικά",
    "→ ≤ ✔ ☺ ★",
    "x\u0303 n\u0308o \u1ea1\u0308 Z\u0351\u036b\u0313a in one line",
    "😟 👩‍🔬 ❤️ 👍🏽 1️⃣ feelings",
]


def test_text_is_read_back_as_it_was_written() -> None:
    content = pdf_of(lines_of(*PLAIN))
    assert text_by_pypdf(content) == PLAIN
    assert text_by_pdfium(content) == PLAIN


def test_a_ligature_is_found_by_its_letters() -> None:
    content = pdf_of(lines_of("La oﬃcina, ﬁel a la ﬂor", font=ITALIC))
    assert text_by_pypdf(content) == text_by_pdfium(content) == ["La officina, fiel a la flor"]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_poppler_reads_the_same(tmp_path: Path) -> None:
    (tmp_path / "it.pdf").write_bytes(pdf_of(lines_of(*PLAIN)))
    read = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "it.pdf", "-"], capture_output=True, check=True
    ).stdout.decode()
    # It writes every kind of space as a space.
    spaced = [line.replace("\N{NO-BREAK SPACE}", " ") for line in PLAIN]
    assert read.rstrip("\f").splitlines() == spaced


def test_what_is_never_seen_does_not_part_words() -> None:
    content = pdf_of(lines_of("soft\N{SOFT HYPHEN}hyphen", "zero\N{ZERO WIDTH SPACE}width", "a\tb"))
    assert text_by_pypdf(content) == ["softhyphen", "zerowidth", "a b"]


@pytest.mark.parametrize("word", ["مرحبا بالعالم", "שלום עולם"])
def test_right_to_left_words_are_found(word: str) -> None:
    assert text_by_pdfium(pdf_of(lines_of(word))) == [word]


def test_letters_drawn_as_outlines_are_found_in_their_place() -> None:
    """As where no bundled font has them; here the outline is a box."""
    line = shape("Map: 日本語 here", REGULAR, 12)
    before, after = shape("Map: ", REGULAR, 12), shape(" here", REGULAR, 12)
    run = after.runs[0]
    moved = GlyphRun(**{**_fields(run), "xs": tuple(x + before.width + 36 for x in run.xs)})
    text = Text(0, 20, line.width, line.text, "#000000", (before.runs[0], moved))
    left, right = before.width, before.width + 36
    corners = (("M", left, 8.0), ("L", right, 8.0), ("L", right, 21.0), ("Z",))
    content = pdf_of(drawing_of(text, Outline(corners, fill="#000000", text="日本語")))
    assert text_by_pypdf(content) == ["Map: 日本語 here"]
    assert text_by_pdfium(content) == ["Map: 日本語 here"]


def _fields(run: GlyphRun) -> dict[str, object]:
    return {name: getattr(run, name) for name in GlyphRun.__slots__}


@pytest.mark.parametrize("word", ["の", "שלום"])
def test_an_outline_alone_is_found_too(word: str) -> None:
    box = (("M", 0.0, 8.0), ("L", 30.0, 8.0), ("L", 30.0, 21.0), ("Z",))
    line, letters = Text(0, 20, 30, word, "#000000", ()), Outline(box, fill="#000000", text=word)
    assert text_by_pdfium(pdf_of(drawing_of(line, letters))) == [word]


def test_glyphs_stand_where_the_layout_put_them() -> None:
    texts = ["AVATAR Té. To-Wort", "x\u0303 niño ½"]
    drawing = lines_of(*texts, font=SEMIBOLD, size=9.375)
    page = pypdfium2.PdfDocument(pdf_of(drawing))[0]
    textpage = page.get_textpage()
    position = 0
    for node, text in zip(drawing.nodes, texts, strict=True):
        (line,) = node.shapes
        assert isinstance(line, Text)
        (run,) = line.runs
        first_of = dict(zip(reversed(run.clusters), reversed(run.xs), strict=True))
        for cluster, x in first_of.items():
            found = _origin(textpage, position + cluster)
            baseline = drawing.height - node.y - line.y
            assert found == pytest.approx((node.x + line.x + x, baseline), abs=0.012)
        position += len(text) + 2  # pdfium ends lines with two characters


def _origin(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    from ctypes import byref, c_double

    x, y = c_double(), c_double()
    assert pypdfium2.raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
    return x.value, y.value


def test_marks_off_the_line_are_drawn_where_they_belong() -> None:
    def top_of_ink(text: str) -> int:
        page = pixels_of(pdf_of(lines_of(text, size=20)), 8)
        box = page.point(lambda value: 255 - value).getbbox()
        assert box is not None
        return box[1]

    assert top_of_ink("xn\u0303") == top_of_ink("xñ")
    assert top_of_ink("x\u0303") <= top_of_ink("ñ") < top_of_ink("x")


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "it.pdf").write_bytes(pdf_of(lines_of(*PLAIN, "日本", "שלום"), lines_of("two")))
    checked = subprocess.run(["qpdf", "--check", tmp_path / "it.pdf"], capture_output=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_fonts_are_embedded_subsets_and_nothing_else() -> None:
    drawing = lines_of("Regular ✔ 😟")
    italic = lines_of("Cursiva", font=ITALIC)
    content = pdf_of(drawing, italic)
    fonts = list(fonts_of(content))
    assert {font["/Subtype"] for font in fonts} == {"/Type0", "/CIDFontType2"}
    names = {font["/BaseFont"].split("+")[-1] for font in fonts}
    assert names == {"Inter-Regular", "DejaVuSans", "NotoEmoji-Regular", "Inter-Italic"}
    for font in fonts:
        assert font["/BaseFont"][7] == "+", "the tag of a subset"
        if font["/Subtype"] == "/CIDFontType2":
            file = font["/FontDescriptor"]["/FontFile2"]
            assert len(file.get_data()) < 8000
        else:
            assert font["/Encoding"] == "/Identity-H"
    assert len(content) < 25_000


def test_state_is_set_once_for_equal_neighbours() -> None:
    texts = [text for x in (0, 30, 60) for text in written("uno", REGULAR, 8, x)]
    operators = operators_of(pdf_of(drawing_of(*texts)))
    assert operators.count(" Tf") == operators.count(" rg") == operators.count("BT") == 1
    assert operators.count("Tj") == 3


def test_an_empty_line_draws_nothing() -> None:
    assert text_by_pypdf(pdf_of(lines_of("", "after"))) == ["after"]


def test_nodes_without_shapes_leave_no_trace() -> None:
    empty = Drawing(100, 100, (Node(("card", "1"), 5, 5, 50, 50),))
    box = Drawing(100, 100, (Node(("card", "1"), 5, 5, 50, 50, (Box(0, 0, 1, 1),)),))
    assert " cm\nq" not in operators_of(pdf_of(empty))
    assert " re" not in operators_of(pdf_of(box))
