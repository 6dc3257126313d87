"""An assignment with one of every kind of check, those among them that run only beside a learner's code.

Each check has a hidden part with a marker in it, in a comment, in a text and as a name.
"""

from __future__ import annotations

from typing import Any

from grading.courses import cell

SECONDS = 1
CONFIG = f"""
c = get_config()
c.CourseDirectory.course_id = "weakties"
c.Execute.timeout = {SECONDS}
"""
FIRST = "number"
"""The question whose answer cell an attack takes."""
MARKER = "marker_of_"

ANSWERS = {
    "number": "value = 42",
    "table": 'table = pd.DataFrame({"a": [1, 2, 3]})',
    "function": "def double(n):\n    return 2 * n",
    "parts": "parts = iter([1, 2, 3])",
    "power": "power = 5",
    "word": 'word = "blue"',
    "partial": "guess = 3",
    "graph": 'graph = nx.Graph([("a", "b"), ("b", "c")])',
    "saved": 'kept = "mine"',
    "class": (
        "class Account:\n"
        "    def __init__(self, amount):\n        self.amount = amount\n"
        "    def deposit(self, more):\n        self.amount += more"
    ),
    "fraction": "def half(account):\n    account.amount /= 2\n    return account",
    "patch": 'def greet():\n    print("hello")',
    "many": "def step(n):\n    return n + 1",
    "file": 'with Path("out.csv").open("a") as file:\n    file.write("a,b\\n1,2\\n")',
    "large": "large = [7] * 2_100_000",
    "nothing": "free = 1",
    "star": "root = 2.5",
    "mapped": "def half_of(n):\n    return n / 2",
    "told": 'tale = "blue"',
}
"""The instructor's answers, by the name of their question."""
CHECKS = {
    "number": ("assert value is not None, 'value is missing'", "assert value == 42, {text}"),
    "table": ("import statistics", 'assert table.equals(pd.DataFrame({{"a": [1, 2, 3]}})), {text}'),
    "function": (
        "def close(a, b):\n    return abs(a - b) < 1e-9",
        "assert [double(n) for n in range(12)] == list(range(0, 24, 2)), {text}",
    ),
    "parts": ("", "assert close(statistics.mean(parts), 2), {text}"),
    "power": ("", "assert len(str(3**power)) == 3, {text}"),
    "word": ("import re", 'assert re.fullmatch("(b+l?)+ue", word), f"{{word}} {{{text}}}"'),
    "partial": ("earned = 0.0", "earned = 2.0 if guess == 3 else 0.5 * (guess == 4)"),
    "graph": ("", 'assert sorted(graph.edges()) == [("a", "b"), ("b", "c")], {text}'),
    "saved": (
        "import tempfile\nplaces = [Path('saved.txt'), Path(tempfile.gettempdir()) / 'saved.txt']",
        (
            "assert not any(place.exists() for place in places), {text}\n"
            "for place in places:\n    place.write_text(kept)\n"
            'assert {{place.read_text() for place in places}} == {{"mine"}}, {text}'
        ),
    ),
    "class": (
        (
            "account = Account(5)\nassert account, 'there is no account'\n"
            "assert account.amount == 5, 'an account begins with its amount'"
        ),
        "account.deposit(3)\nassert account.amount == 8, {text}",
    ),
    "fraction": ("earned, halved = 0.0, half(Account(4))", "earned = 1.5 * (halved.amount == 2)"),
    "patch": (
        "from unittest.mock import patch",
        (
            'with patch("builtins.print") as printed:\n    greet()\n'
            'assert printed.call_args == (("hello",),), {text}'
        ),
    ),
    "many": (
        "import time\nbegun = time.perf_counter()",
        (
            "for n in range(25_000):\n    assert step(n) == n + 1, {text}\n"
            "assert time.perf_counter() - begun < 0.4, {text}"
        ),
    ),
    "file": ("", 'assert Path("out.csv").read_text() == "a,b\\n1,2\\n", {text}'),
    "large": ("", "assert len(large) == 2_100_000, {text}"),
    "nothing": ("", "assert free == 1, {text}"),
    "star": ("", "assert isclose(root, sqrt(6.25)), {text}"),
    "mapped": (
        "def is_right(n):\n    return half_of(n) == n / 2",
        "assert all(map(is_right, range(5))), {text}",
    ),
    "told": (
        (
            "class Said:\n    def __init__(self, text):\n        self.text = text\n"
            "    def _repr_mimebundle_(self, **_):\n"
            '        points = 2.0 * (self.text == "blue")\n'
            '        return {"text/html": f"<p>{self.text}</p>", "text/plain": str(points)}'
        ),
        "",
    ),
    "unproven": ("", "assert guessed == 17, {text}"),
}
"""What is visible of each check, and what is hidden."""
LAST_LINES = {"partial": "earned", "fraction": "earned", "told": "Said(tale)"}
POINTS = {**dict.fromkeys(CHECKS, 2.0), "nothing": 0.0, "fraction": 1.5}
INSIDE_ONLY = {"class", "fraction", "patch", "many", "file", "large"}
"""Checks whose points a learner's code can forge: they can't run apart."""


def _answer(name: str) -> Any:
    source = f"### BEGIN SOLUTION\n{ANSWERS[name]}\n### END SOLUTION"
    return cell(source, name, solution=True)


def _check(name: str) -> Any:
    visible, hidden = CHECKS[name]
    text = f"'{MARKER}{name} in a text'"
    lines = [
        visible,
        "### BEGIN HIDDEN TESTS",
        f"{MARKER}{name} = 1  # {MARKER}{name} in a comment",
        hidden.format(text=text),
        "### END HIDDEN TESTS",
        LAST_LINES.get(name, ""),
    ]
    source = "\n".join(line for line in lines if line)
    return cell(source, f"{name}-check", points=POINTS[name])


def cells() -> list[Any]:
    """Return the instructor's cells."""
    imports = (
        "from math import *\nfrom pathlib import Path\nimport networkx as nx\nimport pandas as pd"
    )
    opening = cell(imports)
    asked = [part for name in ANSWERS for part in (_answer(name), _check(name))]
    stub = cell("# YOUR CODE HERE\nraise NotImplementedError()", "unproven", solution=True)
    return [opening, *asked, stub, _check("unproven")]
