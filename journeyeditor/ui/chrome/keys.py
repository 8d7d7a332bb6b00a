"""Keys as they stand on the caps of a keyboard."""

import sys

from PySide6.QtGui import QKeySequence

from journeyeditor.translation import N_, tr

CAPS = {
    "Ctrl": N_("Ctrl"),
    "Shift": N_("Shift"),
    "Del": N_("Del"),
    "PgUp": N_("PgUp"),
    "PgDown": N_("PgDown"),
}
"""What is printed on keys, in English messages, by Qt's names for them."""


def key_caps(keys: str) -> tuple[str, ...]:
    """The caps of one key combination of the table of commands: "Ctrl+F" is ("Ctrl", "F")."""
    if sys.platform == "darwin":
        return (QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText),)
    *held, last = keys.replace("++", "+Plus").split("+")
    caps = (*held, "+" if last == "Plus" else last)
    return tuple(tr(CAPS.get(cap, cap)) for cap in caps)
