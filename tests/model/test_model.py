"""Records, order keys, changes and the snapshot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import fields_of, make, revise
from journeyeditor.model.order import key_between, keys_between
from journeyeditor.model.project import Project, StaleChange
from journeyeditor.model.records import KIND_BY_NAME, KINDS, LINK_ENDS, Stage, Touchpoint
from journeyeditor.model.text import fold


@given(st.lists(st.integers(0, 10**6), max_size=80))
def test_there_is_always_a_key_between_two_neighbours(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        index = place % (len(keys) + 1)
        before = keys[index - 1] if index else ""
        after = keys[index] if index < len(keys) else ""
        keys.insert(index, key_between(before, after))
    assert keys == sorted(set(keys))
    assert not any(key.endswith("0") for key in keys)


def test_many_keys_at_once_stay_short_and_sorted():
    keys = keys_between("", "", 5000)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 6


@pytest.mark.parametrize(("before", "after"), [("V", "V"), ("W", "V")])
def test_no_key_fits_between_equal_or_reversed_keys(before, after):
    with pytest.raises(ValueError, match="no key between"):
        key_between(before, after)


def test_texts_are_composed_and_cleaned():
    record = make(Touchpoint, name="e\u0301\x00\r\nb\tc", notes="\ud800x")
    assert (record.name, record.notes) == ("é\nb\tc", "x")


def test_a_revision_that_changes_nothing_is_the_same_object():
    record = make(Touchpoint, name="é")
    assert revise(record, name="e\u0301") is record
    assert revise(record, name="e") is not record


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_names_a_kind_and_every_link_its_ends(kind):
    for field in fields_of(kind):
        if field.reference is not None:
            assert set(field.reference.kinds) <= KIND_BY_NAME.keys()
            assert field.type is str
    names = {field.name for field in fields_of(kind)}
    assert set(LINK_ENDS.get(kind, ())) <= names


def test_a_change_that_does_not_start_here_is_refused_and_nothing_changes():
    project = Project([stage := make(Stage, map="m", name="A", order="V")])
    renamed = revise(stage, name="B")
    stale = Change(Label("Rename"), {stage.id: renamed}, {stage.id: stage})
    with pytest.raises(StaleChange):
        project.apply(stale)
    assert project == Project([stage])


def test_a_change_names_the_same_records_before_and_after():
    with pytest.raises(ValueError, match="same records"):
        Change(Label("x"), {"a": None}, {"b": None})


def test_folding_ignores_accents_case_and_spaces():
    assert fold("  Reseña\u00a0ÁGIL ") == fold("resena agil")
