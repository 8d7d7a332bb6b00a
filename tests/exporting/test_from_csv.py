"""The headless way through the program: a CSV file becomes a project becomes a PDF."""

import csv
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.result import ExportResult
from journeyeditor.importing.csv_long import read_csv
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap, Touchpoint
from journeyeditor.templates import empty_project
from tests.exporting.reading import MADE

SHARED = Path(__file__).parents[3] / "shared" / "data"
SHOWN = ("map", "segment", "stage", "touchpoint", "channel")

QUIRKS = '''\
map,segment,stage,touchpoint,channel,responsible,emotion,notes
Alta socios,"Lucía — 34 años, ½ jornada","Descubrir
(día 1)",Folleto «Ven ya» 😟,Mostrador,Ana Peña,-1,
Alta socios,"Lucía — 34 años, ½ jornada",Probar,,,,,una fila sin punto de contacto
Alta socios,"Lucía — 34 años, ½ jornada","Esperar, 10\u00a0%",Correo/SMS de bienvenida,Buzón,,1.5,
Alta socios,,Probar,Clase de prueba (office fi ffl),Sala,Luis Núñez,2,
Segunda visita,Grupo 日本,Volver,Llamada electroencefalografistaenterobacteriológica,Centralita,,-2,
Segunda visita,Grupo 日本,Volver,"Encuesta ""¿qué tal?""",cafe\u0301 del club,,0,
'''


def squeezed(text: str) -> str:
    """Text without white space, since lines break within it."""
    return "".join(text.split())


def exported(source: Path, target: Path) -> tuple[Project, ExportResult]:
    project = empty_project("es")
    change = read_csv(source, project).change
    assert change is not None
    project = project.apply(change)
    options = PdfOptions(created=MADE)
    return project, export_pdf(project, [], target, options, {}.__getitem__)


def rows_of(source: Path) -> Iterator[dict[str, str]]:
    with open(source, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def texts_of(target: Path) -> Iterator[list[str]]:
    """The text of each page as each reader finds it."""
    for number, page in enumerate(pypdf.PdfReader(target).pages, 1):
        texts = [page.extract_text()]
        if shutil.which("pdftotext"):
            pages = ["-f", str(number), "-l", str(number)]
            command = ["pdftotext", "-raw", *pages, str(target), "-"]
            texts.append(subprocess.run(command, capture_output=True, check=True).stdout.decode())
        yield texts


def check_everything_is_found(source: Path, target: Path) -> None:
    project, result = exported(source, target)
    assert len(result.pages) == len(project.maps())
    pages = dict(zip((page.map for page in result.pages), texts_of(target), strict=True))
    for map in project.maps():
        for text in pages[map.name]:
            for name in names_on(project, map):
                assert squeezed(name) in squeezed(text)
    if source.read_text("utf-8-sig").startswith("map,"):
        check_cells(source, pages)


def check_cells(source: Path, pages: dict[str, list[str]]) -> None:
    """In the long format each cell is looked for as well, whatever the project made of it."""
    for row in rows_of(source):
        for column in SHOWN if row["touchpoint"] else SHOWN[:3]:
            value = project_text(row.get(column, ""))
            for text in pages[project_text(row["map"])]:
                assert squeezed(value) in squeezed(text)


def names_on(project: Project, map: JourneyMap) -> Iterator[str]:
    yield map.name
    yield from (stage.name for stage in project.stages(map.id))
    yield from (segment.name for segment in project.segments(map.id))
    for card in project.placements(map.id):
        yield project.get(Touchpoint, card.touchpoint).name


def project_text(value: str) -> str:
    """A cell as a project keeps names: composed, on one line, without surplus spaces."""
    return unicodedata.normalize("NFC", " ".join(value.split(" ")).replace("\n", " ").strip())


def test_every_word_that_the_map_shows_is_found(tmp_path: Path) -> None:
    source = tmp_path / "clientes.csv"
    source.write_text(QUIRKS, "utf-8-sig")
    check_everything_is_found(source, tmp_path / "out.pdf")


@pytest.mark.parametrize("source", sorted(SHARED.glob("*.csv")), ids=lambda path: path.stem)
def test_files_of_real_clients(source: Path, tmp_path: Path) -> None:
    check_everything_is_found(source, tmp_path / "out.pdf")
