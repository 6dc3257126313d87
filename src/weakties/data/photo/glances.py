"""Faces seen for a moment, and without hurry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from weakties.data.chance import chance_of, first_clear, shuffled
from weakties.data.photo.draws import uncorrelated

if TYPE_CHECKING:
    from weakties.data.cards import Card


def flash(edition: str, card: Card) -> pd.DataFrame:
    """Return ratings of 40 faces by three groups of raters, who saw them for different times."""
    rng = chance_of(edition, card)
    return first_clear(_flash_is_clear, lambda: _flash(rng, card))


def _flash(rng: np.random.Generator, card: Card) -> pd.DataFrame:
    faces = [f"A{i:02d}" for i in range(1, 41)]
    lasting, *fleeting = uncorrelated(rng, 4, len(faces))
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


def _clipped(score: float) -> int:
    return int(np.clip(round(score), -5, 5))
