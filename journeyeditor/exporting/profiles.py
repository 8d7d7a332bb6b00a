"""Kept ways of printing: options as names and values, and back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from journeyeditor.exporting.options import Colours, Content, Detail, PdfOptions
from journeyeditor.exporting.paper import FIT, MILLIMETRE, WIDEST_MARGIN, find_paper
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.exporting.topics import CLIENT_SAFE, Topic
from journeyeditor.model.project import Project
from journeyeditor.model.records import PrintProfile
from journeyeditor.translation import LANGUAGES, N_, Translator, translator

Values = tuple[tuple[str, str], ...]

_SHEET = "sheet_"
"""Begins the names of what a tiling is made of."""
_YES_NO = {"yes": True, "no": False}
_TURNS: Mapping[str, bool | None] = {**_YES_NO, "": None}
_MOST_TEXT = 200
_WIDEST = 200 * MILLIMETRE


@dataclass(frozen=True)
class Profile:
    """Options under a name."""

    name: str
    options: PdfOptions


BUILT_IN: Mapping[str, PdfOptions] = {
    N_("Poster A1"): PdfOptions(paper="A1"),
    N_("Office printer, A4 sheets"): PdfOptions(
        tiling=Tiling(paper="A4", overlap=10 * MILLIMETRE), colours=Colours.INK_SAVER
    ),
    N_("Client-safe report"): PdfOptions(paper="A3", content=Content.REPORT, without=CLIENT_SAFE),
}
"""Ways of printing that every project has; the names are English messages."""


def profiles(project: Project, tr: Translator) -> list[Profile]:
    """The built-in ones, then the project's own."""
    built_in = [Profile(tr(name), options) for name, options in BUILT_IN.items()]
    own = project.ordered(PrintProfile)
    return [*built_in, *(Profile(it.name, options_of(it.options)) for it in own)]


def find_profile(project: Project, name: str, tr: Translator) -> Profile | None:
    """The profile of that name, whatever its capitals; the project's own before a built-in one.

    A built-in one is found by its name in each language, whatever the reader's: who shares a
    command need not share the language.
    """
    wanted = name.strip().casefold()
    found = profiles(project, tr)
    built_in = [
        Profile(translator(language)(english), options)
        for language in LANGUAGES
        for english, options in BUILT_IN.items()
    ]
    named = (it for it in (*reversed(found), *built_in) if it.name.casefold() == wanted)
    return next(named, None)


def values_of(options: PdfOptions) -> Values:
    """The options as a project keeps them: all but when the print was made."""
    values = {name: _written(getattr(options, name)) for name in _READERS}
    if tiling := options.tiling:
        parts = fields(Tiling)
        values |= {_SHEET + part.name: _written(getattr(tiling, part.name)) for part in parts}
    return tuple(values.items())


def options_of(values: Iterable[tuple[str, str]]) -> PdfOptions:
    """The options that are kept so; what is unknown or makes no sense is as it is by default."""
    known = dict(values)
    options = replace(PdfOptions(), **_read(known, _READERS))
    sheet = {n.removeprefix(_SHEET): v for n, v in known.items() if n.startswith(_SHEET)}
    if not sheet:
        return options
    return replace(options, tiling=replace(Tiling(), **_read(sheet, _SHEET_READERS)))


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case frozenset():
            return ",".join(sorted(value))
        case True | False:
            return "yes" if value else "no"
        case float():
            return repr(value)
        case _:
            return str(value)


def _read(values: Mapping[str, str], readers: Mapping[str, Callable[[str], Any]]) -> dict[str, Any]:
    found = {}
    for name, reader in readers.items():
        if name in values:
            try:
                found[name] = reader(values[name])
            except (ValueError, KeyError, OverflowError):
                continue
    return found


def _paper(value: str) -> str:
    if paper := find_paper(value):
        return paper
    raise ValueError(value)


def _sheet(value: str) -> str:
    if _paper(value) == FIT:
        raise ValueError(value)
    return _paper(value)


def _number(least: float, most: float) -> Callable[[str], float]:
    def read(value: str) -> float:
        number = float(value)
        if not least <= number <= most:
            raise ValueError(value)
        return number

    return read


def _count(value: str) -> int:
    return int(_number(0, 999)(value))


def _line(value: str) -> str:
    return " ".join(value.split())[:_MOST_TEXT]


def _language(value: str) -> str:
    if value and value not in LANGUAGES:
        raise ValueError(value)
    return value


def _topics(value: str) -> frozenset[Topic]:
    """Those that are known: one from a newer program must not bring the others back."""
    return frozenset(Topic(name) for name in value.split(",") if name in set(Topic))


_READERS: Mapping[str, Callable[[str], Any]] = {
    "paper": _paper,
    "landscape": _TURNS.__getitem__,
    "margin": _number(0, WIDEST_MARGIN),
    "language": _language,
    "notice": _line,
    "lens": _line,
    "detail": Detail,
    "colours": Colours,
    "watermark": _line,
    "content": Content,
    "without": _topics,
}
_SHEET_READERS: Mapping[str, Callable[[str], Any]] = {
    "paper": _sheet,
    "landscape": _TURNS.__getitem__,
    "overlap": _number(0, _WIDEST),
    "whole": _YES_NO.__getitem__,
    "repeat": _YES_NO.__getitem__,
    "across": _count,
    "down": _count,
    "guides": _YES_NO.__getitem__,
    "plan": _YES_NO.__getitem__,
}
