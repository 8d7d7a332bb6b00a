"""Colours: one theme for light screens, one for dark ones, one for paper. All are "#RRGGBB"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from journeyeditor.model.choices import ChannelFamily

_FAMILIES = tuple(ChannelFamily)
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_LEGIBLE = 4.5
"""The contrast that text needs (WCAG 2.2, AA)."""
STRONGEST = 2
"""Emotion runs from minus to plus this value."""


class Scale(StrEnum):
    """What a tone tells apart: channel families, kinds without an order, degrees, or nothing."""

    FAMILY = "family"
    KIND = "kind"
    DEGREE = "degree"
    PLAIN = "plain"


class Tone(NamedTuple):
    """A colour by its meaning: the `step`-th of a scale, whatever the theme."""

    scale: Scale
    step: int = 0


PLAIN = Tone(Scale.PLAIN)
"""What is not known, or is one of too many."""


def family_tone(family: ChannelFamily) -> Tone:
    """The tone of a channel family."""
    return Tone(Scale.FAMILY, _FAMILIES.index(family))


@dataclass(frozen=True, kw_only=True)
class Theme:
    """What each thing is coloured with.

    `discs` and `features` are the emotion faces from very negative to very positive, `families`
    the channel families in the order of `ChannelFamily`. `kinds` tell eight things apart, also
    for colour-blind readers (a CIELAB distance of 19 at least), `degrees` five, from little or
    bad to much or good (32 at least). Where colours are not enough, what they tell apart is
    `patterned`. Faces have the edges of `face_edges` and avatars and badges a `chip_edge`, where
    there are some. `brand` are the colours of whose map it is.
    """

    dark: bool
    window: str
    chrome: str
    header: str
    canvas: str
    lane: str
    card: str
    sunken: str
    badge: str
    line: str
    line_card: str
    line_strong: str
    field: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    accent_line: str
    on_accent: str
    avatar: str
    on_avatar: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    curve: str
    baseline: str
    pos_tint: str
    neg_tint: str
    bar: str
    bar_ghost: str
    discs: tuple[str, str, str, str, str]
    features: tuple[str, str, str, str, str]
    families: tuple[str, ...]
    kinds: tuple[str, ...]
    degrees: tuple[str, str, str, str, str]
    patterned: bool = False
    face_edges: tuple[str, ...] = ()
    chip_edge: str = ""
    brand: tuple[str, ...] = ()

    def disc(self, level: int) -> str:
        """The colour of a face, for a level from -2 to +2."""
        return self.discs[level + STRONGEST]

    def feature(self, level: int) -> str:
        """The colour of eyes and mouth on that face."""
        return self.features[level + STRONGEST]

    def face_edge(self, level: int) -> str:
        """The colour of that face's edge; empty where it has none."""
        return self.face_edges[level + STRONGEST] if self.face_edges else ""

    def family(self, family: ChannelFamily) -> str:
        """The colour of a channel family."""
        return self.families[_FAMILIES.index(family)]

    def tone(self, tone: Tone) -> str:
        """The colour of bars and signs of a tone."""
        match tone.scale:
            case Scale.FAMILY:
                return self.families[tone.step]
            case Scale.KIND:
                return self.kinds[tone.step]
            case Scale.DEGREE:
                return self.degrees[tone.step]
            case Scale.PLAIN:
                return self.field

    def words(self, tone: Tone) -> str:
        """The colour of words of a tone."""
        return self.text3 if tone.scale is Scale.PLAIN else self.tone(tone)


