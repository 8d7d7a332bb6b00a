"""Every value that a record may choose has a name."""

from enum import StrEnum

import pytest

from journeyeditor.catalogue.choices import choice_name, rating_name
from journeyeditor.model.choices import ChannelFamily, CustomKind, LaneKind
from journeyeditor.model.fields import fields_of
from journeyeditor.model.records import KINDS

NAMED_ELSEWHERE = {ChannelFamily, CustomKind, LaneKind}
CHOICES = sorted(
    {
        choice
        for kind in KINDS
        for field in fields_of(kind)
        if isinstance(field.type, type)
        and issubclass(field.type, StrEnum)
        and field.type not in NAMED_ELSEWHERE
        for choice in field.type
    },
    key=repr,
)


@pytest.mark.parametrize("choice", CHOICES, ids=repr)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_choice_has_a_name(choice: StrEnum, language: str) -> None:
    assert choice_name(choice, language)


def test_equal_words_in_two_lists_have_their_own_names() -> None:
    from journeyeditor.model.choices import ImprovementState, TrainingState

    assert choice_name(ImprovementState.DONE, "en") == "Completed"
    assert choice_name(TrainingState.DONE, "en") == "Trained"


def test_ratings_in_words() -> None:
    assert [rating_name(n, "en") for n in (1, 5)] == ["Very low", "Very high"]
