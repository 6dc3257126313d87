"""The gradebook, opened once for a whole run; a submission is saved whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from weakties.grading.nbg.loading import nbgrader_loaded

nbgrader_loaded()
from nbgrader.api import Gradebook  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEPS = ("overwritecells", "overwritekernelspec", "saveautogrades", "latesubmissions", "getgrades")


class _HeldSession:
    """A database session whose commits wait for the end."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session, name)

    def commit(self) -> None:
        """Send what changed to the database, which keeps it for itself until it is told to save."""
        self._session.flush()


class OneGradebook(Gradebook):  # type: ignore[misc]
    """A gradebook that stays open when nbgrader's steps close it, and saves when it is told to."""

    def __init__(self, db_url: str, course_id: str) -> None:
        super().__init__(db_url, course_id)
        self._session: Any = vars(self)["db"]
        self.db: Any = _HeldSession(self._session)

    def close(self) -> None:
        """Stay open: who opened it calls `end`. Like a fresh session, know nothing by heart."""
        self._session.flush()
        self._session.expire_all()

    def save(self) -> None:
        """Save all that was done since the last time."""
        self._session.commit()
        # nbgrader's steps each begin with a fresh session; so must the next submission.
        self._session.expunge_all()

    def forget(self) -> None:
        """Undo all that was done since the last time."""
        self._session.rollback()
        self._session.expunge_all()

    def end(self) -> None:
        """Close the gradebook."""
        self._session.remove()
        self.engine.dispose()


@contextmanager
def opened_by_all_steps(book: OneGradebook) -> Iterator[None]:
    """Let nbgrader's own steps work on this gradebook, where each would open one of its own."""
    modules = [import_module(f"nbgrader.preprocessors.{name}") for name in _STEPS]
    for module in modules:
        module.Gradebook = lambda *_arguments, **_named: book  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module in modules:
            module.Gradebook = Gradebook  # type: ignore[attr-defined]
