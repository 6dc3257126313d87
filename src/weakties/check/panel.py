"""How a verdict, a hint or a solution is shown: one tidy panel, or a few lines of text.

Styles stand in the elements themselves, in JupyterLab's own theme variables with fallbacks, so
that the panel follows light and dark and survives in an HTML export without a stylesheet.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from weakties.check.together import together
from weakties.check.verdict import Finding, Kind, State, Verdict
from weakties.counted import points
from weakties.markup import with_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from weakties.check.beside import Beside

_MARKS = {State.NOT_ATTEMPTED: "○", State.NOT_YET: "△", State.ERROR: "✕", State.DONE: "✓"}
# Okabe-Ito; each stands beside its mark and its word, never alone.
_COLORS = {
    State.NOT_ATTEMPTED: "#767676",
    State.NOT_YET: "#e69f00",
    State.ERROR: "#d55e00",
    State.DONE: "#009e73",
}
_FINDING_MARKS = {
    Kind.FINE: "✓",
    Kind.BLANK: "○",
    Kind.WAITS: "○",
    Kind.FORM: "△",
    Kind.VALUE: "△",
    Kind.ERROR: "✕",
}
_BOX = (
    "border:1px solid var(--jp-border-color1,#bdbdbd);border-left:6px solid {color};"
    "border-radius:4px;padding:.6em .9em;margin:.3em 0;max-width:46em;"
    "color:var(--jp-content-font-color1,#212121);background:var(--jp-layout-color1,#fff);"
    "font-family:var(--jp-content-font-family,system-ui,sans-serif);line-height:1.45"
)
_SUMMARY = "cursor:pointer;min-height:24px;font-weight:600"
_LINK = (
    "display:inline-block;padding:.5em 1em;border-radius:4px;background:#005a8c;color:#fff;"
    "font-weight:600;text-decoration:none"
)
_BUTTON = (
    "min-height:44px;padding:.4em 1em;border:1px solid currentColor;border-radius:4px;"
    "background:transparent;color:inherit;font:inherit;cursor:pointer"
)
# JupyterLab takes keys from all that is not a text field, unless the element asks it not to.
_KEYS = "data-lm-suppress-shortcuts='true'"
LAST_TIME = "Show what I got last time"
_SMALL = "margin:.3em 0 0;font-size:.85em;color:var(--jp-content-font-color2,#595959)"


@dataclass(frozen=True)
class Note:
    """A heading with paragraphs and perhaps some code: a hint or a solution."""

    heading: str
    paragraphs: tuple[str, ...]
    code: str = ""
    color: str = "#0072b2"

    def __str__(self) -> str:
        """Return the note as plain text."""
        lines = [self.heading, *(_wrapped(text) for text in self.paragraphs)]
        return "\n".join([*lines, textwrap.indent(self.code, "    ")] if self.code else lines)

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        paragraphs = "".join(
            f"<p style='margin:.3em 0'>{with_code(p)}</p>" for p in self.paragraphs
        )
        code = f"<pre style='margin:.4em 0;overflow:auto'><code>{escape(self.code)}</code></pre>"
        return {
            "text/html": _box(self.heading, paragraphs + (code if self.code else ""), self.color),
            "text/plain": str(self),
        }


@dataclass(frozen=True, repr=False)
class Panel(Verdict):
    """A verdict that shows itself: as HTML, as text, and under nbgrader as its points.

    Parameters
    ----------
    beside
        What to show beside it in a learner's own folder.
    """

    beside: Beside | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the verdict as a few lines of plain text."""
        return "\n".join([as_text(self), *_beside_as_text(self.beside)])

    __repr__ = __str__

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, **_options: object
    ) -> dict[str, str]:
        # nbgrader reads partial credit from a text/plain that is one bare number and nothing else.
        bundle = {"text/plain": str(float(self.earned)) if in_kernel() else str(self)}
        if include is None or "text/html" in include:
            bundle["text/html"] = as_html(self, self.beside)
        return bundle


def as_html(verdict: Verdict, beside: Beside | None = None) -> str:
    """Return a verdict as one panel of HTML."""
    body = _items(verdict.findings) + "".join(
        f"<p style='margin:.3em 0'>{with_code(line)}</p>" for line in _closing(verdict)
    )
    body += _beside_as_html(beside, verdict) if beside else ""
    if verdict.edition:
        body += f"<p style='{_SMALL}'>edition {escape(verdict.edition)}</p>"
    return _box(_headline(verdict), body, _COLORS[verdict.state])


