"""The bundled names: complete, found by what people type, and never forced on their own words."""

import pytest

from journeyeditor.catalogue import (
    BUILTIN_AXES,
    BUILTIN_CHANNELS,
    STANDARD_METRICS,
    axes_on_offer,
    axis_name,
    axis_value_name,
    builtin_axis,
    builtin_channel,
    channel_icon,
    channel_key,
    channel_name,
    channels_on_offer,
    emotion_level,
    emotion_name,
    family_name,
    find_channel,
    metric_aliases,
    metrics_on_offer,
    standard_metric,
)
from journeyeditor.model.choices import Better, ChannelFamily
from journeyeditor.model.fields import make, revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import Axis, Channel, Metric
from journeyeditor.resources import resource


def test_channels_cover_all_families_and_differ_in_key_and_name() -> None:
    assert {builtin.family for builtin in BUILTIN_CHANNELS} == set(ChannelFamily)
    assert len({builtin.key for builtin in BUILTIN_CHANNELS}) == len(BUILTIN_CHANNELS)
    for language in ("en", "es"):
        names = {
            channel_key(channel_name(builtin_channel(builtin.key), language))
            for builtin in BUILTIN_CHANNELS
        }
        assert len(names) == len(BUILTIN_CHANNELS), language


def test_an_alias_means_one_channel_only() -> None:
    meanings: dict[str, set[str]] = {}
    for builtin in BUILTIN_CHANNELS:
        names = [channel_name(builtin_channel(builtin.key), language) for language in ("en", "es")]
        for name in (*builtin.aliases, *names):
            meanings.setdefault(channel_key(name), set()).add(builtin.key)
    assert {name: keys for name, keys in meanings.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("family", ChannelFamily)
def test_every_channel_has_an_icon(family: ChannelFamily) -> None:
    own = make(Channel, name="Ours", family=family)
    bundled = [builtin_channel(b.key) for b in BUILTIN_CHANNELS if b.family is family]
    for channel in (own, *bundled):
        assert resource("icons", f"{channel_icon(channel)}.svg").is_file(), channel
    assert channel_icon(make(Channel, name="Ours", icon="plane")) == "plane"
    assert family_name(family, "es") != family_name(family, "en")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("email", "email"),
        ("E-mail", "email"),
        ("  TELEFONO ", "phone"),
        ("tienda online", "online_shop"),
        ("Correo postal", "post"),
        ("boca a boca", "word_of_mouth"),
        ("Call center", "call_centre"),
    ],
)
def test_channels_are_found_as_people_write_them(typed: str, key: str) -> None:
    for language in ("en", "es"):
        found = find_channel(Project(), typed, language)
        assert found is not None
        assert found.builtin == key
        assert channel_key(channel_name(found, language)) == channel_key(typed)


def test_unknown_and_empty_names_find_nothing() -> None:
    assert find_channel(Project([make(Channel)]), "", "es") is None
    assert find_channel(Project(), "paloma mensajera", "es") is None


def test_the_projects_own_channels_come_first() -> None:
    email = builtin_channel("email")
    own = make(Channel, name="Teléfono rojo")
    project = Project([email, own])
    assert find_channel(project, "EMAIL", "es") is email
    assert find_channel(project, "telefono rojo", "es") is own


def test_a_renamed_channel_leaves_its_place_to_a_new_one() -> None:
    renamed = revise(builtin_channel("phone"), name="Línea VIP")
    project = Project([renamed])
    assert find_channel(project, "línea vip", "es") is renamed
    fresh = find_channel(project, "Teléfono", "es")
    assert fresh is not None
    assert fresh.id != renamed.id
    assert channel_name(fresh, "en") == "Phone"


def test_a_choice_offers_each_channel_once_by_name() -> None:
    own = make(Channel, name="Ámbar")
    offered = channels_on_offer(Project([builtin_channel("email"), own]), "es")
    assert len(offered) == len(BUILTIN_CHANNELS) + 1
    assert offered[0] is own
    assert len({channel.id for channel in offered}) == len(offered)


def test_two_projects_agree_on_a_bundled_channel_and_axis() -> None:
    assert builtin_channel("email") == builtin_channel("email")
    assert builtin_axis("medium") == builtin_axis("medium")


@pytest.mark.parametrize("key", [axis.key for axis in BUILTIN_AXES])
def test_axes_speak_the_readers_language(key: str) -> None:
    axis, values = builtin_axis(key)
    assert len(values) >= 2
    assert [value.order for value in values] == sorted(value.order for value in values)
    english = [axis_name(axis, "en"), *(axis_value_name(value, "en") for value in values)]
    spanish = [axis_name(axis, "es"), *(axis_value_name(value, "es") for value in values)]
    assert all(english)
    assert all(spanish)
    assert english != spanish
    assert axis_name(revise(axis, name="Tono"), "en") == "Tono"


def test_axes_keep_their_order() -> None:
    orders = [builtin_axis(axis.key)[0].order for axis in BUILTIN_AXES]
    assert orders == sorted(orders)
    first = [axis.key for axis in BUILTIN_AXES[:4]]
    assert first == ["medium", "contact", "initiative", "nature"]  # short ones stand first


@pytest.mark.parametrize(
    ("emotion", "level"),
    [(-2, -2), (-1.5, -2), (-1.49, -1), (-0.5, -1), (-0.49, 0), (0, 0), (0.5, 1), (1.5, 2)],
)
def test_halves_of_an_emotion_go_away_from_neutral(emotion: float, level: int) -> None:
    assert emotion_level(emotion) == level


def test_emotions_have_names() -> None:
    assert emotion_name(-1.8, "en") == "Very negative"
    assert emotion_name(0.2, "es") == "Neutra"


def test_axes_on_offer_are_the_projects_and_those_it_does_not_use_yet() -> None:
    medium, values = builtin_axis("medium")
    own = make(Axis, name="Tono", order="zz")
    offered = axes_on_offer(Project([medium, values[0], own]))
    assert [axis.builtin for axis, _ in offered] == [*(axis.key for axis in BUILTIN_AXES), ""]
    assert offered[0] == (medium, (values[0],))
    assert offered[-1] == (own, ())
    [nature] = [values for axis, values in offered if axis.builtin == "nature"]
    assert len(nature) == 4


@pytest.mark.parametrize("key", [metric.key for metric in STANDARD_METRICS])
def test_standard_metrics_come_in_either_language_with_a_unit(key: str) -> None:
    english, spanish = standard_metric(key, "en"), standard_metric(key, "es")
    assert english.id == spanish.id
    assert english.name != spanish.name
    assert english.unit
    assert english.better is spanish.better
    assert english.better is (Better.LOWER if key in LESS_IS_MORE else Better.HIGHER)


LESS_IS_MORE = ("churn", "waiting_time", "handling_time")


def test_a_choice_of_metrics_offers_each_once() -> None:
    spanish = standard_metric("churn", "es")
    typed = make(Metric, name="WAITING  time")
    own = make(Metric, name="Árboles plantados")
    offered = metrics_on_offer(Project([spanish, typed, own]), "en")
    assert len(offered) == len(STANDARD_METRICS) + 1
    assert offered[0] is own
    assert {spanish, typed} <= set(offered)
    assert "NPS" in next(metric.name for metric in offered if "points" in metric.unit)


def test_metrics_are_found_by_other_names() -> None:
    assert "LTV" in metric_aliases(standard_metric("lifetime_value", "es"))
    assert metric_aliases(make(Metric, name="Árboles plantados")) == ()
