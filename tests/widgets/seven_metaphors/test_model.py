from __future__ import annotations

import pytest

from weakties.data import load
from weakties.widgets.seven_metaphors.gaming import FORMS, MOVES, THINGS, gamed
from weakties.widgets.seven_metaphors.metaphors import METAPHORS
from weakties.widgets.seven_metaphors.model import (
    best_connected,
    lists_of,
    lists_with,
    mean_shared,
    shared,
)
from weakties.widgets.seven_metaphors.people import circle_of


@pytest.fixture
def circle():
    return circle_of("open")


@pytest.mark.parametrize("goal", METAPHORS)
def test_a_list_holds_the_ten_with_the_most_points_the_best_first(circle, goal):
    people = load("circle_people", "open")
    assert lists_of(circle)[goal] == tuple(people.nlargest(10, goal)["person_id"])


@pytest.mark.parametrize("edition", ["open", "dial-1", "dial-2"])
def test_goals_share_few_people_and_the_best_connected_is_rarely_listed(edition):
    circle = circle_of(edition)
    lists = lists_of(circle)
    assert 1 <= mean_shared(lists) <= 2
    assert len(lists_with(lists, circle.best_connected.id)) <= 1
    assert circle.best_connected.connections == 30_000


def test_the_more_connections_decide_the_more_alike_are_the_lists(circle):
    means = [mean_shared(lists_of(circle, together)) for together in (0, 40, 80, 100)]
    assert means == sorted(set(means))
    assert {frozenset(names) for names in lists_of(circle, 100).values()} == {
        frozenset(best_connected(circle))
    }


def test_what_two_lists_share_has_the_order_of_the_first():
    lists = {"tank": ("a", "b", "c"), "gang": ("c", "x", "a")}
    assert shared(lists, "tank", "gang") == ("a", "c")
    assert shared(lists, "gang", "tank") == ("c", "a")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("what", THINGS)
def test_each_move_pushes_the_number_up_and_never_helps_the_goal(what, form):
    steps = gamed(what, form)
    numbers, goals = [step.number for step in steps], [step.goal for step in steps]
    assert numbers == sorted(set(numbers))
    assert goals == sorted(goals, reverse=True)
    assert goals[0] == 100
    assert goals[-1] < 60


def test_a_share_ends_at_all_of_very_little():
    assert gamed("replies", "share")[-1].number == 100


@pytest.mark.parametrize("guard", MOVES)
@pytest.mark.parametrize("form", FORMS)
def test_a_guard_stops_its_own_move_and_takes_time(form, guard):
    bare, guarded = gamed("answers", form), gamed("answers", form, [guard])
    place = 1 + MOVES.index(guard)
    assert [step.stopped for step in guarded] == [step.move == guard for step in guarded]
    assert guarded[place].number == guarded[place - 1].number
    assert guarded[0].goal == pytest.approx(0.95 * bare[0].goal)
    assert guarded[-1].number < bare[-1].number or form == "share"


def test_with_all_guards_nothing_moves():
    steps = gamed("talks", "count", MOVES)
    assert {(step.number, step.goal) for step in steps} == {(8.5, 85.0)}
