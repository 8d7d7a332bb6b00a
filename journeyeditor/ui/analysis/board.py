"""The board of improvements: a column for each state, between which they are dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.analysis.finding import to_cards
from journeyeditor.analysis.improvements import WORTH_NAMES, Planned, board
from journeyeditor.catalogue.choices import choice_name
from journeyeditor.model.choices import ImprovementState
from journeyeditor.model.records import Party
from journeyeditor.translation import NO_BREAK_SPACE, tr
from journeyeditor.ui.analysis.live import Insight
from journeyeditor.ui.chrome.controls import label
from journeyeditor.ui.chrome.dates import describe_date
from journeyeditor.ui.chrome.look import current_theme, font

IDS = "application/x-journeyeditor-improvement"
STATES = tuple(ImprovementState)
PADDING, SPACING, LEAST = 10, 6, 280
PLANNED, OWNER = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Column(QListWidget):
    """The improvements of one state.

    `moved` carries an improvement and the state it was moved to; `opened` one to be edited;
    `removed` one to be deleted; `led` where one leads. `left` asks for the focus beside, -1 or 1.
    """

    moved = Signal(str, object)
    opened = Signal(str)
    removed = Signal(str)
    led = Signal(object)
    left = Signal(int)

    def __init__(self, state: ImprovementState) -> None:
        super().__init__()
        self.setObjectName("board-column")
        self.step = state
        self.editable = True
        self.setAccessibleName(choice_name(state, tr.language))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSpacing(0)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setItemDelegate(CardDelegate(self))
        self.setMinimumHeight(LEAST)
        self.itemActivated.connect(lambda item: self.opened.emit(_planned(item).improvement.id))

    def lock(self) -> None:
        """Let the improvements only be read."""
        self.editable = False
        self.setDragEnabled(False)
        self.setAcceptDrops(False)

    def show_planned(self, found: Sequence[Planned], owners: Sequence[str]) -> None:
        """Show these; the present one stays the present one."""
        here = self.current()
        self.clear()
        for it, owner in zip(found, owners, strict=True):
            item = QListWidgetItem(it.improvement.title or tr("Untitled"))
            item.setData(PLANNED, it)
            item.setData(OWNER, owner)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, describe(it, owner))
            item.setToolTip(describe(it, owner))
            self.addItem(item)
            if here == it.improvement.id:
                self.setCurrentItem(item)

    def current(self) -> str:
        """The id of the improvement that the keyboard is at, or ""."""
        index = self.currentIndex()
        return index.data(PLANNED).improvement.id if index.isValid() else ""

    def go_to(self, id: str) -> bool:
        """Let the keyboard be at an improvement; whether it is here."""
        for row in range(self.count()):
            if _planned(self.item(row)).improvement.id == id:
                self.setCurrentRow(row)
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, id = event.key(), self.current()
        beside = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if beside and with_alt and id and self.editable:
            self._move(id, beside)
        elif beside:
            self.left.emit(beside)
        elif key == Qt.Key.Key_Delete and id and self.editable:
            self.removed.emit(id)
        else:
            super().keyPressEvent(event)

    def _move(self, id: str, by: int) -> None:
        there = STATES.index(self.step) + by
        if 0 <= there < len(STATES):
            self.moved.emit(id, STATES[there])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (item := self.itemAt(event.pos())) is not None:
            self._menu(_planned(item)).popup(event.globalPos())

    def _menu(self, it: Planned) -> QMenu:
        id, menu = it.improvement.id, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Edit…")).triggered.connect(lambda: self.opened.emit(id))
        show = menu.addAction(tr("Show on the map"))
        show.setEnabled(bool(it.cards))
        show.triggered.connect(lambda: self.led.emit(to_cards(it.cards)))
        if not self.editable:
            return menu
        menu.addSeparator()
        for state in STATES:
            to = menu.addAction(choice_name(state, tr.language))
            to.setCheckable(True)
            to.setChecked(state is self.step)
            to.triggered.connect(lambda _=False, state=state: self.moved.emit(id, state))
        menu.addSeparator()
        menu.addAction(tr("Delete")).triggered.connect(lambda: self.removed.emit(id))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the cards' heights follow from their width

    # Dragging

    def mimeTypes(self) -> list[str]:
        return [IDS]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = QMimeData()
        data.setData(IDS, _planned(items[0]).improvement.id.encode())
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._welcome(event)

    def _welcome(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(IDS):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """The project is changed, not the list; the list follows the project."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        id = event.mimeData().data(IDS).toStdString()
        self.moved.emit(id, self.step)


