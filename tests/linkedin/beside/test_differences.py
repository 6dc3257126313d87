"""Two networks side by side: alike ones are seldom told apart, different ones are."""

from __future__ import annotations

import random
from collections import Counter

from weakties.linkedin.beside.differences import ERROR, hours_beside, share_beside
from weakties.linkedin.beside.mixed import mixed_interval

ROUNDS = 600


def drawn(chance: random.Random, cases: int, share: float) -> tuple[int, int]:
    return sum(chance.random() < share for _ in range(cases)), cases


def companies(chance: random.Random, people: int, among: int) -> list[int]:
    return list(Counter(int(among * chance.random() ** 2) for _ in range(people)).values())


def test_of_networks_of_one_kind_hardly_any_share_is_told_apart():
    chance = random.Random(3)
    told = sum(
        share_beside("x", drawn(chance, 40, 0.3), drawn(chance, 150, 0.3)).told is True
        for _ in range(ROUNDS)
    )
    assert told / ROUNDS <= ERROR / 3


def test_shares_that_lie_far_apart_are_told_and_the_interval_says_which_is_larger():
    found = share_beside("x", (30, 40), (45, 150))

    assert found.told
    assert (found.own, found.other) == (0.75, 0.3)
    assert 0 < found.interval[0] < 0.45 < found.interval[1]
    assert share_beside("x", (12, 40), (55, 150)).told is False


def test_a_share_of_nothing_is_not_compared():
    found = share_beside("x", (0, 0), (45, 150))

    assert (found.own, found.interval, found.told) == (None, None, None)


def test_of_groups_as_mixed_as_each_other_hardly_any_are_told_apart_and_others_are():
    chance = random.Random(5)
    alike = other = 0
    for _ in range(ROUNDS):
        here, there, narrow = (
            mixed_interval(companies(chance, people, among), level=1 - ERROR / 6)
            for people, among in ((80, 20), (150, 20), (150, 3))
        )
        alike += not here.minus(there)[0] <= 0 <= here.minus(there)[1]
        other += here.minus(narrow)[0] > 0
    assert alike / ROUNDS <= ERROR
    assert other / ROUNDS >= 1 - ERROR


def test_times_are_told_apart_only_where_their_intervals_do_not_touch():
    slow, quick = [float(hours) for hours in range(50, 90)], [float(hours) for hours in range(40)]

    assert hours_beside(slow, quick).told
    assert hours_beside(slow, slow).told is False
    assert hours_beside(slow, quick[:3]).told is None
    assert hours_beside(slow, []).other is None
