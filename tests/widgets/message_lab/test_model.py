from __future__ import annotations

from itertools import product
from random import Random

import pytest

from weakties.lesson.evidence import all_evidence
from weakties.measures import chance_of_leading
from weakties.widgets.message_lab.model import (
    COUNTED,
    EQUAL,
    RACES,
    SENDS,
    Message,
    chance,
    factors,
    leads,
    race,
    steps,
    tally,
)
from weakties.widgets.message_lab.planted import LENGTHS, LONGEST, PARTS, START

CANDID = Message("candid", "short", "question", "week")
APOLOGY = CANDID._replace(opener="apology")
ALL = [Message(*parts) for parts in product(*PARTS.values())]


def test_every_message_has_a_chance_well_inside_0_and_1_in_every_world():
    assert len(ALL) == 288
    for message in ALL:
        for world in ("planted", COUNTED, EQUAL):
            assert 0.01 < chance(message, world) < 0.6


def test_a_candid_reason_is_answered_more_than_an_apology_and_nobody_has_counted_that():
    assert chance(CANDID) / chance(APOLOGY) == pytest.approx(1 / 0.7, rel=0.01)
    assert chance(CANDID, COUNTED) == chance(APOLOGY, COUNTED)


def test_selling_at_once_is_worse_than_its_parts_and_asking_at_once_is_not():
    def cost_of_haste(message):
        return chance(message._replace(time="minutes")) / chance(message)

    assert cost_of_haste(CANDID) == pytest.approx(0.9, rel=0.01)
    assert cost_of_haste(CANDID._replace(ask="sale")) == pytest.approx(0.45, rel=0.01)
    assert len(factors(CANDID._replace(ask="sale", time="minutes"))) == len(CANDID) + 1


def test_where_nothing_counts_all_messages_are_alike():
    assert {chance(message, EQUAL) for message in ALL} == {START}


def test_every_factor_says_what_it_rests_on_and_what_was_counted_names_a_card():
    for menu in PARTS.values():
        for choice in menu.values():
            named = {
                card.name
                for card in all_evidence().values()
                if choice.rests_on.startswith(f"{card.name}:")
            }
            assert bool(named) == choice.counted
            assert choice.counted or choice.rests_on.startswith("our assumption")


def test_lengths_are_told_apart_by_their_characters():
    assert list(LONGEST) == list(LENGTHS)[:-1]
    assert list(LONGEST.values()) == sorted(LONGEST.values())
    for key, most in LONGEST.items():
        assert f"{most:,} characters" in LENGTHS[key].label


def test_a_race_is_counted_send_by_send():
    answers = race((0.5, 0.2), 200, Random(1))
    stood = list(steps(answers))

    assert len(stood) == 200
    assert (stood[-1].a, stood[-1].b) == tuple(map(sum, zip(*answers, strict=True)))
    for sent, step in enumerate(stood, start=1):
        low, high = step.difference
        assert low <= (step.a - step.b) / sent <= high
        assert step.a_interval[0] <= step.a / sent <= step.a_interval[1]
        assert step.b_interval[0] <= step.b / sent <= step.b_interval[1]


def test_intervals_narrow_while_a_race_goes_on():
    stood = list(steps(race((0.3, 0.2), 500, Random(2))))
    width = [step.difference[1] - step.difference[0] for step in stood]

    assert width[9] > width[99] > width[499]


@pytest.mark.parametrize("sends", SENDS)
def test_a_thousand_races_fall_out_as_the_exact_chances_say(sends):
    chances = (chance(CANDID), chance(APOLOGY))
    exact = chance_of_leading(*chances, sends)
    found = tally(leads(chances, sends, Random(3)))

    assert sum(found) == RACES
    for counted, expected in zip(found, exact, strict=True):
        assert counted / RACES == pytest.approx(expected, abs=0.06)


def test_replays_are_drawn_as_a_race_of_single_sends_is():
    chances, rng = (0.27, 0.19), Random(4)
    single = [sum(a - b for a, b in race(chances, 20, rng)) for _ in range(2000)]
    drawn = leads(chances, 20, rng, races=2000)

    assert sum(drawn) / 2000 == pytest.approx(sum(single) / 2000, abs=0.25)
    assert tally(drawn).b / 2000 == pytest.approx(tally(single).b / 2000, abs=0.05)
