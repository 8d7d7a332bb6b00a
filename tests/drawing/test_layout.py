"""Where things stand on the map, to the quarter point, and what they say."""

from functools import partial

import pytest

from journeyeditor.drawing.ink import Drawn, LateDrawn
from journeyeditor.drawing.layout import LayoutCache, LayoutOptions, Level, lay_out
from journeyeditor.drawing.shapes import Band, Box, Drawing, Image, Node, Path, Stack, Text
from journeyeditor.drawing.theme import DARK, LIGHT
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import ChannelFamily, Role
from journeyeditor.model.edits.lanes import show_lane
from journeyeditor.model.fields import Record, make, revise
from journeyeditor.model.lanes import lanes_of
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    Channel,
    JourneyMap,
    Party,
    Placement,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
)
from tests.drawing.geometry import texts, words
from tests.drawing.sample import MAP, sample

PROJECT = sample()


def place(node: Node) -> tuple[float, float, float, float]:
    return node.x, node.y, node.width, node.height


def lines(drawing: Drawing, *key: str) -> list[str]:
    return [text.text for text in texts(drawing.by_key[key])]


def altered(record: Record, **values: object) -> Project:
    return with_records(revise(record, **values))


def with_records(*records: Record) -> Project:
    before = {record.id: PROJECT.find(type(record), record.id) for record in records}
    return PROJECT.apply(Change(Label("Change"), before, {r.id: r for r in records}))


def card(project: Project, **options: object) -> Node:
    """The first card of the map."""
    return lay_out(project, MAP, LayoutOptions(**options)).by_key["card", "card-0-0-0"]  # type: ignore[arg-type]


def touchpoint() -> Touchpoint:
    return PROJECT.get(Touchpoint, PROJECT.get(Placement, "card-0-0-0").touchpoint)


def test_the_grid() -> None:
    drawing = lay_out(PROJECT, MAP)
    assert (drawing.width, drawing.background) == (1152, LIGHT.canvas)
    found = {key: place(node) for key, node in drawing.by_key.items()}
    assert found["corner",] == (0, 0, 144, 60)
    assert found["stage", "stage-2"] == (432, 0, 144, 60)
    assert found["segment", "segment-0"] == (0, 60, 144, 159)
    assert found["cell", "stage-1", "segment-0"] == (288, 60, 144, 159)
    assert found["card", "card-1-0-0"] == (294, 66, 132, 70.5)
    assert found["card", "card-1-0-1"] == (294, 142.5, 132, 70.5)
    assert found["curve_rail", "segment-0"] == (0, 219, 144, 81)
    assert found["curve", "segment-0"] == (144, 219, 1008, 81)
    assert found["segment", "segment-1"] == (0, 300, 144, 159)


def test_bands() -> None:
    bands = {node.key[0]: node.band for node in lay_out(PROJECT, MAP).nodes}
    assert bands == {
        "corner": Band.CORNER,
        "stage": Band.HEADER,
        "segment": Band.RAIL,
        "curve_rail": Band.RAIL,
        "cell": Band.BODY,
        "card": Band.BODY,
        "curve": Band.BODY,
    }


@pytest.mark.parametrize(
    ("title", "height"),
    [
        ("Pago", 58.5),
        ("Pago con tarjeta o Bizum", 70.5),
        ("Boletín mensual con ofertas según sus compras", 82.5),
        ("a\nb\nc\nd\ne", 106.5),
        ("", 58.5),
    ],
)
def test_cards_are_as_high_as_their_title(title: str, height: float) -> None:
    assert card(altered(touchpoint(), name=title)).height == height


def test_a_long_channel_name_wraps() -> None:
    channel = PROJECT.get(Channel, "channel-social")
    node = card(altered(channel, name="Redes sociales y comunidades"))
    assert node.height == 70.5 + 12
    assert [text.text for text in texts(node)][:2] == ["Redes sociales", "y comunidades"]


