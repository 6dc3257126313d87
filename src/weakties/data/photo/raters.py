"""How raters see the photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of, first_clear, stand_apart
from weakties.data.photo.draws import standardized
from weakties.data.photo.portraits import PEOPLE, PHOTOS_EACH, photos

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card


def ratings(edition: str, card: Card) -> pd.DataFrame:
    """Return ratings of competence and likability for every photo of the same edition.

    A quarter of the photos went round and got more ratings: the stiff ones among the formal, the
    good ones among the casual. So counting every rating once and counting every photo once give
    different answers. A few formal photos are very stiff and a few casual ones very good, so means
    and medians differ as well; and some people are photographed in formal dress more often than
    others, so that a mean of people's means is another number too. No group lies at the middle of the
    scale, or its mean alone would be a difference.
    """
    rng = chance_of(edition, card)
    table = photos(edition, about("photos"))
    planted = card.size_of("formal_competence")
    return first_clear(
        lambda drawn: _gaps_are_clear(drawn, table, planted), lambda: _ratings(rng, card, table)
    )


def _ratings(rng: np.random.Generator, card: Card, table: pd.DataFrame) -> pd.DataFrame:
    formal = (table["attire"] == "formal").to_numpy()
    smile = (table["expression"] == "smile").to_numpy()
    covered = (table["eyes"] == "covered").to_numpy()
    person = np.repeat(standardized(rng, PEOPLE), PHOTOS_EACH) * card.size_of("between_people")
    within = _centered_by_person(_skewed(rng, formal)) * card.size_of("within_person")
    interest = np.where(formal, -within, within) + rng.normal(0, 0.4, len(table))
    competence = (
        card.size_of("competence_level")
        + person
        + within
        + formal * card.size_of("formal_competence")
    )
    likability = (
        within * 0.5
        + smile * card.size_of("smile_likability")
        + covered * card.size_of("sunglasses_likability")
    )
    many, few = int(card.size_of("popular_ratings")), 10
    raters = np.where(_most_talked_about(interest, formal), many, few)
    frames = [
        _panel(rng, table["photo_id"].to_numpy(), score, raters, trait)
        for trait, score in (("competence", competence), ("likability", likability))
    ]
    return pd.concat(frames, ignore_index=True)


def _gaps_are_clear(ratings: pd.DataFrame, table: pd.DataFrame, planted: float) -> bool:
    """Say whether what dress is worth is near what was planted, and apart from two wrong answers.

    Those compare medians of photos, or means of people. And people differ by another variance than
    1, which would be its own square root.
    """
    competence = ratings[ratings["trait"] == "competence"]
    score = competence.groupby("photo_id")["score"].mean()
    rated = table.assign(score=table["photo_id"].map(score))
    by_attire = rated.groupby("attire")["score"]
    by_person = rated.groupby(["attire", "person_id"])["score"].mean().groupby("attire")
    right, *wrong = (
        scores["formal"] - scores["casual"]
        for scores in (by_attire.mean(), by_attire.median(), by_person.mean())
    )
    is_apart = min(abs(gap - right) for gap in wrong) > 0.11 and stand_apart(wrong, 0.03)
    between = float(rated.groupby("person_id")["score"].mean().var())
    is_apart = is_apart and abs(between - between**0.5) > 0.022
    return is_apart and abs(right - planted) < 0.25


def _panel(
    rng: np.random.Generator,
    ids: NDArray[np.str_],
    score: NDArray[np.float64],
    raters: NDArray[np.int64],
    trait: str,
) -> pd.DataFrame:
    photo_id = np.repeat(ids, raters)
    seen = np.repeat(score, raters) + rng.normal(0, 1.3, len(photo_id))
    return pd.DataFrame(
        {
            "photo_id": photo_id,
            "rater_id": np.concatenate([rng.choice(400, k, replace=False) for k in raters]),
            "trait": trait,
            "score": np.clip(np.round(seen), -5, 5).astype(int),
        }
    ).assign(rater_id=lambda frame: frame["rater_id"].map("R{:03d}".format))


def _skewed(rng: np.random.Generator, formal: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return mean 0 and standard deviation 1 with a long tail: low if formal, high if not."""
    values = np.empty(len(formal))
    for group, side in ((formal, -1), (~formal, 1)):
        n = int(group.sum())
        extreme = rng.permutation(np.arange(n) < n // 4)
        draws = np.where(extreme, 1.8, -0.6) + rng.normal(0, 0.2, n)
        values[group] = side * (draws - draws.mean()) / draws.std()
    return values


def _centered_by_person(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return values whose mean is 0 for each person, with standard deviation 1 over all."""
    each = values.reshape(PEOPLE, PHOTOS_EACH)
    centered = (each - each.mean(axis=1, keepdims=True)).ravel()
    standard: NDArray[np.float64] = centered / centered.std()
    return standard


def _most_talked_about(
    interest: NDArray[np.float64], formal: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return a mask of the most interesting quarter of the formal photos and of the others."""
    mask = np.zeros(len(interest), dtype=bool)
    for group in (formal, ~formal):
        members = np.flatnonzero(group)
        most = members[np.argsort(-interest[members], kind="stable")]
        mask[most[: len(members) // 4]] = True
    return mask
