"""The things on the maps in a line of words: what they are called, where they are, their sign."""

from collections.abc import Iterable
from typing import NamedTuple

from journeyeditor.catalogue import channel_icon
from journeyeditor.drawing.shapes import Key
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Placement, Segment, Stage, Touchpoint
from journeyeditor.translation import tr


class Place(NamedTuple):
    """Something on a map; `family` gives the sign its colour."""

    title: str
    where: str
    icon: str
    family: ChannelFamily | None = None

    def colour(self, theme: Theme) -> str:
        """The colour of its sign."""
        return theme.family(self.family) if self.family else theme.text3


def describe(project: Project, key: Key) -> Place:
    """A card, stage, segment, cell or unplaced touchpoint. KeyError where there is none."""
    kind, id = key[0], key[1]
    if kind == "stage":
        return Place(project.get(Stage, id).name, tr("Stage"), "columns-3")
    if kind == "segment":
        return Place(project.get(Segment, id).name, tr("Segment"), "users")
    if kind == "cell":
        return Place(where_is(project, *key[1:]), tr("Lane"), "rows-3")
    if kind == "touchpoint":
        return _touchpoint(project, id, tr("Unplaced touchpoint"))
    card = project.get(Placement, id)
    return _touchpoint(project, card.touchpoint, where_is(project, card.stage, card.segment))


def where_is(project: Project, stage: Id, segment: Id) -> str:
    """The name of a cell."""
    return f"{project.get(Stage, stage).name} · {project.get(Segment, segment).name}"


def _touchpoint(project: Project, id: Id, where: str) -> Place:
    touchpoint = project.get(Touchpoint, id)
    channel = project.find(Channel, touchpoint.channel)
    icon = channel_icon(channel) if channel else "circle-dashed"
    return Place(touchpoint.name, where, icon, channel.family if channel else None)


def axis_ids(project: Project, key: Key) -> dict[str, Id]:
    """The ids of the stage and the segment that a thing is or stands in, as far as it does."""
    if key[0] == "card" and (card := project.find(Placement, key[1])):
        return {"stage": card.stage, "segment": card.segment}
    if key[0] in ("cell", "lane"):
        return {"stage": key[-2], "segment": key[-1]}
    return {key[0]: key[1]} if key[0] in ("stage", "segment") else {}


def axes_of(project: Project, keys: Iterable[Key]) -> set[Id]:
    """The stages and segments that must be unfolded to see cards and cells of lanes."""
    seen = (key for key in keys if key[0] in ("card", "lane"))
    return {id for key in seen for id in axis_ids(project, key).values()}
