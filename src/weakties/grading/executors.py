"""What runs notebooks, by name."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from weakties.grading.job import Job, Outcome
    from weakties.grading.zygote.settings import Settings

Kind = Literal["sandbox", "kernel"]


class Executor(Protocol):
    """What runs notebooks, from any number of threads."""

    apart: bool
    """Whether checks run apart from a learner's code."""

    def begin(self, settings: Settings, config: Any, /) -> None:
        """Take note of what all notebooks have in common, and be ready."""

    def run(self, job: Job) -> Outcome:
        """Run one notebook."""

    def end(self) -> None:
        """Leave nothing running."""


def started(kind: Kind, environment: dict[str, str]) -> Executor:
    """Return an executor that has begun to start.

    Parameters
    ----------
    kind
        Which one.
    environment
        The environment of the notebooks, beside what they always have.

    Raises
    ------
    NoSandbox
        If one is asked for on a system that has none.
    """
    if kind == "kernel":
        from weakties.grading.kernel import KernelRunner

        return KernelRunner(environment)
    from weakties.grading.zygote import NoSandbox, Zygote

    system = platform.system()
    if system != "Linux":
        raise NoSandbox(f"this is {system}")
    return Zygote(environment)


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
