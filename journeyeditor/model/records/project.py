"""The project itself and what it keeps beside its maps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from journeyeditor.model.fields import Link, Record
from journeyeditor.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectInfo(Record):
    """The project's own sheet; there is exactly one in a project.

    `uuid` stays the same in every copy of the file. `thresholds` overrides the limits of the
    analysis by name.
    """

    uuid: str
    name: str = ""
    client: str = ""
    author: str = ""
    brand_colours: tuple[str, ...] = ()
    logo: Annotated[Id | None, Link("Asset")] = None
    language: str = "en"
    thresholds: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset(Record):
    """A picture. Its bytes lie beside the records, found by their SHA-256 (hexadecimal)."""

    sha256: str
    mime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal(Record):
    """A finding that somebody set aside: its key and why."""

    key: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintProfile(Record):
    """Kept export options, as name and value."""

    name: str
    options: tuple[tuple[str, str], ...] = ()
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Record):
    """A kept way of looking: lens, filter and lanes."""

    name: str
    lens: str = ""
    filter: str = ""
    lanes: tuple[str, ...] = ()
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot(Record):
    """A named earlier state of the project; `state` is the SHA-256 of its bytes."""

    label: str
    note: str = ""
    time: datetime | None = None
    state: str
