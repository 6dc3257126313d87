"""nbgrader's settings that have no effect here, and why; a run names those that somebody changed.

Whatever else `nbgrader autograde` reads has its effect here too.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearOutput,
    DeduplicateIds,
    Execute,
    GetGrades,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.grading.nbg.course import Classroom

KINDS: tuple[Any, ...] = (
    AutogradeApp, CourseDirectory, Autograde, GenerateFeedback, LateSubmissionPlugin, Execute,
    AssignLatePenalties, CheckCellMetadata, ClearHiddenTests, ClearMetadataPreprocessor,
    ClearOutput, DeduplicateIds, GetGrades, IgnorePattern, LimitOutput, OverwriteCells,
    OverwriteKernelspec, SaveAutoGrades,
)  # fmt: skip
"""The classes whose settings an instructor may have changed for grading and feedback."""

_NO_HOOKS = "only Autograde's own functions are called"
_NO_KERNEL = "no kernel is started"
_NO_MESSAGES = "no messages of a kernel are waited for"
NOWHERE = {
    "AutogradeApp.logfile": "what there is to say stands in the results",
    "CourseDirectory.assignment_id": "the assignment is the one that the command names",
    "Autograde.exporter_class": "a notebook is always written",
    "GenerateFeedback.pre_convert_hook": _NO_HOOKS,
    "GenerateFeedback.post_convert_hook": _NO_HOOKS,
    "CheckCellMetadata.enabled": "metadata is restored, so there is nothing to check",
    "Execute.execute_retries": "a notebook is run once",
    "Execute.on_notebook_complete": "no function is called while a notebook runs",
    "Execute.on_notebook_error": "no function is called while a notebook runs",
    "Execute.record_timing": "the findings say how long each check took",
    "Execute.skip_cells_with_tag": "cells that carry the tag skip-execution are skipped",
    "Execute.timeout_func": "every cell has Execute.timeout",
}
"""Settings that nothing here follows, by their names, with the reason."""

CONTAINED = {
    "Execute.allow_error_names": "a notebook goes on after every error",
    "Execute.force_raise_errors": "a notebook goes on after every error",
    "Execute.error_on_timeout": "a cell whose time is up has an error of always the same words",
    "Execute.interrupt_on_timeout": "a cell whose time is up is always stopped",
    "Execute.extra_arguments": _NO_KERNEL,
    "Execute.ipython_hist_file": _NO_KERNEL,
    "Execute.kernel_manager_class": _NO_KERNEL,
    "Execute.kernel_name": "every notebook is run by this installation's Python",
    "Execute.shutdown_kernel": _NO_KERNEL,
    "Execute.startup_timeout": _NO_KERNEL,
    "Execute.iopub_timeout": _NO_MESSAGES,
    "Execute.raise_on_iopub_timeout": _NO_MESSAGES,
    "Execute.shell_timeout_interval": _NO_MESSAGES,
    "Execute.on_cell_complete": "no function is called while a notebook runs",
    "Execute.on_cell_error": "no function is called while a notebook runs",
    "Execute.on_cell_execute": "no function is called while a notebook runs",
    "Execute.on_cell_start": "no function is called while a notebook runs",
    "Execute.on_notebook_start": "no function is called while a notebook runs",
}
"""Settings that plain kernels follow and the sandbox does not."""

_NOT_RUN = (
    "notebooks are not run: the outputs that learners handed in decide about their points, "
    "and a check without an output has them all"
)


@dataclass(frozen=True)
class Heard:
    """What an instructor should know of a setting before anything is graded.

    Parameters
    ----------
    setting
        Its name, such as ``Execute.startup_timeout``.
    text
        What to know, in a sentence.
    """

    setting: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return asdict(self)


def remarks_on_settings(room: Classroom, *, contained: bool, executes: bool) -> Iterator[Heard]:
    """Yield what an instructor should know of the settings of a course.

    Parameters
    ----------
    room
        The course.
    contained
        Whether notebooks run in the sandbox.
    executes
        Whether notebooks run at all.
    """
    if not executes:
        yield Heard("Execute.enabled", f"Execute.enabled is off, so {_NOT_RUN}.")
    for name, why in {**NOWHERE, **(CONTAINED if contained else {})}.items():
        kind, _, trait = name.partition(".")
        if _is_changed(_made(kind, room), trait):
            yield Heard(name, f"{name} has no effect here: {why}.")


def _made(kind: str, room: Classroom) -> Any:
    by_name = {one.__name__: one for one in KINDS}
    return by_name[kind](config=room.config)


def _is_changed(made: Any, trait: str) -> bool:
    return bool(getattr(made, trait) != made.trait_defaults(trait))
