"""The effects that the cards of ``effort`` say were planted are there, in every edition."""

from __future__ import annotations

from math import ceil, log

import numpy as np
import pandas as pd
import pytest

from weakties.data import about, load

pytestmark = pytest.mark.parametrize("edition", ["open", *(f"planted-{i}" for i in range(4))])


def size(dataset, effect):
    return about(dataset).size_of(effect)


def test_the_goal_was_passed_at_the_planted_pace(edition):
    rows = load("connection_dates", edition)
    days = pd.to_datetime(rows["connected_on"], format="%d %b %Y")
    since = (days >= "2026-09-01").sum()
    assert since == pytest.approx(size("connection_dates", "since_goal"), abs=9)
    before = [size("connection_dates", "before_goal")] if edition == "open" else [150, 280]
    assert min(before) - 7 <= len(rows) - since <= max(before) + 7
    assert len(rows) > size("connection_dates", "goal")
    assert days.is_monotonic_decreasing


def test_whoever_hid_shows_a_date_alone(edition):
    rows = load("connection_dates", edition)
    hidden = rows["first_name"].isna()
    assert hidden.mean() == pytest.approx(size("connection_dates", "hidden_share"), abs=0.002)
    assert rows.loc[hidden, "company"].isna().all()
    assert rows["connected_on"].notna().all()


def test_a_team_of_an_even_number_and_one_without_an_account(edition):
    given = load("team", edition)["connections"]
    alike = (given - size("team", "usual")).abs() <= 14
    assert alike.sum() in ([size("team", "alike")] if edition == "open" else range(5, 14, 2))
    assert (len(given), given.isna().sum()) == (alike.sum() + 4, 1)
    assert (given < given.mean()).sum() == alike.sum() + 1
    assert given.min() < 13
    assert given.max() >= size("team", "at_goal")
    assert given.nlargest(2).iloc[1] == pytest.approx(size("team", "close_to_goal"), abs=12)


def slopes(effect, *causes):
    columns = np.column_stack([*causes, np.ones(len(effect))])
    return np.linalg.lstsq(columns, effect, rcond=None)[0]


def test_hours_and_connections_bring_what_was_planted(edition):
    rows = load("effort_log", edition).query("hours > 0")
    assert len(rows) == size("effort_log", "members")
    hours, known, came = (
        np.log(rows[name].to_numpy(dtype=float))
        for name in ("hours", "connections", "opportunities")
    )
    assert slopes(known, hours)[0] == pytest.approx(
        size("effort_log", "connections_by_hours"), abs=0.13
    )
    by_known, by_hours, _ = slopes(came, known, hours)
    assert by_known == pytest.approx(size("effort_log", "opportunities_by_connections"), abs=0.1)
    assert by_hours == pytest.approx(size("effort_log", "opportunities_by_hours"), abs=0.13)
    assert slopes(came, hours)[0] < 0.7 < 1


def test_rates_differ_and_hold_luck_as_planted(edition):
    rows = load("two_quarters", edition)
    level, luck = (size("two_quarters", name) ** 2 for name in ("level_spread", "luck_spread"))
    assert len(rows) == size("two_quarters", "members")
    assert rows["rate_1"].mean() == pytest.approx(size("two_quarters", "mean_rate"), abs=1)
    assert rows["rate_1"].corr(rows["rate_2"]) == pytest.approx(level / (level + luck), abs=0.15)


def test_cohorts_were_drawn_and_differ_as_planted(edition):
    rows = load("cohort_trial", edition)
    cohorts = (rows["employed"] == "yes").groupby([rows["trained"], rows["cohort"]]).mean()
    assert len(cohorts) == size("cohort_trial", "cohorts")
    assert (cohorts.groupby("trained").size() == 15).all()
    means = cohorts.groupby("trained").mean()
    planted = size("cohort_trial", "employed_trained") - size("cohort_trial", "employed_others")
    assert means["yes"] - means["no"] == pytest.approx(planted, abs=0.016)
    # Between cohorts lies what was planted, and the luck of 55 people.
    spread = (size("cohort_trial", "cohort_spread") ** 2 + 0.2 / 55) ** 0.5
    assert cohorts.groupby("trained").std().mean() == pytest.approx(spread, abs=0.03)


def test_a_few_members_have_much_of_it(edition):
    counts = load("outcomes", edition)["opportunities"].sort_values(ascending=False)
    top = ceil(len(counts) / 10)
    assert len(counts) == pytest.approx(
        size("outcomes", "members"), abs=3 if edition == "open" else 19
    )
    assert counts.median() == pytest.approx(size("outcomes", "median") - 0.5, abs=1.6)
    assert 0.35 < counts[:top].sum() / counts.sum() < 0.48
    # The place at the edge is shared, so that a threshold takes in one too many.
    assert counts.iloc[top - 1] == counts.iloc[top]
    spread = np.log(counts[counts > 0] + 0.5).std()
    assert spread == pytest.approx(size("outcomes", "spread"), abs=0.35)
    assert log(counts.max() / counts.median()) > 1
