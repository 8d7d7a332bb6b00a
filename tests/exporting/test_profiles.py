"""Kept ways of printing: what is kept comes back, and nothing that is wrong breaks a print."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.exporting.options import Colours, Content, Detail, PdfOptions
from journeyeditor.exporting.paper import FIT, MILLIMETRE, PAPERS, WIDEST_MARGIN
from journeyeditor.exporting.profiles import (
    BUILT_IN,
    find_profile,
    options_of,
    profiles,
    values_of,
)
from journeyeditor.exporting.tiling import Tiling
from journeyeditor.exporting.topics import CLIENT_SAFE, Topic
from journeyeditor.model.change import Change
from journeyeditor.model.edits.profiles import remove_profile, rename_profile, save_profile
from journeyeditor.model.project import Project
from journeyeditor.model.records import PrintProfile
from journeyeditor.translation import LANGUAGES, translator
from tests.exporting.projects import project_of
from tests.exporting.reading import MADE

TURNS = st.sampled_from((None, True, False))
SHEETS = st.sampled_from((*PAPERS, "300x500mm"))
TILINGS = st.builds(
    Tiling,
    paper=SHEETS,
    landscape=TURNS,
    overlap=st.floats(0, 100),
    whole=st.booleans(),
    repeat=st.booleans(),
    across=st.integers(0, 99),
    down=st.integers(0, 99),
    guides=st.booleans(),
    plan=st.booleans(),
)
OPTIONS = st.builds(
    PdfOptions,
    paper=st.one_of(st.just(FIT), SHEETS),
    landscape=TURNS,
    margin=st.floats(0, WIDEST_MARGIN),
    language=st.sampled_from(("", "es", "en")),
    notice=st.sampled_from(("", "Confidencial, 2026")),
    lens=st.sampled_from(("channel", "axis:0123")),
    detail=st.sampled_from(Detail),
    colours=st.sampled_from(Colours),
    watermark=st.sampled_from(("", "Borrador, 1")),
    tiling=st.one_of(st.none(), TILINGS),
    content=st.sampled_from(Content),
    without=st.frozensets(st.sampled_from(Topic)),
)


@given(OPTIONS)
def test_what_is_kept_comes_back(options: PdfOptions) -> None:
    assert options_of(values_of(options)) == options


def test_all_is_kept_but_when_a_print_was_made() -> None:
    kept = {name for name, _ in values_of(PdfOptions(created=MADE))}
    assert kept == {field.name for field in fields(PdfOptions)} - {"created", "tiling"}


WRONG = {
    "paper": "parchment",
    "landscape": "perhaps",
    "margin": "150",
    "language": "tlh",
    "detail": "epic",
    "colours": "sepia",
    "content": "novel",
    "sheet_paper": FIT,
    "sheet_overlap": "-3",
    "sheet_across": "1e9",
    "sheet_plan": "",
    "no_such_thing": "1",
}


@given(OPTIONS, st.frozensets(st.sampled_from(sorted(WRONG))))
def test_values_that_make_no_sense_leave_the_others_alone(
    options: PdfOptions, names: frozenset[str]
) -> None:
    values = {**dict(values_of(options)), **{name: WRONG[name] for name in names}}
    found, plain = options_of(values.items()), PdfOptions()
    for field in fields(PdfOptions):
        if field.name in names:
            assert getattr(found, field.name) == getattr(plain, field.name)
        elif field.name not in ("tiling", "created"):
            assert getattr(found, field.name) == getattr(options, field.name)


def test_a_topic_of_a_newer_program_does_not_bring_the_others_back() -> None:
    kept = (("without", "owners,astrology,notes"),)
    assert options_of(kept).without == {Topic.OWNERS, Topic.NOTES}


def applied(project: Project, change: Change | None) -> Project:
    assert change is not None
    return project.apply(change)


def test_profiles_are_kept_renamed_replaced_and_removed() -> None:
    tr, project = translator("es"), project_of("Mapa")
    mine = PdfOptions(paper="A2", without=CLIENT_SAFE, tiling=Tiling(overlap=5 * MILLIMETRE))
    project = applied(project, save_profile(project, "Taller", values_of(mine)))
    assert find_profile(project, "taller ", tr).options == mine
    assert [it.name for it in profiles(project, tr)][-1] == "Taller"
    other = replace(mine, paper="A0")
    project = applied(project, save_profile(project, "TALLER", values_of(other)))
    [kept] = project.all(PrintProfile)
    assert find_profile(project, "Taller", tr).options == other
    project = applied(project, rename_profile(project, kept.id, "Poster A1"))
    assert find_profile(project, "Poster A1", tr).options == other
    project = applied(project, remove_profile(project, kept.id))
    assert find_profile(project, "Poster A1", tr).options == BUILT_IN["Poster A1"]
    assert find_profile(project, "Taller", tr) is None


@pytest.mark.parametrize("language", ["en", "es"])
def test_built_in_profiles_have_their_names_in_both_languages(language: str) -> None:
    tr, project = translator(language), project_of("Mapa")
    for number, (name, options) in enumerate(BUILT_IN.items()):
        assert profiles(project, tr)[number].name == tr(name)
        for other in LANGUAGES:
            assert find_profile(project, translator(other)(name), tr).options == options
    assert find_profile(project, "Client-safe report", tr).options.without == CLIENT_SAFE
