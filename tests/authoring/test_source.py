"""What a cell reads and binds, as the compiler sees it."""

from __future__ import annotations

import pytest

from weakties.authoring.source import calls, names_in, parsed, texts


@pytest.mark.parametrize(
    ("source", "reads", "binds"),
    [
        ("x = y", {"y"}, {"x"}),
        ("x += 1", {"x"}, {"x"}),
        ("def f(a, b=c):\n    d = a\n    return d + e", {"c", "e"}, {"f"}),
        ("def f():\n    global x\n    x = 1", set(), {"f", "x"}),
        ("[i for i in rows if i > low]", {"rows", "low"}, set()),
        ("f = lambda a: a + b", {"b"}, {"f"}),
        ("import numpy as np, os.path", set(), {"np", "os"}),
        ("with a as b:\n    pass", {"a"}, {"b"}),
        ("for i in r:\n    pass", {"r"}, {"i"}),
        ("class C:\n    a = 1\n    b = a + z", {"z"}, {"C"}),
        ("if (n := 3):\n    del n", set(), {"n"}),
        (
            "def outer():\n    a = 1\n    def inner():\n        return a\n    return inner",
            set(),
            {"outer"},
        ),
    ],
)
def test_names_are_the_notebooks_own_and_no_locals(
    source: str, reads: set[str], binds: set[str]
) -> None:
    names = names_in(source)

    assert names.reads - {"__name__", "__build_class__"} == reads
    assert names.binds == binds


def test_what_is_not_python_has_no_names_and_no_tree() -> None:
    assert parsed("%matplotlib inline") is None
    assert names_in("!ls") == names_in("")


def test_an_odd_escape_is_no_reason_to_warn() -> None:
    assert parsed(r"x = '\d'") is not None
    assert names_in(r"x = '\d'").binds == {"x"}


def test_calls_are_known_by_their_dotted_names() -> None:
    tree = parsed('q.number("a", a)\nload("photos")\nf()("x")')

    assert tree
    assert [(name, texts(call.args)) for name, call in calls(tree)] == [
        ("q.number", ["a"]),
        ("load", ["photos"]),
        ("", ["x"]),
        ("f", []),
    ]
