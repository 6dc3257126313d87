"""Ordinary checks of every kind: never a higher mark than nbgrader's, never a lower one unless a person looks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from grading.catalogue.course import catalogue_course
from grading.catalogue.entry import LEARNERS, answer, check, entry
from grading.catalogue.recorded import AGAIN, basis_of, recorded, recorded_basis
from grading.catalogue.rows import Pair, graded_by_nbgrader, graded_by_us, pairs
from grading.catalogue.themes import HALVES, THEMES
from grading.courses import copy_ungraded

AT_MOST = 0.02
"""The share of honest answers that a person may have to look at."""
ASKED_EACH_TIME = "tables"
"""The theme of which nbgrader is asked in every run whether it still gives what was written down."""


def _in_its_group(half, value):
    return pytest.param(value, marks=pytest.mark.xdist_group(f"catalogue-{half}"))


BY_THEME = pytest.mark.parametrize(
    "name", [_in_its_group(half, theme.name) for half, themes in HALVES.items() for theme in themes]
)
BY_HALF = pytest.mark.parametrize("half", [_in_its_group(half, half) for half in HALVES])


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Return what grades a theme with ours, once, and puts it beside what nbgrader gave."""

    @cache
    def both(name):
        theme = THEMES[name]
        ours = catalogue_course(tmp_path_factory.mktemp(name), [theme])
        theirs = recorded(theme)
        if name == ASKED_EACH_TIME:
            asked = copy_ungraded(ours, tmp_path_factory.mktemp(name) / "theirs")
            assert graded_by_nbgrader(asked, theme) == theirs
        return pairs(theme, theirs, graded_by_us(ours, theme))

    return both


@BY_THEME
def test_what_was_written_down_of_nbgrader_is_of_this_theme_and_these_packages(name):
    theme = THEMES[name]
    assert recorded_basis(theme) == basis_of(theme), f"ask nbgrader anew: {AGAIN} {name}"
    # Another answer, another digest.
    assert basis_of(theme) != basis_of(replace(theme, first=f"{theme.first}\n"))


@BY_THEME
def test_nbgrader_gives_the_points_that_the_catalogue_states(graded, name):
    for pair in graded(name):
        assert not pair.theirs[1], pair
        assert (pair.theirs[0] == pair.full) == pair.expected_full, pair


@BY_THEME
def test_an_untouched_stub_gets_nothing_but_what_the_catalogue_states(graded, name):
    for pair in graded(name):
        if pair.learner == "blank" and not pair.expected_full:
            assert pair.theirs[0] == 0, pair


@BY_THEME
def test_the_mark_is_never_higher_than_nbgraders(graded, name):
    higher = [str(pair) for pair in graded(name) if pair.difference == "higher"]
    assert not higher, "\n".join(higher)


@BY_THEME
def test_the_mark_is_never_lower_unless_a_person_is_asked_to_look(graded, name):
    lower = [str(pair) for pair in graded(name) if pair.difference == "lower"]
    assert not lower, "\n".join(lower)


@BY_HALF
def test_hardly_any_honest_answer_needs_a_person(graded, half):
    honest = [pair for theme in HALVES[half] for pair in graded(theme.name) if pair.honest]
    looked_at = [str(pair) for pair in honest if pair.ours[1]]
    assert len(looked_at) < AT_MOST * len(honest), "\n".join(looked_at)


def test_the_catalogue_holds_enough_of_every_kind():
    entries = [entry for theme in THEMES.values() for entry in theme.entries]
    assert len(entries) >= 120
    assert all(entry.fails and entry.checks for entry in entries)
    for theme in THEMES.values():
        names = [one.name for one in theme.entries]
        assert len(set(names)) == len(names)
        for learner in LEARNERS[1:4]:
            assert any(entry.answers[learner] for entry in theme.entries)


@pytest.mark.parametrize(
    ("ours", "difference"),
    [
        ((1, False), ""),
        ((2, False), "higher"),
        ((2, True), "higher"),
        ((0, False), "lower"),
        ((None, False), "lower"),
        ((None, True), "review, lower"),
        ((1, True), "review"),
    ],
)
def test_a_pair_says_how_ours_differs(ours, difference):
    pair = Pair("theme", "style", "x-value", 2, True, (1, False), ours)
    assert pair.difference == difference


def test_an_answer_is_honest_where_nbgrader_settles_it():
    def honest(learner, points, *, review=False):
        return Pair("t", learner, "x-value", 2, True, (points, review), (0, False)).honest

    assert honest("types", 2)
    assert honest("blank", 0)
    assert not honest("style", 1)
    assert not honest("wrong", 2)
    assert not honest("solution", 2, review=True)


def test_an_entry_that_answers_or_fails_a_cell_it_lacks_is_refused():
    cells = answer("x = 1"), check("value", "assert x == 1")
    with pytest.raises(ValueError, match="other"):
        entry("x", *cells, wrong={"other": "x = 2"})
    with pytest.raises(ValueError, match="typo"):
        entry("x", *cells, wrong="x = 2", fails="typo")
    with pytest.raises(ValueError, match="two cells"):
        entry("x", *cells, answer("x = 2"), wrong="x = 2")
