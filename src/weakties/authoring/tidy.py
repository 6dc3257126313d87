"""One normal form for notebooks, so that a diff shows only what an author meant."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from weakties.authoring.ids import readable_ids
from weakties.authoring.notebooks import (
    Node,
    NotebookError,
    parse,
    places,
    text_at,
    text_of,
    write_text,
)
from weakties.authoring.source import parsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from weakties.course import Course

_KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_LANGUAGE = {"name": "python"}
_CELL_METADATA = ("deletable", "editable", "nbgrader", "tags")
_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def tidy(course: Course, slugs: Collection[str] = (), *, write: bool = True) -> tuple[str, ...]:
    """Bring notebooks to their normal form; return the paths of those that were not in it.

    Parameters
    ----------
    course
        The course whose notebooks they are.
    slugs
        The units to look at; without any, the whole course with its welcome.
    write
        Whether to write what changed, or only to name it.

    Raises
    ------
    NotebookError
        If a notebook cannot be read; nothing has been written then.
    """
    changed = {}
    for place in places(course, slugs):
        path = course.root / place.path
        if not path.exists():
            continue
        before = text_at(path)
        try:
            after = tidy_text(before, outputs=place.keeps_outputs)
        except NotebookError as error:
            raise NotebookError(f"{place.path} cannot be read. {error}") from None
        if after != before:
            changed[place.path] = after
    if write:
        for name, text in changed.items():
            write_text(course.root / name, text)
    return tuple(changed)


def tidy_text(text: str, *, outputs: bool) -> str:
    """Return a notebook's file in its normal form; see `tidied`."""
    return text_of(tidied(parse(text), outputs=outputs))


def tidied(node: Node, *, outputs: bool) -> Node:
    """Return the notebook in its normal form.

    Source, order, readable ids, tags and nbgrader's metadata stay. Generated ids become readable.
    Timestamps, the kernel's version, widget state, marks that editors leave, white space at line
    ends and empty cells at the end go. Execution counts go with the outputs, or become those of one
    run from top to bottom: nbval takes a cell that has outputs and no count for one never run.

    Parameters
    ----------
    node
        A notebook, which is left as it is.
    outputs
        Whether its outputs stay. Views of live widgets go in any case, so that a page without
        a kernel shows the picture or text stored beside them.
    """
    cells = _without_empty_tail([_tidy_cell(cell, outputs=outputs) for cell in node["cells"]])
    for cell, cell_id in zip(cells, readable_ids(cells), strict=True):
        cell["id"] = cell_id
    if outputs:
        _count_executions(cells)
    return {
        "cells": cells,
        "metadata": {"kernelspec": dict(_KERNELSPEC), "language_info": dict(_LANGUAGE)},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _count_executions(cells: list[Node]) -> None:
    executed = [cell for cell in cells if cell.get("execution_count") is not None]
    for count, cell in enumerate(executed, start=1):
        cell["execution_count"] = count
        for output in cell["outputs"]:
            if "execution_count" in output:
                output["execution_count"] = count


def _tidy_cell(cell: Node, *, outputs: bool) -> Node:
    kind = cell["cell_type"]
    source = cell["source"]
    tidy: Node = {
        "cell_type": kind,
        "id": cell.get("id", ""),
        "metadata": _tidy_metadata(cell.get("metadata", {})),
        "source": _tidy_code(source) if kind == "code" else _tidy_prose(source),
    }
    if kind == "code":
        tidy["execution_count"] = cell.get("execution_count") if outputs else None
        tidy["outputs"] = _tidy_outputs(cell.get("outputs", [])) if outputs else []
    elif cell.get("attachments"):
        tidy["attachments"] = cell["attachments"]
    return tidy


def _tidy_metadata(metadata: Node) -> Node:
    kept = {key: metadata[key] for key in _CELL_METADATA if key in metadata}
    if metadata.get("jupyter", {}).get("source_hidden"):
        kept["jupyter"] = {"source_hidden": True}
    return kept


def _tidy_code(source: str) -> str:
    """Strip line ends, unless that would reach into a text of several lines."""
    stripped = _stripped(line.rstrip(" \t") for line in _lines(source))
    before, after = parsed(source), parsed(stripped)
    if before and (after is None or ast.dump(before) != ast.dump(after)):
        return _stripped(_lines(source))
    return stripped


def _tidy_prose(source: str) -> str:
    """Strip line ends, but keep the two spaces that are a line break in Markdown."""
    lines = _lines(source)
    return _stripped(
        f"{bare}  " if bare and line.endswith("  ") and following.strip() else bare
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        for bare in [line.rstrip(" \t")]
    )


def _lines(source: str) -> list[str]:
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _stripped(lines: Iterable[str]) -> str:
    """Join lines without the blank ones at both ends."""
    kept = list(lines)
    while kept and not kept[0].strip():
        del kept[0]
    while kept and not kept[-1].strip():
        del kept[-1]
    return "\n".join(kept).rstrip(" \t")


def _tidy_outputs(outputs: list[Node]) -> list[Node]:
    tidy: list[Node] = []
    for output in outputs:
        kind = output["output_type"]
        if kind == "stream":
            if tidy and tidy[-1]["output_type"] == kind and tidy[-1]["name"] == output["name"]:
                tidy[-1]["text"] += output["text"]
            else:
                tidy.append({key: output[key] for key in ("name", "output_type", "text")})
        elif kind == "error":
            tidy.append(dict(output))
        else:
            tidy.extend(_tidy_display(output))
    return tidy


def _tidy_display(output: Node) -> list[Node]:
    """Return the display without its live view; none if nothing else was in it."""
    data = {mime: content for mime, content in output["data"].items() if mime != _WIDGET_VIEW}
    if not data:
        return []
    metadata = {mime: note for mime, note in output.get("metadata", {}).items() if mime in data}
    tidy = {"output_type": output["output_type"], "data": data, "metadata": metadata}
    return [{**tidy, "execution_count": None} if "execution_count" in output else tidy]


def _without_empty_tail(cells: list[Node]) -> list[Node]:
    while cells and not cells[-1]["source"] and "nbgrader" not in cells[-1]["metadata"]:
        cells = cells[:-1]
    return cells
