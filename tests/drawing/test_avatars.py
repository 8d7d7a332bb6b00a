"""Initials."""

import pytest

from journeyeditor.drawing.avatars import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Marta Ruiz", "MR"),
        ("Marta Ruiz Sanz", "MR"),
        ("Atención al cliente", "AC"),
        ("Juan de la Cruz", "JC"),
        ("Almacén", "AL"),
        ("Maria Rodriguez - Application Developer (New Team Member)", "MR"),
        ("ana", "AN"),
        ("IT", "IT"),
        ("de la", "DL"),
        ("👩‍👩‍👧 Familia", "👩‍👩‍👧F"),
        ("e\u0301lan vital", "E\u0301V"),
        ("- (x)", ""),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
