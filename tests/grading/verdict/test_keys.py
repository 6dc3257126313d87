"""A key is taken down only if nothing of it hangs on what was answered."""

from __future__ import annotations

import json
import textwrap

import pytest

from weakties.check.reckoned import Reads
from weakties.content import content_root
from weakties.course import load_course
from weakties.grading.verdict.keys import reads_of_key

HANG_ON_ANSWERS = {"effort-q3", "message-q5"}
"""What their sentences say follows from an answer."""


def check(*lines, before="", head="def key():"):
    key = textwrap.indent("\n".join(lines), "        ")
    return f'{before}\nwith question("demo-q1", points=1) as q:\n    @q.key\n    {head}\n{key}\nq.verdict'


@pytest.mark.parametrize(
    ("lines", "reads"),
    [
        (['q.close("x", x, 2, within=0.1)'], Reads({"x": "x"})),
        (['q.close("the share", x, max(1, 2), within=0.1)'], Reads({"the share": "x"}, ("max",))),
        (["import numpy as np", 'q.equal("n", n, np.sum([1]))'], Reads({"n": "n"})),
        (
            ["for within in (1, 2):", '    q.close("x", x, 2, within=within)'],
            Reads({"x": "x"}),
        ),
        (
            [
                "def compare(name, given, right):",
                "    q.close(name, given, right, within=0.1)",
                'compare("a", a, 1)',
                'compare("b", b, 2)',
            ],
            Reads({"a": "a", "b": "b"}),
        ),
        (
            ["def some():", "    yield 2", 'q.close("x", x, next(some()), within=0.1)'],
            Reads({"x": "x"}, ("next",)),
        ),
        (
            ["def half():", "    x = 1", "    return x / 2", 'q.close("x", x, half(), within=0.1)'],
            Reads({"x": "x"}),
        ),
    ],
)
def test_a_key_that_only_hands_answers_on_can_be_taken_down(lines, reads):
    assert reads_of_key(check(*lines)) == reads


@pytest.mark.parametrize(
    "lines",
    [
        ['q.close("x", x, 2 * y, within=0.1)'],
        ['q.close("x", x, 2, within=abs(x))'],
        ["if x:", '    q.close("x", x, 2, within=0.1)'],
        ['if q.close("x", x, 2, within=0.1):', '    q.close("y", y, 2, within=0.1)'],
        ['q.close("x", x, 2, within=0.1, slips=lambda: [(2 * x, "it is double.")])'],
        ['q.close("x", x, 2, within=0.1)', 'q.close("x", y, 2, within=0.1)'],
        ["name = 'x'", "q.close(name, x, 2, within=0.1)"],
        ['q.close("x", value=x, reference=2, within=0.1)'],
        ["x = 3", 'q.close("x", x, 2, within=0.1)'],
        ["global x", 'q.close("x", x, 2, within=0.1)'],
        ["compare = q.close", 'compare("x", x, 2, within=0.1)'],
        ['q.close("x", x, globals()["y"], within=0.1)'],
        ["from random import random", 'q.close("x", x, random(), within=0.1)'],
        ["import numpy as np", 'q.close("x", x, np.random.rand(), within=0.1)'],
        ["from datetime import date", 'q.same_date("x", x, date.today())'],
        ['print("hello")', 'q.close("x", x, 2, within=0.1)'],
        ["yield", 'q.close("x", x, 2, within=0.1)'],
        ['q.number("x", x)', 'q.close("x", x, 2, within=0.1)'],
        [
            "def compare(name, given):",
            "    q.close(name, given, given + 1, within=0.1)",
            'compare("x", x)',
        ],
        [
            "def compare(name, given):",
            "    q.close(name, given, 1, within=0.1)",
            'list(map(compare, ["x"], [x]))',
        ],
    ],
)
def test_a_key_that_does_anything_else_is_not(lines):
    assert reads_of_key(check(*lines)) is None


def test_a_key_beside_which_the_cell_means_something_else_by_a_name_of_pythons_is_not():
    lines = ['q.close("x", x, max(1, 2), within=0.1)']
    assert reads_of_key(check(*lines)) is not None
    assert reads_of_key(check(*lines, before="max = min")) is None


@pytest.mark.parametrize("source", ["assert x == 2", "this is no Python", check("pass") * 2])
def test_a_cell_without_one_key_has_none_to_take_down(source):
    assert reads_of_key(source) is None


def test_nearly_every_key_of_this_course_can_be_taken_down():
    cells = {
        cell["id"]: "".join(cell["source"])
        for unit in load_course().ready
        for cell in json.loads((content_root() / unit.solution).read_text(encoding="utf-8"))[
            "cells"
        ]
        if cell["cell_type"] == "code"
    }
    keys = {name: source for name, source in cells.items() if "@q.key" in source}
    hang = {name.removesuffix("-check") for name in keys if reads_of_key(keys[name]) is None}
    assert len(keys) > 40
    assert hang == HANG_ON_ANSWERS
