"""Running one notebook in a plain kernel."""

from __future__ import annotations

import ast
import asyncio
import os
from contextlib import contextmanager, nullcontext
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from weakties.grading.hindrance import hindrance
from weakties.grading.job import CellRun, Outcome
from weakties.grading.kernel.told import expression, heard
from weakties.grading.processors import processors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from weakties.grading.job import Job, Opened
    from weakties.grading.zygote.settings import Settings

Said = tuple[dict[str, Any], dict[str, str]]
_PATIENCE = 10
_ENVIRONMENT = {"NBGRADER_EXECUTION": "autograde", "WEAKTIES_SOLUTIONS": "off"}


class KernelRunner:
    """Runs notebooks in plain kernels, with nbgrader's own step.

    Parameters
    ----------
    environment
        The environment of the kernels, beside this process's own.
    """

    apart = False
    """Whether checks run apart from a learner's code."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._config: Any = None
        self._environment = {**os.environ, **_ENVIRONMENT, **environment}
        self._kernels: set[Any] = set()
        self._is_over = False

    def begin(self, _settings: Settings, config: Any) -> dict[str, Opened]:
        """Take note of nbgrader's settings."""
        self._config = config
        return {}

    @property
    def workers(self) -> int:
        """Return how many notebooks it can run at once: one for each processor."""
        return processors()

    def end(self) -> None:
        """End the kernels of notebooks that still run, if somebody ended the run half-way."""
        self._is_over = True
        for kernel in tuple(self._kernels):
            kernel.kill()

    def twice(self) -> AbstractContextManager[Callable[[Job], Outcome]]:
        """Lend what runs one notebook, each time by itself."""
        return nullcontext(self.run)

    def run(self, job: Job) -> Outcome:
        """Run a notebook and wait for what it came to."""
        from nbclient.exceptions import DeadKernelError
        from nbgrader.preprocessors.execute import UnresponsiveKernelError

        notebook = _notebook(job)
        try:
            with TemporaryDirectory(prefix="kernel-") as sockets:
                said = asyncio.run(self._execute(notebook, job, sockets))
        except DeadKernelError:
            return Outcome(problem="The submission was stopped: its kernel died.")
        except UnresponsiveKernelError:
            return Outcome(problem="The submission was stopped: it could not be interrupted.")
        except Exception as error:
            if hindrance(error):
                raise
            return Outcome(problem=f"Its kernel failed: {type(error).__name__}: {error}"[:300])
        cells = {}
        for step, cell, (verdict, values) in zip(job.steps, notebook.cells, said, strict=True):
            cells[step.cell] = CellRun(
                [dict(output) for output in cell.outputs],
                cell.execution_count,
                _seconds(cell),
                verdict=verdict,
                values=values,
            )
        return Outcome(cells)

    async def _execute(self, notebook: Any, job: Job, sockets: str) -> list[Said]:
        """Run all cells; return what each check said and was given, and nothing for other cells."""
        from nbgrader.preprocessors import Execute
        from traitlets.config import Config

        config = Config(self._config)
        if os.name == "posix":
            # Two kernels that start at once now and then choose the same port; files have no ports.
            config.KernelManager.transport = "ipc"
            config.KernelManager.ip = f"{sockets}/socket"
        execute = Execute(config=config, timeout=round(job.limits.cell_seconds), record_timing=True)
        execute.nb = notebook
        execute.reset_execution_trackers()
        execute.resources = {"metadata": {"path": job.files or None}}
        async with execute.async_setup_kernel(env=self._environment):
            with self._known(execute.km.provisioner.process):
                said = []
                for number, (step, cell) in enumerate(zip(job.steps, notebook.cells, strict=True)):
                    await execute.async_execute_cell(cell, number)
                    asked = expression(cell.execution_count, step.wants) if step.grade_id else ""
                    said.append(await _said(execute.kc, asked))
                return said

    @contextmanager
    def _known(self, kernel: Any) -> Iterator[None]:
        """Let `end` know of a kernel's process as long as it works."""
        self._kernels.add(kernel)
        try:
            if self._is_over:
                kernel.kill()
            yield
        finally:
            self._kernels.discard(kernel)


async def _said(kernel: Any, asked: str) -> Said:
    if not asked:
        return {}, {}
    try:
        reply = await kernel.execute_interactive(
            "",
            silent=True,
            store_history=False,
            user_expressions={"told": asked},
            allow_stdin=False,
            timeout=_PATIENCE,
            output_hook=lambda _message: None,
        )
        return heard(
            ast.literal_eval(reply["content"]["user_expressions"]["told"]["data"]["text/plain"])
        )
    except (TimeoutError, KeyError, SyntaxError, ValueError):
        return {}, {}


def _notebook(job: Job) -> Any:
    from nbformat.v4 import new_code_cell, new_notebook

    return new_notebook(cells=[new_code_cell(step.source) for step in job.steps])


def _seconds(cell: Any) -> float:
    from datetime import datetime

    times = cell.metadata.get("execution", {})
    try:
        began, ended = (
            datetime.fromisoformat(times[f"iopub.{word}"])
            for word in ("execute_input", "status.idle")
        )
    except (KeyError, ValueError):
        return 0.0
    return (ended - began).total_seconds()
