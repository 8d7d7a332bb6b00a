"""What a map is laid out for."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from journeyeditor.drawing.theme import LIGHT, Theme
from journeyeditor.model.ids import Id
from journeyeditor.translation import Translator, translator


class Level(StrEnum):
    """How much is painted inside each rectangle; the rectangles are the same at all levels."""

    FULL = "full"
    SUMMARY = "summary"
    OUTLINE = "outline"
    HEAT = "heat"


@dataclass(frozen=True, kw_only=True)
class LayoutOptions:
    """How to lay out a map.

    `collapsed` are segments folded to one strip, and stages. `lens` names what colours the cards,
    as `lens.lens_choices` does. `width` in points stretches the columns evenly
    to make the map that wide; 0 leaves them as stored. With `page` there is a title block above
    and a legend and a footer below, in which `date`, `notice` and `page_note` appear if given.
    """

    theme: Theme = LIGHT
    language: str = "en"
    level: Level = Level.FULL
    lens: str = "channel"
    collapsed: frozenset[Id] = frozenset()
    width: float = 0.0
    page: bool = False
    date: datetime.date | None = None
    notice: str = ""
    page_note: str = ""

    @cached_property
    def look(self) -> "Look":
        return Look(self.theme, self.language, self.level, self.page, self.lens)


@dataclass(frozen=True)
class Look:
    """The part of the options that changes what a card looks like."""

    theme: Theme
    language: str
    level: Level
    page: bool
    lens: str = "channel"

    @cached_property
    def tr(self) -> Translator:
        return translator(self.language)
