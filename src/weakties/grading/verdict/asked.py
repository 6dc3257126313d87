"""Asking the learner's side: every wait has an end, and every answer is looked at before use."""

from __future__ import annotations

import select
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.grading.carry import (
    Closed,
    Encoder,
    Malformed,
    Message,
    Packed,
    TooLarge,
    are_plain,
    decode,
    packed,
    receive_in_turn,
    send,
)
from weakties.grading.carry.kinds import opaque
from weakties.grading.shell.outputs import MOST_CHARACTERS, MOST_OUTPUTS
from weakties.grading.verdict.ahead import Ahead
from weakties.grading.verdict.outputs import checked_outputs
from weakties.grading.verdict.remote import RemoteFunction
from weakties.grading.verdict.signals import HandlersHeld

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Sequence

    from weakties.grading.sandbox import Contained
    from weakties.grading.verdict.ahead import Noted

_GRACE = 2.0
"""Seconds of a processor that an interrupted cell has to stop."""
_LATEST = 3
"""So many times as long by the clock, as others may keep it from a processor."""
_GLANCE = 0.02
"""Seconds after which whoever waits looks up whether a signal waits too."""
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
    failed: bool = False
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

    Attributes
    ----------
    ahead
        What is known of the calls of the check that runs, or takes them down.
    """

    def __init__(
        self, line: socket.socket, process: Contained, seconds: float, all_seconds: float
    ) -> None:
        self._line = line
        self._process = process
        self._seconds = seconds
        self._end = time.monotonic() + all_seconds
        self._gone = ""
        self._outputs = self._characters = 0
        self.ahead: Ahead | Noted | None = None
        self._one_at_a_time = threading.Lock()
        self._arrived = select.poll()
        self._arrived.register(line, select.POLLIN)

    def run(self, source: str, seconds: float, compiled: str = "") -> LearnersCell:
        """Run a cell, for so many seconds at most; it may have been compiled already.

        Raises
        ------
        LearnerGone
            If the process ended, or did not stop when its time was up.
        """
        started = time.monotonic()
        asked = {"ask": "run", "source": source, "compiled": compiled}
        answer, late = self._ask(Message(asked), seconds)
        tree = answer.tree if isinstance(answer.tree, dict) else {}
        outputs = checked_outputs(tree.get("outputs"), MOST_OUTPUTS, 2 * MOST_CHARACTERS)
        self._outputs += len(outputs)
        self._characters += sum(len(repr(output)) for output in outputs)
        if self._outputs > _MOST_OUTPUTS_IN_ALL or self._characters > _MOST_CHARACTERS_IN_ALL:
            raise self._end_it("all its cells together put out too much")
        count = tree.get("count")
        taken = time.monotonic() - started
        return LearnersCell(
            outputs, count if type(count) is int else None, taken, tree.get("failed") is True, late
        )

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
        together = self.ahead.asks(number, arguments, named) if self.ahead else []
        if together:
            self._ask_together(number, together)
        answer = self.ahead.gives() if self.ahead else None
        return self._returned(answer or self._answer_to(self._called(number, arguments, named)))

    def _ask_together(self, number: int, together: list[Any]) -> None:
        """Have a function called with the arguments of several calls, and keep what it gave."""
        ahead = self.ahead
        asked = packed({"ask": "calls", "number": number, "all": together})
        if asked is None or not isinstance(ahead, Ahead):
            return
        try:
            answers = self._answers_to(asked, len(together))
        except BaseException:
            # Asked by itself, each call before it might have had its answer.
            ahead.goes_wrong()
            raise
        ahead.answered(answers)

    def _answers_to(self, asked: Packed, most: int) -> list[Message]:
        answer = self._answer_to(asked)
        answers = answer.tree.get("answers") if isinstance(answer.tree, dict) else None
        if type(answers) is not list or not 0 < len(answers) <= most:
            raise self._end_it("a function came back with no values")
        return [Message(one, answer.buffers) for one in answers]

    def _called(
        self, number: int, arguments: tuple[Any, ...], named: dict[str, Any]
    ) -> Message | Packed:
        if not named and are_plain(arguments):
            short = packed({"ask": "call", "number": number, "plain": arguments})
            if short is not None:
                return short
        encoder = Encoder()
        tree = {
            "ask": "call",
            "number": number,
            "arguments": encoder.encode(list(arguments)),
            "named": encoder.encode(named) if named else None,
        }
        return Message(tree, encoder.buffers)

    def _answer_to(self, asked: Message | Packed) -> Message:
        answer, late = self._ask(asked)
        if late:
            raise TimeoutError(f"the function did not come back within {self._seconds:g} seconds")
        return answer

    def end(self) -> None:
        """End the learner's process."""
        self._process.kill()
        self._line.close()

    def _value(self, node: Any, answer: Message) -> Any:
        try:
            return decode(node, answer.buffers, self._remote)
        except Malformed:
            return opaque("value")

    def _returned(self, answer: Message) -> Any:
        try:
            tree = answer.tree
            out, err = tree["printed"]
            for stream, words in ((sys.stdout, out), (sys.stderr, err)):
                if words:  # hardly any function prints
                    stream.write(words)
            if "raised" in tree:
                error = decode(tree["raised"], answer.buffers)
            else:
                return decode(tree["value"], answer.buffers, self._remote)
        except (Malformed, TypeError, KeyError, ValueError) as problem:
            raise self._end_it(f"a function came back with no value ({problem})") from None
        raise _raised(error)

    def _remote(self, number: int, name: str, doc: str) -> RemoteFunction:
        return RemoteFunction(self, number, name, doc)

    def _ask(self, asked: Message | Packed, seconds: float = 0.0) -> tuple[Message, bool]:
        """Return the answer, and whether it came only because it was interrupted."""
        if self._gone:
            raise LearnerGone(self._gone)
        left = self._end - time.monotonic()
        if left <= 0:
            raise self._end_it("the notebook's time was up")
        seconds = min(seconds or self._seconds, left)
        # A check may call from threads of its own; one message travels at a time.
        with self._one_at_a_time, HandlersHeld() as held:
            try:
                return self._exchanged(asked, seconds, held)
            except TimeoutError:
                raise self._end_it("it took in no question") from None
            except Closed:
                raise self._end_it("the process ended itself or ran out of memory") from None
            except TooLarge:
                raise self._end_it("what it sent is no message, or too large") from None

    def _exchanged(
        self, asked: Message | Packed, seconds: float, held: HandlersHeld
    ) -> tuple[Message, bool]:
        send(self._line, asked, seconds=seconds + 2 * _GRACE)
        late = not self._answers_within(seconds, unless=lambda: held.is_called)
        if late and not self._answers_when_interrupted():
            raise self._end_it("a cell's time was up and it could not be interrupted")
        return receive_in_turn(self._line, seconds=seconds + 2 * _GRACE), late

    def _answers_within(self, seconds: float, *, unless: Callable[[], bool]) -> bool:
        """Wait for an answer to begin, and say whether it did."""
        end = time.monotonic() + seconds
        while not self._arrived.poll(1000 * _GLANCE):
            if time.monotonic() > end or unless():
                return False
        return True

    def _answers_when_interrupted(self) -> bool:
        end = self._process.processor_seconds() + _GRACE

        def interrupted() -> bool:
            # Again and again: the process may not have begun, and then it is deaf.
            self._process.interrupt()
            return self._process.processor_seconds() > end

        return self._answers_within(_LATEST * _GRACE, unless=interrupted)

    def _end_it(self, why: str) -> LearnerGone:
        self._gone = why
        self._process.kill()
        return LearnerGone(why)


def _raised(error: Any) -> Exception:
    """Return what a function of the learner's raises in a check."""
    # In a check's all(map(…)) a StopIteration would end the loop before anything was checked.
    if isinstance(error, Exception) and not isinstance(error, StopIteration | StopAsyncIteration):
        return error
    return RuntimeError(repr(error))
