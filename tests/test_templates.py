"""Templates and the sample are whole projects, in both languages."""

import hashlib
import io
import re
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from journeyeditor.catalogue import channel_name
from journeyeditor.errors import Refused
from journeyeditor.model.choices import Role
from journeyeditor.model.fields import fields_of
from journeyeditor.model.project import Project
from journeyeditor.model.records import (
    KIND_BY_NAME,
    LINK_ENDS,
    Asset,
    Axis,
    AxisValue,
    Channel,
    Improvement,
    Measure,
    Party,
    Placement,
    Responsibility,
    Segment,
    Stage,
    Touchpoint,
    TouchpointData,
)
from journeyeditor.resources import resource
from journeyeditor.templates import TEMPLATES, empty_project, make_project
from journeyeditor.translation import LANGUAGES

ALL = [(template.slug, language) for template in TEMPLATES for language in LANGUAGES]


@pytest.fixture(scope="module", params=list(LANGUAGES))
def sample(request: pytest.FixtureRequest) -> Project:
    return make_project("sample", request.param).project


def names(project: Project, kind: type[Stage] | type[Segment]) -> list[str]:
    [map] = project.maps()
    return [record.name for record in project.where(kind, map=map.id)]


@pytest.mark.parametrize(("slug", "language"), ALL)
def test_every_template_is_a_sound_project(slug: str, language: str) -> None:
    made = make_project(slug, language)
    project = made.project
    [map] = project.maps()
    assert project.info.language == language
    assert project.stages(map.id)
    assert project.segments(map.id)
    for record in project:
        for field in fields_of(type(record)):
            value = getattr(record, field.name)
            if value is None:
                assert field.optional
            elif field.reference is not None:
                kinds = [KIND_BY_NAME[name] for name in field.reference.kinds]
                assert any(project.find(kind, value) for kind in kinds), (record, field.name)
            elif field.range is not None:
                assert field.range.low <= value <= field.range.high, (record, field.name)
            else:
                assert type(value) in (field.type, tuple), (record, field.name)


def test_each_project_has_identities_of_its_own() -> None:
    shared = (*LINK_ENDS, Channel, Axis, AxisValue)
    one, two = (make_project("sample", "es").project for _ in range(2))
    assert one.info.uuid != two.info.uuid
    ids = {record.id for record in one if not isinstance(record, shared)}
    assert ids.isdisjoint(record.id for record in two)


def test_life_cycles_have_their_stages() -> None:
    seven = make_project("life-cycle-7", "es").project
    assert names(seven, Stage) == [
        *("Conciencia", "Conocimiento", "Consideración", "Selección"),
        *("Satisfacción", "Lealtad", "Promoción"),
    ]
    six = make_project("life-cycle-6", "en").project
    assert names(six, Stage) == [
        *("Awareness", "Knowledge", "Consideration", "Selection"),
        *("Satisfaction", "Loyalty and advocacy"),
    ]
    assert all(stage.goal for stage in (*seven.all(Stage), *six.all(Stage)))
    assert names(seven, Segment) == ["Cliente"]


def test_a_blank_map_decides_nothing() -> None:
    blank = make_project("blank", "es").project
    assert names(blank, Stage) == ["Etapa 1", "Etapa 2", "Etapa 3"]
    assert names(blank, Segment) == ["Cliente"]
    assert not any(stage.goal for stage in blank.all(Stage))
    assert blank.count(Placement) == 0


def test_an_empty_project_has_only_its_sheet() -> None:
    project = empty_project("es", "Taller")
    assert len(project) == 1
    assert (project.info.language, project.info.name) == ("es", "Taller")


def test_an_unknown_template_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refused, match="life-cycle-7, life-cycle-6, blank, sample"):
        make_project("retail", "en")


def test_slugs_are_single_words() -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+", template.slug) for template in TEMPLATES)
    assert all(resource("icons", f"{template.icon}.svg").exists() for template in TEMPLATES)


# The sample: the figures of the design's pictures, in both languages


def test_the_sample_map_has_the_figures_of_the_design(sample: Project) -> None:
    [map] = sample.maps()
    cards = sample.placements(map.id)
    stages, segments = sample.stages(map.id), sample.segments(map.id)
    assert (len(cards), sample.count(Touchpoint)) == (30, 27)
    per_stage = [len(sample.where(Placement, stage=stage.id)) for stage in stages]
    assert per_stage == [6, 4, 6, 6, 4, 2, 2]
    assert [stage.importance for stage in stages] == [3, 3, 4, 5, 3, 5, 2]
    empty = [(s.order, g.order) for s in stages for g in segments if not sample.cell(s.id, g.id)]
    assert len(empty) == 2
    means = []
    for segment in segments:
        emotions = [card.emotion or 0 for card in cards if card.segment == segment.id]
        means.append(round(sum(emotions) / len(emotions), 1))
    assert means == [0.3, 0.6, 0.6]
    assert sum(card.critical for card in cards) == 5


