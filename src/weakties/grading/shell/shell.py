"""An IPython shell without a kernel around it; what runs in it sees a notebook."""

from __future__ import annotations

import io
import json
import sys
import time
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Any as AnyTrait
from traitlets import Type
from traitlets.config import Config

from weakties.grading.shell.compiler import OneReading, may_wait
from weakties.grading.shell.errors import places_only
from weakties.grading.shell.outputs import Outputs, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Ran:
    """What running one cell came to.

    Parameters
    ----------
    outputs
        Its outputs, in nbformat's words.
    count
        Its execution count.
    failed
        Whether it stopped with an error.
    seconds
        How long it took.
    result
        The value of its last line; only where the cell is trusted does anything read it.
    """

    outputs: list[dict[str, Any]] = field(default_factory=list)
    count: int | None = None
    failed: bool = False
    seconds: float = 0.0
    result: object = None


class _Publisher(DisplayPublisher):  # type: ignore[misc]
    """Puts what is displayed into the cell's outputs."""

    def publish(
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        source: object = None,  # noqa: ARG002
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **_more: object,
    ) -> None:
        """Add a display, or change one."""
        output = _as_json({"output_type": "display_data", "data": data, "metadata": metadata or {}})
        display_id = (transient or {}).get("display_id")
        if update and display_id:
            self.shell.outputs.update(display_id, output)
            return
        if display_id:
            output["transient"] = {"display_id": display_id}
        self.shell.outputs.add(output)

    def clear_output(self, wait: bool = False) -> None:
        """Forget the cell's outputs."""
        self.shell.outputs.clear(wait=wait)


class _Hook(DisplayHook):  # type: ignore[misc]
    """Puts the value of a cell's last line into its outputs."""

    def compute_format_data(self, result: object) -> Any:
        """Return a value in the formats that somebody looks at."""
        return self.shell.display_formatter.format(result, include=self.shell.looked_at)

    def write_output_prompt(self) -> None:
        """Print no prompt: a notebook shows none in its outputs."""

    def write_format_data(
        self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None
    ) -> None:
        """Add the value to the cell's outputs."""
        self.shell.outputs.add(
            _as_json(
                {
                    "output_type": "execute_result",
                    "execution_count": self.shell.outputs.count,
                    "data": format_dict,
                    "metadata": md_dict or {},
                }
            )
        )

    def finish_displayhook(self) -> None:
        """End the line of nothing."""

    def quiet(self) -> bool:
        """Say whether the cell ends in a semicolon, and so shows nothing."""
        # IPython reads the whole cell to find out, and hardly any line of code at the end has one.
        return ";" in _last_code_line(self.shell.source) and bool(super().quiet())


class ZMQInteractiveShell(InteractiveShell):  # type: ignore[misc]
    """The shell; libraries take it for a notebook's because of its name, and format accordingly."""

    source = ""
    looked_at: frozenset[str] | None = None
    outputs = AnyTrait()
    kernel = AnyTrait()
    display_pub_class = Type(_Publisher)
    displayhook_class = Type(_Hook)
    compiler_class = Type(OneReading)

    def init_virtualenv(self) -> None:
        """Leave the import path alone."""

    def init_io(self) -> None:
        """Leave the streams alone."""

    def enable_gui(self, gui: object = None) -> None:
        """Open no window."""

    def transform_cell(self, raw_cell: str) -> str:
        """Return a cell as Python; reading it for magic commands takes longer than running it."""
        own = len(self.input_transformers_post) + len(self.input_transformers_cleanup)
        is_long = "\n" in raw_cell.strip()  # one line alone may be a magic command without its sign
        python = _with_last_line_ended(raw_cell)
        if not (is_long and own == _FEW_TRANSFORMERS and self.compile.reads(python)):
            python = super().transform_cell(raw_cell)
        return python

    def should_run_async(
        self, raw_cell: str, *, transformed_cell: str | None = None, **more: Any
    ) -> bool:
        """Say whether a cell has to be run in an event loop."""
        if not may_wait(transformed_cell or raw_cell):
            return False
        return bool(super().should_run_async(raw_cell, transformed_cell=transformed_cell, **more))

    def _format_exception_for_storage(self, *_error: object, **_named: object) -> dict[str, Any]:
        """Keep no error for later: writing a traceback takes long, and nobody asks for it again."""
        return {}

    def _showtraceback(self, etype: type, evalue: object, stb: list[str]) -> None:
        self.outputs.add(
            {
                "output_type": "error",
                "ename": str(etype.__name__),
                "evalue": _text_of(evalue),
                "traceback": list(stb),
            }
        )


