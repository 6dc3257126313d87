"""Generators of the unit ``photo``: six small experiments on profile photos, run in the world.

Who is photographed, viewed or asked is a member of the world (dataset ``people``).
Every size stands on the dataset's card and is read from there. Shares are dealt out exactly
(30 of 120, shuffled) rather than drawn, so that an effect is there in every edition and only its
details differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.cards import about
from weakties.data.chance import chance_of, first_clear, shuffled
from weakties.data.editions import seed_of
from weakties.data.world.datasets import people as people_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weakties.data.cards import Card

_PEOPLE, _PHOTOS_EACH = 20, 6
_ATTIRE = ("formal", "casual")
_LEVELS = {"monthly": (1200, 60), "weekly": (600, 300), "daily": (200, 194)}
"""How many members are how active, and how many of these have a photo; the least active first."""


def photos(edition: str, card: Card) -> pd.DataFrame:
    """Return 120 photos: 20 people, six photos each, half of them in formal dress."""
    rng = chance_of(edition, card)
    n = _PEOPLE * _PHOTOS_EACH
    members = people_of(edition, about("people"))["person_id"]
    people = np.repeat(_some(edition, "photographed", members, _PEOPLE), _PHOTOS_EACH)
    attire = np.concatenate([rng.permutation(np.repeat(_ATTIRE, 3)) for _ in range(_PEOPLE)])
    return pd.DataFrame(
        {
            "photo_id": [f"F{i:03d}" for i in range(1, n + 1)],
            "person_id": people,
            "attire": attire,
            "expression": rng.choice(["neutral", "smile"], n),
            "eyes": np.where(
                rng.random(n) < card.size_of("sunglasses_share"), "covered", "visible"
            ),
            "framing": rng.choice(["close-up", "head and shoulders", "full body"], n),
        }
    )


def ratings(edition: str, card: Card) -> pd.DataFrame:
    """Return ratings of competence and likability for every photo of the same edition.

    A quarter of the photos went round and got more ratings: the stiff ones among the formal, the
    good ones among the casual. So counting every rating once and counting every photo once give
    different answers. A few formal photos are very stiff and a few casual ones very good, so means
    and medians differ as well.
    """
    rng = chance_of(edition, card)
    table = photos(edition, about("photos"))
    return first_clear(
        lambda drawn: _medians_stand_apart(drawn, table), lambda: _ratings(rng, card, table)
    )


def flash(edition: str, card: Card) -> pd.DataFrame:
    """Return ratings of 40 faces by three groups of raters, who saw them for different times."""
    rng = chance_of(edition, card)
    return first_clear(_flash_is_clear, lambda: _flash(rng, card))


def views(edition: str, card: Card) -> pd.DataFrame:
    """Return a year of 2,000 members: how active, photo or none, and how often viewed."""
    rng = chance_of(edition, card)
    table = first_clear(_rounding_shows, lambda: _views(rng, card))
    table.insert(0, "member_id", _by_activity(edition, table["activity"]))
    return table


def attributes(edition: str, card: Card) -> pd.DataFrame:
    """Return 22 attributes of a photo with the p value of each, two of them not tested.

    Five attributes matter; one of their p values lies between 0.05 / 22 and 0.05 / 20, one just
    above. Of the other 15 tested ones a few fall below 0.05 by luck, and one stands exactly on it.
    """
    rng = chance_of(edition, card)
    real, lucky = int(card.size_of("real_effects")), int(rng.integers(1, 4))
    small = [0.0024, 0.0045, *(_p(rng, 0.00001, 0.0018) for _ in range(real - 2))]
    chance = [0.05, *(_p(rng, 0.008, 0.048) for _ in range(lucky))]
    rest = [_p(rng, 0.07, 0.98) for _ in range(20 - real - len(chance))]
    names = rng.permutation(_ATTRIBUTES)
    p_values = rng.permutation([*small, *chance, *rest, np.nan, np.nan])
    effects = np.round(rng.normal(0, 0.12, 22) + np.where(p_values < 0.05, 0.3, 0), 2)
    return pd.DataFrame({"attribute": names, "effect": effects, "p_value": p_values})


def pilot(edition: str, card: Card) -> pd.DataFrame:
    """Return 30 recruiters by ten profiles: the share of the time that went to the photo."""
    rng = chance_of(edition, card)
    everybody = people_of(edition, about("people"))
    recruiting = everybody.loc[everybody["function"] == "recruiting", "person_id"]
    chosen = _some(edition, "asked", recruiting, 30)
    recruiters = card.size_of("mean_share") + 9.0 * _standardized(rng, 30)
    rows = [
        (recruiter, f"V{j:02d}", float(np.clip(np.round(mean + rng.normal(0, 4), 1), 0, 100)))
        for recruiter, mean in zip(chosen, np.clip(recruiters, 2, None), strict=True)
        for j in range(1, 11)
    ]
    return pd.DataFrame(rows, columns=["recruiter_id", "profile_id", "photo_time_pct"])


_ATTRIBUTES = (
    "suit", "tie", "collar", "glasses", "sunglasses", "hat", "smile", "teeth shown", "gaze to camera",
    "head tilt", "close-up", "full body", "plain background", "office background",
    "outdoor background", "black and white", "high contrast", "pet", "drink", "logo", "beard",
    "jewelry",
)  # fmt: skip


def _ratings(rng: np.random.Generator, card: Card, table: pd.DataFrame) -> pd.DataFrame:
    formal = (table["attire"] == "formal").to_numpy()
    smile = (table["expression"] == "smile").to_numpy()
    covered = (table["eyes"] == "covered").to_numpy()
    person = np.repeat(_standardized(rng, _PEOPLE), _PHOTOS_EACH) * card.size_of("between_people")
    within = _centered_by_person(_skewed(rng, formal)) * card.size_of("within_person")
    interest = np.where(formal, -within, within) + rng.normal(0, 0.4, len(table))
    competence = person + within + formal * card.size_of("formal_competence")
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


def _medians_stand_apart(ratings: pd.DataFrame, table: pd.DataFrame) -> bool:
    """Say whether comparing medians of photos can be told from comparing their means."""
    competence = ratings[ratings["trait"] == "competence"]
    per_photo = competence.groupby("photo_id")["score"].mean()
    by_attire = per_photo.groupby(table.set_index("photo_id")["attire"])
    gaps = [
        scores["formal"] - scores["casual"] for scores in (by_attire.mean(), by_attire.median())
    ]
    return bool(abs(gaps[0] - gaps[1]) > 0.08)


def _views(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    frames = []
    for activity, (members, with_photo) in _LEVELS.items():
        has_photo = rng.permutation(np.arange(members) < with_photo)
        mean = card.size_of(f"views_{activity}") * np.where(
            has_photo, card.size_of(f"photo_ratio_{activity}"), 1.0
        )
        frames.append(
            pd.DataFrame(
                {
                    "activity": activity,
                    "has_photo": np.where(has_photo, "yes", "no"),
                    "views": rng.poisson(mean * rng.gamma(40, 1 / 40, members)),
                }
            )
        )
    return shuffled(rng, pd.concat(frames, ignore_index=True))


def _by_activity(edition: str, activity: pd.Series[str]) -> pd.Series[str]:
    """Return who each row is: members of the world who spend the more time, the more active."""
    everybody = people_of(edition, about("people"))
    chosen = _some(edition, "viewed", everybody["person_id"], len(activity))
    hours = everybody.set_index("person_id")["hours_per_week"]
    by_hours = sorted(chosen, key=lambda member: (hours[member], member))
    rows = activity.map({level: rank for rank, level in enumerate(_LEVELS)})
    order = rows.sort_values(kind="stable").index
    return pd.Series(by_hours, index=order).reindex(activity.index)


def _rounding_shows(table: pd.DataFrame) -> bool:
    """Say whether the crude ratio can be told from the whole number next to it."""
    means = table.groupby("has_photo")["views"].mean()
    ratio = means["yes"] / means["no"]
    return bool(abs(ratio - round(ratio)) > 0.15)


def _flash(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    faces = [f"A{i:02d}" for i in range(1, 41)]
    lasting, *fleeting = _uncorrelated(rng, 4, len(faces))
    frames = []
    for group, (exposure, agreement) in enumerate(
        [("33 ms", "agreement_33"), ("100 ms", "agreement_100"), ("no limit", "agreement_no_limit")]
    ):
        share = card.size_of(agreement)
        seen = share * lasting + np.sqrt(1 - share**2) * fleeting[group]
        rows = [
            (face, f"R{group}{rater:02d}", exposure, _clipped(1.4 * score + rng.normal(0, 1.5)))
            for face, score in zip(faces, seen, strict=True)
            for rater in rng.choice(30, 24, replace=False)
        ]
        frames.append(pd.DataFrame(rows, columns=["face_id", "rater_id", "exposure", "score"]))
    return shuffled(rng, pd.concat(frames, ignore_index=True))


def _flash_is_clear(table: pd.DataFrame) -> bool:
    """Say whether the correlations that learners may take for one another stand apart."""
    means = table.pivot_table(index="face_id", columns="exposure", values="score")
    short, long = (table[table["exposure"] == shown] for shown in ("100 ms", "no limit"))
    pairs = short.merge(long, on="face_id")
    right = means["100 ms"].corr(means["no limit"])
    too_short = means["33 ms"].corr(means["no limit"])
    wrong = np.sort([right**2, too_short, pairs["score_x"].corr(pairs["score_y"])])
    return bool(np.abs(wrong - right).min() > 0.1 and np.diff(wrong).min() > 0.03)


def _some(edition: str, purpose: str, members: pd.Series[str], n: int) -> list[str]:
    """Return `n` of these members, in the order of their ids."""
    rng = np.random.default_rng(seed_of(edition, f"photo/{purpose}"))
    return sorted(rng.choice(members.to_numpy(dtype=object), n, replace=False))


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


def _standardized(rng: np.random.Generator, n: int) -> NDArray[np.float64]:
    """Return n normal draws moved and stretched to mean 0 and standard deviation 1."""
    draws = rng.normal(0, 1, n)
    standard: NDArray[np.float64] = (draws - draws.mean()) / draws.std()
    return standard


def _uncorrelated(rng: np.random.Generator, k: int, n: int) -> list[NDArray[np.float64]]:
    """Return `k` standardized vectors of length `n`, each uncorrelated with the ones before."""
    vectors: list[NDArray[np.float64]] = []
    for _ in range(k):
        vector = _standardized(rng, n)
        for other in vectors:
            vector = vector - (vector * other).mean() * other
        vectors.append((vector - vector.mean()) / vector.std())
    return vectors


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
    each = values.reshape(_PEOPLE, _PHOTOS_EACH)
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


def _clipped(score: float) -> int:
    return int(np.clip(round(score), -5, 5))


def _p(rng: np.random.Generator, low: float, high: float) -> float:
    return float(np.round(rng.uniform(low, high), 5))
