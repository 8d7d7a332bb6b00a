"""The project that a PDF of ours carries within it."""

from pathlib import Path

from journeyeditor.errors import Refused, refusing
from journeyeditor.pdfium import opened_pdf
from journeyeditor.translation import tr

LARGEST = 1 << 30
"""Bytes; no PDF that is larger is read."""
_SUFFIX = ".journey"


class Locked(Refused):
    """The PDF opens with another password only than was given."""


def carried_project(path: Path, password: str = "") -> bytes:
    """The attached document, as yet unchecked. Locked; Refused where there is none."""
    import pypdfium2  # loaded now: few need it

    with refusing(path):
        if path.stat().st_size > LARGEST:
            raise Refused(
                tr("This PDF is too large to be one of ours."),
                where=str(path),
                advice=tr("Open the .journey file itself."),
            )
        content = path.read_bytes()
    try:
        with opened_pdf(content, password or None) as document:
            for index in range(document.count_attachments()):
                attachment = document.get_attachment(index)
                if attachment.get_name().endswith(_SUFFIX):
                    return bytes(attachment.get_data())
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise _locked(path, password) from error
        raise Refused(
            tr("This is not a PDF, or a damaged one."),
            where=str(path),
            advice=tr("Use another copy of it, or the .journey file itself."),
        ) from error
    raise Refused(
        tr("This PDF carries no project."),
        where=str(path),
        advice=tr("Ask for the .journey file, or for a PDF that was exported with its project."),
    )


def _locked(path: Path, password: str) -> Locked:
    if password:
        what = tr("This is not the password of the PDF.")
        return Locked(what, where=str(path), advice=tr("Look out for capital letters."))
    return Locked(
        tr("This PDF has a password."),
        where=str(path),
        advice=tr("Ask for the password, or for the .journey file."),
    )
