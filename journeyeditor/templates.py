"""Projects to start from: life-cycle templates, a blank map, and a filled sample.

They lie in resources/ as TOML, one file for each language, whose tables name the fields of
records; each project made from one has identities of its own. A day that is still to come is
written as "+60 days", from the day on which the project is made.
"""

import hashlib
import re
import tomllib
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from journeyeditor.catalogue import builtin_axis, builtin_channel
from journeyeditor.errors import Refused
from journeyeditor.model.choices import Role
from journeyeditor.model.fields import Field, Record, fields_of, make
from journeyeditor.model.ids import Id
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Asset,
    Classification,
    DataItem,
    Feedback,
    Improvement,
    Interaction,
    JourneyMap,
    Measure,
    Metric,
    Party,
    Placement,
    Process,
    ProcessUse,
    ProjectInfo,
    Quote,
    Reading,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    TouchpointData,
    make_link,
)
from journeyeditor.resources import resource
from journeyeditor.translation import LANGUAGES, N_, tr

R = TypeVar("R", bound=Record)
AHEAD = re.compile(r"\+(\d+) days")
Table = Mapping[str, Any]


@dataclass(frozen=True)
class Template:
    """A project to start from. `name` and `summary` are English messages."""

    slug: str
    name: str
    summary: str
    icon: str
    file: tuple[str, str]


TEMPLATES = (
    Template(
        "life-cycle-7",
        N_("Life cycle, 7 stages"),
        N_("From awareness to advocacy"),
        "route",
        ("templates", "life-cycle-7"),
    ),
    Template(
        "life-cycle-6",
        N_("Life cycle, 6 stages"),
        N_("Loyalty and advocacy together"),
        "route",
        ("templates", "life-cycle-6"),
    ),
    Template(
        "blank",
        N_("Blank"),
        N_("Define your own stages"),
        "square-dashed",
        ("templates", "blank"),
    ),
    Template(
        "sample",
        N_("Sample map"),
        N_("An online shop, filled in"),
        "eye",
        ("samples", "online-shop"),
    ),
)


@dataclass(frozen=True)
class NewProject:
    """A project and the bytes of its pictures by SHA-256 (hexadecimal)."""

    project: Project
    assets: Mapping[str, bytes]


def empty_project(language: str, name: str = "") -> Project:
    """A project without a map."""
    return Project([make(ProjectInfo, uuid=str(uuid.uuid4()), language=language, name=name)])


def make_project(slug: str, language: str, today: date | None = None) -> NewProject:
    """A new project from a template, in one of our languages, made `today`.

    Refused where there is no template of that slug.
    """
    template = next((template for template in TEMPLATES if template.slug == slug), None)
    if template is None:
        raise Refused(
            tr("There is no template “{slug}”.", slug=slug),
            advice=tr(
                "Choose one of these: {slugs}.",
                slugs=", ".join(template.slug for template in TEMPLATES),
            ),
        )
    folder, stem = template.file
    language = language if language in LANGUAGES else "en"
    path = resource(folder, f"{stem}.{language}.toml")
    tables = tomllib.loads(path.read_text("utf-8"))
    return _Maker(path.parent, tables, language, today or date.today()).made()


