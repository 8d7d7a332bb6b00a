"""Cards that tell less: what isn't told is dropped, takes no room, and nothing is shortened."""

from itertools import chain

import pytest

from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.layout.options import ALL_FIELDS, CardField
from journeyeditor.drawing.shapes import Box, Drawing, Node
from tests.drawing.geometry import check_nothing_elided, texts
from tests.drawing.sample import MAP, PARTIES, sample

SOME = frozenset({CardField.LABEL, CardField.CRITICAL, CardField.FACE})


def drawn(fields: frozenset[CardField], lens: str = "channel") -> Drawing:
    options = LayoutOptions(language="es", page=True, fields=fields, lens=lens)
    return lay_out(sample(), MAP, options)


def cards(drawing: Drawing) -> list[Node]:
    return [node for node in drawing.nodes if node.key[0] == "card"]


def said(drawing: Drawing) -> list[str]:
    """What each card says, line after line."""
    return [" ".join(text.text for text in texts(card)) for card in cards(drawing)]


def faces(node: Node) -> list[Box]:
    return [s for s in node.shapes if isinstance(s, Box) and s.width == s.height == 15]


def test_titles_alone_are_titles_and_nothing_else() -> None:
    bare = drawn(frozenset())
    for told, card in zip(said(bare), cards(bare), strict=True):
        assert card.name.startswith(told)
        assert faces(card) == []
    check_nothing_elided(bare)


def test_a_summary_tells_channel_title_critical_moment_and_face() -> None:
    some, full = drawn(SOME), drawn(ALL_FIELDS)
    letters = set(PARTIES)
    for short, long, card, other in zip(
        said(some), said(full), cards(some), cards(full), strict=True
    ):
        words = [word for word in long.split() if word not in letters and word != "3"]
        assert short.split() == words[: len(short.split())]
        assert len(faces(card)) == len(faces(other)) - long_avatars(other)
    assert "Tienda online" in said(some)[2]
    check_nothing_elided(some)


def long_avatars(node: Node) -> int:
    """How many of a card's round or square signs are its owners'."""
    return sum(text.text in PARTIES for text in texts(node))


def test_cards_are_as_high_as_they_need() -> None:
    heights = [
        [card.height for card in cards(drawn(fields))]
        for fields in (frozenset[CardField](), SOME, ALL_FIELDS)
    ]
    for titles, summary, full in zip(*heights, strict=True):
        assert titles < summary < full
    assert drawn(frozenset()).height < drawn(SOME).height < drawn(ALL_FIELDS).height


@pytest.mark.parametrize("page", [True, False])
def test_owners_that_are_not_told_are_nowhere(page: bool) -> None:
    options = LayoutOptions(
        language="es", page=page, fields=ALL_FIELDS - {CardField.OWNERS}, lens="channel"
    )
    drawing = lay_out(sample(), MAP, options)
    words = [text.text for node in drawing.nodes for text in texts(node)]
    assert not {*PARTIES, "Sin responsable", "Persona", "Departamento"} & set(words)
    names = " ".join(node.name for node in drawing.nodes)
    for name in chain(PARTIES.values(), ("responsable",)):
        assert name not in names
    assert set(PARTIES) - {"MA"} <= {t.text for n in drawn(ALL_FIELDS).nodes for t in texts(n)}


def test_the_curve_shows_emotions_that_cards_do_not_tell() -> None:
    curves = [n for n in drawn(frozenset()).nodes if n.key[0] == "curve"]
    assert any(isinstance(s, Box) and s.width == s.height == 12 for n in curves for s in n.shapes)