@pytest.mark.parametrize(("width", "abreast"), [(120, 1), (281, 1), (282, 2), (420, 3)])
def test_a_wide_column_takes_cards_side_by_side(width: float, abreast: int) -> None:
    project = altered(PROJECT.get(Stage, "stage-0"), width=width)
    first = project.get(Placement, "card-0-0-0")
    more = [revise(first, id=f"more-{i}", order=f"z{i}") for i in range(3)]
    project = project.apply(
        Change(Label("Add"), {r.id: None for r in more}, {r.id: r for r in more})
    )
    drawing = lay_out(project, MAP)
    ids = [placement.id for placement in project.cell("stage-0", "segment-0")]
    places = [place(drawing.by_key["card", id]) for id in ids]
    inner = (width - 12 - 6 * (abreast - 1)) / abreast
    assert [x for x, *_ in places[:abreast]] == pytest.approx(
        [150 + i * (inner + 6) for i in range(abreast)]
    )
    assert places[0][2] == pytest.approx(inner)
    if abreast > 1:
        assert places[0][1] == places[1][1] < places[abreast][1]
    assert drawing.by_key["stage", "stage-1"].x == 144 + width


def test_goals_of_one_line_make_a_lower_header() -> None:
    stage = PROJECT.get(Stage, "stage-0")
    assert lay_out(altered(stage, goal="Corta"), MAP).by_key["corner",].height == 49.5
    longer = altered(
        stage, goal="Una meta que ocupa tres líneas enteras de esta columna, tan larga es"
    )
    assert lay_out(longer, MAP).by_key["corner",].height == 70.5
    named = altered(stage, name="Un nombre de etapa que no cabe en una línea")
    assert lay_out(named, MAP).by_key["corner",].height == 90


def test_stretching_widens_all_columns_alike() -> None:
    drawing = lay_out(PROJECT, MAP, LayoutOptions(width=1309))
    assert drawing.width == pytest.approx(1309)
    assert drawing.by_key["cell", "stage-3", "segment-0"].width == pytest.approx(1165 / 7)
    assert lay_out(PROJECT, MAP, LayoutOptions(width=100)).width == 1152


def test_reading_order() -> None:
    kinds = [node.key[0] for node in lay_out(PROJECT, MAP).nodes]
    assert kinds[:9] == ["corner", *["stage"] * 7, "segment"]
    assert kinds[9:15] == ["cell", "card", "card", "cell", "card", "card"]
    assert kinds[-2:] == ["curve_rail", "curve"]
    said = words(lay_out(PROJECT, MAP, LayoutOptions(page=True, language="es")))
    order = ["Mapa del viaje de cliente", "Conciencia", "Promoción", "Compradora digital"]
    order += ["Redes sociales", "Anuncio de la", "Reseña en un blog", "Cliente de tienda"]
    assert sorted(order, key=said.index) == order


@pytest.mark.parametrize(
    ("language", "share", "mean"),
    [("en", "6 · 20%", "average +0.3"), ("es", "6 · 20\N{NO-BREAK SPACE}%", "+0,3")],
)
def test_numbers_are_written_in_the_readers_way(language: str, share: str, mean: str) -> None:
    drawing = lay_out(PROJECT, MAP, LayoutOptions(language=language))
    assert lines(drawing, "stage", "stage-0")[-1] == share
    assert lines(drawing, "curve_rail", "segment-0")[1].endswith(mean)


def test_importance_is_shown_in_dots() -> None:
    node = lay_out(PROJECT, MAP).by_key["stage", "stage-2"]
    dots = [shape for shape in node.shapes if isinstance(shape, Box) and shape.radius]
    assert [dot.fill for dot in dots] == [LIGHT.text2] * 4 + [None]
    assert dots[0].width == 5.25
    assert dots[1].x - dots[0].x == 8.25


def test_a_card_says_it_all() -> None:
    drawing = lay_out(PROJECT, MAP)
    assert lines(drawing, "card", "card-2-0-1") == [
        *("WhatsApp", "Consulta del", "plazo de entrega"),
        *("AP", "AC", "2"),
    ]
    assert lines(drawing, "card", "card-0-0-1")[-1] == "No owner"
    name = drawing.by_key["card", "card-3-0-0"].name
    assert name == (
        "Pago con tarjeta o Bizum, Tienda online, negative, critical moment, "
        "owners Luis Vega, Pablo Torres"
    )
    assert drawing.by_key["card", "card-3-1-1"].name.endswith("on 3 cards")
    assert drawing.by_key["card", "card-0-0-1"].name.endswith("no owner")


