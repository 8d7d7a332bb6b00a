"""Keys as they stand on the caps of a keyboard."""

import sys

from PySide6.QtGui import QKeySequence


def key_caps(keys: str) -> tuple[str, ...]:
    """The caps of one key combination of the table of commands: "Ctrl+F" is ("Ctrl", "F")."""
    if sys.platform == "darwin":
        return (QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText),)
    *held, last = keys.replace("++", "+Plus").split("+")
    return (*held, "+" if last == "Plus" else last)
