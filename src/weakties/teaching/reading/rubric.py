"""The rubric as the exercise's own text has it: one point for each thing that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEGINS = re.compile(
    r"^[\s*_#>-]*(?:rubric|how it is (?:read|graded|marked))\b[\s:*_.]*",
    re.IGNORECASE | re.MULTILINE,
)
_EACH = re.compile(r"\b(?:one|1) point each for\s+", re.IGNORECASE)
_LISTED = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(.+)$")
_JOINS = re.compile(r"^and\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Rubric:
    """What a text is read for.

    Parameters
    ----------
    criteria
        What brings one point each; empty where the reader gives points as a number.
    most
        What the text is worth.
    """

    criteria: tuple[str, ...]
    most: float


def rubric_in(text: str, most: float) -> Rubric:
    r"""Return the rubric that a question's text states.

    A sentence with "one point each for …" after "How it is read", or a list there. Where it names
    more or fewer things than there are points, points are given as a number.

    Parameters
    ----------
    text
        The question, as Markdown.
    most
        What it is worth.

    Examples
    --------
    >>> rubric_in("**How it is read:** one point each for a goal, a step (big, small), and a cost.", 3)
    Rubric(criteria=('a goal', 'a step (big, small)', 'a cost'), most=3)
    >>> rubric_in("Rubric:\n\n- a goal\n- a cost", 2).criteria
    ('a goal', 'a cost')
    >>> rubric_in("How it is read: kindly.", 2).criteria
    ()
    """
    begin = _BEGINS.search(text)
    after = text[begin.end() :] if begin else ""
    each = _EACH.search(after.partition("\n\n")[0])
    found = _named(after[each.end() :].partition("\n\n")[0], most) if each else _listed(after)
    return Rubric(tuple(found) if len(found) == most else (), most)


def _named(sentence: str, most: float) -> list[str]:
    """Return what a sentence lists; two things may be joined by "and" alone."""
    whole = " ".join(sentence.split()).rstrip(".")
    for sign in (";", ","):
        parts = [_JOINS.sub("", part.strip()) for part in _split(whole, sign)]
        if len(parts) == most:
            return parts
    both = whole.split(" and ")
    return both if len(both) == most else [whole]


def _split(text: str, sign: str) -> list[str]:
    """Split a text at a sign that does not stand in brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == sign and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _listed(after: str) -> list[str]:
    """Return the items of the list that comes next, up to the first line that is none of it."""
    found: list[str] = []
    for line in after.split("\n"):
        item = _LISTED.match(line)
        if item:
            found.append(item[1].strip().rstrip("."))
        elif line.strip() and found:
            break
    return found
