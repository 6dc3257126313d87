"""Whether people answer otherwise than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.report.said import between, counted, percent
from weakties.linkedin.report.sections.alive import GET_MESSAGES, NO_MESSAGES, NOT_YOURS
from weakties.measures import newcombe_interval, wilson_interval
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.compare import Comparison
    from weakties.linkedin.figures import Figures

_TITLE = "Do they answer?"
_QUESTION = "Of the conversations you started since, how many were answered, beside those before?"
_NEXT = "Decide beforehand how many conversations you will start before you look again."


def answers(comparison: Comparison) -> Section:
    """Return the section on replies to conversations begun before and since."""
    figures, until = comparison.new, comparison.pair.until
    if figures.started is None:
        return Section(_TITLE, _QUESTION, words=(NO_MESSAGES,), next_step=GET_MESSAGES)
    if until is None or not figures.knows_owner:
        words = NOT_YOURS if until else "The older export has no day, so there is no since."
        return Section(_TITLE, _QUESTION, words=(words,), next_step=_NEXT)
    (hits, cases), (other_hits, other_cases) = replies_since(figures, until)
    facts: tuple[Fact, ...] = (
        _rate(hits, cases, "since"),
        _rate(other_hits, other_cases, "before"),
    )
    if cases and other_cases:
        low, high = newcombe_interval(hits, cases, other_hits, other_cases)
        points = 100 * (hits / cases - other_hits / other_cases)
        facts += (
            Fact(
                f"{_signed(points)} points",
                "the difference",
                f"95 % interval {_signed(100 * low)} to {_signed(100 * high)} points",
            ),
        )
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=facts,
        cannot_tell=(
            "What made the difference: you wrote to other people, at another time, about other "
            "things. And the latest conversations had the least time to be answered."
        ),
        next_step=_NEXT,
    )


def replies_since(figures: Figures, until: date) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return hits and cases of the conversations begun since a day, and of those before."""
    import pandas as pd

    assert figures.started is not None  # noqa: S101 - asked by the only caller
    since = figures.started["began"] >= pd.Timestamp(until, tz="UTC") + pd.Timedelta(days=1)
    since_then, before = (
        (int(part["replied"].sum()), len(part))
        for part in (figures.started[since], figures.started[~since])
    )
    return since_then, before


def _rate(hits: int, cases: int, when: str) -> Fact:
    if not cases:
        return Fact("–", f"reply rate {when}", "you started no conversation")
    return Fact(
        percent(hits / cases),
        f"of {counted(cases, 'conversation')} {when}",
        between(*wilson_interval(hits, cases)),
    )


def _signed(points: float) -> str:
    return f"{points:+.0f}".replace("-", "−")
