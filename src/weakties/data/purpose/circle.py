"""Sixty people around Nadia: what each is good for, by seven goals, and who is connected with whom."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of, first_clear
from weakties.data.world.names import FIRST_NAMES, LAST_NAMES, PROTAGONISTS_FIRM, firm_names

if TYPE_CHECKING:
    from weakties.data.cards import Card

GOALS = ("party", "tank", "gang", "rolodex", "dating", "recruiting", "traffic")
NADIA, FAMOUS = "P00", "P60"
INDUSTRIES = ("software", "finance", "health", "retail", "education", "logistics")
_TEN = 10
_POINTS = 100
_FUNCTIONS = ("analyst", "buyer", "consultant", "designer", "engineer", "manager", "writer")
_HEADLINES = {
    "party": "Organizes every summer party",
    "tank": "Ask me anything about odd data",
    "gang": "Coffee first, then work",
    "rolodex": "Three firms, one address book",
    "dating": "Looking for a forecasting partner",
    "recruiting": "Building a team of analysts",
    "traffic": "I share what I read, weekly",
}
_PLAIN = ("Passionate about results", "Making things happen", "Lifelong learner", "Open to ideas")


class Circle(NamedTuple):
    """The sixty, and the ties among them and Nadia."""

    people: pd.DataFrame
    ties: pd.DataFrame


def circle_people(edition: str, card: Card) -> pd.DataFrame:  # noqa: ARG001 - see _circle
    """Return sixty people with the points that each has for each of seven goals."""
    return _circle(edition).people.copy()


def circle_ties(edition: str, card: Card) -> pd.DataFrame:  # noqa: ARG001 - see _circle
    """Return who is connected with whom, Nadia included, and whether the two have talked."""
    return _circle(edition).ties.copy()


@lru_cache(maxsize=2)
def _circle(edition: str) -> Circle:
    listed, tied = about("circle_people"), about("circle_ties")
    rng = chance_of(edition, listed)
    worth = first_clear(_lists_differ, lambda: _worth(rng, listed))
    people = _people(rng, listed, worth)
    rng = chance_of(edition, tied)
    hops = int(rng.integers(2, 4))
    ties = first_clear(
        lambda drawn: _paths_differ(drawn, hops), lambda: _ties(rng, tied, people, hops)
    )
    return Circle(people, pd.DataFrame(ties, columns=["a", "b", "talked"]))


def _worth(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    """Return everybody's connections and points for each goal, drawn independently."""
    n = int(card.size_of("people"))
    connections = np.round(np.exp(rng.normal(np.log(320), 0.8, n))).astype(int)
    connections = np.clip(connections, 40, 4_000)
    connections[-1] = int(card.size_of("most_connections"))
    points = {goal: rng.choice(_POINTS, n, replace=False) for goal in GOALS}
    return pd.DataFrame({"connections": connections, **points})


