"""The dialog that writes a PDF."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.exporting.output import Cancelled
from journeyeditor.exporting.paper import FIT, PAPERS
from journeyeditor.model.ids import Id
from journeyeditor.translation import LANGUAGES, tr
from journeyeditor.ui.chrome.controls import Choice, button, label, line
from journeyeditor.ui.dialogs.messages import say_refused
from journeyeditor.ui.work import Progress, Work

BEFORE_PROGRESS = 500
"""Milliseconds of work before its progress is shown."""


class ExportDialog(QDialog):
    """Asks for paper, maps and language; writes; then offers to open what was written."""

    written = Signal(object)

    def __init__(self, parent: QWidget, document: Document, map: Id, *, lens: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export PDF"))
        self.setMinimumWidth(460)
        self._document = document
        self._lens = lens
        self._work: Work | None = None
        self.target: Path | None = None
        self.paper = Choice(tr("Paper"))
        self.turn = Choice(tr("Orientation"))
        self.maps = Choice(tr("Maps"))
        self.language = Choice(tr("Language"))
        self._fill(map)
        self.pages = QStackedWidget()
        self._pages = (self._questions(), self._progress(), self._result())
        for page in self._pages:
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.pages)
        self._patience = QTimer(self, singleShot=True, interval=BEFORE_PROGRESS)
        self._patience.timeout.connect(lambda: self._turn_to(1))

    def export_to(self, target: Path) -> None:
        """Write to a file with what is chosen, without holding up the window."""
        # Loaded now: it brings ReportLab, which the window starts without.
        from journeyeditor.exporting.options import PdfOptions
        from journeyeditor.exporting.pdf import export_pdf

        options = PdfOptions(
            paper=self.paper.currentData(),
            landscape=self.turn.currentData(),
            language=self.language.currentData(),
            lens=self._lens,
        )
        project, assets = self._document.project, self._document.assets
        chosen = self.maps.currentData()
        maps: Sequence[Id] = [chosen] if chosen else []

        def task(progress: Progress, cancelled: object) -> object:
            return export_pdf(project, maps, target, options, assets.read, progress, cancelled)  # type: ignore[arg-type]

        self.target = target
        self.questions.setEnabled(False)
        self._work = Work(task, self)
        self._work.progress.connect(self._advance)
        self._work.done.connect(self._finish)
        self._work.failed.connect(self._fail)
        self._patience.start()
        self._work.start()

    def reject(self) -> None:
        """Close; work under way is cancelled first."""
        if self._work:
            self._work.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work:
            self._work.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    def _fill(self, map: Id) -> None:
        project = self._document.project
        names = {"letter": tr("Letter"), "legal": tr("Legal"), "tabloid": tr("Tabloid")}
        papers = [(tr("Made to the map (one page)"), FIT)]
        papers += [(names.get(paper, paper), paper) for paper in PAPERS]
        self.paper.fill(papers, FIT)
        turns = [(tr("As suits the map"), None), (tr("Landscape"), True), (tr("Portrait"), False)]
        self.turn.fill(turns, None)
        this = next(m.name for m in project.maps() if m.id == map)
        maps: list[tuple[str, Id]] = [(tr("This map: {name}", name=this), map)]
        if len(project.maps()) > 1:
            all_maps = tr.plural("{count} map", "All {count} maps", len(project.maps()))
            maps.append((all_maps, ""))
        self.maps.fill(maps, map)
        own = project.info.language
        language = own if own in LANGUAGES else tr.language
        self.language.fill([(name, code) for code, name in LANGUAGES.items()], language)
        self.paper.currentIndexChanged.connect(self._allow_turn)
        self._allow_turn()

    def _allow_turn(self) -> None:
        self.turn.setEnabled(self.paper.currentData() != FIT)

    def _questions(self) -> QWidget:
        self.questions = QWidget()
        column = QVBoxLayout(self.questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(tr("Export PDF"), "dialog-title"))
        form = QGridLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(24)
        form.setColumnStretch(1, 1)
        rows = (
            (tr("Paper"), self.paper),
            (tr("Orientation"), self.turn),
            (tr("Maps"), self.maps),
            (tr("Language"), self.language),
        )
        for row, (name, choice) in enumerate(rows):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            form.addWidget(label(name, "label"), row, 0)
            form.addWidget(choice, row, 1)
        column.addLayout(form)
        note = tr("Letters stay letters: the PDF can be searched, and printed at any size.")
        column.addWidget(label(note, "note", wrap=True))
        self.save = button(tr("Export…"))
        self.save.setDefault(True)
        cancel = button(tr("Cancel"))
        column.addLayout(line([1, cancel, self.save], QHBoxLayout()))
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask_target)
        return self.questions

    def _progress(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(tr("Writing the PDF…"), "dialog-title"))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        column.addWidget(self.bar)
        column.addStretch(1)
        self.stop = button(tr("Cancel"))
        self.stop.clicked.connect(self.reject)
        column.addLayout(line([1, self.stop], QHBoxLayout()))
        return page

    def _result(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(tr("The PDF is ready"), "dialog-title"))
        self.summary = label("", "secondary", wrap=True)
        column.addWidget(self.summary)
        column.addStretch(1)
        self.open_file, self.open_folder = (
            button(tr("Open the file")),
            button(tr("Open its folder")),
        )
        done = button(tr("Done"))
        done.setDefault(True)
        row = line([self.open_folder, self.open_file, 1, done], QHBoxLayout())
        column.addLayout(row)
        self.open_file.clicked.connect(lambda: self._open(self.target))
        self.open_folder.clicked.connect(lambda: self._open(self.target and self.target.parent))
        done.clicked.connect(self.accept)
        return page

    def _ask_target(self) -> None:
        source = self._document.path
        folder = Path.home() if self._document.is_draft else source.parent
        suggestion = folder / f"{source.stem}.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export PDF"), str(suggestion), tr("PDF files") + " (*.pdf)"
        )
        if name:
            self.export_to(Path(name) if name.lower().endswith(".pdf") else Path(f"{name}.pdf"))

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _finish(self, result: object) -> None:
        from journeyeditor.exporting.result import ExportResult

        assert isinstance(result, ExportResult)
        self._end()
        pages = tr.plural("{count} page", "{count} pages", len(result.pages))
        self.summary.setText("\n\n".join([f"{self.target}\n{pages}", *result.notes()]))
        self._turn_to(2)
        self.written.emit(self.target)

    def _fail(self, problem: Exception) -> None:
        self._end()
        self._turn_to(0)
        if isinstance(problem, Refused):
            say_refused(self, problem)
        elif not isinstance(problem, Cancelled):
            raise problem

    def _turn_to(self, index: int) -> None:
        """Show a page in a dialog of that page's own size."""
        policy = QSizePolicy.Policy
        for other, page in enumerate(self._pages):
            page.setSizePolicy(
                policy.Preferred, policy.Preferred if other == index else policy.Ignored
            )
        self.pages.setCurrentIndex(index)
        self.adjustSize()

    def _end(self) -> None:
        self._patience.stop()
        self._work = None
        self.questions.setEnabled(True)

    def _open(self, path: Path | None) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
