"""What colours the cards, and what says so without colour."""

import pytest

from journeyeditor.drawing.layout import LayoutOptions, lay_out
from journeyeditor.drawing.layout.legend import lens_legend
from journeyeditor.drawing.layout.lens import lens_choices, make_lens
from journeyeditor.drawing.shapes import Box
from journeyeditor.drawing.theme import DARK, LIGHT
from journeyeditor.model.choices import Evidence, Role
from journeyeditor.model.fields import Record, make, revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Axis,
    AxisValue,
    Classification,
    Party,
    Placement,
    Responsibility,
    Touchpoint,
    make_link,
)
from tests.drawing.geometry import texts, words
from tests.drawing.sample import MAP, sample

CARD = sample().get(Placement, "card-2-0-1")
TOUCHPOINT = sample().get(Touchpoint, CARD.touchpoint)
AXIS = (
    make(Axis, id="phase", name="Fase", order="V"),
    make(AxisValue, id="before", axis="phase", name="Antes", order="A"),
    make(AxisValue, id="after", axis="phase", name="Después", order="B"),
    make_link(Classification, touchpoint=TOUCHPOINT.id, axis="phase", value="after"),
)


def filled(*records: Record) -> Project:
    known = {record.id: record for record in sample()}
    return Project((known | {record.id: record for record in records}).values())


KNOWN = filled(revise(TOUCHPOINT, effectiveness=4, evidence=Evidence.PARTIAL), *AXIS)


def look(project: Project, lens: str, card: str = CARD.id, dark: bool = False) -> tuple[str, str]:
    """A card's bar and the words on its first line."""
    theme = DARK if dark else LIGHT
    options = LayoutOptions(lens=lens, theme=theme, language="es")
    node = lay_out(project, MAP, options).by_key["card", card]
    bar = node.shapes[1]
    assert isinstance(bar, Box)
    first = texts(node)[0]
    assert first.colour in (bar.fill, theme.text3)
    return bar.fill or "", first.text


@pytest.mark.parametrize(
    ("lens", "scale", "step", "label"),
    [
        ("owner", "kinds", 0, "Ana Prieto"),
        ("emotion", "degrees", 3, "Positiva"),
        ("effectiveness", "degrees", 3, "Alto"),
        ("evidence", "degrees", 2, "Investigado en parte"),
        ("completeness", "degrees", 1, "36\N{NO-BREAK SPACE}% completo"),
        ("axis:phase", "kinds", 1, "Después"),
        ("channel", "families", 3, "WhatsApp"),
    ],
)
def test_each_lens_shows_what_it_looks_for(lens: str, scale: str, step: int, label: str) -> None:
    for theme in (LIGHT, DARK):
        bar, words = look(KNOWN, lens, dark=theme.dark)
        assert (bar, words) == (getattr(theme, scale)[step], label)


@pytest.mark.parametrize("lens", ["effectiveness", "evidence", "axis:phase", "owner"])
def test_what_is_not_known_is_plain_and_says_so(lens: str) -> None:
    bar, words = look(KNOWN, lens, "card-0-0-1")
    assert bar == LIGHT.field
    assert words in ("No se sabe", "Sin clasificar", "Sin responsable")


@pytest.mark.parametrize("lens", ["axis:gone", "nonsense", ""])
def test_a_lens_that_is_not_there_is_that_of_channels(lens: str) -> None:
    assert look(KNOWN, lens) == look(KNOWN, "channel")


def test_of_many_owners_the_busiest_have_colours_and_the_others_their_names() -> None:
    touchpoints = list(sample().all(Touchpoint))[:10]
    parties = [make(Party, id=f"n{i}", name=f"Persona {i}") for i in range(10)]
    duties = [
        make_link(Responsibility, subject=t.id, party=p.id, role=Role.RESPONSIBLE)
        for t, p in zip(touchpoints, parties, strict=True)
    ]
    others = [r for r in sample() if not isinstance(r, Responsibility)]
    project = Project([*others, *parties, *duties])
    lens = make_lens(project, MAP, "owner", "es")
    names = [category.name for category in lens.categories]
    assert len(names) == 8 + 2
    assert names[-2:] == ["Otros responsables", "Sin responsable"]
    signs = [category.sign for category in lens.categories]
    assert len(set(signs)) == len(signs)
    cards = {card.touchpoint: card for card in project.placements(MAP)}
    seen = [look(project, "owner", cards[t.id].id) for t in touchpoints]
    assert [label for _, label in seen] == [f"Persona {i}" for i in range(10)]
    assert sum(bar == LIGHT.field for bar, _ in seen) == 2


def test_the_legend_on_paper_names_what_there_is_and_nothing_else() -> None:
    def legend(lens: str) -> list[str]:
        options = LayoutOptions(lens=lens, language="es", page=True)
        return [text.text for text in texts(lay_out(KNOWN, MAP, options).by_key["legend",])]

    assert legend("axis:phase")[:3] == ["Fase", "Después", "Sin clasificar"]
    assert "Investigado en parte" in legend("evidence")
    assert "Investigado" not in legend("evidence")
    assert legend("emotion")[0] == "Emoción"
    assert legend("emotion").count("Emoción") == 1
    assert legend("channel")[0] == "Canal"


def test_the_legend_on_screen_names_all_and_takes_the_rows_it_needs() -> None:
    lens = make_lens(KNOWN, MAP, "effectiveness", "es")
    look = LayoutOptions(language="es").look
    wide, narrow = lens_legend(lens, 1000, look), lens_legend(lens, 160, look)
    assert words(wide)[0] == "Eficacia"
    assert len(words(wide)) == 1 + 6 == len(words(narrow))
    assert wide.height == 12 < narrow.height
    assert wide.nodes[0].name.startswith("Eficacia: ")


def test_axes_of_the_project_are_among_the_lenses() -> None:
    choices = dict(lens_choices(KNOWN, "es"))
    assert choices["axis:phase"] == "Fase"
    assert next(iter(choices)) == "channel"


def test_listeners_hear_what_the_lens_shows() -> None:
    options = LayoutOptions(lens="axis:phase", language="es")
    assert lay_out(KNOWN, MAP, options).by_key["card", CARD.id].name.endswith(", Fase: Después")
    owner = lay_out(KNOWN, MAP, LayoutOptions(lens="owner", language="es"))
    channel = lay_out(KNOWN, MAP, LayoutOptions(language="es"))
    assert owner.by_key["card", CARD.id].name == channel.by_key["card", CARD.id].name
