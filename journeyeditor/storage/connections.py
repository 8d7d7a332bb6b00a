"""SQLite connections with the settings that this program relies on."""

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

_ALWAYS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "recursive_triggers = OFF",
)
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 512 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_LONGEST_FOREIGN_VALUE = 64 << 20
_STEPS_BETWEEN_LOOKS = 20_000


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection without implicit transactions; `mode` is "ro", "rw" or "rwc". sqlite3.Error."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=0.2,
        isolation_level=None,
        check_same_thread=False,
    )
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    for pragma in _ALWAYS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connect_guarded(path: Path, seconds: float) -> sqlite3.Connection:
    """A connection that only reads, and is interrupted when it takes longer. sqlite3.Error."""
    connection = connect(path, "ro")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_FOREIGN_VALUE)
    connection.execute("PRAGMA query_only = ON")
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    return connection


DURABLE = ("journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON")
"""What has been committed with these survives a crash and a power cut.

`EXTRA` also syncs the folder after the journal is gone, without which the last commit could be
rolled back after a power cut.
"""


def cause_of(error: DBAPIError) -> sqlite3.Error:
    """What SQLite said, without what SQLAlchemy adds."""
    assert isinstance(error.orig, sqlite3.Error)
    return error.orig


def engine_on(path: Path, pragmas: Sequence[str]) -> Engine:
    """An engine with one connection, whose transactions also cover changes of the schema."""

    def creator() -> sqlite3.Connection:
        connection = connect(path, "rw")
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
