"""The field for how a segment feels at a card: a slider of five faces."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeyeditor.catalogue import EMOTION_NAMES, emotion_level
from journeyeditor.drawing.faces import LEVELS
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.change import Label
from journeyeditor.model.edits.records import set_fields
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.marks import paint_face

BIG, SMALL, STOP = 36, 28, 48
TRACK = 58
"""How far below the top the line lies on which the knob stands."""


class EmotionField(Field):
    """Chooses one of five faces; a finer value from an import stays until another is chosen."""

    about = Placement
    covers = frozenset({(Placement, "emotion")})

    def __init__(self) -> None:
        super().__init__(tr("How do they feel?"))
        self.slider = EmotionSlider()
        self.hold(self.slider)
        self.slider.chosen.connect(self._choose)
        self._ids: tuple[str, ...] = ()

    def refresh(self, project: Project, subject: Subject) -> None:
        self._ids = tuple(subject.get(Placement, ()))
        cards = [project.get(Placement, id) for id in self._ids]
        value = common([card.emotion for card in cards])
        segment = common([card.segment for card in cards])
        self.slider.show_emotion(None if value is SEVERAL else value)
        one = None if segment is SEVERAL else project.find(Segment, segment)
        self.say(one.name if one else "")
        self.show_several(value is SEVERAL)

    def _choose(self, level: int | None) -> None:
        ids, value = self._ids, None if level is None else float(level)
        step = Label("Set emotion") if value is not None else Label("Clear emotion")
        self.edited.emit(lambda p: set_fields(p, Placement, ids, step, merge=True, emotion=value))


class EmotionSlider(QWidget):
    """Five faces over a line with a knob; arrows walk them, Delete clears."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._emotion: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Arrow keys change it, Delete clears it"))

    def show_emotion(self, emotion: float | None) -> None:
        """Show a value from -2 to +2, or that there is none."""
        self._emotion = emotion
        level = self.level
        name = tr("Not rated") if level is None else tr(EMOTION_NAMES[level])
        self.setAccessibleDescription(name)
        self.update()

    @property
    def level(self) -> int | None:
        """The face that stands for the value."""
        return None if self._emotion is None else emotion_level(self._emotion)

    def stop(self, level: int) -> QPoint:
        """The middle of a level's face."""
        return QPoint(round(self.width() * (level + 2.5) / len(LEVELS)), 2 + STOP // 2)

    def sizeHint(self) -> QSize:
        return QSize(240, TRACK + 10 + 2 * QFontMetrics(font(11)).height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pick(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pick(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        level = self.level
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
        if step := steps.get(Qt.Key(event.key())):
            self._ask(0 if level is None else max(-2, min(2, level + step)))
        elif event.key() == Qt.Key.Key_Home:
            self._ask(-2)
        elif event.key() == Qt.Key.Key_End:
            self._ask(2)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and level is not None:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line_strong), 2))
        painter.drawLine(QPoint(self.stop(-2).x(), TRACK), QPoint(self.stop(2).x(), TRACK))
        for level in LEVELS:
            self._paint_stop(painter, level, theme)

    def _paint_stop(self, painter: QPainter, level: int, theme: Theme) -> None:
        chosen = level == self.level
        centre = QPointF(self.stop(level))
        if chosen:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawEllipse(centre, STOP / 2 - 1, STOP / 2 - 1)
            painter.setBrush(QColor(theme.card))
            painter.drawEllipse(QPointF(centre.x(), TRACK), 7, 7)
        else:
            painter.setPen(QPen(QColor(theme.line_strong), 2))
            tick = QPointF(centre.x(), TRACK)
            painter.drawLine(tick - QPointF(0, 3), tick + QPointF(0, 3))
        size = BIG if chosen else SMALL
        paint_face(painter, level, centre, size, theme)
        painter.setFont(font(11, 600 if chosen else 400))
        painter.setPen(QColor(theme.text if chosen else theme.text2))
        width = self.width() / len(LEVELS)
        words = QRectF(centre.x() - width / 2 + 2, TRACK + 10, width - 4, self.height() - TRACK)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), tr(EMOTION_NAMES[level]))

    def _pick(self, event: QMouseEvent) -> None:
        part = event.position().x() / max(1, self.width())
        self._ask(max(-2, min(2, int(part * len(LEVELS)) - 2)))

    def _ask(self, level: int) -> None:
        if level != self._emotion:
            self.chosen.emit(level)
