"""One attempt at a question: the block that a check cell opens, and what it comes to."""

from __future__ import annotations

import io
import logging
import sys
import warnings
from contextlib import ExitStack, redirect_stderr
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weakties.check.beside import Beside, kept
from weakties.check.cells import missing_names_filled
from weakties.check.elsewhere import Elsewhere, edition_here
from weakties.check.filled import Filled
from weakties.check.hints import hint, solution
from weakties.check.key import key_source
from weakties.check.ledger import DOES_NOT_EXIST
from weakties.check.panel import Panel
from weakties.check.plain import MISSING
from weakties.check.reckoned import at_hand
from weakties.check.verdict import Finding, Kind
from weakties.course import CourseError, load_course

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from weakties.check.panel import Note


@dataclass
class Attempt(Filled, Elsewhere):
    """The checks of one question, collected while its ``with`` block runs.

    All of them run: a failure is noted, not raised. The points are shared equally among the
    answers, and an answer earns its share when every check of it passes.

    Parameters
    ----------
    id
        The question's id.
    points
        What a full answer is worth.

    Examples
    --------
    >>> with Attempt("demo-q1", points=2) as q:
    ...     q.share("email_share", 36.5)
    >>> q.verdict
    △ Not yet: demo-q1
    △ `email_share` is 36.5, above 1: a share lies between 0 and 1. Is it a percentage?
    Stuck? Run `q.hint(1)` in a new cell for one step of help.
    """

    _key_ran: bool = field(default=False, init=False)
    _block: ExitStack = field(default_factory=ExitStack, init=False)
    _beside: Beside | None = field(default=None, init=False)
    _meaning: str = field(default="", init=False)

    def key(self, checks: Callable[[], object]) -> None:
        """Run the checks of the key, which a check cell defines as one function.

        Its docstring is what the right answer means, read once the question is done.
        """
        self._key_ran, self._checks = True, at_hand(self, checks)
        self._meaning = " ".join((checks.__doc__ or "").split())
        # Where no answer is of use, nothing would be compared with the references.
        if not self._answers or any(map(self._is_looked_at, self._answers)):
            self._run(self._checks)

    def hint(self, number: int | None = None) -> Note:
        """Return the next hint; each call goes one step further.

        Parameters
        ----------
        number
            Of another question of this exercise, whichever check ran last: 2 for ``photo-q2``.
        """
        return hint(self._named(number))

    def solution(self, number: int | str | None = None) -> Note:
        """Return a worked answer, once there was an attempt at it.

        Parameters
        ----------
        number
            Of another question of this exercise; ``"reflection"`` for a sample of that.
        """
        if number == "reflection":
            return solution(f"{self.id.rpartition('-')[0]}-reflection")
        return solution(self._named(number))

    def _is_looked_at(self, name: str) -> bool:
        """Say whether the key has something to say of an answer."""
        return self._comparable(name) or self._number_of_wrong_form(name) is not None

    def _named(self, number: int | str | None) -> str:
        return self.id if number is None else f"{self.id.rpartition('-')[0]}-q{number}"

    @property
    def verdict(self) -> Panel:
        """Return what this attempt is worth, and why."""
        share = self.points / len(self._answers) if self._answers else 0.0
        good = [
            answer
            for answer in self._answers.values()
            if not answer.failed and (answer.compared or not self._key_ran)
        ]
        broken = any(finding.answer is None for finding in self._findings)
        earned = 0.0 if broken else round(share * len(good), 6)
        return Panel(
            self.id,
            _title(self.id),
            self.points,
            earned,
            self._in_order(),
            self._key_ran or self._is_filled_in,
            edition_here(),
            self._meaning,
            self._beside,
        )

    def _in_order(self) -> tuple[Finding, ...]:
        """Return the findings in the order in which the task asks for the answers."""
        names = [None, *self._answers]
        return tuple(sorted(self._findings, key=lambda finding: names.index(finding.answer)))

    def __enter__(self) -> Attempt:
        # A name that does not exist would end the block at its line, before the answers below.
        self._block.enter_context(missing_names_filled(sys._getframe(1)))
        # Anything on stderr would cost a right answer its points under nbgrader. A log handler made
        # in another cell holds the stream of that cell, so logging rests as well.
        self._block.enter_context(redirect_stderr(io.StringIO()))
        self._block.callback(logging.disable, logging.root.manager.disable)
        logging.disable()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        with self._block:
            if error is not None and not isinstance(error, Exception):
                return False
            if error is not None:
                self._broken(error)
            elif not self._key_ran:
                self._run_key_from_solutions()
            self._run(self._settle_numbers)
            self._run(self._settle_choices)
            self._tell_other_edition()
            self._say_what_is_fine()
            choices = {name: one.options for name, one in self._answers.items() if one.options}
            self._beside = kept(self.verdict, attempt=self._is_an_attempt(), choices=choices)
            return True

    def _is_an_attempt(self) -> bool:
        """Say whether any answer was given; one that does not exist was not."""
        return any(
            found.kind is not Kind.BLANK and self._answers[found.answer].value is not MISSING
            for found in self._findings
            if found.answer
        )

    def _run(self, checks: Callable[[], object]) -> None:
        """Run a part of the key; what goes wrong in it is a finding."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                checks()
        except Exception as error:  # noqa: BLE001 - whatever a learner's object raises
            self._broken(error)

    def _run_key_from_solutions(self) -> None:
        names: dict[str, object] = {name: a.value for name, a in self._answers.items()}
        names["q"] = self
        try:
            source = key_source(self.id)
            if source is not None:
                exec(compile(source, f"<the key of {self.id}>", "exec"), names)  # noqa: S102
        except Exception as error:  # noqa: BLE001 - solutions/ may have been edited by hand
            self._broken(error)

    def _say_what_is_fine(self) -> None:
        for name, answer in self._answers.items():
            if not answer.failed:
                said = "is right" if answer.compared else answer.fine
                self._findings.append(Finding(name, Kind.FINE, f"`{name}` {said}."))

    def _broken(self, error: Exception) -> None:
        if isinstance(error, NameError) and error.name:
            message = DOES_NOT_EXIST.format(error.name)
        elif isinstance(error, CourseError):
            message = str(error)
        else:
            message = (
                f"The check could not finish ({type(error).__name__}). Restart the kernel and run "
                "all cells; if it happens again, show this line to your instructor."
            )
        self._findings.append(Finding(None, Kind.ERROR, message))


def _title(question_id: str) -> str:
    try:
        return load_course().question(question_id).title
    except (CourseError, FileNotFoundError):
        return ""
