"""A box for a day: typed as people write it, or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import label, line, tool_button
from journeyeditor.ui.chrome.dates import describe_date, read_date
from journeyeditor.ui.chrome.look import current_theme, scaled
from journeyeditor.ui.inspector.picker import beside

PAUSE = 500
"""Milliseconds without a key after which what is typed is taken."""


class DateBox(QWidget):
    """`chosen` carries a day, or None where it was cleared; `finished` tells that it was left.

    What is no day is kept in the box and said to be none.
    """

    chosen = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        self.box = QLineEdit()
        self.box.setFixedWidth(scaled(132))
        self.open = tool_button("calendar-days", tr("Calendar"))
        self.problem = label("", "danger", wrap=True)
        self.setFocusProxy(self.box)
        row = QHBoxLayout()
        line([self.box, self.open, 1], row, 4)
        column = QVBoxLayout(self)
        line([], column, 4)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.problem.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._take_good)
        self.box.textEdited.connect(self._pause.start)
        self.box.installEventFilter(self)
        self.open.clicked.connect(self.open_calendar)

    def lock(self) -> None:
        """Let the day only be read."""
        self.open.hide()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def show_day(self, day: date | None, hint: str = "") -> None:
        """Show a day, or a hint where there is none; what is being typed meanwhile stays."""
        self.box.setPlaceholderText(hint or describe_date(date.today()))
        if day != self._day or not self._typed():
            self._day = day
            self._pause.stop()
            self._write(day)

    def forget(self) -> None:
        """Drop what is typed, for the box is about to show another thing's day."""
        self._write(self._day)

    def flush(self) -> None:
        """Take what is typed, and write it as it's shown."""
        self._pause.stop()
        text = self.box.text().strip()
        day = read_date(text)
        if text and day is None:
            example = describe_date(date.today())
            self.problem.setText(tr("That is no date. Write it as {example}.", example=example))
            self.problem.show()
            return
        self._write(day)
        if day != self._day:
            self._ask(day)

    def open_calendar(self) -> None:
        """Let a day be chosen from a calendar."""
        if self.box.isReadOnly():
            return
        calendar = CalendarPopup(self, self._day or date.today())
        calendar.chosen.connect(self._write)
        calendar.chosen.connect(self._ask)
        calendar.chosen.connect(lambda _: self.box.setFocus())
        calendar.move(beside(self.box, calendar.sizeHint()))
        calendar.show()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self.flush()
            self.finished.emit()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.flush()
                self.finished.emit()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_F4):
                self.open_calendar()
                return True
        return False

    def _take_good(self) -> None:
        """While somebody types, only what is a day is taken."""
        day = read_date(self.box.text())
        if day != self._day and (day or not self.box.text().strip()):
            self._ask(day)

    def _typed(self) -> bool:
        """Whether the box says something else than the day."""
        return self.box.text() != (describe_date(self._day) if self._day else "")

    def _ask(self, day: date | None) -> None:
        self._day = day
        self.chosen.emit(day)

    def _write(self, day: date | None) -> None:
        self.problem.hide()
        self.box.setText(describe_date(day) if day else "")


class CalendarPopup(QFrame):
    """A month to choose a day from."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.month = QCalendarWidget()
        self.month.setLocale(QLocale(tr.language))
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setGridVisible(False)
        plain = QTextCharFormat()
        plain.setForeground(QColor(current_theme().text))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(weekday, plain)
        column = QVBoxLayout(self)
        line([self.month], column)
        self.month.activated.connect(self._choose)
        self.month.clicked.connect(self._choose)
        self.month.setFocus()

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))
