"""The sixty people of the think tank, read from the course's data without pandas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from weakties.widgets.shared.rows import rows_of

HOME_INDUSTRY = "software"
"""The protagonist's own."""

HOME_FIRM = "Tarn Valley"


@dataclass(frozen=True)
class Person:
    """Somebody whom the learner may ask.

    Parameters
    ----------
    id, name, industry, employer, function
        Who it is and what they do.
    connections
        How many connections they have in the whole network.
    mutuals
        How many of them they share with Nadia.
    """

    id: str
    name: str
    industry: str
    employer: str
    function: str
    connections: int
    mutuals: int

    @property
    def is_of_own_trade(self) -> bool:
        """Say whether they work in Nadia's industry."""
        return self.industry == HOME_INDUSTRY


@dataclass(frozen=True)
class World:
    """The sixty and who among them knows whom.

    Parameters
    ----------
    people
        By id.
    ties
        Each tie once, as a pair of ids, the smaller first.
    """

    people: dict[str, Person]
    ties: frozenset[tuple[str, str]]

    def tied(self, a: str, b: str) -> bool:
        """Say whether two of the sixty are connected."""
        return (min(a, b), max(a, b)) in self.ties


@cache
def sixty(edition: str) -> World:
    """Return the sixty of an edition of the data."""
    people = [
        Person(
            row["person_id"],
            row["name"],
            row["industry"],
            row["employer"],
            row["function"],
            int(row["connections"]),
            int(row["mutuals"]),
        )
        for row in rows_of("candidates", edition)
    ]
    ties = frozenset((row["a"], row["b"]) for row in rows_of("candidate_ties", edition))
    return World({person.id: person for person in people}, ties)
