"""What a lint rule says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend.

    Parameters
    ----------
    path
        The file, below the root of the course.
    cell
        The id of the cell, or ``""`` where the whole file is meant.
    rule
        The name of the rule, such as ``"dead-link"``.
    problem
        What is wrong, as a sentence.
    remedy
        What to do about it, as a sentence.
    """

    path: str
    cell: str
    rule: str
    problem: str
    remedy: str
