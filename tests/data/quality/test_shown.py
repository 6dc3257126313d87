"""What the lesson shows of newcomers is what the measure says of the list that they join."""

from __future__ import annotations

from weakties.data.quality.shown import gains_of_newcomers, two_lists


def test_a_newcomer_adds_less_the_more_of_a_list_they_know() -> None:
    gains = gains_of_newcomers([("think tank", 0), ("think tank", 6), ("nadia", 0), ("nadia", 22)])
    near, nearer, far, farther = gains["sources"]
    assert near > nearer
    assert far > farther > nearer


def test_the_two_lists_hold_forty_and_twelve_people_with_names() -> None:
    listed, ties = two_lists()
    assert listed["list"].value_counts().to_dict() == {"parents": 40, "think tank": 12}
    assert listed["name"].notna().all()
    assert set(ties["a"]) | set(ties["b"]) <= set(listed["person_id"])
