"""All rules, and what they say of a map."""

from collections.abc import Mapping
from datetime import date

from journeyeditor.analysis import (
    balance,
    critical,
    curves,
    distribution,
    evidence,
    heat,
    improvements,
    metrics,
    mistakes,
    processes,
    responsibility,
    rivals,
    usage,
)
from journeyeditor.analysis.facts import MapFacts, facts_of
from journeyeditor.analysis.finding import Finding, Rule
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Dismissal

RULES: tuple[Rule, ...] = (
    *distribution.RULES,
    *responsibility.RULES,
    *critical.RULES,
    *curves.RULES,
    *heat.RULES,
    *processes.RULES,
    *usage.RULES,
    *metrics.RULES,
    *balance.RULES,
    *mistakes.RULES,
    *evidence.RULES,
    *improvements.RULES,
    *rivals.RULES,
)
"""In the order in which findings of one severity are read."""

RULE_BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}


def findings(project: Project, map_id: Id, today: date | None = None) -> tuple[Finding, ...]:
    """What deserves a look on a map, the gravest first, without what was set aside.

    KeyError where the project has no such map. `today` decides what is overdue and stale.
    """
    return standing_findings(facts_of(project, map_id, today))


def standing_findings(facts: MapFacts) -> tuple[Finding, ...]:
    """The findings that nobody set aside."""
    aside = _dismissals(facts)
    return tuple(finding for finding in all_findings(facts) if finding.key not in aside)


def dismissed_findings(facts: MapFacts) -> tuple[tuple[Finding, Dismissal], ...]:
    """The findings that somebody set aside and that would stand otherwise."""
    aside = _dismissals(facts)
    return tuple(
        (finding, aside[finding.key]) for finding in all_findings(facts) if finding.key in aside
    )


def all_findings(facts: MapFacts) -> tuple[Finding, ...]:
    """By severity, then in the order of the rules."""
    found = (finding for rule in RULES for finding in rule.findings(facts))
    return tuple(sorted(found, key=lambda finding: finding.severity))


def _dismissals(facts: MapFacts) -> dict[str, Dismissal]:
    ordered = sorted(facts.project.all(Dismissal), key=lambda it: it.id, reverse=True)
    return {dismissal.key: dismissal for dismissal in ordered}