class _Maker:
    """Turns the tables of a file into records, which find each other by name or code."""

    def __init__(self, folder: Path, tables: Table, language: str, today: date) -> None:
        self.folder = folder
        self.tables = tables
        self.language = language
        self.today = today
        self.records: dict[Id, Record] = {}
        self.assets: dict[str, bytes] = {}
        self.ids: dict[tuple[type[Record], str], Id] = {}

    def made(self) -> NewProject:
        info = self.tables.get("project", {})
        ids = {"uuid": str(uuid.uuid4()), "logo": self.picture(info.get("logo"))}
        self.add(ProjectInfo, info, language=self.language, **ids)
        self.shared_catalogues()
        map = self.add(JourneyMap, self.tables["map"], order=keys_between("", "", 1)[0])
        self.measures(map, self.tables["map"])
        for table, order in _ordered(self.tables["stages"]):
            self.measures(self.add(Stage, table, map=map.id, order=order), table)
        for table, order in _ordered(self.tables["segments"]):
            picture = self.picture(table.get("picture"))
            self.add(Segment, table, map=map.id, order=order, picture=picture)
        for table in self.tables.get("touchpoints", ()):
            self.touchpoint(table)
        for table, order in _ordered(self.tables.get("cards", ())):
            self.card(table, order)
        return NewProject(Project(self.records.values()), self.assets)

    def put(self, record: R) -> R:
        self.records[record.id] = record
        return record

    def add(self, kind: type[R], table: Table, **values: Any) -> R:
        """A record with the fields that the table names, and these values."""
        plain = {
            field.name: _plain(field, table[field.name], self.today)
            for field in fields_of(kind)
            if field.name in table and field.name not in values
        }
        record = self.put(make(kind, **plain, **values))
        self.ids[kind, getattr(record, "code", "") or getattr(record, "name", "")] = record.id
        return record

    def picture(self, name: str | None) -> Id | None:
        """The asset of a file beside the template's own."""
        if name is None:
            return None
        data = (self.folder / name).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        self.assets[digest] = data
        return self.put(make(Asset, sha256=digest, mime="image/png")).id

    def shared_catalogues(self) -> None:
        for table in self.tables.get("parties", ()):
            department = self.ids.get((Party, table.get("department", "")))
            self.add(Party, table, department=department)
        for table in self.tables.get("processes", ()):
            self.duties(self.add(Process, table), table)
        for table in self.tables.get("metrics", ()):
            self.add(Metric, table)

    def duties(self, subject: Record, table: Table) -> None:
        """Who is responsible for a touchpoint or process, accountable, and so on."""
        for role in Role:
            for name in table.get(role.value, ()):
                party = self.ids[Party, name]
                self.put(make_link(Responsibility, subject=subject.id, party=party, role=role))

    def measures(self, subject: Record, table: Table) -> None:
        for measure in table.get("measures", ()):
            metric = self.ids[Metric, measure["metric"]]
            made = self.add(Measure, measure, metric=metric, subject=subject.id)
            self.ids[Measure, subject.id + metric] = made.id
            for reading in measure.get("readings", ()):
                self.add(Reading, reading, measure=made.id)

    def touchpoint(self, table: Table) -> None:
        channel = self.put(builtin_channel(table["channel"]))
        touchpoint = self.add(Touchpoint, table, channel=channel.id)
        id = touchpoint.id
        self.duties(touchpoint, table)
        self.measures(touchpoint, table)
        for name in table.get("processes", ()):
            self.put(make_link(ProcessUse, touchpoint=id, process=self.ids[Process, name]))
        for item in table.get("data", ()):
            data = self.ids.get((DataItem, item["name"])) or self.add(DataItem, item).id
            plain = {"collected": item["collected"], "shared_with": item.get("shared_with", "")}
            self.put(make_link(TouchpointData, touchpoint=id, data=data, **plain))
        for key, value in table.get("classify", {}).items():
            self.classify(id, key, value)
        for step, order in _ordered(table.get("interactions", ())):
            meets = self.ids.get((Party, step.get("meets", "")))
            self.add(Interaction, step, touchpoint=id, meets=meets, order=order)
        for opinion, order in _ordered(table.get("feedback", ())):
            self.add(Feedback, opinion, touchpoint=id, order=order)

    def classify(self, touchpoint: Id, axis_key: str, value_key: str) -> None:
        """On an axis of the catalogue, which joins the project with all its values."""
        axis, values = builtin_axis(axis_key)
        for record in (axis, *values):
            self.put(record)
        [value] = [value for value in values if value.builtin == value_key]
        self.put(make_link(Classification, touchpoint=touchpoint, axis=axis.id, value=value.id))

    def card(self, table: Table, order: str) -> None:
        touchpoint = self.ids[Touchpoint, table["touchpoint"]]
        stage = self.ids[Stage, table["stage"]]
        segment = self.ids[Segment, table["segment"]]
        place = {"touchpoint": touchpoint, "stage": stage, "segment": segment}
        card = self.add(Placement, table, order=order, **place)
        for quote, place_among in _ordered(table.get("quotes", ())):
            self.add(Quote, quote, placement=card.id, order=place_among)
        for idea, place_among in _ordered(table.get("improvements", ())):
            metric = self.ids.get((Metric, idea.get("measure", "")), "")
            self.add(
                Improvement,
                idea,
                subject=card.id,
                owner=self.ids.get((Party, idea.get("owner", ""))),
                measure=self.ids.get((Measure, touchpoint + metric)),
                order=place_among,
            )


def _ordered(tables: Sequence[Table]) -> Iterator[tuple[Table, str]]:
    """The tables with an order key for each."""
    return zip(tables, keys_between("", "", len(tables)), strict=True)


def _plain(field: Field, value: Any, today: date) -> Any:
    """A value of the file as the field holds it."""
    if field.type is date and isinstance(value, str) and (ahead := AHEAD.fullmatch(value)):
        return today + timedelta(days=int(ahead[1]))
    if isinstance(field.type, type) and issubclass(field.type, StrEnum):
        return field.type(value)
    if field.type is float:
        return float(value)
    return tuple(value) if isinstance(value, list) else value
