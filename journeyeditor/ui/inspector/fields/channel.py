"""The field for a touchpoint's channel."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from journeyeditor.catalogue import (
    BUILTIN_CHANNELS,
    channel_icon,
    channel_name,
    channels_on_offer,
    family_name,
)
from journeyeditor.drawing.theme import Theme
from journeyeditor.model.edits.touchpoints import new_channel, set_channel
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.icons import paint_icon_centred
from journeyeditor.ui.chrome.look import current_theme, font
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.marks import Mark
from journeyeditor.ui.inspector.picker import New, Offer, Picker


class ChannelField(Field):
    """Shows the channel with its icon and family; opens a list to choose or make one."""

    about = Touchpoint
    covers = frozenset({(Touchpoint, "channel")})

    def __init__(self) -> None:
        super().__init__(tr("Channel"))
        self.button = ChannelButton()
        self.hold(self.button)
        self._project = Project()
        self._subject: Subject = {}
        self.button.asked.connect(self.open)

    def refresh(self, project: Project, subject: Subject) -> None:
        self._project, self._subject = project, subject
        ids = subject.get(Touchpoint, ())
        channel = common([project.get(Touchpoint, id).channel for id in ids])
        if channel is SEVERAL:
            self.button.show_channel(None, tr("Several channels"))
        else:
            self.button.show_channel(project.find(Channel, channel), tr("Choose a channel"))

    def open(self, text: str = "") -> None:
        """Open the list, with some text typed already."""
        offers = [offer_channel(c, current_theme()) for c in self._offered()]
        if any(self._project.get(Touchpoint, id).channel for id in self._subject[Touchpoint]):
            none = Offer(None, tr("No channel"), mark=Mark(icon="circle-dashed"))
            offers.append(none)
        picker = Picker(self, offers, tr("Search or add a channel"), makes=True)
        picker.chosen.connect(self._choose)
        picker.open_at(self.button, text)

    def _offered(self) -> tuple[Channel, ...]:
        return channels_on_offer(self._project, tr.language)

    def _choose(self, value: object) -> None:
        channel = new_channel(value.name) if isinstance(value, New) else value
        assert channel is None or isinstance(channel, Channel)
        ids = tuple(self._subject[Touchpoint])
        self.edited.emit(lambda project: set_channel(project, ids, channel))
        self.left.emit()
        self.button.setFocus()


def offer_channel(channel: Channel, theme: Theme) -> Offer:
    """A channel as an entry of a list."""
    mark = Mark(icon=channel_icon(channel), colour=theme.family(channel.family))
    family = family_name(channel.family, tr.language)
    aliases = next((b.aliases for b in BUILTIN_CHANNELS if b.key == channel.builtin), ())
    return Offer(channel, channel_name(channel, tr.language), family, mark, aliases)


class ChannelButton(QAbstractButton):
    """A button that looks like a field."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._channel: Channel | None = None
        self._empty = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.asked.emit(""))

    def show_channel(self, channel: Channel | None, empty: str) -> None:
        """Show a channel, or the words that stand for none."""
        self._channel, self._empty = channel, empty
        name = channel_name(channel, tr.language) if channel else empty
        self.setText(name)
        self.setAccessibleDescription(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, max(32, self.fontMetrics().height() + 14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)
        if event.key() in keys:
            self.asked.emit("")
        elif event.text().strip() and event.text().isprintable():
            self.asked.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if focus else theme.field), 2 if focus else 1))
        painter.setBrush(QColor(theme.sunken if self.underMouse() else theme.card))
        inset = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        left, middle = 10.0, self.height() / 2
        if self._channel:
            colour = theme.family(self._channel.family)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, middle - 8, 3, 16), 1.5, 1.5)
            icon = channel_icon(self._channel)
            paint_icon_centred(painter, QPointF(left + 19, middle), 16, icon, colour)
            left += 34
        self._paint_words(painter, left, theme)
        chevron = QPointF(self.width() - 16, middle)
        paint_icon_centred(painter, chevron, 14, "chevron-down", theme.text3)

    def _paint_words(self, painter: QPainter, left: float, theme: Theme) -> None:
        note = family_name(self._channel.family, tr.language) if self._channel else ""
        words = ((self.text(), 12.5, theme.text if self._channel else theme.text3),
                 (note, 12.5, theme.text3))  # fmt: skip
        for text, size, colour in words:
            painter.setFont(font(size))
            painter.setPen(QColor(colour))
            room = self.width() - 30 - left
            elide = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, elide, max(0, int(room)))
            place = QRectF(left, 0, room, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            left += painter.fontMetrics().horizontalAdvance(shown) + 8
