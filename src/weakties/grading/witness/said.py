"""What is shown of a check that ran beside a learner's code: nothing that a learner could have put there.

The replay holds the key. What it puts out would carry it to the learner, so of its outputs only the kind
of the error, the line and the number of points are kept, and words that learners have of the check already.
"""

from __future__ import annotations

import ast
import builtins
import re
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Any

from weakties.grading.verdict.outputs import decides

if TYPE_CHECKING:
    from weakties.grading.job import CellRun

Output = dict[str, Any]
_ERRORS = frozenset(
    name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
)
_COLOR = re.compile(r"\x1b\[[\d;]*m")
_LINE = re.compile(r"Cell In\[\d+\], line (\d+)")
_TIMED_OUT = "CellTimeoutError"
_PARTS_OF_A_POINT = 1000


def repeated(run: CellRun, source: str, visible: str) -> list[Output]:
    """Return outputs that decide as those of a check do, in words of its visible part alone.

    Parameters
    ----------
    run
        What the check came to beside the learner's code.
    source
        The check.
    visible
        The part of it that learners have. They could choose which words come back, and so read the rest.
    """
    kept: list[Output] = []
    left = {line for words in _texts(visible) for line in words.split("\n")}
    for output in run.outputs:
        if output["output_type"] == "stream" and output["name"] == "stdout":
            text = _taken(output["text"], left)
            kept += [{"output_type": "stream", "name": "stdout", "text": text}] if text else []
        if decides(output):
            return [*kept, *_deciding(output, source, visible)]
    return [*kept, failure("Error")] if run.failed else kept


def failure(name: str, place: str = "", message: str = "") -> Output:
    """Return an error output that names the place in a check where it stopped."""
    head = f"{name}: {message}" if message else name
    return {
        "output_type": "error",
        "ename": name,
        "evalue": message,
        "traceback": [
            "Run beside the learner's code, this check stopped.",
            *filter(None, [place]),
            head,
        ],
    }


def line_of(output: Output) -> int:
    r"""Return the line of the cell at which an error says that it stopped; 0 if it does not say.

    Examples
    --------
    >>> line_of({"traceback": ["\x1b[32mCell In[7]\x1b[39m, line 3\n", "Cell In[2], line 9"]})
    3
    >>> line_of({"traceback": []})
    0
    """
    found = _LINE.search(_COLOR.sub("", "\n".join(output["traceback"])))
    return int(found[1]) if found else 0


def _deciding(output: Output, source: str, visible: str) -> list[Output]:
    if output["output_type"] == "execute_result":
        try:
            number = _rounded(float(output["data"].get("text/plain", "")))
        except (TypeError, ValueError):
            return []
        data = {"text/plain": str(number)}
        return [
            {"output_type": "execute_result", "metadata": {}, "execution_count": None, "data": data}
        ]
    if output["output_type"] == "error":
        name = output["ename"]
        is_known = (
            name in _ERRORS or name == _TIMED_OUT or re.search(rf"\b{re.escape(name)}\b", visible)
        )
        message = output["evalue"] if output["evalue"] in _texts(visible) else ""
        place = _place(line_of(output), source, visible)
        return [failure(name if is_known else "Error", place, message)]
    return [{"output_type": "stream", "name": "stderr", "text": "It wrote on stderr.\n"}]


def _rounded(number: float) -> float:
    """Return a number of points without digits that would hold a message."""
    if not isfinite(number):
        return number
    return float(Fraction(number).limit_denominator(_PARTS_OF_A_POINT))


def _place(line: int, source: str, visible: str) -> str:
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return ""
    is_visible = lines[line - 1] in visible.split("\n")
    return f"line {line}: {lines[line - 1].strip()}" if is_visible else f"line {line}"


def _taken(text: str, left: set[str]) -> str:
    """Return the lines of a text that are left to be said; none is said twice."""
    said = []
    for line in text.splitlines(keepends=True):
        if line.rstrip("\n") in left:
            left.remove(line.rstrip("\n"))
            said.append(line)
    return "".join(said)


def _texts(source: str) -> frozenset[str]:
    """Return the texts that stand in a cell."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))
