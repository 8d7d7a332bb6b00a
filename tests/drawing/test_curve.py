"""The emotion curve, and the title of its lowest point."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyeditor.drawing.layout.curve import MIDDLE, UNIT, curve_points, handles, samples
from journeyeditor.drawing.layout.grid import LANE, columns
from journeyeditor.drawing.layout.labels import Rectangle, place_label
from journeyeditor.drawing.layout.map import lay_out
from journeyeditor.drawing.layout.options import LayoutOptions, Level
from journeyeditor.drawing.shapes import Box, Node, Path, Text
from journeyeditor.drawing.theme import LIGHT
from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement
from tests.drawing.sample import MAP, sample

STEPS = st.lists(st.tuples(st.floats(0.5, 200), st.floats(-2, 2)), min_size=2, max_size=20)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_the_curve_passes_through_each_point_and_never_beyond(
    steps: list[tuple[float, float]],
) -> None:
    points, x = [], 0.0
    for step, emotion in steps:
        x += step
        points.append((x, MIDDLE - emotion * UNIT))
    found = samples(points, 16)
    assert found[::16] == points[:-1]
    assert handles(points)[-1][4:] == points[-1]
    assert all(a[0] < b[0] for a, b in pairwise(found))
    for i, (a, b) in enumerate(pairwise(points)):
        low, high = sorted((a[1], b[1]))
        between = [y for _, y in found[16 * i : 16 * i + 16]]
        assert min(between) >= low - 1e-6
        assert max(between) <= high + 1e-6
        rising = [q - p for p, q in pairwise(between)]
        assert min(rising) >= -1e-6 or max(rising) <= 1e-6


def curve(project: Project, segment: int, level: Level = Level.FULL) -> Node:
    return lay_out(project, MAP, LayoutOptions(level=level)).by_key["curve", f"segment-{segment}"]


def strokes(node: Node, width: float) -> list[Path]:
    found = [shape for shape in node.shapes if isinstance(shape, Path) and shape.stroke]
    return [path for path in found if path.line_width == pytest.approx(width)]


def points_of(path: Path) -> list[tuple[object, ...]]:
    return [command[-2:] for command in path.commands]


def test_points_stand_evenly_in_their_column() -> None:
    (line,) = strokes(curve(sample(), 0), 1.5)
    first = points_of(line)[:4]
    assert first == [(48.0, 28.5), (96.0, 28.5), (192.0, 28.5), (240.0, 40.5)]
    assert {command[0] for command in line.commands[1:]} == {"C"}


def test_a_stage_without_cards_is_bridged_with_dots_and_without_area() -> None:
    node = curve(sample(), 1)
    (bridge,) = strokes(node, 1.2)
    assert points_of(bridge) == [(648.0, 28.5), (936.0, 28.5)]
    assert bridge.dash[0] < 0.1
    (line,) = strokes(node, 1.5)
    assert points_of(line)[-1] == (648.0, 28.5)
    areas = [s for s in node.shapes if isinstance(s, Path) and s.clip]
    assert [area.fill for area in areas] == [LIGHT.pos_tint, LIGHT.neg_tint]
    assert max(float(c[-2]) for a in areas for c in a.commands if len(c) > 1) == 648


def test_tints_are_clipped_at_neutral() -> None:
    above, below = (s.clip for s in curve(sample(), 0).shapes if isinstance(s, Path) and s.clip)
    assert above == (0, 0, 1008, MIDDLE)
    assert below == (0, MIDDLE, 1008, LANE - MIDDLE)


def test_critical_moments_sit_on_a_diamond() -> None:
    diamonds = strokes(curve(sample(), 0), 1.1)
    assert len(diamonds) == 2
    assert all(path.fill == LIGHT.lane and path.stroke == LIGHT.text for path in diamonds)


def label(project: Project, segment: int = 0) -> list[Text]:
    return [shape for shape in curve(project, segment).shapes if isinstance(shape, Text)]


def test_the_lowest_point_carries_its_title() -> None:
    found = label(sample())
    assert " ".join(text.text for text in found) == "Devolución de un artículo que no encaja"
    assert {text.colour for text in found} == {LIGHT.text2}
    assert max(text.x + text.width for text in found) == pytest.approx(672 - 12 * 0.86 - 6.75)


@pytest.mark.parametrize("width", [120.0, 144.0, 320.0])
def test_a_label_stays_in_the_column_of_its_stage(width: float) -> None:
    """No sheet that is cut between stages tears it; the wider the column, the fewer the lines."""
    project = sample()
    before = {stage.id: stage for stage in project.stages(MAP)}
    after = {id: revise(stage, width=width) for id, stage in before.items()}
    project = project.apply(Change(Label("Widen"), before, after))
    counts = []
    for segment in range(3):
        texts = label(project, segment)
        counts.append(len(texts))
        columns = {(text.x // width, (text.x + text.width) // width) for text in texts}
        assert len({column for pair in columns for column in pair}) <= 1
    assert sum(counts) == {120.0: 6, 144.0: 6, 320.0: 3}[width]


def with_emotions(**emotions: float | None) -> Project:
    project = sample()
    records = [project.get(Placement, f"card-{key.replace('_', '-')[1:]}") for key in emotions]
    after = [revise(r, emotion=e) for r, e in zip(records, emotions.values(), strict=True)]
    before = {record.id: record for record in records}
    return project.apply(Change(Label("Feel"), before, {record.id: record for record in after}))


def test_in_the_last_column_it_stays_in_the_lane() -> None:
    (text,) = label(with_emotions(_4_0_1=0.0, _3_0_0=0.0, _6_0_0=-2.0))
    assert text.text == "Invitación a escribir una reseña"
    assert text.x > 864
    assert text.x + text.width < 1008


def test_a_row_without_ups_and_downs_has_no_label() -> None:
    project = sample()
    cards = project.where(Placement, segment="segment-0")
    flat = with_emotions(**{f"_{c.id[5:].replace('-', '_')}": 1.0 for c in cards})
    assert label(flat) == []


def test_unrated_cards_leave_no_point() -> None:
    rated = curve_points(columns(sample().stages(MAP)), [[]] * 7)
    assert rated == []
    (line,) = strokes(curve(with_emotions(_0_0_0=None), 0), 1.5)
    assert points_of(line)[0] == (96.0, 28.5)


def test_a_label_never_covers_a_face_nor_leaves_the_lane() -> None:
    lane = Rectangle(0, 0, 400, LANE)
    faces = [Rectangle(x, 0, x + 12, LANE) for x in range(0, 400, 20)]
    assert place_label("Cola y pago en la caja", (200, 60), 10, faces, [], lane) is None
    assert place_label("palabra " * 100, (200, 60), 10, [], [], lane) is None
    free = place_label("Cola y pago en la caja", (200, 60), 10, [], [], lane)
    assert free
    assert free.place.left == 210
    assert not free.crossed
    around = [(float(x), float(y)) for x in range(400) for y in range(81)]
    crossed = place_label("Cola y pago en la caja", (200, 60), 10, [], around, lane)
    assert crossed
    assert crossed.crossed


def test_far_away_the_line_is_thicker_and_faces_become_discs() -> None:
    assert strokes(curve(sample(), 0, Level.HEAT), 4.5)
    outline = curve(sample(), 0, Level.OUTLINE)
    assert strokes(outline, 3)
    assert not [s for s in outline.shapes if isinstance(s, Path) and s.stroke in LIGHT.features]


def test_a_crowded_stage_has_smaller_faces() -> None:
    project = sample()
    card = project.get(Placement, "card-0-0-0")
    extra = {f"extra-{i}": revise(card, id=f"extra-{i}") for i in range(30)}
    crowded = project.apply(Change(Label("Add"), dict.fromkeys(extra), extra))
    node = curve(crowded, 0)
    step = 144 / 33
    halos = [s for s in node.shapes if isinstance(s, Box) and s.fill == LIGHT.lane and s.radius]
    assert [halo.width for halo in halos[:32]] == [pytest.approx(3 + 3)] * 32
    middles = [halo.x + halo.width / 2 for halo in halos[:32]]
    assert middles == pytest.approx([step * (i + 1) for i in range(32)])
