"""The field for where a touchpoint stands on each axis: those of the catalogue and the users'."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeyeditor.catalogue import BUILTIN_AXES, axis_name, axis_value_name, builtin_axis
from journeyeditor.model.edits.classifying import classify
from journeyeditor.model.fields import Record
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Axis, AxisValue, Classification, Touchpoint
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.fields.field import SEVERAL, Field, Subject, common
from journeyeditor.ui.inspector.fields.group import Group
from journeyeditor.ui.inspector.segments import Segments


@dataclass(frozen=True)
class Offered:
    """An axis that can be chosen on: a project's, or one of the catalogue that it lacks."""

    axis: Axis
    values: tuple[AxisValue, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """What joins a project that lacks it."""
        return self.axis, *self.values


class ClassificationField(Group):
    """A line for each axis; to choose the chosen value again clears it."""

    about = Touchpoint
    covers = frozenset({(Classification, "axis"), (Classification, "value")})

    def __init__(self) -> None:
        super().__init__(tr("Classification"), ())
        self._offered: tuple[Offered, ...] | None = None

    def refresh(self, project: Project, subject: Subject) -> None:
        offered = axes_on_offer(project)
        if offered != self._offered:
            self._offered = offered
            self.take([AxisField(axis) for axis in offered])
        super().refresh(project, subject)


class AxisField(Field):
    """The value on one axis."""

    def __init__(self, offered: Offered) -> None:
        super().__init__(axis_name(offered.axis, tr.language), beside=True)
        self._offered = offered
        self._touchpoints: Sequence[Id] = ()
        self.segments = Segments(clearable=True)
        entries = [(axis_value_name(v, tr.language), v.id) for v in offered.values]
        self.segments.show_entries(entries)
        self.hold(self.segments)
        self.segments.chosen.connect(self._choose)

    def enter(self) -> None:
        self.segments.enter()

    def refresh(self, project: Project, subject: Subject) -> None:
        self._touchpoints = tuple(subject.get(Touchpoint, ()))
        axis = self._offered.axis.id
        found = [
            [link.value for link in project.where(Classification, touchpoint=id, axis=axis)]
            for id in self._touchpoints
        ]
        value = common([next(iter(values), None) for values in found])
        self.show_several(value is SEVERAL)
        self.segments.show_value(value)

    def _choose(self, value: Id | None) -> None:
        touchpoints, offered = self._touchpoints, self._offered
        self.left.emit()
        self.edited.emit(
            lambda project: classify(project, touchpoints, offered.axis.id, value, offered.records)
        )


def axes_on_offer(project: Project) -> tuple[Offered, ...]:
    """The catalogue's axes in its order, as the project has them; then the users' own."""
    own = project.ordered(Axis)
    builtin = {axis.builtin: axis for axis in own if axis.builtin}
    offered = [
        _offered(project, builtin[known.key])
        if known.key in builtin
        else Offered(*builtin_axis(known.key))
        for known in BUILTIN_AXES
    ]
    offered += [_offered(project, axis) for axis in own if not axis.builtin]
    return tuple(axis for axis in offered if axis.values)


def _offered(project: Project, axis: Axis) -> Offered:
    return Offered(axis, project.where(AxisValue, axis=axis.id))
