"""Comparing two shares: how many times as often, and how many times the odds."""

from __future__ import annotations


def risk_ratio(hits: int, cases: int, other_hits: int, other_cases: int) -> float:
    """Return how many times as often something happens in one group as in another.

    Parameters
    ----------
    hits, cases
        In how many of how many cases it happened.
    other_hits, other_cases
        The same in the group to compare with.

    Returns
    -------
    float
        (hits / cases) / (other_hits / other_cases); 1 means no difference.

    Raises
    ------
    ValueError
        If hits are not between 0 and the cases, a group is empty, or it never happened in the
        other group.

    References
    ----------
    Rothman, K. J., Greenland, S., and Lash, T. L. (2008). Modern Epidemiology, 3rd ed., chapter 4.

    Examples
    --------
    Requests of fake profiles that were accepted, with a mutual friend and without (Boshmaf and
    others 2011: 2,079 of 3,517 and 976 of 5,053):

    >>> round(risk_ratio(2079, 3517, 976, 5053), 2)
    3.06
    """
    share, other = _share(hits, cases), _share(other_hits, other_cases)
    if not other:
        raise ValueError("It never happened in the other group, so there is nothing to compare.")
    return share / other


def odds_ratio(hits: int, cases: int, other_hits: int, other_cases: int) -> float:
    """Return how many times the odds of one group are those of another.

    Odds are p / (1 − p). Where the thing is rare the odds ratio is close to the risk ratio;
    where it is common it lies further from 1, and nobody should read it as "times as likely".

    Parameters
    ----------
    hits, cases, other_hits, other_cases
        As for `risk_ratio`.

    Raises
    ------
    ValueError
        As for `risk_ratio`, or if it happened in every case of the first group.

    References
    ----------
    Rothman, K. J., Greenland, S., and Lash, T. L. (2008). Modern Epidemiology, 3rd ed., chapter 4.

    Examples
    --------
    >>> round(odds_ratio(2079, 3517, 976, 5053), 2)
    6.04
    """
    share, other = _share(hits, cases), _share(other_hits, other_cases)
    if not other or share == 1:
        raise ValueError("Odds can't be compared where it never or always happened.")
    return share / (1 - share) * (1 - other) / other


def _share(hits: int, cases: int) -> float:
    if not 0 <= hits <= cases or not cases:
        raise ValueError(f"{hits} hits in {cases} cases can't be: hits lie between 0 and cases.")
    return hits / cases
