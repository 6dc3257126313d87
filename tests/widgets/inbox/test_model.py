from __future__ import annotations

from itertools import product, starmap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.data import about
from weakties.measures import acceptance_threshold
from weakties.widgets.inbox.model import (
    ACCEPT_ALL,
    ASK_ALL,
    ASK_HOURS,
    DECLINE_ALL,
    LIMITS,
    MOST_MONTHS,
    MOST_MUTUALS,
    POLICIES,
    RESTS,
    START_RULE,
    YOUR_RULE,
    Rule,
    Stakes,
    best_policies,
    decided,
    outcome,
    start_stakes,
)
from weakties.widgets.inbox.profiles import pool, thirty
from weakties.widgets.inbox.rounds import adapted, learned
from weakties.widgets.inbox.senders import inbox
from weakties.widgets.inbox.signs import REQUIRED, SHARES, SIGNS

RULES = st.builds(
    Rule,
    st.integers(0, MOST_MUTUALS),
    st.integers(0, MOST_MONTHS),
    st.sampled_from(RESTS),
    st.sampled_from(REQUIRED),
)
STAKES = st.builds(Stakes, *(st.integers(*limits) for limits in LIMITS.values()))


def worths(rule, stakes, profiles=None):
    return {
        policy: outcome(profiles or pool(), policy, rule, stakes).worth(stakes.value, stakes.cost)
        for policy in POLICIES
    }


def test_the_thirty_are_twenty_one_good_and_nine_bad_and_nobody_comes_twice():
    assert len(inbox()) == len({sender.name for sender in inbox()}) == 30
    assert sum(not sender.good for sender in inbox()) == 9
    assert all(sender.came for sender in inbox())


def test_no_sign_alone_gives_the_thirty_away():
    for good in (True, False):
        ours = [sender for sender in inbox() if sender.good is good]
        assert min(sender.mutuals for sender in ours) == 0
        assert max(sender.mutuals for sender in ours) >= 5
        assert min(sender.months for sender in ours) < 12 < max(sender.months for sender in ours)
        assert {bool(sender.note) for sender in ours} == {True, False}
        assert {bool(sender.reply) for sender in ours} == {True, False}
        assert {sender.sign for sender in ours} == {"", *SIGNS}


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_the_pool_has_the_sizes_of_the_dataset(kind):
    ours = [profile for profile in pool() if profile.good is (kind == "good")]
    size_of = about("requests").size_of

    def share(having):
        return sum(map(having, ours)) / len(ours)

    assert len(ours) == len(pool()) // 2
    assert share(lambda p: p.mutuals == 0) == pytest.approx(size_of(f"{kind}_no_mutuals"), abs=0.03)
    many = size_of(f"{kind}_many_mutuals")
    assert share(lambda p: p.mutuals >= 3) == pytest.approx(many, abs=0.03)
    old = int(size_of(f"{kind}_account_age") / 30.4)
    assert share(lambda p: p.months < old) == pytest.approx(0.5, abs=0.05)
    for sign, size in SHARES[kind == "good"].items():
        assert share(lambda p, sign=sign: p.sign == sign) == pytest.approx(size, abs=0.03)


def test_the_rule_on_mutual_connections_works_until_attackers_adapt():
    before = worths(START_RULE, start_stakes())
    after = worths(START_RULE, start_stakes(), adapted(pool()))
    assert before[YOUR_RULE] > before[ACCEPT_ALL] > before[DECLINE_ALL] == 0
    assert after[YOUR_RULE] < 0 < after[ACCEPT_ALL]
    assert after[ASK_ALL] == before[ASK_ALL]


def test_no_policy_is_best_in_every_round_nor_at_every_cost():
    stakes = start_stakes()
    rounds = [pool(), adapted(pool()), learned(pool())]
    rules = starmap(Rule, product((0, 1, 3), (0, 12, 36), RESTS, REQUIRED))
    policies = [(YOUR_RULE, rule) for rule in rules]
    policies += [(policy, START_RULE) for policy in (ACCEPT_ALL, ASK_ALL, DECLINE_ALL)]
    behind = dict.fromkeys(policies, 0.0)
    for profiles in rounds:
        worth = {
            each: outcome(profiles, *each, stakes).worth(stakes.value, stakes.cost)
            for each in policies
        }
        for each in policies:
            behind[each] = max(behind[each], max(worth.values()) - worth[each])
    assert min(behind.values()) > 0.1
    asking = [worths(START_RULE, stakes, profiles)[ASK_ALL] for profiles in rounds]
    assert asking[0] == asking[1] > 2 * asking[2] > 0


