"""Comparing texts as people do."""

import unicodedata


def fold(text: str) -> str:
    """The text without accents, case and surplus white space, for matching and searching."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())
