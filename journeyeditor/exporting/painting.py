"""Shapes as operators of a PDF page (ISO 32000-1, chapters 8 and 9).

The page's coordinates are turned to run downwards, so the shapes' numbers are written as they
are. A node begins with the state of the page, and only what differs from the last shape is set.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

import unicode_segmentation_rs as segmentation

from journeyeditor.drawing.elements import Element, Kind, Told
from journeyeditor.drawing.fonts import REGULAR
from journeyeditor.drawing.fonts.bidi import needs_reordering
from journeyeditor.drawing.fonts.typefaces import visible
from journeyeditor.drawing.paths import moved
from journeyeditor.drawing.shapes import HAIRLINE, Box, GlyphRun, Image, Node, Path, Shape, Text
from journeyeditor.exporting.embedding import UNSEEN, EmbeddedFont
from journeyeditor.exporting.lettering import Lettering, is_right_to_left, letter, parted
from journeyeditor.exporting.outlines import Forms, Outline, bounds, box_outline, outline
from journeyeditor.exporting.pictures import Pictures
from journeyeditor.exporting.structure import DECORATION, Structure, spoken_as

PRINTED_HAIRLINE = 0.5
_HELD_OPEN = (Kind.CELL, Kind.HEAD)
"""What is there even where nothing is painted: rows have equally many cells."""
_NO_PICTURE = "#E8E8E8"
_PAINT = {(True, False): "f", (False, True): "S", (True, True): "B"}


class Fonts(dict[str, EmbeddedFont]):
    """The fonts of one PDF by the stems of their files, made when first used."""

    def __missing__(self, stem: str) -> EmbeddedFont:
        self[stem] = font = EmbeddedFont(stem, f"F{len(self) + 1}")
        return font


class Painter:
    """Writes the operators of one page, on which everything is enlarged by `scale`.

    `code` are the operators, `drawn` the names of pictures and forms among them, and `smallest`
    the size in points of the smallest letters, before enlargement.
    """

    def __init__(
        self,
        fonts: Fonts,
        forms: Forms,
        pictures: Pictures,
        structure: Structure,
        scale: float,
    ) -> None:
        self.code: list[str] = []
        self.drawn: set[str] = set()
        self.smallest = float("inf")
        self._fonts = fonts
        self._forms = forms
        self._pictures = pictures
        self._structure = structure
        self._hairline = PRINTED_HAIRLINE / scale
        self._state: dict[str, object] = {}
        self._in_text = False
        self._spaced = False
        self._word = ""  # what is left to show of a word that is broken
        self._parts: list[GlyphRun] = []
        self._letterings: dict[int, Lettering] = {}
        self._outlines: dict[int, Outline] = {}

    def paint(self, node: Node, told: Told, around: Element | None) -> None:
        """Paint a node's shapes at its place. Nodes must live as long as the painter.

        They are `told` as elements; those without a parent are a part of what is `around`.
        """
        shapes = node.shapes
        if not shapes:
            return
        self.code.append(f"q 1 0 0 1 {node.x:.3f} {node.y:.3f} cm")
        self._state, count = {}, len(shapes)
        for start, end, element in _pieces(told, count):
            if start < end:
                part = shapes if end - start == count else shapes[start:end]
                self.code.append(self._structure.begin(element, around, _spelt(part)))
                self._spaced = element is not None
                self._paint(part)
                self.code.append("EMC")
            elif element and element.kind in _HELD_OPEN:
                self._structure.mention(element, around)
        self.code.append("Q")

    def _paint(self, shapes: Sequence[Shape]) -> None:
        for shape, outlined in _lines(shapes):
            if type(shape) is Text:
                self._write_line(shape, outlined)
                continue
            self._end_text()
            if type(shape) is Box:
                self._box(shape)
            elif type(shape) is Path:
                self._path(shape)
            elif type(shape) is Image:
                self._image(shape)
        self._end_text()

    def _set(self, name: str, value: object, operator: str) -> None:
        if self._state.get(name) != value:
            self._state[name] = value
            self.code.append(operator)

    def _pen(self, colour: str, width: float, dash: tuple[float, ...], round: bool) -> None:
        width = self._hairline if width == HAIRLINE else width
        self._set("stroke", colour, f"{_rgb(colour)} RG")
        self._set("width", width, f"{width:.3f} w")
        if dash or "dash" in self._state:
            self._set("dash", dash, f"[{' '.join(f'{length:g}' for length in dash)}] 0 d")
        if round or "round" in self._state:
            self._set("round", round, "1 J 1 j" if round else "0 J 0 j")

    def _fill(self, colour: str) -> None:
        self._set("fill", colour, f"{_rgb(colour)} rg")

    # Text

    def _write_line(self, text: Text, outlined: Sequence[Path]) -> None:
        """A line from left to right, some letters of which may be outlines."""
        if not outlined:
            self._write(text)
            return
        parts: list[tuple[float, Text | Path]] = [
            (text.x + run.xs[0], replace(text, runs=(run,))) for run in text.runs if run.glyphs
        ]
        parts += ((_extent(path)[0], path) for path in outlined)
        for _, part in sorted(parts, key=itemgetter(0)):
            if isinstance(part, Text):
                self._write(part)
            else:
                self._end_text()
                self._path(part)
                self._spell(part, text)

    def _write(self, text: Text) -> None:
        if not self._in_text:
            self.code.append("BT")
            self._in_text = True
        self._fill(text.colour)
        runs = self._end_of_word(text)
        if text.broken and not self._word:
            runs = self._begin_of_word(text, runs)
        self._show(text, runs)
        if self._spaced and text.runs and not text.broken:
            space = self._fonts[text.runs[-1].font].space
            self.code.append(f"<{space}>Tj")  # lines end between two words (14.8.2.5)

    def _end_of_word(self, text: Text) -> Sequence[GlyphRun]:
        """Go on with the word that the line before has broken; the rest of the line."""
        if not self._word:
            return text.runs
        part = text.text.partition(" ")[0]
        if not self._word.startswith(part):
            self._end_word()
            return text.runs
        shown, rest = self._parted(text.runs, len(part))
        self._show(text, shown)
        self._word = self._word[len(part) :]
        if not self._word:
            self.code.append("EMC")
        return rest

    def _begin_of_word(self, text: Text, runs: Sequence[GlyphRun]) -> Sequence[GlyphRun]:
        """Begin the word that the line breaks, to be read as one; the runs of its first part.

        Its parts on further lines are inside, as far as they follow (ISO 32000-1, 14.9.4).
        """
        part = text.text.rpartition(" ")[2]
        if not text.broken.startswith(part):
            return runs
        before, rest = self._parted(runs, sum(len(run.text) for run in runs) - len(part))
        self._show(text, before)
        self._word = text.broken[len(part) :]
        self.code.append(spoken_as(text.broken))
        return rest

    def _end_word(self) -> None:
        if self._word:
            self._word = ""
            self.code.append("EMC")

    def _parted(
        self, runs: Sequence[GlyphRun], place: int
    ) -> tuple[Sequence[GlyphRun], Sequence[GlyphRun]]:
        """Runs before and after a character. They are kept: they are known by their identity."""
        before, after = parted(runs, place)
        self._parts += (*before, *after)
        return before, after

    def _show(self, text: Text, runs: Iterable[GlyphRun]) -> None:
        turned = needs_reordering(text.text)
        for run in runs:
            font = self._fonts[run.font]
            self._set("font", (run.font, run.size), f"/{font.name} {run.size:g} Tf")
            self.smallest = min(self.smallest, run.size)
            pieces, outlines = self._lettering(run, font, turned)
            for x, y, show in pieces:
                self.code.append(f"1 0 0 -1 {text.x + x:.3f} {text.y + y:.3f} Tm {show}")
            if outlines:
                self._end_text()
                self._draw(outline(moved(outlines, text.x, text.y)), 0, 0, "f")
                self.code.append("BT")
                self._in_text = True

    def _lettering(self, run: GlyphRun, font: EmbeddedFont, turned: bool) -> Lettering:
        """Runs are shared by equal lines, so their identity finds most of them again."""
        known = self._letterings.get(id(run))
        if known is None:
            known = self._letterings[id(run)] = letter(run, font, turned)
        return known

    def _end_text(self) -> None:
        if self._in_text:
            self._end_word()
            self.code.append("ET")
            self._in_text = False

    def _spell(self, path: Path, line: Text) -> None:
        """What an outline in a line spells, in unseen letters over its whole width."""
        _, top, _, bottom = bounds(path.commands)
        left, right = _extent(path)
        letters: Sequence[str] = segmentation.graphemes(path.text, True)
        if is_right_to_left(path.text):
            letters = visible(path.text)[::-1]  # readers turn all characters, marks as well
        font = self._fonts[REGULAR]
        size = line.runs[0].size if line.runs else bottom - top
        stretch = 100 * (right - left) / len(letters) / size
        codes = "".join(font.codes[UNSEEN, letter] for letter in letters)
        self.code.append(
            f"q BT 3 Tr /{font.name} {size:.3f} Tf {stretch:.3f} Tz"
            f" 1 0 0 -1 {left:.3f} {line.y:.3f} Tm <{codes}>Tj ET Q"
        )

    # Boxes, paths and pictures

    def _box(self, box: Box) -> None:
        if box.fill:
            self._fill(box.fill)
        if box.stroke:
            self._pen(box.stroke, box.line_width, box.dash, round=False)
        elif not box.fill:
            return
        edge = box_outline(box.width, box.height, box.radius)
        self._draw(edge, box.x, box.y, _PAINT[bool(box.fill), bool(box.stroke)])

    def _path(self, path: Path) -> None:
        if not path.commands or not (path.fill or path.stroke):
            return
        if path.fill:
            self._fill(path.fill)
        if path.stroke:
            self._pen(path.stroke, path.line_width, path.dash, path.round)
        known = self._outlines.get(id(path))
        if known is None:
            known = self._outlines[id(path)] = outline(path.commands)
        clip = ""
        if path.clip:
            x, y, width, height = path.clip
            clip = f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re W n "
        self._draw(known, 0, 0, _PAINT[bool(path.fill), bool(path.stroke)], clip)

    def _draw(self, shape: Outline, x: float, y: float, paint: str, clip: str = "") -> None:
        """Paint an outline, moved by x and y."""
        if name := self._forms.name(shape, paint):
            self.drawn.add(name)
            drawn = f"/FormXob.{name} Do"
        else:
            drawn = f"{shape.operators} {paint}"
        self.code.append(f"q {clip}1 0 0 1 {shape.x + x:.2f} {shape.y + y:.2f} cm {drawn} Q")

    def _image(self, image: Image) -> None:
        picture = self._pictures.get(image.asset)
        if picture is None:
            box = (image.x, image.y, image.width, image.height, image.radius)
            self._box(Box(*box, fill=_NO_PICTURE))
            return
        self.drawn.add(picture.name)
        fit = min if image.whole else max
        scale = fit(image.width / picture.width, image.height / picture.height)
        width, height = picture.width * scale, picture.height * scale
        left, bottom = (image.width - width) / 2, (image.height + height) / 2
        frame = box_outline(image.width, image.height, image.radius).operators
        self.code.append(
            f"q 1 0 0 1 {image.x:.3f} {image.y:.3f} cm {frame} W n"
            f" {width:.3f} 0 0 {-height:.3f} {left:.3f} {bottom:.3f} cm"
            f" /FormXob.{picture.name} Do Q"
        )


def background(colour: str, width: float, height: float) -> str:
    """Colours the whole of a page whose size is in points; before anything else on it."""
    return f"{DECORATION} {_rgb(colour)} rg 0 0 {width:.3f} {height:.3f} re f EMC"


def _pieces(told: Told, count: int) -> Iterator[tuple[int, int, Element | None]]:
    """From which shape to which they belong to what."""
    first = told[0][0] if told else count
    if first:
        yield 0, first, None
    ends = [*(start for start, _ in told[1:]), count]
    for (start, element), end in zip(told, ends, strict=False):
        yield start, end, element


def _spelt(shapes: Iterable[Shape]) -> str:
    """The lines in the order of their words, if some run from right to left; else nothing.

    Only who hears the page gets it: who searches in the glyphs turns them by himself.
    """
    lines = [shape.text for shape in shapes if type(shape) is Text]
    return " ".join(lines) if any(map(needs_reordering, lines)) else ""


def _lines(shapes: Iterable[Shape]) -> Iterator[tuple[Shape, Sequence[Path]]]:
    """The shapes; with a text, the outlines behind it that are a part of its line."""
    line: tuple[Text, list[Path]] | None = None
    for shape in shapes:
        if line and type(shape) is Path and shape.text and shape.commands:
            line[1].append(shape)
            continue
        if line:
            yield line
        line = (shape, []) if type(shape) is Text else None
        if line is None:
            yield shape, ()
    if line:
        yield line


def _extent(path: Path) -> tuple[float, float]:
    """From where to where a path takes room on its line."""
    if path.extent:
        return path.extent
    left, _, right, _ = bounds(path.commands)
    return left, right


@lru_cache(maxsize=256)
def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5))
