from __future__ import annotations

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from weakties.widgets.first_impression.model import (
    PEOPLE,
    PHOTOS,
    compare_spreads,
    order,
    outcome,
)

RATINGS = st.lists(st.integers(1, 9), min_size=9, max_size=9)


def test_there_are_three_different_photos_of_each_of_three_people():
    assert len(set(PHOTOS)) == 9
    assert [sum(photo.person == person for photo in PHOTOS) for person in PEOPLE] == [3, 3, 3]


def test_both_looks_show_every_photo_once_in_different_orders():
    assert sorted(order(1)) == sorted(order(2)) == list(range(9))
    assert order(1) != order(2)
    assert list(order(1)) != sorted(order(1))


def test_a_change_of_one_point_is_no_change():
    found = outcome([5] * 9, [5, 6, 4, 7, 3, 5, 5, 5, 5])
    assert found.changed == 2


def test_people_who_differ_more_than_their_photos():
    ratings = [1, 2, 1, 5, 5, 6, 9, 8, 9]
    found = outcome(ratings, ratings)
    assert found.spread == "less"
    assert isclose(found.within, (1 / 3) ** 0.5)
    assert found.r == 1


def test_photos_that_differ_more_than_people():
    ratings = [1, 5, 9] * 3
    found = outcome(ratings, ratings)
    assert found.spread == "more"
    assert (found.within, found.between) == (4, 0)


def test_ratings_that_do_not_vary_have_no_correlation():
    found = outcome([5] * 9, [1, 2, 3, 4, 5, 6, 7, 8, 9])
    assert found.r is None
    assert found.r_interval == (-1, 1)


def test_about_as_much_is_a_ratio_from_four_fifths_to_five_quarters():
    assert [compare_spreads(within, 1) for within in (0.79, 0.81, 1.24, 1.26)] == [
        "less",
        "same",
        "same",
        "more",
    ]


@given(RATINGS, RATINGS)
def test_any_ratings_have_an_outcome(first, second):
    found = outcome(first, second)
    assert 0 <= found.changed <= 9
    assert found.within >= 0
    assert found.between >= 0
    assert found.spread in {"less", "same", "more"}
    low, high = found.r_interval
    assert found.r is None or low - 1e-9 <= found.r <= high + 1e-9
