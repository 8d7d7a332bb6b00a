"""The findings of maps as text and as JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from journeyeditor.analysis.facts import MapFacts, facts_of
from journeyeditor.analysis.finding import SEVERITY_NAMES, Finding, Severity
from journeyeditor.analysis.findings import dismissed_findings, standing_findings
from journeyeditor.analysis.method import Progress, progress
from journeyeditor.analysis.summary import summary
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint
from journeyeditor.translation import Translator

SHOWN = 10
"""Cards that the text lists for a finding before it says how many more there are."""


def as_text(project: Project, maps: Sequence[Id], tr: Translator) -> str:
    """The findings of maps by severity, each with its rule and its cards."""
    if not maps:
        return tr("There is no map in it.")
    return "\n".join(line for map in maps for line in _map_lines(facts_of(project, map), tr))


def as_json(project: Project, maps: Sequence[Id], tr: Translator) -> str:
    """The same with keys, ids and all cards; texts in the reader's language."""
    found = [_map_object(facts_of(project, map), tr) for map in maps]
    return json.dumps({"maps": found}, ensure_ascii=False, indent=2)


def _map_lines(facts: MapFacts, tr: Translator) -> Iterator[str]:
    found = standing_findings(facts)
    cards = tr.plural("{count} card", "{count} cards", len(facts.cards))
    findings = tr.plural("{count} finding", "{count} findings", len(found))
    yield f"{facts.map.name or tr('Untitled')}: {cards}, {findings}"
    yield f"  {_progress_text(progress(facts), tr)}"
    for severity in Severity:
        of_severity = [finding for finding in found if finding.severity is severity]
        if of_severity:
            yield f"\n{tr(SEVERITY_NAMES[severity])}"
        for finding in of_severity:
            yield from _finding_lines(facts.project, finding, tr)
    if aside := len(dismissed_findings(facts)):
        yield "\n" + tr.plural("{count} finding set aside", "{count} findings set aside", aside)
    yield ""


def _finding_lines(project: Project, finding: Finding, tr: Translator) -> Iterator[str]:
    yield f"  {finding.title(tr)}"
    yield f"    {finding.detail(tr)}"
    yield "    " + tr("Rule: {rule}", rule=finding.rule_text(tr))
    placements = finding.leads.placements
    for id in placements[:SHOWN]:
        yield f"    - {_card_text(project, project.get(Placement, id), tr)}"
    if more := len(placements[SHOWN:]):
        yield "    - " + tr.plural("{count} more card", "{count} more cards", more)


def _card_text(project: Project, card: Placement, tr: Translator) -> str:
    touchpoint = project.get(Touchpoint, card.touchpoint)
    name = " ".join(touchpoint.name.split()) or tr("Untitled")
    stage, segment = project.get(Stage, card.stage), project.get(Segment, card.segment)
    title = f"{touchpoint.code} {name}".strip()
    return " · ".join(part for part in (title, stage.name, segment.name) if part)


def _progress_text(it: Progress, tr: Translator) -> str:
    done = tr("{done} of {total} steps of the method", done=it.complete, total=len(it.steps))
    return f"{done}. " + tr("Next: {step}.", step=tr(it.next.title)) if it.next else f"{done}."


def _map_object(facts: MapFacts, tr: Translator) -> dict[str, Any]:
    figures = summary(facts)
    steps = progress(facts).steps
    return {
        "id": facts.map.id,
        "name": facts.map.name,
        "summary": {name: getattr(figures, name) for name in figures.__dataclass_fields__},
        "steps": [
            {"id": it.id, "title": tr(it.title), "done": it.done, "total": it.total,
             "complete": it.complete}
            for it in steps
        ],
        "findings": [
            _finding_object(facts.project, finding, tr) for finding in standing_findings(facts)
        ],
        "set_aside": [
            {"key": finding.key, "title": finding.title(tr), "reason": dismissal.reason}
            for finding, dismissal in dismissed_findings(facts)
        ],
    }  # fmt: skip


def _finding_object(project: Project, finding: Finding, tr: Translator) -> dict[str, Any]:
    leads = finding.leads
    return {
        "key": finding.key,
        "rule": finding.rule.id,
        "topic": finding.rule.topic.value,
        "severity": finding.severity.name.lower(),
        "title": finding.title(tr),
        "detail": finding.detail(tr),
        "definition": finding.rule_text(tr),
        "count": finding.count,
        "cards": [_card_object(project, id) for id in leads.placements],
        "touchpoints": leads.touchpoints,
        "stages": leads.stages,
        "segments": leads.segments,
        "cells": [{"stage": stage, "segment": segment} for stage, segment in leads.cells],
    }


def _card_object(project: Project, id: Id) -> dict[str, str]:
    card = project.get(Placement, id)
    touchpoint = project.get(Touchpoint, card.touchpoint)
    return {
        "id": id,
        "code": touchpoint.code,
        "touchpoint": touchpoint.name,
        "stage": project.get(Stage, card.stage).name,
        "segment": project.get(Segment, card.segment).name,
    }
