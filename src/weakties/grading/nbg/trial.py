"""What the trial of an assignment with its own solution found of each check."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.grading.witness import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weakties.grading.job import CellRun
    from weakties.grading.verdict.plan import Plan

_COLOR = re.compile(r"\x1b\[[\d;]*m")
_LONGEST = 200


@dataclass(frozen=True)
class Proof:
    """What one check gives the instructor's solution.

    Parameters
    ----------
    points
        What it is worth.
    apart
        What it gives apart; ``None`` where it can't run there.
    inside
        What it gives beside the solution's code.
    error
        The last line of its error, where it gives less than its points.
    unproven
        Whether there is no solution that it could be tried on.
    """

    points: float = 0.0
    apart: Standing | None = None
    inside: Standing = field(default_factory=lambda: Standing(0.0, failed=True))
    error: str = ""
    unproven: bool = False

    @property
    def denied(self) -> bool:
        """Say whether the solution, if there is one, does not get its points by the plan in use."""
        found = [self.inside, *([self.apart] if self.apart else [])]
        return not self.unproven and min(found) < Standing(self.points, failed=False)


@dataclass(frozen=True)
class Tried:
    """A plan for the checks of a notebook, tried on the instructor's solution."""

    plan: Plan
    proofs: Mapping[str, Proof] = field(default_factory=dict)


@dataclass(frozen=True)
class Remark:
    """What an instructor should know of some checks before submissions are graded.

    Parameters
    ----------
    notebook, grade_ids
        Which checks.
    kind
        ``denied``, ``unproven`` or ``inside``.
    text
        What to know, in a sentence or two.
    """

    notebook: str
    grade_ids: tuple[str, ...]
    kind: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return asdict(self)


def remarks_on(notebook: str, found: Tried) -> Iterator[Remark]:
    """Yield what an instructor should know of a notebook's checks."""
    for name, proof in found.proofs.items():
        if proof.denied:
            yield Remark(notebook, (name,), "denied", _denial(name, proof))
    unproven = tuple(name for name, proof in found.proofs.items() if proof.unproven)
    if unproven:
        words = (
            f"{notebook}.ipynb has no solution to try these checks on, so they are unproven: "
            f"{', '.join(unproven)}."
        )
        yield Remark(notebook, unproven, "unproven", words)
    inside = tuple(
        name
        for name, check in found.plan.checks.items()
        if not check.apart and name not in unproven and not found.proofs[name].denied
    )
    if inside:
        words = (
            f"These checks of {notebook}.ipynb run only beside a learner's code, which could forge "
            f"their points: {'; '.join(_with_error(name, found) for name in inside)}."
        )
        yield Remark(notebook, inside, "inside", words)


def _denial(name: str, proof: Proof) -> str:
    least = min([proof.inside, *([proof.apart] if proof.apart else [])])
    said = f": {proof.error}" if proof.error else ""
    return (
        f"Your solution gets {least.words(proof.points)} on {name}{said}. "
        "Whoever gets less than full points there is left to you."
    )


def _with_error(name: str, found: Tried) -> str:
    error = found.proofs[name].error
    return f"{name} (apart: {error})" if error else name


def error_of(run: CellRun) -> str:
    """Return the last line of what a check said of its error; empty if there was none."""
    for output in run.outputs:
        if output["output_type"] == "error":
            words = f"{output['ename']}: {output['evalue']}".strip(": ")
            last = _COLOR.sub("", words).strip().splitlines()
            return last[-1][:_LONGEST] if last else ""
        if output["output_type"] == "stream" and output["name"] == "stderr":
            said = output["text"].strip().splitlines()
            return f"stderr: {said[-1][:_LONGEST]}" if said else ""
    return ""
