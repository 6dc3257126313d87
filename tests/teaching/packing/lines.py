"""The lines that no learner may be given, and those of them that something holds."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.check.key import HIDDEN, SOLUTION, between
from weakties.course import load_course

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[3]
_SHORT = 25
"""A shorter line, such as a bracket or a name, gives nothing away."""
_COMMON = ("from ", "import ", "warnings.")


@cache
def secret_lines() -> dict[str, str]:
    """Return every line of solutions, hidden checks, catalogued answers and facilitation; and its kind."""
    found: dict[str, str] = {}
    for unit in load_course().ready:
        cells = sources(ROOT / unit.solution)
        for kind, markers in (("hidden", HIDDEN), ("solution", SOLUTION)):
            for cell in cells:
                found |= dict.fromkeys(_told(between(cell, markers) or ""), kind)
        facilitation = ROOT / "course" / unit.slug / "facilitate.md"
        catalogue = ROOT / "tests" / "answers" / f"{unit.slug}.py"
        for kind, path in (("facilitation", facilitation), ("answers", catalogue)):
            for line in _told(path.read_text(encoding="utf-8")):
                found.setdefault(line, kind)
    given = set(_given())
    return {line: kind for line, kind in found.items() if line not in given}


def held(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the secret lines that some files hold, and where."""
    secret, found = secret_lines(), {}
    for name, data in files.items():
        if name.endswith((".py", ".md", ".ipynb", ".toml", ".json", ".txt", ".js")):
            lines = _lines(name, data.decode("utf-8"))
            found |= {line: name for line in lines if line in secret}
    return found


def sources(path: Path) -> list[str]:
    """Return the texts of a notebook's cells."""
    return _cells(path.read_text(encoding="utf-8"))


def _cells(text: str) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(text)["cells"]]


def _lines(name: str, text: str) -> set[str]:
    whole = "\n".join(_cells(text)) if name.endswith(".ipynb") else text
    return {line.strip() for line in whole.splitlines()}


def _told(text: str) -> Iterator[str]:
    for line in map(str.strip, text.splitlines()):
        if len(line) >= _SHORT and not line.startswith(_COMMON):
            yield line


def _given() -> Iterator[str]:
    """Yield what learners are given on purpose: lessons, exercises, and the field's measures."""
    for unit in load_course().ready:
        for path in (unit.lesson, unit.exercise):
            yield from _lines(path, (ROOT / path).read_text(encoding="utf-8"))
    for path in (ROOT / "src" / "weakties" / "measures").glob("*.py"):
        yield from _lines(path.name, path.read_text(encoding="utf-8"))
