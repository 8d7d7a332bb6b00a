"""Editing: all or nothing, undo without limit, merged typing, and what survives a crash."""

import dataclasses
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.cards import add_card
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.fields import make
from journeyeditor.model.project import Project
from journeyeditor.model.records import Asset, Placement, Segment, Stage, Touchpoint
from journeyeditor.storage import places, session
from journeyeditor.storage.folder import DATABASE
from journeyeditor.storage.leftovers import discard, recoverable_sessions
from journeyeditor.storage.locks import Locked, NotEditable
from journeyeditor.storage.status import State
from tests.acting import small_project
from tests.storage.samples import BYTES, PICTURE, PICTURE_HASH, full_project, stored_project


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """The small project at a path of the user's."""
    document = Document.new(small_project(), {}, "Mapa")
    document.save_as(tmp_path / "map.journey")
    return document


def typing(document: Document, text: str) -> Change:
    """The user types a touchpoint's name."""
    [touchpoint] = document.project.all(Touchpoint)
    label = Label("Rename")
    change = set_fields(document.project, Touchpoint, [touchpoint.id], label, merge=True, name=text)
    assert change is not None
    return change


def name_of(document: Document) -> str:
    [touchpoint] = document.project.all(Touchpoint)
    return touchpoint.name


def adding(document: Document, name: str) -> Change:
    """The user adds a card."""
    stage, segment = document.project.all(Stage), document.project.all(Segment)
    change = add_card(document.project, next(iter(stage)).id, next(iter(segment)).id, 0, name)
    assert change is not None
    return change


def test_perform_undo_and_redo_tell_the_listeners_and_keep_the_session_equal(
    document: Document,
) -> None:
    heard: list[tuple[Change, Project, Project]] = []
    stop = document.subscribe(lambda *what: heard.append(what))
    start, change = document.project, adding(document, "Pago")
    document.perform(change)
    done = document.project
    assert done == start.apply(change) == stored_project()
    assert document.undo() == change.inverse()
    assert document.project == start == stored_project()
    assert document.redo() == change
    assert document.project == done == stored_project()
    assert heard == [
        (change, start, done), (change.inverse(), done, start), (change, start, done)
    ]  # fmt: skip
    stop()
    document.undo()
    assert len(heard) == 3
    document.close()


def test_a_mistake_of_a_listener_is_reported_and_stops_nothing(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Change] = []
    reported: list[object] = []
    mistake = RuntimeError("a window that is gone")

    def fail(*what: object) -> None:
        raise mistake

    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(error))
    document.subscribe(fail)
    document.subscribe(lambda change, _before, _after: heard.append(change))
    before, change = document.project, adding(document, "Pago")
    document.perform(change)
    assert document.project == before.apply(change) == stored_project()
    assert [label.name for label in document.history] == ["Pago"]
    assert document.undo() == change.inverse()
    assert document.project == before == stored_project()
    assert document.redo() == change
    assert heard == [change, change.inverse(), change]
    assert reported == [mistake] * 3
    document.close()


def test_steps_have_names(document: Document) -> None:
    assert document.undo_label is document.redo_label is None
    assert document.undo() is document.redo() is None
    document.perform(adding(document, "Pago"))
    document.perform(adding(document, "Visita"))
    first, second = document.history
    assert (first.name, second.name) == ("Pago", "Visita")
    document.undo()
    assert (document.undo_label, document.redo_label) == (first, second)
    document.perform(adding(document, "Llamada"))
    assert document.redo_label is None
    assert [label.name for label in document.history] == ["Pago", "Llamada"]
    document.close()


def test_typing_is_one_step_until_sealed(document: Document) -> None:
    start = document.project
    for text in ("C", "Co", "Compra"):
        document.perform(typing(document, text))
    assert len(document.history) == 1
    document.seal()
    document.perform(typing(document, "Comprar"))
    assert len(document.history) == 2
    document.undo()
    assert name_of(document) == "Compra"
    document.redo()
    document.perform(typing(document, "Compras"))
    assert len(document.history) == 3, "nothing merges into a step that was undone and redone"
    for _ in range(3):
        document.undo()
    assert document.project == start == stored_project()
    document.close()


def test_typing_back_to_the_start_leaves_no_step(document: Document) -> None:
    start = document.project
    document.perform(typing(document, "V"))
    document.perform(typing(document, "Visita"))
    assert document.history == ()
    assert document.undo() is None
    assert document.project == start == stored_project()
    document.perform(typing(document, "Pago"))
    document.seal()
    document.perform(typing(document, "Cobro"))
    document.perform(typing(document, "Pago"))
    assert len(document.history) == 1, "the step in between is gone"
    document.perform(typing(document, "Cobro"))
    assert len(document.history) == 2, "and the one before it stays sealed"
    document.close()


