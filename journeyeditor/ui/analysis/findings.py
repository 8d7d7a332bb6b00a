"""Findings as a list: each leads to its cards, tells its rule, and can be answered."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.analysis.finding import SEVERITY_NAMES, Finding, Severity
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.records import Dismissal
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import ElidedLabel, button, label, tool_button
from journeyeditor.ui.chrome.icons import dress, pixmap
from journeyeditor.ui.chrome.look import current_theme

SIGNS = {
    Severity.HIGH: ("triangle-alert", "danger"),
    Severity.MEDIUM: ("circle-alert", "warn"),
    Severity.LOW: ("info", "text3"),
}
SIGN = 18
Aside = tuple[Finding, Dismissal]


class FindingRow(QFrame):
    """One finding. A click or Enter leads to its cards; Space opens its rule and its answers."""

    led = Signal(object)
    improve_asked = Signal(object)
    aside_asked = Signal(object)
    back_asked = Signal(object)
    step_asked = Signal(int)

    def __init__(self, finding: Finding, compact: bool) -> None:
        super().__init__()
        self.setObjectName("finding")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.finding = finding
        self.reason: str | None = None
        self._shown: tuple[Finding, str | None, str, Theme] | None = None
        self._compact = compact
        self._sign = QLabel()
        self._sign.setFixedWidth(SIGN + 6)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = _short_title() if compact else label("", "finding", wrap=True)
        self.detail = ElidedLabel("secondary") if compact else label("", "secondary", wrap=True)
        self.go = label(tr("Show on the map"), "go")
        self.more = tool_button("chevron-down", tr("Rule and answers"))
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rule = label("", "note", wrap=True)
        self.editable = True
        self.improve = button(tr("Make an improvement"), "lightbulb", "quiet")
        self.aside = button(tr("Set aside…"), "archive", "quiet")
        self.back = button(tr("Bring back"), "undo-2", "quiet")
        self.answers = QWidget()
        self._lay_out()
        self._connect()
        self.open_up(False)
        self._show_hover(False)

    def show_finding(self, finding: Finding, reason: str | None) -> None:
        """Show the state of the finding; `reason` says why it was set aside, if it was."""
        self.finding, self.reason = finding, reason
        wanted = finding, reason, tr.language, current_theme()
        if wanted == self._shown:
            return
        self._shown = wanted
        name, tone = SIGNS[finding.severity]
        colour = getattr(current_theme(), tone)
        self._sign.setPixmap(pixmap(name, colour, SIGN, self.devicePixelRatioF()))
        title, detail = finding.title(tr), finding.detail(tr)
        self.title.setText(title)
        self.detail.setText(detail)
        rule = tr("Rule: {rule}", rule=finding.rule_text(tr))
        if reason is not None:
            rule = tr("Set aside: {reason}", reason=reason or tr("no reason given")) + f"\n{rule}"
        self.rule.setText(rule)
        self.go.setVisible((self.underMouse() or self.hasFocus()) and self._has_room_to_go())
        for answer in (self.improve, self.aside):
            answer.setVisible(reason is None and self.editable)
        self.back.setVisible(reason is not None and self.editable)
        severity = tr(SEVERITY_NAMES[finding.severity])
        self.setAccessibleName(f"{severity}: {title}. {detail}")
        self.setAccessibleDescription(rule)
        self.setToolTip(rule)

    def open_up(self, wanted: bool | None = None) -> None:
        """Open the rule and the answers, or close them; by default the other way."""
        opened = self.answers.isHidden() if wanted is None else wanted
        self.answers.setVisible(opened)
        dress(self.more, "chevron-up" if opened else "chevron-down")

    def lead(self) -> None:
        """Ask for the cards on the map; without any, open the rule."""
        if self.finding.leads:
            self.led.emit(self.finding)
        else:
            self.open_up()

    def menu(self) -> QMenu:
        """What can be done with the finding."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.finding.leads:
            menu.addAction(tr("Show on the map")).triggered.connect(self.lead)
        if not self.editable:
            return menu
        if self.reason is None:
            improve = menu.addAction(tr("Make an improvement"))
            improve.triggered.connect(lambda: self.improve_asked.emit(self.finding))
            aside = menu.addAction(tr("Set aside…"))
            aside.triggered.connect(lambda: self.aside_asked.emit(self.finding))
        else:
            back = menu.addAction(tr("Bring back"))
            back.triggered.connect(lambda: self.back_asked.emit(self.finding))
        return menu

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title, int(not self._compact))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        (first if self._compact else words).addWidget(self.detail, 1)
        first.addWidget(self.go)
        top = QHBoxLayout()
        top.setSpacing(8)
        align = Qt.AlignmentFlag.AlignVCenter if self._compact else Qt.AlignmentFlag.AlignTop
        top.addWidget(self._sign, 0, align)
        top.addLayout(words, 1)
        top.addWidget(self.more, 0, align)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for answer in (self.improve, self.aside, self.back):
            buttons.addWidget(answer)
        buttons.addStretch(1)
        inner = QVBoxLayout(self.answers)
        inner.setContentsMargins(SIGN + 14, 2, 0, 2)
        inner.setSpacing(6)
        inner.addWidget(self.rule)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        edge = 0 if self._compact else 6
        column.setContentsMargins(12, edge, 8, edge)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.answers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _connect(self) -> None:
        self.more.clicked.connect(lambda: self.open_up())
        self.improve.clicked.connect(lambda: self.improve_asked.emit(self.finding))
        self.aside.clicked.connect(lambda: self.aside_asked.emit(self.finding))
        self.back.clicked.connect(lambda: self.back_asked.emit(self.finding))

    def _show_hover(self, hovered: bool) -> None:
        self.go.setVisible(hovered and self._has_room_to_go())
        self.setProperty("hovered", hovered)
        self.style().unpolish(self)
        self.style().polish(self)

    def _has_room_to_go(self) -> bool:
        """Whether "Show on the map" finds room beside the title, so that the row stays as it is."""
        metrics = self.title.fontMetrics()
        needed = metrics.horizontalAdvance(self.title.text()) + self.go.sizeHint().width()
        room = self.width() - SIGN - self.more.width() - 72
        return bool(self.finding.leads) and (self._compact or needed <= room)

    # Events

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.lead()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.lead()
        elif key == Qt.Key.Key_Space:
            self.open_up()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_asked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Delete and self.reason is None and self.editable:
            self.aside_asked.emit(self.finding)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_hover(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_hover(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_hover(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_hover(self.underMouse())


def _short_title() -> ElidedLabel:
    """A title as wide as it is, or narrower where there is no room."""
    title = ElidedLabel("finding")
    title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    title.setMinimumWidth(80)
    return title


class FindingsList(QScrollArea):
    """The findings that stand, and on wish those set aside; by severity unless it is compact.

    Rows stay while their findings do, so that neither the focus nor an open rule gets lost.
    """

    led = Signal(object)
    improve_asked = Signal(object)
    aside_asked = Signal(object)
    back_asked = Signal(object)

    def __init__(self, *, compact: bool) -> None:
        super().__init__()
        self.setObjectName("findings")
        self.setAccessibleName(tr("Findings"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._compact = compact
        self.editable = True
        """Whether findings can be answered."""
        self.rows: dict[str, FindingRow] = {}
        self._heads: list[QWidget] = []
        content = QWidget()
        content.setObjectName("findings-content")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(content)

    def show_findings(self, standing: Sequence[Finding], aside: Sequence[Aside]) -> None:
        """Show these, in their order."""
        wanted = [(finding, None) for finding in standing]
        listed = [*wanted, *((finding, why.reason) for finding, why in aside)]
        keys = {finding.key for finding, _ in listed}
        focused = next((k for k, row in self.rows.items() if row.hasFocus()), None)
        order = [*self.rows]
        for key in [key for key in self.rows if key not in keys]:
            row = self.rows.pop(key)
            row.hide()
            row.deleteLater()
        self.rows = {finding.key: self._row(finding, reason) for finding, reason in listed}
        self._arrange(standing, aside)
        if focused and focused not in self.rows and self.rows:
            self._focus_near(order, focused)

    def _row(self, finding: Finding, reason: str | None) -> FindingRow:
        row = self.rows.get(finding.key)
        if row is None:
            row = FindingRow(finding, self._compact)
            row.editable = self.editable
            row.led.connect(self.led)
            row.improve_asked.connect(self.improve_asked)
            row.aside_asked.connect(self.aside_asked)
            row.back_asked.connect(self.back_asked)
            row.step_asked.connect(self._step)
        row.show_finding(finding, reason)
        return row

    def _arrange(self, standing: Sequence[Finding], aside: Sequence[Aside]) -> None:
        """Rows in their order, under the names of their severities."""
        while self._column.count():
            self._column.takeAt(0)
        for head in self._heads:
            head.deleteLater()
        self._heads = []
        if not standing:
            self._head(tr("Nothing to remark on this map so far."))
        before: Severity | None = None
        for finding in standing:
            if finding.severity is not before and not self._compact:
                self._head(tr(SEVERITY_NAMES[finding.severity]))
            before = finding.severity
            self._column.addWidget(self.rows[finding.key])
        if aside:
            self._head(tr("Findings set aside"))
        for finding, _ in aside:
            self._column.addWidget(self.rows[finding.key])
        self._column.addStretch(1)

    def _head(self, text: str) -> None:
        head = label(text, "group")
        head.setContentsMargins(12, 10, 12, 4)
        self._heads.append(head)
        self._column.addWidget(head)

    def _step(self, by: int) -> None:
        rows = list(self.rows.values())
        here = next((n for n, row in enumerate(rows) if row.hasFocus()), 0)
        there = rows[max(0, min(len(rows) - 1, here + by))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(there, 0, 8)

    def _focus_near(self, order: Sequence[str], gone: str) -> None:
        """The focus goes to what stands where a row was."""
        later = [*order[order.index(gone) :], *reversed(order)]
        there = next((key for key in later if key in self.rows), next(iter(self.rows)))
        self.rows[there].setFocus(Qt.FocusReason.OtherFocusReason)
