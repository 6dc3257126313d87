"""Sources without solutions: the instructor's notebook holds what learners get, and nothing else."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, given

RAISES = "# YOUR CODE HERE\nraise NotImplementedError()"


def stub(signature: str) -> str:
    """Return a function whose solution only raises; its signature is kept in the release."""
    inside = "### BEGIN SOLUTION", "raise NotImplementedError()", "### END SOLUTION"
    return "\n    ".join([signature, *inside])


ENTRIES = (
    entry(
        "square",
        answer("def square(x):\n    return x * x", stub=stub("def square(x):")),
        check("value", "from math import isclose\nassert isclose(square(1.5), 2.25)"),
        check("negative", "assert square(-2) == 4"),
        style="def square(number):\n    return number ** 2",
        types="from functools import cache\n@cache\ndef square(x):\n    return x * x",
        wrong="def square(x):\n    return x * abs(x)",
    ),
    entry(
        "cube",
        answer("def cube(x):\n    return x * square(x)", stub=stub("def cube(x):")),
        check("value", "assert isclose(cube(0.5), 0.125)\nassert cube(-2) == -8"),
        style="def cube(x):\n    return x * x * x",
        types="cube = lambda x: x ** 3",
        wrong="def cube(x):\n    return abs(x) ** 3",
    ),
    entry(
        "answer",
        answer("everything = 42", stub=RAISES),
        check("value", "assert everything == 42"),
        check("int", "assert isinstance(everything, int)"),
        style="everything = 6 * 7",
        wrong="everything = 42.0",
    ),
    entry(
        "ellipsis",
        answer("weekdays = ['Mo', 'Tu']", stub="weekdays = ..."),
        check("list", "assert isinstance(weekdays, list)"),
        check("values", "assert weekdays == ['Mo', 'Tu']"),
        style="weekdays = 'Mo Tu'.split()",
        types="class Days(list):\n    pass\nweekdays = Days(['Mo', 'Tu'])",
        wrong="weekdays = ['Mo', 'Tu', 'We']",
    ),
    entry(
        "nonestub",
        answer("def last(xs):\n    return xs[-1]", stub="def last(xs):\n    pass"),
        check("value", "assert last([1, 2]) == 2"),
        check(
            "argument",
            """
            xs = [1, 2]
            last(xs)
            assert xs == [1, 2]
            """,
        ),
        style="def last(xs):\n    *_, x = xs\n    return x",
        types="from operator import itemgetter\nlast = itemgetter(-1)",
        wrong="def last(xs):\n    return xs.pop()",
    ),
    entry(
        "animal",
        answer(
            """
            class Animal:
                def __init__(self, name):
                    self.name = name
                def speak(self):
                    return f"{self.name} speaks"
            """,
            stub=stub("class Animal:"),
        ),
        check("name", "pet = Animal('Rex')\nassert pet.name == 'Rex'"),
        check("speak", "assert pet.speak() == 'Rex speaks'"),
        style="""
            class Animal:
                def __init__(self, given_name):
                    self.name = given_name
                def speak(self):
                    return self.name + " speaks"
        """,
        types="""
            from dataclasses import dataclass
            @dataclass
            class Animal:
                name: str
                def speak(self):
                    return self.name + " speaks"
        """,
        wrong="""
            class Animal:
                def __init__(self, name):
                    self.name = name
                def speak(self):
                    print(self.name, "speaks")
        """,
    ),
    entry(
        "table",
        given("import pandas as pd\nraw = pd.DataFrame({'x': [1, 2, 3], 'y': [2, 4, 9]})"),
        answer("slope_table = raw.assign(ratio=raw.y / raw.x)", stub=RAISES),
        check("ratio", "assert slope_table['ratio'].tolist() == [2, 2, 3]"),
        check("raw", "assert list(raw.columns) == ['x', 'y']"),
        style="slope_table = raw.copy()\nslope_table['ratio'] = slope_table['y'] / slope_table['x']",
        types="slope_table = {'ratio': raw['y'] / raw['x']}",
        wrong="raw['ratio'] = raw.y / raw.x\nslope_table = raw",
        passes_blank="raw",
    ),
    entry(
        "generator",
        answer("def upto(n):\n    yield from range(n)", stub=stub("def upto(n):")),
        check("values", "assert list(upto(3)) == [0, 1, 2]"),
        check(
            "next",
            "it = iter(upto(2))\nassert (next(it), next(it), next(it, None)) == (0, 1, None)",
        ),
        style="def upto(n):\n    i = 0\n    while i < n:\n        yield i\n        i += 1",
        types="upto = range",
        wrong="def upto(n):\n    yield from range(n + 1)",
        fails="values next",
    ),
    entry(
        "raising",
        answer(
            "def positive(x):\n    if x < 0:\n        raise ValueError('negative')\n    return x",
            stub=stub("def positive(x):"),
        ),
        check("value", "assert positive(2) == 2"),
        check(
            "error",
            """
            try:
                positive(-1)
            except ValueError:
                pass
            else:
                assert False, "must raise ValueError"
            """,
        ),
        style="def positive(x):\n    if not x >= 0:\n        raise ValueError(f'{x} is negative')\n    return x",
        types="class Negative(ValueError):\n    pass\ndef positive(x):\n    if x < 0:\n        raise Negative\n    return x",
        wrong="def positive(x):\n    assert x >= 0\n    return x",
    ),
    entry(
        "twolists",
        answer(
            "def split_even(xs):\n    return [x for x in xs if x % 2 == 0], [x for x in xs if x % 2]",
            stub=stub("def split_even(xs):"),
        ),
        check(
            "both",
            "even, odd = split_even([1, 2, 3])\nassert list(even) == [2] and list(odd) == [1, 3]",
        ),
        check("types", "assert len(split_even([])) == 2"),
        style="""
            def split_even(xs):
                out = [], []
                for x in xs:
                    out[x % 2].append(x)
                return out
        """,
        types="""
            from collections import namedtuple
            Split = namedtuple("Split", "even odd")
            def split_even(xs):
                return Split(tuple(filter(lambda x: x % 2 == 0, xs)), tuple(filter(lambda x: x % 2, xs)))
        """,
        wrong="def split_even(xs):\n    return [x for x in xs if x % 2 == 1], [x for x in xs if x % 2 == 0]",
        fails="both",
    ),
)
THEME = Theme("stubs", ENTRIES)
