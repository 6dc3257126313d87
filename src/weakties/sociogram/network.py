"""What a network picture is made from: people, ties between them, and what makes no sense."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_PEOPLE = 500


@dataclass(frozen=True)
class Person:
    """Somebody in a network.

    Parameters
    ----------
    id
        What ties call the person; no two people share one.
    name
        What a reader sees.
    group
        Decides shape and color; empty if unknown.
    size
        How large the mark is, by area, in relation to the others; above 0.
    marked
        Whether the person stands out by a ring.
    note
        One more sentence about the person.
    """

    id: str
    name: str
    group: str = ""
    size: float = 1.0
    marked: bool = False
    note: str = ""


@dataclass(frozen=True)
class Tie:
    """A tie between two people, in no direction.

    Parameters
    ----------
    a, b
        Their ids.
    weight
        How strong, in relation to the other ties; above 0.
    dashed
        Whether the line is broken, for ties of another kind.
    """

    a: str
    b: str
    weight: float = 1.0
    dashed: bool = False


def check_people(people: Sequence[Person]) -> None:
    """Refuse people who can't be drawn.

    Raises
    ------
    ValueError
        If there is nobody, there are more than 500, an id comes twice, or a size is not above 0.
    """
    if not people:
        raise ValueError("There is nobody to draw: people is empty.")
    if len(people) > MOST_PEOPLE:
        raise ValueError(
            f"A picture of {len(people):,} people can't be read; {MOST_PEOPLE} is the most. Draw the "
            "people around one person, one group, or a random sample."
        )
    seen: set[str] = set()
    for person in people:
        if person.id in seen:
            raise ValueError(f"Two people have the id {person.id!r}; each needs an id of its own.")
        seen.add(person.id)
        if not 0 < person.size < float("inf"):
            raise ValueError(f"The size of {person.id!r} must be above 0; it is {person.size!r}.")


def merged_ties(people: Sequence[Person], ties: Iterable[Tie]) -> dict[tuple[int, int], Tie]:
    """Return each tie once, by the row numbers of both people, the smaller first, in their order.

    The weights of ties between the same two people add up; the line is broken if all of them are.

    Raises
    ------
    ValueError
        If a tie names somebody who is not among the people, a person twice, or no weight above 0.
    """
    rows = {person.id: row for row, person in enumerate(people)}
    found: dict[tuple[int, int], list[Tie]] = {}
    strangers: list[Tie] = []
    for tie in ties:
        if tie.a not in rows or tie.b not in rows:
            strangers.append(tie)
            continue
        if tie.a == tie.b:
            raise ValueError(f"A tie needs two people; one goes from {tie.a!r} to the same.")
        if not 0 < tie.weight < float("inf"):
            raise ValueError(f"The weight of a tie must be above 0; it is {tie.weight!r}.")
        a, b = sorted((rows[tie.a], rows[tie.b]))
        found.setdefault((a, b), []).append(tie)
    if strangers:
        who = next(end for end in (strangers[0].a, strangers[0].b) if end not in rows)
        raise ValueError(
            f"Ties that name somebody who is not among the people: {len(strangers):,}; the first "
            f"names {who!r}. Keep the ties with both ends among them, or add the person."
        )
    return {
        (a, b): Tie(
            people[a].id,
            people[b].id,
            fsum(tie.weight for tie in same),
            all(tie.dashed for tie in same),
        )
        for (a, b), same in sorted(found.items())
    }