class CardDelegate(QStyledItemDelegate):
    """Paints an improvement: its title on as many lines as it needs, and what is known of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 200
        _, notes = self._places(QRect(0, 0, width, 10_000), index)
        return QSize(width - 2, notes.bottom() + PADDING + SPACING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, state = current_theme(), option.state
        whole = QRect(option.rect)
        card = whole.adjusted(1, 1, -3, -SPACING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self.parent()
        focused = isinstance(view, QWidget) and view.hasFocus()
        chosen = bool(state & QStyle.StateFlag.State_Selected) and focused
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = theme.accent if chosen else theme.text3 if hovered else theme.line_card
        painter.setPen(QPen(QColor(edge), 2 if chosen else 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(card, 6, 6)
        title, notes = self._places(whole, index)
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.setFont(font(12.5, 600))
        painter.setPen(QColor(theme.text))
        painter.drawText(title, wrap, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.setFont(font(11.5))
        it: Planned = index.data(PLANNED)
        painter.setPen(QColor(theme.danger if it.overdue else theme.text2))
        painter.drawText(notes, wrap, known(it, index.data(OWNER)))
        painter.restore()

    def _places(self, whole: QRect, index: Index) -> tuple[QRect, QRect]:
        """Where title and notes go."""
        wrap = int(Qt.TextFlag.TextWordWrap)
        room = whole.adjusted(PADDING + 1, PADDING, -PADDING - 3, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        title = QFontMetrics(font(12.5, 600)).boundingRect(room, wrap, text)
        title.setWidth(room.width())
        below = room.adjusted(0, title.height() + 4, 0, 0)
        words = known(index.data(PLANNED), index.data(OWNER))
        notes = QFontMetrics(font(11.5)).boundingRect(below, wrap, words)
        notes.setWidth(room.width())
        return title, notes


class Board(QWidget):
    """The four columns side by side. The signals are those of the columns."""

    moved = Signal(str, object)
    opened = Signal(str)
    removed = Signal(str)
    led = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.columns = [Column(state) for state in STATES]
        self._heads = [label("", "label") for _ in STATES]
        self._waiting = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for number, (column, head) in enumerate(zip(self.columns, self._heads, strict=True)):
            frame = QFrame()
            frame.setObjectName("board")
            inner = QVBoxLayout(frame)
            inner.setContentsMargins(10, 10, 8, 8)
            inner.setSpacing(8)
            inner.addWidget(head)
            inner.addWidget(column, 1)
            row.addWidget(frame, 1)
            for name in ("opened", "removed", "led"):
                getattr(column, name).connect(getattr(self, name))
            column.moved.connect(self._move)
            column.left.connect(lambda by, number=number: self._go_beside(number + by))

    def show_insight(self, insight: Insight) -> None:
        """Show what is known now; what was just moved has the focus."""
        project = insight.shown.project
        by_state = board(insight.shown)
        for column, head in zip(self.columns, self._heads, strict=True):
            found = by_state[column.step]
            owners = [project.find(Party, it.improvement.owner) for it in found]
            column.show_planned(found, [owner.name if owner else "" for owner in owners])
            name = choice_name(column.step, tr.language)
            head.setText(f"{name} · {tr.number(len(found))}")
        if self._waiting and any(column.go_to(self._waiting) for column in self.columns):
            self._waiting = ""

    def go_to(self, id: str) -> None:
        """Let the keyboard be at an improvement, now or when it is there."""
        if not any(column.go_to(id) for column in self.columns):
            self._waiting = id

    def _move(self, id: str, state: ImprovementState) -> None:
        self._waiting = id
        self.moved.emit(id, state)

    def _go_beside(self, number: int) -> None:
        """Into the column beside, past those that are empty."""
        here = next((n for n, column in enumerate(self.columns) if column.hasFocus()), 0)
        by = 1 if number > here else -1
        while 0 <= number < len(self.columns):
            column = self.columns[number]
            if column.count():
                column.setCurrentRow(max(0, column.currentRow()))
                column.setFocus(Qt.FocusReason.TabFocusReason)
                return
            number += by


def known(it: Planned, owner: str) -> str:
    """What is known of an improvement, in a line or two."""
    what = it.improvement
    parts = [tr(WORTH_NAMES[it.worth])] if it.worth else []
    if what.impact is not None:
        parts.append(tr("impact {value}", value=tr.number(what.impact)))
    if what.effort is not None:
        parts.append(tr("effort {value}", value=tr.number(what.effort)))
    if owner:
        parts.append(owner)
    if what.done_on:
        parts.append(tr("done {date}", date=describe_date(what.done_on)))
    elif what.due:
        date = describe_date(what.due)
        overdue, due = tr("overdue since {date}", date=date), tr("due {date}", date=date)
        parts.append(overdue if it.overdue else due)
    parts.append(tr.plural("{count} card", "{count} cards", len(it.cards)))
    return f"{NO_BREAK_SPACE}· ".join(part.replace(" ", NO_BREAK_SPACE) for part in parts)


def describe(it: Planned, owner: str) -> str:
    """The improvement in a sentence."""
    title = " ".join(it.improvement.title.split()) or tr("Untitled")
    return f"{title}: {known(it, owner)}"


def _planned(item: QListWidgetItem) -> Planned:
    found: Planned = item.data(PLANNED)
    return found
