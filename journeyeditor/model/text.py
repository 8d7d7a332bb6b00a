"""Comparing texts as people do."""

import re
import unicodedata

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """The text without accents, case and surplus white space, for matching and searching."""
    bare = _BEYOND_ASCII.sub(_without_marks, unicodedata.normalize("NFKD", text))
    return " ".join(bare.casefold().split())


def _without_marks(match: re.Match[str]) -> str:
    return "".join(c for c in match[0] if not unicodedata.combining(c))
