"""Every variant of an answer, checked in this process with another edition's data.

How an answer is graded does not hang on the edition; which values are right, and what a wrong one is
told, does. So the cells alone are run, many times faster than a submission is graded.
"""

from __future__ import annotations

from contextlib import chdir
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from weakties.authoring.in_process import quietly_in, run, starter
from weakties.authoring.prove.graded import Graded
from weakties.authoring.prove.submissions import source_of, submissions, with_answers

if TYPE_CHECKING:
    from weakties.authoring.answers import Variant

_CHECK = "-check"


def attempted_edition(
    source: dict[str, Any], edition: str, variants: dict[str, list[Variant]]
) -> dict[str, Graded]:
    """Return what blank exercise, solution and variants get, by the names of their submissions."""
    blank = {question: starter(source_of(source, f"{question}-answer")) for question in variants}
    # A workbook keeps files beside itself.
    with TemporaryDirectory() as folder, chdir(folder), quietly_in(edition):
        return {
            name: _attempted(with_answers(source, blank) if name == "blank" else notebook)
            for name, notebook in submissions(source, source, variants)
        }


def _attempted(notebook: dict[str, Any]) -> Graded:
    """Return what the checks of a notebook with its key say, run from its first cell to its last."""
    graded = Graded({}, {})
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        run("".join(cell["source"]), names)
        if cell["id"].endswith(_CHECK):
            verdict = names["q"].verdict
            question = cell["id"].removesuffix(_CHECK)
            graded.points[question] = verdict.earned
            graded.messages[question] = " ".join(one.message for one in verdict.findings)
    return graded
