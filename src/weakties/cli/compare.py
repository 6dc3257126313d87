"""What ``weakties grade --compare`` asks and prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.compare.rows import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.compare.rows import Comparison, Row
    from weakties.grading.report.entries import Mark

QUESTION = (
    "nbgrader autograde runs every submission with your rights and contains nothing, here in a "
    "copy of the course: go on?"
)
_HEADINGS = {
    Kind.LOWER: "Fewer points here than by nbgrader",
    Kind.HIGHER: "More points here than by nbgrader",
    Kind.DECIDED: "Points here, where nbgrader waits for a person",
    Kind.ASKED: "Left to a person here",
}


def shown(found: Comparison) -> Iterator[str]:
    """Yield what an instructor reads of a comparison, line by line."""
    for kind, heading in _HEADINGS.items():
        rows = found.of(kind)
        if rows:
            yield f"{heading} ({len(rows)})"
            yield from (line for row in rows for line in _row(row))
            yield ""
    if found.left_out:
        yield f"Not compared ({len(found.left_out)})"
        yield from (
            f"  {one.learner}, not graded by {one.by}: {one.reason}" for one in found.left_out
        )
        yield ""
    seconds = found.seconds
    yield (
        f"{len(found.rows)} rows compared: {found.counts[Kind.EQUAL]} equal, {found.differing} "
        f"differ, {found.counts[Kind.ASKED]} asked of a person. "
        f"weakties took {seconds['weakties']:g} s, nbgrader {seconds['nbgrader']:g} s."
    )


def _row(row: Row) -> Iterator[str]:
    theirs = _outcome(row.theirs, row.points, "needs manual grade")
    ours = _outcome(row.ours, row.points, "needs review")
    yield f"  {row.learner} · {row.notebook} · {row.cell}: nbgrader {theirs}, here {ours}"
    witnesses = "; ".join(f"{place}: {words}" for place, words in row.said.witnesses.items())
    yield from (f"      {said}" for said in (witnesses, row.said.reason) if said)


def _outcome(mark: Mark, points: float, waits: str) -> str:
    return waits if mark.waits else f"{mark.auto or 0:g} of {points:g}"
