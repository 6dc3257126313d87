"""An assignment of another teacher, and what learners hand in for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grading.courses import ordinary_course

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "ps1"
BLANK = None
"""In place of answers: the exercise as it was released."""


@dataclass(frozen=True)
class Assignment:
    """One notebook as its teacher wrote it.

    Parameters
    ----------
    name
        What it stands for in the benchmark.
    cells
        The cells, with solutions and hidden tests.
    handed_in
        What each learner wrote, by the name of the answer; what is not named is the solution's.
    files
        What lies beside the notebook: texts by their names.
    """

    name: str
    cells: list[Any]
    handed_in: Mapping[str, Mapping[str, str] | None]
    files: Mapping[str, str] = field(default_factory=dict)

    def released(self, root: Path) -> Path:
        """Make a course with this assignment alone, released by nbgrader."""
        folder = root / "source" / NAME
        folder.mkdir(parents=True)
        for name, text in self.files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return ordinary_course(root, {NAME: self.cells}, NAME)

    def submissions(self, released: Path) -> list[dict[str, Any]]:
        """Return what each learner hands in, made from the release."""
        text = (released / "release" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
        return [_filled(json.loads(text), self._all(one)) for one in self.handed_in.values()]

    def _all(self, answers: Mapping[str, str] | None) -> dict[str, str]:
        if answers is BLANK:
            return {}
        names = [one.metadata.get("nbgrader", {}) for one in self.cells]
        solution = {
            name["grade_id"]: _without_markers(one.source)
            for name, one in zip(names, self.cells, strict=True)
            if name.get("solution")
        }
        unknown = set(answers) - set(solution)
        assert not unknown, f"{self.name} has no {unknown}"
        return {**solution, **answers}


def _filled(notebook: dict[str, Any], answers: Mapping[str, str]) -> dict[str, Any]:
    for one in notebook["cells"]:
        one["source"] = answers.get(one["id"], one["source"])
    return notebook


def _without_markers(source: str) -> str:
    lines = source.splitlines()
    return "\n".join(line for line in lines if not line.strip().startswith("###"))
