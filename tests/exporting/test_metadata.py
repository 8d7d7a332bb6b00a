"""What a PDF says of itself to programs that keep or print it."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import pypdf
from PIL import ImageCms

from journeyeditor.exporting.metadata import Metadata
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.pdf_file import PdfFile
from tests.exporting.reading import MADE as MADE
from tests.exporting.reading import METADATA, lines_of, pdf_of


def test_both_ways_of_saying_it_say_the_same() -> None:
    told = replace(METADATA, title="R&D\x1f <mapa>", keywords=("Viaje", "Lúmina"))
    reader = pypdf.PdfReader(io.BytesIO(file_of(told).content()))
    about, packet = reader.metadata, reader.xmp_metadata
    assert about is not None
    assert packet is not None
    assert packet.dc_title == {"x-default": "R&D <mapa>"}
    assert packet.dc_creator == [about.author] == ["Ana Ruiz"]
    assert packet.dc_description == {"x-default": about.subject}
    assert packet.pdf_keywords == about["/Keywords"] == "Viaje; Lúmina"
    assert packet.xmp_create_date.replace(tzinfo=MADE.tzinfo) == about.creation_date == MADE
    raw = reader.root_object["/Metadata"]
    assert "/Filter" not in raw
    assert ElementTree.fromstring(raw.get_data().decode().strip("\N{BOM}")) is not None


def file_of(metadata: Metadata) -> PdfFile:
    file, drawing = PdfFile(metadata, {}.__getitem__), lines_of("Hola")
    file.add_page(PrintPage(drawing.width, drawing.height, (Part(drawing),)), lambda node: None)
    return file


def test_its_colours_are_those_of_screens() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(lines_of("Hola"))))
    [intent] = reader.root_object["/OutputIntents"]
    profile = intent["/DestOutputProfile"]
    assert profile["/N"] == 3
    content = profile.get_data()
    read = ImageCms.ImageCmsProfile(io.BytesIO(content)).profile
    assert read.xcolor_space.strip() == "RGB"
    assert content[24:44] == bytes.fromhex("07d0 0001 0001 0000 0000 0000 61637370 00000000")


def test_what_is_attached_belongs_to_the_whole() -> None:
    file = file_of(METADATA)
    file.attach("project.journey", b"SQLite", "El proyecto")
    reader = pypdf.PdfReader(io.BytesIO(file.content()))
    [attached] = reader.root_object["/AF"]
    assert attached["/AFRelationship"] == "/Source"
    embedded = attached["/EF"]["/F"]
    assert embedded["/Subtype"] == "/application/vnd.sqlite3"
    assert embedded["/Params"]["/ModDate"] == reader.metadata["/ModDate"]


def test_streams_end_on_a_line_of_their_own() -> None:
    content = pdf_of(lines_of("Hola"))
    ends = re.findall(rb"(.)endstream", content, re.DOTALL)
    assert set(ends) == {b"\n"}
    for length, stream in re.findall(
        rb"/Length (\d+).*?stream\n(.*?)\nendstream", content, re.DOTALL
    ):
        assert len(stream) == int(length)
