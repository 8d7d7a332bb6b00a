"""What must hold of every drawing of a map."""

from itertools import combinations

from journeyeditor.drawing.fonts import ELLIPSIS
from journeyeditor.drawing.shapes import Box, Drawing, Image, Node, Path, Text

SLACK = 0.01
CAPITALS, FACE, DIAMOND = 0.7, 12.0, 6.0
ASCENT, DESCENT = 0.73, 0.206
"""How far, in ems, capitals reach above and most tails below the baseline."""


def texts(node: Node) -> list[Text]:
    return [shape for shape in node.shapes if isinstance(shape, Text)]


def words(drawing: Drawing) -> list[str]:
    """All lines in reading order."""
    return [text.text for node in drawing.nodes for text in texts(node)]


def overlap(a: Node, b: Node) -> bool:
    across = a.x < b.x + b.width - SLACK and b.x < a.x + a.width - SLACK
    return across and a.y < b.y + b.height - SLACK and b.y < a.y + a.height - SLACK


def inside(inner: Node, outer: Node) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.x + inner.width <= outer.x + outer.width + SLACK
        and inner.y + inner.height <= outer.y + outer.height + SLACK
    )


def check_texts_in_their_boxes(drawing: Drawing) -> None:
    for node in drawing.nodes:
        for text in texts(node):
            size = max((run.size for run in text.runs), default=0.0)
            assert text.x >= -SLACK, (node.key, text.text)
            assert text.x + text.width <= node.width + SLACK, (node.key, text.text)
            assert text.y - ASCENT * size >= -SLACK, (node.key, text.text)
            assert text.y + DESCENT * size <= node.height + SLACK, (node.key, text.text)


def check_places(drawing: Drawing) -> None:
    """Cards in their cell and apart; rows, columns and pages side by side; all on the sheet."""
    sheet = Node(("sheet",), 0, 0, drawing.width, drawing.height)
    cells = [node for node in drawing.nodes if node.key[0] == "cell"]
    cards: dict[tuple[str, ...], list[Node]] = {cell.key: [] for cell in cells}
    current: tuple[str, ...] = ()
    for node in drawing.nodes:
        assert inside(node, sheet), node.key
        if node.key[0] == "cell":
            current = node.key
        elif node.key[0] == "card":
            cards[current].append(node)
    for cell in cells:
        assert all(inside(card, cell) for card in cards[cell.key])
        assert not any(overlap(a, b) for a, b in combinations(cards[cell.key], 2))
    blocks = [n for n in drawing.nodes if n.key[0] not in ("card", "frame")]
    assert not any(overlap(a, b) for a, b in combinations(blocks, 2))


def check_nothing_elided(drawing: Drawing) -> None:
    for node in drawing.nodes:
        if node.key[0] in ("card", "cell", "lane", "lane_rail"):
            assert not any(ELLIPSIS in text.text for text in texts(node)), node.key


def check_pictures_in_their_boxes(drawing: Drawing) -> None:
    for node in drawing.nodes:
        for shape in node.shapes:
            if isinstance(shape, Image):
                assert shape.x >= -SLACK, node.key
                assert shape.y >= -SLACK, node.key
                assert shape.x + shape.width <= node.width + SLACK, node.key
                assert shape.y + shape.height <= node.height + SLACK, node.key


def check_cards_inside(drawing: Drawing) -> None:
    """On a card, no text runs into another, nor into the face or the diamond."""
    for node in drawing.nodes:
        if node.key[0] != "card":
            continue
        boxes = [
            Node(("text",), t.x, t.y - CAPITALS * size, t.width, CAPITALS * size)
            for t in texts(node)
            for size in {run.size for run in t.runs}
        ]
        boxes += [
            Node(("face",), shape.x, shape.y, shape.width, shape.height)
            for shape in node.shapes
            if isinstance(shape, Box) and shape.x > node.width / 2
            if shape.width == shape.height >= FACE
        ]
        boxes += [
            Node(("diamond",), float(left[1]), float(top[2]), DIAMOND, DIAMOND)
            for shape in node.shapes
            if isinstance(shape, Path) and [c[0] for c in shape.commands] == [*"MLLLZ"]
            for top, _, _, left, _ in (shape.commands,)
        ]
        assert not any(overlap(a, b) for a, b in combinations(boxes, 2)), node.name