def test_a_refused_step_changes_nothing(document: Document) -> None:
    heard: list[object] = []
    document.subscribe(lambda *what: heard.append(what))
    document.perform(adding(document, "Pago"))
    before, history, revision = document.project, document.history, document.revision
    stale = adding(document, "Otro")
    [card, *_] = document.project.all(Placement)
    wrong = dataclasses.replace(card, emotion=9.0)
    picture = make(Asset, sha256="0" * 64, mime="image/png")
    for change in (
        Change(stale.label, {card.id: wrong}, {card.id: card}),
        Change(stale.label, {**stale.before, card.id: card}, {**stale.after, card.id: wrong}),
        Change(stale.label, {picture.id: None}, {picture.id: picture}),
    ):
        with pytest.raises(Refused, match="Nothing was changed"):
            document.perform(change)
        assert document.project is before
        assert (document.history, document.revision) == (history, revision)
        assert stored_project() == before
    assert len(heard) == 1
    document.perform(stale)
    document.close()


def test_a_session_that_cannot_be_written_refuses_and_goes_on_later(document: Document) -> None:
    [folder] = places.sessions().iterdir()
    before = document.project
    with closing(sqlite3.connect(folder / DATABASE)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused, match="Another program is using it"):
            document.perform(adding(document, "Pago"))
        assert document.project is before
    document.perform(adding(document, "Pago"))
    assert document.project == stored_project() != before
    document.close()


def test_a_session_that_lost_a_record_takes_no_more_of_it(document: Document) -> None:
    [folder] = places.sessions().iterdir()
    with closing(sqlite3.connect(folder / DATABASE)) as other:
        other.execute("DELETE FROM touchpoint")
        other.commit()
    with pytest.raises(Refused, match="Nothing was changed"):
        document.perform(typing(document, "Pago"))
    assert name_of(document) == "Visita"
    document.abandon()


def test_undo_goes_back_beyond_what_is_remembered(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "REMEMBERED", 3)
    states = [document.project]
    for number in range(10):
        document.perform(adding(document, str(number)))
        states.append(document.project)
    for state in reversed(states[:-1]):
        document.undo()
        assert document.project == state
    for state in states[1:]:
        document.redo()
        assert document.project == state
    document.close()


def test_revert_is_a_step(document: Document) -> None:
    start = document.project
    document.perform(adding(document, "Pago"))
    edited = document.project
    document.revert()
    assert document.project == start == stored_project()
    assert len(document.history) == 2
    document.undo()
    assert document.project == edited
    document.close()


def test_a_session_is_recovered_with_its_whole_history(document: Document) -> None:
    start = document.project
    document.perform(adding(document, "Pago"))
    document.save()
    document.perform(adding(document, "Visita"))
    document.perform(adding(document, "Llamada"))
    closing_state = document.project
    document.undo()
    edited = document.project
    assert recoverable_sessions() == [], "it is open"
    document.abandon()

    [leftover] = recoverable_sessions()
    assert (leftover.name, leftover.path, leftover.steps) == ("Proyecto", document.path, 3)
    again = Document.recover(leftover)
    assert again.project == edited
    assert [label.name for label in again.history] == ["Pago", "Visita"]
    again.redo()
    assert again.project == closing_state
    while again.undo():
        pass
    assert again.project == start == stored_project()
    again.revert()
    again.redo()
    again.close()
    assert recoverable_sessions() == list(places.sessions().iterdir()) == []
    reopened = Document.open(document.path)
    assert reopened.project == again.project != start
    reopened.close()


def test_a_session_is_recovered_to_another_place(document: Document, tmp_path: Path) -> None:
    document.perform(adding(document, "Pago"))
    edited = document.project
    document.abandon()
    before = document.path.read_bytes()
    again = Document.recover(recoverable_sessions()[0], tmp_path / "other.journey")
    assert again.path == tmp_path / "other.journey"
    again.close()
    assert document.path.read_bytes() == before
    reopened = Document.open(tmp_path / "other.journey", read_only=True)
    assert reopened.project == edited
    reopened.close()


def test_a_discarded_session_is_kept_in_the_trash(document: Document) -> None:
    document.perform(adding(document, "Pago"))
    document.abandon()
    [leftover] = recoverable_sessions()
    discard(leftover)
    assert recoverable_sessions() == []
    [kept] = places.trash().iterdir()
    assert (kept / DATABASE).exists()


def test_after_a_crash_a_saved_document_opens_with_its_history(document: Document) -> None:
    start = document.project
    document.perform(adding(document, "Pago"))
    edited = document.project
    document.save()
    document.abandon()
    assert recoverable_sessions() == []
    again = Document.open(document.path)
    assert [label.name for label in again.history] == ["Pago"]
    assert again.project == edited
    again.undo()
    assert again.project == start == stored_project()
    again.close()
    assert list(places.sessions().iterdir()) == []


