"""A graded notebook as a page for the learner who wrote it."""

from __future__ import annotations

from functools import cache, lru_cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from weakties.counted import points
from weakties.course import CourseError, load_course
from weakties.grading.feedback.clean import markdown_html
from weakties.grading.feedback.outputs import after, is_stopped, outputs_html
from weakties.grading.feedback.questions import Marked, marked_cells
from weakties.grading.report.words import number
from weakties.pages.html import page_html, report_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ALIKE = 200
"""Cells of code that are kept colored: the instructor's stand on everybody's page."""


def feedback_page(
    notebook: Any,
    assignment: str,
    name: str,
    *,
    penalty: float = 0.0,
    seconds: float | None = None,
    ground: str = "",
) -> str:
    """Return a page with everything that was handed in and what it got.

    Parameters
    ----------
    notebook
        The graded notebook, with the grades in it.
    assignment, name
        The names of the assignment and of the notebook.
    penalty
        What is subtracted because it came late.
    seconds
        How long a cell may take.
    ground
        What the points rest on, in a sentence.
    """
    marked = tuple(marked_cells(notebook))
    body = "".join(_cells(notebook.cells, marked, seconds))
    opening = (
        f"<p class='short'>{escape(_in_short(marked, penalty))}</p>{_contents(marked, penalty)}"
        f"{f'<p>{escape(ground)}</p>' if ground else ''}<h2>What you handed in</h2>{body}"
    )
    return _page(title_of(assignment, name), opening)


def failure_page(assignment: str, name: str, reason: str) -> str:
    """Return a page for somebody whose work could not be graded, with the reason and what to do.

    Parameters
    ----------
    assignment, name
        The names of the assignment and of the notebook.
    reason
        Why, in a sentence.
    """
    file = escape(f"{name}.ipynb")
    opening = (
        "<p class='short'>Your work could not be graded, so it has no points yet. That is not 0 "
        f"points.</p><p class='stopped'><strong>Why.</strong> {escape(reason)}</p>"
        "<h2>What to do</h2><ol>"
        f"<li>Open <code>{file}</code> in JupyterLab. If it does not open, take your last copy "
        "that does, or fetch the exercise again and copy your answers into it.</li>"
        "<li>Choose Kernel, Restart Kernel and Run All Cells. Mend what stops or never ends.</li>"
        f"<li>Save it, and hand <code>{file}</code> in again under this name. Ask your instructor "
        "first if the time to hand in is over.</li></ol>"
    )
    return _page(title_of(assignment, name), opening)


def title_of(assignment: str, name: str) -> str:
    """Return the heading of a page: the unit's title, or the names of assignment and notebook."""
    try:
        unit = load_course().unit(assignment)
    except (CourseError, FileNotFoundError):
        both = assignment if assignment == name else f"{assignment} · {name}"
        return f"Feedback: {both}"
    return f"Feedback: {unit.title}"


def _page(title: str, opening: str) -> str:
    styled = f"<style>{_style()}</style><div class='feedback'>{opening}</div>"
    return page_html(title, report_html(title, styled, ()), pictures=True)


@cache
def _style() -> str:
    return files("weakties.grading.feedback").joinpath("feedback.css").read_text(encoding="utf-8")


def _in_short(marked: Sequence[Marked], penalty: float) -> str:
    """Return the total of what is graded, and how much still waits."""
    known = [one for one in marked if one.points is not None]
    waiting = sum(one.most for one in marked if one.points is None)
    if not known:
        return "Nothing of this is graded yet." if marked else "Nothing in this notebook is graded."
    earned = max(0.0, sum(one.points or 0.0 for one in known) - penalty)
    most = sum(one.most for one in known)
    so_far = " so far" if waiting else ""
    said = [f"{points(earned, most)}{so_far}."]
    if waiting:
        verb = "point still waits" if waiting == 1 else "points still wait"
        said.append(f"{number(waiting)} {verb} for a person to read your work.")
    return " ".join(said)


def _contents(marked: Sequence[Marked], penalty: float) -> str:
    rows = "".join(
        f"<tr><th scope='row'><a href='#cell-{one.place}'>{escape(one.label)}</a></th>"
        f"<td>{escape(one.standing)}{' · with a comment' if one.comment else ''}</td></tr>"
        for one in marked
    )
    if penalty:
        rows += (
            f"<tr><th scope='row'>Subtracted for coming late</th><td>{number(penalty)}</td></tr>"
        )
    if not rows:
        return ""
    return (
        "<nav aria-label='Questions'><table><caption>Your questions</caption><thead><tr>"
        "<th scope='col'>Question</th><th scope='col'>What it got</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></nav>"
    )


def _cells(cells: Sequence[Any], marked: Sequence[Marked], seconds: float | None) -> Iterator[str]:
    by_place = {one.place: one for one in marked}
    stopped = False
    for place, cell in enumerate(cells):
        known = cell.metadata.get("nbgrader") or {}
        mark = by_place.get(place)
        if cell.cell_type == "code" and not (mark and mark.is_check):
            stopped = is_stopped(cell.outputs) or (stopped and not known.get("solution"))
        lost = bool(mark and mark.is_check and stopped and mark.points != mark.most)
        inner = _content(cell, mark, seconds) + (_answer_stopped(seconds) if lost else "")
        yield _framed(place, inner, mark, known)


def _content(cell: Any, mark: Marked | None, seconds: float | None) -> str:
    if cell.cell_type == "markdown":
        return markdown_html(cell.source, cell.get("attachments"))
    if cell.cell_type != "code":
        return f"<pre>{escape(cell.source)}</pre>" if cell.source.strip() else ""
    shown = outputs_html(cell.outputs, seconds)
    code = _code(cell.source) if cell.source.strip() else ""
    if mark and mark.is_check:
        return f"{shown}<details><summary>The check's code</summary>{code}</details>"
    return code + shown


def _framed(place: int, inner: str, mark: Marked | None, known: Any) -> str:
    if not inner:
        return ""
    if mark:
        heading = (
            f"<p class='mark'><strong>{escape(mark.label)}</strong> "
            f"<span>{escape(mark.standing)}</span></p>"
        )
        kind = "check" if mark.is_check else "answer"
        return (
            f"<div class='cell {kind}' id='cell-{place}'>{heading}{inner}"
            f"{_comment(mark.comment)}</div>"
        )
    if known.get("solution"):
        comment = _comment(str(known.get("comment") or ""))
        return f"<div class='cell answer'><p class='mark'><strong>Your answer</strong></p>{inner}{comment}</div>"
    return f"<div class='cell'>{inner}</div>"


def _comment(text: str) -> str:
    if not text:
        return ""
    return f"<div class='comment'><p><strong>Comment</strong></p>{markdown_html(text)}</div>"


def _answer_stopped(seconds: float | None) -> str:
    return (
        f"<p class='stopped'><strong>Your answer was stopped {after(seconds)}</strong>, so this "
        "check did not find all that it looks for.</p>"
    )


@lru_cache(maxsize=_ALIKE)
def _code(source: str) -> str:
    from pygments import highlight

    colored = highlight(source, *_colors())
    return f"<pre class='code' role='group' aria-label='Code' tabindex='0'><code>{colored}</code></pre>"


@cache
def _colors() -> tuple[Any, Any]:
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    return PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)
