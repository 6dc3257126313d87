from __future__ import annotations

import re

import pytest

from weakties.lesson.prediction import Curve, CurveComparison, Kept, commit

WORTH = Curve(
    "test-worth", "What is it worth?", "points", (0, 10), places=("a", "b", "c"), across="groups"
)


@pytest.fixture(autouse=True)
def nothing_committed(monkeypatch):
    monkeypatch.setattr("weakties.lesson.prediction.commitment._COMMITTED", {})


def test_a_curve_is_one_number_for_each_place_and_reads_its_own_record():
    kept = WORTH.answer([1, 2.5, 10])
    assert WORTH.answer(kept) == kept
    assert WORTH.heights(kept) == (1, 2.5, 10)
    assert (
        str(commit(WORTH, [1, 2.5, 10], 3))
        == "You drew 1, 2.5, 10 points and were half sure (3 of 5)."
    )


@pytest.mark.parametrize(
    "drawn",
    [[1, 2], [1, 2, 11], [1, 2, None], [1, 2, True], "1; 2", "1; 2; x", "1; 2; nan", 3, None],
)
def test_what_is_no_such_curve_says_what_is_asked_for(drawn):
    with pytest.raises(ValueError, match=r"3 numbers|from 0 to 10 points|one number"):
        WORTH.answer(drawn)


@pytest.mark.parametrize("more", [{"places": ("a", "a")}, {"places": ("a",)}, {"between": None}])
def test_a_curve_without_places_or_a_range_is_refused(more):
    given = {"between": (0, 1), "places": ("a", "b"), **more}
    with pytest.raises(ValueError, match="test-worth"):
        Curve("test-worth", "What?", across="groups", **given)


def test_before_anything_is_drawn_the_data_stay_away():
    shown = CurveComparison(WORTH, (1, 5, 7.25), "as counted")._repr_mimebundle_()
    for text in shown.values():
        assert "commit it in the form above" in text
        assert "7.25" not in text


@pytest.mark.parametrize(
    ("drawn", "near", "right"), [([1, 5, 9], 2, True), ([1, 9, 1], 1, False), ([9, 9, 9], 0, False)]
)
def test_a_curve_is_right_if_more_than_half_of_its_points_are(drawn, near, right):
    guess = commit(WORTH, drawn, 3)
    beside = CurveComparison(WORTH, (1, 5, 7.25), "as counted")
    assert (beside.near(guess), beside.right) == (near, right)


def test_a_point_inside_a_wide_interval_is_near():
    guess = commit(WORTH, [1, 9, 1], 3)
    beside = CurveComparison(WORTH, (1, 5, 7), "as counted", ((0, 2), (3, 9.5), (6, 8)))
    assert beside.near(guess) == 2
    shown = beside._repr_mimebundle_()["text/html"]
    assert "highest at c, and you drew it highest at b" in shown
    assert "<th scope='row'>b</th><td>9</td><td>5</td><td>3</td><td>9.5</td>" in shown


def test_data_for_other_places_are_refused():
    with pytest.raises(ValueError, match="each place"):
        CurveComparison(WORTH, (1, 2), "as counted")


def test_a_table_behind_two_guesses_waits_for_both():
    other = Curve("test-other", "What?", "points", (0, 1), places=("a", "b"), across="groups")
    table = CurveComparison(WORTH, (1, 5, 7.25), "as counted")
    kept = Kept(WORTH, (Kept(other, (table,)),))
    for asked, drawn in ((WORTH, [1, 2, 3]), (other, [0, 1])):
        for text in kept._repr_mimebundle_().values():
            assert "What is shown here waits" in text
            assert "7.25" not in text
        commit(asked, drawn, 3)
    assert all("7.25" in text for text in kept._repr_mimebundle_().values())


def test_a_curve_may_fall_below_zero():
    falling = Curve(
        "test-falling", "What is it worth?", "hours", (-20, 10), places=("a", "b"), across="costs"
    )
    assert falling.heights(falling.answer(falling.answer([7, -17.5]))) == (7, -17.5)
    said = commit(falling, [7, -17.5], 3)
    assert str(said).startswith("You drew 7, −17.5 hours")
    assert "Here it is 7, −17 hours, here" in str(CurveComparison(falling, (7, -17), "here"))


def test_the_axis_carries_round_numbers_where_data_reach_beyond_what_was_asked_for():
    falling = Curve(
        "test-reaching", "What is it worth?", "hours", (-20, 10), places=("a", "b"), across="costs"
    )
    commit(falling, [7, -17.5], 3)
    beside = CurveComparison(falling, (6, -20), "as counted", ((5, 7), (-20.8, -19)))
    picture = beside._repr_mimebundle_()["text/html"].partition("<svg")[2].partition("</svg")[0]
    assert re.findall("text-anchor='end'>([^<]+)<", picture) == ["−20", "−10", "0", "10"]
