"""A notebook as a page: its text as it stands, its code, what it showed, and what can be run."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from weakties.authoring.site.playable import playable
from weakties.widgets.shared.fallback import NEEDS_A_KERNEL

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = "`" * 7
_RUNS = (
    ("Prediction(", "Predict", "Make your guess here"),
    ("Sketch(", "Draw", "Draw your curve here"),
    ("weakties.widgets", "Play", "Play it here"),
    (".against(", "Compare", "Compare with your guess"),
    ("look_back(", "Look back", "Look back at what you guessed"),
    ("question(", "Check", "Check it"),
    ("course_map(", "", ""),
)
"""What tells a kind of cell, what its button says at first, and what a screen reader hears."""

_STANDIN = f"<p><em>{NEEDS_A_KERNEL}</em></p>"
_ONLY_WHERE_NOTHING_RUNS = _STANDIN.replace("<p>", "<p class='wt-needs'>")
_NO_FORM = re.compile(r"<br>(No guess yet\..*?)</p>")
"""What a prediction says where it shows no form."""


def lesson_page(notebook: Any, *, before: str = "") -> str:
    """Return a notebook as Markdown for the site.

    Parameters
    ----------
    notebook
        With its stored outputs.
    before
        What stands below the title, in Markdown.
    """
    code = [(cell.id, cell.source) for cell in notebook.cells if cell.cell_type == "code"]
    runs = playable(code)
    parts = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
        elif cell.cell_type == "code":
            parts.extend(code_cell(cell, runs=cell.id in runs))
    if before:
        title, _, rest = parts[0].partition("\n")
        parts[0] = f"{title}\n\n{before}\n{rest}"
    return "\n\n".join(parts) + "\n"


def raw(html: str) -> str:
    """Return HTML as a block that Markdown leaves alone."""
    return f"{_FENCE}{{raw}} html\n{html}\n{_FENCE}"


def code_cell(cell: Any, *, runs: bool) -> Iterator[str]:
    """Yield the blocks of a code cell: what it is, its code, what it showed.

    Parameters
    ----------
    cell
        With its stored outputs.
    runs
        Whether it can be run in a reader's browser.
    """
    label = _label(cell.source) if runs else ("", "")
    shown = "".join(_shown(output) for output in cell.get("outputs", ()))
    yield raw(f"<div class='wt-cell' {_attributes(cell, label, runs=runs)}>{_fold(cell, label)}")
    if runs and cell.id.endswith("-answer"):
        yield raw(_editor(cell))
    else:
        yield f"```python\n{cell.source}\n```"
    yield raw(f"{_fold_end(cell, label)}<div class='wt-output'>{shown}</div></div>")


def _attributes(cell: Any, label: tuple[str, str], *, runs: bool) -> str:
    if not runs:
        return ""
    source = escape(cell.source, quote=True).replace("\n", "&#10;")
    button = f' data-button="{label[0]}" data-name="{label[1]}"' if label[0] else ""
    return f'data-cell="{cell.id}" data-source="{source}"{button}'


def _label(source: str) -> tuple[str, str]:
    return next(((short, long) for sign, short, long in _RUNS if sign in source), ("", ""))


def _is_folded(cell: Any, label: tuple[str, str]) -> bool:
    """Say whether the code is beside the point: where a widget is played or a card is shown."""
    return label[0] in ("Play", "Predict", "Look back") or "evidence(" in cell.source


def _fold(cell: Any, label: tuple[str, str]) -> str:
    if not _is_folded(cell, label):
        return ""
    return "<details class='wt-code'><summary>Code of this cell</summary>"


def _fold_end(cell: Any, label: tuple[str, str]) -> str:
    return "</details>" if _is_folded(cell, label) else ""


def _editor(cell: Any) -> str:
    rows = cell.source.count("\n") + 1
    return (
        f'<textarea class="wt-editor" rows="{rows}" spellcheck="false" autocapitalize="off" '
        f'aria-label="Your answer, as Python">{escape(cell.source)}</textarea>'
    )


def _shown(output: Any) -> str:
    if output.output_type == "stream":
        return f"<pre>{escape(output.text)}</pre>"
    data = output.get("data", {})
    if "text/html" not in data:
        return f"<pre>{escape(data.get('text/plain', ''))}</pre>"
    html = str(data["text/html"]).replace(_STANDIN, _ONLY_WHERE_NOTHING_RUNS)
    return _NO_FORM.sub(r"<span class='wt-needs'><br>\1</span></p>", html)
