"""Invented names: no firm, school or city has another's, and only one person is the protagonist."""

from __future__ import annotations

import pytest

from weakties.data.world.names import (
    FIRM_WORDS,
    FIRST_NAMES,
    LAST_NAMES,
    PROTAGONIST,
    city_names,
    firm_names,
    school_names,
)


@pytest.mark.parametrize("n", [1, 70, 5000])
def test_no_two_places_or_firms_share_a_name(n):
    firms = firm_names([list(FIRM_WORDS)[k % 10] for k in range(n)])
    for names in (firms, school_names(n), city_names(n)):
        assert len(set(names)) == len(names) == n


def test_the_protagonists_firm_comes_first():
    assert firm_names(["software", "software"])[0] == "Tarn Valley"


def test_nobody_else_can_be_called_like_the_protagonist():
    assert PROTAGONIST == ("Nadia", "Ferro")
    assert not set(PROTAGONIST) & {*FIRST_NAMES, *LAST_NAMES}


def test_names_are_listed_once():
    for names in (FIRST_NAMES, LAST_NAMES):
        assert len(set(names)) == len(names) > 100


def test_no_word_tells_the_firms_of_two_industries_apart_twice():
    words = [word for words in FIRM_WORDS.values() for word in words]
    assert len(set(words)) == len(words)
