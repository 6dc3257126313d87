from __future__ import annotations

from random import Random
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.data import about
from weakties.widgets.after_the_click.contact import NEWS
from weakties.widgets.after_the_click.model import (
    ASKS,
    DAYS,
    HIGHEST,
    HOURS,
    LOST,
    PREDICTED,
    START,
    USUAL,
    YEAR,
    Move,
    chance_of_yes,
    in_touch_until,
    play,
    warmth_ahead,
    warmth_on,
)
from weakties.widgets.after_the_click.others import (
    OTHERS,
    Year,
    average_year,
    mean_bias,
    others,
    year_of,
)
from weakties.widgets.after_the_click.planted import LIMITS, Planted, as_planted

PLANTED = as_planted()
LUCKS = range(300)
QUESTION_DAY, OCCASION_DAY = NEWS[0].day, NEWS[1].day
PLANTED_WORLDS = st.builds(Planted, *(st.integers(*limits) for limits in LIMITS.values()))
PLANS = st.dictionaries(st.integers(0, DAYS), st.sampled_from(list(HOURS)), max_size=15).map(
    lambda plan: [
        Move(day, plan[day], 5 if plan[day] in PREDICTED else None) for day in sorted(plan)
    ]
)


def did(*plan):
    return [Move(day, what, 5 if what in PREDICTED else None) for day, what in plan]


def on_average(moves, planted=PLANTED):
    years = [year_of(play(moves, planted, Random(k)), planted.half_life) for k in LUCKS]
    return Year(*map(mean, zip(*years, strict=True)))


def only(moves, planted=PLANTED, seed=1):
    return play(moves, planted, Random(seed))[-1]


@settings(deadline=None, max_examples=80)
@given(PLANS, PLANTED_WORLDS, st.integers())
def test_warmth_stays_within_its_scale_and_nothing_follows_an_end(moves, planted, seed):
    steps = play(moves, planted, Random(seed))

    assert all(0 <= step.after <= HIGHEST for step in steps)
    assert all(step.chance is None or 0 <= step.chance <= 1 for step in steps)
    assert not any(step.ended for step in steps[:-1])
    assert len(steps) == len(moves) or steps[-1].ended
    assert 0 <= in_touch_until(steps, planted.half_life) <= YEAR


@settings(deadline=None, max_examples=60)
@given(PLANS, st.integers())
def test_a_further_move_changes_nothing_before_it(moves, seed):
    whole = play(moves, PLANTED, Random(seed))

    assert play(moves[:-1], PLANTED, Random(seed)) == whole[: len(moves[:-1])]


@settings(deadline=None, max_examples=60)
@given(PLANS, st.integers(15, 180), st.integers())
def test_the_last_day_in_touch_is_the_last_day_on_which_it_is_warm(moves, half_life, seed):
    steps = play(moves, PLANTED._replace(half_life=half_life), Random(seed))
    until = in_touch_until(steps, half_life)

    later = range(until + 1, YEAR + 1)
    assert all(warmth_on(steps, day, half_life) < LOST + 1e-9 for day in later)
    broken_that_day = [step.before for step in steps if step.move.day == until]
    assert max([warmth_on(steps, until, half_life), *broken_that_day]) >= LOST - 1e-9


def test_silence_halves_the_warmth_once_in_every_half_life():
    assert warmth_on((), PLANTED.half_life, PLANTED.half_life) == START / 2
    assert warmth_ahead((), 0, PLANTED.half_life)[-1] == round(START * 0.5 ** (DAYS / 60))
    assert in_touch_until((), 120) > in_touch_until((), 60) > in_touch_until((), 15)


def test_after_ninety_days_of_nothing_one_is_out_of_touch():
    assert in_touch_until((), PLANTED.half_life) < DAYS


def test_the_channels_are_those_of_the_dataset_as_its_card_says():
    size_of = about("asks").size_of
    for what, name in (("message", "email"), ("phone", "phone"), ("face", "face")):
        assert chance_of_yes(what, USUAL, PLANTED) == pytest.approx(size_of(f"{name}_yes"))
        expected = getattr(PLANTED, f"{what}_expected") / 100
        assert expected == pytest.approx(size_of(f"{name}_predicted"))


@pytest.mark.parametrize("what", ASKS)
def test_warmth_and_a_gift_make_a_yes_likelier_and_haste_makes_it_rarer(what):
    base = chance_of_yes(what, USUAL, PLANTED)
    assert chance_of_yes(what, USUAL + 20, PLANTED) > base
    assert chance_of_yes(what, USUAL, PLANTED, given=1) == pytest.approx(base + 0.15)
    assert chance_of_yes(what, USUAL, PLANTED, given=1) == chance_of_yes(
        what, USUAL, PLANTED, given=2
    )
    assert chance_of_yes(what, USUAL, PLANTED, fresh=0.5) == pytest.approx(base / 2)


def test_a_gift_is_used_up_by_a_yes():
    certain = PLANTED._replace(phone=80)
    plan = did((QUESTION_DAY, "share"), (30, "phone"), (80, "phone"))
    games = [play(plan, certain, Random(k)) for k in LUCKS]
    granted = [game for game in games if game[1].answered]
    refused = [game for game in games if not game[1].answered]

    assert max(game[2].chance for game in granted) < min(game[2].chance for game in refused) - 0.1


def test_thanks_warm_when_there_is_something_to_thank_for_and_only_once():
    first = only(did((0, "thank")))
    again = only(did((0, "thank"), (30, "thank")))
    assert first.fitting
    assert first.after - first.before >= 10
    assert not again.fitting
    assert again.after - again.before <= 5 < 10


