"""How a map is put on pages: on one, on several, or cut into sheets."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeyeditor.exporting.paper import FIT, MILLIMETRE, WIDEST_MARGIN
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.check import Check
from journeyeditor.ui.chrome.controls import Choice
from journeyeditor.ui.exporting.numbers import BoundedNumber, Measure, millimetres
from journeyeditor.ui.exporting.papers import PaperField
from journeyeditor.ui.exporting.rows import Rows

ONE_PAGE, TO_WIDTH, SHEETS, COUNTED = "page", "width", "sheets", "counted"
"""How a map is put on paper."""

STRIP = (0, round(WIDEST_MARGIN / MILLIMETRE))
"""Millimetres of a margin or an overlap, at least and at most."""
_OVERLAP = 10.0
_MOST = 999


class Sheets(QWidget):
    """One page, several, or sheets: their paper, their number, and where they are cut."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fit = Choice(tr("Pages"))
        self.overlap = millimetres(tr("Overlap"), bounds=STRIP)
        self.overlap.show_values(_OVERLAP)
        self.sheet = PaperField(tr("Sheets"), "A4")
        across, down = (
            BoundedNumber(name, (0, _MOST), whole=True, empty=tr("any"))
            for name in (tr("Sheets across"), tr("Sheets down"))
        )
        self.count = Measure(across, down, unit=tr("across × down"))
        self.count.show_values(2, 0)
        self.whole = Check(tr("Cut between stages and segments only"))
        self.repeat = Check(tr("Stages and segments on each sheet"))
        self._fill()
        self._lay_out()
        self.fit.currentIndexChanged.connect(self._tell)
        for field in (self.sheet, self.count, self.overlap):
            field.changed.connect(self._tell)
        for box in (self.whole, self.repeat):
            box.toggled.connect(self._tell)
        self._allow()

    @property
    def is_cut(self) -> bool:
        """Whether there are sheets to put together."""
        return self.fit.currentData() in (SHEETS, COUNTED)

    @property
    def is_counted(self) -> bool:
        """Whether their number says how large the poster is."""
        return bool(self.fit.currentData() == COUNTED)

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; empty where nothing is."""
        if not self.is_cut:
            return ""
        problems = [self._uncounted(), self.sheet.problem]
        if not self.whole.isChecked():
            problems.append(self.overlap.problem)
        return next(filter(None, problems), "")

    def tiling(self, paper: str, landscape: bool | None) -> Tiling | None:
        """How to cut a map that is as large as a paper."""
        if self.fit.currentData() == ONE_PAGE:
            return None
        if not self.is_cut:
            return Tiling(
                paper="A4" if paper == FIT else paper,
                landscape=landscape is not False,
                across=1,
                whole=True,
                repeat=True,
                guides=False,
                plan=False,
            )
        across, down = map(int, self.count.values) if self.is_counted else (0, 0)
        return Tiling(
            paper=self.sheet.paper,
            overlap=self.overlap.values[0] * MILLIMETRE,
            whole=self.whole.isChecked(),
            repeat=self.repeat.isChecked(),
            across=across,
            down=down,
        )

    def show_tiling(self, tiling: Tiling | None) -> None:
        """Show how a map is cut, without a signal."""
        with QSignalBlocker(self):
            if tiling is None:
                self.fit.choose(ONE_PAGE)
            elif not tiling.plan:
                self.fit.choose(TO_WIDTH)
            else:
                self._show_cuts(tiling)

    def _uncounted(self) -> str:
        """What is wrong with the number of sheets."""
        if not self.is_counted:
            return ""
        if not any(self.count.values):
            return tr("Say how many sheets there are across, down, or both.")
        return self.count.problem

    def _show_cuts(self, tiling: Tiling) -> None:
        counted = tiling.across or tiling.down
        self.fit.choose(COUNTED if counted else SHEETS)
        if counted:
            self.count.show_values(tiling.across, tiling.down)
        self.sheet.choose(tiling.paper, tiling.landscape)
        self.overlap.show_values(round(tiling.overlap / MILLIMETRE, 2))
        self.whole.setChecked(tiling.whole)
        self.repeat.setChecked(tiling.repeat)

    def _fill(self) -> None:
        fits = [
            (tr("One page"), ONE_PAGE),
            (tr("To the width, over several pages"), TO_WIDTH),
            (tr("Cut into sheets to put together"), SHEETS),
            (tr("Cut into so many sheets"), COUNTED),
        ]
        self.fit.fill(fits, ONE_PAGE)

    def _lay_out(self) -> None:
        self.rows = Rows()
        self.rows.add(tr("Pages"), self.fit)
        self.rows.add(tr("Number"), self.count)
        self.rows.add(tr("Sheets"), self.sheet)
        self.rows.add(tr("Overlap"), self.overlap)
        self.rows.add_wide(self.whole)
        self.rows.add_wide(self.repeat)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.rows)

    def _tell(self) -> None:
        self._allow()
        self.changed.emit()

    def _allow(self) -> None:
        """Show what can be chosen with what is chosen already."""
        self.rows.show_row(self.count, self.is_counted)
        self.rows.show_row(self.sheet, self.is_cut)
        self.rows.show_row(self.overlap, self.is_cut and not self.whole.isChecked())
        for box in (self.whole, self.repeat):
            box.setVisible(self.is_cut)
