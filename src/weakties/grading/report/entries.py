"""What is known of an assignment, as plain values: its questions, who is in it, what each got."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from weakties.grading.stamps.digest import SHORT

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from weakties.grading.stamps.stamp import Stamp

Key = tuple[str, str]
"""A graded cell: the names of its notebook and of itself."""


@dataclass(frozen=True)
class Item:
    """A graded cell.

    Parameters
    ----------
    key
        Its notebook and its name.
    points
        What it is worth.
    is_check
        Whether a program grades it; a person does otherwise.
    name
        What an instructor calls it; by default the cell's own name.
    title
        What it is about, in a few words; empty where no table of contents lists it.
    """

    key: Key
    points: float
    is_check: bool = True
    name: str = ""
    title: str = ""

    @property
    def label(self) -> str:
        """Return its name, and what it is about where that is known."""
        return " · ".join(part for part in (self.name or self.key[1], self.title) if part)


@dataclass(frozen=True)
class Learner:
    """Somebody whom the gradebook knows; `lms_id` is what a learning management system calls them."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_id: str = ""


@dataclass(frozen=True)
class Mark:
    """What a learner got for a graded cell: by program, by hand, on top, and whether a person is due.

    Points by hand of which a person is due again were given to what stood there before.
    """

    auto: float | None = None
    manual: float | None = None
    extra: float | None = None
    waits: bool = False

    @property
    def base(self) -> float | None:
        """Return the points without what was given on top; ``None`` where nobody graded it yet."""
        if self.waits:
            return None
        return self.auto if self.manual is None else self.manual

    @property
    def points(self) -> float | None:
        """Return the points; ``None``, not 0, where nobody graded it yet."""
        return None if self.base is None else self.base + (self.extra or 0.0)


@dataclass(frozen=True)
class Submission:
    """What the gradebook holds of one learner's work; `penalty` is for coming late."""

    marks: Mapping[Key, Mark]
    penalty: float = 0.0
    when: datetime | None = None


@dataclass(frozen=True)
class Said:
    """One finding of a check: about which answer, of which kind, in which words."""

    answer: str | None
    kind: str
    message: str


@dataclass(frozen=True)
class Checked:
    """What was seen when one cell's check ran.

    Parameters
    ----------
    earned
        What the check gave; ``None`` where it is no check of this course.
    said
        What it found.
    values
        What it was given, each in a few words.
    seconds
        How long it took; ``None`` where it did not run.
    doubt
        Why a person has to look at it, in a sentence; empty where nobody has to.
    """

    earned: float | None = None
    said: tuple[Said, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    seconds: float | None = None
    doubt: str = ""


@dataclass(frozen=True)
class Found:
    """What the last run noted of one learner's work.

    Parameters
    ----------
    failure
        Why it could not be graded; empty where it was.
    reason
        Why a person must look at it; empty where nobody must.
    seconds
        How long the run took over it.
    checks
        What was seen of each cell.
    notes
        What was put right on the way, and what was left out, in sentences.
    changed
        What a person had read and what was handed in since, where they differ, by cell.
    """

    failure: str = ""
    reason: str = ""
    seconds: float | None = None
    checks: Mapping[Key, Checked] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    changed: Mapping[Key, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Entries:
    """All that is known of an assignment.

    Parameters
    ----------
    assignment
        Its name.
    items
        Its graded cells in their order.
    learners
        Everybody whom the gradebook knows or who handed something in.
    submissions
        What the gradebook holds, by learner.
    handed_in
        Who handed something in.
    found
        What the runs noted, by learner; empty where nbgrader itself graded.
    unreadable
        How many notes of a run could not be read.
    due
        When the work was due.
    remarks
        What the last run said of the checks themselves.
    stamps
        What the marks rest on, by learner and notebook.
    keys
        The digest of each notebook's key at the last run.
    newer_sources
        The notebooks whose source was saved after the last run.
    """

    assignment: str
    items: tuple[Item, ...]
    learners: tuple[Learner, ...]
    submissions: Mapping[str, Submission]
    handed_in: frozenset[str] = frozenset()
    found: Mapping[str, Found] = field(default_factory=dict)
    unreadable: int = 0
    due: datetime | None = None
    remarks: tuple[str, ...] = ()
    stamps: Mapping[tuple[str, str], Stamp] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    newer_sources: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """Return what all graded cells are worth together."""
        return sum(item.points for item in self.items)

    @cached_property
    def stamps_by_learner(self) -> Mapping[str, Mapping[str, Stamp]]:
        """What everybody's marks rest on, by learner and notebook."""
        found: dict[str, dict[str, Stamp]] = {}
        for (learner, notebook), stamp in self.stamps.items():
            found.setdefault(learner, {})[notebook] = stamp
        return found

    def editions(self, learner: str) -> str:
        """Return in which edition somebody was graded; empty where none is known."""
        found = {stamp.edition for stamp in self._stamps(learner)}
        return ", ".join(sorted(found - {""}))

    def key_digests(self, learner: str) -> str:
        """Return by which keys somebody was graded, in short; empty where none is known."""
        return ", ".join(
            dict.fromkeys(
                one.ground.key[:SHORT] for one in self._stamps(learner) if one.ground.hand_in
            )
        )

    def _stamps(self, learner: str) -> Collection[Stamp]:
        return self.stamps_by_learner.get(learner, {}).values()

    def is_gone(self, learner: str) -> bool:
        """Say whether somebody's marks were taken back because what they were of is not there."""
        stamps = self._stamps(learner)
        taken_back = bool(stamps) and not any(stamp.ground.hand_in for stamp in stamps)
        return taken_back and learner not in self.handed_in

    def check(self, learner: str, item: Item) -> Checked | None:
        """Return what was seen of a cell, unless it was graded again since by something else."""
        found, submission = self.found.get(learner), self.submissions.get(learner)
        seen = found.checks.get(item.key) if found else None
        mark = submission.marks.get(item.key) if submission else None
        if seen is None or mark is None:
            return None
        is_old = seen.earned is not None and (
            mark.auto is None or abs(seen.earned - mark.auto) > 1e-6
        )
        return None if is_old else seen
