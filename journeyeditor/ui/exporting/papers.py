"""Choosing a paper, or its size."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journeyeditor.exporting.paper import (
    FIT,
    LARGEST,
    MILLIMETRE,
    PAPERS,
    SMALLEST,
    formats,
    is_american,
    paper_name,
)
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import Choice
from journeyeditor.ui.exporting.numbers import millimetres

_OWN = "own"
_FIRST = (297, 420)
"""Millimetres of a size before it is typed."""


class PaperField(QWidget):
    """One of the papers that there are, some said otherwise, or a size."""

    changed = Signal()

    def __init__(self, name: str, paper: str, more: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.choice = Choice(name)
        papers = [(paper_name(it, tr), it) for it in PAPERS]
        self.choice.fill([*more, *papers, (tr("Own size…"), _OWN)], paper)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bounds = SMALLEST / MILLIMETRE, round(LARGEST / MILLIMETRE)
        self.sides = millimetres(tr("Width"), tr("Height"), bounds=bounds)
        self.sides.show_values(*_FIRST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        column.addWidget(self.sides)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self._choose)
        self.sides.changed.connect(self.changed)
        self.sides.hide()

    @property
    def paper(self) -> str:
        """As `find_paper` has it."""
        if self.is_size:
            width, height = self.sides.values
            return f"{width:.10g}x{height:.10g}mm"
        return str(self.choice.currentData())

    @property
    def is_size(self) -> bool:
        """Whether it's a size that was typed."""
        return bool(self.choice.currentData() == _OWN)

    @property
    def is_turned(self) -> bool:
        """Whether it lies as is wished: what has a size, or the map's, doesn't."""
        return not self.is_size and self.paper != FIT

    @property
    def problem(self) -> str:
        """What is wrong with the size; empty where nothing is."""
        return self.sides.problem if self.is_size else ""

    def choose(self, paper: str, landscape: bool | None = None) -> None:
        """Show a paper; a size is shown as it is wanted to lie."""
        if self.choice.findData(paper) < 0 and is_american(paper):
            self.choice.addItem(paper_name(paper, tr), paper)
        if self.choice.findData(paper) < 0:
            [size] = formats(paper, landscape)
            self.sides.show_values(*(round(side / MILLIMETRE, 2) for side in size))
            paper = _OWN
        self.choice.choose(paper)

    def _choose(self) -> None:
        self.sides.setVisible(self.is_size)
        self.changed.emit()
