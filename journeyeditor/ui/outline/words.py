"""What a line of the outline shows and says."""

from typing import NamedTuple

from journeyeditor.catalogue import channel_icon, emotion_level
from journeyeditor.drawing.layout.content import read_card
from journeyeditor.drawing.shapes import Key
from journeyeditor.model.choices import ChannelFamily
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Placement, Segment, Stage, Touchpoint
from journeyeditor.translation import tr


class Line(NamedTuple):
    """A name, what a screen reader says, and the signs before and after the name."""

    name: str
    spoken: str
    cards: int | None = None
    icon: str = ""
    family: ChannelFamily | None = None
    face: int | None = None
    critical: bool = False


_GONE = Line("", "")


def line_of(project: Project, key: Key) -> Line:
    """The line of a segment, of a cell (named as its stage) or of a card.

    It is empty for what is not in the project any more and is about to leave the tree.
    """
    if key[0] == "card":
        card = project.find(Placement, key[1])
        return _card(project, card) if card else _GONE
    if key[0] == "cell":
        stage = project.find(Stage, key[1])
        return _axis(tr("Stage"), stage, len(project.cell(key[1], key[2]))) if stage else _GONE
    segment = project.find(Segment, key[1])
    count = len(project.where(Placement, segment=key[1]))
    return _axis(tr("Segment"), segment, count) if segment else _GONE


def _axis(kind: str, axis: Stage | Segment, count: int) -> Line:
    points = tr.plural("{count} touchpoint", "{count} touchpoints", count)
    return Line(axis.name, f"{kind} {axis.name}, {points}", count)


def _card(project: Project, card: Placement) -> Line:
    touchpoint = project.get(Touchpoint, card.touchpoint)
    channel = project.find(Channel, touchpoint.channel)
    return Line(
        touchpoint.name,
        read_card(project, card, tr.language).name,
        icon=channel_icon(channel) if channel else "circle-dashed",
        family=channel.family if channel else None,
        face=None if card.emotion is None else emotion_level(card.emotion),
        critical=card.critical,
    )
