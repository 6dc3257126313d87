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
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from weakties.authoring.answers import Variant
    from weakties.authoring.keys import Keys

_CHECK = "-check"


def attempted_edition(
    source: dict[str, Any], edition: str, variants: dict[str, list[Variant]], keys: Keys
) -> dict[str, Graded]:
    """Return what blank exercise, solution and variants get, by the names of their submissions.

    Parameters
    ----------
    source
        The notebook with the solutions and the key.
    edition
        The edition of the data.
    variants
        The answers to each question.
    keys
        What the keys come to in editions that were tried before; this one is added.
    """
    blank = {question: starter(source_of(source, f"{question}-answer")) for question in variants}
    # A workbook keeps files beside itself.
    with TemporaryDirectory() as folder, chdir(folder), quietly_in(edition):
        return {
            name: _attempted(
                with_answers(source, blank) if name == "blank" else notebook,
                keys.with_the_solution if name == "solution" else keys.with_an_answer,
            )
            for name, notebook in submissions(source, source, variants)
        }


def _attempted(
    notebook: dict[str, Any], meeting: Callable[[str], AbstractContextManager[None]]
) -> Graded:
    """Return what the checks of a notebook with its key say, run from its first cell to its last."""
    graded = Graded({}, {})
    names: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        code = "".join(cell["source"])
        if not cell["id"].endswith(_CHECK):
            run(code, names)
        else:
            with meeting(code):
                run(code, names)
            verdict = names["q"].verdict
            question = cell["id"].removesuffix(_CHECK)
            graded.points[question] = verdict.earned
            graded.messages[question] = " ".join(one.message for one in verdict.findings)
    return graded
