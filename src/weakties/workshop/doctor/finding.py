"""One thing that is wrong, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What is wrong, and the next step."""

    wrong: str
    next_step: str

    def __str__(self) -> str:
        """Return both as one line."""
        return f"{self.wrong} {self.next_step}"
