"""The field of the tool bar in which words are looked for, and the button of the filter."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label, tool_button
from journeyeditor.ui.chrome.icons import dress, paint_icon_centred
from journeyeditor.ui.chrome.keys import key_caps
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.search.filters import FilterPanel
from journeyeditor.ui.search.results import Results
from journeyeditor.ui.search.search import Search

ICON = 16
NARROWEST, WIDEST = 130, 260
INSET = 9
"""Pixels from the field's edge to what stands in it."""
OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterButton(QToolButton):
    """Opens the filter, and says how many conditions it has."""

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self.setObjectName("filter")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCheckable(True)
        self.setToolTip(tr("Filter the cards"))
        dress(self, "list-filter")
        self.clicked.connect(self._open)
        search.filter_asked.connect(self._open)
        search.changed.connect(self._refresh)
        self._refresh()

    def _open(self) -> None:
        panel = FilterPanel(self._search, self)
        panel.closed.connect(self._refresh)
        panel.open_below(self)

    def _refresh(self) -> None:
        count = self._search.quest.filter.count
        self.setChecked(count > 0)
        self.setText(str(count) if count else "")
        words = tr.plural("{count} condition", "{count} conditions", count)
        self.setAccessibleName(f"{tr('Filter')}, {words}" if count else tr("Filter"))


class SearchField(QLineEdit):
    """Words to look for; says how many matches there are, else which key leads here."""

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self.setObjectName("search")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(tr("Search the map"))
        self.setAccessibleName(tr("Search the map"))
        self.setText(search.quest.text)
        self._cap = label(" ".join(key_caps("Ctrl+F")))
        self._cap.setObjectName("keycap")
        self._count = label("", "note")
        self._clear = tool_button("x", tr("Clear the search"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        for part in (self._cap, self._count, self._clear):
            part.setParent(self)
        self.results = Results(search, self)
        self._clear.clicked.connect(self._empty)
        self.textChanged.connect(self._typed)
        search.field_asked.connect(self.take_focus)
        search.changed.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, max(32, self.fontMetrics().height() + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.sizeHint().height())

    def take_focus(self) -> None:
        """Get the keyboard, with what was looked for last ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _typed(self, text: str) -> None:
        self._search.look_for(text)
        self.results.offer()

    def _empty(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        search, text = self._search, self.text()
        self._clear.setVisible(bool(text))
        words = describe_count(search) if text else ""
        if words != self._count.text():
            self._count.setText(words)
            self.setAccessibleDescription(words)
            if words and self.hasFocus() and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._count.setVisible(bool(text))
        self._arrange()

    def _arrange(self) -> None:
        """Put what stands in the field at its right end, and keep the words clear of it.

        The key shows only where the field's own words have room beside it.
        """
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        free = self.width() - 2 * INSET - ICON - 5 - self._cap.sizeHint().width() - 8
        self._cap.setVisible(not self.text() and words <= free)
        right = self.width() - INSET + 2
        for part in (self._clear, self._cap, self._count):
            if not part.isHidden():
                part.adjustSize()
                size = part.sizeHint()
                right -= size.width()
                part.setGeometry(right, (self.height() - size.height()) // 2, *size.toTuple())
                right -= 4
        self.setTextMargins(INSET + ICON + 5, 0, max(0, self.width() - INSET - right), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        centre = QPointF(INSET + ICON / 2, self.height() / 2)
        paint_icon_centred(QPainter(self), centre, ICON, "search", theme.text2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.results.place()

    def event(self, event: QEvent) -> bool:
        """Esc and Enter are the field's own here, whatever they do elsewhere."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.results.go():
                self.results.hide()
                self._search.step(-1 if shift else 1)
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._search.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._search.prepare()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # its own menu
            self.results.hide()


def describe_count(search: Search) -> str:
    """How many matches there are on this map, and at which one the reader is."""
    here, others = len(search.hits), sum(map(len, search.elsewhere.values()))
    if search.position:
        return tr("{position} of {count}", position=search.position, count=here)
    if here:
        return tr.plural("{count} match", "{count} matches", here)
    return tr("{count} elsewhere", count=others) if others else tr("No matches")