def as_text(verdict: Verdict) -> str:
    """Return a verdict as plain text, wrapped at 88 characters."""
    lines = [
        _headline(verdict),
        *(_wrapped(f"{_FINDING_MARKS[f.kind]} {f.message}") for f in together(verdict.findings)),
        *(_wrapped(line) for line in _closing(verdict)),
    ]
    return "\n".join(lines)


def _beside_as_html(beside: Beside, verdict: Verdict) -> str:
    parts = [_buttons(verdict)]
    if beside.offered:
        heading, text = beside.offered
        parts.append(_folded(heading, f"<p style='margin:.3em 0'>{with_code(text)}</p>"))
    if last := beside.last_time:
        parts.append(_folded(f"{LAST_TIME} ({last.when}, {last.points})", _items(last.findings)))
    if beside.next_link:
        parts.append(
            f"<p style='margin:.5em 0 .3em'><a href='{escape(beside.next_link, quote=True)}' "
            f"{_KEYS} style='{_LINK}'>{escape(beside.next_words)}</a></p>"
        )
    small = filter(None, (beside.so_far, beside.note))
    return "".join([*parts, *(f"<p style='{_SMALL}'>{escape(words)}</p>" for words in small)])


def _buttons(verdict: Verdict) -> str:
    """Return buttons for help; they are hidden where nothing listens to them.

    Who listens: ``workshop/jupyter/share/labextensions/weakties``.
    """
    offered = {"hint": "A hint", "solution": "A worked answer"}
    if verdict.state is State.DONE:
        offered = {"solution": "Another way to answer it"}
    question = escape(verdict.question, quote=True)
    buttons = "".join(
        f"<button type='button' data-weakties-help='{what}' data-question='{question}' {_KEYS} "
        f"style='{_BUTTON}'>{words}</button>"
        for what, words in offered.items()
    )
    return (
        "<div class='weakties-help' style='display:none;flex-wrap:wrap;gap:.5em;margin:.5em 0'>"
        f"{buttons}</div><div class='weakties-helped' role='status'></div>"
    )


def _beside_as_text(beside: Beside | None) -> Iterable[str]:
    if beside is None:
        return
    if beside.offered:
        yield _wrapped(": ".join(beside.offered))
    for line in filter(None, (beside.next_words, beside.so_far, beside.note)):
        yield _wrapped(line)


def _folded(summary: str, body: str) -> str:
    return (
        f"<details style='margin:.4em 0'><summary {_KEYS} style='{_SUMMARY}'>{escape(summary)}</summary>"
        f"{body}</details>"
    )


def _items(findings: Sequence[Finding]) -> str:
    items = "".join(
        f"<li style='margin:.25em 0'>{_item_mark(finding)}{with_code(finding.message)}</li>"
        for finding in together(findings)
    )
    return f"<ul style='margin:.3em 0;padding:0;list-style:none'>{items}</ul>"


def in_kernel() -> bool:
    """Say whether a notebook kernel, rather than a terminal, shows what is displayed."""
    import sys

    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell is not None and hasattr(shell, "kernel")


def _headline(verdict: Verdict) -> str:
    title = f"{verdict.question} · {verdict.title}" if verdict.title else verdict.question
    state = f"{_MARKS[verdict.state]} {verdict.state.value}"
    if verdict.state is State.DONE and not verdict.compared:
        return f"{state}, ready to hand in: {title}"
    if not verdict.compared:
        return f"{state}: {title}"
    return f"{state}: {title} · {points(verdict.earned, verdict.points)}"


def _closing(verdict: Verdict) -> Iterable[str]:
    if verdict.state is State.DONE and not verdict.compared:
        yield "The form is right. The value itself is compared when your work is graded."
    elif verdict.state is State.DONE and verdict.meaning:
        yield f"What it means: {verdict.meaning}"
    elif verdict.state in (State.NOT_ATTEMPTED, State.NOT_YET, State.ERROR):
        # In a notebook `q` is the question whose check ran last, and that may be another one by then.
        number = verdict.question.rpartition("-q")[2]
        asked = f"q.hint({number})" if number.isdecimal() else "q.hint()"
        yield f"Stuck? Run `{asked}` in a new cell for one step of help."


def _item_mark(finding: Finding) -> str:
    return f"<span aria-hidden='true'>{_FINDING_MARKS[finding.kind]}</span> "


def _box(heading: str, body: str, color: str) -> str:
    return (
        f"<section aria-label='{escape(heading, quote=True)}' style='{_BOX.format(color=color)}'>"
        f"<strong>{escape(heading)}</strong>{body}</section>"
    )


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 88, subsequent_indent="  ")
