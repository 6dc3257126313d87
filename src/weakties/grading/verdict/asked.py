"""Asking the learner's side: every wait has an end, and every answer is looked at before use."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.grading.carry import (
    Closed,
    Encoder,
    Malformed,
    Message,
    TooLarge,
    decode,
)
from weakties.grading.carry.kinds import opaque
from weakties.grading.shell.outputs import MOST_CHARACTERS, MOST_OUTPUTS
from weakties.grading.verdict.exchange import Exchange
from weakties.grading.verdict.outputs import checked_outputs
from weakties.grading.verdict.remote import RemoteFunction

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

    from weakties.grading.sandbox import Contained

_GRACE = 2.0
"""Seconds that an interrupted cell has to stop."""
_MOST_CALLS = 20_000
_MOST_OUTPUTS_IN_ALL = 20_000
_MOST_CHARACTERS_IN_ALL = 30_000_000


class LearnerGone(Exception):
    """The learner's process has ended or was ended; the text says why."""


@dataclass
class LearnersCell:
    """What a cell on the learner's side came to."""

    outputs: list[dict[str, Any]] = field(default_factory=list)
    count: int | None = None
    seconds: float = 0.0
    timed_out: bool = False


class AskedLearner:
    """The other end of the line, asked one thing at a time.

    Parameters
    ----------
    line
        To the learner's side.
    process
        The process there.
    seconds
        How long one cell, or one call of a function, may take.
    all_seconds
        How long everything together may take.
    """

    def __init__(
        self, line: socket.socket, process: Contained, seconds: float, all_seconds: float
    ) -> None:
        self._line = line
        self._process = process
        self._seconds = seconds
        self._end = time.monotonic() + all_seconds
        self._gone = ""
        self._calls = self._outputs = self._characters = 0
        self._exchanges = ThreadPoolExecutor(1)
        self._last: Exchange | None = None

    def run(self, source: str) -> LearnersCell:
        """Run a cell.

        Raises
        ------
        LearnerGone
            If the process ended, or did not stop when its time was up.
        """
        started = time.monotonic()
        answer, late = self._ask(Message({"ask": "run", "source": source}))
        tree = answer.tree if isinstance(answer.tree, dict) else {}
        outputs = checked_outputs(tree.get("outputs"), MOST_OUTPUTS, 2 * MOST_CHARACTERS)
        self._outputs += len(outputs)
        self._characters += sum(len(repr(output)) for output in outputs)
        if self._outputs > _MOST_OUTPUTS_IN_ALL or self._characters > _MOST_CHARACTERS_IN_ALL:
            raise self._end_it("all its cells together put out too much")
        count = tree.get("count")
        seconds = time.monotonic() - started
        return LearnersCell(outputs, count if type(count) is int else None, seconds, late)

    def values(self, names: Sequence[str]) -> dict[str, Any]:
        """Return the values of those of the names that exist.

        Raises
        ------
        LearnerGone
            If the process ended, or sends what is no value.
        """
        answer, _ = self._ask(Message({"ask": "values", "names": list(names)}))
        try:
            found = {
                name: answer.tree["values"][name] for name in names if name in answer.tree["values"]
            }
        except (TypeError, KeyError):
            raise self._end_it("the answers came over as no values") from None
        return {name: self._value(node, answer) for name, node in found.items()}

    def call(self, number: int, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call a function of the learner's and return what it gives, or raise what it raises."""
        self._calls += 1
        if self._calls > _MOST_CALLS:
            raise self._end_it(f"its functions were called more than {_MOST_CALLS:,} times")
        encoder = Encoder()
        tree = {
            "ask": "call",
            "number": number,
            "arguments": encoder.encode(list(arguments)),
            "named": encoder.encode(named),
        }
        answer, late = self._ask(Message(tree, encoder.buffers))
        if late:
            raise TimeoutError(f"the function did not come back within {self._seconds:g} seconds")
        return self._returned(answer)

    def end(self) -> None:
        """End the learner's process."""
        self._process.kill()
        self._exchanges.shutdown()
        self._line.close()

    def _value(self, node: Any, answer: Message) -> Any:
        try:
            return decode(node, answer.buffers, self._remote)
        except Malformed:
            return opaque("value")

    def _returned(self, answer: Message) -> Any:
        import sys

        try:
            tree = answer.tree
            out, err = tree["printed"]
            sys.stdout.write(out)
            sys.stderr.write(err)
            if "raised" in tree:
                error = decode(tree["raised"], answer.buffers)
            else:
                return decode(tree["value"], answer.buffers, self._remote)
        except (Malformed, TypeError, KeyError, ValueError) as problem:
            raise self._end_it(f"a function came back with no value ({problem})") from None
        raise error if isinstance(error, Exception) else RuntimeError(repr(error))

    def _remote(self, number: int, name: str, doc: str) -> RemoteFunction:
        return RemoteFunction(self, number, name, doc)

    def _ask(self, asked: Message) -> tuple[Message, bool]:
        """Return the answer, and whether it came only because it was interrupted."""
        if self._gone:
            raise LearnerGone(self._gone)
        left = self._end - time.monotonic()
        if left <= 0:
            raise self._end_it("the notebook's time was up")
        self._settle()
        seconds = min(self._seconds, left)
        self._last = exchange = Exchange(self._line, asked, seconds + 2 * _GRACE)
        self._exchanges.submit(exchange.run)
        if exchange.is_over(seconds):
            return self._answer(exchange), False
        self._process.interrupt()
        if exchange.is_over(_GRACE):
            return self._answer(exchange), True
        raise self._end_it("a cell's time was up and it could not be interrupted")

    def _settle(self) -> None:
        """Leave no answer on its way: a late one must not be taken for that to the next question.

        A check that waits for an answer may be interrupted, by the end of its own time for one.
        """
        if self._last is None or self._last.is_over():
            return
        self._process.interrupt()
        if not self._last.is_over(_GRACE):
            raise self._end_it("a function did not stop when its time was up")

    def _answer(self, exchange: Exchange) -> Message:
        try:
            return exchange.answer()
        except TimeoutError:
            raise self._end_it("it took in no question") from None
        except Closed:
            raise self._end_it("the process ended itself or ran out of memory") from None
        except TooLarge:
            raise self._end_it("what it sent is no message, or too large") from None

    def _end_it(self, why: str) -> LearnerGone:
        self._gone = why
        self._process.kill()
        return LearnerGone(why)
