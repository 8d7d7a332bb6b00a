import io

import pypdf
from PIL import Image as Pillow

from journeyeditor.drawing.shapes import Box, Image, Path
from tests.exporting.reading import drawing_of, objects_of, operators_of, pdf_of, pixels_of

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def at(content: bytes, x: float, y: float) -> tuple[int, ...]:
    """The colour of a page's point; the node is at (10, 10)."""
    pixel = pixels_of(content).getpixel((round((x + 10) * 4), round((y + 10) * 4)))
    assert isinstance(pixel, tuple)
    return pixel


def test_a_box_is_filled_edged_and_round_at_its_corners() -> None:
    content = pdf_of(drawing_of(Box(0, 0, 40, 40, 12, "#FF0000", "#0000FF", 2)))
    assert at(content, 20, 20) == RED
    assert at(content, 0, 20) == BLUE
    assert at(content, 1, 1) == WHITE
    assert at(content, 50, 20) == WHITE


def test_a_radius_is_never_more_than_half_the_box() -> None:
    content = pdf_of(drawing_of(Box(0, 0, 40, 20, 99, "#FF0000")))
    assert at(content, 20, 1) == at(content, 20, 19) == at(content, 1, 10) == RED
    assert at(content, 1, 1) == WHITE


def test_a_hairline_is_half_a_point_at_any_scale() -> None:
    line = Path((("M", 0, 0), ("L", 50, 0)), stroke="#000000")
    for scale in (0.5, 1.0, 2.0):
        width = next(
            float(part.split()[-1])
            for part in operators_of(pdf_of(drawing_of(line), scale=scale)).split(" w")[:1]
        )
        assert width * scale == 0.5


def test_a_dashed_line_has_gaps_and_the_next_one_has_none() -> None:
    dashed = Path((("M", 0, 5), ("L", 40, 5)), None, "#FF0000", 2, (10, 10), round=False)
    solid = Path((("M", 0, 15), ("L", 40, 15)), None, "#FF0000", 2, round=False)
    content = pdf_of(drawing_of(dashed, solid))
    assert [at(content, x, 5) for x in (5, 15, 25, 35)] == [RED, WHITE, RED, WHITE]
    assert [at(content, x, 15) for x in (5, 15, 25, 35)] == [RED] * 4


def test_a_path_is_filled_by_the_winding_rule_and_cut_by_its_clip() -> None:
    square = (("M", 0, 0), ("L", 40, 0), ("L", 40, 40), ("L", 0, 40), ("Z",))
    inner = (("M", 10, 10), ("L", 30, 10), ("L", 30, 30), ("L", 10, 30), ("Z",))
    content = pdf_of(drawing_of(Path(square + inner, fill="#FF0000", clip=(0, 0, 40, 25))))
    assert at(content, 20, 20) == at(content, 5, 5) == RED
    assert at(content, 5, 30) == WHITE


def test_curves_go_where_they_should() -> None:
    bow = (("M", 0, 20), ("C", 0, 0, 40, 0, 40, 20), ("Z",))
    content = pdf_of(drawing_of(Path(bow, fill="#FF0000")))
    assert at(content, 20, 7) == RED
    assert at(content, 20, 3) == WHITE


def test_what_is_drawn_often_is_kept_once_and_looks_the_same() -> None:
    def stars(count: int) -> list[Path]:
        points = [(3.0 * i % 11, 5.0 * i % 13) for i in range(20)]
        return [
            Path(
                (("M", 20.0 * n, 0.0), *(("L", x + 20 * n, y) for x, y in points), ("Z",)),
                fill=f"#0000{100 + 50 * n:02X}",
            )
            for n in range(count)
        ]

    few, many = pdf_of(drawing_of(*stars(2))), pdf_of(drawing_of(*stars(4)))
    assert " Do" not in operators_of(few)
    assert operators_of(many).count(" Do") == 2
    assert sum(thing.get("/Subtype") == "/Form" for thing in objects_of(many)) == 1
    page = pixels_of(many)
    places = [page.crop((x * 4, 0, x * 4 + 72, 100)) for x in (10, 30, 50, 70)]
    marks = [place.point(lambda value: 255 * (value < 255)).split()[0] for place in places]
    assert len({mark.tobytes() for mark in marks}) == 1
    assert len({tuple(place.getcolors(9999) or ()) for place in places}) == 4


