"""Forms of a document that can only be read: texts can be selected, nothing can be changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from journeyeditor.ui.inspector.fields.field import Field

_LOCKED = "locked"
_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def lock(root: QWidget) -> None:
    """Let nothing within be changed. What comes in later is locked by another call.

    What can be read more of, as a row that opens, has a way of its own to `lock`.
    """
    root.setProperty(_LOCKED, True)
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QLineEdit):
            widget.setReadOnly(True)
        elif isinstance(widget, QPlainTextEdit):
            widget.setTextInteractionFlags(_READABLE)
        elif hasattr(widget, "lock"):
            widget.lock()
        elif _changes(widget):
            widget.setEnabled(False)
        widget.setAcceptDrops(False)


def is_locked(widget: QWidget) -> bool:
    """Whether a widget is within something that is locked."""
    holder: QWidget | None = widget
    while holder is not None and not holder.property(_LOCKED):
        holder = holder.parentWidget()
    return holder is not None


def _changes(widget: QWidget) -> bool:
    """Whether a control is there to change something."""
    if isinstance(widget, QAbstractButton | QComboBox):
        return bool(widget.property("look") != "section")
    return not isinstance(widget, Field) and hasattr(widget, "chosen")
