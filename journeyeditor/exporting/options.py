"""What somebody who exports can choose."""

import datetime
from dataclasses import dataclass

from journeyeditor.exporting.paper import FIT, MARGIN
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.exporting.topics import Topic


@dataclass(frozen=True, kw_only=True)
class PdfOptions:
    """How to print maps.

    `paper` is what `paper.find_paper` found; FIT makes pages as large as the maps. `landscape`
    turns it, None turns it as suits each map. `margin` is in points. `tiling` cuts each map, made
    as large as `paper`, into sheets. `language` is the project's unless given. `notice` stands in
    the middle of the footer. `lens` names what colours the cards. `created` is now unless given. With `report` the maps are a part of
    a report that tells all, but what it is `without`.
    """

    paper: str = FIT
    landscape: bool | None = None
    margin: float = MARGIN
    language: str = ""
    notice: str = ""
    lens: str = "channel"
    tiling: Tiling | None = None
    report: bool = False
    without: frozenset[Topic] = frozenset()
    created: datetime.datetime | None = None
