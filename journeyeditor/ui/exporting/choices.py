"""What can be chosen for a print, as one column of controls."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journeyeditor.document import Document
from journeyeditor.exporting.options import Colours, Content, Detail, PdfOptions
from journeyeditor.exporting.paper import FIT, MARGIN, MILLIMETRE, is_american, paper_name
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import JourneyMap
from journeyeditor.translation import LANGUAGES, tr
from journeyeditor.ui.chrome.controls import Choice, rule
from journeyeditor.ui.exporting.numbers import millimetres
from journeyeditor.ui.exporting.papers import PaperField
from journeyeditor.ui.exporting.profiles import Profiles
from journeyeditor.ui.exporting.readers import Readers
from journeyeditor.ui.exporting.rows import EDGE, Rows
from journeyeditor.ui.exporting.sheets import ONE_PAGE, STRIP, Sheets

PDF, SVG, PNG = ".pdf", ".svg", ".png"
"""What is written; the names of files end so."""

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
        self.paper = PaperField(tr("Paper"), FIT, [("", FIT)])
        self.turn, self.language = Choice(tr("Orientation")), Choice(tr("Language"))
        self.margin = millimetres(tr("Margins"), bounds=STRIP)
        self.sheets = Sheets()
        self.detail, self.colours = Choice(tr("Detail")), Choice(tr("Colours"))
        self.readers = Readers()
        self.client_safe, self.carry = self.readers.client_safe, self.readers.carry
        self._fill(project, map)
        self._lay_out()
        for choice in self._choices():
            choice.currentIndexChanged.connect(self._tell)
        for part in (self.paper, self.margin, self.sheets, self.readers):
            part.changed.connect(self._tell)
        self.profiles.chosen.connect(self.show_options)
        self._allow()

    def options(self) -> PdfOptions:
        """What is chosen."""
        paper, landscape = self._paper, self.turn.currentData() if self._is_turned else None
        return replace(
            self._rest,
            paper=paper,
            landscape=landscape,
            margin=self.margin.values[0] * MILLIMETRE,
            language=self.language.currentData(),
            detail=self.detail.currentData(),
            colours=self.colours.currentData(),
            watermark=self.readers.watermark.text(),
            content=self.shown_content,
            tiling=self.sheets.tiling(paper, landscape) if self._has_pages else None,
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
        controls = (*self._choices(), self.paper)
        quiet = [QSignalBlocker(control) for control in controls]
        self._rest = options
        if options.content is not Content.MAPS or options.tiling:
            self.format.choose(PDF)
        self.content.choose(options.content)
        self.paper.choose(options.paper, options.landscape)
        self.margin.show_values(round(options.margin / MILLIMETRE, 2))
        self.turn.choose(options.landscape)
        self.detail.choose(options.detail)
        self.colours.choose(options.colours)
        if options.language:
            self.language.choose(options.language)
        self.readers.watermark.setText(options.watermark)
        self.readers.leave_out_only(options.without)
        self.sheets.show_tiling(options.tiling)
        for blocker in quiet:
            blocker.unblock()
        self._tell()

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; empty where nothing is."""
        paper = "" if self._is_counted else self.paper.problem
        return paper or self.margin.problem or (self.sheets.problem if self._has_pages else "")

    # How it's built

    def _choices(self) -> Sequence[Choice]:
        return (
            self.format,
            self.resolution,
            self.content,
            self.maps,
            self.turn,
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
        turns = [(tr("As suits the map"), None), (tr("Landscape"), True), (tr("Portrait"), False)]
        self.turn.fill(turns, None)
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
        self.margin.show_values(MARGIN / MILLIMETRE)
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
        self._rows.add(tr("Margins"), self.margin)
        looks = Rows()
        looks.add(tr("Detail"), self.detail)
        looks.add(tr("Colours"), self.colours)
        looks.add(tr("Language"), self.language)
        self._looks = looks
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(10)
        column.addLayout(self._rows)
        column.addWidget(self.sheets)
        column.addLayout(looks)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addSpacing(4)
        column.addWidget(self.readers)
        column.addStretch(1)
        every = (self._rows, self.sheets.rows, looks, self.readers.rows)
        for rows in every:  # the names of all controls take the same width
            rows.setColumnMinimumWidth(0, max(it.widest_name for it in every))

    def _tell(self, *_: Any) -> None:
        self._allow()
        self.profiles.follow(self.options())
        self.changed.emit()

    @property
    def _has_pages(self) -> bool:
        """Whether it can be chosen on how many pages a map stands."""
        return self.suffix == PDF and self.shown_content is Content.MAPS

    @property
    def _is_counted(self) -> bool:
        """Whether the number of sheets says how large the poster is."""
        return self._has_pages and self.sheets.is_counted

    @property
    def _paper(self) -> str:
        return FIT if self._is_counted else self.paper.paper

    @property
    def _is_turned(self) -> bool:
        """Whether there is a paper that can lie either way round."""
        if not self._has_pages or self.sheets.fit.currentData() == ONE_PAGE:
            return self.paper.is_turned
        if not self.sheets.is_cut:
            return not self.paper.is_size
        return self.sheets.sheet.is_turned or (not self._is_counted and self.paper.is_turned)

    def _allow(self) -> None:
        """Show what can be chosen with what is chosen already, and why the rest cannot."""
        pdf, kit = self.suffix == PDF, self.shown_content is Content.WORKSHOP
        for control in (self.content, self.maps):
            self._rows.show_row(control, pdf)
        self._rows.show_row(self.resolution, self.suffix == PNG)
        self._rows.show_row(self.paper, not self._is_counted)
        self._rows.show_row(self.turn, self._is_turned)
        self.sheets.setVisible(self._has_pages)
        self._looks.show_row(self.detail, not kit)
        self.readers.show_for_pdf(pdf)
        own = tr("A1, or A0 where that is too small") if kit else tr("Made to the map (one page)")
        self.paper.choice.setItemText(self.paper.choice.findData(FIT), own)
        self._say(self._about_format, "" if pdf else _about_pictures())
        self._say(self._about_content, _about(self.shown_content, self.paper.paper))

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


def _maps(project: Project, map: Id) -> list[tuple[str, Id]]:
    maps: list[tuple[str, Id]] = [(tr("This map"), map)]
    if len(project.maps()) > 1:
        maps.append((tr.plural("{count} map", "All {count} maps", len(project.maps())), ""))
    return maps
