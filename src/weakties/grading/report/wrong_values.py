"""The commonest wrong values, whether a check knew them or not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.check.comparisons import UNRECOGNIZED
from weakties.check.verdict import Kind
from weakties.grading.report.misconceptions import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.report.entries import Checked, Entries, Item

_MOST = 8
"""Values that are listed of one answer."""


@dataclass(frozen=True)
class WrongValue:
    """A wrong value, how many learners had it, and what the check said: empty if it knew nothing."""

    item: Item
    answer: str
    value: str
    learners: int
    sentence: str = ""


def wrong_values(entries: Entries) -> tuple[WrongValue, ...]:
    """Return the commonest wrong values of each answer, by question and the most frequent first."""
    found: list[WrongValue] = []
    for item in entries.items:
        counted: Counter[tuple[str, str]] = Counter()
        sentences: dict[tuple[str, str], str] = {}
        for learner, submission in entries.submissions.items():
            mark = submission.marks.get(item.key)
            is_full = mark is not None and (mark.auto or 0.0) >= item.points
            for answer, value, sentence in _wrong(entries.check(learner, item), is_full=is_full):
                counted[answer, value] += 1
                sentences[answer, value] = sentence
        ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
        listed: Counter[str] = Counter()
        for (answer, value), learners in ranked:
            listed[answer] += 1
            if listed[answer] <= _MOST:
                found.append(WrongValue(item, answer, value, learners, sentences[answer, value]))
    return tuple(found)


def grouped(value: str) -> str:
    """Return a value as it is counted: numbers that agree in four digits are one.

    Examples
    --------
    >>> grouped("0.94423871"), grouped("0.9442"), grouped("300"), grouped("'accuracy'")
    ('0.9442', '0.9442', '300', "'accuracy'")
    """
    try:
        return f"{float(value):.4g}" if not value.lstrip("-").isdigit() else value
    except ValueError:
        return value


def _wrong(check: Checked | None, *, is_full: bool) -> Iterator[tuple[str, str, str]]:
    """Yield what was wrong: by the words of a check of ours, else all that a failed check was given."""
    if check is None:
        return
    if check.earned is None:
        names = {} if is_full else dict.fromkeys(check.values, "")
    else:
        names = {
            one.answer: sentence_of(one)
            for one in check.said
            if one.answer and one.kind in (Kind.VALUE.value, Kind.FORM.value)
        }
    for name, sentence in names.items():
        value = check.values.get(name, "")
        if value and not value.startswith("<"):
            known = "" if sentence.startswith(UNRECOGNIZED) else sentence
            yield name, grouped(value), known
