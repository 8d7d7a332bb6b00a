"""The axes that come with the program, on which touchpoints are classified."""

from dataclasses import dataclass

from journeyeditor.model.fields import make
from journeyeditor.model.ids import link_id
from journeyeditor.model.order import keys_between
from journeyeditor.model.project import Project
from journeyeditor.model.records import Axis, AxisValue
from journeyeditor.translation import N_, translator


@dataclass(frozen=True)
class BuiltinAxis:
    """An axis of the catalogue with its values as (key, English message)."""

    key: str
    name: str
    values: tuple[tuple[str, str], ...]


BUILTIN_AXES = (
    BuiltinAxis(
        "medium",
        N_("Medium"),
        (("digital", N_("Digital")), ("physical", N_("Physical")), ("human", N_("Human"))),
    ),
    BuiltinAxis("contact", N_("Contact"), (("direct", N_("Direct")), ("indirect", N_("Indirect")))),
    BuiltinAxis(
        "initiative",
        N_("Initiative"),
        (("proactive", N_("Proactive")), ("reactive", N_("Reactive"))),
    ),
    BuiltinAxis(
        "nature",
        N_("Nature"),
        (
            ("communication", N_("Communication")),
            ("human", N_("Human")),
            ("physical", N_("Physical")),
            ("sensory", N_("Sensory")),
        ),
    ),
    BuiltinAxis(
        "control",
        N_("Control"),
        (("controllable", N_("Controllable")), ("influenceable", N_("Influenceable"))),
    ),
    BuiltinAxis(
        "direction",
        N_("Direction"),
        (("one_way", N_("One-way")), ("two_way", N_("Two-way"))),
    ),
)

_AXIS_BY_KEY = {builtin.key: builtin for builtin in BUILTIN_AXES}
_VALUE_NAMES = dict(value for axis in BUILTIN_AXES for value in axis.values)


def axis_name(axis: Axis, language: str) -> str:
    """The axis's own name, else that of the catalogue."""
    builtin = _AXIS_BY_KEY.get(axis.builtin)
    return axis.name or (translator(language)(builtin.name) if builtin else "")


def axis_value_name(value: AxisValue, language: str) -> str:
    """The value's own name, else that of the catalogue."""
    builtin = _VALUE_NAMES.get(value.builtin, "")
    return value.name or (translator(language)(builtin) if builtin else "")


def builtin_axis(key: str) -> tuple[Axis, tuple[AxisValue, ...]]:
    """The records of an axis of the catalogue, with identities that follow from their keys."""
    place = list(_AXIS_BY_KEY).index(key)
    order = keys_between("", "", len(BUILTIN_AXES))[place]
    axis = make(Axis, id=link_id("Axis", key), builtin=key, order=order)
    values = _AXIS_BY_KEY[key].values
    orders = keys_between("", "", len(values))
    return axis, tuple(
        make(AxisValue, id=link_id("AxisValue", key, value), axis=axis.id, builtin=value, order=o)
        for (value, _), o in zip(values, orders, strict=True)
    )


def axes_on_offer(project: Project) -> tuple[tuple[Axis, tuple[AxisValue, ...]], ...]:
    """The catalogue's axes and the project's own, each with its values in their order.

    Those of the catalogue that the project does not have yet are records to add to it.
    """
    offered = dict(builtin_axis(builtin.key) for builtin in BUILTIN_AXES)
    own = {axis.id: axis for axis in project.ordered(Axis)}
    unused = {axis: values for axis, values in offered.items() if axis.id not in own}
    used = {axis: project.where(AxisValue, axis=axis.id) for axis in own.values()}
    return tuple(sorted({**unused, **used}.items(), key=lambda pair: (pair[0].order, pair[0].id)))
