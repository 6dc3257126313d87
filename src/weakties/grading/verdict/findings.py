"""What a check of ours said, and what it was given, as plain data for the reports."""

from __future__ import annotations

from typing import Any

from weakties.check.verdict import Kind, State, Verdict
from weakties.grading.encodable import encodable_tree

_LONGEST = 80


def said_by(result: object) -> dict[str, Any]:
    """Return the verdict that a check cell ended in as plain data; empty if it ended otherwise."""
    if not isinstance(result, Verdict):
        return {}
    return encodable_tree(
        {
            "question": result.question,
            "state": result.state.name.lower(),
            "points": result.points,
            "earned": result.earned,
            "findings": [
                {"answer": found.answer, "kind": found.kind.value, "message": found.message}
                for found in result.findings
            ],
        }
    )


def said_in(tree: Any) -> dict[str, Any]:
    """Return what `said_by` returned, from anything that claims to be it; empty if it is not.

    Examples
    --------
    >>> said_in({"points": "all"})
    {}
    """
    try:
        return {
            "question": str(tree["question"]),
            "state": State[tree["state"].upper()].name.lower(),
            "points": float(tree["points"]),
            "earned": float(tree["earned"]),
            "findings": [
                {
                    "answer": None if found["answer"] is None else str(found["answer"]),
                    "kind": Kind(found["kind"]).value,
                    "message": str(found["message"]),
                }
                for found in tree["findings"]
            ],
        }
    except (AttributeError, KeyError, TypeError, ValueError):
        return {}


def shown(value: object) -> str:
    """Return a value in a few words.

    Examples
    --------
    >>> shown(0.5), shown("x" * 200)[-4:]
    ('0.5', 'xxx…')
    """
    if type(value).__module__.partition(".")[0] == "numpy" and getattr(value, "ndim", 1) == 0:
        value = value.item()  # type: ignore[attr-defined]
    if type(value) in (bool, int, float, str, type(None), type(...)):
        text = repr(value)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "<function>" if callable(value) else f"<{type(value).__name__}>"
