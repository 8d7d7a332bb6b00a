"""What can be chosen for a print, as one column of controls."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from journeyeditor.document import Document
from journeyeditor.exporting.options import Colours, Content, Detail, PdfOptions
from journeyeditor.exporting.paper import FIT, MILLIMETRE, PAPERS, paper_name
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.translation import LANGUAGES, tr
from journeyeditor.ui.chrome.controls import Choice, label, rule
from journeyeditor.ui.exporting.profiles import Profiles
from journeyeditor.ui.exporting.readers import Readers

ONE_PAGE, TO_WIDTH, SHEETS = "page", "width", "sheets"
"""How a map is put on paper."""

_OVERLAPS = (0.0, 5.0, 10.0, 15.0, 20.0)
"""Millimetres."""


class Choices(QWidget):
    """Paper, pages, content, language. `changed` tells that something else is chosen."""

    changed = Signal()

    def __init__(self, document: Document, map: Id, lens: str) -> None:
        super().__init__()
        project = document.project
        self._rest = PdfOptions(lens=lens)
        self.profiles = Profiles(document)
        self.content, self.maps = Choice(tr("Content")), Choice(tr("Maps"))
        self.paper, self.turn = Choice(tr("Paper")), Choice(tr("Orientation"))
        self.fit, self.sheet = Choice(tr("Pages")), Choice(tr("Sheets"))
        self.overlap, self.language = Choice(tr("Overlap")), Choice(tr("Language"))
        self.whole = QCheckBox(tr("Cut between stages and segments only"))
        self.repeat = QCheckBox(tr("Stages and segments on each sheet"))
        self.detail, self.colours = Choice(tr("Detail")), Choice(tr("Colours"))
        self.readers = Readers()
        self.client_safe, self.carry = self.readers.client_safe, self.readers.carry
        self._fill(project, map)
        self._lay_out()
        for choice in self._choices():
            choice.currentIndexChanged.connect(self._tell)
        for box in (self.whole, self.repeat):
            box.toggled.connect(self._tell)
        self.readers.changed.connect(self._tell)
        self.profiles.chosen.connect(self.show_options)
        self._allow()

    def options(self) -> PdfOptions:
        """What is chosen."""
        return replace(
            self._rest,
            paper=self.paper.currentData(),
            landscape=self.turn.currentData(),
            language=self.language.currentData(),
            detail=self.detail.currentData(),
            colours=self.colours.currentData(),
            watermark=self.readers.watermark.text(),
            content=self.shown_content,
            tiling=self._tiling(),
            without=self.readers.without,
        )

    def chosen_maps(self) -> Sequence[Id]:
        """The maps; all where none is named."""
        chosen = self.maps.currentData()
        return [chosen] if chosen else []

    @property
    def shown_content(self) -> Content:
        """Maps, report or kit."""
        return Content(self.content.currentData())  # Qt gives the bare word back

    @property
    def carries(self) -> bool:
        """Whether the project travels within the PDF."""
        return self.readers.carries

    def show_options(self, options: PdfOptions) -> None:
        """Choose what a proposal or a profile says; what has no control here goes along."""
        controls = (*self._choices(), self.whole, self.repeat)
        quiet = [QSignalBlocker(control) for control in controls]
        self._rest = options
        self.content.choose(options.content)
        self._show_paper(options)
        self.turn.choose(options.landscape)
        self.detail.choose(options.detail)
        self.colours.choose(options.colours)
        if options.language:
            self.language.choose(options.language)
        self.readers.watermark.setText(options.watermark)
        self.readers.leave_out_only(options.without)
        self._show_tiling(options.tiling)
        for blocker in quiet:
            blocker.unblock()
        self._tell()

    def _show_paper(self, options: PdfOptions) -> None:
        if self.paper.findData(options.paper) < 0:
            self.paper.addItem(options.paper, options.paper)
        self.paper.choose(options.paper)

    def _show_tiling(self, tiling: Tiling | None) -> None:
        if tiling is None:
            self.fit.choose(ONE_PAGE)
        elif tiling.across == 1 and not tiling.down:
            self.fit.choose(TO_WIDTH)
        else:
            self.fit.choose(SHEETS)
            self.sheet.choose(tiling.paper)
            wanted = tiling.overlap / MILLIMETRE
            self.overlap.choose(min(_OVERLAPS, key=lambda size: abs(size - wanted)))
            self.whole.setChecked(tiling.whole)
            self.repeat.setChecked(tiling.repeat)

    def _tiling(self) -> Tiling | None:
        if not self.fit.isEnabled() or self.fit.currentData() == ONE_PAGE:
            return None
        if self.fit.currentData() == TO_WIDTH:
            paper = "A4" if self.paper.currentData() == FIT else self.paper.currentData()
            return Tiling(
                paper=paper,
                landscape=self.turn.currentData() is not False,
                across=1,
                whole=True,
                repeat=True,
                guides=False,
                plan=False,
            )
        return Tiling(
            paper=self.sheet.currentData(),
            overlap=self.overlap.currentData() * MILLIMETRE,
            whole=self.whole.isChecked(),
            repeat=self.repeat.isChecked(),
        )

    # How it's built

    def _choices(self) -> Sequence[Choice]:
        return (
            self.content,
            self.maps,
            self.paper,
            self.turn,
            self.fit,
            self.sheet,
            self.overlap,
            self.detail,
            self.colours,
            self.language,
        )

    def _fill(self, project: Project, map: Id) -> None:
        contents = [
            (tr("Maps"), Content.MAPS),
            (tr("Report"), Content.REPORT),
            (tr("Workshop kit"), Content.WORKSHOP),
        ]
        self.content.fill(contents, Content.MAPS)
        self.paper.fill([(tr("Made to the map (one page)"), FIT), *_papers()], FIT)
        self.sheet.fill(_papers(), "A4")
        turns = [(tr("As suits the map"), None), (tr("Landscape"), True), (tr("Portrait"), False)]
        self.turn.fill(turns, None)
        fits = [
            (tr("One page"), ONE_PAGE),
            (tr("To the width, over several pages"), TO_WIDTH),
            (tr("Cut into sheets to put together"), SHEETS),
        ]
        self.fit.fill(fits, ONE_PAGE)
        overlaps = [(tr("{size} mm", size=tr.number(size)), size) for size in _OVERLAPS]
        self.overlap.fill(overlaps, 10.0)
        details = [
            (tr("Everything"), Detail.FULL),
            (tr("Channel, title and emotion"), Detail.SUMMARY),
            (tr("Titles only"), Detail.TITLES),
        ]
        self.detail.fill(details, Detail.FULL)
        colours = [
            (tr("All colours"), Colours.COLOUR),
            (tr("Black and white, with patterns"), Colours.MONO),
            (tr("Little ink"), Colours.INK_SAVER),
        ]
        self.colours.fill(colours, Colours.COLOUR)
        self.maps.fill(_maps(project, map), map)
        own = project.info.language
        language = own if own in LANGUAGES else tr.language
        self.language.fill([(name, code) for code, name in LANGUAGES.items()], language)

    def _lay_out(self) -> None:
        self._form = QGridLayout()
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(16)
        self._form.setColumnStretch(1, 1)
        rows: Sequence[tuple[str, QWidget]] = (
            (tr("Profile"), self.profiles),
            (tr("Content"), self.content),
            (tr("Maps"), self.maps),
            (tr("Paper"), self.paper),
            (tr("Orientation"), self.turn),
            (tr("Pages"), self.fit),
            (tr("Sheets"), self.sheet),
            (tr("Overlap"), self.overlap),
            (tr("Detail"), self.detail),
            (tr("Colours"), self.colours),
            (tr("Language"), self.language),
        )
        self._titles = {}
        for row, (name, choice) in enumerate(rows):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._titles[choice] = label(name, "label")
            self._form.addWidget(self._titles[choice], row, 0)
            self._form.addWidget(choice, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._form)
        for box in (self.whole, self.repeat):
            column.addWidget(box)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addSpacing(4)
        column.addWidget(self.readers)
        self._align()
        column.addStretch(1)

    def _align(self) -> None:
        """The names of all controls take the same width."""
        forms = (self._form, self.readers.form)
        names = [form.itemAtPosition(row, 0) for form in forms for row in range(form.rowCount())]
        wide = max(name.sizeHint().width() for name in names if name)
        for form in forms:
            form.setColumnMinimumWidth(0, wide)

    def _tell(self, *_: Any) -> None:
        self._allow()
        self.profiles.follow(self.options())
        self.changed.emit()

    def _allow(self) -> None:
        """Show what can be chosen with what is chosen already."""
        maps = self.shown_content is Content.MAPS
        sheets = maps and self.fit.currentData() == SHEETS
        self.fit.setEnabled(maps)
        for choice in (self.sheet, self.overlap):
            choice.setVisible(sheets)
            self._titles[choice].setVisible(sheets)
        for box in (self.whole, self.repeat):
            box.setVisible(sheets)
        self.turn.setEnabled(self.paper.currentData() != FIT or self.fit.currentData() == TO_WIDTH)


def _papers() -> list[tuple[str, str]]:
    return [(paper_name(paper, tr), paper) for paper in PAPERS]


def _maps(project: Project, map: Id) -> list[tuple[str, Id]]:
    this = next(m.name for m in project.maps() if m.id == map)
    maps: list[tuple[str, Id]] = [(tr("This map: {name}", name=this), map)]
    if len(project.maps()) > 1:
        maps.append((tr.plural("{count} map", "All {count} maps", len(project.maps())), ""))
    return maps
