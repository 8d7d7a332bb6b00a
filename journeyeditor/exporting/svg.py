"""A page as SVG: the same shapes, letters as outlines, so that it looks the same everywhere.

Each node is a group with the name that a screen reader says, each line of text a group whose
label is its text.
"""

import base64
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr

from journeyeditor.drawing.fonts.outlines import glyph_outline
from journeyeditor.drawing.fonts.typefaces import bundled
from journeyeditor.drawing.paths import Commands
from journeyeditor.drawing.shapes import HAIRLINE, Box, GlyphRun, Image, Node, Path, Shape, Text
from journeyeditor.exporting.pages import Part, PrintPage
from journeyeditor.exporting.painting import PRINTED_HAIRLINE
from journeyeditor.exporting.pictures import encoded

_EM = 1000.0
"""Glyphs are defined at this size."""


class SvgPage:
    """Writes one page.

    `unreadable` counts the pictures that could not be drawn, `smallest` is the size on the page
    of its smallest letters, in points.
    """

    def __init__(self, assets: Callable[[str], bytes]) -> None:
        self.unreadable = 0
        self.smallest = float("inf")
        self._assets = assets
        self._glyphs: dict[tuple[str, int], str] = {}
        self._pictures: dict[str, str] = {}
        self._clips: list[str] = []
        self._scale = 1.0

    def write(
        self, page: PrintPage, title: str, language: str, painted: Callable[[int], None]
    ) -> str:
        """The whole document; `painted` is told of each node."""
        body: list[str] = []
        count = 0
        for part in page.layers:
            body.append(f"<g{self._placed(part)}>")
            self._scale = part.scale
            for node in part.nodes():
                painted(count)
                body += self._node(node)
                count += 1
            body.append("</g>")
        size = f'width="{page.width:.3f}pt" height="{page.height:.3f}pt"'
        return "\n".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>',
                f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
                f' viewBox="0 0 {page.width:.3f} {page.height:.3f}" xml:lang="{language}">',
                f"<title>{escape(title)}</title>",
                "<defs>",
                *self._clips,
                *self._definitions(),
                "</defs>",
                f'<rect width="100%" height="100%" fill="{page.background or "#FFFFFF"}"/>',
                *body,
                "</svg>",
                "",
            )
        )

    def _definitions(self) -> Iterator[str]:
        for (font, glyph), name in self._glyphs.items():
            yield f'<path id="{name}" d="{_data(glyph_outline(bundled(font), glyph, _EM), 0)}"/>'

    def _placed(self, part: Part) -> str:
        clip = ""
        if part.clip:
            left, top, width, height = part.clip
            scale, name = part.scale, f"c{len(self._clips)}"
            x, y = (left - part.left) / scale, (top - part.top) / scale
            rect = _rectangle(x, y, width / scale, height / scale)
            self._clips.append(f'<clipPath id="{name}"><rect {rect}/></clipPath>')
            clip = f' clip-path="url(#{name})"'
        through = ""
        if part.opacity < 1:
            through = f' fill-opacity="{part.opacity:g}" stroke-opacity="{part.opacity:g}"'
        place = f"translate({part.left:.3f} {part.top:.3f}) scale({part.scale:.6f})"
        return f' transform="{place}"{clip}{through}'

    def _node(self, node: Node) -> Iterator[str]:
        if not node.shapes:
            return
        yield f'<g transform="translate({node.x:.2f} {node.y:.2f})">'
        if node.name:
            yield f"<title>{escape(node.name)}</title>"
        for shape in node.shapes:
            yield from self._shape(shape)
        yield "</g>"

    def _shape(self, shape: Shape) -> Iterator[str]:
        match shape:
            case Text():
                yield f'<g fill="{shape.colour}" aria-label={quoteattr(shape.text)}>'
                for run in shape.runs:
                    yield from self._run(shape, run)
                yield "</g>"
            case Box():
                radius = f' rx="{shape.radius:.2f}"' if shape.radius else ""
                rect = _rectangle(shape.x, shape.y, shape.width, shape.height)
                yield f"<rect {rect}{radius}{self._paint(shape)}/>"
            case Path():
                yield from self._path(shape)
            case Image():
                yield from self._image(shape)

    def _run(self, text: Text, run: GlyphRun) -> Iterator[str]:
        self.smallest = min(self.smallest, run.size * self._scale)
        scale = run.size / _EM
        place = f"translate({text.x:.2f} {text.y:.2f}) scale({scale:.6f})"
        yield f'<g transform="{place}">'
        for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True):
            name = self._glyphs.setdefault((run.font, glyph), f"g{len(self._glyphs)}")
            down = f' y="{y / scale:.0f}"' if y else ""
            yield f'<use href="#{name}" x="{x / scale:.0f}"{down}/>'
        yield "</g>"

    def _path(self, path: Path) -> Iterator[str]:
        if not path.commands:
            return
        drawn = f'<path d="{_data(path.commands, 2)}"{self._paint(path)}'
        if path.stroke and path.round:
            drawn += ' stroke-linecap="round" stroke-linejoin="round"'
        if path.text:
            drawn += f" aria-label={quoteattr(path.text)}"
        if path.clip:
            name = f"c{len(self._clips)}"
            rect = _rectangle(*path.clip)
            self._clips.append(f'<clipPath id="{name}"><rect {rect}/></clipPath>')
            drawn += f' clip-path="url(#{name})"'
        yield drawn + "/>"

    def _paint(self, shape: Box | Path) -> str:
        painted = f' fill="{shape.fill or "none"}"'
        if shape.stroke:
            hairline = PRINTED_HAIRLINE / self._scale
            width = hairline if shape.line_width == HAIRLINE else shape.line_width
            painted += f' stroke="{shape.stroke}" stroke-width="{width:.3f}"'
            if shape.dash:
                painted += f' stroke-dasharray="{" ".join(f"{length:g}" for length in shape.dash)}"'
        return painted

    def _image(self, image: Image) -> Iterator[str]:
        data = self._picture(image.asset)
        rect = _rectangle(image.x, image.y, image.width, image.height)
        radius = f' rx="{image.radius:.2f}"' if image.radius else ""
        if not data:
            yield f'<rect {rect}{radius} fill="#E8E8E8"/>'
            return
        name = f"c{len(self._clips)}"
        self._clips.append(f'<clipPath id="{name}"><rect {rect}{radius}/></clipPath>')
        fit = "meet" if image.whole else "slice"
        yield (
            f'<image {rect} preserveAspectRatio="xMidYMid {fit}" clip-path="url(#{name})"'
            f' href="{data}"/>'
        )

    def _picture(self, asset: str) -> str:
        """The picture as a data address; empty where it can't be read."""
        if asset not in self._pictures:
            found = encoded(self._assets, asset)
            self.unreadable += found is None
            self._pictures[asset] = ""
            if found:
                content = base64.b64encode(found[1]).decode("ascii")
                self._pictures[asset] = f"data:{found[0]};base64,{content}"
        return self._pictures[asset]


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f'x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'


def _data(commands: Commands, decimals: int) -> str:
    """Path data, with so many decimals."""
    parts = []
    for letter, *numbers in commands:
        parts.append(f"{letter}{' '.join(f'{float(n):.{decimals}f}' for n in numbers)}")
    return "".join(parts)
