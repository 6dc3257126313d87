"""What the lesson shows of hours: the groups hold everybody, and each its own mean."""

from __future__ import annotations

import pytest

from weakties.data import load
from weakties.data.effort.shown import by_hours, people_and_what_came


def test_everybody_has_a_number_of_opportunities_that_came_through_a_contact():
    people = people_and_what_came()
    assert len(people) == len(load("people"))
    assert people["came"].sum() == load("opportunities")["via_id"].notna().sum()


def test_each_group_of_hours_has_the_mean_of_its_own_people():
    people = people_and_what_came()
    rows = by_hours(people)
    few = people[people["hours_per_week"] <= 0.6]
    assert rows.loc["up to 0.6", "opportunities"] == pytest.approx(few["came"].mean())
    ratio = rows["opportunities"].iloc[1] / rows["opportunities"].iloc[0]
    assert rows["times the row before"].iloc[1] == pytest.approx(ratio)
