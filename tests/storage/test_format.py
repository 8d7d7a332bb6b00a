"""The file format is frozen: what was once released opens for ever."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from journeyeditor.document import Document
from journeyeditor.model.records import Stage
from journeyeditor.storage import tables
from journeyeditor.storage.fetching import check_document
from journeyeditor.storage.migrations import migrate
from journeyeditor.storage.reading import read_document, update_document
from journeyeditor.storage.writing import digest_of
from tests.golden.freeze import GOLDEN, schema_text
from tests.storage.samples import full_project

DIGESTS = {1: "3e9b23085196fe65739ba4740d5059e2a43aff83dedf236d1a480b129b782c8d"}


def test_the_schema_is_as_it_was_released() -> None:
    """Whoever changes a record's fields adds a version, its schema and a migration."""
    assert schema_text() == tables.schema(tables.VERSION)


@pytest.mark.parametrize("version", DIGESTS)
def test_every_released_format_opens(version: int, tmp_path: Path) -> None:
    path = tmp_path / "old.journey"
    path.write_bytes((GOLDEN / f"v{version}.journey").read_bytes())
    check_document(path)
    document = Document.open(path)
    assert digest_of(document.project) == DIGESTS[version]
    assert document.project == full_project()
    document.close()
    assert path.read_bytes() == (GOLDEN / f"v{version}.journey").read_bytes()


def test_header_says_whose_file_and_which_version() -> None:
    with closing(sqlite3.connect(GOLDEN / "v1.journey")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x4A726E79,)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def older(path: Path) -> Path:
    """A file of an imagined version 0, in which stages had no goal."""
    path.write_bytes((GOLDEN / "v1.journey").read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "ALTER TABLE stage DROP COLUMN goal; PRAGMA user_version = 0; VACUUM"
        )
    return path


def add_goal(connection: Connection) -> None:
    """The step from that version to the first."""
    connection.exec_driver_sql("ALTER TABLE stage RENAME TO old")
    create = next(s for s in tables.schema(1).split(";") if "CREATE TABLE stage " in s)
    connection.exec_driver_sql(create)
    connection.exec_driver_sql(
        "INSERT INTO stage SELECT id, map, name, 'none', importance, colour, width, origin,"
        ' "order" FROM old'
    )
    connection.exec_driver_sql("DROP TABLE old")


def test_the_ladder_brings_an_old_file_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = older(tmp_path / "old.journey")
    migrate(file, {0: add_goal}, 1)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    update_document(file, file, 1)
    goals = {stage.goal for stage in read_document(file, file).all(Stage)}
    assert goals == {"none"}


def dump(file: Path) -> list[object]:
    """All that a database holds, and its version."""
    with closing(sqlite3.connect(file)) as connection:
        return [*connection.iterdump(), connection.execute("PRAGMA user_version").fetchone()]


def test_a_failing_migration_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = older(tmp_path / "old.journey")
    before = dump(file)

    def fail(connection: Connection) -> None:
        connection.exec_driver_sql("DELETE FROM placement")
        connection.exec_driver_sql("CREATE TABLE stage (id)")

    for steps in ({0: add_goal, 1: fail}, {0: add_goal}):
        with pytest.raises((SQLAlchemyError, KeyError)):
            migrate(file, steps, 2)
        assert dump(file) == before
