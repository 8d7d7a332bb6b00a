"""The inspector's heading: code, place, name, and the facts that matter most."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journeyeditor.analysis.completeness import completeness
from journeyeditor.catalogue import channel_icon, channel_name
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    Channel,
    JourneyMap,
    Placement,
    ProjectInfo,
    Segment,
    Stage,
    Touchpoint,
)
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import ElidedLabel, label, line, tool_button
from journeyeditor.ui.chrome.look import current_theme
from journeyeditor.ui.inspector.chip import DIAMOND, Chip, FactLine
from journeyeditor.ui.inspector.fields.field import SEVERAL, Subject, common
from journeyeditor.ui.inspector.ring import CompletenessRing


class Header(QFrame):
    """Says what the form below is about."""

    close_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector-header")
        self.code = label("", "code")
        self.place = ElidedLabel("note")
        self.name = label("", "title", wrap=True)
        self.channel = Chip()
        self.critical = Chip()
        self.ring = CompletenessRing()
        self.menu = tool_button("ellipsis", tr("More actions"))
        self.menu.clicked.connect(self._open_menu)
        close = tool_button("x", tr("Close the inspector"))
        close.clicked.connect(self.close_asked)
        top, chips = QHBoxLayout(), QHBoxLayout()
        line([self.code], top, 8)
        top.addWidget(self.place, 1)
        top.addWidget(self.menu)
        top.addWidget(close)
        self.facts = FactLine([self.channel, self.critical], self.ring)
        chips.setContentsMargins(0, 4, 4, 2)
        chips.addWidget(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 6)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.name)
        column.addLayout(chips)
        self.refresh(Project(), {})

    def refresh(self, project: Project, subject: Subject) -> None:
        """Say what is selected."""
        code, place, name = _words(project, subject)
        self.code.setText(code)
        self.code.setVisible(bool(code))
        self.place.setText(place)
        self.name.setText(name)
        self.name.setVisible(bool(name))
        self.menu.setVisible(any(subject.get(kind) for kind in (Placement, Stage, Segment)))
        self._show_chips(project, subject)
        cards = subject.get(Placement, ())
        self.ring.setVisible(len(cards) == 1)
        if len(cards) == 1:
            self.ring.show_completeness(completeness(project, project.get(Placement, cards[0])))
        self.facts.arrange()

    def _open_menu(self) -> None:
        self.menu_asked.emit(self.menu.mapToGlobal(QPoint(0, self.menu.height() + 2)))

    def _show_chips(self, project: Project, subject: Subject) -> None:
        cards = [project.get(Placement, id) for id in subject.get(Placement, ())]
        channels = [project.get(Touchpoint, id).channel for id in subject.get(Touchpoint, ())]
        shared = common(channels)
        channel = None if shared is SEVERAL else project.find(Channel, shared)
        if channel:
            colour = current_theme().family(channel.family)
            self.channel.show_fact(
                channel_name(channel, tr.language), channel_icon(channel), colour
            )
        self.channel.setVisible(channel is not None)
        self.critical.show_fact(tr("Critical moment"), DIAMOND, current_theme().text)
        self.critical.setVisible(bool(cards) and all(card.critical for card in cards))


def _words(project: Project, subject: Subject) -> tuple[str, str, str]:
    """Code, place and name of the subject; where there are several, how many."""
    if cards := subject.get(Placement):
        if len(cards) > 1:
            return "", "", tr.plural("{count} card", "{count} cards", len(cards))
        card = project.get(Placement, cards[0])
        touchpoint = project.get(Touchpoint, card.touchpoint)
        stage, segment = project.get(Stage, card.stage), project.get(Segment, card.segment)
        return touchpoint.code, " · ".join((stage.name, segment.name)), touchpoint.name
    if stages := subject.get(Stage):
        name = project.get(Stage, stages[0]).name
        many = tr.plural("{count} stage", "{count} stages", len(stages))
        return ("", tr("Stage"), name) if len(stages) == 1 else ("", "", many)
    if segments := subject.get(Segment):
        name = project.get(Segment, segments[0]).name
        many = tr.plural("{count} segment", "{count} segments", len(segments))
        return ("", tr("Segment"), name) if len(segments) == 1 else ("", "", many)
    map = next((project.find(JourneyMap, id) for id in subject.get(JourneyMap, ())), None)
    name = next((info.name for info in project.all(ProjectInfo)), "")
    return ("", name, map.name) if map else ("", "", name)
