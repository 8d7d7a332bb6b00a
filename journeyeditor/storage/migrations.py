"""The ladder from older formats of the document to today's."""

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection

from journeyeditor.storage.connections import durable_engine
from journeyeditor.storage.tables import VERSION

Step = Callable[[Connection], None]

MIGRATIONS: Mapping[int, Step] = {}
"""What makes a document of version n one of version n + 1, by n."""


def migrate(file: Path, steps: Mapping[int, Step] = MIGRATIONS, version: int = VERSION) -> None:
    """Bring a private copy of a document up to date: all steps in one transaction, or none.

    KeyError where no step leads on from the version the file has; sqlalchemy.exc.DBAPIError.
    """
    engine = durable_engine(file)
    try:
        with engine.begin() as connection:
            found: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            for number in range(found, version):
                steps[number](connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    finally:
        engine.dispose()
