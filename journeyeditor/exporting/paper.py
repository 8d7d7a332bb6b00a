"""Paper sizes, and how a drawing is put on a page. Unit: the point (1/72 inch)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from journeyeditor.errors import Refused
from journeyeditor.translation import Translator, tr

INCH = 72.0
MILLIMETRE = INCH / 25.4
FIT = "fit"
"""A page as large as the drawing and its margins."""

MARGIN = 10 * MILLIMETRE
WIDEST_MARGIN = 50 * MILLIMETRE
SMALLEST = 20 * MILLIMETRE
LARGEST = 14400.0
"""Many readers show no page that is wider or higher (PDF 1.7, annex C)."""

_ISO = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420)}
_ISO |= {"A4": (210, 297), "A5": (148, 210)}
_INCHES = {
    "letter": (8.5, 11),
    "legal": (8.5, 14),
    "tabloid": (11, 17),
    "arch-a": (9, 12),
    "arch-b": (12, 18),
    "arch-c": (18, 24),
    "arch-d": (24, 36),
    "arch-e": (36, 48),
    "ansi-c": (17, 22),
    "ansi-d": (22, 34),
    "ansi-e": (34, 44),
}

PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {name: (w * MILLIMETRE, h * MILLIMETRE) for name, (w, h) in _ISO.items()}
    | {name: (w * INCH, h * INCH) for name, (w, h) in _INCHES.items()}
)
"""Width and height of each paper when it stands upright (ISO 216; ANSI/ASME Y14.1)."""

_ALIASES = {"ansi-a": "letter", "ansi-b": "tabloid"}
_CUSTOM = re.compile(r"(\d+(?:[.,]\d+)?)\s*[x×]\s*(\d+(?:[.,]\d+)?)\s*(mm|cm|in)", re.IGNORECASE)
_UNITS = {"mm": MILLIMETRE, "cm": 10 * MILLIMETRE, "in": INCH}


def find_paper(name: str) -> str | None:
    """The paper that somebody means: FIT, one of PAPERS, or a size such as "300x500mm"."""
    known = {paper.lower(): paper for paper in (FIT, *PAPERS)}
    wanted = name.strip().lower()
    size = _custom_size(wanted)
    if size and min(size) >= SMALLEST and max(size) <= LARGEST:
        return wanted
    return known.get(_ALIASES.get(wanted, wanted))


def is_size(name: str) -> bool:
    """Whether somebody means a size, be there such a paper or not."""
    return _custom_size(name.strip()) is not None


def is_american(paper: str) -> bool:
    """Whether whoever uses this paper has letter paper in the printer."""
    return paper in _INCHES or paper.endswith("in")


def paper_size(paper: str) -> tuple[float, float]:
    """The sides of a paper that `find_paper` found, the shorter one first, in points."""
    short, long = sorted(_custom_size(paper) or PAPERS[paper])
    return short, long


def formats(paper: str, landscape: bool | None) -> tuple[tuple[float, float], ...]:
    """Width and height of a paper that `find_paper` found, as it is wanted to lie.

    Without a wish a named paper may lie either way round, on its side first; a size is taken as
    it is given.
    """
    own = _custom_size(paper)
    if landscape is None:
        return (own,) if own else tuple(turned(paper_size(paper), turn) for turn in (True, False))
    return (turned(paper_size(paper), landscape),)


def paper_name(paper: str, tr: Translator) -> str:
    """What readers call a paper."""
    if match := _CUSTOM.fullmatch(paper):
        return f"{match[1]} × {match[2]} {match[3].lower()}"
    names = {"letter": tr("Letter"), "legal": tr("Legal"), "tabloid": tr("Tabloid")}
    if paper.startswith(("arch-", "ansi-")):
        return paper.upper().replace("-", " ")
    return names.get(paper, paper)


def turned(size: tuple[float, float], landscape: bool) -> tuple[float, float]:
    """Width and height of a paper of a size, the shorter side first, lying or upright."""
    return (size[1], size[0]) if landscape else size


def _custom_size(name: str) -> tuple[float, float] | None:
    match = _CUSTOM.fullmatch(name)
    if match is None:
        return None
    unit = _UNITS[match[3].lower()]
    width, height = (round(float(match[i].replace(",", ".")) * unit, 6) for i in (1, 2))
    return width, height


@dataclass(frozen=True)
class Sheet:
    """A page and where the drawing lies on it: enlarged by `scale`, then moved right and down."""

    width: float
    height: float
    scale: float
    left: float
    top: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the drawing stands on the page."""
        return self.left + x * self.scale, self.top + y * self.scale


def sheet_for(
    width: float, height: float, paper: str, landscape: bool | None, margin: float
) -> Sheet:
    """The page for a drawing of a size, with that `margin` in points on each side.

    On a named paper the drawing is made as large as fits, in the middle; without a wish for
    `landscape` a named paper is turned so that this is larger. Refused where nothing would fit.
    """
    if paper == FIT:
        scale = min(1.0, (LARGEST - 2 * margin) / max(width, height))
        page = (width * scale + 2 * margin, height * scale + 2 * margin)
    else:
        page, scale = _on_paper(width, height, paper, landscape, margin)
    if scale <= 0:
        raise Refused(
            tr("The margins leave no room on the paper."),
            advice=tr("Choose smaller margins or a larger paper."),
        )
    left, top = (page[0] - width * scale) / 2, (page[1] - height * scale) / 2
    return Sheet(*page, scale, left, top)


def _on_paper(
    width: float, height: float, paper: str, landscape: bool | None, margin: float
) -> tuple[tuple[float, float], float]:
    """The turned paper, and how much the drawing is enlarged on it."""

    def scale(page: tuple[float, float]) -> float:
        return min((page[0] - 2 * margin) / width, (page[1] - 2 * margin) / height)

    page = max(formats(paper, landscape), key=scale)
    return page, scale(page)
