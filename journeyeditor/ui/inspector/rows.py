"""Framed lists of the inspector: rows that open, and a last one that adds another."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.ui.chrome.icons import dress
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.pieces import Named, Piece, Tag
from journeyeditor.ui.inspector.rowface import (
    EDGE,
    Column,
    Fact,
    Manner,
    Row,
    column_widths,
    title_of,
)
from journeyeditor.ui.inspector.rowhead import RowHead

__all__ = ["Column", "Fact", "Named", "Row", "RowList", "Tag"]


class RowList(QFrame):
    """Rows one below the other, with a button to add another one where `add` says so.

    The signals carry what a row stands for: `opened` by a click or Enter, `moved` with the row
    before which it goes now (by its index; only where there are `grips`), `ticked` with the index
    of the column. `add_asked` carries what was typed already. `look` is "framed" for rows in one
    frame, "cards" where each has its own and shows facts, "blocks" where each is a sunken block.
    """

    add_asked = Signal(str)
    opened = Signal(object)
    remove_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    moved = Signal(object, int)
    ticked = Signal(object, int)

    def __init__(
        self,
        name: str,
        add: str = "",
        *,
        look: str = "framed",
        grips: bool = False,
        dots: bool = True,
        names: str = "",
        columns: Sequence[Column] = (),
    ) -> None:
        super().__init__()
        self.setObjectName(look)
        self.setAccessibleName(name)
        self.rows: list[Row] = []
        self._look, self._apart = look, look != "framed"
        self._manner = Manner(dots, grips, look == "cards", self._apart, names, tuple(columns))
        self._frames: list[_RowFrame] = []
        self._titles = _Titles()
        self.adder = Adder(add)
        self._place_adder()
        self.adder.asked.connect(self.add_asked)
        self.adder.stepped.connect(lambda: self._step(len(self._frames), -1))
        self.insertion = QFrame(self)
        self.insertion.setObjectName("insertion")
        self.insertion.hide()
        self._target = -1
        self.column = QVBoxLayout(self)
        edge = 0 if self._apart else 1
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(8 if self._apart else 0)
        self.column.addWidget(self._titles)
        self.column.addWidget(self.adder)
        self.adder.setVisible(bool(add))
        self._adds = bool(add)

    # What it shows

    @property
    def heads(self) -> list[RowHead]:
        """The rows' buttons, from first to last."""
        return [frame.head for frame in self._frames]

    def head(self, value: object) -> RowHead:
        """The button of a row."""
        return next(head for head in self.heads if head.row.value == value)

    def show_rows(self, rows: Sequence[Row], *, full: bool = False) -> None:
        """Show these rows; a `full` list offers no further one."""
        self.adder.setVisible(self._adds and not full)
        if list(rows) != self.rows:
            self.rows = list(rows)
            self._place_adder()
            self._fit_frames()
            self._show()

    def lock(self) -> None:
        """Show nothing where there are no rows, since none can be added."""
        self.setVisible(bool(self.rows))

    def put_below(self, value: object, body: QWidget) -> None:
        """Show something below a row, which is open then."""
        frame = next(frame for frame in self._frames if frame.head.row.value == value)
        frame.column.addWidget(body)
        body.show()
        self._chain()

    def _place_adder(self) -> None:
        self.adder.stand("card" if self._apart else "below" if self.rows else "only")

    def _fit_frames(self) -> None:
        """A frame for each row: the one that had it, else one that has none any more."""
        old = {frame.head.row.value: frame for frame in self._frames}
        places = {frame: index for index, frame in enumerate(self._frames)}
        kept = {row.value for row in self.rows} & old.keys()
        spare = [frame for value, frame in old.items() if value not in kept]
        self._frames = [
            old[row.value] if row.value in kept else spare.pop() if spare else self._new_frame()
            for row in self.rows
        ]
        for index, frame in enumerate(self._frames):
            self.column.insertWidget(index + 1, frame)
            frame.show()
        for frame in spare:
            self._let_go(frame, places[frame])

    def _let_go(self, frame: "_RowFrame", place: int) -> None:
        """Remove a frame; what takes its place takes the focus too."""
        if frame.head.hasFocus():
            after = self.heads[min(place, len(self._frames) - 1)] if self._frames else self.adder
            after.setFocus()
        self.column.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def _new_frame(self) -> "_RowFrame":
        frame = _RowFrame(self._look)
        head = frame.head
        head.clicked.connect(lambda: self.opened.emit(head.row.value))
        head.menu_asked.connect(lambda place: self.menu_asked.emit(head.row.value, place))
        head.remove_asked.connect(lambda: self.remove_asked.emit(head.row.value))
        head.ticked.connect(lambda column: self.ticked.emit(head.row.value, column))
        head.stepped.connect(lambda by: self._step(self._frames.index(frame), by))
        head.shifted.connect(lambda by: self._shift(self._frames.index(frame), by))
        head.dragged.connect(lambda y: self._drag(frame, y))
        head.dropped.connect(lambda there: self._drop(frame, there))
        return frame

    def _show(self) -> None:
        manner = self._manner
        if manner.columns:
            widths = column_widths(self.rows, manner.columns, self.width() - 2)
            self._manner = manner = replace(manner, widths=widths)
        for index, (frame, row) in enumerate(zip(self._frames, self.rows, strict=True)):
            frame.head.show_row(row, manner, first=index == 0 and not manner.columns)
        self._titles.show_columns(manner, bool(self.rows))
        self._chain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._manner.columns and event.size().width() != event.oldSize().width():
            self._show()

    def _chain(self) -> None:
        """Let Tab go through the rows as they stand."""
        last: QWidget | None = None
        for frame in self._frames:
            for stop in frame.stops():
                if last:
                    QWidget.setTabOrder(last, stop)
                last = stop
        if last:
            QWidget.setTabOrder(last, self.adder)

    # Keys and the handle

    def _step(self, index: int, by: int) -> None:
        """Move the focus to the row above or below one; below the last is the button."""
        stops: list[QWidget] = [*self.heads, *([self.adder] if self.adder.isVisible() else [])]
        if 0 <= index + by < len(stops):
            stops[index + by].setFocus(Qt.FocusReason.TabFocusReason)

    def _shift(self, index: int, by: int) -> None:
        if self._manner.grip and 0 <= index + by < len(self._frames):
            self.moved.emit(self.rows[index].value, index + by + (by > 0))

    def _drag(self, frame: "_RowFrame", y: int) -> None:
        """Show where the row would go."""
        at = self.mapFromGlobal(QPoint(0, y)).y()
        middles = [other.y() + other.height() / 2 for other in self._frames]
        self._target = sum(middle < at for middle in middles)
        ends = [other.y() for other in self._frames] + [self._frames[-1].geometry().bottom() + 1]
        self.insertion.setGeometry(1, ends[self._target] - 1, self.width() - 2, 3)
        self.insertion.raise_()
        self.insertion.show()

    def _drop(self, frame: "_RowFrame", there: bool) -> None:
        self.insertion.hide()
        here = self._frames.index(frame)
        if there and self._target not in (-1, here, here + 1):
            self.moved.emit(frame.head.row.value, self._target)
        self._target = -1


