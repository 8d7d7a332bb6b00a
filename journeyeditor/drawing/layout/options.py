"""What a map is laid out for."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from journeyeditor.drawing.ink import BRIEF_NAME, SUMMARY_NAME, Style
from journeyeditor.drawing.theme import LIGHT, Theme
from journeyeditor.model.ids import Id
from journeyeditor.translation import Translator, translator


class Level(StrEnum):
    """How much is painted inside each rectangle; the rectangles are the same at all levels."""

    FULL = "full"
    SUMMARY = "summary"
    BRIEF = "brief"
    OUTLINE = "outline"
    HEAT = "heat"


class CardField(StrEnum):
    """What a card may tell besides its title and its colour."""

    LABEL = "label"
    CRITICAL = "critical"
    OWNERS = "owners"
    LINKS = "links"
    FACE = "face"


ALL_FIELDS = frozenset(CardField)


@dataclass(frozen=True, kw_only=True)
class LayoutOptions:
    """How to lay out a map.

    `collapsed` are segments folded to one strip, and stages. `lens` names what colours the cards,
    as `lens.lens_choices` does. A card tells its title and `fields`, and is as high as that needs.
    `width` in points stretches the columns evenly
    to make the map that wide; 0 leaves them as stored. With `page` there is a title block above
    and a legend and a footer below, in which `date`, `notice` and `page_note` appear if given.
    What stands in title and legend is `clear` of the edges between stages if it's to be cut there.
    """

    theme: Theme = LIGHT
    language: str = "en"
    level: Level = Level.FULL
    lens: str = "channel"
    fields: frozenset[CardField] = ALL_FIELDS
    collapsed: frozenset[Id] = frozenset()
    width: float = 0.0
    page: bool = False
    date: datetime.date | None = None
    notice: str = ""
    page_note: str = ""
    clear: bool = False

    @cached_property
    def look(self) -> "Look":
        return Look(self.theme, self.language, self.level, self.page, self.lens, self.fields)


@dataclass(frozen=True)
class Look:
    """The part of the options that changes what a card looks like."""

    theme: Theme
    language: str
    level: Level
    page: bool
    lens: str = "channel"
    fields: frozenset[CardField] = ALL_FIELDS

    @property
    def summary(self) -> Style | None:
        """The type of the few words that are left at a level that tells little but names."""
        return {Level.SUMMARY: SUMMARY_NAME, Level.BRIEF: BRIEF_NAME}.get(self.level)

    @cached_property
    def tr(self) -> Translator:
        return translator(self.language)
