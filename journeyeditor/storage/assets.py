"""The bytes of pictures and kept states, by their SHA-256.

Those that a session adds lie in its folder, one file each; those that came with the document stay
in the session's copy of it.
"""

import hashlib
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from journeyeditor.errors import Refused
from journeyeditor.model.fields import make
from journeyeditor.model.ids import link_id
from journeyeditor.model.records import Asset
from journeyeditor.storage.files import needing, write_durably
from journeyeditor.translation import tr

LARGEST_PICTURE = 20 << 20
"""Bytes."""

_NAME = re.compile(r"[0-9a-f]{64}")
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def mime_of(content: bytes) -> str:
    """The type of a picture by its first bytes; empty where it's none that a project holds."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((mime for start, mime in _SIGNATURES if content.startswith(start)), "")


class Assets:
    """The bytes that the records of one open document name. Any thread may read."""

    def __init__(self, folder: Path, document: Path) -> None:
        self._folder = folder
        self._document = document

    def read(self, sha256: str) -> bytes:
        """The bytes; KeyError where there are none."""
        if not _NAME.fullmatch(sha256):
            raise KeyError(sha256)
        added = self._folder / sha256
        if added.is_file():
            return added.read_bytes()
        query = "SELECT bytes FROM asset_bytes WHERE sha256 = ?"
        uri = f"{self._document.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            row = connection.execute(query, (sha256,)).fetchone()
        if row is None:
            raise KeyError(sha256)
        content: bytes = row[0]
        return content

    def has(self, sha256: str) -> bool:
        """Whether the bytes are there."""
        try:
            self.read(sha256)
        except KeyError:
            return False
        return True

    def add(self, content: bytes) -> str:
        """Keeps bytes for good, before a Change names them; their SHA-256. Refused."""
        name = hashlib.sha256(content).hexdigest()
        with needing(self._folder):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            write_durably(self._folder / name, content)
        return name

    def add_picture(self, content: bytes) -> Asset:
        """Keeps a picture; the record for it, which no Change has added yet.

        The same picture gives the same record. Refused where it is too large or of another type
        than PNG, JPEG, WebP or GIF.
        """
        mime = mime_of(content)
        if not mime:
            raise Refused(
                tr("That is not a picture that a project can hold."),
                advice=tr("Use a PNG, JPEG, WebP or GIF file."),
            )
        if len(content) > LARGEST_PICTURE:
            raise Refused(
                tr("The picture is too large."),
                advice=tr("Use one of at most {size} MB.", size=LARGEST_PICTURE >> 20),
            )
        sha256 = self.add(content)
        return make(Asset, id=link_id("Asset", sha256), sha256=sha256, mime=mime)
