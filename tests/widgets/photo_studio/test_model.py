from __future__ import annotations

from dataclasses import replace
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets.photo_studio.model import (
    CANDIDATES,
    COMPOSABLE,
    HIGHEST,
    LOWEST,
    best_portrait,
    compositions,
    differences,
    expected_scores,
    panel_scores,
    rank_of,
)
from weakties.widgets.photo_studio.planted import EFFECTS, PHOTOFEELER, TRAITS, VIEWERS
from weakties.widgets.portrait import CHOICES, Portrait

PORTRAITS = st.sampled_from(compositions())
VIEWS = st.sampled_from(list(VIEWERS))


@settings(deadline=None, max_examples=50)
@given(PORTRAITS, VIEWS)
def test_scores_lie_on_the_scale_and_inside_their_interval(portrait, viewer):
    for summary in panel_scores(portrait, viewer).values():
        assert LOWEST <= summary.low <= summary.mean <= summary.high <= HIGHEST
        assert summary.sd > 1
        assert summary.n == 200


@settings(deadline=None, max_examples=20)
@given(PORTRAITS, VIEWS)
def test_the_same_portrait_always_gets_the_same_scores(portrait, viewer):
    remembered = panel_scores(portrait, viewer)
    assert panel_scores.__wrapped__(portrait, viewer, 200) == remembered


@settings(deadline=None, max_examples=20)
@given(PORTRAITS, VIEWS, st.sampled_from(list(CHOICES["person"])))
def test_who_is_drawn_makes_no_difference(portrait, viewer, person):
    assert panel_scores(replace(portrait, person=person), viewer) == panel_scores(portrait, viewer)


def test_the_interval_shrinks_with_the_number_of_raters():
    widths = []
    for raters in (20, 200, 2000):
        summary = panel_scores(Portrait(), "bank", raters)["competence"]
        widths.append(summary.high - summary.low)
    assert widths[0] > 2 * widths[1] > 4 * widths[2]


def test_another_seed_is_another_panel():
    assert panel_scores(Portrait(), "bank", seed=1) != panel_scores(Portrait(), "bank", seed=2)


@pytest.mark.parametrize("trait", TRAITS)
def test_the_best_photo_for_a_trait_differs_from_viewer_to_viewer(trait):
    best = {best_portrait(viewer, trait) for viewer in VIEWERS}
    assert len(best) == len(VIEWERS)


@pytest.mark.parametrize("trait", TRAITS)
def test_among_the_six_candidates_too_the_club_prefers_another_photo_than_the_bank(trait):
    def winner(viewer):
        return max(
            CANDIDATES, key=lambda letter: panel_scores(CANDIDATES[letter], viewer)[trait].mean
        )

    assert winner("club") == "D"
    assert winner("bank") != "D"


def test_a_bat_and_a_jersey_help_at_the_club_and_cost_at_the_bank():
    plain = Portrait(attire="shirt")
    ballplayer = Portrait(attire="jersey", prop="bat")
    for trait in TRAITS:
        assert differences(plain, ballplayer, "club")[trait].low > 0
    for trait in ("competence", "influence"):
        assert differences(plain, ballplayer, "bank")[trait].high < 0


def test_a_suit_costs_likability_at_the_gym():
    assert differences(Portrait(attire="shirt"), Portrait(), "gym")["likability"].high < 0


@pytest.mark.parametrize("trait", TRAITS)
@pytest.mark.parametrize(
    ("field", "value", "without"),
    [
        ("attire", "suit", "shirt"),
        ("expression", "teeth-smile", "neutral"),
        ("prop", "sunglasses", "none"),
    ],
)
def test_the_planted_effects_come_back_from_a_large_panel(field, value, without, trait):
    before = Portrait(**{"attire": "shirt", field: without})
    after = replace(before, **{field: value})
    planted = expected_scores(after, "bank")[trait] - expected_scores(before, "bank")[trait]
    measured = differences(before, after, "bank", raters=5000)[trait]
    # Nine comparisons: 99.9% intervals, which are 1.68 times as wide.
    margin = 1.68 * (measured.high - measured.mean)
    assert abs(measured.mean - planted) < margin


def test_the_intervals_of_panels_cover_the_planted_score_about_as_often_as_they_say():
    covered = [
        summary.low <= expected_scores(portrait, "gym")[trait] <= summary.high
        for portrait in compositions()[::60]
        for seed in range(10)
        for trait, summary in panel_scores(portrait, "gym", seed=seed).items()
    ]
    assert 0.92 < fmean(covered) < 0.98


def test_the_general_effects_have_the_sizes_that_were_published():
    published = {
        (effect.field, effect.value): effect[3:6]
        for effect in EFFECTS
        if effect.source == PHOTOFEELER
    }
    assert published == {
        ("attire", "suit"): (0.94, 0.00, 1.29),
        ("expression", "teeth-smile"): (0.33, 1.35, 0.22),
        ("prop", "sunglasses"): (0.00, -0.36, 0.00),
    }


def test_every_planted_effect_names_a_choice_and_stands_once():
    keys = [(effect.field, effect.value, effect.viewer) for effect in EFFECTS]
    assert len(set(keys)) == len(keys)
    for field, value, viewer in keys:
        assert field in COMPOSABLE
        assert value in CHOICES[field]
        assert viewer in ("", *VIEWERS)


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("trait", TRAITS)
def test_the_best_photo_ranks_first_and_ranks_follow_the_scores(viewer, trait):
    assert rank_of(best_portrait(viewer, trait), viewer, trait) == 1
    a, b = CANDIDATES["A"], CANDIDATES["F"]
    better = expected_scores(a, viewer)[trait] > expected_scores(b, viewer)[trait]
    assert (rank_of(a, viewer, trait) < rank_of(b, viewer, trait)) == better


def test_the_best_photo_is_of_the_person_asked_for():
    assert best_portrait("gym", "likability", "noor").person == "noor"


def test_the_candidates_are_photos_of_one_person():
    assert len({portrait.person for portrait in CANDIDATES.values()}) == 1
    assert len(set(CANDIDATES.values())) == 6
