"""Handing notebooks to a scheduler."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from weakties.course import CourseError
from weakties.grading.cluster.worker import run_there
from weakties.grading.job import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from weakties.grading.job import Job, Opened
    from weakties.grading.zygote.settings import Settings

_SECONDS = 10


class NoCluster(CourseError):
    """The scheduler can't be asked; the text says why."""


class ClusterExecutor:
    """Runs notebooks on the workers of a dask.distributed scheduler.

    Parameters
    ----------
    address
        The scheduler's, such as ``tcp://10.0.0.5:8786``.
    environment
        The environment of the notebooks, beside what they always have.
    """

    apart = True
    """Whether checks run apart from a learner's code."""

    def __init__(self, address: str, environment: dict[str, str]) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise NoCluster(
                "For --cluster, install dask: pip install 'weakties[cluster]'."
            ) from None
        self._environment = environment
        self._settings: dict[str, Any] = {}
        try:
            self._client = Client(address, timeout=_SECONDS)
        except (OSError, ValueError) as error:
            raise NoCluster(
                f"No scheduler answers at {address} ({type(error).__name__})."
            ) from None

    @property
    def workers(self) -> int:
        """Return how many notebooks the workers can run at once."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def begin(self, settings: Settings, _config: object) -> dict[str, Opened]:
        """Take note of what all notebooks have in common; each runs its opening itself."""
        self._settings = replace(settings, openings={}).as_json()
        return {}

    def twice(self) -> AbstractContextManager[Callable[[Job], Outcome]]:
        """Lend what runs one notebook, each time by itself."""
        return nullcontext(self.run)

    def run(self, job: Job) -> Outcome:
        """Run a notebook on some worker and wait for what it came to."""
        future = self._client.submit(
            run_there, job.as_json(), self._settings, self._environment, pure=False, retries=2
        )
        try:
            return Outcome.from_json(future.result())
        except Exception as error:  # noqa: BLE001 - whatever a worker raised, or the loss of too many
            return Outcome(problem=f"No worker could run it: {type(error).__name__}: {error}"[:300])

    def end(self) -> None:
        """Leave the scheduler; what workers started ends with them, or serves the next run."""
        self._client.close()
