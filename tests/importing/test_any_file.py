"""Whatever a file holds, importing it ends in a sound project or in one clear message."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeyeditor.errors import Refused
from journeyeditor.importing.csv_long import read_csv
from journeyeditor.model.fields import fields_of, make
from journeyeditor.model.project import Project
from journeyeditor.model.records import ProjectInfo

LONG = """\
map,segment,stage,touchpoint,channel,interactions,desired_outcome,emotion,importance,critical,needs
M,S,A,"Pide «cita»
por teléfono",Phone,a | b,c | d,"1,5",3,sí,x | y
M,,B,,e-mail,,,−2,0,,
M,T,A,Paga 💳,→,,z,,,no,
"""
MATRIX = 'V1,#112233,Viaje\nSCORE,,50,80\nActos,,"a | b",c\nTITLE_BLOCK,,A,B\nVoces,,d,\n'
PIECES = [b"", b",", b'"', b"\n", b"\r", b"|", b" | ", b"\xff", b"\x00", b"stage", "ñ́".encode()]


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of either format in which some places were changed."""
    content = draw(st.sampled_from((LONG, MATRIX))).encode()
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(content)))
        end = start + draw(st.integers(0, 12))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=6))
        content = content[:start] + piece + content[end:]
    return content


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "any.csv"


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=files())
def test_any_file_is_imported_soundly_or_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    before = Project([make(ProjectInfo, uuid="u", language="es")])
    try:
        change = read_csv(path, before).change
    except Refused:
        return
    if change is not None:
        project = before.apply(change)
        check(project)
        assert project.apply(change.inverse()) == before
        assert read_csv(path, project).change is None


def check(project: Project) -> None:
    """Every reference leads somewhere, every number is in its range, every name can be read."""
    ids = {record.id for record in project}
    for record in project:
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            if field.reference is not None and value is not None:
                assert value in ids, (record, field.name)
            if field.range is not None and value is not None:
                assert field.range.low <= value <= field.range.high, (record, field.name)
            if field.name in ("name", "order"):
                assert value or type(record) is ProjectInfo or hasattr(record, "builtin")
