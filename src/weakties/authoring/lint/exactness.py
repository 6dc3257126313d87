"""Rules on how exact a number has to be: what the task says, what the check does, how many digits."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from weakties.authoring.lint.finding import Finding
from weakties.authoring.source import calls, parsed, texts
from weakties.check.slips import is_close

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material

_TWO_DECIMALS = 0.005
"""How far a number of two decimals may lie from the one that it was rounded from."""
_ROW = re.compile(r"^\|\s*`(\w+)`.*\bwithin (\d*\.?\d+)\s*(?:\((\d+) decimals\))?", re.MULTILINE)


def decimals(material: Material) -> Iterator[Finding]:
    """Find answers for which two decimals are too few, though the task does not say so."""
    if not (solution := material.solution):
        return
    for question in material.auto_questions:
        text = solution.cell(question.id)
        for name, within, digits in _ROW.findall(text.source) if text else ():
            needed = _decimals_within(float(within))
            if needed > 2 and int(digits or 2) < needed:
                problem = f"Two right decimals of `{name}` can lie farther off than {within}."
                remedy = f"Allow {_TWO_DECIMALS}, or write: within {within} ({needed} decimals)"
                yield Finding(solution.path, question.id, "decimals", problem, remedy)


def tolerance(material: Material) -> Iterator[Finding]:
    """Find answers that are compared more or less exactly than the task says."""
    if not (solution := material.solution):
        return
    for question in material.auto_questions:
        text, check = solution.cell(question.id), solution.cell(f"{question.id}-check")
        if text is None or check is None:
            continue
        told = {name: float(within) for name, within, _ in _ROW.findall(text.source)}
        for name, within in _compared(check.source):
            if name in told and told[name] != within:
                problem = f"The task says within {told[name]:g} of `{name}`; the check, {within:g}."
                remedy = "Give both the same tolerance."
                yield Finding(solution.path, check.id, "tolerance", problem, remedy)


def _decimals_within(within: float) -> int:
    """Return how many decimals a rounded number needs to lie within a tolerance.

    >>> _decimals_within(0.005), _decimals_within(0.0003)
    (2, 4)
    """
    count = 0
    while not is_close(0.5 * 10**-count, 0, within):
        count += 1
    return count


def _compared(source: str) -> Iterator[tuple[str, float]]:
    """Yield the answers that a check compares within a tolerance written as a number."""
    tree = parsed(source)
    for name, call in calls(tree) if tree else ():
        for keyword in call.keywords:
            is_number = isinstance(keyword.value, ast.Constant) and keyword.arg == "within"
            if name.startswith("q.") and is_number:
                for answer in texts(call.args[:1]):
                    yield answer, float(ast.literal_eval(keyword.value))
