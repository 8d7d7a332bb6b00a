"""What somebody should know before maps are printed, and what would be better.

All of it is read from the pages that are going to be printed.
"""

import io
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image as Pictures

from journeyeditor.drawing.shapes import Box, Image, Node, Text
from journeyeditor.drawing.theme import contrast
from journeyeditor.exporting.composing import Composed
from journeyeditor.exporting.options import Content, PdfOptions
from journeyeditor.exporting.pages import Part
from journeyeditor.exporting.paper import (
    FIT,
    INCH,
    MILLIMETRE,
    PAPERS,
    is_american,
    paper_size,
    sheet_for,
)
from journeyeditor.exporting.result import SMALLEST_TYPE
from journeyeditor.exporting.tiling import Shortfall, Tiling
from journeyeditor.translation import tr

COARSE = 150.0
"""Dots per inch below which a picture looks coarse on paper."""
LEGIBLE = 4.5
"""The least contrast of text with what lies behind it (WCAG 2.2, AA)."""
_NAMED = 3
"""So many examples of one trouble are named."""
_LARGE_TYPE, _LEGIBLE_LARGE = 18.0, 3.0
_SHOWN_BY_MAPS = ("corner",)
_X_HEIGHT = 1118 / 2048
"""Inter's, in ems."""
_FLUENT = math.tan(math.radians(0.2))
"""Reading stays fluent while the x-height is seen under 0.2 degrees or more (Legge and Bigelow,
"Does print size matter for reading?", Journal of Vision 2011)."""


@dataclass(frozen=True)
class Faint:
    """A text of too little contrast with what lies behind it."""

    text: str
    contrast: float


@dataclass(frozen=True)
class Coarse:
    """A picture that has too few pixels for its size; `asset` is its SHA-256."""

    asset: str
    dpi: float


@dataclass(frozen=True)
class Preflight:
    """What was found on pages. `smallest` is the size of the smallest letters in points, infinite
    where there are none; `missing` are the characters that no font has. `maps` are the maps' own
    width, height and smallest letters, `shortfalls` what was wished of sheets and can't be had."""

    pages: int
    smallest: float
    maps: tuple[tuple[float, float, float], ...]
    missing: frozenset[str]
    faint: tuple[Faint, ...]
    coarse: tuple[Coarse, ...]
    shortfalls: frozenset[Shortfall] = frozenset()

    @property
    def distance(self) -> float:
        """How far away, in millimetres, the smallest letters can be read with ease."""
        return self.smallest / MILLIMETRE * _X_HEIGHT / _FLUENT

    @property
    def too_small(self) -> bool:
        return self.smallest < SMALLEST_TYPE


def remarks(found: Preflight) -> Iterator[str]:
    """What should be mended in the project itself, in sentences."""
    if found.faint:
        texts = ", ".join(f"“{faint.text}”" for faint in found.faint[:_NAMED])
        yield tr.plural(
            "{count} text is too faint to be read well: {texts}",
            "{count} texts are too faint to be read well: {texts}",
            len(found.faint),
            texts=texts,
        )
    if found.coarse:
        yield tr.plural(
            "{count} picture will look coarse: it has fewer than 150 dots per inch here.",
            "{count} pictures will look coarse: they have fewer than 150 dots per inch here.",
            len(found.coarse),
        )


def preflight(pages: Iterable[Composed], assets: Callable[[str], bytes]) -> Preflight:
    """Look at pages before they are written; `assets` as for an export."""
    gathering = Gathering(assets)
    for it in pages:
        gathering.look(it)
    return gathering.found()


class Gathering:
    """Looks at pages one by one, and keeps what it finds."""

    def __init__(self, assets: Callable[[str], bytes]) -> None:
        self._sizes = _Sizes(assets)
        self._pages, self._smallest = 0, math.inf
        self._missing: set[str] = set()
        self._shortfalls: set[Shortfall] = set()
        self._faint: dict[str, Faint] = {}
        self._coarse: dict[str, Coarse] = {}
        self._maps: dict[tuple[float, float], float] = {}

    def look(self, it: Composed) -> None:
        """Look at one page."""
        self._pages += 1
        self._shortfalls |= it.shortfalls
        for part in it.page.parts:
            if not part.thumbnail:
                least = self._look(part)
                self._smallest = min(self._smallest, least * part.scale)
                if it.map and _SHOWN_BY_MAPS in part.drawing:
                    size = (part.drawing.width, part.drawing.height)
                    self._maps[size] = min(self._maps.get(size, math.inf), least)

    def _look(self, part: Part) -> float:
        """The size of the smallest letters of a part, before it is enlarged."""
        self._missing |= part.drawing.missing
        least = math.inf
        for node in part.nodes():
            least = min([least, *_type_sizes(node)])
            for found in _faint(node, part.drawing.background):
                self._faint.setdefault(found.text, found)
            for picture in _coarse(node, part, self._sizes):
                worst = self._coarse.get(picture.asset, picture)
                self._coarse[picture.asset] = min(worst, picture, key=lambda one: one.dpi)
        return least

    def found(self) -> Preflight:
        """What was found so far."""
        return Preflight(
            self._pages,
            self._smallest,
            tuple((*size, least) for size, least in self._maps.items()),
            frozenset(self._missing),
            tuple(self._faint.values()),
            tuple(self._coarse.values()),
            frozenset(self._shortfalls),
        )


