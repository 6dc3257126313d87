"""Who accepts an invitation: the rule that the world's ties are made by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from weakties.data.world.parameters import Parameters

RELATIONS = ("employer", "school", "city", "introduction", "search")
"""What two people share, the closest first; ``search`` is nothing."""

NOTES = ("none", "personal", "template", "pitch")


def acceptance(
    parameters: Parameters,
    *,
    relation: ArrayLike,
    mutuals: ArrayLike,
    note: ArrayLike,
    openness: ArrayLike,
    same_industry: ArrayLike,
    open_networker: ArrayLike = False,
) -> NDArray[np.float64]:
    """Return the probability that an invitation is accepted.

    One factor for each cause, so that an experiment inside the world can vary one alone.

    Parameters
    ----------
    parameters
        The world's parameters.
    relation, note
        Row numbers of `RELATIONS` and `NOTES`.
    mutuals
        Mutual connections when the invitation was sent.
    openness
        Of the person invited, 0 to 1.
    same_industry
        Whether both work in one industry.
    open_networker
        Whether the person invited collects connections.

    Returns
    -------
    numpy.ndarray
        Probabilities, at most 0.97.

    Examples
    --------
    >>> from weakties.data.world.parameters import Parameters
    >>> stranger = {"relation": 4, "note": 0, "openness": 0.5, "same_industry": False}
    >>> acceptance(Parameters(), mutuals=[0, 3], **stranger).round(4).tolist()
    [0.19, 0.2565]
    """
    by_relation = np.array(
        [
            parameters.employer_acceptance,
            parameters.school_acceptance,
            parameters.city_acceptance,
            parameters.introduction_acceptance,
            parameters.stranger_acceptance,
        ]
    )
    by_note = np.array(
        [1.0, parameters.personal_note, parameters.template_note, parameters.pitch_note]
    )
    probability = (
        by_relation[np.asarray(relation)]
        * by_note[np.asarray(note)]
        * np.where(np.asarray(mutuals) > 0, parameters.mutual_acceptance, 1.0)
        * np.where(same_industry, parameters.same_industry_acceptance, 1.0)
        * (1.0 + parameters.openness_acceptance * (2.0 * np.asarray(openness) - 1.0))
    )
    eager = np.where(open_networker, parameters.open_networker_acceptance, 0.0)
    return np.asarray(np.maximum(np.minimum(probability, 0.97), eager))
