"""Bring the catalogues of translations up to date with the messages in the source.

`make messages` runs this after messages or translations have changed: it adds new messages to the
.po files (empty, to be translated), drops those that no source holds any more, and compiles the
.mo files that the program reads.

A message is the literal text in `tr(...)`, `N_(...)`, `.plural(...)`, `Label(...)`, and in the
`_label(...)` that edits make labels with.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CHECKOUT = Path(__file__).resolve().parent.parent
SOURCE = CHECKOUT / "journeyeditor"
LOCALE = CHECKOUT / "resources" / "locale"
LANGUAGES = ("es",)

MARKS = {"tr": 1, "N_": 1, "Label": 2, "_label": 2, "plural": 2}
"""The functions that take messages, and how many of their first arguments are one."""


def source_messages() -> Catalog:
    """All messages in the source, with the files that hold them."""
    catalogue = Catalog(project="Journey Editor", msgid_bugs_address="", charset="utf-8")
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(CHECKOUT).as_posix()
        for message in messages_of(path.read_text("utf-8")):
            catalogue.add(message, locations=[(name, 0)])
    return catalogue


def messages_of(source: str) -> Iterator[str | tuple[str, str]]:
    """The messages of a Python source; of one that depends on a count, (singular, plural)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (size := MARKS.get(_called(node.func))):
            arguments = [*node.args[:size], *(k.value for k in node.keywords if k.arg == "plural")]
            texts = [list(_texts(argument)) for argument in arguments]
            if size == 2 and len(texts) > 1 and texts[0] and texts[1]:
                yield texts[0][0], texts[1][0]
            elif texts and _called(node.func) != "plural":
                yield from texts[0]


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _texts(argument: ast.expr) -> Iterator[str]:
    """The literal texts that an argument may be; both branches of a condition."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _texts(argument.body)
        yield from _texts(argument.orelse)


def po_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "journeyeditor.po"


def read_catalogue(language: str) -> Catalog:
    with po_file(language).open("rb") as stream:
        return read_po(stream, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def update(language: str) -> int:
    """Write a language's two files anew; how many messages wait for a translation."""
    catalogue = read_catalogue(language)
    source = source_messages()
    source.creation_date = catalogue.creation_date  # a file with no new message stays the same
    catalogue.update(source, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with po_file(language).open("wb") as stream:
        write_po(stream, catalogue, include_lineno=False, sort_output=True, width=100)
    po_file(language).with_suffix(".mo").write_bytes(compiled(read_catalogue(language)))
    return sum(not message.string for message in catalogue if message.id)


if __name__ == "__main__":
    waiting = {language: update(language) for language in LANGUAGES}
    for language, count in waiting.items():
        print(f"{po_file(language).relative_to(CHECKOUT)}: {count} messages not translated")
    sys.exit(any(waiting.values()))
