"""The outputs of one cell, in nbformat's words, with a limit on what they may hold.

A mark is read from some of them: an error, the value of the last line, the first word on stderr. These
are shortened where they are too long, and never left out.
"""

from __future__ import annotations

import io
from typing import Any

from weakties.grading.encodable import encodable_tree

Output = dict[str, Any]
MOST_CHARACTERS = 1_000_000
MOST_OUTPUTS = 2_000
CUT = "\n... The rest of this cell's output was left out: it is too long. ...\n"
_LONGEST_WORD = 10_000
_LONGEST_TRACEBACK = 100_000


class Outputs:
    """Collects what a cell puts out; what goes beyond the limits is left out, and that is said.

    Parameters
    ----------
    count
        The execution count of the cell.
    """

    def __init__(self, count: int = 1) -> None:
        self.count = count
        self.items: list[Output] = []
        self._left = MOST_CHARACTERS
        self._clear_next = False

    def stream(self, name: str, text: str) -> None:
        """Add text that was printed; what follows on the same stream joins it."""
        text = self._within_limits(text) or self._first_on_stderr(name, text)
        if not text:
            return
        self._cleared()
        last = self.items[-1] if self.items else {}
        if last.get("output_type") == "stream" and last["name"] == name:
            last["text"] += text
        else:
            self.items.append({"output_type": "stream", "name": name, "text": text})

    def add(self, output: Output) -> None:
        """Add an output of any other kind."""
        size = _size(output)
        if size > self._left or len(self.items) >= MOST_OUTPUTS:
            if output["output_type"] == "display_data":
                self.stream("stdout", CUT)
                return
            output = shortened(output)
            size = _size(output)
        self._left -= size
        self._cleared()
        self.items.append(output)

    def clear(self, *, wait: bool) -> None:
        """Forget what was put out so far, at once or as soon as something follows."""
        self._clear_next = True
        if not wait:
            self._cleared()

    def update(self, display_id: str, output: Output) -> None:
        """Change a display that was put out earlier in this cell."""
        for item in self.items:
            if item.get("transient", {}).get("display_id") == display_id:
                item.update(data=output["data"], metadata=output["metadata"])

    def finished(self) -> list[Output]:
        """Return the outputs as a notebook keeps them."""
        return encodable_tree(
            [{key: part for key, part in item.items() if key != "transient"} for item in self.items]
        )

    def _cleared(self) -> None:
        if self._clear_next:
            self.items.clear()
            self._clear_next = False

    def _first_on_stderr(self, name: str, text: str) -> str:
        """Return a word for what is beyond the limits, if nothing stands on stderr so far."""
        there = any(item.get("name") == name for item in self.items)
        return CUT if text and name == "stderr" and not there else ""

    def _within_limits(self, text: str) -> str:
        if self._left <= 0 or len(self.items) > MOST_OUTPUTS:
            return ""
        if len(text) > self._left:
            text = text[: self._left] + CUT
            self._left = 0
        self._left -= len(text)
        return text


def shortened(output: Output) -> Output:
    """Return an error, a printed text or the value of a last line, no longer than a reader needs.

    Examples
    --------
    >>> long = {"output_type": "error", "ename": "E", "evalue": "x" * 20_000, "traceback": ["y"]}
    >>> len(shortened(long)["evalue"]), shortened(long)["traceback"]
    (10001, ['y'])
    """
    if output["output_type"] == "error":
        lines, left = [], _LONGEST_TRACEBACK
        for line in map(_short, output["traceback"]):
            left -= len(line)
            if left < 0:
                break
            lines.append(line)
        names = {part: _short(output[part]) for part in ("ename", "evalue")}
        return {**output, **names, "traceback": lines}
    if output["output_type"] == "stream":
        return {**output, "text": _short(output["text"])}
    said = output["data"].get("text/plain", "")
    plain = "".join(said) if isinstance(said, list) else str(said)
    return {**output, "data": {"text/plain": _short(plain)}}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_WORD else text[:_LONGEST_WORD] + "…"


def _size(output: Output) -> int:
    return sum(len(str(part)) for part in (output.get("data") or output).values())


class Stream(io.TextIOBase):
    """What a cell prints to, in place of stdout or stderr."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self._name = name
        self.outputs = outputs

    def write(self, text: str) -> int:
        """Add the text to the cell's outputs."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self.outputs.stream(self._name, text)
        return len(text)

    def writable(self) -> bool:
        """Say that one can write here."""
        return True
