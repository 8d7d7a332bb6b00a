"""Where on a node its name or text is written, so that it can be edited in its very place."""

from typing import NamedTuple

from journeyeditor.drawing.ink import CARD_TITLE, SEGMENT_NAME, STAGE_NAME, Style
from journeyeditor.drawing.layout import card, header, lanes, rail
from journeyeditor.drawing.shapes import Node, Text


class Title(NamedTuple):
    """A name's rectangle on the map, in points, and the size and leading of its type."""

    x: float
    y: float
    width: float
    height: float
    size: float
    leading: float


class _Form(NamedTuple):
    """How a kind of node shows its name: where it begins, what stays free at the right."""

    left: float
    top: float
    right: float
    style: Style


_FORMS = {
    "card": _Form(card.LEFT, card.PADDING, card.RIGHT, CARD_TITLE),
    "stage": _Form(
        header.SIDES,
        header.TOP,
        header.SIDES + header.CHEVRON + header.CHEVRON_GAP,
        STAGE_NAME,
    ),
    "lane": _Form(lanes.SIDES, lanes.TOP, lanes.SIDES, lanes.TEXT),
    "segment": _Form(
        rail.PADDING, rail.PADDING + rail.PORTRAIT + rail.NAME_GAP, rail.PADDING, SEGMENT_NAME
    ),
}
NAMED = tuple(_FORMS)
"""The kinds of nodes whose name or text can be edited; of lanes, only the free ones."""


def title_of(node: Node, colour: str) -> Title:
    """Where a card, stage, segment or lane shows what is written on it, in this colour.

    Where it shows none (it is empty, or too far away), the place where it would be.
    """
    form = _FORMS[node.key[0]]
    lines = [s for s in node.shapes if isinstance(s, Text) and s.colour == colour and s.text]
    if not lines:
        top = min(form.top, max(0.0, (node.height - form.style.leading) / 2))
        width = node.width - form.left - form.right
        style = form.style
        return Title(node.x + form.left, node.y + top, width, style.leading, *style[1:])
    first = lines[0]
    size = first.runs[0].size if first.runs else form.style.size
    single = size * form.style.leading / form.style.size
    leading = lines[1].y - first.y if len(lines) > 1 else single
    style = Style(form.style.font, size, leading)
    return Title(
        node.x + first.x,
        node.y + first.y - style.baseline,
        node.width - first.x - form.right,
        leading * len(lines),
        size,
        leading,
    )
