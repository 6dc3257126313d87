"""Notebooks whose cells and metadata were tampered with."""

from __future__ import annotations

import copy
from typing import Any

Notebook = dict[str, Any]


def _cell(notebook: Notebook, name: str) -> Any:
    return next(cell for cell in notebook["cells"] if cell.get("id") == name)


def _checks(notebook: Notebook) -> list[Any]:
    return [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade")]


def edits_checks(notebook: Notebook) -> Notebook:
    for cell in _checks(notebook):
        if cell["cell_type"] == "code":
            cell["source"] = "2.0"
    return notebook


def unlocks_checks(notebook: Notebook) -> Notebook:
    for cell in _checks(notebook)[:6]:
        cell["source"] = "2.0"
        cell["metadata"]["nbgrader"].update(locked=False, solution=True, checksum="x")
    return notebook


def raises_points(notebook: Notebook) -> Notebook:
    for cell in _checks(notebook):
        cell["metadata"]["nbgrader"]["points"] = 1000
    return notebook


def invents_a_question(notebook: Notebook) -> Notebook:
    extra = copy.deepcopy(_cell(notebook, "photo-q1-check"))
    extra["id"] = extra["metadata"]["nbgrader"]["grade_id"] = "photo-q9-check"
    extra["metadata"]["nbgrader"]["points"] = 50
    extra["source"] = "50.0"
    notebook["cells"].append(extra)
    return notebook


def claims_a_check_first(notebook: Notebook) -> Notebook:
    extra = copy.deepcopy(_cell(notebook, "photo-q1-check"))
    extra.update(id="mine", source="2.0")
    notebook["cells"].insert(0, extra)
    return notebook


def claims_every_check_many_times(notebook: Notebook) -> Notebook:
    for cell in list(_checks(notebook)):
        for number in range(20):
            extra = copy.deepcopy(cell)
            extra.update(id=f"mine-{number}-{cell['id']}", source="3.0")
            notebook["cells"].append(extra)
    return notebook


def swaps_names(notebook: Notebook) -> Notebook:
    one, other = _cell(notebook, "photo-q1-answer"), _cell(notebook, "photo-q1-check")
    names = [cell["metadata"]["nbgrader"] for cell in (one, other)]
    one["metadata"]["nbgrader"], other["metadata"]["nbgrader"] = names[1], names[0]
    other["source"] = "2.0"
    return notebook


def deletes_checks(notebook: Notebook) -> Notebook:
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in _checks(notebook)[:6]]
    return notebook


def turns_checks_into_text(notebook: Notebook) -> Notebook:
    for cell in _checks(notebook):
        cell["cell_type"] = "markdown"
        for part in ("outputs", "execution_count"):
            cell.pop(part, None)
    return notebook


def keeps_old_outputs(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [
                {"output_type": "execute_result", "data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": 1}
            ]  # fmt: skip
    return notebook


def adds_a_cell_after_the_check(notebook: Notebook) -> Notebook:
    place = notebook["cells"].index(_cell(notebook, "photo-q1-check"))
    late = {
        "cell_type": "code", "id": "late", "metadata": {}, "outputs": [], "execution_count": None,
        "source": "q.points = q.earned = 2.0\nprint(2.0)\n2.0",
    }  # fmt: skip
    notebook["cells"].insert(place + 1, late)
    return notebook


def skips_execution(notebook: Notebook) -> Notebook:
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception"]
    return notebook


def asks_for_another_kernel(notebook: Notebook) -> Notebook:
    notebook["metadata"]["kernelspec"] = {"name": "bash", "display_name": "x", "argv": ["sh"]}
    notebook["metadata"]["language_info"] = {"name": "sh"}
    return notebook


def has_strange_metadata(notebook: Notebook) -> Notebook:
    for number, cell in enumerate(notebook["cells"]):
        cell["metadata"]["nbgrader"] = [None, 7, "x", [], {"grade_id": 7}, {"grade_id": ["a"]}][
            number % 6
        ]
    return notebook


def has_an_old_schema(notebook: Notebook) -> Notebook:
    for cell in _checks(notebook):
        cell["metadata"]["nbgrader"]["schema_version"] = 0
    return notebook


def has_a_future_schema(notebook: Notebook) -> Notebook:
    for cell in _checks(notebook):
        cell["metadata"]["nbgrader"]["schema_version"] = 99
    return notebook


def has_tags_that_collide(notebook: Notebook) -> Notebook:
    """Use numbers that all have the same hash: putting them into a set takes the square of them."""
    notebook["cells"][0]["metadata"]["tags"] = [k * (2**61 - 1) for k in range(1, 100_000)]
    return notebook


def has_magic_in_many_lines(notebook: Notebook) -> Notebook:
    lines = [f"a{i} = !ls" for i in range(400)] + [f"b{i} = {i} + 1" for i in range(2000)]
    code = {"cell_type": "code", "id": "late", "metadata": {}, "outputs": []}
    notebook["cells"].append({**code, "execution_count": None, "source": "\n".join(lines)})
    return notebook


NOTEBOOKS = {
    make.__name__.replace("_", "-"): make
    for make in (
        edits_checks, unlocks_checks, raises_points, invents_a_question, claims_a_check_first,
        claims_every_check_many_times, swaps_names, deletes_checks, turns_checks_into_text,
        keeps_old_outputs, adds_a_cell_after_the_check, skips_execution, asks_for_another_kernel,
        has_strange_metadata, has_an_old_schema, has_a_future_schema, has_tags_that_collide,
        has_magic_in_many_lines,
    )
}  # fmt: skip
