"""Files with a template, for windows to open."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from journeyeditor.document import Document
from journeyeditor.templates import make_project


def save_template(path: Path, slug: str = "sample", language: str = "en") -> Path:
    """A file with a template at a path, which this returns."""
    path.write_bytes(_content(slug, language))
    return path


@cache
def _content(slug: str, language: str) -> bytes:
    """The file is made once for all tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{slug}.journey")
        made = make_project(slug, language)
        document = Document.new(made.project, made.assets, slug)
        document.save_as(path)
        document.close()
        return path.read_bytes()
