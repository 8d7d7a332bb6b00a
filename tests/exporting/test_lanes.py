"""The words of lanes and of a lens's legend are found in the PDF of the sample."""

from pathlib import Path

import pypdf
import pytest

from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.model.edits.lanes import (
    add_lane,
    set_lane_picture,
    set_lane_text,
    show_lane,
)
from journeyeditor.model.lanes import FREE, lanes_of, lanes_on_offer
from journeyeditor.model.project import Project
from journeyeditor.model.records import Asset, Axis
from journeyeditor.templates import make_project

LANES = ("Obstáculos", "Oportunidades", "Necesidades", "Responsables", "Procesos", "Métricas")
CONTENTS = (
    "El enlace lleva a un",
    "Conservar el carrito",
    "Que su foto se vea",
    "Atención al cliente",
    "Facturación",
    "Abandono del carrito",
    "objetivo: 60",
    "Boca a boca",
    "«El otro proveedor",
    "Lo dijo en el taller",
)


def with_lanes(project: Project) -> Project:
    """Every lane that there is, with something in the free ones."""
    map = project.maps()[0].id
    for lane in lanes_on_offer(project, map):
        project = applied(project, show_lane(project, lane, "", visible=True))
    for kind in FREE:
        project = applied(project, add_lane(project, map, kind, f"Carril {kind}"))
    text, pictures = lanes_of(project, map)[-2:]
    place = (project.stages(map)[0].id, project.segments(map)[0].id)
    change = set_lane_text(project, (text.id, *place), "Lo dijo en el taller")
    project = applied(project, change)
    portrait = project.find(Asset, project.segments(map)[0].picture)
    return applied(project, set_lane_picture(project, (pictures.id, *place), portrait))


def applied(project: Project, change):  # type: ignore[no-untyped-def]
    assert change is not None
    return project.apply(change)


def written(
    project: Project, target: Path, assets: dict[str, bytes], lens: str
) -> pypdf.PageObject:
    export_pdf(project, [], target, PdfOptions(lens=lens), assets.__getitem__)
    return pypdf.PdfReader(target).pages[0]


@pytest.fixture
def sample() -> tuple[Project, dict[str, bytes]]:
    made = make_project("sample", "es")
    return made.project, dict(made.assets)


def test_lanes_and_what_they_say(sample: tuple[Project, dict[str, bytes]], tmp_path: Path) -> None:
    project, assets = sample
    page = written(with_lanes(project), tmp_path / "map.pdf", assets, "channel")
    text = page.extract_text()
    assert [name for name in (*LANES, "Carril text", "Carril pictures") if name not in text] == []
    assert [words for words in CONTENTS if words not in text] == []
    without = written(project, tmp_path / "without.pdf", assets, "channel")
    assert len(page.images) == len(without.images)  # the portrait is kept once
    assert "Obstáculos" not in without.extract_text()


@pytest.mark.parametrize(
    ("lens", "names"),
    [
        ("owner", ("Responsable", "Ana Prieto", "Sara Núñez", "Sin responsable")),
        ("effectiveness", ("Eficacia", "Muy alto", "No se sabe")),
        ("evidence", ("Evidencia", "Hipótesis", "Investigado en parte")),
        ("completeness", ("Completitud", "Desde el 75")),
        ("axis", ("Medio", "Digital", "Humano")),
    ],
)
def test_the_legend_of_a_lens(
    sample: tuple[Project, dict[str, bytes]], tmp_path: Path, lens: str, names: tuple[str, ...]
) -> None:
    project, assets = sample
    if lens == "axis":
        axis = project.ordered(Axis)[0]
        lens = f"axis:{axis.id}"
    text = written(project, tmp_path / "map.pdf", assets, lens).extract_text()
    assert [name for name in names if name not in text] == []
    assert "Redes y reseñas" not in text
