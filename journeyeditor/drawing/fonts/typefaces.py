"""The fonts that letters come from: the bundled ones, and the system's for the rest.

Bundled fonts are drawn by glyph, so that a PDF can embed them. A system font only lends its
outlines. Which system fonts there are differs from machine to machine; the bundled chain doesn't.
"""

import functools
import os
import sys
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

from journeyeditor.resources import resource

REGULAR = "Inter-Regular"
MEDIUM = "Inter-Medium"
SEMIBOLD = "Inter-SemiBold"
ITALIC = "Inter-Italic"
SYMBOLS = "DejaVuSans"
EMOJI = "NotoEmoji-Regular"
BUNDLED = (REGULAR, MEDIUM, SEMIBOLD, ITALIC, SYMBOLS, EMOJI)

_FIRST_EMOJI = "\U0001f000"
_EMOJI_STYLE = "\ufe0f"
_OTHER_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
LIGATURES = {
    char: "".join(chr(int(code, 16)) for code in unicodedata.decomposition(char).split()[1:])
    for char in map(chr, range(0xFB00, 0xFB07))
}
"""Characters that are two or three letters written as one, which are drawn as those letters."""


@dataclass(frozen=True, eq=False)
class Typeface:
    """An opened font. `stem` names its file in resources/fonts; a system font has none.

    `units` is how many units an em has. `plain` are the characters that run left to right, one
    glyph each, without marks.
    """

    stem: str
    font: hb.Font
    units: int
    covered: Container[str] = frozenset()
    plain: frozenset[str] = frozenset()


@functools.cache
def bundled(stem: str) -> Typeface:
    """One of the fonts that come with the program."""
    font = _open(resource("fonts", f"{stem}.ttf"), 0)
    covered = frozenset(map(chr, font.face.unicodes))
    plain = frozenset(c for c in covered if unicodedata.category(c)[0] not in "MC")
    return Typeface(stem, font, font.face.upem, covered, plain)


def typefaces_for(cluster: str, stem: str) -> tuple[Typeface, ...]:
    """Where to look for a user-perceived character of text in the font `stem`, best first."""
    rest = (SYMBOLS, EMOJI)
    if cluster[0] >= _FIRST_EMOJI or _EMOJI_STYLE in cluster:
        return tuple(map(bundled, (EMOJI, stem, SYMBOLS)))
    return tuple(map(bundled, (stem, *rest)))


def visible(text: str) -> str:
    """The text without what only steers its neighbours: joiners, selectors, direction marks."""
    return "".join(char for char in text if not _ignorable(char))


@functools.lru_cache(maxsize=4096)
def _ignorable(char: str) -> bool:
    if unicodedata.category(char) == "Cf":
        return char not in _VISIBLE_FORMATS
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return selector or "\u180b" <= char <= "\u180f" or char in _OTHER_INVISIBLE


def is_private(char: str) -> bool:
    """Whether a character is what each font makes of it: nobody else knows which sign is meant."""
    return unicodedata.category(char) == "Co"


@functools.lru_cache(maxsize=4096)
def system_typeface(cluster: str) -> Typeface | None:
    """A font of this machine that has all of these characters, if there is one."""
    for typeface, codes in _system_typefaces():
        if all(ord(char) in codes for char in cluster):
            return typeface
    return None


@functools.lru_cache(maxsize=4096)
def shared_typeface(chars: str) -> Typeface | None:
    """A font of this machine for characters that stand together: it has all or most of them."""

    def known(font: tuple[Typeface, hb.Set]) -> int:
        return sum(ord(char) in font[1] for char in chars)

    whole = system_typeface(chars)
    return whole or max(_system_typefaces(), key=known, default=(None,))[0]


def has_all(typeface: Typeface, chars: str) -> bool:
    """Whether a font of this machine has all of these characters."""
    return all(typeface.font.get_nominal_glyph(ord(char)) for char in chars)


@functools.cache
def _system_typefaces() -> tuple[tuple[Typeface, hb.Set], ...]:
    found = []
    for path in sorted(_font_files(), key=_preference):
        try:
            for index in range(min(_open(path, 0).face.count, 16)):
                font = _open(path, index)
                codes = font.face.unicodes
                if {"glyf", "CFF ", "CFF2"} & set(font.face.table_tags) and len(codes):
                    found.append((Typeface("", font, font.face.upem), codes))
        except (OSError, hb.HarfBuzzError, MemoryError):
            continue  # one unreadable font must not keep the others from being used
    return tuple(found)


def _open(path: Path, index: int) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path)), index))


def _font_files() -> Iterator[Path]:
    for folder in _font_folders():
        for directory, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith((".ttf", ".otf", ".ttc", ".otc")):
                    yield Path(directory, name)


def _font_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home))
        return [
            Path(os.environ.get("SYSTEMROOT", "C:\\Windows"), "Fonts"),
            Path(local, "Microsoft", "Windows", "Fonts"),
        ]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    shared = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    return [home / ".local/share/fonts", home / ".fonts", *(Path(d, "fonts") for d in shared)]


def _preference(path: Path) -> tuple[int, str]:
    """Upright sans-serif text fonts first; then by name, so that the choice is repeatable."""
    name = path.stem.lower()
    unwanted = ("bold", "black", "italic", "oblique", "mono", "serif", "light", "thin", "condensed")
    dislikes = sum(word in name.replace("sansserif", "") for word in unwanted)
    return 2 * dislikes - ("sans" in name), str(path)
