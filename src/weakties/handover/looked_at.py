"""What a learner's notebook holds, beside the exercise as it was given: whose it is, and what is blank."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ENOUGH = 0.5
"""Of the graded cells of an exercise, so many must be in a notebook that is one."""


@dataclass(frozen=True)
class LookedAt:
    """What is wrong with a notebook's form; nothing of it keeps anybody from handing it in.

    Parameters
    ----------
    problem
        Why it is not the exercise at all, as a sentence; empty where it is.
    blank
        Questions that are as they were given.
    lost
        Questions of which a cell is gone.
    """

    problem: str = ""
    blank: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def looked_at(work: bytes, given: bytes, others: Mapping[str, bytes]) -> LookedAt:
    """Return what to tell of a notebook before it is handed in.

    Parameters
    ----------
    work
        The learner's file.
    given
        The exercise as it was handed out.
    others
        What else it could be, by words such as ``the lesson of photo``.
    """
    theirs = cells_in(work)
    if theirs is None:
        return LookedAt("This is no notebook: save it in JupyterLab, then hand that file in.")
    asked = {
        cell_id: text for cell_id, text in (cells_in(given) or {}).items() if is_graded(cell_id)
    }
    if _share(asked, theirs) < _ENOUGH:
        shares = {words: _share(cells_in(other) or {}, theirs) for words, other in others.items()}
        best = max(shares, key=lambda words: shares[words], default="")
        what = best if best and shares[best] >= _ENOUGH else "another notebook"
        return LookedAt(f"This is {what}, not the exercise.")
    answers = {cell_id: text for cell_id, text in asked.items() if cell_id.endswith("-answer")}
    blank = [i for i, text in answers.items() if i in theirs and theirs[i].strip() == text.strip()]
    lost = [_question(cell_id) for cell_id in asked if cell_id not in theirs]
    return LookedAt("", tuple(map(_question, blank)), tuple(dict.fromkeys(lost)))


def cells_in(notebook: bytes) -> dict[str, str] | None:
    """Return the text of each cell by its id, or by nbgrader's name for it; ``None`` for no notebook."""
    try:
        cells: Sequence[Any] = json.loads(notebook.decode("utf-8-sig"))["cells"]
        return {_name(cell): "".join(cell["source"]) for cell in cells}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def is_graded(cell_id: str) -> bool:
    """Say whether a cell is an answer or a check."""
    return cell_id.endswith(("-answer", "-check"))


def _name(cell: Any) -> str:
    named = cell.get("metadata", {}).get("nbgrader", {})
    return str((named.get("grade_id") if isinstance(named, dict) else "") or cell.get("id", ""))


def _question(cell_id: str) -> str:
    return cell_id.removesuffix("-answer").removesuffix("-check")


def _share(wanted: Mapping[str, str], there: Mapping[str, str]) -> float:
    return sum(name in there for name in wanted) / len(wanted) if wanted else 0.0
