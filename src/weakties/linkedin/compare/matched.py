"""Who of one export is who in another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.linkedin.names import folded, full_name

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    import pandas as pd


@dataclass(frozen=True)
class Matched:
    """People of two exports, as the numbers of their rows.

    Parameters
    ----------
    pairs
        The same person then and now.
    came, went
        Who is in the new one only, and who in the old one only.
    """

    pairs: tuple[tuple[int, int], ...]
    came: tuple[int, ...]
    went: tuple[int, ...]


@dataclass(frozen=True)
class _Person:
    slug: str
    name: str
    day: Any


def matched(old: pd.DataFrame, new: pd.DataFrame) -> Matched:
    """Match the people of two exports, each with one of the other at most.

    The profile's address decides. A person who changed it still has name and day in common; where
    a file has no addresses, name and day are all there is; and where it has no days either, a name
    that nobody else bears.

    Parameters
    ----------
    old, new
        What ``Export.people`` gives, rows numbered from 0.
    """
    then, now = _persons(old), _persons(new)
    left, right = dict(enumerate(then)), dict(enumerate(now))
    pairs: list[tuple[int, int]] = []
    for key in (_by_slug, _by_name_and_day, _by_name):
        here, there = _alone(left, key), _alone(right, key)
        for one in here.keys() & there.keys():
            mine, other = here[one], there[one]
            if key is _by_name and not _may_be_one(left[mine], right[other]):
                continue
            pairs.append((mine, other))
        for mine, other in pairs:
            left.pop(mine, None)
            right.pop(other, None)
    return Matched(tuple(sorted(pairs)), tuple(right), tuple(left))


def _persons(people: pd.DataFrame) -> list[_Person]:
    columns = (people[name].tolist() for name in ("first_name", "last_name", "slug"))
    days = [None if day != day else day for day in people["connected_on"].tolist()]
    return [
        _Person(slug, folded(full_name(first, last)), day)
        for first, last, slug, day in zip(*columns, days, strict=True)
    ]


def _by_slug(person: _Person) -> Hashable:
    return person.slug or None


def _by_name_and_day(person: _Person) -> Hashable:
    return (person.name, person.day) if person.name and person.day is not None else None


def _by_name(person: _Person) -> Hashable:
    return person.name or None


def _may_be_one(then: _Person, now: _Person) -> bool:
    """Return whether nothing but the name is known of one of the two that could tell them apart."""
    return not (then.slug and now.slug) and (then.day is None or now.day is None)


def _alone(people: dict[int, _Person], key: Callable[[_Person], Hashable]) -> dict[Hashable, int]:
    """Return who has a key that nobody else has, by that key."""
    keys = {row: key(person) for row, person in people.items()}
    often = Counter(keys.values())
    return {one: row for row, one in keys.items() if one is not None and often[one] == 1}
