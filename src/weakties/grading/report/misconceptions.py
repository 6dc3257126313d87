"""What learners stumbled over: how many met each sentence of a check."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.check.comparisons import UNRECOGNIZED
from weakties.check.verdict import Kind

if TYPE_CHECKING:
    from weakties.grading.report.entries import Checked, Entries, Item, Said

# The learner's own value, which a check repeats before it says what is wrong with it.
_SEEN = re.compile(r"is (?:the text )?(?:'[^']*'|-?[\d.,]+(?:e[+-]?\d+)?)(?:, [^:]*)?: ")


@dataclass(frozen=True)
class Met:
    """A sentence of a check, and how many learners met it.

    Parameters
    ----------
    item
        At which question.
    answers
        About which answers; none where it is about the whole question.
    kind
        What it is about: a value, a form, an error, or nothing written yet.
    sentence
        The sentence, without the learner's own value.
    learners
        How many.
    """

    item: Item
    answers: tuple[str, ...]
    kind: Kind
    sentence: str
    learners: int

    @property
    def is_misconception(self) -> bool:
        """Say whether the check knew the wrong idea behind the value."""
        return self.kind is Kind.VALUE and not self.sentence.startswith(UNRECOGNIZED)


def sentence_of(said: Said) -> str:
    """Return what a check said without the answer's name and the learner's own value.

    Examples
    --------
    >>> from weakties.grading.report.entries import Said
    >>> sentence_of(Said("share", "value", "`share` is 36.2: it looks like a percentage."))
    'it looks like a percentage.'
    >>> sentence_of(Said("when", "form", "`when` is a text, but no date like '2026-03-01'."))
    "is a text, but no date like '2026-03-01'."
    """
    rest = said.message.removeprefix(f"`{said.answer}` ")
    return _SEEN.sub("", rest, count=1) if _SEEN.match(rest) else rest


def met(entries: Entries) -> tuple[Met, ...]:
    """Return the sentences that learners met, by question and the most frequent first."""
    return tuple(one for item in entries.items for one in _met_at(item, entries))


def _met_at(item: Item, entries: Entries) -> list[Met]:
    learners: Counter[tuple[str, str]] = Counter()
    answers: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for learner in entries.submissions:
        said = _wrong(entries.check(learner, item))
        learners.update({(kind, sentence) for _, kind, sentence in said})
        for answer, kind, sentence in said:
            answers[kind, sentence].update({answer: None} if answer else {})
    ranked = sorted(learners.items(), key=lambda pair: (-pair[1], pair[0]))
    return [
        Met(item, tuple(answers[kind, sentence]), Kind(kind), sentence, count)
        for (kind, sentence), count in ranked
    ]


def _wrong(check: Checked | None) -> list[tuple[str, str, str]]:
    said = check.said if check else ()
    return [
        (one.answer or "", one.kind, sentence_of(one))
        for one in said
        if one.kind != Kind.FINE.value
    ]
