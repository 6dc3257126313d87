"""Who of one export is who in another, whatever happened to rows, addresses and names between."""

from __future__ import annotations

from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.linkedin.compare.matched import matched
from weakties.linkedin.tables import frame

FREELY = settings(deadline=None, max_examples=60)
NAMES = st.sampled_from(["Ana", "Ben", "Cho", "Zoé"])
DAYS = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2024, 1, 4)))
PEOPLE = st.lists(
    st.tuples(NAMES, NAMES, st.sampled_from(["", "a", "b", "c", "d", "e"]), DAYS), max_size=9
)


def table(people):
    columns = ("first_name", "last_name", "slug", "connected_on")
    values = zip(*people, strict=True) if people else [[]] * 4
    return frame("connections", dict(zip(columns, map(list, values), strict=True)))


@FREELY
@given(PEOPLE, PEOPLE)
def test_everybody_stays_comes_or_goes_and_nobody_twice(old, new):
    found = matched(table(old), table(new))

    assert sorted([mine for mine, _ in found.pairs] + list(found.went)) == list(range(len(old)))
    assert sorted([other for _, other in found.pairs] + list(found.came)) == list(range(len(new)))


@FREELY
@given(PEOPLE, PEOPLE)
def test_seen_from_the_other_side_who_came_is_who_went(old, new):
    there, back = matched(table(old), table(new)), matched(table(new), table(old))

    assert set(back.pairs) == {(other, mine) for mine, other in there.pairs}
    assert (set(back.came), set(back.went)) == (set(there.went), set(there.came))


@FREELY
@given(PEOPLE, PEOPLE, st.randoms())
def test_the_order_of_the_rows_does_not_matter(old, new, random):
    shuffled = list(range(len(new)))
    random.shuffle(shuffled)

    plain = matched(table(old), table(new))
    mixed = matched(table(old), table([new[row] for row in shuffled]))

    assert set(plain.pairs) == {(mine, shuffled[other]) for mine, other in mixed.pairs}


@FREELY
@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)), st.booleans())
def test_those_who_were_planted_are_found(then, now, with_addresses):
    def of(numbers):
        return [
            (f"First{n}", "Last", f"slug-{n}" if with_addresses else "", date(2024, 1, 1 + n))
            for n in sorted(numbers)
        ]

    found = matched(table(of(then)), table(of(now)))

    old, new = sorted(then), sorted(now)
    assert {old[mine] for mine, _ in found.pairs} == then & now
    assert {new[row] for row in found.came} == now - then
    assert {old[row] for row in found.went} == then - now


def one(slug, day, name=("Ana", "Ruiz")):
    return table([(*name, slug, day)])


DAY, OTHER = date(2024, 1, 1), date(2025, 2, 2)


def test_an_address_counts_more_than_name_and_day():
    assert matched(one("ana", DAY), one("ana", OTHER, ("Ana", "Moss"))).pairs == ((0, 0),)


def test_a_changed_address_is_seen_by_name_and_day():
    assert matched(one("ana", DAY), one("ana-ruiz", DAY)).pairs == ((0, 0),)
    assert matched(one("ana", DAY), one("ana-ruiz", OTHER)).pairs == ()


def test_a_name_alone_counts_only_where_nothing_else_is_known():
    assert matched(one("", None), one("ana", DAY)).pairs == ((0, 0),)
    assert matched(one("", OTHER), one("ana", DAY)).pairs == ()
    two = pd.concat([one("", None), one("", None)], ignore_index=True)
    assert matched(two, one("ana", DAY)).pairs == ()