def test_channel_colours_follow_the_theme() -> None:
    for theme in (LIGHT, DARK):
        node = card(PROJECT, theme=theme)
        bar = node.shapes[1]
        assert isinstance(bar, Box)
        assert (bar.x, bar.y, bar.width, bar.height) == (5.25, 6.75, 3, 57)
        assert bar.fill == texts(node)[0].colour == theme.family(ChannelFamily.SOCIAL)


def test_departments_are_square_and_persons_round() -> None:
    node = lay_out(PROJECT, MAP).by_key["card", "card-2-0-1"]
    avatars = [s for s in node.shapes if isinstance(s, Box) and s.fill == LIGHT.avatar]
    assert [avatar.radius for avatar in avatars] == [7.5, 3.75]
    assert avatars[1].x - avatars[0].x == 15 + 2.25


@pytest.mark.parametrize(
    ("count", "width", "initials"),
    [
        (3, 144, ["AA", "BB", "CC", "2"]),
        (5, 144, ["AA", "BB", "CC", "+2", "2"]),
        (5, 120, ["AA", "+4", "2"]),
    ],
)
def test_at_most_three_owners_then_their_number(
    count: int, width: float, initials: list[str]
) -> None:
    subject = touchpoint().id
    letters = "ABCDE"[:count]
    records: list[Record] = [
        make(Party, id=f"new-{letter}", name=f"{letter}a {letter}b") for letter in letters
    ]
    records += [
        make(Responsibility, subject=subject, party=f"new-{letter}", role=Role.RESPONSIBLE)
        for letter in letters
    ]
    records.append(revise(PROJECT.get(Placement, "card-0-0-0"), id="twin"))
    old: list[Record] = [*PROJECT.where(Responsibility, subject=subject)]
    stage = PROJECT.get(Stage, "stage-0")
    before = {r.id: None for r in records} | {r.id: r for r in (*old, stage)}
    after = {r.id: r for r in records} | dict.fromkeys(r.id for r in old)
    after[stage.id] = revise(stage, width=width)
    project = PROJECT.apply(Change(Label("Own"), before, after))
    said = [text.text for text in texts(card(project))]
    assert said[said.index("AA") :] == initials


def test_responsible_come_before_accountable_and_others_are_not_shown() -> None:
    subject = touchpoint().id
    duties = [
        make(Responsibility, subject=subject, party="party-AP", role=Role.ACCOUNTABLE),
        make(Responsibility, subject=subject, party="party-JC", role=Role.SUPPORTS),
    ]
    said = [text.text for text in texts(card(with_records(*duties)))]
    assert said[-2:] == ["MR", "AP"]


def test_a_card_without_channel_is_calm() -> None:
    project = altered(touchpoint(), name="Idea", channel=None)
    bare = Change(
        Label("Forget"),
        {"card-0-0-0": project.get(Placement, "card-0-0-0")},
        {"card-0-0-0": revise(project.get(Placement, "card-0-0-0"), emotion=None, critical=True)},
    )
    node = card(project.apply(bare))
    assert node.height == 44.25
    assert [text.text for text in texts(node)] == ["Idea", "MR"]
    assert not [s for s in node.shapes if isinstance(s, Box) and s.fill in LIGHT.discs]
    diamonds = [s for s in node.shapes if isinstance(s, Path) and s.fill == LIGHT.text]
    assert len(diamonds) == 1


def test_an_unknown_icon_is_replaced() -> None:
    project = altered(PROJECT.get(Channel, "channel-social"), icon="../../etc/passwd")
    assert texts(card(project))[0].text == "Redes sociales"


def test_a_rail_shows_picture_or_initials() -> None:
    drawing = lay_out(PROJECT, MAP)
    assert lines(drawing, "segment", "segment-0") == [
        "CD",
        "Compradora digital",
        *("Compra desde el móvil", "y compara precios"),
        "12 touchpoints",
    ]
    segment = revise(PROJECT.get(Segment, "segment-0"), picture="picture")
    project = with_records(make(Asset, id="picture", sha256="ab12", mime="image/png"), segment)
    shapes = lay_out(project, MAP).by_key["segment", "segment-0"].shapes
    assert Image(12, 12, 30, 30, "ab12", radius=15) in shapes


