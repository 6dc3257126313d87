"""A question rests on no method that neither its lesson nor its exercise shows.

What a key calls is looked for by name: in the lesson of its unit, and in all that the exercise says,
with the line above an answer that shows how a method is called.
"""

from __future__ import annotations

import ast
import json
import re
from functools import cache

import pytest

from weakties.authoring.markers import SOLUTION, inside
from weakties.course import load_course

COURSE = load_course()
QUESTIONS = [
    (unit.slug, question.id)
    for unit in COURSE.ready
    for question in unit.questions
    if question.graded == "auto" and unit.datasets
]
# What somebody knows who knows a little Python and has met a table.
PLAIN = {
    *("len", "sum", "min", "max", "set", "list", "dict", "int", "float", "abs", "round", "range"),
    *("sorted", "key", "reverse", "zip", "items", "values", "split", "join", "lower", "add", "get"),
    *("mean", "median", "groupby", "loc", "iloc", "index", "head", "isin", "axis", "columns"),
    *("reset_index", "set_index", "rename_axis", "set_axis", "labels", "observed", "tolist"),
    *("update", "union", "astype", "reindex", "size", "copy", "any", "all", "str", "dt"),
    *("setdefault", "append", "sort_values"),
}


@cache
def cells_of(path):
    return json.loads((COURSE.root / path).read_text("utf-8"))["cells"]


@cache
def shown(slug):
    """Return all that a learner of a unit has read before an answer."""
    unit = COURSE.unit(slug)
    cells = [*cells_of(unit.lesson), *cells_of(unit.exercise)]
    return "\n".join("".join(cell["source"]) for cell in cells)


def key_of(slug, question):
    (cell,) = (
        one for one in cells_of(COURSE.unit(slug).solution) if one["id"] == f"{question}-answer"
    )
    return inside("".join(cell["source"]), SOLUTION)


def methods_in(code):
    """Return what code calls or reads by name, and the names of arguments."""
    tree = ast.parse(code)
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    called |= {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    called |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
    return called - own


def untaught(code, read):
    words = set(re.findall(r"\w+", read))
    return sorted(methods_in(code) - PLAIN - words)


@pytest.mark.parametrize(("slug", "question"), QUESTIONS)
def test_every_method_of_a_key_is_shown_in_the_lesson_or_the_exercise(slug, question):
    assert untaught(key_of(slug, question), shown(slug)) == []


def test_a_method_that_nothing_shows_would_be_found():
    code = "import scipy\nslope = scipy.stats.theilslopes(x, y, alpha=0.9)[0]\nabs(slope)"
    assert untaught(code, "the stats of a line") == ["alpha", "theilslopes"]
