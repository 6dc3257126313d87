"""The rules of the photo studio: a simulated panel looks at a portrait.

The expected score of a portrait is the sum of its planted effects. A panel of raters, who differ
in leniency and taste and are noisy, scores it in whole points from −5 to +5.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from itertools import product
from random import Random
from typing import TYPE_CHECKING

from weakties.measures import mean_interval
from weakties.widgets.photo_studio.planted import (
    EFFECTS,
    LENIENCY_SD,
    NOISE_SD,
    TASTE_SD,
    TRAITS,
)
from weakties.widgets.portrait import CHOICES, Portrait

if TYPE_CHECKING:
    from weakties.measures import MeanInterval

LOWEST, HIGHEST = -5, 5
RATERS = 200
SEED = 2014

# What can be composed in the studio; of these, only the person has no effect.
COMPOSABLE = ("framing", "attire", "expression", "gaze", "background", "prop", "person")
_SCORED = tuple(field for field in COMPOSABLE if field != "person")

# What the learner chooses from before the studio opens: one person, six photos.
CANDIDATES: dict[str, Portrait] = {
    "A": Portrait(person="kim"),
    "B": Portrait(person="kim", attire="shirt", expression="teeth-smile", background="office"),
    "C": Portrait(
        person="kim",
        framing="waist-up",
        attire="sweatshirt",
        expression="teeth-smile",
        prop="dog",
    ),
    "D": Portrait(
        person="kim",
        framing="waist-up",
        attire="jersey",
        expression="closed-smile",
        background="ballpark",
        prop="bat",
    ),
    "E": Portrait(
        person="kim",
        framing="full-body",
        attire="tank-top",
        expression="closed-smile",
        background="climbing-wall",
    ),
    "F": Portrait(
        person="kim",
        framing="close-up",
        attire="shirt",
        expression="teeth-smile",
        gaze="away",
        prop="drink",
    ),
}


def expected_scores(portrait: Portrait, viewer: str) -> dict[str, float]:
    """Return the planted score of each trait, in points, as `viewer` sees it.

    Examples
    --------
    >>> expected_scores(Portrait(attire="suit"), "bank")["competence"]
    0.94
    """
    parts = _parts(portrait, viewer)
    return {trait: sum(part[k] for part in parts) for k, trait in enumerate(TRAITS)}


@lru_cache(maxsize=1024)
def panel_scores(
    portrait: Portrait, viewer: str, raters: int = RATERS, seed: int = SEED
) -> dict[str, MeanInterval]:
    """Return how a panel of `raters` scores each trait of `portrait`, in points from −5 to +5.

    Examples
    --------
    >>> panel_scores(Portrait(), "bank")["influence"].n
    200
    """
    votes = _votes(portrait, viewer, raters, seed)
    return {trait: mean_interval([float(vote) for vote in votes[trait]]) for trait in TRAITS}


@lru_cache(maxsize=1024)
def differences(
    first: Portrait, second: Portrait, viewer: str, raters: int = RATERS, seed: int = SEED
) -> dict[str, MeanInterval]:
    """Return how much more the panel gives to `second` than to `first`, rater by rater."""
    before, after = (_votes(portrait, viewer, raters, seed) for portrait in (first, second))
    return {
        trait: mean_interval(
            [float(b - a) for a, b in zip(before[trait], after[trait], strict=True)]
        )
        for trait in TRAITS
    }


@cache
def compositions() -> tuple[Portrait, ...]:
    """Return every photo of one person that the studio can take."""
    values = (CHOICES[field] for field in _SCORED)
    return tuple(
        Portrait(**dict(zip(_SCORED, combination, strict=True))) for combination in product(*values)
    )


def best_portrait(viewer: str, trait: str, person: str = "kim") -> Portrait:
    """Return the photo of `person` with the highest planted score; the first one, if several."""
    scores = _expected_of_all(viewer)[trait]
    return replace(compositions()[scores.index(max(scores))], person=person)


def rank_of(portrait: Portrait, viewer: str, trait: str) -> int:
    """Return the place of `portrait` among all `compositions` by planted score; 1 is the best."""
    score = expected_scores(portrait, viewer)[trait]
    # Sums of the same effects in the same order are equal to the last bit, so ties share a place.
    return 1 + sum(other > score for other in _expected_of_all(viewer)[trait])


@cache
def _expected_of_all(viewer: str) -> dict[str, list[float]]:
    scores = [expected_scores(portrait, viewer) for portrait in compositions()]
    return {trait: [score[trait] for score in scores] for trait in TRAITS}


@cache
def _effect(field: str, value: str, viewer: str) -> tuple[float, float, float]:
    rows = [e for e in EFFECTS if (e.field, e.value) == (field, value) and e.viewer == viewer]
    return (
        sum(row.competence for row in rows),
        sum(row.likability for row in rows),
        sum(row.influence for row in rows),
    )


def _parts(portrait: Portrait, viewer: str) -> list[tuple[float, float, float]]:
    """Return the general and the viewer's own effect of each choice."""
    return [
        _effect(field, getattr(portrait, field), source)
        for field in _SCORED
        for source in ("", viewer)
    ]


@cache
def _panel(viewer: str, raters: int, seed: int) -> tuple[list[float], list[list[float]]]:
    """Return each rater's leniency, and each rater's taste for every part of a portrait."""
    chance = Random(f"{seed} panel {viewer}")  # noqa: S311
    leniency = [chance.gauss(0, LENIENCY_SD) for _ in range(raters)]
    taste = [[chance.gauss(1, TASTE_SD) for _ in range(2 * len(_SCORED))] for _ in range(raters)]
    return leniency, taste


@lru_cache(maxsize=1024)
def _votes(portrait: Portrait, viewer: str, raters: int, seed: int) -> dict[str, list[int]]:
    # The chance is that of the scored choices, so that another person gets the very same votes.
    choices = " ".join(str(getattr(portrait, field)) for field in _SCORED)
    chance = Random(f"{seed} {viewer} {choices}")  # noqa: S311
    leniency, taste = _panel(viewer, raters, seed)
    parts = [(k, part) for k, part in enumerate(_parts(portrait, viewer)) if any(part)]
    votes: dict[str, list[int]] = {}
    for t, trait in enumerate(TRAITS):
        votes[trait] = [
            _on_scale(
                mood + sum(liking[k] * part[t] for k, part in parts) + chance.gauss(0, NOISE_SD)
            )
            for mood, liking in zip(leniency, taste, strict=True)
        ]
    return votes


def _on_scale(value: float) -> int:
    return max(LOWEST, min(HIGHEST, round(value)))
