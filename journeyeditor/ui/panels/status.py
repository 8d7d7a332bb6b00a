"""The status bar: is the work safe, how much is there, what is selected, how near it is seen."""

import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStackedLayout,
    QWidget,
)

from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Touchpoint
from journeyeditor.storage.status import State, Status
from journeyeditor.translation import tr
from journeyeditor.ui.canvas.hints import Hint, plain
from journeyeditor.ui.chrome.controls import ElidedLabel, button, label, line
from journeyeditor.ui.chrome.icons import pixmap
from journeyeditor.ui.chrome.look import current_theme

SLIDER = 100
"""Steps of the zoom slider to either side of 100 %."""
NEAREST = 4.0
"""The largest zoom of the slider; the smallest is its inverse."""
SAID = 4000
"""Milliseconds for which a word of what was done stays."""


class StatusBar(QFrame):
    """One line at the bottom of the window."""

    retry_asked = Signal()
    copy_asked = Signal()
    zoom_asked = Signal(float)
    unfilter_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self._icon = QLabel()
        self.saved = label("", "ok")
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self.retry = button(tr("Retry"), look="link")
        self.copy = button(tr("Save a copy…"), look="link")
        self.counts, self.hint = _yielding(), _yielding()
        self.filter = button("", "list-filter", look="link")
        self.filter.setToolTip(tr("Clear the filter"))
        self.filter.hide()
        self.selection = label("")
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(-SLIDER, SLIDER)
        self.zoom.setFixedWidth(110)
        self.zoom.setAccessibleName(tr("Zoom"))
        self.percent = label("")
        self.percent.setMinimumWidth(self.fontMetrics().horizontalAdvance("400 %"))
        self.gesture = GestureLine()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._usual())
        self._pages.addWidget(self.gesture)
        self.setMinimumHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retry.clicked.connect(self.retry_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.filter.clicked.connect(self.unfilter_asked)
        self.zoom.valueChanged.connect(lambda v: self.zoom_asked.emit(NEAREST ** (v / SLIDER)))

    def _usual(self) -> QWidget:
        """What is told while no gesture goes on."""
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        safe = line([self._icon, self.saved, self.retry, self.copy], QHBoxLayout(), 6)
        row.addLayout(safe)
        for part in (self.counts, self.filter, self.hint):
            row.addWidget(part)
        row.addStretch(1)
        for last in (self.selection, self.zoom, self.percent):
            row.addWidget(last)
        return page

    def show_status(self, status: Status, name: str, *, read_only: bool) -> None:
        """What is true of the file of that name."""
        if read_only:
            self._say(tr("Read only"), "lock", "")
        elif status.state is State.FAILED and status.why:
            words = tr("Not saved to {file}: {why}", file=name, why=status.why.what)
            self._say(words, "triangle-alert", "failed")
        elif status.state is State.SAVING:
            self._say(tr("Saving…"), "rotate-ccw", "")
        elif status.state is State.CHANGED:
            words = tr("Another program changed {file}", file=name)
            self._say(words, "triangle-alert", "changed")
        else:
            self._say(tr("All changes saved"), "circle-check", "ok")

    def _say(self, words: str, icon: str, role: str) -> None:
        """`role` is "ok", "failed", "changed" or "" (still being written)."""
        theme = current_theme()
        colours = {"ok": theme.ok, "failed": theme.danger, "changed": theme.warn}
        colour = colours.get(role, theme.text3)
        self._icon.setPixmap(pixmap(icon, colour, 14, self.devicePixelRatio()))
        self.saved.setText(words)
        self.saved.setToolTip(words)
        if self.saved.property("role") != role:
            self.saved.setProperty("role", role)
            self.saved.style().unpolish(self.saved)
            self.saved.style().polish(self.saved)
        self.retry.setVisible(role == "failed")
        self.copy.setVisible(role == "failed")

    def count(self, project: Project, map: Id) -> None:
        """How much there is on a map."""
        cards = project.placements(map)
        unique = len({card.touchpoint for card in cards})
        parts = [
            tr.plural("{count} stage", "{count} stages", len(project.stages(map))),
            tr.plural("{count} segment", "{count} segments", len(project.segments(map))),
            tr.plural("{count} touchpoint", "{count} touchpoints", len(cards)),
        ]
        if unique < len(cards):
            parts[-1] = tr("{touchpoints} ({unique} unique)", touchpoints=parts[-1], unique=unique)
        self.counts.setText(" · ".join(parts))

    def show_filter(self, on: bool, shown: int, count: int) -> None:
        """Whether a filter is on, and how many of the map's cards it shows."""
        self.filter.setVisible(on)
        self.filter.setText(tr("Filter: {shown} of {count} · Clear", shown=shown, count=count))

    def show_hint(self, hint: Hint) -> None:
        """What the gesture under way will do.

        With keys it takes the whole line while it lasts, else only the place of the counts.
        """
        if hint.keys:
            self.gesture.show_hint(hint)
        self._pages.setCurrentIndex(1 if hint.keys else 0)
        words = "" if hint.keys else str(hint)
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.counts.setVisible(not words)

    def tell(self, words: str) -> None:
        """Say for a few seconds what has been done."""
        self.show_hint(plain(words))
        QTimer.singleShot(SAID, self, lambda: self._told(words))

    def _told(self, words: str) -> None:
        if self.hint.text() == words:
            self.show_hint(Hint())

    def show_map_tools(self, shown: bool) -> None:
        """Show the zoom and what is selected, or not, while the map is not shown."""
        for part in (self.selection, self.zoom, self.percent):
            part.setVisible(shown)

    def show_zoom(self, zoom: float) -> None:
        """The present zoom; 1.0 is 100 %."""
        self.percent.setText(tr.percent(zoom))
        blocked = self.zoom.blockSignals(True)
        self.zoom.setValue(round(SLIDER * math.log(max(zoom, 0.01)) / math.log(NEAREST)))
        self.zoom.blockSignals(blocked)


class GestureLine(QWidget):
    """A sentence about what goes on under the pointer; at the right what keys would do."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._keys: tuple[tuple[str, str], ...] = ()
        self._caps = QHBoxLayout()
        self._caps.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self.sentence, 1)
        row.addLayout(self._caps)

    def show_hint(self, hint: Hint) -> None:
        self.sentence.setText(hint.rich)
        if hint.keys != self._keys:
            self._keys = hint.keys
            while item := self._caps.takeAt(0):
                if part := item.widget():
                    part.deleteLater()
            for cap, meaning in hint.keys:
                key = label(cap)
                key.setObjectName("keycap")
                self._caps.addWidget(key)
                self._caps.addWidget(label(meaning))
                self._caps.addSpacing(8)


def _yielding() -> ElidedLabel:
    """A label that gets narrower than its text where others need the room."""
    made = ElidedLabel()
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setMinimumWidth(40)
    return made


def describe_selection(project: Project, cards: list[Id]) -> str:
    """The selected cards in a few words."""
    if not cards:
        return ""
    if len(cards) > 1:
        return tr.plural("{count} selected", "{count} selected", len(cards))
    code = project.get(Touchpoint, project.get(Placement, cards[0]).touchpoint).code
    return tr("1 selected: {code}", code=code) if code else tr("1 selected")
