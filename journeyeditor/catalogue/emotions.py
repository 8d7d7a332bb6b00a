"""The words for the five faces of an emotion."""

import math
from collections.abc import Mapping

from journeyeditor.translation import N_, translator

EMOTION_NAMES: Mapping[int, str] = {
    -2: N_("Very negative"),
    -1: N_("Negative"),
    0: N_("Neutral"),
    1: N_("Positive"),
    2: N_("Very positive"),
}


def emotion_level(emotion: float) -> int:
    """The nearest of the five faces, -2 to 2; halves go away from neutral."""
    return int(math.copysign(math.floor(abs(emotion) + 0.5), emotion))


def emotion_name(emotion: float, language: str) -> str:
    """The word for the nearest face."""
    return translator(language)(EMOTION_NAMES[emotion_level(emotion)])
