"""What can be chosen for a print, as one column of controls."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journeyeditor.document import Document
from journeyeditor.exporting.options import Colours, Content, Detail, PdfOptions
from journeyeditor.exporting.paper import FIT, MILLIMETRE, PAPERS, is_american, paper_name
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import LANGUAGES, tr
from journeyeditor.ui.chrome.check import Check
from journeyeditor.ui.chrome.controls import Choice, rule
from journeyeditor.ui.exporting.profiles import Profiles
from journeyeditor.ui.exporting.readers import Readers
from journeyeditor.ui.exporting.rows import EDGE, Rows

PDF, SVG, PNG = ".pdf", ".svg", ".png"
"""What is written; the names of files end so."""

ONE_PAGE, TO_WIDTH, SHEETS = "page", "width", "sheets"
"""How a map is put on paper."""

_OVERLAPS = (0.0, 5.0, 10.0, 15.0, 20.0)
"""Millimetres."""
_RESOLUTIONS = (96, 150, 300, 600)
"""Dots per inch."""


class Choices(QWidget):
    """Paper, pages, content, language. `changed` tells that something else is chosen."""

    changed = Signal()

    def __init__(self, document: Document, map: Id, lens: str) -> None:
        super().__init__()
        project = document.project
        self._rest, self._map = PdfOptions(lens=lens), map
        self.profiles = Profiles(document)
        self.format, self.resolution = Choice(tr("File")), Choice(tr("Resolution"))
        self.content, self.maps = Choice(tr("Content")), Choice(tr("Maps"))
        self.paper, self.turn = Choice(tr("Paper")), Choice(tr("Orientation"))
        self.fit, self.sheet = Choice(tr("Pages")), Choice(tr("Sheets"))
        self.overlap, self.language = Choice(tr("Overlap")), Choice(tr("Language"))
        self.whole = Check(tr("Cut between stages and segments only"))
        self.repeat = Check(tr("Stages and segments on each sheet"))
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
        chosen = self.maps.currentData() if self.suffix == PDF else self._map
        return [chosen] if chosen else []

    @property
    def suffix(self) -> str:
        """PDF, SVG or PNG."""
        return str(self.format.currentData())

    @property
    def dpi(self) -> float:
        """Dots per inch of a PNG."""
        return float(self.resolution.currentData())

    @property
    def shown_content(self) -> Content:
        """Maps, report or kit; a picture shows a map."""
        if self.suffix != PDF:
            return Content.MAPS
        return Content(self.content.currentData())  # Qt gives the bare word back

    @property
    def carries(self) -> bool:
        """Whether the project travels within the file."""
        return self.suffix == PDF and self.readers.carries

    def show_options(self, options: PdfOptions) -> None:
        """Choose what a proposal or a profile says; what has no control here goes along."""
        controls = (*self._choices(), self.whole, self.repeat)
        quiet = [QSignalBlocker(control) for control in controls]
        self._rest = options
        if options.content is not Content.MAPS or options.tiling:
            self.format.choose(PDF)
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
        if not self._has_pages or self.fit.currentData() == ONE_PAGE:
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
            self.format,
            self.resolution,
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
        formats = [(tr("PDF"), PDF), (tr("SVG picture"), SVG), (tr("PNG picture"), PNG)]
        self.format.fill(formats, PDF)
        dots = [(tr("{count} dots per inch", count=dpi), dpi) for dpi in _RESOLUTIONS]
        self.resolution.fill(dots, 300)
        contents = [
            (tr("Maps"), Content.MAPS),
            (tr("Report"), Content.REPORT),
            (tr("Workshop kit"), Content.WORKSHOP),
        ]
        self.content.fill(contents, Content.MAPS)
        self.paper.fill([("", FIT), *_papers()], FIT)
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
        self.maps.setToolTip(project.get(JourneyMap, map).name)
        own = project.info.language
        language = own if own in LANGUAGES else tr.language
        self.language.fill([(name, code) for code, name in LANGUAGES.items()], language)

    def _lay_out(self) -> None:
        self._rows = Rows()
        self._rows.add(tr("Profile"), self.profiles, self.profiles.choice)
        self._rows.add(tr("File"), self.format)
        self._about_format = self._rows.add_note()
        self._rows.add(tr("Resolution"), self.resolution)
        self._rows.add(tr("Content"), self.content)
        self._about_content = self._rows.add_note()
        self._rows.add(tr("Maps"), self.maps)
        self._rows.add(tr("Paper"), self.paper)
        self._rows.add(tr("Orientation"), self.turn)
        self._rows.add(tr("Pages"), self.fit)
        self._rows.add(tr("Sheets"), self.sheet)
        self._rows.add(tr("Overlap"), self.overlap)
        self._rows.add_wide(self.whole)
        self._rows.add_wide(self.repeat)
        self._rows.add(tr("Detail"), self.detail)
        self._rows.add(tr("Colours"), self.colours)
        self._rows.add(tr("Language"), self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(10)
        column.addLayout(self._rows)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addSpacing(4)
        column.addWidget(self.readers)
        column.addStretch(1)
        both = (self._rows, self.readers.rows)
        for rows in both:  # the names of all controls take the same width
            rows.setColumnMinimumWidth(0, max(it.widest_name for it in both))

    def _tell(self, *_: Any) -> None:
        self._allow()
        self.profiles.follow(self.options())
        self.changed.emit()

    @property
    def _has_pages(self) -> bool:
        """Whether it can be chosen on how many pages a map stands."""
        return self.suffix == PDF and self.shown_content is Content.MAPS

    def _allow(self) -> None:
        """Show what can be chosen with what is chosen already, and why the rest cannot."""
        pdf, paper = self.suffix == PDF, self.paper.currentData()
        sheets = self._has_pages and self.fit.currentData() == SHEETS
        to_width = self._has_pages and self.fit.currentData() == TO_WIDTH
        kit = self.shown_content is Content.WORKSHOP
        for control in (self.content, self.maps):
            self._rows.show_row(control, pdf)
        self._rows.show_row(self.resolution, self.suffix == PNG)
        self._rows.show_row(self.turn, paper != FIT or to_width or sheets)
        self._rows.show_row(self.fit, self._has_pages)
        self._rows.show_row(self.sheet, sheets)
        self._rows.show_row(self.overlap, sheets and not self.whole.isChecked())
        for box in (self.whole, self.repeat):
            box.setVisible(sheets)
        self._rows.show_row(self.detail, not kit)
        self.readers.show_for_pdf(pdf)
        own = tr("A1, or A0 where that is too small") if kit else tr("Made to the map (one page)")
        self.paper.setItemText(self.paper.findData(FIT), own)
        self._say(self._about_format, "" if pdf else _about_pictures())
        self._say(self._about_content, _about(self.shown_content, paper))

    def _say(self, note: QLabel, words: str) -> None:
        note.setText(words)
        note.setVisible(bool(words))


def _about_pictures() -> str:
    return tr("A picture shows this map on one page. Reports, sheets and passwords need a PDF.")


def _about(content: Content, paper: str) -> str:
    """What is not as the paper below says."""
    size = paper_name("letter" if is_american(paper) else "A4", tr)
    match content:
        case Content.REPORT:
            return tr("The maps stand on the paper below, all else on {paper}.", paper=size)
        case Content.WORKSHOP:
            return tr("The empty map stands on the paper below, all else on {paper}.", paper=size)
        case Content.MAPS:
            return ""


def _papers() -> list[tuple[str, str]]:
    return [(paper_name(paper, tr), paper) for paper in PAPERS]


def _maps(project: Project, map: Id) -> list[tuple[str, Id]]:
    maps: list[tuple[str, Id]] = [(tr("This map"), map)]
    if len(project.maps()) > 1:
        maps.append((tr.plural("{count} map", "All {count} maps", len(project.maps())), ""))
    return maps
