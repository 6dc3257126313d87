"""Wrong here and right in another edition: whoever took the wrong data is told so."""

from __future__ import annotations

import warnings
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from weakties.check.comparisons import UNRECOGNIZED, Comparisons, is_small_count
from weakties.check.slips import is_close
from weakties.check.verdict import Finding, Kind
from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable


def edition_here() -> str:
    """Return the edition that answers are compared in; empty where the settings can't be read.

    Whoever loads data then is told why.
    """
    from weakties.data.editions import current_edition

    try:
        return current_edition()
    except CourseError:
        return ""


@dataclass
class Elsewhere(Comparisons):
    """Comparisons that also know an answer to the same question about other data.

    Those are the open data and, while work is graded, the data of earlier cohorts.
    """

    _checks: Callable[[], object] | None = field(default=None, init=False)

    def _tell_other_edition(self) -> None:
        """Say of each wrong answer that is the right one in another edition that it is."""
        from weakties.data.editions import OPEN, former_editions

        wrong = {
            found.answer
            for found in self._findings
            if found.answer and found.kind is Kind.VALUE and found.answer not in self._choices
        }
        here = edition_here()
        if not here or self._checks is None:
            return
        for there in dict.fromkeys((OPEN, *former_editions())):
            if there == here or not wrong:
                continue
            right = self._right_in(there, wrong)
            self._findings = [
                replace(found, message=self._told(found, there, here))
                if found.answer in right and found.kind is Kind.VALUE
                else found
                for found in self._findings
            ]
            wrong -= right

    def _told(self, found: Finding, there: str, here: str) -> str:
        """Return what to say of an answer that is right in another edition.

        Two editions often have a small count in common, and a slip may lead to what is right there:
        then its own sentence stays before it, since nobody knows which of the two it was.
        """
        again = "Load the data again, without naming an edition, in a notebook of your course's own folder."
        has_a_slip = UNRECOGNIZED not in found.message
        if any(
            one.name == found.answer and (is_small_count(one) or has_a_slip)
            for one in self._numbers
        ):
            return (
                f"{found.message} Or it comes from other data: in edition {there} that would be the "
                f"answer, and this is edition {here}. {again}"
            )
        return (
            f"`{found.answer}`: that is the answer in edition {there}, and this is edition {here}. "
            f"{again}"
        )

    def _right_in(self, edition: str, wrong: set[str]) -> set[str]:
        """Return which wrong answers the key takes for right in another edition."""
        from weakties.data.using import using

        kept = self._answers, self._findings, self._numbers
        self._answers = {
            name: replace(answer, failed=answer.failed and name not in wrong, compared=False)
            for name, answer in self._answers.items()
        }
        self._findings, self._numbers = [], []
        try:
            # Where that edition can't be read, nothing is known of it.
            with suppress(Exception), using(edition), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                if self._checks is not None:
                    self._checks()
            right = {
                one.name for one in self._numbers if is_close(one.value, one.reference, one.within)
            }
            right |= {
                name for name, one in self._answers.items() if one.compared and not one.failed
            }
            return right & wrong
        finally:
            self._answers, self._findings, self._numbers = kept
