"""The private folder behind an open document.

It holds `owner` (a lock), `opening.journey` (the document as it was opened), `session.db` (the
records as they are now, and the log of edits), `assets/` (bytes that were added) and `document`
(what is known of the file at the document's path).
"""

import secrets
import shutil
from pathlib import Path

from journeyeditor.storage import places
from journeyeditor.storage.assets import Assets
from journeyeditor.storage.files import needing, sync_folder
from journeyeditor.storage.locks import Lock

OWNER = "owner"
OPENING = "opening.journey"
DATABASE = "session.db"
NOTE = "document"


class SessionFolder:
    """A session's folder that this process owns."""

    def __init__(self, path: Path, owner: Lock) -> None:
        self.path = path
        self.opening = path / OPENING
        self.database = path / DATABASE
        self.assets = Assets(path / "assets", self.opening)
        self._owner = owner

    @classmethod
    def create(cls) -> "SessionFolder":
        """A new, empty one. Refused."""
        path = places.sessions() / secrets.token_hex(8)
        with needing(path):
            path.mkdir(mode=0o700)
            folder = cls(path, Lock.take(path / OWNER, path))
            sync_folder(path.parent)
        return folder

    @classmethod
    def claim(cls, path: Path) -> "SessionFolder":
        """One that a process left behind. Locked where that one lives, Refused."""
        with needing(path):
            return cls(path, Lock.take(path / OWNER, path))

    def leave(self) -> None:
        """Keep it for a later recovery."""
        self._owner.release()

    def remove(self) -> None:
        """Remove it: all that it holds is in the document."""
        shutil.rmtree(self.path, ignore_errors=True)
