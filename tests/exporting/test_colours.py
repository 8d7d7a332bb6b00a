"""Black and white, little ink, brand colours and watermarks, as other programs see them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from journeyeditor.drawing.theme import INK_SAVER, MONO, PAPER, Theme, contrast, mix
from journeyeditor.exporting.composing import Composed, compose
from journeyeditor.exporting.options import Colours, Content, PdfOptions
from journeyeditor.exporting.pdf import pdf_of
from journeyeditor.exporting.picture import export_picture
from journeyeditor.exporting.preflight import Gathering, Preflight
from journeyeditor.exporting.steps import Steps
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.exporting.watermark import watermark
from journeyeditor.model.fields import revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import ProjectInfo
from journeyeditor.templates import NewProject, make_project
from journeyeditor.translation import translator
from tests.exporting.reading import MADE

OPTIONS = PdfOptions(created=MADE, language="es")


@pytest.fixture(scope="module")
def sample() -> NewProject:
    """The sample of a client with colours of its own."""
    new = make_project("sample", "es")
    colours = ("#8A1C7C", "#F2C14E")
    branded = (
        revise(record, brand_colours=colours) if isinstance(record, ProjectInfo) else record
        for record in new.project
    )
    return replace(new, project=Project(branded))


@dataclass(frozen=True)
class Print:
    content: bytes
    found: Preflight


Prints = Callable[..., Print]


@pytest.fixture(scope="module")
def prints(sample: NewProject) -> Prints:
    """Prints of the sample, marked as a draft, that many tests look at."""

    @cache
    def made(content: Content, colours: Colours, mark: str = "Borrador") -> Print:
        gathering = Gathering(sample.assets.__getitem__)
        options = replace(OPTIONS, content=content, colours=colours, watermark=mark)
        pdf = printed(sample, options, gathering.look)
        return Print(pdf, gathering.found())

    return made


def printed(
    sample: NewProject, options: PdfOptions, look: Callable[[Composed], None] | None = None
) -> bytes:
    project, assets = sample.project, sample.assets.__getitem__
    return pdf_of(project, project.maps(), options, assets, Steps(None, None), look=look)[0]


def seen(content: bytes, page: int = 0, scale: float = 1.5) -> Image.Image:
    return pypdfium2.PdfDocument(content)[page].render(scale=scale).to_pil().convert("RGB")


def colourful(image: Image.Image) -> int:
    """How far, of 255, the channels of a pixel are apart at most."""
    red, green, blue = image.split()
    pairs = ((red, green), (green, blue), (red, blue))
    return max(ImageChops.difference(a, b).getextrema()[1] for a, b in pairs)


def inked(image: Image.Image) -> float:
    """The share of the page that is covered, by how dark it is."""
    histogram = image.convert("L").histogram()
    return sum((255 - value) * count for value, count in enumerate(histogram)) / sum(histogram)


@pytest.mark.parametrize("content", Content)
def test_black_and_white_is_pure_grey_with_pictures_and_brand(
    content: Content, prints: Prints
) -> None:
    document = pypdfium2.PdfDocument(prints(content, Colours.MONO).content)
    for page in list(document)[:: 1 if len(document) < 8 else 4]:
        assert colourful(page.render(scale=0.7).to_pil().convert("RGB")) == 0
    assert colourful(seen(prints(content, Colours.COLOUR).content, scale=0.7)) > 0 or (
        content is Content.WORKSHOP
    )


def test_a_picture_in_black_and_white_is_too(sample: NewProject, tmp_path) -> None:
    target = tmp_path / "it.png"
    [map] = sample.project.maps()
    options = replace(OPTIONS, colours=Colours.MONO)
    export_picture(sample.project, map.id, target, options, sample.assets.__getitem__, dpi=60)
    assert colourful(Image.open(target).convert("RGB")) == 0


def test_little_ink_takes_less_than_colour(prints: Prints) -> None:
    spare, all = (
        inked(seen(prints(Content.MAPS, colours).content))
        for colours in (Colours.INK_SAVER, Colours.COLOUR)
    )
    assert spare < 0.9 * all


@pytest.mark.parametrize("colours", Colours)
@pytest.mark.parametrize("content", Content)
def test_every_text_can_be_read(content: Content, colours: Colours, prints: Prints) -> None:
    assert prints(content, colours).found.faint == ()


@pytest.mark.parametrize("content", [Content.MAPS, Content.REPORT])
def test_a_brand_colours_title_block_and_cover(content: Content, prints: Prints) -> None:
    page = seen(prints(content, Colours.COLOUR).content, scale=2)
    colours = {colour for _, colour in page.getcolors(1 << 24)}
    assert {(0x8A, 0x1C, 0x7C), (0xF2, 0xC1, 0x4E)} <= colours


def test_a_watermark_lies_on_everything_without_being_in_the_way(
    prints: Prints, sample: NewProject
) -> None:
    marked = seen(prints(Content.MAPS, Colours.COLOUR).content)
    plain = seen(prints(Content.MAPS, Colours.COLOUR, "").content)
    difference = ImageChops.difference(plain, marked).convert("L")
    left, top, right, bottom = difference.getbbox()
    assert right - left > 0.55 * plain.width
    assert bottom - top > 0.4 * plain.height
    assert 15 < difference.getextrema()[1] < 30
    cards = sum(
        difference.crop(box).getextrema()[1] > 15 for box in card_boxes(sample, plain.width)
    )
    assert cards > 10
    dark = plain.convert("L").point(lambda value: 255 if value < 120 else 0)
    under = ImageChops.multiply(difference, dark)
    assert under.getextrema()[1] < 12  # no letter, line or face became another


def card_boxes(sample: NewProject, width: int) -> Iterator[tuple[int, int, int, int]]:
    """Where the cards of the map are on a page so many pixels wide."""
    maps, tr = sample.project.maps(), translator("es")
    [it] = compose(sample.project, maps, OPTIONS, MADE.date(), tr, lambda done: None)
    [part] = it.page.parts
    scale = width / it.page.width
    for node in part.nodes():
        if node.key[0] == "card":
            x, y = part.left + node.x, part.top + node.y
            edges = (x, y, x + node.width, y + node.height)
            left, top, right, bottom = (round(edge * scale) for edge in edges)
            yield left, top, right, bottom


def test_a_watermark_is_no_text_of_the_page(prints: Prints) -> None:
    document = pypdfium2.PdfDocument(prints(Content.REPORT, Colours.MONO).content)
    assert all("Borrador" not in page.get_textpage().get_text_range() for page in document)


def test_a_picture_has_the_watermark_too(sample: NewProject, tmp_path: Path) -> None:
    svg, png = tmp_path / "it.svg", tmp_path / "it.png"
    [map] = sample.project.maps()
    shown = []
    for mark in ("", "Borrador"):
        options = replace(OPTIONS, watermark=mark)
        for target in (svg, png):
            export_picture(sample.project, map.id, target, options, sample.assets.__getitem__, 40)
        shown.append(Image.open(png).convert("L"))
    assert ImageChops.difference(*shown).getextrema()[1] > 15
    text = svg.read_text()
    last = text.rindex("<g transform")
    assert 'fill-opacity="0.1"' in text[text.rindex("<g transform", 0, last) :]
    assert 'aria-label="Borrador"' in text[last:]


def test_the_watermark_of_an_ink_saver_is_an_outline(prints: Prints) -> None:
    inked = {}
    for colours in (Colours.COLOUR, Colours.INK_SAVER):
        marked, plain = (seen(prints(Content.MAPS, colours, *m).content) for m in ((), ("",)))
        found = ImageChops.difference(plain, marked).convert("L")
        left, _, right, _ = found.getbbox()
        assert right - left > 0.55 * plain.width
        inked[colours] = sum(n * value for value, n in enumerate(found.histogram()))
    assert inked[Colours.INK_SAVER] < inked[Colours.COLOUR] / 2


def test_every_page_has_the_watermark_within_it(sample: NewProject) -> None:
    options = replace(OPTIONS, content=Content.WORKSHOP, watermark="Für den Dienstgebrauch ½ 語")
    maps, tr = sample.project.maps(), translator("es")
    for it in compose(sample.project, maps, options, MADE.date(), tr, lambda done: None):
        assert it.page.layers[-1] is it.page.watermark
        [shape] = it.page.layers[-1].drawing.nodes[0].shapes
        ends = [point[-2:] for point in shape.commands if len(point) > 1]
        assert all(0 <= x <= it.page.width and 0 <= y <= it.page.height for x, y in ends)


def test_a_watermark_stays_whole_on_a_sheet_that_is_cut(sample: NewProject) -> None:
    options = replace(OPTIONS, watermark="Borrador", tiling=Tiling(overlap=28))
    maps, tr = sample.project.maps(), translator("es")
    plan, *sheets = compose(sample.project, maps, options, MADE.date(), tr, lambda done: None)
    assert plan.page.watermark
    assert len(sheets) == 4
    for it in sheets:
        part, body = it.page.watermark, it.page.parts[0]
        assert part
        assert (part.left, part.top) == body.clip[:2]
        assert (part.drawing.width, part.drawing.height) == pytest.approx(body.clip[2:])


@pytest.mark.parametrize("theme", [PAPER, MONO, INK_SAVER])
def test_texts_under_a_watermark_can_be_read(theme: Theme) -> None:
    part = watermark("Borrador", 600, 800, theme)
    [shape] = part.drawing.nodes[0].shapes
    behind = mix(theme.canvas, shape.fill, part.opacity)
    for colour in (theme.text, theme.text2, theme.text3, theme.accent_text):
        assert contrast(mix(colour, shape.fill, part.opacity), behind) >= 4.5
