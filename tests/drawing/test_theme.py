"""Every pair of text and background, and every control's edge, has the contrast it needs."""

from itertools import product

import pytest

from journeyeditor.drawing.layout.heat import tint
from journeyeditor.drawing.theme import DARK, LIGHT, PAPER, Theme, contrast, mix
from journeyeditor.model.choices import ChannelFamily

TEXT, EDGE = 4.5, 3.0
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])


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
        (theme.bar, theme.chrome),
    ]
    assert {pair: ratio for pair in pairs if (ratio := contrast(*pair)) < EDGE} == {}


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
