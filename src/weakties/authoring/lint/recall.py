"""The rule on the cards to recall: six, and each taught where it says that it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weakties.authoring.layout import recall_path
from weakties.authoring.lint.finding import Finding
from weakties.course import CourseError
from weakties.recall import cards_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material
    from weakties.recall import Card

_SIX = 6
_EVIDENCE = re.compile(r"\bR\d+\b")


def recall(material: Material) -> Iterator[Finding]:
    """Find cards that are too few or too many, that share an id, or that no cell teaches."""
    if not (unit := material.unit) or material.recall is None:
        return
    path = recall_path(unit.slug)
    try:
        cards = cards_in(material.recall)
    except CourseError as error:
        yield Finding(path, "", "recall", str(error), "Mend it, after the cards of a ready unit.")
        return
    if len(cards) != _SIX:
        problem = f"It has {len(cards)} cards; every unit has {_SIX}."
        yield Finding(path, "", "recall", problem, "Choose the six that are worth keeping.")
    ids = [card.id for card in cards]
    for name in dict.fromkeys(name for name in ids if ids.count(name) > 1):
        problem = f"Two cards are called {name}, so one would count for the other."
        yield Finding(path, name, "recall", problem, "Rename one.")
    for card in cards:
        if not card.id.startswith(f"{unit.slug}-"):
            problem = f"The id of {card.id} does not begin with its unit."
            yield Finding(path, card.id, "recall", problem, f"Call it {unit.slug}-{card.id}.")
    yield from _not_taught(material, path, cards)


def _not_taught(material: Material, path: str, cards: tuple[Card, ...]) -> Iterator[Finding]:
    """Find cards whose place in the lesson is not there; without a lesson, nothing can be said."""
    listed = material.unit.evidence if material.unit else ()
    for lesson in material.of("lesson"):
        shown = {
            name for cell in lesson.cells for name in (*cell.cards, *_EVIDENCE.findall(cell.source))
        }
        taught = {cell.id for cell in lesson.cells} | (shown & set(listed))
        for card in cards:
            if card.taught not in taught:
                problem = (
                    f"{card.id} says that {card.taught} teaches it, which is not in the lesson."
                )
                remedy = "Name the cell, or the evidence card shown there, that gives the answer."
                yield Finding(path, card.id, "recall", problem, remedy)
