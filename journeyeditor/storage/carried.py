"""A document that came within another file, as in a PDF of ours."""

import os
import tempfile
from pathlib import Path

from journeyeditor.errors import Refused
from journeyeditor.storage.fetching import check_document
from journeyeditor.storage.files import needing
from journeyeditor.storage.places import SUFFIX, drafts, file_stem, unused
from journeyeditor.storage.publishing import put
from journeyeditor.translation import tr


def unpack(content: bytes, origin: Path, target: Path | None = None) -> Path:
    """Put the bytes of a document at a new path, by default into the drafts; returns it.

    It's checked first. `origin` is the file that it came in. Refused.
    """
    if target is not None and os.path.lexists(target):
        raise Refused(
            tr("There is a file of this name already."),
            where=str(target),
            advice=tr("Choose another name."),
        )
    with tempfile.TemporaryDirectory() as folder:
        inner = Path(folder) / f"carried{SUFFIX}"
        with needing(inner.parent):
            inner.write_bytes(content)
        try:
            check_document(inner)
        except Refused as problem:
            raise Refused(
                tr("The project within the PDF is damaged: {what}", what=problem.what),
                where=str(origin),
                advice=tr("Use another copy of it, or the .journey file itself."),
            ) from problem
        place = target or unused(drafts() / f"{file_stem(origin.stem)}{SUFFIX}")
        put(inner, place)
    return place