def test_an_empty_cell_says_so() -> None:
    drawing = lay_out(PROJECT, MAP)
    assert lines(drawing, "cell", "stage-5", "segment-1") == ["No touchpoints"]
    frame = drawing.by_key["cell", "stage-5", "segment-1"].shapes[1]
    assert isinstance(frame, Box)
    assert frame.dash
    assert lines(drawing, "cell", "stage-4", "segment-1") == []


def test_without_the_curve_rows_end_with_a_line() -> None:
    [curve] = lanes_of(PROJECT, MAP)
    hidden = show_lane(PROJECT, curve, "Emotion", visible=False)
    assert hidden
    drawing = lay_out(PROJECT.apply(hidden), MAP)
    assert "curve" not in {node.key[0] for node in drawing.nodes}
    for key in (("segment", "segment-0"), ("cell", "stage-0", "segment-0")):
        node = drawing.by_key[key]
        edges = [s for s in node.shapes if isinstance(s, Path) and s.stroke == LIGHT.line_strong]
        assert edges[0].commands[0][2] == node.height - 0.375


def test_a_folded_stage_is_a_narrow_column_of_chips() -> None:
    drawing = lay_out(PROJECT, MAP, LayoutOptions(collapsed=frozenset({"stage-4"})))
    head = drawing.by_key["stage", "stage-4"]
    assert (head.x, head.width) == (720, 36)
    assert drawing.by_key["stage", "stage-5"].x == 756
    assert drawing.width == 1152 - 144 + 36
    assert [text.text for text in texts(head)] == ["4"]
    upright = [s for s in head.shapes if isinstance(s, Path) and s.text]
    assert [path.text for path in upright] == ["Satisfacción"]
    for path in upright:
        points = [float(v) for command in path.commands for v in command[1:]]
        assert 0 <= min(points[::2]) <= max(points[::2]) <= head.width
        assert 24 <= min(points[1::2]) <= max(points[1::2]) <= head.height
    chips = [n for n in drawing.nodes if n.key in (("card", "card-4-0-0"), ("card", "card-4-0-1"))]
    assert [place(chip)[2:] for chip in chips] == [(24, 15), (24, 15)]
    assert chips[1].y == chips[0].y + 18
    assert lines(drawing, "cell", "stage-4", "segment-0") == []
    assert "Entrega en casa" in chips[0].name


def test_where_stage_and_segment_are_folded_only_a_number_is_left() -> None:
    folded = frozenset({"stage-4", "segment-0"})
    drawing = lay_out(PROJECT, MAP, LayoutOptions(collapsed=folded))
    assert place(drawing.by_key["cell", "stage-4", "segment-0"])[2:] == (36, 36)
    assert lines(drawing, "cell", "stage-4", "segment-0") == ["2"]
    assert ("card", "card-4-0-0") not in drawing


def test_stretching_leaves_folded_stages_narrow() -> None:
    options = LayoutOptions(width=1500, collapsed=frozenset({"stage-4"}))
    drawing = lay_out(PROJECT, MAP, options)
    assert drawing.width == pytest.approx(1500)
    assert drawing.by_key["stage", "stage-4"].width == 36


def test_a_folded_segment_is_a_strip_of_chips() -> None:
    drawing = lay_out(PROJECT, MAP, LayoutOptions(collapsed=frozenset({"segment-2"})))
    strip = drawing.by_key["segment", "segment-2"]
    assert strip.height == 36
    assert lines(drawing, *strip.key) == ["EP", "Empresa pequeña"]
    assert ("curve", "segment-2") not in drawing.by_key
    first, second = (drawing.by_key["card", f"card-0-2-{i}"] for i in (0, 1))
    assert place(first) == (150, strip.y + 7.5, 63, 21)
    assert second.x - first.x == 69
    assert lines(drawing, "cell", "stage-6", "segment-2") == ["No touchpoints"]
    assert lines(drawing, "cell", "stage-0", "segment-2") == []


