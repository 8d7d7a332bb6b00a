"""What somebody who exports can choose."""

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum

from journeyeditor.drawing.layout.lens import CHANNEL, COMPLETENESS, OWNER
from journeyeditor.drawing.layout.options import ALL_FIELDS, CardField
from journeyeditor.exporting.paper import FIT, MARGIN
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.exporting.topics import Topic


class Content(StrEnum):
    """What is printed: maps alone, the report about them, or what a workshop needs."""

    MAPS = "maps"
    REPORT = "report"
    WORKSHOP = "workshop"


class Colours(StrEnum):
    """What is printed with: all colours, black and white, or little ink."""

    COLOUR = "colour"
    MONO = "mono"
    INK_SAVER = "ink-saver"


class Detail(StrEnum):
    """How much a map tells of its cards; what it doesn't tell takes no room."""

    TITLES = "titles"
    SUMMARY = "summary"
    FULL = "full"


_TOLD = {
    Detail.TITLES: frozenset[CardField](),
    Detail.SUMMARY: frozenset({CardField.LABEL, CardField.CRITICAL, CardField.FACE}),
    Detail.FULL: ALL_FIELDS,
}


@dataclass(frozen=True, kw_only=True)
class PdfOptions:
    """How to print maps.

    `paper` is what `paper.find_paper` found; FIT makes pages as large as the maps. `landscape`
    turns the paper that is printed on, None turns it as suits each map. `margin` is in points.
    `tiling` cuts each map, made as large as `paper`, into sheets. `language` is the project's
    unless given. `notice` stands in the middle of the footer. `lens` names what colours the
    cards, `detail` is how much they tell.
    `watermark` is a word across each page. `created` is now unless given. Whatever is
    printed tells all but what it is `without`.
    """

    paper: str = FIT
    landscape: bool | None = None
    margin: float = MARGIN
    language: str = ""
    notice: str = ""
    lens: str = CHANNEL
    detail: Detail = Detail.FULL
    colours: Colours = Colours.COLOUR
    watermark: str = ""
    tiling: Tiling | None = None
    content: Content = Content.MAPS
    without: frozenset[Topic] = frozenset()
    created: datetime.datetime | None = None

    @property
    def sheets(self) -> Tiling | None:
        """How maps are cut; without a wish of their own the sheets lie as the paper should."""
        if self.tiling is None or self.tiling.landscape is not None:
            return self.tiling
        return replace(self.tiling, landscape=self.landscape)

    @property
    def shown_lens(self) -> str:
        """The lens, or that of channels where it would tell of what is left out."""
        telling = self.lens == OWNER and Topic.OWNERS in self.without
        return CHANNEL if telling or (self.lens == COMPLETENESS and self.without) else self.lens

    @property
    def fields(self) -> frozenset[CardField]:
        """What cards on a map tell besides their title."""
        hidden = {CardField.OWNERS} if Topic.OWNERS in self.without else frozenset()
        return _TOLD[self.detail] - hidden
