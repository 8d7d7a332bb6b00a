"""What the preflight found, in sentences, and what mends it in one click."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeyeditor.errors import Refused
from journeyeditor.exporting.paper import paper_name
from journeyeditor.exporting.preflight import Preflight, Proposal, proposals, smaller_paper
from journeyeditor.exporting.preflight import remarks as to_be_mended
from journeyeditor.exporting.proof import Proof
from journeyeditor.exporting.result import SHORTFALLS, SMALLEST_TYPE
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import button, label, line
from journeyeditor.ui.chrome.icons import pixmap
from journeyeditor.ui.chrome.look import current_theme

_LISTED = 8
"""So many characters are named."""


class Remark(NamedTuple):
    """A sentence, and whether something should be done about it."""

    text: str
    grave: bool


def remarks(found: Preflight) -> Iterator[Remark]:
    """The sentences, the grave ones first."""
    yield from sorted(_remarks(found), key=lambda remark: not remark.grave)


def _remarks(found: Preflight) -> Iterator[Remark]:
    if found.smallest < float("inf"):
        yield Remark(
            _about_size(found),
            found.too_small,
        )
    for shortfall in sorted(found.shortfalls):
        yield Remark(tr(SHORTFALLS[shortfall]), True)
    if found.missing:
        yield Remark(
            tr(
                "No font has these characters, boxes stand in their place: {characters}",
                characters=_listed(found.missing),
            ),
            True,
        )
    yield from (Remark(text, True) for text in to_be_mended(found))


def _listed(characters: Iterable[str]) -> str:
    """With their numbers in Unicode, since they may not be seen here either."""
    named = [f"{it} (U+{ord(it):04X})" for it in sorted(characters)]
    return ", ".join(named[:_LISTED]) + (" …" if len(named) > _LISTED else "")


def _about_size(found: Preflight) -> str:
    size = tr.number(found.smallest, 1)
    if found.too_small:
        return tr(
            "The smallest letters are {size} points high: below {least} they are hard to read.",
            size=size,
            least=tr.number(SMALLEST_TYPE),
        )
    return tr(
        "The smallest letters are {size} points high, to be read from {distance} cm.",
        size=size,
        distance=tr.number(found.distance / 10),
    )


class Advice(QWidget):
    """The sentences below the preview; `chosen` carries the options of a proposal."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_proof(self, proof: Proof, *, sheets: bool) -> None:
        """Say what was found on it; whether it could be cut into `sheets`."""
        self._clear()
        for remark in remarks(proof.found):
            self._column.addWidget(_line(remark))
        offers = [*proposals(proof.found, proof.options)]
        if smaller := smaller_paper(proof.found, proof.options):
            offers.append(smaller)
        offers = [it for it in offers if sheets or not it.options.tiling]
        if offers:
            self._column.addWidget(self._offers(offers))

    def show_refusal(self, problem: Refused) -> None:
        """Say why there is nothing to be shown."""
        self._clear()
        self._column.addWidget(_line(Remark(str(problem), True)))

    def _clear(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()

    def _offers(self, offers: list[Proposal]) -> QWidget:
        row = QWidget()
        parts: list[QWidget | int] = []
        for offer in offers:
            made = button(_words(offer))
            made.clicked.connect(lambda _=False, it=offer: self.chosen.emit(it.options))
            parts.append(made)
        line([*parts, 1], QHBoxLayout(row))
        return row


def _words(offer: Proposal) -> str:
    size = tr.number(offer.smallest, 1)
    options = offer.options
    if options.tiling:
        paper = paper_name(options.tiling.paper, tr)
        return tr("Cut into {paper} sheets ({size} pt)", paper=paper, size=size)
    return tr("Use {paper} ({size} pt)", paper=paper_name(options.paper, tr), size=size)


def _line(remark: Remark) -> QWidget:
    sign = QLabel()
    theme = current_theme()
    name, colour = ("triangle-alert", theme.warn) if remark.grave else ("circle-check", theme.ok)
    sign.setPixmap(pixmap(name, colour, 14, sign.devicePixelRatioF()))
    sign.setAccessibleName(tr("To be looked at") if remark.grave else tr("Fine"))
    row = QWidget()
    words = label(remark.text, "secondary", wrap=True)
    layout = line([sign, words], QHBoxLayout(row))
    layout.setStretch(1, 1)
    return row
