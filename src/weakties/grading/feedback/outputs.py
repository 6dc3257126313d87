"""What a cell put out, as HTML that runs nothing and asks for nothing."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from weakties.grading.feedback.clean import clean_html, drawing, markdown_html, picture
from weakties.grading.feedback.paths import plain_traceback, without_paths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TIMED_OUT = "CellTimeoutError"
"""The kind of error that stands below a cell whose time was up."""
_MOST_TEXT = 20_000
_LINE = re.compile(r"Cell.{0,40}?In\[\d+\].{0,40}?, line (\d+)", re.DOTALL)


def outputs_html(outputs: Sequence[Any], seconds: float | None) -> str:
    """Return all outputs of a cell.

    Parameters
    ----------
    outputs
        As nbformat keeps them.
    seconds
        How long a cell may take; ``None`` where that is not known.
    """
    if is_stopped(outputs):
        kept = [output for output in outputs if output["output_type"] != "error"]
        return _all(kept) + _stopped(outputs, seconds)
    return _all(outputs)


def is_stopped(outputs: Sequence[Any]) -> bool:
    """Say whether a cell's time was up."""
    return any(
        output["output_type"] == "error" and output.get("ename") == TIMED_OUT for output in outputs
    )


def after(seconds: float | None) -> str:
    """Return for how long a cell ran that was stopped.

    Examples
    --------
    >>> after(30.0), after(None)
    ('after 30 s', 'when its time was up')
    """
    return f"after {seconds:g} s" if seconds else "when its time was up"


def _stopped(outputs: Sequence[Any], seconds: float | None) -> str:
    from nbconvert.filters import strip_ansi

    parts = [strip_ansi(part) for one in outputs for part in one.get("traceback", ())]
    lines = [line for part in parts for line in _LINE.findall(part)]
    where = f" It was in line {lines[-1]} then." if lines else ""
    return (
        f"<p class='stopped'><strong>Stopped {after(seconds)}.</strong>{where} A loop that never "
        "ends, or too much work for one cell? Nothing after that line was run.</p>"
    )


def _all(outputs: Sequence[Any]) -> str:
    return "".join(f"<div class='output'>{shown}</div>" for shown in map(_one, outputs) if shown)


def _one(output: Any) -> str:
    kind = output["output_type"]
    if kind == "stream":
        return _plain(_text(output.get("text", "")))
    if kind == "error":
        traceback = [_text(part) for part in output.get("traceback", ())]
        return _plain(plain_traceback(traceback) or str(output.get("ename", "Error")), "error")
    return _richest(output.get("data", {}))


def _richest(data: Mapping[str, Any]) -> str:
    """Return the best form of an output that can be shown without running anything."""
    alt = _text(data.get("text/plain", ""))[:200] or "a picture"
    if "text/html" in data:
        return clean_html(without_paths(_text(data["text/html"])))
    if "image/svg+xml" in data:
        return drawing(_text(data["image/svg+xml"]))
    for kind in ("image/png", "image/jpeg", "image/gif", "image/webp"):
        if kind in data:
            return picture(kind, _text(data[kind]), without_paths(alt))
    if "text/markdown" in data:
        return markdown_html(without_paths(_text(data["text/markdown"])))
    if "text/latex" in data:
        return _plain(_text(data["text/latex"]))
    return _plain(_text(data["text/plain"])) if "text/plain" in data else ""


def _plain(text: str, kind: str = "text") -> str:
    from nbconvert.filters import strip_ansi

    text = without_paths(strip_ansi(text))
    if len(text) > _MOST_TEXT:
        text = f"{text[:_MOST_TEXT]}\n… ({len(text) - _MOST_TEXT:,} more signs)"
    if not text.strip():
        return ""
    label = "Error" if kind == "error" else "Output"
    return (
        f"<pre class='{kind}' role='group' aria-label='{label}' tabindex='0'>{escape(text)}</pre>"
    )


def _text(value: Any) -> str:
    """Return a text that nbformat may keep as a list of lines."""
    return "".join(map(str, value)) if isinstance(value, list) else str(value)
