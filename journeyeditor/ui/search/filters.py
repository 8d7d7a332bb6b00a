"""The filter: chips for what cards must be like, in a panel under the filter's button."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.analysis.filtering import NONE, Filter, owners_of
from journeyeditor.catalogue import EMOTION_NAMES, channel_icon, channel_name
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Channel, Party, Touchpoint
from journeyeditor.model.text import fold
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label
from journeyeditor.ui.chrome.flow import Flow
from journeyeditor.ui.chrome.icons import dress
from journeyeditor.ui.search.search import Search

WIDTH = 380
GAP = 4


class Option(NamedTuple):
    """A chip: its words, the filter with it the other way round, whether it's on, its icon."""

    text: str
    turned: Callable[[Filter], Filter]
    on: Callable[[Filter], bool]
    icon: str = ""


class FilterPanel(QFrame):
    """Changes the filter as chips are pressed; closes on Esc or a click elsewhere."""

    closed = Signal()

    def __init__(self, search: Search, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("filters")
        self.setAccessibleName(tr("Filter the cards"))
        self._search = search
        self._chips: list[tuple[QToolButton, Option]] = []
        self._reset = button(tr("Clear the filter"), look="link")
        self._reset.clicked.connect(search.clear_filter)
        head = QHBoxLayout()
        head.addWidget(label(tr("Filter the cards"), "heading"))
        head.addStretch(1)
        head.addWidget(self._reset)
        self._sections = QWidget()
        self._sections.setObjectName("content")
        column = QVBoxLayout(self._sections)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for title, options in sections(search.project, search.map):
            self._add_section(column, title, options)
        area = QScrollArea()
        area.setWidget(self._sections)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 14)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(area, 1)
        search.changed.connect(self._refresh)
        self._refresh()

    def open_below(self, anchor: QWidget) -> None:
        """Show under a widget, within its screen, with the keyboard on the first chip."""
        screen = anchor.screen().availableGeometry()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - WIDTH, anchor.height() + GAP))
        inner = WIDTH - 32
        needed = self._sections.heightForWidth(inner) + 72
        room = screen.bottom() - corner.y() - GAP
        self.setFixedSize(WIDTH, min(needed, room))
        self.move(max(screen.left() + GAP, corner.x()), corner.y())
        self.show()
        if self._chips:
            self._chips[0][0].setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._search.changed.disconnect(self._refresh)
        super().closeEvent(event)

    def _add_section(self, column: QVBoxLayout, title: str, options: Iterable[Option]) -> None:
        column.addWidget(label(title, "label"))
        flow = Flow()
        for option in options:
            chip = QToolButton()
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.setText(option.text.replace("&", "&&"))
            chip.setAccessibleName(f"{title}: {option.text}")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            if option.icon:
                dress(chip, option.icon, size=14, gap=3)
            chip.clicked.connect(lambda _=False, option=option: self._turn(option))
            flow.add(chip)
            self._chips.append((chip, option))
        column.addWidget(flow)

    def _turn(self, option: Option) -> None:
        self._search.set_filter(option.turned(self._search.quest.filter))

    def _refresh(self) -> None:
        filter = self._search.quest.filter
        for chip, option in self._chips:
            chip.setChecked(option.on(filter))
        self._reset.setVisible(filter.count > 0)


def sections(project: Project, map: Id) -> Iterator[tuple[str, list[Option]]]:
    """What the cards of a map can be told apart by: titles with their chips."""
    cards = project.placements(map)
    yield tr("Card"), _kinds()
    yield tr("Emotion"), _emotions()
    yield tr("Owner"), _owners(project, {id for card in cards for id in owners_of(project, card)})
    points = (project.get(Touchpoint, card.touchpoint) for card in cards)
    yield tr("Channel"), _channels(project, {point.channel or NONE for point in points})


def _kinds() -> list[Option]:
    return [
        Option(
            tr("Critical moment"),
            lambda f: replace(f, critical=not f.critical),
            lambda f: f.critical,
            "diamond",
        ),
        Option(
            tr("Incomplete"),
            lambda f: replace(f, incomplete=not f.incomplete),
            lambda f: f.incomplete,
            "circle-dashed",
        ),
    ]


def _emotions() -> list[Option]:
    levels = [_one_of("emotions", level, tr(name)) for level, name in EMOTION_NAMES.items()]
    return [*levels, _one_of("emotions", None, tr("Not rated"))]


def _owners(project: Project, ids: set[Id]) -> list[Option]:
    parties = [party for id in ids if (party := project.find(Party, id))]
    named = sorted((fold(party.name), party.id, party.name) for party in parties)
    chips = [_one_of("owners", id, name) for _, id, name in named]
    return chips + ([_one_of("owners", NONE, tr("No owner"))] if NONE in ids else [])


def _channels(project: Project, ids: set[Id]) -> list[Option]:
    found = [channel for id in ids if (channel := project.find(Channel, id))]
    named = sorted(
        (fold(name), channel.id, name, channel_icon(channel))
        for channel in found
        for name in [channel_name(channel, tr.language)]
    )
    chips = [_one_of("channels", id, name, icon) for _, id, name, icon in named]
    return chips + ([_one_of("channels", NONE, tr("No channel"))] if NONE in ids else [])


def _one_of(field: str, value: object, text: str, icon: str = "") -> Option:
    """A chip for one of the values that a field of the filter lets pass."""
    return Option(
        text,
        lambda f: replace(f, **{field: getattr(f, field) ^ {value}}),
        lambda f: value in getattr(f, field),
        icon,
    )
