"""Who a card shows as its owners."""

from functools import lru_cache
from typing import NamedTuple

from journeyeditor.drawing.avatars import initials
from journeyeditor.model.choices import PartyKind, Role
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Party, Responsibility

OWNER_ROLES = (Role.RESPONSIBLE, Role.ACCOUNTABLE)
"""Who owns a touchpoint, in this order."""


class Owner(NamedTuple):
    """A person or department on a card."""

    id: Id
    name: str
    letters: str
    department: bool


def owners_of(project: Project, touchpoint: Id) -> tuple[Owner, ...]:
    """The responsible, then the accountable parties by name, each once."""
    duties = project.where(Responsibility, subject=touchpoint)
    if not duties:
        return ()
    found = []
    for duty in duties:
        party = project.find(Party, duty.party) if duty.role in OWNER_ROLES else None
        if party:
            found.append((OWNER_ROLES.index(duty.role), party.name, party.id, party.kind))
    owners = [_owner(id, name, kind) for _, name, id, kind in sorted(found)]
    return tuple(dict.fromkeys(owners))


@lru_cache(maxsize=4096)
def _owner(id: Id, name: str, kind: PartyKind) -> Owner:
    return Owner(id, name, initials(name), kind is PartyKind.DEPARTMENT)
