"""The dialog that prints to a file: choices, the print itself as preview, and what to mind."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.exporting.aside import Aside
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.output import Cancelled
from journeyeditor.exporting.proof import Proof, make_proof
from journeyeditor.model.ids import Id
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line
from journeyeditor.ui.chrome.look import scaled
from journeyeditor.ui.dialogs.messages import say_refused
from journeyeditor.ui.exporting.advice import Advice
from journeyeditor.ui.exporting.choices import PDF, PNG, SVG, Choices
from journeyeditor.ui.exporting.preview import Preview
from journeyeditor.ui.exporting.rows import BAR, EDGE, Column
from journeyeditor.ui.work import Progress, Work

BEFORE_PROGRESS = 500
"""Milliseconds of work before its progress is shown."""
SETTLED = 250
"""Milliseconds without another choice after which the preview follows."""
WIDTH, HEIGHT, LEFT = 1240, 940, 374
BLOCK = 560
"""Pixels that what is said of the work is wide."""
_FRAME = 48
"""Pixels of the screen that stay free around the dialog, for its frame."""


class ExportDialog(QDialog):
    """Asks how to print, shows it, writes it; then offers to open what was written."""

    written = Signal(object)
    proofed = Signal()
    """The preview shows what is chosen."""

    def __init__(
        self, parent: QWidget, document: Document, aside: Aside, map: Id, *, lens: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self._document, self._aside = document, aside
        self._work: Work | None = None
        self._proofing: Work | None = None
        self.target: Path | None = None
        self.choices = Choices(document, map, lens)
        self.preview, self.advice = Preview(), Advice()
        self.pages = QStackedWidget()
        for page in (self._questions(), self._progress(), self._result()):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - EDGE, 20, 24, 20)
        column.addWidget(self.pages)
        self._patience = QTimer(self, singleShot=True, interval=BEFORE_PROGRESS)
        self._patience.timeout.connect(lambda: self._turn_to(1, self.stop))
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._proof)
        self.choices.changed.connect(self._wait)
        self.advice.chosen.connect(self.choices.show_options)
        self._take_room()
        self._settle.start(0)

    def export_to(self, target: Path) -> None:
        """Write to a file with what is chosen, without holding up the window."""
        options, maps = self.choices.options(), self.choices.chosen_maps()
        document, carries, aside = self._document, self.choices.carries, self._aside
        protection, dpi = self.choices.readers.protection, self.choices.dpi

        def task(progress: Progress, cancelled: Callable[[], bool]) -> object:
            # Loaded now: they bring ReportLab, which the window starts without.
            from journeyeditor.exporting.pdf import export_pdf
            from journeyeditor.exporting.picture import export_picture

            it = (document.project, document.assets.read, progress, cancelled)
            what: dict[str, Any] = {"target": target, "options": options}
            if target.suffix.lower() == PDF:
                what |= {"maps": maps, "protection": protection}
                what["carried"] = document.as_file() if carries else None
                return aside.run(export_pdf, *it, **what)
            return aside.run(export_picture, *it, map=maps[0], dpi=dpi, **what)

        self.target = target
        if self._proofing:
            self._proofing.cancel()
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
            self._let_go()
            super().reject()

    def accept(self) -> None:
        self._let_go()
        super().accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work:
            self._work.cancel()
            event.ignore()
        else:
            self._let_go()
            super().closeEvent(event)

    # The preview

    def _wait(self) -> None:
        """Something else is chosen: wait for what else may be, unless it can't be printed."""
        if self.choices.problem:
            self.save.setEnabled(False)
        self._settle.start(SETTLED)

    def _proof(self) -> None:
        """Make the print that is chosen, in memory; one that is being made is given up.

        While a file is written nobody looks at a preview.
        """
        if self._proofing:
            self._proofing.cancel()
        if problem := self.choices.problem:
            self._refuse(Refused(problem))
            return
        if self._proofing or self._work:
            return
        chosen = options, maps = self.choices.options(), self.choices.chosen_maps()
        document, aside = self._document, self._aside
        self.preview.wait_for_another()

        def task(progress: Progress, cancelled: Callable[[], bool]) -> object:
            it = (document.project, document.assets.read, progress, cancelled)
            return aside.run(make_proof, *it, maps=maps, options=options)

        work = Work(task, self)
        self._proofing = work
        work.done.connect(lambda proof: self._proofed(proof, chosen))
        work.failed.connect(self._proof_failed)
        work.start()

    def _proofed(self, proof: Proof, chosen: tuple[PdfOptions, Sequence[Id]]) -> None:
        self._proofing = None
        if self.choices.problem or chosen != (self.choices.options(), self.choices.chosen_maps()):
            self._proof()
            return
        self.preview.show_proof(proof)
        self.advice.show_proof(proof, sheets=self.choices.suffix == PDF)
        self.save.setEnabled(True)
        self.proofed.emit()

    def _proof_failed(self, problem: Exception) -> None:
        self._proofing = None
        if isinstance(problem, Cancelled):
            if self.isVisible():
                self._proof()
        elif isinstance(problem, Refused):
            self._refuse(problem)
        else:
            raise problem

    def _refuse(self, problem: Refused) -> None:
        """There is no print of what is chosen."""
        self.preview.show_nothing()
        self.advice.show_refusal(problem)
        self.save.setEnabled(False)
        self.proofed.emit()

    def _let_go(self) -> None:
        """End what is done aside."""
        self._settle.stop()
        if self._proofing:
            self._proofing.cancel()
            self._proofing.wait()
        self.preview.wait()

    # How it's built

    def _take_room(self) -> None:
        """Be as large as shows all choices, or as the screen."""
        room = self.screen().availableSize() - QSize(_FRAME, _FRAME)
        self.resize(QSize(scaled(WIDTH), scaled(HEIGHT)).boundedTo(room))

    def _questions(self) -> QWidget:
        self.questions = QWidget()
        left = QVBoxLayout()
        left.setSpacing(16 - EDGE)
        title = label(tr("Export"), "dialog-title")
        title.setContentsMargins(EDGE, 0, 0, 0)
        left.addWidget(title)
        left.addWidget(Column(self.choices, scaled(LEFT)), 1)
        self.save = button(tr("Export…"), look="primary")
        self.save.setDefault(True)
        cancel = button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask_target)
        buttons = line([cancel, 1, self.save], QHBoxLayout())
        buttons.setContentsMargins(EDGE, 0, EDGE + BAR, 0)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.preview, 1)
        right.addWidget(self.advice)
        row = QHBoxLayout(self.questions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24 - BAR - EDGE)
        row.addLayout(left)
        row.addLayout(right, 1)
        return self.questions

    def _progress(self) -> QWidget:
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.stop = button(tr("Cancel"))
        self.stop.clicked.connect(self.reject)
        return _middle(
            label(tr("Writing the file…"), "dialog-title"), self.bar, _row([1, self.stop])
        )

    def _result(self) -> QWidget:
        self.summary = label("", "secondary", wrap=True)
        self.open_file = button(tr("Open the file"))
        self.open_folder = button(tr("Open its folder"))
        self.ready = button(tr("Done"), look="primary")
        self.open_file.clicked.connect(lambda: self._open(self.target))
        self.open_folder.clicked.connect(lambda: self._open(self.target and self.target.parent))
        self.ready.clicked.connect(self.accept)
        return _middle(
            label(tr("The file is ready"), "dialog-title"),
            self.summary,
            _row([self.open_folder, self.open_file, 1, self.ready]),
        )

    def _ask_target(self) -> None:
        source, suffix = self._document.path, self.choices.suffix
        folder = Path.home() if self._document.is_draft else source.parent
        names = {PDF: tr("PDF files"), SVG: tr("SVG pictures"), PNG: tr("PNG pictures")}
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Export"),
            str(folder / f"{source.stem}{suffix}"),
            f"{names[suffix]} (*{suffix})",
        )
        if name:
            known = Path(name).suffix.lower() == suffix
            self.export_to(Path(name if known else f"{name}{suffix}"))

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _finish(self, result: Any) -> None:
        self._end()
        pages = tr.plural("{count} page", "{count} pages", len(result.pages))
        said = [f"{self.target}\n{pages}", *result.notes()]
        if self.choices.carries and self.target and self.target.suffix.lower() == PDF:
            said.append(tr("The whole project is inside: whoever gets the PDF can open it."))
        self.summary.setText("\n\n".join(said))
        self._turn_to(2, self.ready)
        self.written.emit(self.target)

    def _fail(self, problem: Exception) -> None:
        self._end()
        self._turn_to(0, self.save)
        if not self.preview.is_current:
            self._proof()
        if isinstance(problem, Refused):
            say_refused(self, problem)
        elif not isinstance(problem, Cancelled):
            raise problem

    def _turn_to(self, page: int, first: QPushButton) -> None:
        """Show a page; Enter presses the button that is wanted first there."""
        self.pages.setCurrentIndex(page)
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._patience.stop()
        self._work = None
        self.questions.setEnabled(True)

    def _open(self, path: Path | None) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _row(parts: list[QWidget | int]) -> QWidget:
    row = QWidget()
    line(parts, QHBoxLayout(row))
    return row


def _middle(*parts: QWidget) -> QWidget:
    """Widgets one below the other, in the middle of a page."""
    page, block = QWidget(), QWidget()
    block.setFixedWidth(scaled(BLOCK))
    column = QVBoxLayout(block)
    column.setSpacing(16)
    column.addStretch(1)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    line([1, block, 1], QHBoxLayout(page))
    return page
