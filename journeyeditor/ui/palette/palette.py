"""The panel in which commands and places are found by typing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout

from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.chrome.facelist import FaceList
from journeyeditor.ui.chrome.rows import Head, Row
from journeyeditor.ui.palette.entries import (
    MOST_PLACES,
    Entry,
    Spot,
    command_entries,
    fitting,
    spot_entry,
    spots,
)

if TYPE_CHECKING:
    from journeyeditor.ui.window import Window

WIDTH, TOP, LOWEST = 560, 72, 0.6
"""Pixels; from the window's top; the share of the window's height for the list."""

STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Its own menu, and another window: the palette waits."""


class Palette(QFrame):
    """Lies over the window until something is chosen, Esc is pressed or the focus leaves."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Commands"))
        self._window = window
        self._home = QApplication.focusWidget()
        self._commands = command_entries(window, window.program.settings.recent_commands)
        self._spots: list[Spot] | None = None
        self.field = _Field(self)
        self.list = FaceList(self, self.field, tr("Commands"))
        self._lines: list[tuple[Head | Row, Entry | None]] = []
        self._nothing = label(tr("Nothing fits."), "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._offer)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self._offer("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        window.installEventFilter(self)
        QTimer.singleShot(0, self, self._look_around)

    def step(self, by: int) -> None:
        """Choose the next entry, or the one before; past an end it goes on at the other."""
        if rows := self.list.rows:
            current = self.list.chosen
            place = rows.index(current) + by if current in rows else 0
            self.list.choose(rows[place % len(rows)])

    def run_chosen(self) -> None:
        """Do what is chosen."""
        self._run(self.list.chosen)

    def leave(self, *, back: bool = True) -> None:
        """Go away; the keyboard goes `back` to where it was."""
        if self.isHidden():
            return
        home, self._home = self._home, None
        if back and home is not None:
            home.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _offer(self, text: str) -> None:
        """List what fits: commands, and once something is typed, places."""
        commands = fitting(self._commands, text)
        places = self._places(text) if fold(text) else []
        self._lines = [(entry.row, entry) for entry in commands]
        if places:
            self._lines += [(Head(tr("Go to")), None), *((entry.row, entry) for entry in places)]
        self.list.show_faces([face for face, _ in self._lines])
        self.list.setVisible(bool(self._lines))
        self._nothing.setVisible(not self._lines)
        self.step(0)
        self._place()

    def _places(self, text: str) -> list[Entry]:
        """The places that fit best."""
        if (workspace := self._window.workspace) is None:
            return []
        self._look_around()
        assert self._spots is not None
        found = fitting(self._spots, text)[:MOST_PLACES]
        return [spot_entry(workspace, spot) for spot in found]

    def _look_around(self) -> None:
        """Find all places once, before the first letter if there is time."""
        if self._spots is None and (workspace := self._window.workspace):
            self._spots = spots(workspace)

    def _place(self) -> None:
        """At the top of the window, in its middle."""
        window = self._window
        room = round(window.height() * LOWEST)
        self.list.setFixedHeight(min(self.list.full_height + 2, room))
        self.setFixedWidth(min(WIDTH, window.width() - 32))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, TOP)

    def _run(self, row: int) -> None:
        entry = self._lines[row][1] if row >= 0 else None
        if entry is None:
            return
        if entry.id:
            self._window.program.settings.remember_command(entry.id)
        self.leave()
        entry.run()


class _Field(QLineEdit):
    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self._palette = palette
        self.setPlaceholderText(tr("Type a command or a place"))
        self.setAccessibleName(tr("Type a command or a place"))
        self.setMinimumHeight(36)

    def event(self, event: QEvent) -> bool:
        """Keys are the palette's while it is open."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        key = Qt.Key(event.key())
        again = key is Qt.Key.Key_K and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in steps:
            self._palette.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._palette.run_chosen()
        elif key is Qt.Key.Key_Escape or again:
            self._palette.leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return False  # Tab walks the list

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self._palette.leave(back=False)
