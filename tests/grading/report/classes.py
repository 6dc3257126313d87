"""Classes made up for a test: who got what, and what a run noted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.report.entries import (
    Checked,
    Entries,
    Found,
    Item,
    Learner,
    Mark,
    Said,
    Submission,
)
from weakties.grading.report.report import Report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ITEMS = (
    Item(("photo", "photo-q1-check"), 2.0, name="photo-q1", title="What formal dress is worth"),
    Item(("photo", "photo-q2-check"), 3.0, name="photo-q2", title="Same person, other photo"),
    Item(("photo", "photo-reflection-answer"), 3.0, is_check=False, name="photo-reflection"),
)
WAITS = Mark(waits=True)


def mark(points: float | None) -> Mark:
    """Return a mark that a program gave; without points, one that waits for a person."""
    return WAITS if points is None else Mark(auto=points)


def work(*points: float | Mark | None, penalty: float = 0.0) -> Submission:
    """Return a submission with points, or marks, for the items in their order."""
    marks = [one if isinstance(one, Mark) else mark(one) for one in points]
    return Submission(dict(zip((item.key for item in ITEMS), marks, strict=False)), penalty)


def entries(
    submissions: Mapping[str, Submission],
    *,
    missing: Sequence[str] = (),
    ungraded: Sequence[str] = (),
    found: Mapping[str, Found] | None = None,
    items: tuple[Item, ...] = ITEMS,
) -> Entries:
    """Return an assignment that these learners handed in."""
    everybody = [*submissions, *missing, *ungraded]
    return Entries(
        "photo",
        items,
        tuple(Learner(name) for name in everybody),
        submissions,
        frozenset([*submissions, *ungraded]),
        found or {},
    )


def noted(
    earned: float | None, *said: tuple[str, str, str], seconds: float = 0.1, **values: str
) -> Found:
    """Return what a run noted of the first question."""
    return Found(
        seconds=0.5,
        checks={ITEMS[0].key: Checked(earned, tuple(Said(*one) for one in said), values, seconds)},
    )


def a_class() -> Report:
    """Return a small class in which everything happens."""
    slip = ("effect", "value", "`effect` is -0.97: the sign is the other way round.")
    return Report(
        entries(
            {
                "ann": work(2, 3, Mark(manual=2.0)),
                "bo": work(0, 3, Mark(manual=1.0)),
                "cy": work(0, 0, None),
                "dee": work(2, 1, None, penalty=1.0),
                "eve<script>": work(WAITS, WAITS, WAITS),
            },
            missing=["fay"],
            ungraded=["gil"],
            found={
                "ann": noted(2, ("effect", "fine", "`effect` is right."), effect="0.97"),
                "bo": noted(0, slip, effect="-0.9654"),
                "dee": Found(notes=("q1 stood <twice>.",)),
                "cy": noted(0, slip, effect="-0.96541"),
                "eve<script>": Found(failure="photo.ipynb is no JSON."),
            },
        )
    )
