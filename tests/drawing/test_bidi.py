"""The order of mixed text, beside another implementation of the same annex."""

import bidi
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from journeyeditor.drawing.fonts.bidi import levels, needs_reordering, visual_order

# Letters, digits and signs of all classes; embeddings and isolates.
ALPHABET = (
    "אבג abc 12,.()[]-+%٣٤م،\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\u0300"
)
SHOWN = str.maketrans(")]", "([") | dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Brackets are mirrored by whoever draws them, and formatting characters are not seen."""


def display(text: str) -> str:
    return "".join(text[i] for i in visual_order(levels(text)))


@settings(max_examples=400, deadline=None)
@given(st.text(ALPHABET, min_size=1, max_size=14))
@example("abc (אבג) 12,5 %")
@example("אבג (abc) 12")
@example("\u2067abc\u2069 (אב\u2066x)")
def test_order_agrees_with_the_reference(text: str) -> None:
    # The reference overrides spaces at the end too; rule L1 goes by what they were.
    assume(not {"\u202d", "\u202e"} & set(text) or not text.translate(SHOWN)[-1:].isspace())
    assert display(text).translate(SHOWN) == str(bidi.get_display(text)).translate(SHOWN)


def test_spaces_at_the_end_go_with_the_paragraph_also_behind_an_override() -> None:
    assert levels("1\u202d\u05d0 ") == [2, 2, 2, 1]


def test_plain_text_needs_nothing() -> None:
    assert not needs_reordering("Confirmación “1 + 1” – sí")
    assert needs_reordering("Hola עולם")


def test_deep_embeddings_end() -> None:
    assert max(levels("\u202b" * 500 + "a")) <= 126
