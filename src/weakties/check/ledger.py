"""What is noted about the answers of one question while its checks run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.check import plain
from weakties.check.calls import CallFailed, outcome
from weakties.check.cells import stopped_at
from weakties.check.stale import stopped_since
from weakties.check.verdict import Finding, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


DOES_NOT_EXIST = (
    "`{}` does not exist: the answer cell above was not run, or stopped at an error of its own, or "
    "gave the answer another name. Run it, read its last line, then run this check again."
)
STOPPED = (
    "is still the three dots, and the cell that ran before this check stopped at {}. Read its "
    "last line, mend it, run it, then run this check again."
)
STALE = (
    "`{}` is left over from an earlier run: its answer cell stopped at {} when it ran last. Read that "
    "cell's last line, mend it, run it, then run this check again."
)


@dataclass
class Answer:
    """One named answer: what was assigned, and what is known of it so far."""

    value: object
    unit: str = ""
    reference: float | None = None
    compared: bool = False
    failed: bool = False
    fine: str = "has the right form"
    options: int = 0
    """How many a choice is made of; 0 for all that is no choice."""


@dataclass
class Ledger:
    """The answers and findings of one question.

    All checks run: a failure is noted here, not raised.

    Parameters
    ----------
    id
        The question's id.
    points
        What a full answer is worth.
    """

    id: str
    points: float
    _answers: dict[str, Answer] = field(default_factory=dict, init=False)
    _findings: list[Finding] = field(default_factory=list, init=False)

    def _read(
        self,
        name: str,
        value: object,
        read: Callable[[object], Any],
        problem_of: Callable[[Any], str | None] | None = None,
        unit: str = "",
    ) -> None:
        self._answers.setdefault(name, Answer(value, unit))
        if value is plain.MISSING:
            self._fail(name, Kind.ERROR, DOES_NOT_EXIST.format(name), whole=True)
            return
        if value is not ... and (error := stopped_since(name)):
            self._fail(name, Kind.ERROR, STALE.format(name, error), whole=True)
            return
        try:
            found = read(value)
            problem = problem_of(found) if problem_of else None
        except plain.Blank as reason:
            error = stopped_at()
            if error is None:
                self._fail(name, Kind.BLANK, str(reason))
            else:
                self._fail(name, Kind.ERROR, STOPPED.format(error))
        except plain.NotPlain as reason:
            self._fail(name, Kind.FORM, str(reason))
        except CallFailed as reason:
            self._fail(name, Kind.ERROR, str(reason))
        else:
            if problem:
                self._fail(name, Kind.FORM, problem)

    def _comparable(self, name: str) -> bool:
        if name not in self._answers:
            raise KeyError(f"{name} is compared but its form was not checked first")
        return not self._answers[name].failed

    def _compare(self, name: str, problem: str | None) -> None:
        self._answers[name].compared = True
        if problem:
            self._fail(name, Kind.VALUE, problem)

    def _called(
        self, name: str, called: Callable[..., object], arguments: Sequence[Any], seconds: float
    ) -> object:
        try:
            return outcome(called, arguments, seconds)
        except CallFailed as reason:
            call = call_text(name, arguments)
            raise CallFailed(f"was called as {call} and {reason}") from None

    def _fail(self, name: str, kind: Kind, ending: str, *, whole: bool = False) -> None:
        self._answers[name].failed = True
        self._findings.append(Finding(name, kind, ending if whole else f"`{name}` {ending}"))


def call_text(name: str, arguments: Sequence[Any]) -> str:
    """Return a call as a learner would write it."""
    return f"`{name}({', '.join(repr(argument)[:40] for argument in arguments)})`"
