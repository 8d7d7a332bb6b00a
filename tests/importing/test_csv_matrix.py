"""Importing a matrix: one row a lane, one column a step."""

from pathlib import Path

import pytest

from journeyeditor.errors import Refused
from journeyeditor.importing.csv_long import read_csv
from journeyeditor.model.fields import make
from journeyeditor.model.project import Project
from journeyeditor.model.records import Lane, LaneText, Placement, ProjectInfo, Touchpoint
from journeyeditor.translation import tr

MATRIX = """\
V2.0,#112233,Viaje al dentista,,
SCORE,,50,100,12.5
Acciones,#445566,"Pide cita | Rellena la ficha, con dudas",,Paga
TITLE_BLOCK,#112233,Antes,Durante,Después
Voces,#778899,«¿Duele?»,Miedo,
Ideas,#AABBCC,,Música | Vídeo,Recordatorio
"""


@pytest.fixture(autouse=True)
def english() -> None:
    tr.use("en")


def empty() -> Project:
    return Project([make(ProjectInfo, uuid="u", language="es")])


def written(folder: Path, text: str) -> Path:
    path = folder / "matriz.csv"
    path.write_text(text, "utf-8")
    return path


def imported(path: Path) -> Project:
    project = empty()
    change = read_csv(path, project).change
    assert change is not None
    return project.apply(change)


def test_steps_become_stages_and_the_first_row_cards(tmp_path: Path) -> None:
    project = imported(written(tmp_path, MATRIX))
    [map] = project.maps()
    assert map.name == "Viaje al dentista"
    assert [stage.name for stage in project.stages(map.id)] == ["Antes", "Durante", "Después"]
    cards = project.placements(map.id)
    names = [project.get(Touchpoint, card.touchpoint).name for card in cards]
    assert names == ["Pide cita", "Rellena la ficha, con dudas", "Paga"]
    assert [card.emotion for card in cards] == [0, 0, -1.5]


def test_further_rows_become_lanes_in_their_order(tmp_path: Path) -> None:
    project = imported(written(tmp_path, MATRIX))
    [map] = project.maps()
    lanes = project.where(Lane, map=map.id)
    assert [lane.title for lane in lanes] == ["Voces", "Ideas", "Notas"]
    names = {stage.id: stage.name for stage in project.stages(map.id)}
    texts = {
        (lane.title, names[text.stage]): text.text
        for lane in lanes
        for text in project.where(LaneText, lane=lane.id)
    }
    assert texts == {
        ("Voces", "Antes"): "«¿Duele?»",
        ("Voces", "Durante"): "Miedo",
        ("Ideas", "Durante"): "Música\nVídeo",
        ("Ideas", "Después"): "Recordatorio",
        ("Notas", "Durante"): "Emoción: 2",
    }


def test_colours_title_and_scores_may_be_missing(tmp_path: Path) -> None:
    project = imported(written(tmp_path, "Etapas,A,B\nPuntos,x | y,z\n"))
    assert [map.name for map in project.maps()] == ["matriz"]
    assert project.count(Placement) == 3


def test_importing_a_matrix_twice_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, MATRIX)
    assert read_csv(path, imported(path)).change is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (MATRIX.replace("100", "140"), "Line 2: “140” is not a number from 0 to 100"),
        (MATRIX.replace("12.5", "good"), "Line 2: “good” is not"),
        (MATRIX.replace("Durante", ""), "Line 4: the step in column 4 has no name"),
    ],
)
def test_wrong_cells_are_refused_with_their_line(tmp_path: Path, wrong: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_csv(written(tmp_path, wrong), empty())
    assert said in refused.value.what


def test_a_long_format_without_its_columns_is_not_taken_for_a_matrix(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="missing: map"):
        read_csv(written(tmp_path, "stage,segment,touchpoint\nA,S,t\n"), empty())
