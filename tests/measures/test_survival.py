"""Survival: the known share at each end, what censoring does, and what is refused."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.measures import kaplan_meier, survival_at

WATCHED = st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=1, max_size=60)


def columns(watched):
    return [time for time, _ in watched], [ended for _, ended in watched]


def test_the_published_leukemia_trial_is_reproduced():
    # Freireich and others (1963), the 6-MP arm: weeks in remission, + where still in remission.
    weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    relapsed = [True] * 9 + [False] * 12

    steps = kaplan_meier(weeks, relapsed)

    assert [(step.time, step.at_risk, step.ended) for step in steps] == [
        (6, 21, 3), (7, 17, 1), (10, 15, 1), (13, 12, 1), (16, 11, 1), (22, 7, 1), (23, 6, 1),
    ]  # fmt: skip
    shares = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert [round(step.survival, 3) for step in steps] == shares


@given(st.lists(st.integers(1, 40), min_size=1), st.integers(0, 45))
def test_without_censoring_it_is_the_plain_share_that_lasts_longer(times, at):
    plain = sum(time > at for time in times) / len(times)

    assert survival_at(times, [True] * len(times), at) == pytest.approx(plain, abs=1e-12)


@given(WATCHED)
def test_it_never_rises_and_stays_between_0_and_1(watched):
    shares = [step.survival for step in kaplan_meier(*columns(watched))]

    assert all(earlier > later for earlier, later in zip([1.0, *shares], shares, strict=False))
    assert all(0 <= share < 1 for share in shares)


@given(WATCHED, st.integers(0, 45))
def test_it_lies_between_counting_the_censored_as_ended_and_as_lasting(watched, at):
    times, ended = columns(watched)
    as_ended = sum(time > at for time in times) / len(times)
    as_lasting = 1 - sum(end and time <= at for time, end in watched) / len(times)

    assert as_ended - 1e-12 <= survival_at(times, ended, at) <= as_lasting + 1e-12


@given(WATCHED, st.integers(1, 7))
def test_it_does_not_depend_on_the_order_or_on_how_often_everything_stands_there(watched, copies):
    again = kaplan_meier(*columns(watched[::-1] * copies))

    first = kaplan_meier(*columns(watched))
    assert [step.time for step in again] == [step.time for step in first]
    assert [step.survival for step in again] == pytest.approx([step.survival for step in first])


def test_where_nothing_ended_everything_lasts():
    assert kaplan_meier([3, 5], [False, False]) == ()
    assert survival_at([3, 5], [False, False], 100) == 1.0


@pytest.mark.parametrize(
    ("times", "ended"),
    [([], []), ([1], []), ([1, 2], [True]), ([-1], [True]), ([math.nan], [True])],
)
def test_what_can_not_have_been_watched_is_refused(times, ended):
    with pytest.raises(ValueError, match=r"time"):
        kaplan_meier(times, ended)
