"""The analysis of one workspace: keeps strip and pages live, and does what they ask for."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journeyeditor.analysis.finding import Finding, Leads
from journeyeditor.model.change import Change, Label
from journeyeditor.model.choices import ImprovementState, SegmentKind
from journeyeditor.model.edits import findings
from journeyeditor.model.edits.records import remove_records, set_fields
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Improvement, JourneyMap, Segment
from journeyeditor.translation import tr
from journeyeditor.ui.analysis.backroom import Backroom
from journeyeditor.ui.analysis.dialogs import AsideDialog, LimitsDialog
from journeyeditor.ui.analysis.improvement import ImprovementSheet
from journeyeditor.ui.analysis.leading import lead_to
from journeyeditor.ui.analysis.live import Insight, Live, Question
from journeyeditor.ui.analysis.strip import FindingsStrip
from journeyeditor.ui.analysis.view import (
    COMPARISON_PAGE,
    IMPROVEMENTS_PAGE,
    OVERVIEW_PAGE,
    AnalysisView,
    FindingsPanel,
    ImprovementsPage,
    Overview,
    Page,
)

if TYPE_CHECKING:
    from journeyeditor.ui.settings import Settings
    from journeyeditor.ui.workspace import Workspace

Edit = Callable[[Project], Change | None]


class Desk(QObject):
    """What a workspace knows of its analysis.

    `only` is the segment that is looked at, "" for all; `other` the map to compare with, or "".
    `turned` tells that the map gave place to the analysis, or the other way.
    """

    turned = Signal()

    def __init__(self, workspace: "Workspace", settings: "Settings") -> None:
        super().__init__(workspace)
        self._workspace, self._settings = workspace, settings
        self.only = self.other = ""
        self.insight: Insight | None = None
        room, asset_bytes = Backroom(self), workspace.document.assets.read
        self.live = Live(room, self)
        self.strip = FindingsStrip(room, asset_bytes)
        self.view = AnalysisView(room, asset_bytes)
        self._sheet: ImprovementSheet | None = None
        self._limits: LimitsDialog | None = None
        self.live.gained.connect(self._show)
        self._editable = True
        self._connect()

    def lock(self) -> None:
        """Let the analysis only be read."""
        self._editable = False
        _lock_findings(self.strip)

    @property
    def shown(self) -> bool:
        """Whether the analysis is shown in place of the map."""
        return not self.view.isHidden()

    @property
    def shows_strip(self) -> bool:
        return not self.strip.isHidden()

    # What commands ask for

    def turn(self, analysis: bool) -> None:
        """Show the analysis, or the map."""
        if analysis != self.shown:
            self._workspace.flush()
            self.turned.emit()
            self._workspace.status.show_map_tools(not analysis)
            self.refresh()
            (self.view.tabs if analysis else self._workspace.canvas).setFocus()
            self._workspace.changed.emit()

    def toggle_strip(self) -> None:
        """Show the strip under the map, or hide it."""
        self.strip.setVisible(not self.shows_strip)
        self._settings.remember_flag("findings-strip", self.shows_strip)
        self.refresh()
        self._workspace.changed.emit()

    def look_at(self, segment: Id) -> None:
        """Analyse one segment only; "" for all."""
        self.only = segment
        self.refresh()

    def compare_with(self, map: Id) -> None:
        """Compare with another map; "" for none."""
        self.other = map
        self.refresh()
        if map:
            self.view.tabs.setCurrentIndex(COMPARISON_PAGE)

    def segments(self) -> list[tuple[str, Id]]:
        """The segments that can be looked at, by name."""
        segments = self._workspace.project.segments(self._workspace.map)
        ours = (it for it in segments if it.kind is SegmentKind.OWN)
        return [(it.name or tr("Untitled"), it.id) for it in ours]

    def other_maps(self) -> list[tuple[str, Id]]:
        """The maps to compare with, by name."""
        here = self._workspace.map
        maps = self._workspace.project.maps()
        return [(map.name or tr("Untitled"), map.id) for map in maps if map.id != here]

    def ask_limits(self) -> None:
        """Let the limits of the analysis be changed."""
        workspace = self._workspace
        self._limits = LimitsDialog(workspace, workspace.project)
        self._limits.asked.connect(self._set_limits)
        self._limits.exec()
        self._limits = None

    def show_improvements(self) -> None:
        """Show the board of improvements."""
        self.turn(True)
        self.view.tabs.setCurrentIndex(IMPROVEMENTS_PAGE)

    def add_improvement(self) -> None:
        """A new improvement of the whole project, opened to be filled in."""
        self._open_new(lambda p: findings.add_improvement(p, tr("New improvement"), ()))

    def close(self) -> None:
        """Let go of the document."""
        self.live.close()

    # Keeping up

    def refresh(self) -> None:
        """Analyse anew what is looked at, if anybody looks."""
        project, map = self._workspace.project, self._workspace.map
        self.only = self.only if _is_of(project, map, self.only) else ""
        known = self.other != map and project.find(JourneyMap, self.other)
        self.other = self.other if known else ""
        if self.shown or self.shows_strip:
            self.live.ask(Question(project, map, self.only or None, self.other or None))
        if self._limits:
            self._limits.show_limits(project)
        if self._sheet:
            self._sheet.show_project(project)

    def _show(self, insight: Insight | None) -> None:
        self.insight = insight
        self.strip.show_insight(insight)
        self.view.show_insight(insight)
        self._show_findings()
        self._workspace.changed.emit()

    def _show_findings(self) -> None:
        if self.insight is None:
            return
        standing, aside = self.insight.standing, self.insight.aside
        self.strip.show_findings(standing, aside)
        if self.only:
            standing = tuple(it for it in standing if self._concerns(it))
            aside = tuple((it, why) for it, why in aside if self._concerns(it))
        overview = self.view.pages.get(OVERVIEW_PAGE)
        if isinstance(overview, Overview):
            overview.findings.show_findings(standing, aside)

    def _concerns(self, finding: Finding) -> bool:
        """Whether a finding has to do with the segment that is looked at."""
        assert self.insight
        leads = finding.leads
        here = {card.id for card in self.insight.shown.cards}
        cells = {segment for _, segment in leads.cells}
        return self.only in (*leads.segments, *cells) or not here.isdisjoint(leads.placements)

    # What strip and pages ask for

    def _connect(self) -> None:
        for part in (self.strip, self.view):
            part.led.connect(self.lead)
        self._connect_findings(self.strip)
        self.strip.close_asked.connect(self.toggle_strip)
        self.view.made.connect(self._connect_page)

    def _connect_findings(self, held: FindingsStrip | FindingsPanel) -> None:
        held.head.limits_asked.connect(self.ask_limits)
        held.head.aside_toggled.connect(self._show_findings)
        held.list.led.connect(lambda finding: self.lead(finding.leads))
        held.list.improve_asked.connect(self.improve)
        held.list.aside_asked.connect(self.set_aside)
        held.list.back_asked.connect(self.bring_back)

    def _connect_page(self, page: Overview | Page) -> None:
        if isinstance(page, Overview):
            self._connect_findings(page.findings)
            if not self._editable:
                _lock_findings(page.findings)
            self._show_findings()
        elif isinstance(page, ImprovementsPage):
            page.new_asked.connect(self.add_improvement)
            page.opened.connect(self.open_sheet)
            page.board.opened.connect(self.open_sheet)
            page.board.moved.connect(self._move)
            page.board.removed.connect(self._remove)
            if not self._editable:
                page.lock()

    def lead(self, leads: Leads) -> None:
        """Show where something leads, on the map."""
        self.turn(False)
        lead_to(self._workspace, leads)

    def improve(self, finding: Finding) -> None:
        """An idea for what a finding names."""
        title, cards = finding.title(tr), finding.leads.placements
        change = self._do(lambda p: findings.add_improvement(p, title, cards))
        if change:
            count = len(change.after)
            made = tr.plural("{count} improvement made", "{count} improvements made", count)
            self._workspace.status.tell(f"{made}: {title}")

    def set_aside(self, finding: Finding) -> None:
        """Set a finding aside, with a reason."""
        title = finding.title(tr)
        dialog = AsideDialog(self._workspace, title)
        if dialog.exec():
            reason = dialog.reason.text().strip()
            self._do(lambda p: findings.set_aside(p, finding.key, title, reason))

    def bring_back(self, finding: Finding) -> None:
        """Let a finding stand again."""
        title = finding.title(tr)
        self._do(lambda p: findings.bring_back(p, finding.key, title))

    def open_sheet(self, id: Id) -> None:
        """Show all about an improvement, to be edited."""
        workspace = self._workspace
        self._sheet = ImprovementSheet(workspace, id)
        self._sheet.left.connect(workspace.document.seal)
        self._sheet.led.connect(lambda: self._lead_from_sheet(id))
        self._sheet.show_project(workspace.project)
        if self._editable:
            self._sheet.edited.connect(workspace.editor.do)
        else:
            self._sheet.lock()
        self._sheet.exec()
        self._sheet = None
        page = self.view.pages.get(IMPROVEMENTS_PAGE)
        if isinstance(page, ImprovementsPage):
            page.board.go_to(id)

    def _lead_from_sheet(self, id: Id) -> None:
        assert self._sheet
        self._sheet.close()
        improvement = self._workspace.project.find(Improvement, id)
        if improvement and improvement.subject:
            self.turn(False)
            self._workspace.show_touched([improvement])

    def _open_new(self, edit: Edit) -> None:
        if change := self._do(edit):
            self.open_sheet(next(iter(change.after)))

    def _move(self, id: Id, state: ImprovementState) -> None:
        step = Label("Move an improvement")
        self._do(lambda p: set_fields(p, Improvement, [id], step, state=state))

    def _remove(self, id: Id) -> None:
        self._do(lambda p: remove_records(p, Improvement, [id], Label("Delete an improvement")))

    def _set_limits(self, limits: Mapping[str, float]) -> None:
        self._do(lambda p: findings.set_limits(p, limits))

    def _do(self, edit: Edit) -> Change | None:
        """A step of its own."""
        self._workspace.document.seal()
        return self._workspace.editor.do(edit)


def _lock_findings(held: FindingsStrip | FindingsPanel) -> None:
    """Let findings only be read."""
    held.head.limits.hide()
    held.list.editable = False


def _is_of(project: Project, map: Id, segment: Id) -> bool:
    found = project.find(Segment, segment)
    return found is not None and found.map == map