@pytest.mark.parametrize("harm", ["gone", "replaced", "cut", "rolled back"])
def test_saved_edits_that_the_file_lost_are_offered(document: Document, harm: str) -> None:
    before = document.path.read_bytes()
    document.perform(adding(document, "Pago"))
    edited = document.project
    document.save()
    document.abandon()
    document.path.unlink()
    rests = {"replaced": b"other", "cut": before[:100], "rolled back": before}
    if harm in rests:
        document.path.write_bytes(rests[harm])
    [leftover] = recoverable_sessions()
    assert leftover.steps == 1
    again = Document.recover(leftover)
    assert again.project == edited
    again.save()
    assert Document.open(again.path, read_only=True).project == edited
    if harm in rests:
        assert document.path.read_bytes() == rests[harm], "what is not ours is left alone"
    again.close()


def test_a_write_protected_file_is_never_replaced(document: Document, tmp_path: Path) -> None:
    path = document.path
    before = path.read_bytes()
    path.chmod(0o444)
    document.perform(adding(document, "Pago"))
    with pytest.raises(Refused, match="permission"):
        document.save()
    with pytest.raises(Refused, match="permission"):
        document.close()
    document.forget()
    with pytest.raises(NotEditable, match="write-protected"):
        Document.open(path)
    reader = Document.open(path, read_only=True)
    reader.save_copy(tmp_path / "copy.journey")
    with pytest.raises(Refused, match="permission"):
        reader.save_copy(path)
    reader.close()
    Document.open(tmp_path / "copy.journey").close()
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.journey", "map.journey"]
    path.chmod(0o644)
    Document.open(path).close()


def test_read_only_refuses_edits_and_leaves_no_trace(document: Document, tmp_path: Path) -> None:
    change = adding(document, "Pago")
    with pytest.raises(Locked) as locked:
        Document.open(document.path)
    assert str(document.path) in str(locked.value)
    reader = Document.open(document.path, read_only=True)
    assert reader.read_only
    assert reader.status.state is State.SAVED
    for edit in (lambda: reader.perform(change), reader.undo, reader.redo, reader.revert):
        with pytest.raises(Refused, match="read only"):
            edit()
    assert (reader.undo_label, reader.redo_label, reader.history) == (None, None, ())
    reader.save_copy(tmp_path / "copy.journey")
    reader.close()
    document.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.journey", "map.journey"]
    copy = Document.open(tmp_path / "copy.journey")
    assert copy.project == document.project
    copy.close()


def test_pictures_travel_with_the_document(document: Document, tmp_path: Path) -> None:
    picture = document.assets.add_picture(PICTURE)
    assert (picture.sha256, picture.mime) == (PICTURE_HASH, "image/png")
    assert document.assets.add_picture(PICTURE) == picture
    document.perform(Change(Label("Add"), {picture.id: None}, {picture.id: picture}))
    document.abandon()
    again = Document.recover(recoverable_sessions()[0])
    assert again.assets.read(PICTURE_HASH) == PICTURE
    again.close()
    reopened = Document.open(again.path)
    assert reopened.assets.read(PICTURE_HASH) == PICTURE
    reopened.save_copy(tmp_path / "copy.journey")
    reopened.close()
    copy = Document.open(tmp_path / "copy.journey", read_only=True)
    assert copy.assets.read(PICTURE_HASH) == PICTURE
    copy.assets.add(b"so that their folder exists")
    with pytest.raises(KeyError):
        copy.assets.read("../opening.journey")
    copy.close()


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"%PDF-1.7", PICTURE + bytes(20 << 20)], ids=len
)
def test_what_is_no_picture_is_refused(document: Document, content: bytes) -> None:
    with pytest.raises(Refused):
        document.assets.add_picture(content)
    document.close()


def test_a_new_document_is_a_draft_until_saved_elsewhere(tmp_path: Path) -> None:
    document = Document.new(full_project(), BYTES, "Mi / mapa:\n 1")
    draft = document.path
    assert document.is_draft
    assert draft.name == "Mi mapa 1.journey"
    other = Document.new(full_project(), BYTES, "Mi / mapa:\n 1")
    assert other.path.name == "Mi mapa 1 2.journey"
    other.close()
    document.save_as(tmp_path / "there.journey")
    assert not document.is_draft
    assert not draft.exists()
    document.revert()
    document.close()
    assert list(draft.parent.iterdir()) == [other.path]
    assert list(tmp_path.iterdir()) == [tmp_path / "there.journey"]


def test_an_unsound_project_is_refused_before_it_is_a_document() -> None:
    with pytest.raises(Refused):
        Document.new(Project(), {}, "empty")
    with pytest.raises(Refused):
        Document.new(full_project(), {}, "without its bytes")
    assert list(places.sessions().iterdir()) == list(places.drafts().iterdir()) == []


def test_opening_and_closing_leaves_the_file_alone(document: Document) -> None:
    document.close()
    before = document.path.read_bytes(), document.path.stat().st_mtime_ns
    Document.open(document.path).close()
    assert (document.path.read_bytes(), document.path.stat().st_mtime_ns) == before
