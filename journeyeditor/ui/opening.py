"""Ways to a document: a template, a file, a table, what a crash left behind.

Each shows it in the given window if that has no document yet, else in another one. What cannot
be done is said to the user.
"""

from collections.abc import Callable
from pathlib import Path

from journeyeditor.document import Document
from journeyeditor.errors import Refused
from journeyeditor.importing.carried import Locked, carried_project
from journeyeditor.importing.csv_long import Imported, listed, read_csv
from journeyeditor.model.records import Asset, JourneyMap, Placement
from journeyeditor.storage.leftovers import Leftover, discard, recoverable_sessions
from journeyeditor.storage.locks import NotEditable
from journeyeditor.templates import empty_project, make_project
from journeyeditor.translation import tr
from journeyeditor.ui.dialogs.messages import Message, say_refused
from journeyeditor.ui.dialogs.password import PasswordQuestion
from journeyeditor.ui.dialogs.recovery import RecoveryDialog
from journeyeditor.ui.window import Window


def new_document(window: Window, slug: str) -> None:
    """Begin with a template."""

    def make() -> Document:
        new = make_project(slug, tr.language)
        name = new.project.info.name or new.project.maps()[0].name
        return Document.new(new.project, new.assets, name)

    _show(window, make)


def open_path(window: Window, path: Path) -> None:
    """Open a document, also one that a PDF carries, or import a table."""
    if path.suffix.lower() == ".csv":
        import_csv(window, path)
    elif path.suffix.lower() == ".pdf":
        _show(window, lambda: _open_carried(window, path))
    elif not _raise_window(window, path):
        try:
            _show(window, lambda: Document.open(path))
        except NotEditable as problem:
            _open_otherwise(window, path, problem)


def _open_carried(window: Window, path: Path) -> Document | None:
    from journeyeditor.storage.carried import unpack  # takes SQLAlchemy: not before the window

    content = _carried(window, path)
    return Document.open(unpack(content, path)) if content else None


def _carried(window: Window, path: Path) -> bytes | None:
    """What a PDF carries; None where its password was asked for and isn't given. Refused."""
    try:
        return carried_project(path)
    except Locked:
        question = PasswordQuestion(window, path)
    while word := question.word():
        try:
            return carried_project(path, word)
        except Locked as problem:
            question.say(problem.what)
    return None


def reopen(window: Window, document: Document) -> None:
    """Show what another program made of the window's document; its own edits go to a copy."""
    path = document.path
    try:
        Document.open(path, read_only=True).close()
    except Refused as problem:
        say_refused(window, problem)
        return
    if not window.close_document():
        return
    open_path(window, path)
    if window.workspace is None:
        window.show_start()
    elif document.path != path:
        message = tr("What you had is kept beside it: {name}", name=document.path.name)
        window.workspace.banner.say(message)


def import_csv(window: Window, path: Path) -> None:
    """A table into the window's document as one step, or into a new document."""
    if window.workspace is None:
        found_new: list[Imported] = []
        _show(window, lambda: _imported(path, found_new))
        if found_new:
            _say_notices(window, found_new[0])
        return
    try:
        found = read_csv(path, window.workspace.project)
        if found.change:
            window.workspace.document.perform(found.change)
    except Refused as problem:
        say_refused(window, problem)
        return
    cards = tr.plural("{count} card", "{count} cards", found.counts.get(Placement, 0))
    message = tr(
        "{cards} imported from {file}. One undo takes it all back.", cards=cards, file=path.name
    )
    window.workspace.banner.say(message)
    made = found.change.after.items() if found.change else ()
    new = {id for id, record in made if isinstance(record, JourneyMap)}
    for map in [map.id for map in window.workspace.project.maps() if map.id in new][:1]:
        window.workspace.show_map(map)
    _say_notices(window, found)


def _say_notices(window: Window, found: Imported) -> None:
    """What a reader of an imported table should look at, with the lines."""
    if found.problems:
        Message(window, tr("Imported. Please look at these lines:"), [listed(found.problems)]).ask()


def begin(window: Window, path: Path | None) -> None:
    """Ask what to do with what a crash left behind, then open the file that was asked for."""

    def go_on() -> None:
        if path is not None:
            open_path(window, path)

    leftovers = _leftovers(window)
    if not leftovers:
        go_on()
        return
    dialog = RecoveryDialog(window, leftovers)
    dialog.recover.connect(lambda leftover: _recover(window, leftover))
    dialog.discard.connect(discard)
    dialog.finished.connect(go_on)
    dialog.open()


def _leftovers(window: Window) -> list[Leftover]:
    try:
        return recoverable_sessions()
    except Refused as problem:
        say_refused(window, problem)
        return []


def _show(window: Window, open: Callable[[], Document | None]) -> None:
    """Open a document and show it, unless the user has thought better of it. NotEditable."""
    try:
        document = open()
    except NotEditable:
        raise
    except Refused as problem:
        say_refused(window, problem)
        return
    if document is None:
        return
    if window.workspace:
        window = window.program.open_window()
    window.show_document(document)
    window.keep_sketch()


def _raise_window(window: Window, path: Path) -> bool:
    """Bring the window to the front that edits this document; whether there is one."""
    for other in window.program.windows:
        document = other.workspace.document if other.workspace else None
        if document and not document.read_only and document.path == path.resolve():
            other.activateWindow()
            other.raise_()
            return True
    return False


def _open_otherwise(window: Window, path: Path, problem: NotEditable) -> None:
    answers = (tr("Open read-only"), tr("Open a copy"), tr("Cancel"))
    answer = Message(window, problem.what, [str(path), problem.advice], answers).ask()
    if answer == 0:
        _show(window, lambda: Document.open(path, read_only=True))
    elif answer == 1:
        _show(window, lambda: _copy_of(path))


def _recover(window: Window, leftover: Leftover) -> None:
    try:
        _show(window, lambda: Document.recover(leftover))
    except NotEditable as problem:
        say_refused(window, problem)


def _imported(path: Path, told: list[Imported]) -> Document:
    """A new document with what a table holds; `told` gets what was found there."""
    project = empty_project(tr.language, path.stem)
    found = read_csv(path, project)
    told.append(found)
    if found.change:
        project = project.apply(found.change)
    if not project.count(JourneyMap):
        raise Refused(tr("There is nothing to import in the file."), where=str(path))
    return Document.new(project, {}, path.stem)


def _copy_of(path: Path) -> Document:
    """A new document with what a file holds that can't be edited itself."""
    original = Document.open(path, read_only=True)
    assets = {a.sha256: original.assets.read(a.sha256) for a in original.project.all(Asset)}
    copy = Document.new(original.project, assets, tr("{name} (copy)", name=path.stem))
    original.close()
    return copy
