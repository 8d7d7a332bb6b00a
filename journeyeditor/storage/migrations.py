"""The ladder from older formats of the document to today's."""

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection

from journeyeditor.storage.connections import engine_on
from journeyeditor.storage.tables import VERSION

Step = Callable[[Connection], None]

MIGRATIONS: Mapping[int, Step] = {}
"""What makes a document of version n one of version n + 1, by n."""


_PRAGMAS = ("foreign_keys = OFF", "legacy_alter_table = ON")
"""With these, a table can be renamed and made anew while others go on to name it."""


def migrate(file: Path, steps: Mapping[int, Step] = MIGRATIONS, version: int = VERSION) -> None:
    """Bring a private copy of a document up to date: all steps in one transaction, or none.

    Foreign keys are not enforced meanwhile; the document is checked when it is read afterwards.
    KeyError where no step leads on from the version the file has; sqlalchemy.exc.DBAPIError.
    """
    engine = engine_on(file, _PRAGMAS)
    try:
        with engine.begin() as connection:
            found: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            for number in range(found, version):
                steps[number](connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {version}")
    finally:
        engine.dispose()