def test_chips_that_do_not_fit_are_counted() -> None:
    first = PROJECT.get(Placement, "card-0-0-0")
    project = with_records(*(revise(first, id=f"more-{i}", order=f"z{i}") for i in range(8)))
    drawing = lay_out(project, MAP, LayoutOptions(collapsed=frozenset({"segment-0"})))
    chips = [n for n in drawing.nodes if n.key[0] == "card" and n.y < 96 and n.x < 288]
    assert len(chips) == 3
    assert lines(drawing, "cell", "stage-0", "segment-0") == ["+7"]


@pytest.mark.parametrize(
    ("kinds", "hint"),
    [
        ((Stage, Segment), "No stages yet"),
        ((Stage,), "No stages yet"),
        ((Segment,), "No segments yet"),
    ],
)
@pytest.mark.parametrize("page", [False, True])
def test_an_unfinished_map_has_a_quiet_word(
    kinds: tuple[type[Record], ...], hint: str, page: bool
) -> None:
    records = [r for r in PROJECT if not isinstance(r, (*kinds, Placement))]
    drawing = lay_out(Project(records), MAP, LayoutOptions(page=page))
    assert lines(drawing, "hint") == [hint]
    assert ("corner",) in drawing.by_key
    assert drawing.width >= 576


def test_a_map_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        lay_out(PROJECT, "nowhere")


def test_characters_without_a_font_are_reported() -> None:
    project = altered(touchpoint(), name="Aviso \U000f1234")
    paper = LayoutOptions(page=True)
    assert lay_out(project, MAP, paper).missing == {"\U000f1234"}
    assert lay_out(PROJECT, MAP, paper).missing == frozenset()
    renamed = altered(PROJECT.get(JourneyMap, MAP), name="\U000f1235")
    assert lay_out(renamed, MAP, paper).missing == {"\U000f1235"}


def test_an_edit_leaves_all_other_shapes_the_same_objects() -> None:
    cache = LayoutCache()
    before = lay_out(PROJECT, MAP, cache=cache)
    assert all(node.shapes for node in before.nodes), "all of it is looked at"
    after = lay_out(altered(touchpoint(), name="Aviso de la colección de otoño"), MAP, cache=cache)
    pairs = list(zip(before.nodes, after.nodes, strict=True))
    assert [b.key for a, b in pairs if a.shapes is not b.shapes] == [("card", "card-0-0-0")]
    assert [b.key for a, b in pairs if a != b] == [("card", "card-0-0-0")]
    again = lay_out(PROJECT, MAP, cache=cache)
    assert again == before
    other = lay_out(PROJECT, MAP, LayoutOptions(level=Level.HEAT), cache)
    anew = lay_out(PROJECT, MAP, cache=cache)
    assert all(a.shapes is b.shapes for a, b in zip(anew.nodes, again.nodes, strict=True))
    assert other != again


def test_a_row_that_grows_moves_the_strips_below_it_and_nothing_else() -> None:
    cache = LayoutCache()
    before = lay_out(PROJECT, MAP, cache=cache)
    longer = altered(touchpoint(), name="Aviso de la colección de otoño " * 40)
    after = lay_out(longer, MAP, cache=cache)
    assert isinstance(before.nodes, Stack)
    assert isinstance(after.nodes, Stack)
    old, new = list(before.nodes.strips.values()), list(after.nodes.strips.values())
    assert [a.strip is b.strip for a, b in zip(old, new, strict=True)] == [False, True, True]
    grown = after.height - before.height
    assert grown > 0
    assert [b.y - a.y for a, b in zip(old, new, strict=True)] == [0, grown, grown]
    for node in after.nodes:
        assert after.find(node.key) == after.by_key[node.key] == node
    assert ("card", "nowhere") not in after


def test_nodes_are_made_when_they_are_looked_at() -> None:
    drawing = lay_out(PROJECT, MAP)
    assert isinstance(drawing.nodes, Stack)
    strips = [strip for strip, _ in drawing.nodes.strips.values()]
    assert not any(strip.made for strip in strips)
    assert drawing.find(("segment", "segment-1"))
    assert [strip.made for strip in strips] == [False, True, False]


