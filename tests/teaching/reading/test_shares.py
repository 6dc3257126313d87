"""Texts are shared out fairly, blindly and once: what was given to somebody stays theirs."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.grading.cohort.readers import Reader, Readers
from weakties.teaching.reading.shares import Place, Share, refuse_unknown_questions, shared_out

MARIA, JO = Reader("maria", share=2), Reader("jo")
BOTH = Readers((MARIA, JO))


def texts(count, cell="q1-answer"):
    return [Place(f"learner-{number}", "ps1", cell) for number in range(count)]


def loads(found):
    return Counter(share.first for share in found.values())


def test_shares_decide_how_much_each_reads():
    assert loads(shared_out(texts(30), BOTH, {}, ())) == {"maria": 20, "jo": 10}


def test_each_reads_the_questions_that_are_theirs():
    readers = Readers((Reader("maria", ("q1",)), Reader("jo", ("q2*",))))
    found = shared_out([*texts(4), *texts(4, "q2-answer")], readers, {}, ())
    assert {(place.question, share.first) for place, share in found.items()} == {
        ("q1", "maria"),
        ("q2", "jo"),
    }


def test_a_question_that_nobody_reads_is_named():
    with pytest.raises(ValueError, match="Nobody reads q2: add it"):
        shared_out(texts(1, "q2-answer"), Readers((Reader("maria", ("q1",)),)), {}, ())


@given(st.integers(0, 20), st.integers(1, 20))
def test_whoever_hands_in_later_changes_nothing_for_the_others(early, late):
    before = shared_out(texts(early), BOTH, {}, ())
    after = shared_out(texts(early + late), BOTH, before, ())
    assert {place: after[place] for place in before} == before
    counts = loads(after)
    assert abs(counts["maria"] - 2 * counts["jo"]) <= 2


def test_numbers_are_one_for_each_learner_and_say_nothing_of_their_order():
    places = [*texts(20), *texts(20, "q2-answer")]
    found = shared_out(places, BOTH, {}, ())
    numbers = {place.learner: share.number for place, share in found.items()}
    assert sorted(numbers.values()) == list(range(1, 21))
    assert [numbers[f"learner-{one}"] for one in range(20)] != list(range(1, 21))
    assert {(place.learner, share.number) for place, share in found.items()} == set(numbers.items())


@given(st.integers(1, 40), st.sampled_from([5.0, 20.0, 50.0, 100.0]))
def test_a_sample_has_a_second_reader_who_is_not_the_first(count, percent):
    found = shared_out(texts(count), Readers((MARIA, JO), percent), {}, ())
    twice = [share for share in found.values() if share.second]
    assert percent / 100 * count <= len(twice) < percent / 100 * count + 1
    assert all(share.second != share.first for share in twice)


def test_other_readers_get_only_what_nobody_has_read_yet():
    before = shared_out(texts(6), Readers((MARIA,)), {}, ())
    mine = next(iter(before))
    after = shared_out(texts(6), Readers((JO,)), before, {(mine, "maria")})
    assert {place for place, share in after.items() if share.first == "maria"} == {mine}
    assert {place: share.number for place, share in after.items()} == {
        place: share.number for place, share in before.items()
    }


def test_where_the_file_names_nobody_anybody_may_read_all():
    assert set(shared_out(texts(3), Readers(), {}, ()).values()) == {
        Share(number, "", "", after.plan)
        for number, after in enumerate(shared_out(texts(3), Readers(), {}, ()).values(), 1)
    }


def test_a_question_that_is_none_is_named_with_one_that_is_meant():
    readers = Readers((Reader("maria", ("photo-reflexion", "quality-*")),))
    with pytest.raises(ValueError, match="Did you mean photo-reflection"):
        refuse_unknown_questions(readers, ["photo-reflection"])
    refuse_unknown_questions(readers, ["photo-reflexion"])
