"""A source in a few words: who, and when."""

from __future__ import annotations

import re

_YEAR = re.compile(r"\([^()]*?\b((?:19|20)\d\d)\b[^()]*\)")
_AUTHOR = re.compile(r"(\S.*?) [A-Z]{1,3}( and others)?")
_PAIR = 2


def short_citation(source: str) -> str:
    """Return the authors of `source`, which begins with them, and its year if it has one.

    >>> short_citation("Todorov A, Porter JM (2014). Misleading first impressions.")
    'Todorov and Porter 2014'
    >>> short_citation("LinkedIn Help, answer 62928, a copy.")
    'LinkedIn Help'
    """
    year = _YEAR.search(source)
    before = source[: year.start()] if year else source
    who = _names(before.strip()) or re.split(r"[,:;]", before)[0].strip(" .")
    return f"{who} {year[1]}" if year else who


def _names(before: str) -> str:
    """Return the surnames of the persons that the text begins with."""
    names: list[str] = []
    for part in before.split(", "):
        if not (author := _AUTHOR.fullmatch(part)):
            break
        names.append(author[1])
        if author[2]:
            return f"{names[0]} and others"
    return " and ".join(names) if len(names) <= _PAIR else f"{names[0]} and others"