def _type_sizes(node: Node) -> Iterator[float]:
    for shape in node.shapes:
        if isinstance(shape, Text):
            yield from (run.size for run in shape.runs)


def _faint(node: Node, background: str) -> Iterator[Faint]:
    """Texts against the last box below them, or else the page."""
    boxes: list[Box] = []
    for shape in node.shapes:
        if isinstance(shape, Box) and shape.fill:
            boxes.append(shape)
        elif isinstance(shape, Text) and shape.runs and shape.text.strip():
            behind = next((b.fill for b in reversed(boxes) if _lies_on(shape, b)), None)
            ratio = contrast(shape.colour, behind or background)
            large = min(run.size for run in shape.runs) >= _LARGE_TYPE
            if ratio < (_LEGIBLE_LARGE if large else LEGIBLE):
                yield Faint(shape.text, ratio)


def _lies_on(text: Text, box: Box) -> bool:
    middle = text.x + text.width / 2
    return box.x <= middle <= box.x + box.width and box.y <= text.y <= box.y + box.height


class _Sizes(dict[str, tuple[int, int] | None]):
    """Width and height of pictures in pixels; None where they can't be told."""

    def __init__(self, assets: Callable[[str], bytes]) -> None:
        super().__init__()
        self._assets = assets

    def __missing__(self, asset: str) -> tuple[int, int] | None:
        try:
            with Pictures.open(io.BytesIO(self._assets(asset))) as picture:
                size: tuple[int, int] | None = picture.size
        except Exception:  # for damaged bytes Pillow raises nearly anything
            size = None
        self[asset] = size
        return size


def _coarse(node: Node, part: Part, sizes: _Sizes) -> Iterator[Coarse]:
    for shape in node.shapes:
        if isinstance(shape, Image) and (size := sizes[shape.asset]):
            inches = [side * part.scale / INCH for side in (shape.width, shape.height)]
            dpi = min(pixels / inch for pixels, inch in zip(size, inches, strict=True) if inch)
            if dpi < COARSE:
                yield Coarse(shape.asset, dpi)


@dataclass(frozen=True)
class Proposal:
    """Options that print letters large enough; `smallest` is their size then, in points."""

    options: PdfOptions
    smallest: float


def proposals(found: Preflight, options: PdfOptions) -> Sequence[Proposal]:
    """What would make the letters large enough: a larger paper, or sheets to be put together.

    None where they are large enough already.
    """
    if not found.too_small or options.content is not Content.MAPS:
        return ()
    papers = _on_papers(found, options) if _one_page_each(options) else []
    larger = [it for it in papers if it.smallest >= SMALLEST_TYPE]
    natural = min((least for _, _, least in found.maps), default=math.inf)
    sheets = Proposal(replace(options, paper=FIT, tiling=_sheets(options)), natural)
    return (*larger[:1], *([sheets] if sheets.options != options else []))


def _sheets(options: PdfOptions) -> Tiling:
    """The chosen sheets, where their number follows from the map, or else those of an office."""
    chosen = options.tiling
    if chosen and not chosen.across and not chosen.down:
        return chosen
    return Tiling(paper="letter" if is_american(options.paper) else "A4", overlap=10 * MILLIMETRE)


def smaller_paper(found: Preflight, options: PdfOptions) -> Proposal | None:
    """The smallest paper on which all letters are still large enough, where it's a smaller one."""
    if options.paper == FIT or not _one_page_each(options):
        return None
    enough = [it for it in _on_papers(found, options) if it.smallest >= SMALLEST_TYPE]
    if enough and _area(enough[0].options.paper) < _area(options.paper):
        return enough[0]
    return None


def _one_page_each(options: PdfOptions) -> bool:
    return options.tiling is None and options.content is Content.MAPS


def _on_papers(found: Preflight, options: PdfOptions) -> list[Proposal]:
    """The maps on each paper of the same kind, the smallest paper first."""
    names = [name for name in PAPERS if is_american(name) == is_american(options.paper)]
    return [
        Proposal(replace(options, paper=name), _smallest_on(found, replace(options, paper=name)))
        for name in sorted(names, key=_area)
    ]


def _smallest_on(found: Preflight, options: PdfOptions) -> float:
    return min(
        (
            least * sheet_for(width, height, options.paper, options.landscape, options.margin).scale
            for width, height, least in found.maps
        ),
        default=math.inf,
    )


def _area(paper: str) -> float:
    return math.prod(paper_size(paper))
