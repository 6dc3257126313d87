"""Which key graded how many, in which edition, and whether that key still holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.command import in_course
from weakties.grading.report.words import people
from weakties.grading.stamps.digest import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.report.entries import Entries


@dataclass(frozen=True)
class KeyUse:
    """One key and whom it graded.

    Parameters
    ----------
    notebook
        Of which notebook it is the key.
    key
        Its digest; empty for marks that say nothing of their key.
    edition, engine
        With which data, and what graded.
    learners
        How many it graded.
    holds
        Whether it is the key of the last run.
    """

    notebook: str
    key: str
    edition: str
    engine: str
    learners: int
    holds: bool

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return {
            "notebook": self.notebook,
            "key": self.key or None,
            "edition": self.edition or None,
            "engine": self.engine or None,
            "learners": self.learners,
            "holds": self.holds,
        }


def keys_used(entries: Entries) -> tuple[KeyUse, ...]:
    """Return which keys graded what stands in the gradebook, the commonest first."""
    uses: Counter[tuple[str, str, str, str]] = Counter()
    for learner, submission in entries.submissions.items():
        graded = {key[0] for key, mark in submission.marks.items() if mark.auto is not None}
        for notebook in sorted(graded):
            stamp = entries.stamps.get((learner, notebook))
            if stamp is None:
                uses[notebook, "", "", ""] += 1
            else:
                uses[notebook, stamp.ground.key, stamp.edition, stamp.engine] += 1
    return tuple(
        KeyUse(notebook, key, edition, engine, count, entries.keys.get(notebook) == key != "")
        for (notebook, key, edition, engine), count in uses.most_common()
    )


def key_notes(entries: Entries, uses: tuple[KeyUse, ...]) -> Iterator[str]:
    """Yield what an instructor should know of the keys, in sentences."""
    stamped = [use for use in uses if use.key]
    editions = sorted({use.edition for use in stamped if use.edition})
    if editions:
        yield f"Edition {' and '.join(editions)}."
    if stamped:
        yield f"Graded by {'; '.join(_words(use, len(entries.keys) > 1) for use in stamped)}."
    again = f"`{in_course(f'grade {entries.assignment}')}` grades them again."
    older = sum(use.learners for use in stamped if not use.holds)
    if older:
        yield f"An older key graded {people(older)}: {again}"
    unknown = sum(use.learners for use in uses if not use.key)
    if unknown and stamped:
        yield f"Of {people(unknown)} nothing says which key graded them: {again}"
    if entries.newer_sources:
        named = ", ".join(f"{name}.ipynb" for name in entries.newer_sources)
        yield (
            f"The source of {named} was saved after the last run: "
            f"`{in_course(f'grade {entries.assignment}')}` takes over what has changed in it."
        )


def _words(use: KeyUse, several: bool) -> str:
    of = f" of {use.notebook}" if several else ""
    return f"key {use.key[:SHORT]}{of} with {use.engine}: {people(use.learners)}"
