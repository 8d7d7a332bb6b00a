"""The one way to the files that come with the program: fonts, icons, templates, samples."""

from functools import cache
from importlib.resources import files
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder that comes with the program.

    For example ``resource("fonts", "Inter-Regular.ttf")``. That it exists is not checked.
    """
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    package = Path(str(files("journeyeditor")))
    installed = package / "_resources"  # where the wheel packs resources/
    return installed if installed.is_dir() else package.parent / "resources"
