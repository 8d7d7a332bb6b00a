"""A line above the map that says what the user must know, and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, tool_button
from journeyeditor.ui.chrome.icons import pixmap
from journeyeditor.ui.chrome.look import current_theme

Way = tuple[str, Callable[[], object]]
"""A way on: the text of its button, and what it does."""


class Banner(QFrame):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._icon = QLabel()
        self.message = label("", wrap=True)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        close = tool_button("x", tr("Close this message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.message, 1)
        row.addLayout(self._ways)
        row.addWidget(close)
        self.hide()

    def say(self, message: str, ways: Sequence[Way] = (), *, serious: bool = False) -> None:
        """Show a message until it is closed or another one takes its place."""
        theme = current_theme()
        self.setProperty("tone", "danger" if serious else "warn")
        self.style().unpolish(self)
        self.style().polish(self)
        name, colour = ("triangle-alert", theme.danger) if serious else ("info", theme.warn)
        self._icon.setPixmap(pixmap(name, colour, 18, self.devicePixelRatio()))
        self.message.setText(message)
        self.setAccessibleName(message)
        self._show_ways(ways)
        self.show()

    def _show_ways(self, ways: Sequence[Way]) -> None:
        while item := self._ways.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for text, action in ways:
            self._ways.addWidget(self._way(text, action))

    def _way(self, text: str, action: Callable[[], object]) -> QPushButton:
        made = button(text)
        made.clicked.connect(self.hide)
        made.clicked.connect(lambda: action())
        return made