def _with_last_line_ended(source: str) -> str:
    return source if source.endswith("\n") else source + "\n"


def _last_code_line(source: str) -> str:
    """Return the last line that is neither blank nor a comment."""
    lines = (line.strip() for line in reversed(source.split("\n")))
    return next((line for line in lines if line and not line.startswith("#")), "")


_PLAIN = frozenset({"text/plain"})
_FEW_TRANSFORMERS = len(TransformerManager().cleanup_transforms)
"""So many transformers of input has a shell to which nobody has added one."""


class Shell:
    """Runs the cells of one notebook, one after the other.

    There is one for a process: IPython keeps its own state for the whole of it.
    """

    def __init__(self) -> None:
        # No history: it would be a file and a thread, and threads do not survive a fork.
        config = Config(HistoryManager={"enabled": False, "hist_file": ":memory:"})
        self._shell = ZMQInteractiveShell.instance(
            config=config, colors="neutral", kernel=SimpleNamespace(), outputs=Outputs()
        )
        self._draws = True
        # Before pyplot's own, which would draw each figure once more than anybody sees it.
        self._shell.events.register("post_execute", self._put_out_figures)

    @property
    def names(self) -> dict[str, Any]:
        """Return the notebook's variables by name."""
        names: dict[str, Any] = self._shell.user_ns
        return names

    def draw_nothing(self) -> None:
        """Make of whatever is displayed its plain text only, and of an error its places."""
        self._draws = False
        self._shell.display_formatter.active_types = [*_PLAIN]
        self._shell.looked_at = _PLAIN
        self._shell.InteractiveTB.structured_traceback = places_only(self._shell.compile)

    def _put_out_figures(self) -> None:
        inline = sys.modules.get("matplotlib_inline.backend_inline")
        if self._draws and inline is not None:
            inline.flush_figures()

    def reset(self) -> None:
        """Forget every name and start counting anew."""
        self._shell.reset(new_session=True)
        self._shell.execution_count = 1

    def run(self, source: str, compiled: str = "") -> Ran:
        """Run a cell and return what it came to.

        Parameters
        ----------
        source
            Its code.
        compiled
            The same, compiled; an empty text if nobody did that.
        """
        outputs = self._shell.outputs = Outputs(self._shell.execution_count)
        started = time.perf_counter()
        self._shell.source = source
        if compiled and not self._shell.ast_transformers:
            self._shell.compile.take(_with_last_line_ended(source), compiled)
        with _streams(outputs):
            ran = self._shell.run_cell(source, store_history=True)
        seconds = time.perf_counter() - started
        return Ran(outputs.finished(), outputs.count, not ran.success, seconds, ran.result)


@contextmanager
def _streams(outputs: Outputs) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.StringIO()
    try:
        with (
            redirect_stdout(Stream("stdout", outputs)),
            redirect_stderr(Stream("stderr", outputs)),
        ):
            yield
    finally:
        sys.stdin = before


def _as_json(output: dict[str, Any]) -> dict[str, Any]:
    """Return an output as plain JSON: bytes, such as a picture's, in base64."""
    plain: dict[str, Any] = json.loads(json.dumps(output, default=_plain))
    return plain


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        from base64 import b64encode

        return b64encode(value).decode("ascii")
    return str(value)


def _text_of(error: object) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - an error of a learner's own making may not even print
        return ""
