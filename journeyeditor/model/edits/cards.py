"""Edits of cards: add, place, move, copy, remove."""

from collections.abc import Iterable, Sequence

from journeyeditor.model.change import Change, Label
from journeyeditor.model.edits.cloning import belongings, clone
from journeyeditor.model.edits.draft import Draft
from journeyeditor.model.fields import revise
from journeyeditor.model.ids import Id
from journeyeditor.model.project import Project
from journeyeditor.model.records import Placement, Segment, Stage, Touchpoint


def add_card(
    project: Project, stage: Id, segment: Id, index: int, name: str, channel: Id | None = None
) -> Change | None:
    """A new touchpoint with its first card, as the `index`-th of the cell."""
    draft = Draft(project)
    touchpoint = draft.add(Touchpoint, name=name, channel=channel, code=next_codes(project, 1)[0])
    _place(draft, [touchpoint.id], stage, segment, index)
    return draft.change(Label("Add “{name}”", name=name))


def add_cards(
    project: Project, stage: Id, segment: Id, index: int, names: Sequence[str]
) -> Change | None:
    """A new touchpoint with a card for each name, in this order."""
    draft = Draft(project)
    codes = next_codes(project, len(names))
    new = [
        draft.add(Touchpoint, name=name, code=code).id
        for name, code in zip(names, codes, strict=True)
    ]
    _place(draft, new, stage, segment, index)
    return draft.change(Label("Add {count} card", "Add {count} cards", count=len(new)))


def place_touchpoints(
    project: Project, touchpoints: Sequence[Id], stage: Id, segment: Id, index: int
) -> Change | None:
    """A card for each of these touchpoints, be they placed already or not."""
    draft = Draft(project)
    _place(draft, touchpoints, stage, segment, index)
    names = [project.get(Touchpoint, id).name for id in touchpoints]
    return draft.change(_label("Place “{name}”", "Place {count} cards", names))


def move_cards(
    project: Project, placements: Iterable[Id], stage: Id, segment: Id, index: int
) -> Change | None:
    """Cards to a cell, in their reading order, before the card that is now its `index`-th."""
    draft = Draft(project)
    cards = reading_order(project, placements)
    moving = {card.id for card in cards}
    cell = project.cell(stage, segment)
    index = max(0, min(index, len(cell)))
    rest = [card for card in cell if card.id not in moving]
    place = sum(card.id not in moving for card in cell[:index])
    if [*rest[:place], *cards, *rest[place:]] == list(cell):
        return None
    for card, key in zip(cards, draft.order_keys(rest, place, len(cards)), strict=True):
        draft.revise(card, stage=stage, segment=segment, order=key)
    return draft.change(_label("Move “{name}”", "Move {count} cards", _names(project, cards)))


def copy_cards(
    project: Project, placements: Iterable[Id], stage: Id, segment: Id, index: int
) -> Change | None:
    """Independent copies: of each card, of its touchpoint and of all that belongs to them."""
    draft = Draft(project)
    cards = reading_order(project, placements)
    keys = draft.order_keys(project.cell(stage, segment), index, len(cards))
    codes = next_codes(project, len(cards))
    for card, key, code in zip(cards, keys, codes, strict=True):
        touchpoint = project.get(Touchpoint, card.touchpoint)
        copies = clone(belongings(project, [touchpoint, card]))
        for original, copy in copies.items():
            if original == card.id:
                copy = revise(copy, stage=stage, segment=segment, order=key)
            elif original == touchpoint.id:
                copy = revise(copy, code=code)
            draft.put(copy)
    return draft.change(_label("Copy “{name}”", "Copy {count} cards", _names(project, cards)))


def link_cards(
    project: Project, placements: Iterable[Id], stage: Id, segment: Id, index: int
) -> Change | None:
    """The same touchpoints once more, each with a card that starts from the given one."""
    draft = Draft(project)
    cards = reading_order(project, placements)
    keys = draft.order_keys(project.cell(stage, segment), index, len(cards))
    for card, key in zip(cards, keys, strict=True):
        for original, copy in clone(belongings(project, [card])).items():
            if original == card.id:
                copy = revise(copy, stage=stage, segment=segment, order=key)
            draft.put(copy)
    return draft.change(_label("Link “{name}”", "Link {count} cards", _names(project, cards)))


def remove_cards(project: Project, placements: Iterable[Id]) -> Change | None:
    """Cards off the map. A touchpoint without any card stays in the project, unplaced."""
    draft = Draft(project)
    cards = reading_order(project, placements)
    draft.remove(cards)
    return draft.change(_label("Remove “{name}”", "Remove {count} cards", _names(project, cards)))


def delete_touchpoints(project: Project, touchpoints: Iterable[Id]) -> Change | None:
    """Touchpoints out of the project, with every card and all that is known about them."""
    draft = Draft(project)
    found = [project.get(Touchpoint, id) for id in dict.fromkeys(touchpoints)]
    draft.remove(found)
    names = [touchpoint.name for touchpoint in found]
    return draft.change(_label("Delete “{name}”", "Delete {count} touchpoints", names))


def reading_order(project: Project, placements: Iterable[Id]) -> list[Placement]:
    """The cards segment by segment, stage by stage, top to bottom; each once."""

    def place(card: Placement) -> tuple[str, str, str, str]:
        segment = project.get(Segment, card.segment)
        stage = project.get(Stage, card.stage)
        return segment.order, stage.order, card.order, card.id

    return sorted((project.get(Placement, id) for id in set(placements)), key=place)


def unplaced(project: Project) -> list[Touchpoint]:
    """The touchpoints that no card shows, by code."""
    placed = {card.touchpoint for card in project.all(Placement)}
    free = (touchpoint for touchpoint in project.all(Touchpoint) if touchpoint.id not in placed)
    return sorted(free, key=lambda touchpoint: (touchpoint.code, touchpoint.id))


def next_codes(project: Project, count: int) -> list[str]:
    """`count` codes after the highest in use: TP-014, TP-015, ..."""
    numbers = (t.code.removeprefix("TP-") for t in project.all(Touchpoint))
    highest = max((int(n) for n in numbers if n.isascii() and n.isdigit()), default=0)
    return [f"TP-{highest + i:03}" for i in range(1, count + 1)]


def _place(draft: Draft, touchpoints: Sequence[Id], stage: Id, segment: Id, index: int) -> None:
    cell = draft.project.cell(stage, segment)
    keys = draft.order_keys(cell, index, len(touchpoints))
    for touchpoint, key in zip(touchpoints, keys, strict=True):
        draft.add(Placement, touchpoint=touchpoint, stage=stage, segment=segment, order=key)


def _names(project: Project, cards: Iterable[Placement]) -> list[str]:
    return [project.get(Touchpoint, card.touchpoint).name for card in cards]


def _label(one: str, many: str, names: Sequence[str]) -> Label:
    return Label(one, many, name=names[0] if names else "", count=len(names))
