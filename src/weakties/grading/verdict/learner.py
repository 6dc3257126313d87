"""The learner's side: runs in the sandbox, does what it is asked, and is believed nothing."""

from __future__ import annotations

import io
import os
import signal
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from weakties.grading.carry import (
    MAX_BYTES,
    Closed,
    Encoder,
    Message,
    TooLarge,
    decode,
    opaque_node,
    receive_in_turn,
    send,
)
from weakties.grading.sandbox import HOME
from weakties.grading.shell.shell import Ran

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from weakties.grading.shell.shell import Shell

_MOST_PRINTED = 100_000
_BRIEF = 0.02
"""Seconds after which functions that are called together are called no more."""
_SHORT = 2_000
"""So many bytes has an answer at most after which another is given together with it."""
_OPAQUE = opaque_node(object())
_TMP = "/tmp"  # noqa: S108 - a folder of its own, inside the sandbox
_PLACES = {
    "HOME": HOME,
    "TMPDIR": _TMP,
    "IPYTHONDIR": f"{_TMP}/ipython",
    "MPLCONFIGDIR": f"{_TMP}/mpl",
}


class LearnersSide:
    """Answers what the other end of a line asks about one notebook.

    Parameters
    ----------
    line
        To the checks' side.
    shell
        Runs the cells.
    """

    def __init__(self, line: socket.socket, shell: Shell) -> None:
        self._line = line
        self._shell = shell
        self._functions: list[Any] = []
        self._busy = False

    def serve(self) -> None:
        """Answer until the other end is gone."""
        signal.signal(signal.SIGINT, self._interrupt)
        os.environ.update(_PLACES)
        tempfile.tempdir = None
        # Last, so that no file of the learner's shadows a library.
        sys.path.append("")
        while True:
            try:
                asked = receive_in_turn(self._line, trusting=True)
            except Closed:
                return
            self._send(self._answer(asked))

    def _answer(self, asked: Message) -> Message:
        act = {
            "run": self._run,
            "values": self._values,
            "call": self._call,
            "calls": self._calls,
        }[asked.tree["ask"]]
        return act(asked)

    def _send(self, answer: Message) -> None:
        """Send an answer; of values that are longer as text than they looked, only the type's name."""
        try:
            send(self._line, answer, limit=MAX_BYTES)
        except (TooLarge, MemoryError):
            given = {key: _OPAQUE for key in ("value", "raised") if key in answer.tree}
            if "values" in answer.tree:
                given["values"] = dict.fromkeys(answer.tree["values"], _OPAQUE)
            if "answers" in answer.tree:  # none but the last of them is long
                *short, last = answer.tree["answers"]
                opaque = {key: _OPAQUE for key in ("value", "raised") if key in last}
                given["answers"] = [*short, {**last, **opaque}]
            send(self._line, Message({**answer.tree, **given}))

    def _run(self, asked: Message) -> Message:
        ran = Ran(failed=True)
        # IPython does not expect to be interrupted while it reads a cell.
        with suppress(KeyboardInterrupt), self._interruptible():
            ran = self._shell.run(asked.tree["source"], asked.tree["compiled"])
        return Message({"outputs": ran.outputs, "count": ran.count, "failed": ran.failed})

    def _values(self, asked: Message) -> Message:
        encoder = Encoder(self._number)
        there = {n: self._shell.names[n] for n in asked.tree["names"] if n in self._shell.names}
        # What is not looked through when its time is up is lost to this check, and to no other.
        values = {name: opaque_node(value) for name, value in there.items()}
        with suppress(KeyboardInterrupt), self._interruptible():
            for name, value in there.items():
                values[name] = encoder.encode(value)
        return Message({"values": values}, encoder.buffers)

    def _call(self, asked: Message) -> Message:
        called = self._functions[asked.tree["number"]]
        named: dict[str, Any] = {}
        arguments = asked.tree.get("plain")
        if arguments is None:
            arguments = decode(asked.tree["arguments"], asked.buffers)
            named = decode(asked.tree["named"], asked.buffers) or {}
        encoder = Encoder(self._number)
        return Message(self._came_to(called, arguments, named, encoder), encoder.buffers)

    def _calls(self, asked: Message) -> Message:
        """Call a function several times, until it raises, or gives or takes much."""
        called = self._functions[asked.tree["number"]]
        latest = time.monotonic() + _BRIEF
        answers: list[Any] = []
        for arguments in asked.tree["all"]:
            encoder = Encoder(self._number)
            answer = self._came_to(called, arguments, {}, encoder)
            answers.append(answer)
            said = encoder.size + sum(map(len, answer["printed"]))
            if said > _SHORT or encoder.buffers or "raised" in answer or time.monotonic() > latest:
                break
        return Message({"answers": answers}, encoder.buffers)

    def _came_to(
        self, called: Any, arguments: Any, named: dict[str, Any], encoder: Encoder
    ) -> dict[str, Any]:
        """Call a function and return what it gave and printed."""
        out, err = io.StringIO(), io.StringIO()
        before = sys.stdout, sys.stderr
        # Without a context manager: a function may be called thousands of times, and is mostly short.
        sys.stdout, sys.stderr = out, err
        try:
            try:
                self._busy = True
                gave = {"value": encoder.encode(called(*arguments, **named))}
            finally:
                self._busy = False
        except BaseException as error:  # noqa: BLE001 - it is the learner's code
            gave = {"raised": encoder.encode(error)}
        finally:
            sys.stdout, sys.stderr = before
        printed = [text.getvalue()[:_MOST_PRINTED] for text in (out, err)]
        return {**gave, "printed": printed}

    def _number(self, function: Any) -> int:
        self._functions.append(function)
        return len(self._functions) - 1

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def _interrupt(self, _signal: int, _frame: object) -> None:
        # Once only: a second one would hit what clears up after the first.
        if self._busy:
            self._busy = False
            raise KeyboardInterrupt
