"""Who is on the network: the people, their firms, schools and cities, and how they use it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from weakties.data.world.calendar import FIRST_DAY, LAST_DAY, LAST_YEAR, dates, day
from weakties.data.world.draws import Draws, exp
from weakties.data.world.names import (
    FIRM_WORDS,
    FIRST_NAMES,
    LAST_NAMES,
    PROTAGONIST,
    city_names,
    firm_names,
    school_names,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.world.parameters import Parameters

    Ints = NDArray[np.int64]

INDUSTRIES = tuple(FIRM_WORDS)
FUNCTIONS = (
    "engineering",
    "sales",
    "operations",
    "analytics",
    "marketing",
    "finance",
    "recruiting",
    "design",
)
SENIORITIES = ("junior", "professional", "senior", "lead", "executive")

_INDUSTRY_WEIGHTS = (18, 13, 12, 12, 11, 9, 8, 6, 6, 5)
_FUNCTION_WEIGHTS = (22, 18, 17, 12, 10, 9, 6, 6)
_PEOPLE_PER_FIRM, _PEOPLE_PER_SCHOOL, _PEOPLE_PER_CITY = 24, 300, 500
_FIRST_CLASS, _LAST_CLASS = 1988, 2025


@dataclass(frozen=True)
class People:
    """The people as arrays, row 0 the protagonist; words are numbers of the lists of this module.

    Parameters
    ----------
    city, employer, function, graduated, industry, school, seniority
        What each person is; `graduated` is a year.
    joined
        Days since 1970.
    openness
        From 0, who accepts few, to 1, who accepts nearly everybody.
    hours
        Hours a week on the network.
    open_networker
        Whether the person collects connections.
    """

    city: Ints
    employer: Ints
    function: Ints
    graduated: Ints
    industry: Ints
    school: Ints
    seniority: Ints
    joined: Ints
    openness: NDArray[np.float64]
    hours: NDArray[np.float64]
    open_networker: NDArray[np.bool_]
    first_name: Ints
    last_name: Ints
    firm_industry: Ints

    def __len__(self) -> int:
        """Return how many people there are."""
        return len(self.employer)

    def table(self) -> pd.DataFrame:
        """Return one row per person, in which words stand for themselves."""
        firms = firm_names([INDUSTRIES[industry] for industry in self.firm_industry])
        firsts, lasts = (*FIRST_NAMES, PROTAGONIST[0]), (*LAST_NAMES, PROTAGONIST[1])
        return pd.DataFrame(
            {
                "person_id": np.arange(len(self)),
                "first_name": worded(self.first_name, firsts),
                "last_name": worded(self.last_name, lasts),
                "industry": worded(self.industry, INDUSTRIES),
                "employer": worded(self.employer, firms),
                "function": worded(self.function, FUNCTIONS),
                "seniority": worded(self.seniority, SENIORITIES),
                "city": worded(self.city, city_names(int(self.city.max()) + 1)),
                "school": worded(self.school, school_names(int(self.school.max()) + 1)),
                "graduated": self.graduated,
                "joined": dates(self.joined),
                "openness": self.openness,
                "hours_per_week": self.hours,
            }
        )


def make_people(edition: str, size: int, parameters: Parameters) -> People:
    """Return `size` people; the first is Nadia Ferro, an analyst at Tarn Valley."""

    def draws(purpose: str) -> Draws:
        return Draws(edition, f"people/{purpose}")

    firms = max(10, size // _PEOPLE_PER_FIRM)
    firm_industry = draws("firm").weighted(np.array(_INDUSTRY_WEIGHTS), firms)
    firm_industry[0] = INDUSTRIES.index("software")
    cities = _place_weights(size // _PEOPLE_PER_CITY)
    firm_city = draws("firm city").weighted(cities, firms)
    employer = draws("employer").weighted(_firm_weights(firms), size)
    employer[0] = 0
    at_home = draws("at home").chance(0.75, size)
    elsewhere = draws("city").weighted(cities, size)
    classes = _LAST_CLASS - _FIRST_CLASS + 1
    youth = draws("graduated").uniform(size)
    graduated = _FIRST_CLASS + (classes * (1 - youth * youth * 0.999)).astype(np.int64)
    openness = _openness(draws("openness"), size)
    collects = draws("open networker").chance(parameters.open_networkers, size)
    openness[collects] = np.round(0.9 + 0.1 * openness[collects], 2)
    effort = draws("hours").normal(size) * 0.75 + 1.5 * (openness - 0.5)
    hours = np.clip(np.round(parameters.median_hours * exp(effort), 1), 0.1, 20.0)
    people = People(
        city=np.where(at_home, firm_city[employer], elsewhere),
        employer=employer,
        function=draws("function").weighted(np.array(_FUNCTION_WEIGHTS), size),
        graduated=graduated,
        industry=firm_industry[employer],
        school=draws("school").weighted(_place_weights(size // _PEOPLE_PER_SCHOOL), size),
        seniority=_seniority(draws("seniority"), graduated),
        joined=_joined(draws("joined"), size),
        openness=openness,
        hours=hours,
        open_networker=collects,
        first_name=draws("first name").below(len(FIRST_NAMES), size),
        last_name=draws("last name").below(len(LAST_NAMES), size),
        firm_industry=firm_industry,
    )
    _place_protagonist(people, firm_city[0])
    return people


def worded(numbers: Ints, words: tuple[str, ...] | list[str]) -> pd.Categorical[Any]:
    """Return the words of a list that row numbers stand for."""
    return pd.Categorical.from_codes(numbers.astype(np.int32), categories=pd.Index(list(words)))


def _place_protagonist(people: People, city: int) -> None:
    """Make row 0 Nadia Ferro; what no story fixes of her stays as drawn."""
    people.city[0] = city
    people.function[0] = FUNCTIONS.index("analytics")
    people.seniority[0] = SENIORITIES.index("professional")
    people.graduated[0] = 2018
    people.joined[0] = day("2018-09-03")
    people.openness[0], people.hours[0], people.open_networker[0] = 0.55, 2.0, False
    people.first_name[0], people.last_name[0] = len(FIRST_NAMES), len(LAST_NAMES)


def _firm_weights(firms: int) -> Ints:
    """Return how many work where: a few large firms, many small ones, the protagonist's in between."""
    weights = 1_000_000 // (np.arange(firms) + 8)
    weights[0] = weights.sum() // max(60, firms // 2)
    return np.asarray(weights)


def _place_weights(places: int) -> Ints:
    """Return how large each of so many cities or schools is: the first is about twice the tenth."""
    return np.asarray(1_000_000 // (np.arange(max(4, places)) + 10))


def _seniority(draws: Draws, graduated: Ints) -> Ints:
    years = LAST_YEAR - graduated
    ladder = years / 9.0 + draws.normal(len(graduated)) * 0.7
    return np.clip(np.floor(ladder + 0.3), 0, len(SENIORITIES) - 1).astype(np.int64)


def _openness(draws: Draws, size: int) -> NDArray[np.float64]:
    """Return how open people are who do not collect connections: 0.85 at most."""
    mean = (draws.uniform(size) + draws.uniform(size) + draws.uniform(size)) / 3
    return np.minimum(np.round(mean, 2), 0.85)


def _joined(draws: Draws, size: int) -> Ints:
    """Return days of joining: early on many a year, later fewer, nobody in the last half-year."""
    luck = draws.uniform(size)
    return (
        FIRST_DAY
        - 365
        + (luck * np.sqrt(luck) * (LAST_DAY - 184 - FIRST_DAY + 365)).astype(np.int64)
    )
