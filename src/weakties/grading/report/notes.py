"""Reading what the runs noted: one JSON file for each learner, as the grading engine keeps them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from weakties.check.verdict import Kind
from weakties.grading.nbg.place import findings_path, remarks_path
from weakties.grading.report.entries import Checked, Found, Said
from weakties.grading.result import State

if TYPE_CHECKING:
    from pathlib import Path


def noted(root: Path, assignment: str) -> tuple[dict[str, Found], int]:
    """Return what the last run noted of each learner, and how many notes could not be read.

    Parameters
    ----------
    root
        The course's folder.
    assignment
        The assignment's name.
    """
    found: dict[str, Found] = {}
    unreadable = 0
    for path in sorted(findings_path(root, assignment, "-").parent.glob("*.json")):
        try:
            result = json.loads(path.read_text(encoding="utf-8"))
            found[str(result["learner"])] = found_in(result)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            unreadable += 1
    return found, unreadable


def remarked(root: Path, assignment: str) -> tuple[str, ...]:
    """Return what the last run said of an assignment's checks; nothing where it can't be read."""
    try:
        kept = json.loads(remarks_path(root, assignment).read_text(encoding="utf-8"))
        return tuple(str(remark["text"]) for remark in kept)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ()


def found_in(result: dict[str, Any]) -> Found:
    """Return what a result says, from its plain JSON values.

    Raises
    ------
    ValueError, TypeError, KeyError, AttributeError
        If they are not those of a `weakties.grading.result.Result`.
    """
    failed = State(result["state"]) is State.FAILED
    reason = str(result["reason"])
    return Found(
        failure=(reason or "No reason was recorded.") if failed else "",
        reason="" if failed else reason,
        seconds=float(result["seconds"]) or None,
        checks={
            (question["notebook"], question["grade_id"]): _checked(question)
            for question in result["questions"]
        },
        notes=tuple(map(str, result["notes"])),
        changed={
            (question["notebook"], question["grade_id"]): (
                str(question["read_before"]),
                str(question["written"]),
            )
            for question in result["questions"]
            if question.get("written")
        },
    )


def _checked(question: dict[str, Any]) -> Checked:
    verdict = question["verdict"]
    return Checked(
        earned=float(verdict["earned"]) if verdict else None,
        said=tuple(
            Said(one["answer"], Kind(one["kind"]).value, one["message"])
            for one in verdict.get("findings", ())
        ),
        values={str(name): str(value) for name, value in question["values"].items()},
        seconds=None if question["apart"] is None else float(question["seconds"]),
        doubt=str(question.get("doubt", "")),
    )
