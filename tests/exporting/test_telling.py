"""What is left out for readers outside is nowhere: not on maps, in reports, kits or pictures."""

import re
import shutil
import subprocess
import zlib
from codecs import BOM_UTF16_BE
from dataclasses import fields, replace
from itertools import chain
from pathlib import Path

import pypdf
import pytest

from journeyeditor.drawing.avatars import initials
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.picture import export_picture
from journeyeditor.exporting.telling import told
from journeyeditor.exporting.topics import CLIENT_SAFE, Topic
from journeyeditor.model.choices import LaneKind
from journeyeditor.model.fields import Record, make
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    DataItem,
    Improvement,
    Lane,
    Metric,
    Party,
    Placement,
    Process,
    Quote,
    Touchpoint,
    TouchpointData,
)
from journeyeditor.templates import NewProject, make_project
from tests.exporting.reading import MADE

SECRETS: dict[Topic, tuple[tuple[type[Record], str], ...]] = {
    Topic.OWNERS: ((Party, "name"), (Party, "contact")),
    Topic.PROCESSES: ((Process, "name"), (Process, "description"), (Process, "state")),
    Topic.OBSTACLES: ((Placement, "obstacles"),),
    Topic.IMPROVEMENTS: ((Improvement, "title"), (Improvement, "expected_change")),
    Topic.METRICS: ((Metric, "name"),),
    Topic.DATA: ((DataItem, "name"), (TouchpointData, "shared_with")),
    Topic.QUOTES: ((Quote, "text"), (Quote, "source")),
    Topic.NOTES: ((Placement, "notes"), (Touchpoint, "notes")),
}
LETTERS = "QXZWJVKY"


def secret(topic: Topic, name: str) -> str:
    """A word that stands nowhere else; as a name it has initials that nothing else has."""
    first = LETTERS[list(Topic).index(topic)]
    return f"{first}Ж{name} Щ{topic.name.lower()}"


@pytest.fixture(scope="module")
def sample() -> NewProject:
    """The sample with all lanes, where each topic speaks in words of its own."""
    new = make_project("sample", "es")
    words = {(kind, name): secret(t, name) for t, pairs in SECRETS.items() for kind, name in pairs}
    [map] = new.project.maps()[:1]
    lanes = [make(Lane, map=map.id, kind=kind, order=f"W{i}") for i, kind in enumerate(LaneKind)]
    kept = (record for record in new.project if not isinstance(record, Lane))
    records = [_spoken(record, words) for record in chain(kept, lanes)]
    return replace(new, project=Project(records))


def _spoken(record: Record, words: dict[tuple[type[Record], str], str]) -> Record:
    values = {}
    for field in fields(record):
        if word := words.get((type(record), field.name)):
            many = isinstance(getattr(record, field.name), tuple)
            values[field.name] = (word,) if many else word
    return replace(record, **values)


def text_of(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def sayings_of(content: bytes) -> str:
    """What is said in place of what is seen."""
    packs = re.findall(rb"/Type /ObjStm.*?stream\n(.*?)\nendstream", content, re.DOTALL)
    said = re.findall(rb"/Alt\((.*?)\)>>", b"".join(map(zlib.decompress, packs)), re.DOTALL)
    return "\n".join(_decoded(re.sub(rb"\\(.)", rb"\1", text)) for text in said)


def _decoded(text: bytes) -> str:
    wide = text.startswith(BOM_UTF16_BE)
    return text[2:].decode("utf-16-be") if wide else text.decode("latin-1")


def found_in(text: str) -> set[Topic]:
    """The topics of which a word, or the initials of a name, stands in the text."""
    squeezed = "".join(text.split())
    found = set()
    for topic, pairs in SECRETS.items():
        for _, name in pairs:
            word = secret(topic, name)
            if "".join(word.split()) in squeezed or initials(word) in squeezed:
                found.add(topic)
    return found


needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext")


@needs_pdftotext
@pytest.mark.parametrize(
    ("content", "told_of"),
    [
        (Content.MAPS, set(Topic) - {Topic.DATA, Topic.NOTES}),
        (Content.REPORT, set(Topic)),
        (Content.WORKSHOP, set[Topic]()),
    ],
)
@pytest.mark.parametrize("without", [frozenset[Topic](), CLIENT_SAFE, frozenset(Topic)])
def test_no_word_of_what_is_left_out_is_printed(
    content: Content,
    told_of: set[Topic],
    without: frozenset[Topic],
    sample: NewProject,
    tmp_path: Path,
) -> None:
    target = tmp_path / "it.pdf"
    options = PdfOptions(created=MADE, language="es", content=content, without=without)
    export_pdf(sample.project, [], target, options, sample.assets.__getitem__)
    text = text_of(target)
    assert found_in(text) == told_of - without
    said = sayings_of(target.read_bytes())
    assert found_in(said).isdisjoint(without)
    assert Topic.OWNERS in found_in(said) | without or content is Content.WORKSHOP
    if without:
        for word in ("responsable", "Responsable", "Departamento"):
            assert word not in text + said


@pytest.mark.parametrize("lens", ["channel", "owner", "completeness"])
def test_a_picture_keeps_to_itself_what_is_left_out(
    lens: str, sample: NewProject, tmp_path: Path
) -> None:
    """In an SVG, names for screen readers tell too."""
    [map, *_] = sample.project.maps()
    for without in (frozenset[Topic](), CLIENT_SAFE):
        target = tmp_path / "it.svg"
        options = PdfOptions(created=MADE, language="es", lens=lens, without=without)
        export_picture(sample.project, map.id, target, options, sample.assets.__getitem__)
        text = target.read_text("utf-8")
        assert bool(re.search("responsable", text)) != bool(without)
        assert found_in(text).isdisjoint(without)
        if not without:
            assert Topic.OWNERS in found_in(text)


def test_nothing_dangles_where_something_is_left_out(sample: NewProject) -> None:
    told_of = told(sample.project, frozenset(Topic))
    for kind in (Party, Process, Improvement, Metric, DataItem, Quote):
        assert sample.project.count(kind)
        assert told_of.count(kind) == 0
    assert told_of.count(Touchpoint) == sample.project.count(Touchpoint)
    assert all(card.obstacles == () and card.notes == "" for card in told_of.all(Placement))
    assert told(sample.project, frozenset()) is sample.project


def test_a_print_that_leaves_something_out_never_carries_the_project(
    sample: NewProject, tmp_path: Path
) -> None:
    target = tmp_path / "it.pdf"
    for without in (frozenset[Topic](), frozenset({Topic.NOTES})):
        options = PdfOptions(created=MADE, language="es", without=without)
        assets = sample.assets.__getitem__
        export_pdf(sample.project, [], target, options, assets, carried=b"SQLite secret")
        assert bool(pypdf.PdfReader(target).attachments) != bool(without)