def mix(first: str, second: str, share: float) -> str:
    """`first` with that share (0 to 1) of `second` blended in."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    values = (c / 255 for c in _channels(colour))
    red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


LIGHT = Theme(
    dark=False,
    window="#F1F2F5",
    chrome="#FFFFFF",
    header="#FFFFFF",
    canvas="#F5F6F8",
    lane="#FFFFFF",
    card="#FFFFFF",
    sunken="#F5F6F8",
    badge="#EDEFF3",
    line="#E4E7EC",
    line_card="#DDE1E8",
    line_strong="#C8CDD6",
    field="#8A93A2",
    text="#171B22",
    text2="#49515F",
    text3="#5F6878",
    disabled="#9AA2AF",
    accent="#444DD4",
    accent_hover="#3A42BB",
    accent_text="#3D46C6",
    accent_soft="#ECEDFC",
    accent_line="#B4B8F4",
    on_accent="#FFFFFF",
    avatar="#E6E9EF",
    on_avatar="#343B48",
    ok="#1B7443",
    ok_soft="#E4F3EA",
    warn="#8A5200",
    warn_soft="#FBF0DC",
    danger="#B02A1E",
    danger_soft="#FCEAE7",
    curve="#39414F",
    baseline="#B9C0CB",
    pos_tint="#E3F1F6",
    neg_tint="#FCEBE1",
    bar="#444DD4",
    bar_ghost="#D5D9E1",
    discs=("#B53D12", "#F0A06A", "#B7BDC8", "#72B9D1", "#0C6A90"),
    features=("#FFFFFF", "#2E1404", "#1D222A", "#05222D", "#FFFFFF"),
    families=(
        "#8237A8",
        "#B5256C",
        "#2360C2",
        "#1D7A38",
        "#7D5F00",
        "#08717B",
        "#A23B33",
        "#414957",
    ),
    kinds=(
        "#0B69E7",
        "#C43C09",
        "#1A6A40",
        "#AD39A8",
        "#3B3702",
        "#49061E",
        "#270359",
        "#0E0EE0",
    ),
    degrees=("#640900", "#BC4502", "#6E6267", "#2273B6", "#082752"),
)

DARK = Theme(
    dark=True,
    window="#0D0F13",
    chrome="#17191F",
    header="#17191F",
    canvas="#121419",
    lane="#15171C",
    card="#20232B",
    sunken="#101217",
    badge="#2C303A",
    line="#2A2E37",
    line_card="#333843",
    line_strong="#414754",
    field="#6F7786",
    text="#EDEFF3",
    text2="#B4BBC7",
    text3="#98A0AE",
    disabled="#626A78",
    accent="#5A63E6",
    accent_hover="#4D56D2",
    accent_text="#A3AAFF",
    accent_soft="#262A4D",
    accent_line="#4A51A8",
    on_accent="#FFFFFF",
    avatar="#363B47",
    on_avatar="#E2E6ED",
    ok="#6BD39A",
    ok_soft="#17301F",
    warn="#F0BE62",
    warn_soft="#35290F",
    danger="#FF9A8B",
    danger_soft="#3B1B17",
    curve="#C3CAD6",
    baseline="#4A515E",
    pos_tint="#12303A",
    neg_tint="#3A2117",
    bar="#7F88F5",
    bar_ghost="#3A404C",
    discs=("#FF8A60", "#B0774F", "#8E96A4", "#4A92AC", "#6AD3F6"),
    features=("#2B0D02", "#150802", "#101318", "#020F15", "#03212C"),
    families=(
        "#CB97EC",
        "#F489C6",
        "#85B2FF",
        "#6FD08C",
        "#DDB650",
        "#52C6CF",
        "#F29A86",
        "#CBD2DD",
    ),
    kinds=(
        "#7284FF",
        "#CD7630",
        "#3CE8B8",
        "#F593FA",
        "#CFF68A",
        "#F45B6E",
        "#F5CDF8",
        "#F1C246",
    ),
    degrees=("#ED7C28", "#FAD6AC", "#8D8C8A", "#CBE6F7", "#3999EA"),
)

PAPER = replace(LIGHT, canvas="#FFFFFF", lane="#FAFBFC")

MONO = Theme(
    dark=False,
    window="#F2F2F2",
    chrome="#FFFFFF",
    header="#FFFFFF",
    canvas="#FFFFFF",
    lane="#FAFAFA",
    card="#FFFFFF",
    sunken="#F5F5F5",
    badge="#EEEEEE",
    line="#E0E0E0",
    line_card="#C9C9C9",
    line_strong="#ABABAB",
    field="#858585",
    text="#1A1A1A",
    text2="#4D4D4D",
    text3="#636363",
    disabled="#9E9E9E",
    accent="#333333",
    accent_hover="#222222",
    accent_text="#333333",
    accent_soft="#EEEEEE",
    accent_line="#B0B0B0",
    on_accent="#FFFFFF",
    avatar="#E6E6E6",
    on_avatar="#383838",
    ok="#4D4D4D",
    ok_soft="#F5F5F5",
    warn="#333333",
    warn_soft="#E6E6E6",
    danger="#000000",
    danger_soft="#D9D9D9",
    curve="#404040",
    baseline="#B5B5B5",
    pos_tint="#F2F2F2",
    neg_tint="#DEDEDE",
    bar="#333333",
    bar_ghost="#D9D9D9",
    discs=("#262626", "#6B6B6B", "#BFBFBF", "#E8E8E8", "#FFFFFF"),
    features=("#FFFFFF", "#FFFFFF", "#1A1A1A", "#1A1A1A", "#1A1A1A"),
    families=("#333333",) * 8,
    kinds=("#333333",) * 8,
    degrees=("#333333",) * 5,
    patterned=True,
    face_edges=("#262626",) * 5,
)
"""Paper in black and white: patterns, signs and shapes tell apart what colours do elsewhere."""

_INKS = ("#B53D12", "#96500F", "#5F6878", "#1F7590", "#0C6A90")
INK_SAVER = replace(
    PAPER,
    lane="#FFFFFF",
    sunken="#FFFFFF",
    badge="#FFFFFF",
    line="#ECEEF2",
    line_strong="#D5D9E1",
    accent_soft="#FFFFFF",
    avatar="#FFFFFF",
    ok_soft="#FFFFFF",
    warn_soft="#FFFFFF",
    danger_soft="#FFFFFF",
    pos_tint="#FFFFFF",
    neg_tint="#FFFFFF",
    bar_ghost="#E4E7EC",
    discs=("#FFFFFF",) * 5,
    features=_INKS,
    face_edges=_INKS,
    chip_edge="#B9C0CB",
)
"""Paper with as little ink as can be: light lines, and edges in place of filled areas."""


def branded(theme: Theme, colours: Iterable[str]) -> Theme:
    """The theme with a brand's colours, the first as its accent, dark enough to be read."""
    brand = tuple(colour for colour in colours if _COLOUR.fullmatch(colour))
    if not brand:
        return theme
    accent = brand[0]
    while contrast(accent, theme.badge) < _LEGIBLE:
        accent = mix(accent, "#000000", 0.1)
    return replace(theme, brand=brand, accent=accent, accent_text=accent, bar=accent)
