"""What is due: a dozen at most, what waits longest first, and only what was begun."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from weakties.progress import Record
from weakties.progress.spacing import Waiting
from weakties.recall import MOST, Card, begun, due, in_words

TODAY = date(2026, 10, 3)


def cards(count):
    return tuple(Card(f"photo-{n}", "Which?", "This.", "So.", "Here", "cell") for n in range(count))


def known(*days):
    """Return a record in which card n is due so many days from today."""
    waiting = {
        f"photo-{number}": Waiting(1, TODAY + timedelta(days=days_on))
        for number, days_on in enumerate(days)
        if days_on is not None
    }
    return Record(recalled=waiting)


@given(st.lists(st.none() | st.integers(-400, 400), max_size=60))
def test_a_dozen_at_most_each_once_and_none_before_its_day(days):
    deck, record = cards(len(days)), known(*days)
    found = due(deck, record, TODAY)
    waiting = [days_on for days_on in days if days_on is None or days_on <= 0]
    assert len(found) == min(MOST, len(waiting)) <= 12
    assert len(set(found)) == len(found)
    assert all(record.recalled.get(one.id, Waiting(0, TODAY)).due <= TODAY for one in found)


def test_what_waits_longest_comes_first_and_what_was_never_asked_last_in_its_order():
    found = due(cards(6), known(None, 1, 0, -5, None, -2), TODAY)
    assert [card.id[-1] for card in found] == ["3", "5", "2", "0", "4"]


def test_new_cards_wait_while_a_dozen_others_are_due():
    found = due(cards(20), known(*[None] * 5, *[-1] * 12), TODAY)
    assert [card.id for card in found] == [f"photo-{number}" for number in range(5, 17)]


def test_a_unit_that_is_not_started_has_no_card_due():
    standings = [
        SimpleNamespace(unit=name, state=state)
        for name, state in (("a", "done"), ("b", "not started"), ("c", "started"))
    ]
    assert begun(standings) == ("a", "c")


def test_one_sentence_says_what_is_due_or_when_the_next_comes_or_how_to_begin():
    assert in_words(cards(20), known(), TODAY).startswith("12 cards are due.")
    assert in_words(cards(2), known(1, 0), TODAY).startswith("1 card is due.")
    assert "comes back on 2026-10-05" in in_words(cards(2), known(9, 2), TODAY)
    assert "weakties start" in in_words((), known(), TODAY).replace("python3 run.py", "weakties")
