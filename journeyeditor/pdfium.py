"""PDFs read with PDFium, which one thread of a process may use at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

_ALONE = threading.Lock()


@contextmanager
def opened_pdf(content: bytes, password: str | None = None) -> Iterator["pypdfium2.PdfDocument"]:
    """A PDF to be read, while no other thread reads one. pypdfium2.PdfiumError."""
    import pypdfium2  # loaded now: few need it

    with _ALONE, pypdfium2.PdfDocument(content, password=password) as document:
        yield document