def test_shapes_are_made_once_when_they_are_looked_at() -> None:
    made: list[Drawn] = []

    def paint() -> Drawn:
        made.append(Drawn((Box(0, 0, 1, 1), Box(0, 0, 2, 2)), frozenset("?")))
        return made[-1]

    late = LateDrawn(partial(paint))
    assert not made
    assert list(late) == [late[0], *late[1:]] == [Box(0, 0, 1, 1), Box(0, 0, 2, 2)]
    assert (len(late), late.drawn.missing, len(made)) == (2, {"?"}, 1)
    assert late == LateDrawn(partial(Drawn, made[0].shapes)) != LateDrawn(partial(Drawn))
    assert LateDrawn(partial(paint)) == LateDrawn(partial(paint))
    assert len(made) == 1


def test_summary_has_larger_titles_and_fewer_things() -> None:
    titles = {
        Level.SUMMARY: ["Pago con", "tarjeta o Bizum"],
        Level.BRIEF: ["Pago con", "tarjeta o Bi…"],
    }
    lowest = {Level.SUMMARY: 0.62, Level.BRIEF: 0.45}
    for level, title in titles.items():
        drawing = lay_out(PROJECT, MAP, LayoutOptions(level=level))
        assert lines(drawing, "card", "card-3-0-0") == title
        assert lines(drawing, "stage", "stage-0") == ["Conciencia"]
        cards = [node for node in drawing.nodes if node.key[0] == "card"]
        sizes = {run.size for n in cards for t in texts(n) for run in t.runs}
        assert min(sizes) * 4 / 3 * lowest[level] >= 10.5


def test_outline_paints_cards_flat_in_their_cell() -> None:
    drawing = lay_out(PROJECT, MAP, LayoutOptions(level=Level.OUTLINE))
    cards = [node for node in drawing.nodes if node.key[0] == "card"]
    assert len(cards) == 30
    assert not any(card.shapes for card in cards)
    cell = drawing.by_key["cell", "stage-4", "segment-0"]
    assert not texts(cell)
    fills = {shape.fill for shape in cell.shapes if isinstance(shape, Path)}
    assert {LIGHT.disc(2), LIGHT.disc(-2), LIGHT.family(ChannelFamily.PRODUCT)} <= fills
    sizes = {run.size for n in drawing.nodes for t in texts(n) for run in t.runs}
    assert min(sizes) * 4 / 3 * 0.25 >= 10.5


def test_outline_needs_few_shapes_for_many_cards() -> None:
    first = PROJECT.get(Placement, "card-0-0-0")
    project = with_records(*(revise(first, id=f"more-{i}") for i in range(40)))
    cell = lay_out(project, MAP, LayoutOptions(level=Level.OUTLINE)).by_key[
        "cell", "stage-0", "segment-0"
    ]
    assert len(cell.shapes) < 10


def test_heat_shows_mean_and_number() -> None:
    drawing = lay_out(PROJECT, MAP, LayoutOptions(level=Level.HEAT))
    assert lines(drawing, "cell", "stage-0", "segment-0") == ["2"]
    assert lines(drawing, "cell", "stage-5", "segment-1") == ["0"]
    tints = [
        drawing.by_key["cell", f"stage-{stage}", "segment-1"].shapes[0] for stage in (1, 2, 3, 5)
    ]
    fills = [shape.fill for shape in tints if isinstance(shape, Box)]
    assert fills[3] == LIGHT.chrome
    assert len(set(fills)) == 4
    assert lines(drawing, "stage", "stage-5") == ["Lealtad"]
    assert lines(drawing, "stage", "stage-2") == []


def test_names_in_the_heat_map_are_whole_words_or_initials() -> None:
    names = {"segment-0": "Compradora por internet", "segment-1": "Tienda"}
    segments = [revise(PROJECT.get(Segment, id), name=name) for id, name in names.items()]
    drawing = lay_out(with_records(*segments), MAP, LayoutOptions(level=Level.HEAT))
    assert lines(drawing, "segment", "segment-0") == ["CI"]
    assert lines(drawing, "segment", "segment-1") == ["Tienda"]


def test_text_of_every_level_is_shaped() -> None:
    for level in Level:
        for node in lay_out(PROJECT, MAP, LayoutOptions(level=level)).nodes:
            for text in texts(node):
                assert isinstance(text, Text)
                assert "".join(run.text for run in text.runs) == text.text
