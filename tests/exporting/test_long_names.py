"""Reports and kits of names that are far too long: all of them is read, within its page."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.model.fields import Record, make
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    JourneyMap,
    Placement,
    ProjectInfo,
    Segment,
    Stage,
    Touchpoint,
)
from tests.exporting.reading import MADE, squeezed

CONTENTS = (Content.REPORT, Content.WORKSHOP)


def named(name: str, length: int) -> str:
    """A name of so many letters that ends with what tells it from others."""
    return ("mucho más de lo que cabe " * length)[: length - len(name) - 1] + "." + name


def records(length: int, stages: int, segments: int) -> Iterator[Record]:
    yield make(ProjectInfo, uuid="u", name=named("P", length), client=named("C", length))
    map = make(JourneyMap, name=named("M", length), version=named("V", length), order="V")
    channel = make(Channel, name=named("H", length), family=ChannelFamily.STORE)
    yield from (map, channel)
    columns = [
        make(Stage, map=map.id, name=named(f"E{key}", length), goal=named("G", length), order=key)
        for key in keys_between("", "", stages)
    ]
    rows = [
        make(Segment, map=map.id, name=named(f"S{key}", length), order=key)
        for key in keys_between("", "", segments)
    ]
    yield from (*columns, *rows)
    for number, stage in enumerate(columns):
        segment = rows[number % segments]
        it = make(
            Touchpoint, name=named(f"T{number}", length), code=f"TP-{number}", channel=channel.id
        )
        yield it
        yield make(
            Placement,
            touchpoint=it.id,
            stage=stage.id,
            segment=segment.id,
            order="V",
            emotion=1.0,
            feeling=named("F", length),
            critical=True,
        )


@pytest.mark.parametrize(("length", "stages", "segments"), [(900, 7, 2), (25, 20, 9)])
def test_long_names_are_whole_and_stay_on_their_pages(
    tmp_path: Path, length: int, stages: int, segments: int
) -> None:
    project, target = Project(records(length, stages, segments)), tmp_path / "it.pdf"
    for content in CONTENTS:
        options = PdfOptions(created=MADE, language="es", content=content)
        export_pdf(project, [], target, options, {}.__getitem__)
        said = ""
        for number, page in enumerate(pypdfium2.PdfDocument(target.read_bytes()), 1):
            text, (width, height) = page.get_textpage(), page.get_size()
            said += squeezed(text.get_text_range())
            assert text.count_chars(), f"page {number} is blank"
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                assert left > 0, (content, number)
                assert bottom > 0, (content, number)
                assert right < width, (content, number)
                assert top < height, (content, number)
        assert "…" not in said
        for it in (*project.all(Stage), *project.all(Segment), *project.all(Touchpoint)):
            assert squeezed(it.name) in said
