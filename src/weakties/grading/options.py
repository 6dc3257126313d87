"""How an assignment is graded: what whoever calls for a run may choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.grading.executors import Kind
    from weakties.grading.nbg.trial import Remark
    from weakties.grading.nbg.unheard import Heard


@dataclass(frozen=True)
class Options:
    """How an assignment is graded.

    Parameters
    ----------
    learners
        Whose work; everybody's by default.
    workers
        How many submissions run at once; as many as there are processors by default.
    force
        Whether to grade again what was graded before.
    executor
        What runs the notebooks: ``"sandbox"``, or ``"kernel"``, which contains nothing.
    cluster
        The address of a dask.distributed scheduler, whose workers then run the notebooks.
    feedback
        Whether to write the learners' feedback in the same pass.
    settings
        Settings of nbgrader's for this run alone, each as ``Class.trait=value``.
    announce
        Is told how many results there will be.
    remark
        Is told what an instructor should know of a check or a setting, before anything is graded.
    """

    learners: tuple[str, ...] = ()
    workers: int | None = None
    force: bool = False
    executor: Kind = "sandbox"
    cluster: str = ""
    feedback: bool = False
    settings: tuple[str, ...] = ()
    announce: Callable[[int], object] = id
    remark: Callable[[Remark | Heard], object] = id
