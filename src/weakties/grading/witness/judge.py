"""From the two witnesses of a check to its mark, or to the sentence that asks a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weakties.grading.job import CellRun
from weakties.grading.witness.said import repeated
from weakties.grading.witness.standing import Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Mapping

INSIDE_ONLY = "inside only"
"""What is said of the witness apart where the instructor's own solution can't be checked there."""


@dataclass(frozen=True)
class Check:
    """One check of an assignment.

    Parameters
    ----------
    grade_id
        Its name.
    points
        What it is worth.
    source
        Its code, hidden part and all.
    visible
        The part of it that learners have.
    apart
        Whether it can run apart: found out with the instructor's solution.
    denied
        Whether it denies the instructor's own solution its points.
    """

    grade_id: str
    points: float
    source: str
    visible: str = ""
    apart: bool = True
    denied: bool = False


REFUSED = (
    "Operation not permitted",
    "Network is unreachable",
    "Temporary failure in name resolution",
    "Name or service not known",
)
"""What a program is told when the sandbox refuses it a process, or the network."""


def judged(
    check: Check,
    apart: CellRun | None,
    inside: CellRun | None,
    ended: str = "",
    *,
    refused: bool = False,
) -> CellRun:
    """Return what a check came to: the outputs that decide over its points, or a doubt.

    Parameters
    ----------
    check
        The check.
    apart
        What it came to apart; ``None`` where it did not run there.
    inside
        What it came to beside the learner's code; ``None`` where the replay ended before it.
    ended
        Why the replay ended.
    refused
        Whether the sandbox refused the notebook something that nbgrader allows.
    """
    told = {"apart": apart, "inside": inside}
    standings = {
        place: standing_of(run, check.points) for place, run in told.items() if run is not None
    }
    run = replace(
        _decided(check, apart, inside, standings, ended), witnesses=_words(check, standings)
    )
    if run.doubt or not standing_of(run, check.points) < _full(check):
        return run
    if check.denied:
        return replace(run, doubt="it denies the instructor's own solution its points")
    if refused:
        doubt = "the sandbox refused the notebook something, a process of its own or the network"
        return replace(run, doubt=doubt)
    return run


def _decided(
    check: Check,
    apart: CellRun | None,
    inside: CellRun | None,
    standings: Mapping[str, Standing],
    ended: str,
) -> CellRun:
    lowest = Standing(0.0, failed=True)
    if apart is None:
        if inside is None:
            return CellRun([], doubt=f"it was not run to its end ({ended})")
        return _inside_alone(check, inside)
    if inside is None:
        doubt = f"beside the learner's code it was not run to its end ({ended})"
        return apart if not lowest < standings["apart"] else replace(apart, doubt=doubt)
    if standings["apart"] < standings["inside"]:
        return replace(apart, doubt=_more_inside(check, apart, standings))
    if standings["inside"] < standings["apart"]:
        if inside.timed_out:
            return replace(apart, doubt="its time was up beside the learner's code, and not apart")
        # What the check said apart is not what counts.
        outputs = _repeated(check, inside)
        return replace(apart, outputs=outputs, failed=inside.failed, verdict={})
    return apart


def _more_inside(check: Check, apart: CellRun, standings: Mapping[str, Standing]) -> str:
    said = {place: standing.words(check.points) for place, standing in standings.items()}
    why = (
        f"{', '.join(apart.uncarried)} could not be carried over"
        if apart.uncarried
        else "something was lost on the way, or it is forged"
    )
    return f"it gives {said['apart']} apart and {said['inside']} beside the learner's code: {why}"


def _inside_alone(check: Check, inside: CellRun) -> CellRun:
    if standing_of(inside, check.points).points > check.points:
        return CellRun([], doubt="it gives more points than there are")
    # Nothing else of it comes back: a learner's process may count as it likes.
    return CellRun(
        _repeated(check, inside),
        seconds=inside.seconds,
        failed=inside.failed,
        timed_out=inside.timed_out,
    )


def _repeated(check: Check, inside: CellRun) -> list[dict[str, Any]]:
    return repeated(inside, check.source, check.visible)


def _words(check: Check, standings: Mapping[str, Standing]) -> dict[str, str]:
    words = {place: standing.words(check.points) for place, standing in standings.items()}
    return words if check.apart else {"apart": INSIDE_ONLY, **words}


def _full(check: Check) -> Standing:
    return Standing(check.points, failed=False)
