"""The files that come with the program are found, in a checkout and in an installed wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from journeyeditor import __version__
from journeyeditor.resources import resource

CHECKOUT = Path(__file__).resolve().parent.parent
FONTS = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Italic.ttf",
    "DejaVuSans.ttf",
    "NotoEmoji-Regular.ttf",
)
LICENCES = (
    "fonts/OFL-Inter.txt",
    "fonts/LICENSE-DejaVu.txt",
    "fonts/OFL-NotoEmoji.txt",
    "icons/LICENSE-lucide.txt",
)


def test_a_resource_in_the_checkout_is_the_file_under_resources() -> None:
    assert resource("fonts", "Inter-Regular.ttf") == CHECKOUT / "resources/fonts/Inter-Regular.ttf"
    assert resource() == CHECKOUT / "resources"


@pytest.mark.parametrize("licence", LICENCES)
def test_what_others_made_comes_with_its_licence(licence: str) -> None:
    assert len(resource(licence).read_text("utf-8")) > 500


@pytest.mark.parametrize("name", FONTS)
def test_fonts_have_truetype_outlines_and_may_be_embedded(name: str) -> None:
    tables = _font_tables(resource("fonts", name).read_bytes())
    assert "glyf" in tables  # ReportLab refuses CFF outlines
    assert "fvar" not in tables  # and draws only the default of a variable font
    embedding_rights = int.from_bytes(tables["OS/2"][8:10], "big")
    assert embedding_rights == 0


def test_icons_take_the_colour_of_the_text_around_them() -> None:
    own = resource("icons", "journeyeditor.svg")  # the program's own icon has its own colours
    icons = sorted(set(resource("icons").glob("*.svg")) - {own})
    assert len(icons) > 100
    for icon in icons:
        drawing = icon.read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in drawing, icon.name
        assert "currentColor" in drawing, icon.name
        assert "<!--" not in drawing, icon.name


def test_a_wheel_packs_the_resources_and_finds_them(tmp_path: Path) -> None:
    wheel = _build_wheel(tmp_path)
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)  # what installing a pure wheel does

    for name in FONTS:
        packed = installed / "journeyeditor/_resources/fonts" / name
        assert packed.read_bytes() == resource("fonts", name).read_bytes()
    assert not (installed / "resources").exists()
    assert not (installed / "tests").exists()

    program = "from journeyeditor.resources import resource; print(resource('fonts'))"
    found = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(found.stdout.strip()) == installed / "journeyeditor/_resources/fonts"


def _build_wheel(folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    return folder / f"journeyeditor-{__version__}-py3-none-any.whl"


def _font_tables(font: bytes) -> dict[str, bytes]:
    tables = {}
    for i in range(int.from_bytes(font[4:6], "big")):
        entry = font[12 + 16 * i : 28 + 16 * i]
        offset, length = (int.from_bytes(entry[k : k + 4], "big") for k in (8, 12))
        tables[entry[:4].decode("ascii")] = font[offset : offset + length]
    return tables
