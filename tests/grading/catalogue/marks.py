"""How points are given: partial credit, several checks, none at all, a person's; and how much is said."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, by_hand, check, entry

ENTRIES = (
    entry(
        "partial",
        answer("def triple(n):\n    return 3 * n"),
        check(
            "parts",
            """
            score = 0
            if triple(2) == 6:
                score += 1
            if triple("a") == "aaa":
                score += 0.5
            if triple(-1) == -3:
                score += 0.5
            score
            """,
            2,
        ),
        style="def triple(n):\n    return n + n + n",
        types="from functools import partial\nfrom operator import mul\ntriple = partial(mul, 3)",
        wrong="def triple(n):\n    return abs(3 * n) if isinstance(n, int) else 3 * n",
    ),
    entry(
        "share",
        answer("capitals = {'France': 'Paris', 'Italy': 'Rome', 'Spain': 'Madrid'}"),
        check(
            "share",
            """
            right = {'France': 'Paris', 'Italy': 'Rome', 'Spain': 'Madrid'}
            3 * sum(capitals.get(k) == v for k, v in right.items()) / len(right)
            """,
            3,
        ),
        style="capitals = dict(France='Paris', Italy='Rome', Spain='Madrid')",
        types="from types import MappingProxyType\ncapitals = MappingProxyType({'Spain': 'Madrid', 'Italy': 'Rome', 'France': 'Paris'})",
        wrong="capitals = {'France': 'Paris', 'Italy': 'Milan', 'Spain': 'Madrid'}",
    ),
    entry(
        "caught",
        answer(
            "def root(x):\n    if x < 0:\n        raise ValueError('negative')\n    return x ** 0.5"
        ),
        check(
            "points",
            """
            got = 0
            try:
                assert root(9) == 3
                got += 1
            except Exception as error:
                print("root(9):", error)
            try:
                root(-1)
                print("root(-1) must raise ValueError")
            except ValueError:
                got += 1
            except Exception as error:
                print("root(-1):", error)
            got
            """,
            2,
        ),
        style="import math\ndef root(x):\n    return math.sqrt(x)",
        types="from math import sqrt as root",
        wrong="def root(x):\n    return x ** 0.5",
    ),
    entry(
        "practice",
        answer("class P:\n    def __init__(self, x):\n        self.x = x"),
        check("nothing", 'assert P(2).x == 2\nprint("well done")', 0),
        check("one", "three, four = P(3), P(4)\nassert three.x + four.x == 7"),
        style="class P(object):\n    def __init__(self, value):\n        self.x = value",
        types="from types import SimpleNamespace\nP = lambda x: SimpleNamespace(x=x)",
        wrong="class P:\n    def __init__(self, x):\n        P.x = x",
        fails="one",
    ),
    entry(
        "exists",
        answer("class Q:\n    pass"),
        check("there", "assert Q() is not None"),
        style="class Q:\n    '''Nothing yet.'''",
        types="Q = type('Q', (), {})",
        wrong="class Q:\n    def __new__(cls):\n        return None",
    ),
    entry(
        "longmessage",
        answer("numbers_up = list(range(300_000))"),
        check(
            "message",
            """
            wanted = list(range(300_000))
            assert numbers_up == wanted, f"{numbers_up} is not {wanted}"
            """,
        ),
        check("short", "assert numbers_up[0] == 0"),
        style="numbers_up = [i for i in range(300_000)]",
        types="class L(list):\n    pass\nnumbers_up = L(range(300_000))",
        wrong="numbers_up = list(range(299_999)) + [0]",
        fails="message",
    ),
    entry(
        "prints",
        answer("for i in range(4000):\n    print('line', i)\nlines_printed = 4000"),
        check("value", "assert lines_printed == 4000"),
        check(
            "talks",
            "for i in range(3000):\n    print('checking', i)\nassert lines_printed == i + 1001",
        ),
        style="print('\\n'.join(f'line {i}' for i in range(4000)))\nlines_printed = 4000",
        types="import sys\nlines_printed = 4000.0\nfor i in range(4000):\n    sys.stdout.write(f'line {i}\\n')",
        wrong="for i in range(4001):\n    print('line', i)\nlines_printed = i + 1",
        fails="value talks",
    ),
    entry(
        "printsinside",
        answer("def loud(n):\n    print('working on', n)\n    return n + 1"),
        check("loop", "assert sum(loud(i) for i in range(1000)) == 500500"),
        style="def loud(n):\n    print(f'{n}...')\n    return n + 1",
        types="loud = lambda n: print(n) or n + 1",
        wrong="def loud(n):\n    print('working on', n)\n    return n + 1 if n < 999 else n",
    ),
    entry(
        "warns",
        answer("def quiet(n):\n    return n * n"),
        check("value", "assert quiet(3) == 9"),
        style="def quiet(n):\n    # no output\n    return n ** 2",
        types="import numpy as np\nquiet = np.square",
        wrong="import sys\ndef quiet(n):\n    print('debug', n, file=sys.stderr)\n    return n * n",
    ),
    entry(
        "several",
        answer(
            "def stats(xs):\n    return {'n': len(xs), 'sum': sum(xs), 'mean': sum(xs) / len(xs)}"
        ),
        check("n", "assert stats([1, 2, 6])['n'] == 3", 1),
        check("sum", "assert stats([1, 2, 6])['sum'] == 9", 1),
        check("mean", "assert stats([1, 2, 6])['mean'] == 3", 2),
        check("half", "assert stats([1, 2])['mean'] == 1.5", 0.5),
        style="""
            def stats(xs):
                n, total = 0, 0
                for x in xs:
                    n, total = n + 1, total + x
                return dict(n=n, sum=total, mean=total / n)
        """,
        types="""
            import pandas as pd
            def stats(xs):
                return pd.Series(xs).agg(["count", "sum", "mean"]).rename({"count": "n"})
        """,
        wrong="def stats(xs):\n    return {'n': len(xs), 'sum': sum(xs), 'mean': sum(xs) // len(xs)}",
        fails="half",
    ),
    entry(
        "handmade",
        by_hand("manual", "print('a figure that a person looks at')", "look", 3),
        by_hand("essay", "Write two sentences.", "essay", 2),
        by_hand("task", "Hand in a drawing.", "task", 1),
        answer("beside = 1"),
        check("value", "assert beside == 1"),
        style="beside = int(True)",
        types="beside = True",
        wrong="beside = 0",
    ),
    entry(
        "boolean",
        answer("def close_to(a, b):\n    return abs(a - b) < 0.01"),
        check("last", "ok = close_to(1, 1.001) and not close_to(1, 2)\nassert ok\nok"),
        style="def close_to(a, b):\n    difference = a - b\n    return -0.01 < difference < 0.01",
        types="import numpy as np\nclose_to = lambda a, b: np.isclose(a, b, atol=0.01, rtol=0)",
        wrong="def close_to(a, b):\n    return a - b < 0.01",
    ),
    entry(
        "floatpoints",
        answer("thirds = [1 / 3, 2 / 3]"),
        check(
            "sum",
            "points_here = 0.25 * sum(abs(t - k / 3) < 1e-9 for k, t in enumerate(thirds, 1))\nfloat(points_here)",
            0.5,
        ),
        style="thirds = [k / 3 for k in (1, 2)]",
        types="from fractions import Fraction\nthirds = (Fraction(1, 3), Fraction(2, 3))",
        wrong="thirds = [0.33, 2 / 3]",
    ),
    entry(
        "sysout",
        answer("def shout(text):\n    return text.upper() + '!'"),
        check(
            "feedback",
            """
            for word in ["a", "b"]:
                got = shout(word)
                print(f"shout({word!r}) gave {got!r}")
                assert got == word.upper() + "!"
            print("All good")
            """,
        ),
        style="def shout(text):\n    return f'{text.upper()}!'",
        types="shout = '{}!'.format\nshout = (lambda f: lambda t: f(t.upper()))(shout)",
        wrong="def shout(text):\n    return text.capitalize() + '!!'",
    ),
    entry(
        "busy",
        answer(
            "def work(n):\n    total = 0\n    for i in range(n):\n        total += i * i % 7\n    return total"
        ),
        check("long", "assert work(2_000_000) == 3999997"),
        style="def work(n):\n    return sum(i * i % 7 for i in range(n))",
        types="import numpy as np\nwork = lambda n: (np.arange(n, dtype=np.int64) ** 2 % 7).sum()",
        wrong="def work(n):\n    return n * 2",
    ),
)
THEME = Theme("marks", ENTRIES)