def test_asking_costs_goodwill_with_good_senders_only():
    stakes = start_stakes()
    free, dear = (stakes._replace(goodwill=goodwill) for goodwill in (0, 3))
    assert worths(START_RULE, free)[ASK_ALL] - worths(START_RULE, dear)[ASK_ALL] == pytest.approx(
        3 * (1 - stakes.bad / 100)
    )


def test_only_attackers_adapt_and_each_of_them_does():
    for before, after in zip(pool(), adapted(pool()), strict=True):
        assert (after == before) if before.good else (after.mutuals >= before.mutuals + 3)


@settings(deadline=None, max_examples=60)
@given(RULES, STAKES)
def test_shares_add_up_to_all_requests_mixed_as_assumed(rule, stakes):
    for policy in POLICIES:
        found = outcome(pool(), policy, rule, stakes)
        assert sum(found.record) == pytest.approx(1)
        bad = found.record.bad_accepted + found.record.bad_declined
        assert bad == pytest.approx(stakes.bad / 100)
        assert 0 <= found.asked <= 1 + 1e-9


@settings(deadline=None, max_examples=60)
@given(RULES, STAKES)
def test_what_is_called_best_is_best_on_both_sides_of_every_step(rule, stakes):
    most = LIMITS["cost"][1]
    outcomes = {policy: outcome(pool(), policy, rule, stakes) for policy in POLICIES}
    steps = best_policies(outcomes, stakes.value, most)
    begins = [begin for begin, _ in steps]
    assert begins == sorted(set(begins))
    assert begins[0] == 0
    for (begin, policy), end in zip(steps, [*begins[1:], most], strict=True):
        for cost in (begin, (begin + end) / 2, end):
            worth = {name: found.worth(stakes.value, cost) for name, found in outcomes.items()}
            assert worth[policy] == pytest.approx(max(worth.values()), abs=1e-6)


def test_accepting_all_stops_paying_exactly_at_the_threshold():
    stakes = Stakes(value=10, cost=20, bad=30, answers=8)
    found = outcome(pool(), ACCEPT_ALL, START_RULE, stakes)
    limit = 10 * 0.7 / 0.3
    assert found.worth(10, limit) == pytest.approx(0)
    assert acceptance_threshold(10, limit) == pytest.approx(found.record.precision)


@given(st.integers(1, 50))
def test_openness_is_best_where_harm_is_low_and_worst_where_it_is_high(value):
    low, high = (Stakes(value, cost, 30, 8) for cost in (0, 200))
    assert max(worths(START_RULE, low), key=worths(START_RULE, low).get) == ACCEPT_ALL
    assert min(worths(START_RULE, high), key=worths(START_RULE, high).get) == ACCEPT_ALL


def test_asking_is_worth_less_the_more_attackers_can_answer():
    stakes = start_stakes()
    honest, clever = (
        worths(START_RULE, stakes._replace(answers=answers))[ASK_ALL] for answers in (0, 100)
    )
    assert honest > clever


def test_decisions_by_hand_are_counted_with_what_asking_costs():
    right = ["accept" if sender.good else "decline" for sender in inbox()]
    found = decided(right, [])
    assert (found.record.precision, found.record.recall) == (1, 1)
    assert found.worth(10, 20) == pytest.approx(0.7 * 10)
    assert decided(right, [0, 7, 29]).worth(10, 20) == pytest.approx(7 - 3 * ASK_HOURS / 30)


def test_the_thirty_as_a_rule_sees_them_answer_as_they_do_in_the_inbox():
    stakes = start_stakes()
    asked = outcome(thirty(), ASK_ALL, START_RULE, stakes, weighed=False)
    fitting = sum(sender.good and sender.fits for sender in inbox())
    assert asked.record.good_accepted == pytest.approx(fitting / 30)
    assert asked.record.bad_accepted == pytest.approx(1 / 30)