def picture(mode: str, size: tuple[int, int], colours: list[str], kind: str = "PNG") -> bytes:
    """A picture of stripes side by side."""
    image = Pillow.new(mode, size)
    width = size[0] // len(colours)
    for i, colour in enumerate(colours):
        image.paste(Pillow.new(mode, (width, size[1]), colour), (i * width, 0))
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


def test_a_picture_is_cut_to_fill_its_box() -> None:
    wide = picture("RGB", (400, 100), ["lime", "red", "blue", "lime"])
    shown = Image(0, 0, 40, 20, "a" * 64)
    content = pdf_of(drawing_of(shown), assets={"a" * 64: wide})
    assert at(content, 5, 10) == RED
    assert at(content, 35, 10) == BLUE
    assert at(content, 5, 1) == RED, "upright and up to the edge"
    assert at(content, 45, 10) == WHITE


def test_a_round_picture_lets_see_what_is_behind_its_corners() -> None:
    shown = Image(0, 0, 40, 40, "a" * 64, radius=20)
    content = pdf_of(drawing_of(shown), assets={"a" * 64: picture("RGB", (50, 50), ["red"])})
    assert at(content, 20, 20) == RED
    assert at(content, 2, 2) == WHITE


def test_a_transparent_picture_lets_see_what_is_behind() -> None:
    shown = picture("RGBA", (40, 40), ["#FF0000FF", "#00000000"])
    content = pdf_of(
        drawing_of(Box(0, 0, 40, 40, fill="#0000FF"), Image(0, 0, 40, 40, "a" * 64)),
        assets={"a" * 64: shown},
    )
    assert at(content, 10, 20) == RED
    assert at(content, 30, 20) == BLUE


def test_a_picture_is_kept_once_and_without_what_the_camera_adds() -> None:
    camera = io.BytesIO()
    notes = Pillow.Exif()
    notes[0x010E] = "taken at home"
    notes[0x0112] = 6  # it has to be turned to the right
    stripes = Pillow.open(io.BytesIO(picture("RGB", (40, 80), ["red", "blue"])))
    stripes.save(camera, "JPEG", exif=notes, quality=95)
    shown = [Image(0, 0, 40, 20, "a" * 64), Image(0, 40, 40, 20, "a" * 64)]
    content = pdf_of(drawing_of(*shown), assets={"a" * 64: camera.getvalue()})
    images = [thing for thing in objects_of(content) if thing.get("/Subtype") == "/Image"]
    assert [(image["/Width"], image["/Height"]) for image in images] == [(80, 40)]
    assert b"taken at home" not in content
    assert b"taken at home" not in b"".join(image._data for image in images)
    upper, lower = at(content, 20, 5), at(content, 20, 15)
    assert upper[0] > 200 > 100 > upper[2]
    assert lower[2] > 200 > 100 > lower[0]


def test_a_picture_that_cannot_be_read_leaves_a_quiet_box() -> None:
    broken = picture("RGB", (40, 40), ["red"])[:60]
    bomb = picture("1", (10_000, 10_000), ["white"])
    for assets in ({}, {"a" * 64: broken}, {"a" * 64: b"MZ"}, {"a" * 64: bomb}):
        content = pdf_of(drawing_of(Image(0, 0, 40, 40, "a" * 64)), assets=assets)
        assert at(content, 20, 20) == (232, 232, 232)


def test_a_page_of_another_colour_is_filled_to_its_edge() -> None:
    from dataclasses import replace

    page = replace(drawing_of(), background="#FF0000")
    assert at(pdf_of(page), -9.5, -9.5) == RED


def test_pages_keep_apart_what_they_draw() -> None:
    red, blue = (drawing_of(Box(0, 0, 40, 40, fill=colour)) for colour in ("#FF0000", "#0000FF"))
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(red, blue)))
    first, second = (page.get_contents().get_data() for page in reader.pages)
    assert b"1 0 0 rg" in first
    assert b"1 0 0 rg" not in second
