"""What a network tells of whom the reader picked: how far what is new travels, what a tie opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from weakties.sociogram.picture import Picture

    Near = Mapping[str, AbstractSet[str]]

NOBODY = (
    "Pick one person to see how far what is new to them travels; pick a second to see what a tie "
    "between the two opens, from both ends."
)


def nearness(picture: Picture) -> Near:
    """Return for each of the people to whom they are tied."""
    ids = [node.person.id for node in picture.nodes]
    return {node.person.id: {ids[row] for row in node.near} for node in picture.nodes}


def tellings(near: Near, first: str) -> list[int]:
    """Return how many hear of something at the first telling, the second, and so on.

    Examples
    --------
    >>> tellings({"a": {"b"}, "b": {"a", "c"}, "c": {"b"}, "d": set()}, "a")
    [1, 1]
    """
    heard, fresh, counts = {first}, {first}, []
    while fresh := {other for one in fresh for other in near[one]} - heard:
        heard |= fresh
        counts.append(len(fresh))
    return counts


def opened(near: Near, one: str, other: str) -> set[str]:
    """Return whom a tie to the other opens to the one: the other's people, not yet their own.

    Examples
    --------
    >>> near = {"a": {"b"}, "b": {"a", "c"}, "c": {"b"}}
    >>> opened(near, "a", "b"), opened(near, "b", "a")
    ({'c'}, set())
    """
    return set(near[other] - near[one] - {one})


def told(picked: Sequence[str], names: Mapping[str, str], near: Near) -> str:
    """Say what the network tells of the last one or two who were picked."""
    if not picked:
        return NOBODY
    if len(picked) == 1:
        return _travels(names[picked[0]], tellings(near, picked[0]), len(near) - 1)
    one, other = picked[-2:]
    tied = "The tie between" if other in near[one] else "A tie between"
    return (
        f"{tied} {names[one]} and {names[other]} shows {names[one]} "
        f"{_people(len(opened(near, one, other)))} not tied to them so far, who see {names[one]} "
        f"as a friend of a friend; {names[other]} gets {len(opened(near, other, one))}, and is seen "
        "by as many. One tie, both ways."
    )


def _travels(name: str, counts: Sequence[int], others: int) -> str:
    steps = ", ".join(f"{count} at telling {step}" for step, count in enumerate(counts, start=1))
    reached = sum(counts)
    return (
        f"What is new to {name}, told to everybody they are tied to and told on, reaches {reached} "
        f"of {others}{f': {steps}' if steps else ''}. {others - reached} never hear of it."
    )


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