def test_the_sample_tells_what_the_analysis_is_to_find(sample: Project) -> None:
    touchpoints = list(sample.all(Touchpoint))
    codes = sorted(touchpoint.code for touchpoint in touchpoints)
    assert codes == [f"TP-{number:03}" for number in range(1, 28)]

    def owners(touchpoint: Touchpoint) -> bool:
        return bool(sample.where(Responsibility, subject=touchpoint.id))

    assert {t.code for t in touchpoints if not owners(t)} == {"TP-002", "TP-017", "TP-023"}
    unmeasured = [t for t in touchpoints if not sample.where(Measure, subject=t.id)]
    assert len(unmeasured) == 6
    assert sum(not link.collected for link in sample.all(TouchpointData)) == 4
    assert sum(t.effectiveness is not None and t.usage is not None for t in touchpoints) == 13
    shared = {
        t.code: count
        for t in touchpoints
        if (count := len(sample.where(Placement, touchpoint=t.id))) > 1
    }
    assert shared == {"TP-009": 2, "TP-012": 3}


def test_every_card_of_the_sample_says_how_and_why_it_feels(sample: Project) -> None:
    for card in sample.all(Placement):
        assert card.emotion is not None
        assert card.feeling
        assert card.needs
        assert card.obstacles
        assert bool(card.critical_reason) == card.critical
    used = {type(record) for record in sample}
    unused = {"Dismissal", "PrintProfile", "View", "Snapshot", "Lane", "LaneText"}
    unused |= {"CustomField", "CustomValue"}
    assert {kind.__name__ for kind in set(KIND_BY_NAME.values()) - used} == unused


def test_the_spanish_sample_reads_as_in_the_design() -> None:
    project = make_project("sample", "es").project
    [map] = project.maps()
    [returning] = [t for t in project.all(Touchpoint) if t.code == "TP-014"]
    channel = project.get(Channel, returning.channel or "")
    assert returning.name == "Devolución de un artículo que no encaja"
    assert channel_name(channel, "es") == "Entrega"
    roles = {
        role: {
            project.get(Party, duty.party).name
            for duty in project.where(Responsibility, subject=returning.id, role=role)
        }
        for role in Role
    }
    assert roles == {
        Role.RESPONSIBLE: {"Jorge Cano"},
        Role.ACCOUNTABLE: {"Ana Prieto"},
        Role.SUPPORTS: {"Almacén", "Finanzas"},
        Role.MEETS_CUSTOMER: {"Atención al cliente"},
    }
    assert names(project, Segment) == ["Compradora digital", "Cliente de tienda", "Empresa pequeña"]
    info = project.info
    assert (info.client, info.author) == ("Lúmina Hogar", "Nora Sanz, Estudio Ribera")
    assert (map.name, map.version) == ("Mapa del viaje de cliente", "3")
    assert map.review_date is not None
    assert map.review_date.isoformat() == "2026-03-12"


def test_days_to_come_are_counted_from_the_day_on_which_a_project_is_made() -> None:
    today = date(2031, 12, 20)
    made = make_project("sample", "en", today).project
    open = [it for it in made.all(Improvement) if it.done_on is None and it.due]
    assert len(open) == 11
    assert min(it.due for it in open if it.due) == date(2032, 1, 23)
    reviews = [it.review_date for it in made.all(Touchpoint) if it.review_date]
    assert len(reviews) == 3
    assert min(reviews) > today


def test_pictures_are_small_and_found_by_their_content() -> None:
    made = make_project("sample", "en")
    pictures = {asset.sha256: asset for asset in made.project.all(Asset)}
    assert pictures.keys() == made.assets.keys()
    assert len(pictures) == 4
    for digest, data in made.assets.items():
        assert hashlib.sha256(data).hexdigest() == digest
        assert Image.open(io.BytesIO(data)).format == "PNG"
        assert len(data) < 20_000
    used = {segment.picture for segment in made.project.all(Segment)}
    assert {*used, made.project.info.logo} == {asset.id for asset in pictures.values()}


SPANISH = sorted(resource().glob("*/*.es.toml"))


@pytest.mark.parametrize("path", SPANISH, ids=lambda path: path.name)
def test_spanish_texts_follow_spanish_typography(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.findall(r"\d[^\d\N{NO-BREAK SPACE}]?[%€]", text)
    assert not re.findall(r"[“”]|\.\.\.|\d\.\d+\N{NO-BREAK SPACE}?%", text)