def test_a_yes_makes_thanks_due_again():
    plan = did((0, "thank"), (30, "phone"), (31, "thank"))
    games = [play(plan, PLANTED, Random(k)) for k in LUCKS]
    assert {(game[1].answered, game[2].fitting) for game in games} == {(True, True), (False, False)}


def test_a_no_cools_and_a_second_no_within_days_cools_more():
    never = PLANTED._replace(phone=0)
    first, second = play(did((0, "phone"), (1, "phone")), never, Random(1))
    assert first.after < first.before
    assert second.before - second.after > 1.5 * (first.before - first.after)


def test_congratulations_need_an_occasion_and_an_occasion_is_used_once():
    assert only(did((OCCASION_DAY, "congratulate"))).fitting
    assert only(did((OCCASION_DAY + 7, "congratulate"))).fitting
    for plan in (
        did((OCCASION_DAY - 1, "congratulate")),
        did((OCCASION_DAY + 8, "congratulate")),
        did((OCCASION_DAY, "congratulate"), (OCCASION_DAY + 1, "congratulate")),
        did((QUESTION_DAY, "congratulate")),
    ):
        assert not only(plan).fitting


def test_an_answer_to_a_question_warms_more_than_something_useful_at_any_time():
    answer, link = only(did((QUESTION_DAY, "share"))), only(did((QUESTION_DAY - 2, "share")))
    assert answer.fitting
    assert not link.fitting
    assert answer.after - answer.before > link.after - link.before + 5


def test_a_pitch_on_the_first_day_ends_most_ties_and_later_fewer():
    def ends(moves):
        return mean(play(moves, PLANTED, Random(k))[-1].ended for k in LUCKS)

    cared = did((0, "thank"), (QUESTION_DAY, "share"), (OCCASION_DAY, "congratulate"))
    early, late = did((0, "pitch")), [*cared, *did((30, "pitch"))]
    assert ends(early) == pytest.approx(PLANTED.pitch / 100, abs=0.08)
    assert ends(late) < ends(early) - 0.15
    assert on_average(early).until < on_average([]).until / 10


def test_asking_every_day_is_granted_most_and_is_out_of_touch_first():
    daily, weekly, monthly = (
        on_average(did(*((day, "phone") for day in range(0, DAYS + 1, pause))))
        for pause in (1, 7, 30)
    )
    assert daily.yes > weekly.yes > monthly.yes
    assert daily.until < weekly.until < monthly.until
    assert daily.until < 14 < on_average([]).until
    assert daily.hours > 10 * monthly.hours


def test_caring_and_asking_now_and_then_lasts_longer_than_caring_alone_or_silence():
    care = did(
        (0, "thank"), (QUESTION_DAY, "share"), (OCCASION_DAY, "congratulate"), (74, "congratulate")
    )
    ask = sorted([*care, *did((20, "phone"), (21, "thank"), (50, "phone"), (51, "thank"))])
    assert on_average(ask).until > on_average(care).until > on_average([]).until + 60
    assert on_average(ask).yes > 1


def test_the_phone_brings_more_than_a_message_for_the_same_care():
    by_phone, by_message = (
        on_average(did((0, "thank"), (20, what), (50, what), (80, what)))
        for what in ("phone", "message")
    )
    assert by_phone.yes > by_message.yes + 0.5


def test_five_hundred_others_expect_too_much_in_writing_and_too_little_aloud():
    games = others(PLANTED)
    assert len(games) == OTHERS
    assert mean_bias(games, "message") > 2
    assert mean_bias(games, "phone") < -0.5
    assert mean_bias(games, "face") < 0
    assert mean_bias(games, "pitch") is None


def test_what_the_others_do_does_not_hang_on_the_assumptions():
    def plans(planted):
        return [[(s.move.day, s.move.what) for s in game] for game in others(planted)]

    calm = PLANTED._replace(pitch=0)
    whole = plans(calm)
    assert whole == plans(calm._replace(half_life=30, message=90, message_expected=10))
    for cut, plan in zip(plans(PLANTED), whole, strict=True):
        assert plan[: len(cut)] == cut


def test_most_others_do_something_and_the_best_of_them_keep_in_touch_for_months():
    until = sorted(year_of(game, PLANTED.half_life).until for game in others(PLANTED))
    assert until[OTHERS // 10] < 30 < until[OTHERS // 2] < DAYS < until[-OTHERS // 10]
    assert sum(not game for game in others(PLANTED)) < 5


def test_a_plan_on_average_is_what_many_contacts_come_to():
    assert average_year({}) == (79, 0, 0, pytest.approx(START * 0.5 ** (DAYS / 60)))
    asked = average_year({0: "phone"})
    assert asked.yes == pytest.approx(chance_of_yes("phone", START, PLANTED), abs=0.06)
    assert asked.hours == pytest.approx(HOURS["phone"])
    assert average_year({0: "pitch"}).until < 3


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({91: "thank"}, "Day 91 is not one of the days 0 to 90."),
        ({3: "dance"}, "'dance' can't be done; choose among thank, congratulate"),
    ],
)
def test_a_plan_that_cannot_be_played_is_named(plan, sentence):
    with pytest.raises(ValueError, match=sentence):
        average_year(plan)


def test_what_the_lesson_says_of_its_plans_holds():
    notes = {0: "thank", 27: "congratulate", 74: "congratulate"}
    help_too = notes | {8: "share", 52: "share"}
    two_asks = help_too | {15: "phone", 16: "thank", 60: "phone", 61: "thank"}
    few, best = average_year(notes), average_year(two_asks)
    weekly = average_year(dict.fromkeys(range(0, DAYS + 1, 7), "phone"))

    assert few.until > 2 * average_year({}).until
    assert few.hours < 0.5 < 2 < best.hours
    assert 9 < 26 / best.hours < 12
    assert weekly.yes > best.yes > few.yes == 0
    assert weekly.until < average_year({}).until < best.until
