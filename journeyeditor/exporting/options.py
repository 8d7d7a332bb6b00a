"""What somebody who exports can choose."""

import datetime
from dataclasses import dataclass

from journeyeditor.exporting.paper import FIT, MARGIN
from journeyeditor.exporting.tiling import Tiling


@dataclass(frozen=True, kw_only=True)
class PdfOptions:
    """How to print maps.

    `paper` is what `paper.find_paper` found; FIT makes pages as large as the maps. `landscape`
    turns it, None turns it as suits each map. `margin` is in points. `tiling` cuts each map, made
    as large as `paper`, into sheets. `language` is the project's unless given. `notice` stands in
    the middle of the footer. `created` is now unless given.
    """

    paper: str = FIT
    landscape: bool | None = None
    margin: float = MARGIN
    language: str = ""
    notice: str = ""
    curve: bool = True
    tiling: Tiling | None = None
    created: datetime.datetime | None = None
