"""The sixty people around Nadia, read from the course's data without pandas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from weakties.widgets.seven_metaphors.metaphors import METAPHORS
from weakties.widgets.shared.rows import rows_of

NADIA = "P00"


@dataclass(frozen=True)
class Person:
    """Somebody to whom Nadia may write.

    Parameters
    ----------
    id, name, industry, employer, function, headline
        Who it is, what they do, and what they write about themselves.
    connections
        How many connections they have in the whole network.
    points
        For each goal, how well writing to that person first would serve it.
    """

    id: str
    name: str
    industry: str
    employer: str
    function: str
    headline: str
    connections: int
    points: dict[str, int]


@dataclass(frozen=True)
class Circle:
    """The sixty, by id, and the ties among them and Nadia."""

    people: dict[str, Person]
    ties: tuple[tuple[str, str], ...]

    @property
    def best_connected(self) -> Person:
        """Return the person with the most connections."""
        return max(self.people.values(), key=lambda person: person.connections)


@cache
def circle_of(edition: str) -> Circle:
    """Return the circle of an edition of the data."""
    people = [
        Person(
            row["person_id"],
            row["name"],
            row["industry"],
            row["employer"],
            row["function"],
            row["headline"],
            int(row["connections"]),
            {goal: int(row[goal]) for goal in METAPHORS},
        )
        for row in rows_of("circle_people", edition)
    ]
    ties = tuple((row["a"], row["b"]) for row in rows_of("circle_ties", edition))
    return Circle({person.id: person for person in people}, ties)
