"""Black and white, little ink, brand colours and watermarks, as other programs see them."""

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops

from journeyeditor.drawing.theme import INK_SAVER, MONO, PAPER, contrast
from journeyeditor.exporting.composing import compose
from journeyeditor.exporting.options import Colours, Content, PdfOptions
from journeyeditor.exporting.pdf import pdf_of
from journeyeditor.exporting.picture import export_picture
from journeyeditor.exporting.preflight import preflight
from journeyeditor.exporting.steps import Steps
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


def printed(sample: NewProject, options: PdfOptions) -> bytes:
    project, assets = sample.project, sample.assets.__getitem__
    return pdf_of(project, project.maps(), options, assets, Steps(None, None))[0]


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
    content: Content, sample: NewProject
) -> None:
    options = replace(OPTIONS, content=content, colours=Colours.MONO)
    document = pypdfium2.PdfDocument(printed(sample, options))
    for page in list(document)[:: 1 if len(document) < 8 else 4]:
        assert colourful(page.render(scale=0.7).to_pil().convert("RGB")) == 0
    assert colourful(seen(printed(sample, replace(options, colours=Colours.COLOUR)))) > 0 or (
        content is Content.WORKSHOP
    )


def test_a_picture_in_black_and_white_is_too(sample: NewProject, tmp_path) -> None:
    target = tmp_path / "it.png"
    [map] = sample.project.maps()
    options = replace(OPTIONS, colours=Colours.MONO)
    export_picture(sample.project, map.id, target, options, sample.assets.__getitem__, dpi=60)
    assert colourful(Image.open(target).convert("RGB")) == 0


def test_little_ink_takes_less_than_colour(sample: NewProject) -> None:
    spare = inked(seen(printed(sample, replace(OPTIONS, colours=Colours.INK_SAVER))))
    assert spare < 0.85 * inked(seen(printed(sample, OPTIONS)))


@pytest.mark.parametrize("colours", Colours)
@pytest.mark.parametrize("content", Content)
def test_every_text_can_be_read(content: Content, colours: Colours, sample: NewProject) -> None:
    options = replace(OPTIONS, content=content, colours=colours, watermark="Borrador")
    maps, tr = sample.project.maps(), translator("es")
    pages = compose(sample.project, maps, options, MADE.date(), tr, lambda done: None)
    assert preflight(pages, sample.assets.__getitem__).faint == ()


def test_a_brand_colours_title_block_and_cover(sample: NewProject) -> None:
    for content in (Content.MAPS, Content.REPORT):
        page = seen(printed(sample, replace(OPTIONS, content=content)), scale=2)
        colours = {colour for _, colour in page.getcolors(1 << 24)}
        assert {(0x8A, 0x1C, 0x7C), (0xF2, 0xC1, 0x4E)} <= colours


def test_a_watermark_lies_behind_and_across_without_being_in_the_way(sample: NewProject) -> None:
    plain, marked = (
        seen(printed(sample, replace(OPTIONS, watermark=text))) for text in ("", " Borrador\n1 ")
    )
    difference = ImageChops.difference(plain, marked).convert("L")
    left, top, right, bottom = difference.getbbox()
    assert right - left > 0.55 * plain.width
    assert bottom - top > 0.4 * plain.height
    assert difference.getextrema()[1] < 25
    cards = plain.convert("L").point(lambda value: 255 if value < 120 else 0)
    under = ImageChops.multiply(difference, cards)
    assert under.getextrema()[1] < 12  # no letter, line or face became another


def test_a_watermark_is_no_text_of_the_page(sample: NewProject) -> None:
    content = printed(sample, replace(OPTIONS, content=Content.REPORT, watermark="Borrador"))
    document = pypdfium2.PdfDocument(content)
    assert all("Borrador" not in page.get_textpage().get_text_range() for page in document)


def test_every_page_has_the_watermark_within_it(sample: NewProject) -> None:
    options = replace(OPTIONS, content=Content.WORKSHOP, watermark="Für den Dienstgebrauch ½ 語")
    maps, tr = sample.project.maps(), translator("es")
    for it in compose(sample.project, maps, options, MADE.date(), tr, lambda done: None):
        assert it.page.layers[0] is it.page.watermark
        [shape] = it.page.layers[0].drawing.nodes[0].shapes
        ends = [point[-2:] for point in shape.commands if len(point) > 1]
        assert all(0 <= x <= it.page.width and 0 <= y <= it.page.height for x, y in ends)


@pytest.mark.parametrize("theme", [PAPER, MONO, INK_SAVER])
def test_texts_on_a_watermark_can_be_read(theme) -> None:
    [shape] = watermark("Borrador", 600, 800, theme).drawing.nodes[0].shapes
    for colour in (theme.text, theme.text2, theme.text3, theme.accent_text):
        assert contrast(colour, shape.fill) >= 4.5
