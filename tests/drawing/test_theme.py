"""Every pair of text and background, and every control's edge, has the contrast it needs."""

import re
from itertools import product

import pytest

from journeyeditor.drawing.bars import bar
from journeyeditor.drawing.faces import LEVELS, face
from journeyeditor.drawing.layout.heat import tint
from journeyeditor.drawing.signs import DEGREE_SIGNS, KIND_SIGNS, sign
from journeyeditor.drawing.theme import (
    DARK,
    INK_SAVER,
    LIGHT,
    MONO,
    PAPER,
    PLAIN,
    Scale,
    Theme,
    Tone,
    branded,
    contrast,
    mix,
)
from journeyeditor.model.choices import ChannelFamily
from tests.drawing.colours import VISION, smallest_distance

TEXT, EDGE = 4.5, 3.0
BRANDED = branded(PAPER, ["#FFD23F", "#1B998B", "red"])
THEMES = pytest.mark.parametrize(
    "theme",
    [LIGHT, DARK, PAPER, MONO, INK_SAVER, BRANDED],
    ids=["light", "dark", "paper", "mono", "ink saver", "branded"],
)


@THEMES
def test_texts_can_be_read(theme: Theme) -> None:
    texts = (theme.text, theme.text2, theme.text3, theme.accent_text)
    grounds = (
        *(theme.card, theme.canvas, theme.chrome, theme.header, theme.lane),
        *(theme.window, theme.sunken, theme.badge, theme.accent_soft),
    )
    pairs = [
        *product(texts, grounds),
        (theme.on_accent, theme.accent),
        (theme.on_accent, theme.accent_hover),
        (theme.on_avatar, theme.avatar),
        *product((theme.text2,), (theme.pos_tint, theme.neg_tint)),
        *((tone, theme.chrome) for tone in (theme.ok, theme.warn, theme.danger)),
        (theme.ok, theme.ok_soft),
        (theme.warn, theme.warn_soft),
        (theme.danger, theme.danger_soft),
        *((theme.family(f), ground) for f in ChannelFamily for ground in grounds[:2]),
        *product((*theme.kinds, *theme.degrees), grounds[:2]),
        *((theme.feature(level), theme.disc(level)) for level in range(-2, 3)),
    ]
    assert {pair: ratio for pair in pairs if (ratio := contrast(*pair)) < TEXT} == {}


@THEMES
def test_edges_can_be_seen(theme: Theme) -> None:
    pairs = [
        (theme.accent, theme.canvas),
        (theme.accent, theme.card),
        (theme.field, theme.chrome),
        (theme.curve, theme.lane),
        (theme.tone(PLAIN), theme.card),
        (theme.bar, theme.chrome),
    ]
    assert {pair: ratio for pair in pairs if (ratio := contrast(*pair)) < EDGE} == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("vision", VISION)
def test_what_a_lens_tells_apart_can_be_told_apart(theme: Theme, vision: str) -> None:
    assert smallest_distance((*theme.kinds, theme.tone(PLAIN)), vision) > 16
    assert smallest_distance(theme.degrees, vision) > 30


def test_a_lens_has_a_sign_for_each_of_its_colours() -> None:
    for theme in (LIGHT, DARK):
        assert len(KIND_SIGNS) == len(set(theme.kinds)) == len(theme.kinds)
        assert len(DEGREE_SIGNS) == len(set(theme.degrees)) == len(theme.degrees)
    drawn = {name: sign(name, 0, 0, 10, "#000000") for name in (*KIND_SIGNS, *DEGREE_SIGNS)}
    shapes = list(drawn.values())
    assert all(shapes)
    assert all(shapes.count(shape) == 1 for shape in shapes)


@THEMES
def test_numbers_on_a_heat_map_can_be_read(theme: Theme) -> None:
    for step in range(-20, 21):
        assert contrast(theme.text, tint(step / 10, theme)) >= TEXT
    assert contrast(theme.text3, tint(None, theme)) >= TEXT


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_colours_blend_in_proportion() -> None:
    assert mix("#000000", "#FF8000", 0.5) == "#804000"
    assert mix("#102030", "#FFFFFF", 0) == "#102030"


def test_paper_is_white() -> None:
    assert PAPER.canvas == "#FFFFFF"
    assert not PAPER.dark


def colours_of(value: object) -> set[str]:
    """All colours in a theme or in shapes, wherever they stand."""
    return set(re.findall("#[0-9A-Fa-f]{6}", repr(value)))


def test_black_and_white_has_greys_only() -> None:
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours_of(MONO))


def test_patterns_tell_apart_what_colours_do_elsewhere() -> None:
    scales = {Scale.FAMILY: len(MONO.families), Scale.KIND: len(MONO.kinds), Scale.DEGREE: 5}
    for scale, count in scales.items():
        tones = [PLAIN, *(Tone(scale, step) for step in range(count))]
        for height in (10.5, 45.0):
            bars = [bar(tone, 0, 0, 3, height, MONO) for tone in tones]
            assert len({repr([it.commands for it in shapes]) for shapes in bars}) == len(tones)


def test_faces_have_an_edge_where_their_discs_are_as_white_as_the_card() -> None:
    for theme in (MONO, INK_SAVER):
        for level in LEVELS:
            disc = face(level, 0, 0, 15, theme)[0]
            assert contrast(disc.stroke, theme.card) >= EDGE
            assert disc.x == disc.line_width / 2
            assert disc.x + disc.width + disc.line_width / 2 == pytest.approx(15)
    assert face(0, 0, 0, 15, PAPER)[0].stroke is None


def test_little_ink_leaves_nothing_tinted() -> None:
    tints = (INK_SAVER.lane, INK_SAVER.sunken, INK_SAVER.badge, INK_SAVER.avatar)
    soft = (INK_SAVER.ok_soft, INK_SAVER.warn_soft, INK_SAVER.pos_tint, INK_SAVER.neg_tint)
    assert {*tints, *soft, *INK_SAVER.discs} == {"#FFFFFF"}


def test_a_brand_is_the_accent_and_can_be_read() -> None:
    assert BRANDED.brand == ("#FFD23F", "#1B998B")
    assert BRANDED.accent == BRANDED.bar != PAPER.accent
    assert branded(PAPER, []) is PAPER
    assert branded(PAPER, ["blue; }"]) is PAPER
    assert branded(PAPER, ["#102030"]).accent == "#102030"
