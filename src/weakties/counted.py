"""Numbers with what they count: one point is no points."""

from __future__ import annotations

_ALONE = {"people": "person"}


def unit_of(number: float, unit: str) -> str:
    """Return a unit as it stands behind a number.

    Parameters
    ----------
    number
        How many; one of them, above or below zero, is one.
    unit
        What they are, as of many.

    Examples
    --------
    >>> unit_of(2, "hours a week"), unit_of(1, "hours a week"), unit_of(1, "industries")
    ('hours a week', 'hour a week', 'industry')
    >>> unit_of(-1, "percentage points"), unit_of(1, "points of competence"), unit_of(1, "percent")
    ('percentage point', 'point of competence', 'percent')
    >>> unit_of(1, "new things a month"), unit_of(1, "people"), unit_of(1, "of ten")
    ('new thing a month', 'person', 'of ten')
    """
    if abs(number) != 1:
        return unit
    words = unit.split(" ")
    for at, word in enumerate(words):
        if (alone := _alone(word)) != word:
            return " ".join([*words[:at], alone, *words[at + 1 :]])
    return unit


def points(earned: float, of: float | None = None) -> str:
    """Return points in words, with up to two decimals.

    Parameters
    ----------
    earned
        How many.
    of
        How many there are, if that is said too.

    Examples
    --------
    >>> points(1), points(0.5), points(0, 1), points(4 / 3, 2)
    ('1 point', '0.5 points', '0 of 1 point', '1.33 of 2 points')
    """
    part = "" if of is None else f" of {_short(of)}"
    return f"{_short(earned)}{part} {unit_of(earned if of is None else of, 'points')}"


def _alone(word: str) -> str:
    if word in _ALONE:
        return _ALONE[word]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
