"""What a session keeps of its document's file, outside the database of edits."""

import os
from pathlib import Path

import msgspec

from journeyeditor.errors import Refused
from journeyeditor.storage.files import sha256_of, write_durably
from journeyeditor.storage.folder import NOTE


class Note(msgspec.Struct, frozen=True):
    """Where a document is, which revision of the session it holds, and the hash of its file.

    `path` is as the system has it: a name need not be text. `coming` is the revision and hash of
    what is just being put in the file's place.
    """

    path: bytes
    revision: int
    sha256: str
    coming: tuple[int, str] | None = None

    @classmethod
    def read(cls, session: Path) -> "Note":
        """The note in a session's folder. OSError, msgspec.MsgspecError."""
        return msgspec.json.decode((session / NOTE).read_bytes(), type=cls)

    @property
    def file(self) -> Path:
        """The document's path."""
        return Path(os.fsdecode(self.path))

    def write(self, session: Path) -> None:
        """Keep it in a session's folder. OSError."""
        write_durably(session / NOTE, msgspec.json.encode(self))

    def settled(self) -> "Note":
        """The note of a dead session as the file is: it may have died while publishing."""
        if self.coming is not None:
            revision, sha256 = self.coming
            settled = Note(self.path, revision, sha256)
            if settled.holds():
                return settled
        return Note(self.path, self.revision, self.sha256)

    def holds(self) -> bool:
        """Whether the file at the path is the one that was put there."""
        try:
            return sha256_of(self.file) == self.sha256
        except (OSError, Refused):
            return False
