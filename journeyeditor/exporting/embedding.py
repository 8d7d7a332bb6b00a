"""Bundled fonts in a PDF: the glyphs that are used, and the characters that they stand for.

Each pair of a glyph and its characters has a code of its own in the text, so that a glyph that
two characters share (space and no-break space) still gives either back (ISO 32000-1, 9.10.3).
"""

import hashlib
import struct
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArrayCompact,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from journeyeditor.drawing.fonts.typefaces import bundled

UNSEEN = -1
"""A glyph one em wide, to be written without ink: it makes outlines of letters be found."""

EM = 1000
_MOST_CODES = 0xFFFF
_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "STAT", "OS/2", "cmap", "name", "post", "kern", "gasp")
_SYMBOLIC, _ITALIC = 4, 64
_BLOCK = 100
"""So many characters at most may be mapped in one block (Adobe technical note 5014)."""

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Text def
/CMapType 2 def
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Codes(dict[tuple[int, str], str]):
    """The code, four hexadecimal digits, of a glyph and its characters; made when asked for.

    A pair without characters belongs to those of a glyph before it.
    """

    def __missing__(self, pair: tuple[int, str]) -> str:
        code = f"{min(len(self) + 1, _MOST_CODES):04X}"
        self[pair] = code
        return code


class Widths(dict[int, int]):
    """The advance of each glyph in thousandths of an em, as the PDF states it.

    Whole ones: some readers drop the decimals. What is lost is made up for between glyphs.
    """

    def __init__(self, font: hb.Font, units: int) -> None:
        super().__init__({UNSEEN: EM})
        self._font = font
        self._units = units

    def __missing__(self, glyph: int) -> int:
        width = round(int(self._font.get_glyph_h_advance(glyph)) * EM / self._units)
        self[glyph] = width
        return width


class EmbeddedFont:
    """One bundled font in one PDF. `name` is what the pages call it."""

    def __init__(self, stem: str, name: str) -> None:
        self.name = name
        self.codes = Codes()
        self._stem = stem
        typeface = bundled(stem)
        self._font = typeface.font
        self._units = typeface.units
        self.widths = Widths(self._font, self._units)

    @cached_property
    def space(self) -> str:
        """The code of a space."""
        return self.codes[self.blank, " "]

    @cached_property
    def blank(self) -> int:
        """A glyph without ink, to stand for a character that has none of its own."""
        return self._font.get_nominal_glyph(ord(" ")) or 0

    def shows(self, char: str, glyph: int) -> bool:
        """Whether a glyph is what a character looks like."""
        return bool(self._font.get_nominal_glyph(ord(char)) == glyph)

    def add_to(self, document: PDFDocument) -> None:
        """Put the font into a document, once all its text is written."""
        pairs = list(self.codes)[:_MOST_CODES]
        some = self._font.get_nominal_glyph(ord("M")) or 0  # readers drop text without a size
        glyphs = [some if glyph == UNSEEN else glyph for glyph, _ in pairs]
        subset, new_ids = self._subset({0, *glyphs})
        ids = [new_ids[glyph] for glyph in glyphs]
        base = PDFName(f"{_tag(subset)}+{self._stem}")
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": _identity(),
                "FontDescriptor": document.Reference(self._descriptor(base, subset, document)),
                "DW": 0,
                "W": PDFArrayCompact([1, PDFArrayCompact([self.widths[g] for g, _ in pairs])]),
                "CIDToGIDMap": document.Reference(
                    compressed(struct.pack(f">{len(ids) + 1}H", 0, *ids))
                ),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArrayCompact([document.Reference(descendant)]),
                "ToUnicode": document.Reference(compressed(_to_unicode(pairs))),
            }
        )
        document.idToObject["BasicFonts"][self.name] = document.Reference(font)

    def _subset(self, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
        """The font with these glyphs only, and their numbers in it."""
        request = hb.SubsetInput()
        request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        request.glyph_set.update(glyphs)
        request.drop_table_tag_set.update(
            int.from_bytes(tag.encode(), "big") for tag in _DROPPED_TABLES
        )
        plan = hb.SubsetPlan(self._font.face, request)
        numbers = plan.old_to_new_glyph_mapping
        new_ids = {glyph: numbers[glyph] for glyph in glyphs}
        return bytes(plan.execute().blob.data), new_ids

    def _descriptor(self, base: str, subset: bytes, document: PDFDocument) -> PDFDictionary:
        font = self._font
        slant = font.get_style_value(hb.StyleTag.SLANT_ANGLE)
        weight = font.get_style_value(hb.StyleTag.WEIGHT)
        extents = font.get_font_extents("ltr")
        capitals = font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        box = struct.unpack_from(">4h", font.face.reference_table("head").data, 36)
        file = compressed(subset)
        file.dictionary["Length1"] = len(subset)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": _SYMBOLIC | (_ITALIC if slant else 0),
                "FontBBox": PDFArrayCompact(map(self._in_ems, box)),
                "ItalicAngle": round(slant, 2),
                "Ascent": self._in_ems(extents.ascender),
                "Descent": self._in_ems(extents.descender),
                "CapHeight": self._in_ems(capitals),
                "StemV": round(50 + (weight / 65) ** 2),
                "FontFile2": document.Reference(file),
            }
        )

    def _in_ems(self, units: float) -> int:
        return round(units * EM / self._units)


def compressed(content: bytes) -> Any:
    """A stream object of a PDF."""
    return PDFStream(content=content, filters=[PDFZCompress])


def _identity() -> PDFDictionary:
    return PDFDictionary(
        {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    )


def _tag(subset: bytes) -> str:
    """Six capitals that tell subsets of one font apart (ISO 32000-1, 9.6.4)."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(subset).digest()[:6])


def _to_unicode(pairs: Iterable[tuple[int, str]]) -> bytes:
    """The CMap that leads from codes back to characters."""
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be', 'replace').hex()}>"
        for code, (_, text) in enumerate(pairs, 1)
        if text
    ]
    return _CMAP.format(blocks="\n".join(_blocks(lines))).encode("ascii")


def _blocks(lines: Sequence[str]) -> Iterable[str]:
    for start in range(0, len(lines), _BLOCK):
        block = lines[start : start + _BLOCK]
        yield "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])
