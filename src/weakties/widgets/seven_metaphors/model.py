"""The rules of the dial: whom a goal puts on its list of ten, and what two lists share."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from weakties.widgets.seven_metaphors.metaphors import METAPHORS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from weakties.widgets.seven_metaphors.people import Circle, Person

TEN = 10


def lists_of(circle: Circle, together: int = 0) -> dict[str, tuple[str, ...]]:
    """Return for each goal the ids of the ten to write to first, the best first.

    Parameters
    ----------
    together
        From 0 to 100: how much a person's place on a list is decided by connections instead of
        by what the person has to give for the goal.
    """
    people = list(circle.people.values())
    connected = _places(people, lambda person: person.connections)
    found = {}
    for goal in METAPHORS:
        places = _places(people, lambda person, goal=goal: person.points[goal])  # type: ignore[misc]
        ranked = sorted(
            circle.people,
            key=lambda who: (
                -((100 - together) * places[who] + together * connected[who]),
                -places[who],
            ),
        )
        found[goal] = tuple(ranked[:TEN])
    return found


def shared(lists: Mapping[str, tuple[str, ...]], goal: str, other: str) -> tuple[str, ...]:
    """Return who stands on both lists, in the order of the first.

    Examples
    --------
    >>> shared({"tank": ("a", "b", "c"), "gang": ("c", "d", "b")}, "tank", "gang")
    ('b', 'c')
    """
    return tuple(who for who in lists[goal] if who in lists[other])


def mean_shared(lists: Mapping[str, tuple[str, ...]]) -> float:
    """Return how many people two lists share, on average over all pairs of goals."""
    counts = [len(shared(lists, *pair)) for pair in combinations(lists, 2)]
    return sum(counts) / len(counts)


def lists_with(lists: Mapping[str, tuple[str, ...]], who: str) -> tuple[str, ...]:
    """Return the goals on whose list somebody stands."""
    return tuple(goal for goal, names in lists.items() if who in names)


def best_connected(circle: Circle) -> tuple[str, ...]:
    """Return the ten with the most connections."""
    ranked = sorted(circle.people.values(), key=lambda person: (-person.connections, person.id))
    return tuple(person.id for person in ranked[:TEN])


def _places(people: list[Person], worth: Callable[[Person], int]) -> dict[str, int]:
    """Return everybody's place from the bottom, 0 for the last."""
    ranked = sorted(people, key=lambda person: (worth(person), person.id))
    return {person.id: place for place, person in enumerate(ranked)}