def _people(rng: np.random.Generator, card: Card, worth: pd.DataFrame) -> pd.DataFrame:
    n = len(worth)
    names = rng.permutation(len(FIRST_NAMES) * len(LAST_NAMES))[:n]
    industries = [INDUSTRIES[k * len(INDUSTRIES) // n] for k in range(n)]
    firms = firm_names(list(INDUSTRIES) * 3)
    return pd.DataFrame(
        {
            "person_id": _ids(n),
            "name": [
                f"{FIRST_NAMES[k % len(FIRST_NAMES)]} {LAST_NAMES[k // len(FIRST_NAMES)]}"
                for k in names
            ],
            "industry": industries,
            "employer": [_employer(rng, industry, firms) for industry in industries],
            "function": [_FUNCTIONS[int(k)] for k in rng.integers(len(_FUNCTIONS), size=n)],
            "connections": worth["connections"],
            "headline": _headlines(rng, card, worth),
            **{goal: worth[goal] for goal in GOALS},
        }
    )


def _ids(n: int) -> list[str]:
    return [f"P{number:02d}" for number in range(1, n + 1)]


def _employer(rng: np.random.Generator, industry: str, firms: list[str]) -> str:
    if industry == "software" and rng.random() < 0.5:
        return PROTAGONISTS_FIRM
    lap = int(rng.integers(1, 3))
    return firms[lap * len(INDUSTRIES) + INDUSTRIES.index(industry)]


def _headlines(rng: np.random.Generator, card: Card, worth: pd.DataFrame) -> list[str]:
    """Return what each writes about themselves: with some chance what they have most points for."""
    best = worth[list(GOALS)].to_numpy().argmax(axis=1)
    return [
        _HEADLINES[GOALS[int(goal)]]
        if rng.random() < card.size_of("headline_tells")
        else _PLAIN[int(rng.integers(len(_PLAIN)))]
        for goal in best
    ]


def _ties(
    rng: np.random.Generator, card: Card, people: pd.DataFrame, hops: int
) -> list[tuple[str, str, str]]:
    """Return ties; a famous person who is three hops away knows none of Nadia's connections."""
    ids = [NADIA, *people["person_id"]]
    home = dict(zip(ids, [INDUSTRIES[0], *people["industry"]], strict=True))
    pairs = list(combinations(ids[:-1], 2))
    likely = [card.size_of("tied_same" if home[a] == home[b] else "tied_other") for a, b in pairs]
    tied = [
        pair
        for pair, is_tied in zip(pairs, rng.random(len(pairs)) < likely, strict=True)
        if is_tied
    ]
    talked = rng.random(len(tied)) < card.size_of("talked")
    rows = [(a, b, "yes" if talk else "no") for (a, b), talk in zip(tied, talked, strict=True)]
    hers = {b for a, b in tied if a == NADIA}
    knows = [one for one in ids[1:-1] if hops == 2 or one not in hers]
    knows = [one for one in knows if rng.random() < card.size_of("tied_famous")]
    # The famous one talks with few, and with nobody whom Nadia is connected with.
    far = [one for one in knows if one not in hers]
    friends = set(rng.permutation(far)[: int(card.size_of("famous_talks_with"))].tolist())
    rows += [(one, FAMOUS, "yes" if one in friends else "no") for one in knows]
    return sorted(rows)


def _lists_differ(worth: pd.DataFrame) -> bool:
    """Say whether lists of ten share few people, and the best connected stands in one at most."""
    lists = [set(np.argsort(worth[goal].to_numpy())[-_TEN:].tolist()) for goal in GOALS]
    shared = [len(one & other) for one, other in combinations(lists, 2)]
    most = int(worth["connections"].to_numpy().argmax())
    return bool(
        max(shared) <= 4
        and 1 <= np.mean(shared) <= 2
        and sum(most in names for names in lists) <= 1
    )


def _paths_differ(ties: list[tuple[str, str, str]], hops: int) -> bool:
    """Say whether everybody can be reached, the famous one in so many hops, by talking in more.

    Of the shortest ways there are several, and more of them than of those on which people talk.
    """
    near = _neighbors(ties)
    talk = _neighbors([tie for tie in ties if tie[2] == "yes"])
    everybody, talking = _steps(near), _steps(talk)
    steps, usable = everybody.get(FAMOUS, 0), talking.get(FAMOUS, 0)
    first, second = (sum(step == k for step in everybody.values()) for k in (1, 2))
    degrees = sum(len(near[one]) for one, step in everybody.items() if step == 1)
    wrong = {first, first + second, second + 1, first + second + 1, degrees, degrees - first}
    wrong.add(list(_steps(_one_way(ties)).values()).count(2))
    return bool(
        len(everybody) == len(near)
        and steps == hops
        and usable >= hops + 2
        and _ways(near) not in {1, hops, hops + 1, usable, _ways(talk), len(near[FAMOUS])}
        and second not in wrong
        and first < second < len(near) - first
    )


def _neighbors(ties: list[tuple[str, str, str]]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {NADIA: []}
    for a, b, _ in ties:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    return near


def _one_way(ties: list[tuple[str, str, str]]) -> dict[str, list[str]]:
    """Return the same as if a tie led from the first of the two to the second only."""
    near: dict[str, list[str]] = {NADIA: []}
    for a, b, _ in ties:
        near.setdefault(a, []).append(b)
        near.setdefault(b, [])
    return near


def _ways(near: dict[str, list[str]]) -> int:
    """Return how many shortest ways lead from Nadia to the famous one."""
    steps, ways = _steps(near), {NADIA: 1}
    for one in sorted(steps, key=steps.__getitem__)[1:]:
        ways[one] = sum(ways[other] for other in near[one] if steps[other] == steps[one] - 1)
    return ways.get(FAMOUS, 0)


def _steps(near: dict[str, list[str]]) -> dict[str, int]:
    """Return the number of steps from Nadia to everybody who can be reached."""
    steps, edge = {NADIA: 0}, [NADIA]
    while edge:
        edge = [other for one in edge for other in near[one] if other not in steps]
        step = max(steps.values()) + 1
        edge = list(dict.fromkeys(edge))
        steps |= dict.fromkeys(edge, step)
    return steps
