"""Shaping and line breaking."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.drawing.fonts import (
    ELLIPSIS,
    ITALIC,
    MEDIUM,
    REGULAR,
    SEMIBOLD,
    break_lines,
    breaking,
    count_lines,
    elide,
    shape,
)
from journeyeditor.drawing.fonts.shaping import Line, shape_paragraph
from journeyeditor.drawing.fonts.typefaces import (
    EMOJI,
    SYMBOLS,
    bundled,
    shared_typeface,
    system_typeface,
)
from journeyeditor.drawing.ink import CARD_TITLE

CARD = 109.5
PLAIN_WORDS = [
    *("Pago", "de", "la", "confirmación", "y", "factura", "AVATAR"),
    *("“Té”", "(ya)", "¿Cuánto?", "L’eau", "1,5", "%", "Ærø"),
]


def title(text: str) -> list[str]:
    return [line.text for line in CARD_TITLE.lines(text, CARD)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Cola y pago en la caja"],
        ["Pago con", "tarjeta o Bizum"],
        ["Devolución de un", "artículo que no encaja"],
        ["Boletín mensual", "con ofertas según", "sus compras"],
        ["Visita a la sala de", "exposición con", "ambientes montados"],
        ["Consulta de existencias", "por teléfono"],
    ],
)
def test_titles_break_and_balance(lines: list[str]) -> None:
    assert title(" ".join(lines)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Uno\nDos", ["Uno", "Dos"]),
        ("Uno\r\n\n  Dos ", ["Uno", "", "Dos"]),
        ("información/documentación", ["información/", "documentación"]),
        ("pre-compra-acompañamiento", ["pre-compra-", "acompañamiento"]),
        ("uno…dos “tres” (cuatro) cinco", ["uno…dos “tres”", "(cuatro) cinco"]),
        ("Servicio de asistencia 24/7", ["Servicio de", "asistencia 24/7"]),
        ("   ", []),
        ("", []),
    ],
)
def test_where_lines_may_break(text: str, lines: list[str]) -> None:
    assert title(text) == lines


def test_a_word_breaks_only_where_it_alone_is_too_long() -> None:
    text = "La Donaudampfschifffahrtsgesellschaftskapitänsmütze azul"
    lines = CARD_TITLE.lines(text, CARD)
    assert len(lines) == 3
    assert max(line.width for line in lines) <= CARD
    assert "".join(line.text for line in lines) == text
    assert title("Una cosa Donaudampfschiff") == ["Una cosa", "Donaudampfschiff"]


def test_chinese_breaks_between_any_two_characters_but_not_before_a_stop() -> None:
    width = shape("配送", REGULAR, 10).width + 1
    lines = [line.text for line in break_lines("配送状況。確認と", REGULAR, 10, width)]
    assert "".join(lines) == "配送状況。確認と"
    assert lines[0] == "配送"
    assert not any(line.startswith("。") for line in lines)


def test_no_break_space_does_not_break() -> None:
    lines = title("Confirmación factura\N{NO-BREAK SPACE}20\N{NO-BREAK SPACE}%")
    assert lines == ["Confirmación", "factura\N{NO-BREAK SPACE}20\N{NO-BREAK SPACE}%"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PLAIN_WORDS), min_size=1, max_size=14), st.integers(80, 300))
def test_balanced_lines_are_as_narrow_as_their_number_allows(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = break_lines(text, REGULAR, 9, width)
    assert " ".join(line.text for line in lines) == text
    widest = max(line.width for line in lines)
    assert widest <= width + 0.01
    assert len(lines) == len(break_lines(text, REGULAR, 9, width, balance=False))
    if len(lines) > 1:
        narrower = break_lines(text, REGULAR, 9, widest - 0.05, balance=False)
        broken = " ".join(line.text for line in narrower) != text
        assert broken or len(narrower) > len(lines)


@settings(max_examples=300, deadline=None)
@given(st.text("ab áñ배م\u0301 -/–\n\u00a0¿(«»)”.,:%1", max_size=40), st.integers(5, 120))
def test_lines_are_counted_as_they_are_broken(text: str, width: int) -> None:
    assert count_lines(text, REGULAR, 9, width) == len(break_lines(text, REGULAR, 9, width))


@settings(max_examples=300, deadline=None)
@given(st.text("ab áñ -/–\u00a0¿(«»)“”'.,:;!%$€1", max_size=30))
def test_a_plain_text_breaks_where_its_words_do(text: str) -> None:
    found = breaking._plain_units(text.strip(), REGULAR, 9)
    assert found is not None
    assert found.units == breaking._breaking(text.strip(), REGULAR)


def test_very_long_texts_are_only_filled() -> None:
    lines = break_lines("palabra larga " * 1400, SEMIBOLD, 9.375, CARD)
    assert sum(len(line.text.split()) for line in lines) == 2800
    assert max(line.width for line in lines) <= CARD


@settings(max_examples=150, deadline=None)
@given(st.text("ab áñ配م👩\u200d\u0301 -/\n", max_size=40), st.integers(5, 120))
def test_runs_spell_the_text(text: str, width: int) -> None:
    for line in (*break_lines(text, REGULAR, 9, width), shape(text, REGULAR, 9)):
        spelt = "".join(run.text for run in line.runs) + "".join(o.text for o in line.outlines)
        assert sorted(spelt) == sorted(line.text)
        for run in line.runs:
            assert len(run.glyphs) == len(run.xs) == len(run.ys) == len(run.clusters)
            assert all(0 <= cluster < len(run.text) for cluster in run.clusters)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(PLAIN_WORDS), min_size=1, max_size=6),
    st.sampled_from((REGULAR, MEDIUM, SEMIBOLD, ITALIC)),
)
def test_words_put_together_are_the_text_shaped_as_a_whole(words: list[str], font: str) -> None:
    text = " ".join(words)
    (run,) = shape(text, font, 10).runs
    (whole,) = shape_paragraph(text + "\u200b", font, 10).line(0, len(text)).runs
    assert run.glyphs == whole.glyphs
    assert run.xs == pytest.approx(whole.xs)


def test_kerning_is_on_and_ligatures_are_off() -> None:
    pair, single = shape("AV", REGULAR, 10), shape("A", REGULAR, 10)
    assert pair.width < single.width + shape("V", REGULAR, 10).width
    assert len(shape("ffi fl", REGULAR, 10).runs[0].glyphs) == 6


@pytest.mark.parametrize("font", [REGULAR, ITALIC])
def test_a_ligature_that_is_a_character_is_drawn_as_its_letters(font: str) -> None:
    [run] = shape("oﬃcina", font, 12).runs
    assert (run.font, run.text) == (font, "oﬃcina")
    assert run.clusters == (0, 1, 1, 1, 2, 3, 4, 5)
    assert shape("ﬁn ﬂor", font, 12).runs[0].glyphs == shape("fin flor", font, 12).runs[0].glyphs
    assert shape("ﬁn", font, 12).width == pytest.approx(shape("fin", font, 12).width)


def test_marks_stand_over_their_letters() -> None:
    (run,) = shape("q\u0301", REGULAR, 10).runs
    assert len(run.glyphs) == 2
    assert run.clusters == (0, 0)
    assert shape("q\u0301", REGULAR, 10).width == pytest.approx(shape("q", REGULAR, 10).width)


@pytest.mark.parametrize(
    ("text", "fonts"),
    [
        ("Envío", [REGULAR]),
        ("a ✔ b", [REGULAR, SYMBOLS, REGULAR]),
        ("👩‍👩‍👧", [EMOJI]),
        ("❤️", [EMOJI]),
        ("مرحبا", [SYMBOLS]),
    ],
)
def test_each_character_comes_from_the_first_font_that_has_it(text: str, fonts: list[str]) -> None:
    assert [run.font for run in shape(text, REGULAR, 9).runs] == fonts


def test_emoji_of_several_characters_are_one_sign() -> None:
    (run,) = shape("👩‍👩‍👧", REGULAR, 9).runs
    assert len([x for x in run.xs if x == 0]) == len(run.glyphs)
    assert run.text == "👩‍👩‍👧"


def test_what_no_font_has_is_a_visible_box_and_reported() -> None:
    line = shape("a\U000f1234b", REGULAR, 10)
    assert line.missing == {"\U000f1234"}
    (outline,) = line.outlines
    assert outline.text == "\U000f1234"
    assert len(outline.commands) == 10
    assert line.width > shape("ab", REGULAR, 10).width + 5


def test_nobody_knows_what_a_private_character_is() -> None:
    """Though the text fonts have a sign of their own there."""
    assert "\ue000" in bundled(REGULAR).covered
    assert shape("a\ue000b", REGULAR, 10).missing == {"\ue000"}


def test_characters_written_together_come_from_one_font() -> None:
    if system_typeface("日のテ、") is None:
        pytest.skip("this machine has no Japanese font")
    items = shape_paragraph("日本のテスト、 “お客様”が嬉しい", REGULAR, 10).items
    fonts = {item.typeface for item in items if item.typeface and not item.typeface.stem}
    assert fonts == {shared_typeface("日本のテストお客様が嬉しい、")}
    outlines = shape("日本のお客様が嬉しい", REGULAR, 10).outlines
    assert [outline.text for outline in outlines] == ["日本のお客様が嬉しい"]
    assert (outlines[0].left, outlines[0].right) == pytest.approx((0, 100))


def test_other_scripts_are_outlines_of_a_system_font() -> None:
    if system_typeface("配") is None:
        pytest.skip("this machine has no Chinese font")
    line = shape("Pedido 配送", REGULAR, 10)
    assert [run.text for run in line.runs] == ["Pedido "]
    (outline,) = line.outlines
    assert outline.text == "配送"
    left = min(v for command in outline.commands for v in command[1::2] if isinstance(v, float))
    assert left >= shape("Pedido ", REGULAR, 10).width
    assert not line.missing


def test_right_to_left_text_is_in_visual_order() -> None:
    line = shape("(שלום) 12", REGULAR, 10)
    spelt = [run.text for run in line.runs]
    assert spelt[0] == "12"
    hebrew = next(run for run in line.runs if run.text == "שלום")
    assert list(hebrew.clusters) == [3, 2, 1, 0]
    assert all(a < b for a, b in pairwise(hebrew.xs))


def test_a_line_of_right_to_left_text_keeps_its_letters_joined() -> None:
    text = "مرحبامرحبامرحبا"
    lines = break_lines(text, REGULAR, 10, 30)
    assert len(lines) > 1
    assert "".join(line.text for line in lines) == text
    glyphs = [glyph for line in lines for run in line.runs for glyph in reversed(run.glyphs)]
    assert glyphs == list(reversed(shape(text, REGULAR, 10).runs[0].glyphs))


@pytest.mark.parametrize(
    ("width", "count", "lines"),
    [
        (CARD, 2, ["Devolución de un", "artículo que no encaja"]),
        (CARD, 1, ["Devolución de un artí…"]),
        (60, 2, ["Devolución", "de un artíc…"]),
        (40, 3, ["Devol", "ución de", "un artí…"]),
        (40, 2, ["Devol", "ución…"]),
        (5, 2, []),
    ],
)
def test_elision(width: float, count: int, lines: list[str]) -> None:
    shown = elide("Devolución de un artículo que no encaja", SEMIBOLD, 9.375, width, count)
    assert [line.text for line in shown] == lines
    assert all(line.width <= width for line in shown)


def test_elision_does_not_split_a_sign() -> None:
    family = "👩‍👩‍👧"
    (line,) = elide(family * 20, REGULAR, 10, 100)
    assert line.text.removesuffix(ELLIPSIS) == family * line.text.count(family)


def test_control_characters_take_no_room() -> None:
    assert shape("a\x00\x1fb", REGULAR, 10).width == pytest.approx(shape("ab", REGULAR, 10).width)
    assert shape("a\tb", REGULAR, 10).width == pytest.approx(shape("a b", REGULAR, 10).width)


def test_the_text_fonts_have_what_spanish_and_english_need() -> None:
    needed = "áéíóúüñçÁÉÍÓÚÜÑÇ¿¡«»“”‘’–—…·€%ªº½→−×•"
    for font in (REGULAR, MEDIUM, SEMIBOLD, ITALIC):
        assert bundled(font).plain.issuperset(needed)


def test_nothing_is_a_line_without_width() -> None:
    assert shape("", REGULAR, 9) == Line("", 0.0)
