"""Where a document comes from: its chain of revisions, and the states that copies part from."""

import secrets
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path

from journeyeditor.storage.codec import Row
from journeyeditor.storage.connections import connect
from journeyeditor.storage.tables import ancestor, revision, select_sql

KEPT_STATES = 5
"""How many opening states a document carries along."""


@dataclass(frozen=True)
class Lineage:
    """Rows of the tables `revision` (number, id, parent, time, digest) and `ancestor` (id, state).

    Each time a file is edited it gets one revision more, however often it is published meanwhile.
    """

    revisions: tuple[Row, ...] = ()
    ancestors: tuple[Row, ...] = ()

    @classmethod
    def of(cls, document: Path) -> "Lineage":
        """The lineage that a document file tells. sqlite3.Error."""
        with closing(connect(document, "ro")) as connection:
            revisions = sorted(connection.execute(select_sql(revision)), key=itemgetter(0))
            states = connection.execute(select_sql(ancestor)).fetchall()
        places = {row[1]: row[0] for row in revisions}
        states.sort(key=lambda row: places.get(row[0], 0))
        return cls(tuple(revisions), tuple(states))

    def opened(self, state: bytes) -> "Lineage":
        """With the state of the last revision, which is about to be edited."""
        if not self.revisions:
            return self
        last = self.revisions[-1][1]
        others = tuple(row for row in self.ancestors if row[0] != last)
        return replace(self, ancestors=(*others, (last, state))[-KEPT_STATES:])

    def grown(self, digest: str) -> "Lineage":
        """With a new revision of this digest after the last one."""
        number, parent = self.revisions[-1][:2] if self.revisions else (0, None)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        row = (number + 1, secrets.token_hex(10), parent, now, digest)
        return replace(self, revisions=(*self.revisions, row))
