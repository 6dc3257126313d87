"""The ledger of a run: which key and edition hold now, and what earlier marks rest on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from weakties import __version__
from weakties.grading.nbg.course import NotACourse
from weakties.grading.stamps.stamp import Ground, Stamp
from weakties.grading.stamps.table import put_stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.nbg.book import OneGradebook
    from weakties.grading.nbg.trial import Remark
    from weakties.grading.result import Result
    from weakties.grading.stamps.key import Key
    from weakties.grading.stamps.reading import Read
    from weakties.grading.stamps.stamp import Again

ENGINE = f"weakties {__version__}"


@dataclass(frozen=True)
class Ledger:
    """What marks rest on.

    Parameters
    ----------
    keys
        What decides about points now, by notebook.
    edition
        The edition of the data now; empty where the assignment asks for none.
    stamps
        What earlier marks rest on, by learner and notebook.
    remarks
        What an instructor should know of the keys.
    hand_ins
        Digests of what was handed in and is graded now, by learner and notebook.
    again
        Why somebody is graded again.
    read
        What a person has read, by learner, notebook and cell.
    changed
        What was read and what stands there now, where they differ, by learner, notebook and cell.
    """

    keys: Mapping[str, Key]
    edition: str = ""
    stamps: dict[tuple[str, str], Stamp] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    hand_ins: dict[tuple[str, str], str] = field(default_factory=dict)
    again: dict[str, Again] = field(default_factory=dict)
    read: dict[tuple[str, str], dict[str, Read]] = field(default_factory=dict)
    changed: dict[tuple[str, str, str], tuple[str, str]] = field(default_factory=dict)

    @property
    def other_editions(self) -> dict[str, int]:
        """Return how many were graded in which other edition."""
        found: dict[str, set[str]] = {}
        for (learner, _), stamp in self.stamps.items():
            if stamp.ground.hand_in and stamp.edition != self.edition:
                found.setdefault(stamp.edition, set()).add(learner)
        return {edition: len(learners) for edition, learners in sorted(found.items())}

    def changed_in(self, learner: str, notebook: str) -> dict[str, tuple[str, str]]:
        """Return by cell what was read in a notebook and what stands there now, where they differ."""
        return {
            cell: texts
            for (whose, name, cell), texts in self.changed.items()
            if (whose, name) == (learner, notebook)
        }


def stamp_of(ledger: Ledger, learner: str, notebook: str, hand_in: str, graded: str) -> Stamp:
    """Return the stamp of what is saved now."""
    return Stamp(
        Ground(hand_in, ledger.keys[notebook].digest, graded),
        ledger.edition,
        ENGINE,
        datetime.now(UTC).isoformat(timespec="seconds"),
        ledger.read.get((learner, notebook), {}),
    )


def keep_stamp(
    book: OneGradebook, ledger: Ledger, assignment: str, learner: str, notebook: str, stamp: Stamp
) -> None:
    """Keep a stamp, in the transaction in which the marks are saved."""
    put_stamp(book.connection, assignment, learner, notebook, stamp)
    ledger.stamps[learner, notebook] = stamp


def with_stamps(ledger: Ledger, result: Result) -> Result:
    """Return a result that says what its marks rest on, and why it was graded again."""
    found = {name: ledger.stamps.get((result.learner, name)) for name in ledger.keys}
    stamps = {
        name: _shown(stamp) for name, stamp in found.items() if stamp and stamp.ground.hand_in
    }
    return replace(result, again=str(ledger.again.get(result.learner, "")), stamps=stamps)


def refuse_other_edition(ledger: Ledger, assignment: str, *, force: bool) -> None:
    """Go on if earlier marks are of the edition of this run, or all are made anew.

    Raises
    ------
    NotACourse
        If they are of another one: the same answers would be wrong in it.
    """
    others = ledger.other_editions
    if others and not force:
        counts = ", ".join(
            f"{count} {'learner' if count == 1 else 'learners'} in edition {edition}"
            for edition, count in others.items()
        )
        raise NotACourse(
            f"This is edition {ledger.edition}, and of '{assignment}' there are marks of {counts}: "
            f"right answers of one edition are wrong in the other. Set WEAKTIES_EDITION="
            f"{next(iter(others))}, or add --force to grade everybody in edition {ledger.edition}. "
            "Nothing was graded."
        )


def _shown(stamp: Stamp) -> dict[str, str]:
    return {
        "hand_in": stamp.ground.hand_in,
        "key": stamp.ground.key,
        "edition": stamp.edition,
        "engine": stamp.engine,
        "when": stamp.when,
    }
