"""The choices of the tool bar while the analysis is shown: which segment, compared with what."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar

from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import Choice

if TYPE_CHECKING:
    from journeyeditor.ui.analysis.desk import Desk


class AnalysisTools:
    """Two choices; hidden while the map is shown."""

    def __init__(self) -> None:
        self.segment = Choice(tr("Segment"), prefix=tr("Segment"))
        self.other = Choice(tr("Compare with"), prefix=tr("Compare with"))
        self._actions: list[QAction] = []

    def add_to(self, bar: QToolBar, desk: "Desk") -> None:
        """Put the choices at the end of a tool bar."""
        for choice, choose in ((self.segment, desk.look_at), (self.other, desk.compare_with)):
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            choice.activated.connect(
                lambda _, choice=choice, choose=choose: choose(choice.currentData())
            )
            self._actions.append(bar.addWidget(choice))

    def update_from(self, desk: "Desk") -> None:
        """Offer what there is now."""
        for action in self._actions:
            action.setVisible(desk.shown)
        if desk.shown:
            self.segment.fill([(tr("All"), ""), *desk.segments()], desk.only)
            self.other.fill([(tr("Nothing"), ""), *desk.other_maps()], desk.other)
            self.other.setEnabled(self.other.count() > 1)
