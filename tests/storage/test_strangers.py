"""Whatever somebody sends: a document, or one Refused; never a crash, a hang, or code run."""

import os
import random
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.model.records import Placement, Stage
from journeyeditor.storage import places
from journeyeditor.storage.fetching import check_document
from journeyeditor.storage.leftovers import recoverable_sessions
from tests.acting import act
from tests.golden.freeze import GOLDEN

SOUND = (GOLDEN / "v1.journey").read_bytes()


def refused(path: Path) -> str:
    """The message with which opening and checking refuse a file, of which nothing is left over.

    With it what is wrong with a damaged one, which no message tells.
    """
    with pytest.raises(Refused) as opening:
        Document.open(path)
    with pytest.raises(Refused):
        check_document(path)
    assert opening.value.what
    assert str(path) in opening.value.where or path.is_symlink()
    assert list(places.sessions().iterdir()) == []
    assert list(path.parent.glob(".~*")) == []
    assert opening.value.advice
    return f"{opening.value.what} {opening.value.__cause__}"


def folder(path: Path) -> None:
    path.mkdir()


def loop(path: Path) -> None:
    path.symlink_to(path)


def below_a_file(path: Path) -> None:
    path.write_bytes(SOUND)
    path.rename(path.with_name("file"))
    path.symlink_to(path.with_name("file") / "map.journey")


def sparse(path: Path) -> None:
    path.write_bytes(SOUND)
    os.truncate(path, 4 << 30)


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE stage (id)")


def with_journal(path: Path) -> None:
    path.write_bytes(SOUND)
    path.with_name(path.name + "-journal").write_bytes(b"half a change")


