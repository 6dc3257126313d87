"""What runs notebooks, by name."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from weakties.grading.job import Job, Opened, Outcome
    from weakties.grading.zygote.settings import Settings

Kind = Literal["sandbox", "kernel"]


class Executor(Protocol):
    """What runs notebooks, from any number of threads."""

    apart: bool
    """Whether checks run apart from a learner's code."""

    @property
    def workers(self) -> int:
        """Return how many notebooks it can run at once."""

    def begin(self, settings: Settings, config: Any, /) -> dict[str, Opened]:
        """Take note of what all notebooks have in common, be ready, and return what was opened."""

    def run(self, job: Job) -> Outcome:
        """Run one notebook."""

    def twice(self) -> AbstractContextManager[Callable[[Job], Outcome]]:
        """Lend what runs one notebook as `run` does, and then once more with no checks apart."""

    def end(self) -> None:
        """Leave nothing running."""


def started(kind: Kind, environment: dict[str, str], cluster: str = "") -> Executor:
    """Return an executor that has begun to start.

    Parameters
    ----------
    kind
        Which one.
    cluster
        The address of a scheduler whose workers have the sandbox, instead of this machine.
    environment
        The environment of the notebooks, beside what they always have.

    Raises
    ------
    NoSandbox
        If one is asked for on a system that has none.
    """
    if cluster:
        from weakties.grading.cluster import ClusterExecutor

        return ClusterExecutor(cluster, environment)
    if kind == "kernel":
        from weakties.grading.kernel import KernelRunner

        return KernelRunner(environment)
    from weakties.grading.zygote import NoSandbox, Zygote

    system = platform.system()
    if system != "Linux":
        raise NoSandbox(f"this is {system}")
    return Zygote(environment)
