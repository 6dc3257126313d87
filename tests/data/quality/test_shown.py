"""What the lesson shows of newcomers is what the measure says of the list that they join."""

from __future__ import annotations

from weakties.data.quality.shown import (
    by_source_and_shared,
    gains_of_newcomers,
    think_tank,
    two_lists,
)


def test_a_newcomer_adds_less_the_more_of_a_list_they_know() -> None:
    gains = gains_of_newcomers([("think tank", 0), ("think tank", 6), ("nadia", 0), ("nadia", 22)])
    near, nearer, far, farther = gains["sources"]
    assert near > nearer
    assert far > farther > nearer


def test_a_think_tank_loses_by_a_newcomer_who_knows_two_thirds_of_it() -> None:
    """The lesson says so: from eight of the twelve on."""
    gains = gains_of_newcomers([("think tank", 7), ("think tank", 8)])["sources"]
    assert gains.iloc[0] > 0 > gains.iloc[1]


def test_the_two_lists_hold_forty_and_twelve_people_with_names() -> None:
    listed, ties = two_lists()
    assert listed["list"].value_counts().to_dict() == {"parents": 40, "think tank": 12}
    assert listed["name"].notna().all()
    assert set(ties["a"]) | set(ties["b"]) <= set(listed["person_id"])


def test_the_think_tank_is_the_shorter_of_the_two_lists() -> None:
    twelve, know = think_tank()
    listed, ties = two_lists()
    assert list(twelve["name"]) == list(listed.loc[listed["list"] == "think tank", "name"])
    assert len(know) == (ties["list"] == "think tank").sum() > 0


def test_in_every_column_that_counts_thirty_whoever_knows_you_says_yes_more_than_the_introduced() -> (
    None
):
    """The lesson says so of classmates and colleagues; four classmates are no share."""
    accepted = by_source_and_shared()
    introduced = accepted.loc["introduction"]
    for column in ["1 to 4", "5 to 9", "10 to 19"]:
        known = accepted.loc[["employer", "school"], column].dropna()
        assert (known > introduced[column]).all(), column
    assert accepted.loc["school"].isna().any()
