"""Outputs that a learner's process says it has, brought into nbformat's form."""

from __future__ import annotations

import re
from typing import Any

from weakties.grading.encodable import encodable, encodable_tree
from weakties.grading.shell.outputs import shortened

Output = dict[str, Any]
_JSON = re.compile(r"application/(.*\+)?json")


def checked_outputs(said: Any, most: int, characters: int) -> list[Output]:
    """Return those of the outputs that are outputs.

    Parameters
    ----------
    said
        Anything that JSON can hold.
    most
        How many are kept.
    characters
        How long all of them together may be.

    Examples
    --------
    >>> checked_outputs([{"output_type": "stream", "name": "stdout", "text": "a"}, 7], 10, 100)
    [{'output_type': 'stream', 'name': 'stdout', 'text': 'a'}]
    """
    kept: list[Output] = []
    for output in said if isinstance(said, list) else ():
        checked = _checked(output) if isinstance(output, dict) else None
        if checked is None:
            continue
        size = len(repr(checked))
        if len(kept) < most and size <= characters:
            characters -= size
            kept.append(checked)
        elif decides(checked) and not any(map(decides, kept)):
            # No limit takes away what a mark is read from.
            kept.append(shortened(checked))
    return kept


def decides(output: Output) -> bool:
    """Say whether nbgrader reads a check's points from this output, if it is the first such."""
    kind = output["output_type"]
    on_stderr = kind == "stream" and output["name"] == "stderr"
    return bool(on_stderr or kind in ("error", "execute_result"))


def _checked(output: Output) -> Output | None:
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _text(output.get("text"))}
    if kind == "error":
        lines = output.get("traceback")
        return {
            "output_type": "error",
            "ename": _text(output.get("ename")),
            "evalue": _text(output.get("evalue")),
            "traceback": [_text(line) for line in lines] if isinstance(lines, list) else [],
        }
    if kind in ("display_data", "execute_result"):
        data, metadata = output.get("data"), output.get("metadata")
        count = output.get("execution_count")
        return {
            "output_type": kind,
            "data": _bundle(encodable_tree(data)) if isinstance(data, dict) else {},
            "metadata": encodable_tree(metadata) if isinstance(metadata, dict) else {},
            **(
                {"execution_count": count if type(count) is int else None}
                if kind == "execute_result"
                else {}
            ),
        }
    return None


def _bundle(data: dict[str, Any]) -> dict[str, Any]:
    return {
        kind: value if _JSON.fullmatch(kind) else _text(value)
        for kind, value in data.items()
        if "/" in kind
    }


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "".join(map(_text, value))
    return encodable(value) if isinstance(value, str) else ""
