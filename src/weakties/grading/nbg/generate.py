"""nbgrader's own generate_assignment, with the reason in a sentence where it refuses."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.schema import schema_version_known

if TYPE_CHECKING:
    from types import TracebackType


class NotGenerated(ValueError):
    """A source that nbgrader can't release.

    Parameters
    ----------
    reason
        Why, without a full stop.
    cell
        The id of the cell that it stopped at; empty where that is not known.
    """

    def __init__(self, reason: str, cell: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.cell = cell


def generate(config: Any) -> None:
    """Write the release of an assignment, and its cells into the gradebook.

    Parameters
    ----------
    config
        nbgrader's settings; they name the assignment, the folders and the gradebook.

    Raises
    ------
    NotGenerated
        If nbgrader refuses the source.
    """
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException
    from nbgrader.coursedir import CourseDirectory

    converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
    causes = _Causes(logging.ERROR)
    converter.log.addHandler(causes)
    try:
        with schema_version_known():
            converter.start()
    except NbGraderException as error:
        raise _refusal(causes.first or error) from None
    finally:
        converter.log.removeHandler(causes)


class _Causes(logging.Handler):
    """Keep the exception that nbgrader was handling when it wrote an error to its log.

    The one that it raises in the end only says that the log holds the reason.
    """

    first: BaseException | None = None

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self.first = self.first or sys.exc_info()[1]


def _refusal(cause: BaseException) -> NotGenerated:
    first = cause
    while first.__context__:
        first = first.__context__
    reason = str(first).strip().partition("\n")[0].rstrip(".;")
    return NotGenerated(reason, _cell_at(first.__traceback__))


def _cell_at(traceback: TracebackType | None) -> str:
    """Return the id of the cell that nbgrader was working on."""
    found = ""
    while traceback:
        cell = traceback.tb_frame.f_locals.get("cell")
        found = cell.get("id", found) if isinstance(cell, dict) else found
        traceback = traceback.tb_next
    return found
