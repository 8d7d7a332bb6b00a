"""What matters of a map's drawing where it is cut. Unit: the point of the drawing."""

from collections.abc import Iterator

from journeyeditor.drawing.shapes import Band, Drawing, Node, Path, Shape, Text
from journeyeditor.exporting.cutting import Axis, Stretch
from journeyeditor.exporting.outlines import bounds

_AROUND = ("title", "legend", "footer")
_WHITE = 2.0
"""Points that stay white on both sides of a text with its sign, if that can be."""


def axes(drawing: Drawing) -> tuple[Axis, Axis]:
    """The axes of a map's drawing: across, with the rail and the stages, and down, with the
    header and the segments."""
    corner = drawing.by_key.get(("corner",))
    if corner is None:
        return Axis(drawing.width), Axis(drawing.height)
    rail, below = corner.x + corner.width, corner.y + corner.height
    frame, legend = (drawing.by_key.get(key) for key in (("frame",), ("legend",)))
    bottom = frame.y + frame.height if frame else drawing.height
    under = legend.y + legend.height if legend else bottom
    across, down, inner = set[float](), {bottom}, {corner.y, below, under}
    wide, tall = list[Stretch](), list[Stretch]()
    letters = [it for name in _AROUND for it in _letters(drawing.by_key.get((name,)))]
    for node in drawing.nodes:
        if node.band is Band.HEADER:
            across.add(node.x + node.width)
            wide.append((node.x, node.x + node.width))
        elif node.key[0] == "segment":
            down.add(node.y)
        elif node.band is Band.RAIL:
            inner.add(node.y)
            tall.append((node.y, node.y + node.height))
        elif node.key[0] == "card":
            wide.append((node.x, node.x + node.width))
            tall.append((node.y, node.y + node.height))
    return (
        Axis(
            drawing.width,
            edges=tuple(across),
            repeated=(corner.x, rail),
            body=(corner.x, drawing.width),
            blocks=((0.0, min(across, default=rail)),),
            things=tuple(wide),
            letters=tuple(letters),
        ),
        Axis(
            drawing.height,
            edges=tuple(down - {below}),
            inner=tuple(inner),
            repeated=(corner.y, below),
            body=(corner.y, bottom),
            blocks=((0.0, corner.y), (corner.y, below), (bottom, under), (under, drawing.height)),
            things=tuple(tall),
        ),
    )


def _letters(node: Node | None) -> Iterator[Stretch]:
    """Where a text with the signs before it stands, and each of its words: what is cut there is
    hard to read, and between words less so."""
    signs = list[Stretch]()
    for shape in node.shapes if node else ():
        if not isinstance(shape, Text):
            signs.append(_extent(shape))
            continue
        before = [sign for sign in signs if sign[1] <= shape.x]
        yield from before
        start = min([shape.x, *(left for left, _ in before)])
        yield start - _WHITE, shape.x + shape.width + _WHITE
        yield from words(shape)
        signs.clear()


def _extent(shape: Shape) -> Stretch:
    if isinstance(shape, Path):
        left, _, right, _ = bounds(shape.commands)
        return left, right
    return shape.x, shape.x + shape.width


def words(text: Text) -> Iterator[Stretch]:
    """From where to where each word of a text goes."""
    start = None
    for run in text.runs:
        for x, cluster in zip(run.xs, run.clusters, strict=True):
            if not run.text[cluster].isspace():
                start = x if start is None else start
            elif start is not None:
                yield text.x + start, text.x + x
                start = None
    if start is not None:
        yield text.x + start, text.x + text.width
