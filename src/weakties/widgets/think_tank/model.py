"""The rules of the think tank: what twelve people bring, under assumptions that can be changed.

An exchange with somebody is new with a chance that falls with the share of the others who work in
the same industry or know that person. How many exchanges there are in a month follows from the
time that is left after reading up on other industries, and from how much attention people have
for one more connection.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from weakties.measures import blau_index, effective_size, expected_novelty

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from weakties.measures.novelty import Novelty
    from weakties.widgets.think_tank.people import Person, World

PLACES = 12


@dataclass(frozen=True)
class Assumptions:
    """What the expectation rests on; every one of them can be changed.

    Parameters
    ----------
    hours
        Hours a month for all picks together.
    reading
        Minutes a month of reading up for each industry that is not one's own.
    exchange
        Minutes that one exchange takes.
    attention
        With so many connections, a person has half the attention left for each.
    new_elsewhere, new_at_home
        Percent of exchanges with another industry, and with one's own, that bring something new,
        before overlap counts.
    """

    hours: int = 6
    reading: int = 20
    exchange: int = 15
    attention: int = 80
    new_elsewhere: int = 40
    new_at_home: int = 20


class Gauges(NamedTuple):
    """What a choice of people amounts to.

    Parameters
    ----------
    picked
        How many people.
    connections
        The sum of their connections.
    blau
        Blau index of their industries, 0 to 1.
    effective_size
        How many of them are left once overlap is taken out (Burt).
    constraint
        How much they hem in whoever relies on them (Burt); the lower, the freer.
    minutes
        Minutes a month for each, after reading up.
    bandwidth
        Exchanges a month with all of them together.
    share_new
        Share of the exchanges that bring something new, 0 to 1.
    novelty
        New things a month: bandwidth × share_new.
    industries
        How many industries other than one's own.
    """

    picked: int
    connections: int
    blau: float
    effective_size: float
    constraint: float
    minutes: float
    bandwidth: float
    share_new: float
    novelty: float
    industries: int


def gauges(world: World, picks: Iterable[str], assumptions: Assumptions) -> Gauges:
    """Return what a choice of at least one person amounts to.

    Raises
    ------
    ValueError
        If nobody is chosen.
    """
    people = [world.people[pick] for pick in dict.fromkeys(picks)]
    if not people:
        raise ValueError("Nobody is chosen.")
    foreign = foreign_industries(people)
    minutes = minutes_each(len(people), len(foreign), assumptions)
    novelty = novelty_of(world, people, assumptions)
    pairs = tied_pairs(world, [person.id for person in people])
    industries = [person.industry for person in people]
    return Gauges(
        picked=len(people),
        connections=sum(person.connections for person in people),
        blau=blau_index(industries.count(industry) for industry in set(industries)),
        effective_size=effective_size(len(people), len(pairs)),
        constraint=_constraint([person.id for person in people], pairs),
        minutes=minutes,
        bandwidth=novelty.bandwidth,
        share_new=novelty.share_new,
        novelty=novelty.total,
        industries=len(foreign),
    )


def novelty_of(world: World, people: Collection[Person], assumptions: Assumptions) -> Novelty:
    """Return what is new in a month from some people, at least one."""
    minutes = minutes_each(len(people), len(foreign_industries(people)), assumptions)
    return expected_novelty(
        (
            minutes / assumptions.exchange * attention_of(person, assumptions),
            chance_of_news(world, person, people, assumptions),
        )
        for person in people
    )


def foreign_industries(people: Iterable[Person]) -> set[str]:
    """Return the industries other than the owner's that some people are of."""
    return {person.industry for person in people if not person.is_of_own_trade}


def minutes_each(picked: int, foreign_industries: int, assumptions: Assumptions) -> float:
    """Return the minutes a month that are left for each pick after reading up.

    Examples
    --------
    Six hours, nine industries to read up on for 20 minutes each, twelve people:

    >>> minutes_each(12, 9, Assumptions())
    15.0
    """
    left = assumptions.hours * 60 - assumptions.reading * foreign_industries
    return max(0.0, left / picked)


def attention_of(person: Person, assumptions: Assumptions) -> float:
    """Return the share of a conversation's worth that somebody has left for one connection."""
    return assumptions.attention / (assumptions.attention + person.connections)


def chance_of_news(
    world: World, person: Person, people: Iterable[Person], assumptions: Assumptions
) -> float:
    """Return the chance that an exchange with one of the picks brings something new.

    It is the chance before overlap times 1 − r, with r the share of all picks who are somebody
    else of the same industry or tied to that person.
    """
    among = list(people)
    overlapping = sum(overlap(world, person, other) for other in among)
    return news_before_overlap(person, assumptions) * (1 - overlapping / len(among))


def news_before_overlap(person: Person, assumptions: Assumptions) -> float:
    """Return the chance that an exchange with one person alone brings something new."""
    at_home = person.is_of_own_trade
    return (assumptions.new_at_home if at_home else assumptions.new_elsewhere) / 100


def overlap(world: World, person: Person, other: Person) -> bool:
    """Say whether somebody else tells much the same: of the same industry, or tied."""
    return person.id != other.id and (
        person.industry == other.industry or world.tied(person.id, other.id)
    )


def tied_pairs(world: World, picks: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of picks who know each other."""
    return [pair for pair in combinations(picks, 2) if world.tied(*pair)]


def _constraint(picks: list[str], pairs: list[tuple[str, str]]) -> float:
    """Return Burt's constraint of who is tied to all picks; networkx is not where a page plays."""
    knows: dict[str, set[str]] = {pick: set() for pick in picks}
    for one, other in pairs:
        knows[one].add(other)
        knows[other].add(one)
    through = (sum(1 / (1 + len(knows[other])) for other in knows[pick]) for pick in picks)
    return sum(((1 + indirect) / len(picks)) ** 2 for indirect in through)