class _RowFrame(QFrame):
    """A row and what may be open below it."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setObjectName(f"{look}-row")
        self.head = RowHead()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in the order seen; of what is open, that in its own order."""
        below = self.column.itemAt(1)
        body = below.widget() if below else None
        return [self.head, *self.head.ticks, *(_stops(body) if body else [])]


class _Titles(QWidget):
    """The columns' titles."""

    def __init__(self) -> None:
        super().__init__()
        self._manner = Manner()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_columns(self, manner: Manner, some: bool) -> None:
        """Show the columns where there are some rows, beside whose names they stand."""
        self._manner = manner
        self.setVisible(some and bool(manner.widths))
        self.setFixedHeight(self.fontMetrics().height() + 12)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.sunken))
        manner = self._manner
        left = self.width() - manner.right
        name = Piece(manner.name, 11.5, 500, "text2").placed(EDGE, 0, left - EDGE)
        name.centred(0, self.height()).paint(painter, theme)
        for column, width in zip(manner.columns, manner.widths, strict=True):
            words = title_of(column).placed(left, 0, width)
            words.centred(0, self.height()).paint(painter, theme)
            left += width


class Adder(QToolButton):
    """The last row. Typing on it begins what is added."""

    asked = Signal(str)
    stepped = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setProperty("look", "add")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self, "plus", "text3", 14, gap=4)
        self.clicked.connect(lambda: self.asked.emit(""))

    def lock(self) -> None:
        """Nothing is added."""
        self.hide()

    def stand(self, place: str) -> None:
        """Look as the last row ("below"), the only one ("only") or as a card ("card")."""
        if place != self.property("place"):
            self.setProperty("place", place)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.asked.emit("")
        elif event.key() == Qt.Key.Key_Up:
            self.stepped.emit()
        elif event.text().strip() and event.text().isprintable():
            self.asked.emit(event.text())
        else:
            super().keyPressEvent(event)


def _stops(widget: QWidget) -> list[QWidget]:
    """The controls in a widget that take the keyboard, in the order in which they were built."""
    inner = widget.findChildren(QWidget)
    return [one for one in inner if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
