"""Paper sizes, and how a drawing is put on a page. Unit: the point (1/72 inch)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from journeyeditor.errors import Refused
from journeyeditor.translation import tr

MILLIMETRE = 72 / 25.4
FIT = "fit"
"""A page as large as the drawing and its margins."""

MARGIN = 10 * MILLIMETRE
LARGEST = 14400.0
"""Many readers show no page that is wider or higher (PDF 1.7, annex C)."""

_ISO = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420)}
_ISO |= {"A4": (210, 297), "A5": (148, 210)}
_AMERICAN = {"letter": (612.0, 792.0), "legal": (612.0, 1008.0), "tabloid": (792.0, 1224.0)}

PAPERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {name: (w * MILLIMETRE, h * MILLIMETRE) for name, (w, h) in _ISO.items()} | _AMERICAN
)
"""Width and height of each paper when it stands upright (ISO 216; ANSI)."""


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
    `landscape` the paper is turned so that this is larger. Refused where nothing would fit.
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
    short, long = PAPERS[paper]
    turns = {False: [(short, long)], True: [(long, short)], None: [(long, short), (short, long)]}

    def scale(page: tuple[float, float]) -> float:
        return min((page[0] - 2 * margin) / width, (page[1] - 2 * margin) / height)

    page = max(turns[landscape], key=scale)
    return page, scale(page)
