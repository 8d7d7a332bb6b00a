"""The program speaks Spanish throughout: every message is translated, and well formed.

After changing messages run `make messages`: it brings the catalogue in resources/locale up to
date and names what is left to translate.
"""

import importlib.util
import re
import string
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message

from journeyeditor.model.change import Label
from journeyeditor.translation import LANGUAGES, translator

CHECKOUT = Path(__file__).resolve().parent.parent


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", CHECKOUT / ".ci" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


messages = _script()
TRANSLATED = [language for language in LANGUAGES if language != "en"]


@pytest.fixture(scope="module")
def source() -> Catalog:
    return messages.source_messages()  # type: ignore[no-any-return]


@pytest.fixture(scope="module", params=TRANSLATED)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return messages.read_catalogue(request.param)  # type: ignore[no-any-return]


def forms(message: Message) -> list[tuple[str, str]]:
    """Each translation of a message with the original that it stands for."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    one, many = message.id
    return [
        (one if number == 0 else many, text) for number, text in enumerate(message.string or ())
    ]


def test_every_message_of_the_source_is_translated_and_no_other(
    source: Catalog, catalogue: Catalog
) -> None:
    wanted = {message.id for message in source if message.id}
    present = {message.id for message in catalogue if message.id}
    assert sorted(map(str, wanted - present)) == []
    assert sorted(map(str, present - wanted)) == []
    empty = [message.id for message in catalogue for _, text in forms(message) if not text]
    assert empty == []
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []


def test_places_to_fill_are_the_same_in_every_language(catalogue: Catalog) -> None:
    for message in catalogue:
        for original, text in forms(message) if message.id else ():
            assert places(original) == places(text), text


def places(message: str) -> set[str]:
    """The names in braces; ValueError where the braces do not match."""
    parsed = list(string.Formatter().parse(message))
    assert not any(spec or conversion for _, _, spec, conversion in parsed), message
    names = {name for _, name, _, _ in parsed if name is not None}
    assert all(name.isidentifier() for name in names), message
    return names | set(re.findall(r"%(?:\(\w+\))?[a-z]", message))


def test_marks_of_menus_and_ends_of_sentences_agree(catalogue: Catalog) -> None:
    for message in catalogue:
        for original, text in forms(message) if message.id else ():
            for end in ("…", ".", ":", "\n", " "):
                assert original.endswith(end) == text.endswith(end), text
            assert original.startswith(" ") == text.startswith(" "), text
            assert original.count("&") == text.count("&"), text
            if " " in original and text[:1].isalpha():  # but names of months, as single words
                assert original[:1].islower() == text[:1].islower(), text


def test_messages_use_typographic_signs(source: Catalog, catalogue: Catalog) -> None:
    for message in source:
        for original, _ in forms(message):
            assert not re.search(r"\"|\.\.\.| -- ", original), original
    for message in catalogue:
        for _, text in forms(message) if message.id else ():
            assert not re.search(r"[\"“”]|\.\.\.|\d %|\} %", text), text
            assert text.count("«") == text.count("»"), text
            assert text.count("¿") == text.count("?"), text
            assert text.count("¡") == text.count("!"), text


def test_the_compiled_catalogue_is_fresh(catalogue: Catalog) -> None:
    path = messages.po_file(str(catalogue.locale)).with_suffix(".mo")
    assert path.read_bytes() == messages.compiled(catalogue), "run make messages"


def test_messages_are_found_wherever_they_are_marked() -> None:
    found = set(
        messages.messages_of(
            'tr("a"); self.tr("b", x=1); N_("c"); tr("d" if x else "e")\n'
            'tr.plural("one", "many", n); Label("f", name=y); Label("g", "gs", count=2)\n'
            'Label("h", plural="hs"); tr(variable); other("i"); tr("j" "k")'
        )
    )
    assert found == {
        *("a", "b", "c", "d", "e", ("one", "many"), "f", ("g", "gs"), ("h", "hs"), "jk")
    }


def test_translators_fill_places_and_count() -> None:
    en, es = translator("en"), translator("es")
    label = Label("Add {count} card", "Add {count} cards", count=2)
    assert (en.label(label), es.label(label)) == ("Add 2 cards", "Añadir 2 tarjetas")
    assert es.label(Label("Add “{name}”", name="Pago")) == "Añadir «Pago»"


def test_an_unknown_language_is_english() -> None:
    assert translator("fr")("Phone") == "Phone"
    assert translator("es")("Phone") == "Teléfono"


@pytest.mark.parametrize(
    ("value", "decimals", "signed", "en", "es"),
    [
        (1.5, 1, False, "1.5", "1,5"),
        (-0.04, 1, True, "0.0", "0,0"),
        (-2, 0, False, "−2", "−2"),
        (0.5, 1, True, "+0.5", "+0,5"),
    ],
)
def test_numbers_follow_the_language(
    value: float, decimals: int, signed: bool, en: str, es: str
) -> None:
    assert translator("en").number(value, decimals, signed=signed) == en
    assert translator("es").number(value, decimals, signed=signed) == es
    assert translator("es").percent(0.2) == "20\N{NO-BREAK SPACE}%"
