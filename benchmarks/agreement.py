"""Where two gradebooks of the same submissions differ, and whether a person is told to look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grading.rows import all_rows

if TYPE_CHECKING:
    from pathlib import Path


def agreement(ours: Path, theirs: Path) -> dict[str, Any]:
    """Return how many rows there are, whether all are equal, and how those stand that are not.

    Parameters
    ----------
    ours, theirs
        Courses that were graded. `a_person_is_asked` counts the differing rows of those cells that
        need a manual grade in the first.
    """
    rows, others = (all_rows(f"sqlite:///{place / 'gradebook.db'}") for place in (ours, theirs))
    differing = {
        (table, key)
        for table in rows
        for key in rows[table].keys() | others[table].keys()
        if rows[table].get(key) != others[table].get(key)
    }
    waiting = {
        key for key, (*_, needs_manual_grade) in rows["grades"].items() if needs_manual_grade
    }
    asked = [key for _, key in differing if key in waiting]
    return {
        "rows": sum(map(len, rows.values())),
        "equal": not differing,
        "differing": len(differing),
        "a_person_is_asked": len(asked),
        "where": sorted({f"{key[0]} {key[-1]}" for _, key in differing}),
    }
