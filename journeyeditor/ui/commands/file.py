"""What is done with files."""

from journeyeditor.translation import N_
from journeyeditor.ui.commands.command import Command, editable, on

FILE = (
    Command(
        id="new", text=N_("New map"), icon="file-plus", keys=("Ctrl+N",), always=True,
        run=lambda window: window.new_document("blank"),
    ),
    Command(
        id="open", text=N_("Open…"), icon="folder-open", keys=("Ctrl+O",), always=True,
        run=lambda window: window.ask_open(),
    ),
    Command(
        id="import", text=N_("Import from CSV…"), icon="file-spreadsheet", always=True,
        run=lambda window: window.ask_import(),
    ),
    Command(
        id="save", text=N_("Save"), icon="save", keys=("Ctrl+S",),
        run=on(lambda w: w.files.save()),
    ),
    Command(
        id="save-as", text=N_("Save as…"), keys=("Ctrl+Shift+S",), able=editable,
        run=on(lambda w: w.files.ask_save_as()),
    ),
    Command(id="save-copy", text=N_("Save a copy…"), run=on(lambda w: w.files.ask_save_copy())),
    Command(
        id="revert", text=N_("Revert to the state at opening"), icon="history",
        able=lambda w: editable(w) and w.document.revision > 0,
        run=on(lambda w: w.files.revert()),
    ),
    Command(
        id="export-pdf", text=N_("Export PDF…"), icon="file-down", keys=("Ctrl+P", "Ctrl+E"),
        run=on(lambda w: w.files.export_pdf(w.map, lens=w.looking.look.lens)),
    ),
    Command(
        id="close", text=N_("Close"), keys=("Ctrl+W",), always=True,
        run=lambda window: window.put_away(),
    ),
    Command(
        id="quit", text=N_("Quit"), icon="log-out", keys=("Ctrl+Q",), always=True,
        run=lambda window: window.quit(),
    ),
)  # fmt: skip
