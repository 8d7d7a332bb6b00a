"""Edits that answer a finding: set it aside, bring it back, other limits, an improvement."""

from collections.abc import Mapping, Sequence

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Dismissal, Improvement, Placement

MOST_EACH = 8
"""Touchpoints that get an improvement each; for more, one is planned for them all."""


def set_aside(project: Project, key: str, title: str, reason: str) -> Change | None:
    """Set the finding with this key aside; one that is gets the new reason."""
    draft = Draft(project)
    if known := project.where(Dismissal, key=key):
        draft.revise(known[0], reason=reason)
    else:
        draft.add(Dismissal, key=key, reason=reason)
    return draft.change(Label("Set aside “{name}”", name=title))


def bring_back(project: Project, key: str, title: str) -> Change | None:
    """Let the finding with this key stand again."""
    draft = Draft(project)
    draft.remove(project.where(Dismissal, key=key))
    return draft.change(Label("Bring back “{name}”", name=title))


def set_limits(project: Project, limits: Mapping[str, float]) -> Change | None:
    """Override these limits of the analysis, and no others."""
    draft = Draft(project)
    draft.revise(project.info, thresholds=tuple(sorted(limits.items())))
    return draft.change(Label("Change limits of the analysis"))


def add_improvement(
    project: Project, title: str, cards: Sequence[Id], *, note: str = ""
) -> Change | None:
    """An idea for the touchpoints of some cards: one for each touchpoint, as each needs its own.

    It is noted on the card, or on the touchpoint where several of its cards are meant; without
    cards, or for more than MOST_EACH touchpoints, it is one of the whole project.
    """
    draft = Draft(project)
    by_touchpoint: dict[Id, list[Id]] = {}
    for id in cards:
        by_touchpoint.setdefault(project.get(Placement, id).touchpoint, []).append(id)
    subjects: list[Id | None] = [
        ids[0] if len(ids) == 1 else touchpoint for touchpoint, ids in by_touchpoint.items()
    ]
    siblings = project.ordered(Improvement)
    if not 0 < len(subjects) <= MOST_EACH:
        subjects = [None]
    orders = draft.order_keys(siblings, len(siblings), len(subjects))
    for subject, order in zip(subjects, orders, strict=True):
        draft.add(Improvement, title=title, subject=subject, expected_change=note, order=order)
    return draft.change(Label("New improvement", "{count} new improvements", count=len(subjects)))
