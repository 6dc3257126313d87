"""The outputs of one cell, in nbformat's words, with a limit on what they may hold."""

from __future__ import annotations

import io
from typing import Any

Output = dict[str, Any]
MOST_CHARACTERS = 1_000_000
MOST_OUTPUTS = 2_000
CUT = "\n... The rest of this cell's output was left out: it is too long. ...\n"


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
        text = self._within_limits(text)
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
        size = sum(len(str(part)) for part in (output.get("data") or output).values())
        if size > self._left or len(self.items) >= MOST_OUTPUTS:
            self.stream("stdout", CUT)
            return
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
        return [
            {key: part for key, part in item.items() if key != "transient"} for item in self.items
        ]

    def _cleared(self) -> None:
        if self._clear_next:
            self.items.clear()
            self._clear_next = False

    def _within_limits(self, text: str) -> str:
        if self._left <= 0 or len(self.items) > MOST_OUTPUTS:
            return ""
        if len(text) > self._left:
            text = text[: self._left] + CUT
            self._left = 0
        self._left -= len(text)
        return text


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
