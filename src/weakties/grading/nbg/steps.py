"""nbgrader's own steps on a notebook, as the course's settings name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbgrader.converters import Autograde
from nbgrader.preprocessors import CheckCellMetadata, ClearOutput, Execute, OverwriteCells
from traitlets.utils.importstring import import_item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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
        before, after = (
            list(_made(named, room.config))
            for named in (autograde.sanitize_preprocessors, autograde.autograde_preprocessors)
        )
        self._room = room
        self._autograde = autograde
        self.before = [step for step in before if not isinstance(step, _NOT_NEEDED)]
        self.after = [step for step in after if not isinstance(step, _NOT_NEEDED)]
        self.keeps_outputs = not _does(ClearOutput, before)
        self.executes = _does(Execute, after)
        self.force = bool(autograde.force)
        self.create_student = bool(autograde.create_student)
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

    def hooked_before(self, notebooks: Iterable[str]) -> list[str]:
        """Call the instructor's own function for what comes before a submission is graded."""
        return self._hooked("pre_convert_hook", self._autograde.pre_convert_hook, notebooks)

    def hooked_after(self, notebooks: Iterable[str]) -> list[str]:
        """Call the instructor's own function for what comes after a submission is graded."""
        return self._hooked("post_convert_hook", self._autograde.post_convert_hook, notebooks)

    def _hooked(
        self, name: str, hook: Callable[..., Any] | None, notebooks: Iterable[str]
    ) -> list[str]:
        """Return what kept a hook from its work: like nbgrader, grade what there is all the same."""
        if hook is None:
            return []
        try:
            hook(
                assignment=self._room.assignment,
                student=self._room.directory.student_id,
                notebooks=sorted(notebooks),
            )
        except Exception as error:  # noqa: BLE001 - an instructor's function raises what it likes
            return [f"Autograde.{name} failed: {type(error).__name__}: {error}"[:300]]
        return []


_NOT_NEEDED = (Execute, CheckCellMetadata)
"""We run the notebook ourselves; and metadata that was just restored holds what is checked there."""


def _made(named: Sequence[Any], config: Any) -> Iterator[Any]:
    for kind in named:
        step = (import_item(kind) if isinstance(kind, str) else kind)(config=config)
        if isinstance(step, OverwriteCells):
            # Without it, who deletes a check waits for a manual grade for ever.
            step.add_missing_cells = True
        yield step


def _does(kind: Any, steps: Sequence[Any]) -> bool:
    return any(isinstance(step, kind) and step.enabled for step in steps)
