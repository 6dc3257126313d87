"""How an answer spreads over editions is told: how many values it takes, how near wrong roads come.

That the course's own answers do is held by tests/data/test_answers_stand_apart.py.
"""

from __future__ import annotations

import pytest

from weakties.authoring.apart import TIMES_THE_TOLERANCE, Spread, spread
from weakties.course import load_course


def test_a_wrong_road_is_measured_in_tolerances_and_counts_are_right_or_wrong():
    course = load_course()
    found = {one.answer: one for one in spread(course, course.unit("effort"), ("open", "apart-00"))}
    assert found["elasticity"].nearest > TIMES_THE_TOLERANCE
    assert found["elasticity"].road
    assert len(found["elasticity"].values) == len(found["week_of_400"].values) == 2
    assert (found["n_half"].nearest, found["n_half"].road) == (float("inf"), "")


@pytest.mark.parametrize(
    ("values", "off", "wide"), [(5, 20.1, True), (4, 20.1, False), (5, 20.0, False)]
)
def test_an_answer_is_wide_with_five_values_and_wrong_roads_beyond_20_tolerances(values, off, wide):
    one = Spread("thanks-q1", "gain", {str(value) for value in range(values)})
    one.meet(off, "turned round", "open")
    assert one.is_wide is wide
    assert f"{values} values; {off:.3g} tolerances to 'turned round' in open" in str(one)
