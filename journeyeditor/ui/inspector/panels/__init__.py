"""The panels of the inspector, a module each: its `fields()` in the order in which they stand."""

from functools import partial

from journeyeditor.analysis.completeness import Panel
from journeyeditor.storage.assets import Assets
from journeyeditor.translation import tr
from journeyeditor.ui.inspector.forms import TabbedForm
from journeyeditor.ui.inspector.panels import (
    details,
    emotions,
    map,
    outcomes,
    owners,
    processes,
    project,
    segment,
    stage,
)


def card_form() -> TabbedForm:
    """All that is known about a card and its touchpoint."""
    return TabbedForm(
        {
            Panel.DETAILS: (tr("Details"), details.fields),
            Panel.OWNERS: (tr("Owners"), owners.fields),
            Panel.PROCESSES: (tr("Processes"), processes.fields),
            Panel.EMOTIONS: (tr("Emotions"), emotions.fields),
            Panel.OUTCOMES: (tr("Outcomes"), outcomes.fields),
        }
    )


def stage_form() -> TabbedForm:
    """All that is known about a stage."""
    return TabbedForm({"stage": (tr("Stage"), stage.fields)})


def segment_form(assets: Assets) -> TabbedForm:
    """All that is known about a segment."""
    return TabbedForm({"segment": (tr("Segment"), partial(segment.fields, assets))})


def whole_form(assets: Assets) -> TabbedForm:
    """All that is known about a map and the project."""
    return TabbedForm(
        {
            "map": (tr("Map"), map.fields),
            "project": (tr("Project"), partial(project.fields, assets)),
        }
    )
