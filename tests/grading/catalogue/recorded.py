"""What nbgrader gave for the themes of the catalogue when it was last asked.

It takes nbgrader minutes, and what it gives follows from the notebooks that are made of a theme, from
the settings and from the packages that are installed. So it is written down with a digest of all of
these, and asked again when any has changed.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grading.catalogue.course import notebook_cells
from grading.catalogue.entry import LEARNERS
from grading.catalogue.rows import PATIENTLY
from grading.courses import PLAIN_CONFIG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grading.catalogue.entry import Theme
    from grading.rows import Row

FOLDER = Path(__file__).with_suffix("")
LOCK = Path(__file__).parents[3] / "requirements.lock"
AGAIN = "PYTHONPATH=tests python -m grading.catalogue --record"
"""The command that asks nbgrader anew, and writes down what it gives."""


def basis_of(theme: Theme) -> str:
    """Return a digest of all that nbgrader's marks of a theme follow from."""
    python = "{}.{}".format(*sys.version_info)
    # A cell that is not graded has an id by chance.
    cells = [{**cell, "id": ""} for cell in notebook_cells(theme)]
    settings = repr((LEARNERS, PLAIN_CONFIG, PATIENTLY))
    made = json.dumps(cells, sort_keys=True)
    told = "\n".join([repr(theme), made, settings, python, LOCK.read_text("utf-8")])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def record(theme: Theme, rows: Mapping[Row, Row]) -> None:
    """Write down what nbgrader gave."""
    FOLDER.mkdir(exist_ok=True)
    # A line for each row, so that a change shows which.
    lines = ",\n".join(json.dumps([key, row]) for key, row in sorted(rows.items()))
    text = f'{{"basis": "{basis_of(theme)}", "rows": [\n{lines}\n]}}\n'
    _path_of(theme).write_text(text, encoding="utf-8")


def recorded_basis(theme: Theme) -> str:
    """Return of what the record is, or nothing where there is none."""
    return str(_read(theme)["basis"]) if _path_of(theme).is_file() else ""


def recorded(theme: Theme) -> dict[Row, Row]:
    """Return what nbgrader gave."""
    return {tuple(key): tuple(row) for key, row in _read(theme)["rows"]}


def _read(theme: Theme) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(_path_of(theme).read_text("utf-8"))
    return read


def _path_of(theme: Theme) -> Path:
    return FOLDER / f"{theme.name}.json"
