"""What goes on under the pointer, in a sentence for the status bar."""

import re
from html import escape, unescape
from typing import NamedTuple

LONGEST = 48
"""Characters of a name within a sentence."""


class Hint(NamedTuple):
    """A sentence, of which some parts are bold, and what keys would do: (cap, meaning)."""

    rich: str = ""
    keys: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """The sentence as plain text."""
        return unescape(re.sub(r"</?b>", "", self.rich))


def plain(text: str) -> Hint:
    """A sentence without bold parts and keys."""
    return Hint(escape(text))


def strong(text: str) -> str:
    """A name as a bold part of a sentence, as much of it as there is room for."""
    shown = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
    return f"<b>{escape(shown)}</b>"
