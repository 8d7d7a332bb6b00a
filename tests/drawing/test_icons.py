"""Icons and faces."""

import math

import pytest

from journeyeditor.catalogue import BUILTIN_CHANNELS, FAMILY_ICONS
from journeyeditor.drawing.faces import FEATURES, LEVELS, face
from journeyeditor.drawing.icons import UNITS, arc, icon, icon_names
from journeyeditor.drawing.shapes import Box, Path
from journeyeditor.drawing.theme import DARK, LIGHT


@pytest.mark.parametrize("name", sorted(icon_names() - {"journeyeditor"}))
def test_every_icon_is_read_and_lies_in_its_box(name: str) -> None:
    for path in icon(name, 10, 20, 48, "#123456"):
        for command in path.commands:
            xs, ys = command[1::2], command[2::2]
            assert all(10 <= float(x) <= 58 for x in xs), command
            assert all(20 <= float(y) <= 68 for y in ys), command
    assert path.commands[0][0] == "M"


def test_lines_grow_with_the_icon() -> None:
    (path,) = icon("store", 0, 0, 2 * UNITS, "#123456", stroke=1.5)
    assert path.line_width == 3
    assert path.stroke == "#123456"
    assert path.fill is None


def test_a_cubic_arc_stays_on_its_circle() -> None:
    start, end = (10.0, 5.0), (5.0, 10.0)
    for large, sweep in ((False, True), (False, False), (True, True), (True, False)):
        last = start
        length = 0.0
        for curve in arc(start, end, 5, 5, 30, large, sweep):
            middle = [
                (last[i] + 3 * curve[i] + 3 * curve[i + 2] + curve[i + 4]) / 8 for i in (0, 1)
            ]
            centre = (5, 5) if large != sweep else (10, 10)
            assert math.dist(middle, centre) == pytest.approx(5, rel=1e-3)
            last = curve[4], curve[5]
            length += 1
        assert last == pytest.approx(end)
        assert length == (3 if large else 1)


def test_an_arc_too_small_for_its_ends_grows() -> None:
    *_, last = arc((0, 0), (10, 0), 1, 1, 0, False, True)
    assert last[4:] == pytest.approx((10, 0))


def test_every_builtin_channel_has_an_icon() -> None:
    used = {channel.icon for channel in BUILTIN_CHANNELS} | set(FAMILY_ICONS.values())
    assert used <= icon_names()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_faces_differ_in_colour_and_in_shape(theme: object) -> None:
    drawn = [face(level, 5, 6, 20, LIGHT if theme is LIGHT else DARK) for level in LEVELS]
    discs = [shapes[0] for shapes in drawn]
    assert all(isinstance(disc, Box) and disc.radius == 10 for disc in discs)
    assert len({disc.fill for disc in discs if isinstance(disc, Box)}) == 5
    assert len({FEATURES[level] for level in LEVELS}) == 5
    for shapes in drawn:
        for shape in shapes[1:]:
            assert isinstance(shape, Path)
            numbers = [v for command in shape.commands for v in command[1:]]
            assert all(5 <= float(v) <= 26 for v in numbers)
