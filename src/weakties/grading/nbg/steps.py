"""nbgrader's own steps on a notebook, as the course's settings name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbgrader.converters import Autograde
from nbgrader.preprocessors import CheckCellMetadata, Execute, OverwriteCells
from traitlets.utils.importstring import import_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.grading.nbg.course import Classroom


class Steps:
    """The steps before and after a notebook is run.

    Parameters
    ----------
    room
        Whose settings they follow.
    """

    def __init__(self, room: Classroom) -> None:
        # Who wrote a plain nbgrader configuration gets nbgrader's own steps.
        autograde = Autograde(coursedir=room.directory, config=room.config)
        self._room = room
        self.before = _made(autograde.sanitize_preprocessors, room.config)
        self.after = _made(autograde.autograde_preprocessors, room.config)
        self.excluded = frozenset(autograde.exclude_overwriting.get(room.assignment, ()))
        self.permissions = int(str(autograde.permissions), 8)
        self.cell_seconds = float(Execute(config=room.config).timeout or 24 * 3600)

    def applied(self, steps: Sequence[Any], notebook: Any, name: str, learner: str) -> Any:
        """Return the notebook after some steps."""
        resources = {
            "unique_key": name,
            "output_files_dir": f"{name}_files",
            "metadata": {"name": name},
            "nbgrader": {
                "student": learner,
                "assignment": self._room.assignment,
                "notebook": name,
                "db_url": self._room.directory.db_url,
            },
        }
        for step in steps:
            notebook, resources = step(notebook, resources)
        return notebook


_NOT_NEEDED = (Execute, CheckCellMetadata)
"""We run the notebook ourselves; and metadata that was just restored holds what is checked there."""


def _made(named: Sequence[Any], config: Any) -> list[Any]:
    kinds = [import_item(kind) if isinstance(kind, str) else kind for kind in named]
    made = [kind(config=config) for kind in kinds if not issubclass(kind, _NOT_NEEDED)]
    for step in made:
        if isinstance(step, OverwriteCells):
            # Without it, who deletes a check waits for a manual grade for ever.
            step.add_missing_cells = True
    return made
