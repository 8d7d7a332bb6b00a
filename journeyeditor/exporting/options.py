"""What somebody who exports can choose."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from journeyeditor.exporting.paper import FIT, MARGIN
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.exporting.topics import Topic


class Content(StrEnum):
    """What is printed: maps alone, the report about them, or what a workshop needs."""

    MAPS = "maps"
    REPORT = "report"
    WORKSHOP = "workshop"


@dataclass(frozen=True, kw_only=True)
class PdfOptions:
    """How to print maps.

    `paper` is what `paper.find_paper` found; FIT makes pages as large as the maps. `landscape`
    turns it, None turns it as suits each map. `margin` is in points. `tiling` cuts each map, made
    as large as `paper`, into sheets. `language` is the project's unless given. `notice` stands in
    the middle of the footer. `lens` names what colours the cards. `created` is now unless
    given. A report tells all but what it is `without`.
    """

    paper: str = FIT
    landscape: bool | None = None
    margin: float = MARGIN
    language: str = ""
    notice: str = ""
    lens: str = "channel"
    tiling: Tiling | None = None
    content: Content = Content.MAPS
    without: frozenset[Topic] = frozenset()
    created: datetime.datetime | None = None