def patched(offset: int, content: bytes) -> Callable[[Path], None]:
    def patch(path: Path) -> None:
        data = bytearray(SOUND)
        data[offset : offset + len(content)] = content
        path.write_bytes(data)

    return patch


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "no such file"),
        (folder, "folder"),
        (os.mkfifo, "not a file"),
        (loop, "leads back to itself"),
        (below_a_file, "no such file"),
        (lambda path: path.symlink_to("/dev/zero"), "not a file"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_text("a,b,c\n"), "not a Journey Editor project"),
        (lambda path: path.write_bytes(SOUND[:60]), "not a Journey Editor project"),
        (other_database, "not a Journey Editor project"),
        (patched(60, struct.pack(">I", 2)), "newer version"),
        (patched(60, struct.pack(">I", 0)), "version"),
        (patched(18, b"\x02\x02"), "header"),
        (patched(56, b"\x00\x00\x00\x02"), "header"),
        (patched(16, b"\xff\xff"), "damaged"),
        (lambda path: path.write_bytes(SOUND[:99]), "header"),
        (lambda path: path.write_bytes(SOUND[: len(SOUND) // 2]), "damaged"),
        (sparse, "size"),
        (with_journal, "interrupted"),
    ],
)
def test_what_is_no_sound_document_is_refused(
    tmp_path: Path, make: Callable[[Path], object], message: str
) -> None:
    path = tmp_path / "map.journey"
    make(path)
    assert message in refused(path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no such folder") as refused:
        Document.open(tmp_path / "nowhere" / "map.journey")
    assert refused.value.where == str(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON stage BEGIN DELETE FROM stage; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE INDEX i ON stage (name)",
        "CREATE TABLE more (id)",
        "CREATE VIRTUAL TABLE v USING fts5(name)",
        "ALTER TABLE stage ADD COLUMN more BLOB AS (zeroblob(1000000000))",
        "DROP TABLE quote",
        "DROP TABLE stage; CREATE VIEW stage AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL"
        " SELECT i + 1 FROM r) SELECT i AS id FROM r",
        "DELETE FROM project_info",
        "INSERT INTO project_info SELECT 'other', uuid, name, client, author, brand_colours, logo,"
        " language, thresholds FROM project_info",
        "UPDATE stage SET id = (SELECT id FROM segment)",
        "UPDATE dismissal SET id = (SELECT id FROM quote)",
        "UPDATE stage SET map = 'nowhere'",
        "UPDATE measure SET subject = 'nowhere'",
        "UPDATE measure SET subject = (SELECT id FROM quote)",
        "UPDATE reading SET value = 9e999",
        "UPDATE stage SET width = 1",
        "UPDATE stage SET importance = 99",
        "UPDATE stage SET colour = 'javascript:alert(1)'",
        "UPDATE stage SET \"order\" = '0'",
        "UPDATE stage SET name = printf('%.*c', 100001, 'x')",
        "UPDATE lane SET kind = 'unheard of'",
        "UPDATE quote SET said_on = '2026-02-30'",
        "UPDATE snapshot SET time = 'yesterday'",
        "UPDATE snapshot SET state = '../../../etc/passwd'",
        "UPDATE placement SET critical = 2",
        "UPDATE placement SET needs = '[1]'",
        "UPDATE placement SET needs = '[\"'",
        "UPDATE placement SET needs = printf('%.*c', 90000, '[')",
        "UPDATE project_info SET thresholds = '[[\"a\", 1e999]]'",
        "UPDATE asset SET mime = 'image/svg+xml'",
        "UPDATE asset SET mime = 'image/jpeg'",
        "UPDATE asset_bytes SET bytes = zeroblob(9)",
        "DELETE FROM asset_bytes",
        "UPDATE revision SET number = 9223372036854775807",
        "UPDATE stage SET name = CAST(x'ff41' AS TEXT)",
    ],
)
def test_files_with_foreign_objects_or_values_are_refused(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(SOUND)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(statement)
    assert "damaged" in refused(path)


def with_loose_schema(path: Path, statement: str) -> None:
    """Change values in a file that declares no types, then put back the strict schema."""
    path.write_bytes(SOUND)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '')")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')")
        connection.commit()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(statement)
        connection.execute("PRAGMA writable_schema = ON")
        with closing(sqlite3.connect(GOLDEN / "v1.journey")) as sound:
            for name, sql in sound.execute("SELECT name, sql FROM sqlite_schema WHERE sql > ''"):
                connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stage SET name = x'41'",
        "UPDATE stage SET name = NULL",
        "UPDATE stage SET width = 'wide'",
        "UPDATE touchpoint SET effectiveness = 2.5",
        "UPDATE asset_bytes SET bytes = CAST(bytes AS TEXT)",
        "UPDATE revision SET id = x'00'",
        "INSERT INTO ancestor VALUES ('an id', 7)",
        "INSERT INTO ancestor VALUES (NULL, NULL)",
    ],
)
def test_values_of_wrong_types_are_refused(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "map.journey"
    with_loose_schema(path, statement)
    assert "damaged" in refused(path)


def test_the_way_those_files_are_made_is_not_what_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    with_loose_schema(path, "UPDATE stage SET name = 'another'")
    Document.open(path, read_only=True).close()


@pytest.mark.parametrize("needs", ['["e\u0301"]', '["é\\u0000"]', '["é\u0085"]'])
def test_unclean_text_is_cleaned(tmp_path: Path, needs: str) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(SOUND)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE stage SET name = ?", ("cafe\u0301\x07\r\nsolo",))
        connection.execute("UPDATE placement SET needs = ?", (needs,))
        connection.commit()
    document = Document.open(path)
    assert [stage.name for stage in document.project.all(Stage)] == ["café\nsolo"]
    assert [card.needs for card in document.project.all(Placement)] == [("é",)]
    document.close()


def test_a_name_full_of_tricks_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory#x%41 «ñ»\udcff.journey"
    path.write_bytes(SOUND)
    document = Document.open(path)
    change = act(document.project, random.Random(2))
    assert change is not None
    document.perform(change)
    edited = document.project
    document.abandon()
    document = Document.recover(recoverable_sessions()[0])
    assert (document.path, document.project) == (path, edited)
    document.close()
    assert [path] == list(tmp_path.iterdir())


def test_altered_text_is_noticed_by_check(tmp_path: Path) -> None:
    path = tmp_path / "map.journey"
    path.write_bytes(SOUND.replace(b"DROP TABLE stage", b"drop table stage"))
    with pytest.raises(Refused, match="damaged") as refused:
        check_document(path)
    assert str(refused.value.__cause__) == "digest"


@pytest.mark.parametrize("seed", range(6))
def test_mutants_open_or_are_refused(tmp_path: Path, seed: int) -> None:
    """Bit flips, cuts, swapped and random pages: 50 files a seed; some that open are edited."""
    chance = random.Random(seed)
    path = tmp_path / "map.journey"
    opened = 0
    for _ in range(50):
        path.write_bytes(mutant(chance))
        try:
            document = Document.open(path)
        except Refused:
            continue
        opened += 1
        change = act(document.project, chance)
        if opened % 4 == 0 and change is not None:
            document.perform(change)
        document.close()
    assert 0 < opened < 50


def mutant(chance: random.Random) -> bytes:
    """A document with some harm done to it."""
    data, page = bytearray(SOUND), 1024
    for _ in range(chance.choice([1, 2, 10])):
        place = chance.randrange(100, chance.choice([9000, len(data)]))
        match chance.randrange(8):
            case 0:
                word = chance.choice([b"\xff\xff\xff\xff", b"\x00" * 4, b"\x7f" * 4])
                data[place : place + 4] = word
            case 1:
                start, other = (chance.randrange(len(data) // page) * page for _ in range(2))
                data[start : start + page] = data[other : other + page]
            case _:
                data[place] ^= 1 << chance.randrange(8)
    return bytes(data[: chance.randrange(len(data))] if chance.random() < 0.1 else data)
