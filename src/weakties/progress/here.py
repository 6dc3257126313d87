"""The record of this process: kept in the learner's folder if there is one, else in memory."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from weakties.own_folder import own_folder
from weakties.progress.record import Record
from weakties.progress.store import NotKept, Store

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.progress.lines import Line

SWITCH = "WEAKTIES_PROGRESS"
"""The variable that says ``off`` where nothing is to be kept."""

GRADED = "NBGRADER_EXECUTION"
"""The variable that nbgrader, and our own grading, set while work is graded."""


@dataclass
class Here:
    """What this process knows and keeps.

    Parameters
    ----------
    store
        The file in the learner's own folder; ``None`` where nothing is kept.
    """

    store: Store | None
    _session: Record = field(default_factory=Record, init=False)
    _told: set[str] = field(default_factory=set, init=False)

    @property
    def folder(self) -> Path | None:
        """Return the learner's own folder, where there is one."""
        return self.store.folder if self.store else None

    @property
    def record(self) -> Record:
        """Return what the learner did so far: in this folder, or else since the kernel started."""
        return self.store.read() if self.store else self._session

    def note(self, line: Line) -> str:
        """Keep a line; return a sentence about what is not kept, once, and else an empty text."""
        if self.store is None:
            self._session.add(line)
            return ""
        try:
            self.store.append(line)
        except NotKept as reason:
            return self._once(
                f"Your progress is not kept ({reason}): the course will not remember this after a "
                "restart. Your notebook is not affected."
            )
        if self.store.read().later:
            return self._once(
                "Part of your progress was written by a newer weakties and is not counted here. "
                "Nothing of it is lost: update weakties."
            )
        return ""

    def _once(self, sentence: str) -> str:
        if sentence in self._told:
            return ""
        self._told.add(sentence)
        return sentence


def here(folder: Path | None = None) -> Here:
    """Return the record of this process, for the folder that it works in now.

    Parameters
    ----------
    folder
        Another one to work in.
    """
    off = os.environ.get(SWITCH, "").casefold() == "off" or GRADED in os.environ
    return _for(None if off else own_folder(folder))


def forget_session() -> None:
    """Forget all that this process remembers; files stay."""
    _for.cache_clear()


@cache
def _for(folder: Path | None) -> Here:
    return Here(Store(folder) if folder else None)
