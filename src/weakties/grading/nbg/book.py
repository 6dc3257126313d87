"""The gradebook, opened once for a whole run; a submission is saved whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    MissingEntry,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy.orm import joinedload, selectinload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STEPS = ("overwritecells", "overwritekernelspec", "saveautogrades", "latesubmissions", "getgrades")


class _HeldSession:
    """A database session whose commits wait for the end."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session, name)

    def commit(self) -> None:
        """Send what is new to the database; what changed can wait until it is saved.

        nbgrader's steps commit each cell by itself.
        """
        if self._session.new:
            self._session.flush()


class OneGradebook(Gradebook):  # type: ignore[misc]
    """A gradebook that stays open when nbgrader's steps close it, and saves when it is told to.

    What an instructor released does not change while submissions are graded: it is looked up once.
    So is what a learner handed in, for as long as it is being graded.
    """

    def __init__(self, db_url: str, course_id: str) -> None:
        super().__init__(db_url, course_id)
        self._session: Any = vars(self)["db"]
        self._session().expire_on_commit = False
        self.db: Any = _HeldSession(self._session)
        self._released: dict[Any, Any] = {}
        self._submitted: dict[Any, Any] = {}

    def find_notebook(self, name: str, assignment: str) -> Any:
        """Return a notebook of an assignment."""
        key = ("notebook", name, assignment)
        if key not in self._released:
            self._released[key] = super().find_notebook(name, assignment)
        return self._released[key]

    def find_source_cell(self, name: str, notebook: str, assignment: str) -> Any:
        """Return the source of a cell."""
        return self._cell("source_cells", name, notebook, assignment)

    def find_graded_cell(self, name: str, notebook: str, assignment: str) -> Any:
        """Return a cell that is graded."""
        try:
            return self._cell("grade_cells", name, notebook, assignment)
        except MissingEntry:
            return self._cell("task_cells", name, notebook, assignment)

    def find_grade(self, grade_cell: str, notebook: str, assignment: str, student: str) -> Any:
        """Return a learner's grade for a cell."""
        return self._row("grades", grade_cell, notebook, assignment, student)

    def find_comment(self, solution_cell: str, notebook: str, assignment: str, student: str) -> Any:
        """Return the comment on a learner's cell."""
        return self._row("comments", solution_cell, notebook, assignment, student)

    def find_submission(self, assignment: str, student: str) -> Any:
        """Return a learner's submission."""
        key = ("submission", assignment, student)
        if key not in self._submitted:
            self._submitted[key] = super().find_submission(assignment, student)
        return self._submitted[key]

    def find_submission_notebook(self, notebook: str, assignment: str, student: str) -> Any:
        """Return a notebook of a learner's submission."""
        key = ("notebook", notebook, assignment, student)
        if key not in self._submitted:
            self._submitted[key] = super().find_submission_notebook(notebook, assignment, student)
        return self._submitted[key]

    def submissions_at_hand(self, assignment: str) -> list[Any]:
        """Return everybody's submissions with their notebooks and grades, in a few queries.

        As long as they are held, nothing of them is looked up one by one.
        """
        asked = (
            self.db.query(SubmittedAssignment)
            .filter(SubmittedAssignment.assignment_id == self.find_assignment(assignment).id)
            .options(
                joinedload(SubmittedAssignment.student),
                selectinload(SubmittedAssignment.notebooks).options(
                    joinedload(SubmittedNotebook.notebook),
                    selectinload(SubmittedNotebook.grades).joinedload(Grade.cell),
                ),
            )
        )
        return list(asked)

    def close(self) -> None:
        """Stay open: who opened it calls `end`. Like a fresh session, know no sum by heart."""
        self._session.flush()
        for entry in list(self._session.identity_map.values()):
            if isinstance(entry, SubmittedAssignment | SubmittedNotebook):
                self._session.expire(entry)

    @property
    def connection(self) -> Any:
        """Return the connection whose transaction all of this is in."""
        return self._session.connection()

    def look_up_anew(self) -> None:
        """Look up again what is released, since this run itself has changed it."""
        self._session.flush()
        self._session.expire_all()
        self._released.clear()

    def save(self) -> None:
        """Save all that was done since the last time."""
        self._session.commit()
        self._forget_submissions()

    def forget(self) -> None:
        """Undo all that was done since the last time."""
        self._session.rollback()
        self._released.clear()
        self._forget_submissions()

    def end(self) -> None:
        """Close the gradebook."""
        self._session.remove()
        self.engine.dispose()

    def _cell(self, kind: str, name: str, notebook: str, assignment: str) -> Any:
        key = (kind, notebook, assignment)
        if key not in self._released:
            self._released[key] = _by_name(getattr(self.find_notebook(notebook, assignment), kind))
        return _found(self._released[key], name)

    def _row(self, kind: str, name: str, notebook: str, assignment: str, student: str) -> Any:
        key = (kind, notebook, assignment, student)
        if key not in self._submitted:
            found = self.find_submission_notebook(notebook, assignment, student)
            self._submitted[key] = _by_name(getattr(found, kind))
        return _found(self._submitted[key], name)

    def _forget_submissions(self) -> None:
        """Let go of the last submission, so that memory does not grow with their number."""
        self._submitted.clear()
        for entry in list(self._session.identity_map.values()):
            if isinstance(entry, Assignment | Notebook):
                self._session.expire(entry, ["submissions"])
            elif isinstance(entry, Student) or type(entry).__name__ in (
                "SubmittedAssignment",
                "SubmittedNotebook",
                "Grade",
                "Comment",
            ):
                self._session.expunge(entry)


def _by_name(entries: Iterable[Any]) -> dict[str, Any]:
    return {entry.name: entry for entry in entries}


def _found(entries: dict[str, Any], name: str) -> Any:
    if name not in entries:
        raise MissingEntry(f"No such entry: {name}")
    return entries[name]


@contextmanager
def opened_by_all_steps(book: OneGradebook) -> Iterator[None]:
    """Let nbgrader's own steps work on this gradebook, where each would open one of its own."""
    modules: list[Any] = [import_module(f"nbgrader.preprocessors.{name}") for name in _STEPS]
    for module in modules:
        module.Gradebook = lambda *_arguments, **_named: book
    try:
        yield
    finally:
        for module in modules:
            module.Gradebook = Gradebook
