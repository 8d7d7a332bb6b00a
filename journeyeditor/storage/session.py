"""The session's database: every edit is committed here before `perform` returns."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, CursorResult, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable

from journeyeditor.errors import Refused
from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import Record
from journeyeditor.model.project import Project
from journeyeditor.storage.codec import Invalid, Row, encode_safely
from journeyeditor.storage.connections import DURABLE, cause_of, connect, engine_on
from journeyeditor.storage.files import private_refusal
from journeyeditor.storage.log import (
    now,
    progress,
    read_labels,
    read_step,
    session_metadata,
    step,
    step_values,
)
from journeyeditor.storage.reading import read_records
from journeyeditor.storage.tables import (
    INDEXES,
    TABLES,
    delete_sql,
    insert_sql,
    sql_of,
    update_sql,
)
from journeyeditor.translation import tr

REMEMBERED = 500
"""Steps held in memory; older ones are read from the log when undo gets there."""

_FORGET = delete(step).where(step.c.number >= bindparam("first"))
_KEEP = insert(step)
_PROGRESS = update(progress)
_ADDITIONS = (
    *(sql_of(CreateTable(table)) for table in session_metadata.sorted_tables),
    *(sql_of(CreateIndex(index)) for index in INDEXES),
)
"""What a session's database has beside the tables of a document: the log, and indexes."""


class Session:
    """The records of one open document and the log of its steps. For one thread at a time.

    `applied` of the `count` steps are done, the others undone; `revision` counts every change.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._engine = engine_on(database, DURABLE)
        self._steps: dict[int, Change] = {}
        with self._engine.begin() as connection:
            row = connection.execute(select(progress)).one()
            self.count: int = connection.scalar(select(func.count()).select_from(step)) or 0
        self.applied: int = row.applied
        self.revision: int = row.revision

    @classmethod
    def start(cls, database: Path, opening: Path) -> "Session":
        """A session whose records are those of a document. OSError, sqlite3.Error."""
        shutil.copyfile(opening, database)
        with closing(connect(database, "rw")) as connection:
            for pragma in DURABLE:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN IMMEDIATE")
            for statement in _ADDITIONS:
                connection.execute(statement)
            connection.execute(insert_sql(progress), (0, 0, now()))
            connection.execute("COMMIT")
        return cls(database)

    def project(self) -> Project:
        """The project as the last step left it. sqlite3.Error, Invalid."""
        with closing(connect(self._database, "rw")) as connection:
            return read_records(connection)

    def step(self, number: int) -> Change:
        """The step of a number from 1 to `count`. Refused where the log is damaged."""
        if number not in self._steps:
            with _refusing_damage(), self._engine.begin() as connection:
                self._remember(number, read_step(connection, number))
        return self._steps[number]

    def labels(self, first: int, last: int) -> tuple[Label, ...]:
        """The names of the steps from `first` to `last`. Refused."""
        with _refusing_damage(), self._engine.begin() as connection:
            return read_labels(connection, first, last)

    def append(self, change: Change) -> None:
        """Do a new step; those that were undone are forgotten. Refused, and nothing has changed."""
        self._keep(change, self.applied + 1, change)

    def amend(self, change: Change, whole: Change) -> None:
        """Do a change as a part of the last step, which becomes `whole`. Refused, as `append`.

        A whole that changes nothing is no step.
        """
        self._keep(change, self.applied, whole)

    def move(self, change: Change, applied: int) -> None:
        """Undo or redo: do a change after which `applied` steps are done. Refused, as `append`."""
        with self._changing(change, applied):
            pass

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _keep(self, change: Change, number: int, whole: Change) -> None:
        """Do a change, after which the step of this number is `whole`, and the last one."""
        applied = number if whole.after else number - 1
        with self._changing(change, applied) as connection:
            connection.execute(_FORGET, {"first": number})
            if whole.after:
                connection.execute(_KEEP, {"number": number, **step_values(whole)})
        for forgotten in range(number, self.count + 1):
            self._steps.pop(forgotten, None)
        self.count = applied
        if whole.after:
            self._remember(number, whole)

    @contextlib.contextmanager
    def _changing(self, change: Change, applied: int) -> Iterator[Connection]:
        """One transaction that writes a change, and what the caller adds to it."""
        revision = self.revision + 1
        try:
            with self._engine.begin() as connection:
                _write(connection, change)
                yield connection
                state = {"applied": applied, "revision": revision, "time": now()}
                connection.execute(_PROGRESS, state)
        except Invalid as error:
            raise Refused(
                tr("A value can't be kept: a text is too long, or a number out of its range."),
                advice=tr("Nothing was changed. Check it and try again."),
            ) from error
        except DBAPIError as error:
            if self._stored_revision() != revision:
                raise self._not_kept(cause_of(error)) from error
        self.applied, self.revision = applied, revision

    def _stored_revision(self) -> int | None:
        """The revision in the database: a commit may have reached it and failed only after."""
        try:
            with self._engine.begin() as connection:
                return connection.scalar(select(progress.c.revision))
        except SQLAlchemyError:
            return None

    def _not_kept(self, error: sqlite3.Error) -> Refused:
        why = private_refusal(error, self._database.parent)
        what = tr("Nothing was changed, since the step can't be kept. {why}", why=why.what)
        return Refused(what, where=why.where, advice=why.advice)

    def _remember(self, number: int, change: Change) -> None:
        self._steps[number] = change
        while len(self._steps) > REMEMBERED:
            del self._steps[next(iter(self._steps))]


def _write(connection: Connection, change: Change) -> None:
    """Write the records after a change. Invalid, DBAPIError."""
    removed: dict[type[Record], list[Row]] = {}
    written: dict[type[Record], list[Record]] = {}
    for id, after in change.after.items():
        before = change.before[id]
        if after is not None:
            written.setdefault(type(after), []).append(after)
        elif before is not None:
            removed.setdefault(type(before), []).append((id,))
    for kind, ids in removed.items():
        _run(connection, delete_sql(TABLES[kind]), ids)
    for kind, records in written.items():
        rows = encode_safely(kind, records)
        new = [row for row in rows if change.before[row[0]] is None]
        old = [(*row[1:], row[0]) for row in rows if change.before[row[0]] is not None]
        _run(connection, insert_sql(TABLES[kind]), new)
        _run(connection, update_sql(TABLES[kind]), old)


def _run(connection: Connection, sql: str, rows: list[Row]) -> None:
    """Run a statement for rows, each of which must hit a record."""
    if not rows:
        return
    result: CursorResult[tuple[()]] = connection.exec_driver_sql(sql, rows)
    if result.rowcount != len(rows):
        raise Invalid("session")


@contextlib.contextmanager
def _refusing_damage() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, ValueError) as error:
        raise Refused(
            tr("The history of the steps can't be read."),
            advice=tr("Your project itself is safe. Save a copy of it and open that."),
        ) from error
