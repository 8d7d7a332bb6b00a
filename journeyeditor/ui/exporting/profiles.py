"""The kept ways of printing, above everything that they decide."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QSizePolicy, QToolButton, QWidget

from journeyeditor.document import Document
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.profiles import BUILT_IN, options_of, values_of
from journeyeditor.model.change import Change
from journeyeditor.model.edits.profiles import remove_profile, rename_profile, save_profile
from journeyeditor.model.records import PrintProfile
from journeyeditor.translation import tr
from journeyeditor.ui.chrome.controls import Choice, line, tool_button

_NONE = ""


class Profiles(QWidget):
    """Offers the profiles; `chosen` carries the options of one."""

    chosen = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.choice = Choice(tr("Profile"))
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.more = tool_button("ellipsis", tr("Profiles"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.save = menu.addAction(tr("Save as profile…"), self._ask_save)
        self.rename = menu.addAction(tr("Rename profile…"), self._ask_rename)
        self.remove = menu.addAction(tr("Remove profile"), self.forget)
        self.more.setMenu(menu)
        line([self.choice, self.more], QHBoxLayout(self))
        self.choice.currentIndexChanged.connect(self._choose)
        self._options = self._shown = PdfOptions()
        self._asked = False
        self._fill(_NONE)

    def follow(self, options: PdfOptions) -> None:
        """Learn what is chosen; a profile stays named until something else is chosen."""
        self._options = options
        if self._asked:
            self._shown, self._asked = options, False
        if options != self._shown:
            self._show(_NONE)

    def save_as(self, name: str) -> None:
        """Keep what is chosen under a name."""
        self._perform(save_profile(self._document.project, name, values_of(self._options)))
        own = self._document.project.ordered(PrintProfile)
        self._shown = self._options
        self._fill(next((it.id for it in own if it.name == name), _NONE))

    def rename_to(self, name: str) -> None:
        """Give the chosen profile another name."""
        if own := self._own():
            self._perform(rename_profile(self._document.project, own.id, name))
            self._fill(own.id)

    def forget(self) -> None:
        """Remove the chosen profile from the project."""
        if own := self._own():
            self._perform(remove_profile(self._document.project, own.id))
            self._fill(_NONE)

    def _own(self) -> PrintProfile | None:
        return self._document.project.find(PrintProfile, self.choice.currentData())

    def _options_at(self, id: str) -> PdfOptions:
        if id in BUILT_IN:
            return replace(BUILT_IN[id], lens=self._options.lens)
        return options_of(self._document.project.get(PrintProfile, id).options)

    def _fill(self, id: str) -> None:
        own = self._document.project.ordered(PrintProfile)
        entries = [
            (tr("As chosen below"), _NONE),
            *((tr(name), name) for name in BUILT_IN),
            *((profile.name, profile.id) for profile in own),
        ]
        self.choice.fill(entries, id)
        self._allow()

    def _show(self, id: str) -> None:
        blocked = self.choice.blockSignals(True)
        self.choice.choose(id)
        self.choice.blockSignals(blocked)
        self._allow()

    def _allow(self) -> None:
        free = not self._document.read_only
        self.save.setEnabled(free)
        for action in (self.rename, self.remove):
            action.setEnabled(free and self._own() is not None)

    def _choose(self, _index: int) -> None:
        self._allow()
        if id := self.choice.currentData():
            self._asked = True
            self.chosen.emit(self._options_at(id))

    def _perform(self, change: Change | None) -> None:
        if change:
            self._document.perform(change)

    def _ask_save(self) -> None:
        own = self._own()
        if name := self._ask(tr("Save as profile"), own.name if own else ""):
            self.save_as(name)

    def _ask_rename(self) -> None:
        if (own := self._own()) and (name := self._ask(tr("Rename profile"), own.name)):
            self.rename_to(name)

    def _ask(self, title: str, name: str) -> str:
        text, given = QInputDialog.getText(self, title, tr("Name"), text=name)
        return " ".join(text.split()) if given else ""
