"""Numbers as people type them."""

import math
import re

from journeyeditor.translation import MINUS, tr

_GROUPED = {"es": r"-?\d{1,3}(\.\d{3})+(,\d+)?", "en": r"-?\d{1,3}(,\d{3})+(\.\d+)?"}


def describe_number(value: float) -> str:
    """A number with the decimal sign of the present language and no more figures than it has."""
    text = f"{value:.10f}".rstrip("0").rstrip(".") if math.isfinite(value) else ""
    text = text.replace("-", MINUS)
    return text.replace(".", ",") if tr.language == "es" else text


def read_number(text: str) -> float | None:
    """The number that somebody typed, with point or comma, perhaps in groups of three figures."""
    plain = "".join(text.split()).replace(MINUS, "-")
    if re.fullmatch(_GROUPED[tr.language], plain):
        plain = plain.replace("." if tr.language == "es" else ",", "")
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)", plain) else None
