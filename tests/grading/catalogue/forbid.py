"""Checks that replace, count or forbid what an answer calls, or look at how it is written."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry

ENTRIES = (
    entry(
        "nosum",
        answer("""
            def total(xs):
                t = 0
                for x in xs:
                    t += x
                return t
        """),
        check("value", "assert total([1, 2, 3]) == 6"),
        check(
            "patch",
            """
            from unittest.mock import patch
            with patch("builtins.sum", side_effect=AssertionError("do not use sum")):
                assert total([1, 2, 3]) == 6
            """,
        ),
        check(
            "hand",
            """
            import builtins
            keep = builtins.sum
            def refuse(*args, **kwargs):
                raise AssertionError("do not use sum")
            builtins.sum = refuse
            try:
                assert total([1, 2, 3]) == 6
            finally:
                builtins.sum = keep
            """,
        ),
        style="""
            def total(xs):
                return xs[0] + total(xs[1:]) if xs else 0
        """,
        types="""
            from functools import partial, reduce
            import operator
            total = partial(reduce, operator.add)
        """,
        wrong="""
            def total(xs):
                return sum(xs)
        """,
        fails="patch hand",
    ),
    entry(
        "nonumpy",
        answer("""
            def spread(xs):
                return max(xs) - min(xs)
        """),
        check(
            "np",
            """
            keep_ptp, keep_max = np.ptp, np.max
            np.ptp = np.max = None
            try:
                assert spread([3, 1, 7]) == 6
            finally:
                np.ptp, np.max = keep_ptp, keep_max
            """,
        ),
        style="""
            def spread(xs):
                ordered = sorted(xs)
                return ordered[-1] - ordered[0]
        """,
        types="""
            def spread(xs):
                return np.int64(max(xs)) - np.int64(min(xs))
        """,
        wrong="""
            def spread(xs):
                return np.max(xs) - np.min(xs)
        """,
    ),
    entry(
        "nosort",
        answer("""
            def in_order(xs):
                out = []
                for x in xs:
                    i = 0
                    while i < len(out) and out[i] < x:
                        i += 1
                    out.insert(i, x)
                return out
        """),
        check("value", "assert in_order([3, 1, 2]) == [1, 2, 3]"),
        check(
            "source",
            """
            import inspect
            text = inspect.getsource(in_order)
            assert "sorted(" not in text and ".sort(" not in text, "write the sorting yourself"
            """,
        ),
        style="""
            def in_order(xs):
                if len(xs) < 2:
                    return list(xs)
                head, *rest = xs
                return in_order([x for x in rest if x < head]) + [head] + in_order([x for x in rest if x >= head])
        """,
        wrong="""
            def in_order(xs):
                return sorted(xs)
        """,
    ),
    entry(
        "comprehension",
        answer("""
            def squares(n):
                return [i * i for i in range(n)]
        """),
        check(
            "ast",
            """
            import ast, inspect, textwrap
            tree = ast.parse(textwrap.dedent(inspect.getsource(squares)))
            kinds = [type(node).__name__ for node in ast.walk(tree)]
            assert "ListComp" in kinds, "use a list comprehension"
            assert "For" not in kinds
            assert squares(3) == [0, 1, 4]
            """,
        ),
        style="""
            def squares(n):
                '''The first squares.'''
                return [number ** 2 for number in range(0, n, 1)]
        """,
        wrong="""
            def squares(n):
                out = []
                for i in range(n):
                    out.append(i * i)
                return out
        """,
    ),
    entry(
        "history",
        answer("""
            product = 1
            while product < 100:
                product *= 3
        """),
        check("value", "assert product == 243"),
        check(
            "in",
            """
            cells = [text for text in In if "product *=" in text or "product =" in text]
            assert any("while" in text for text in cells if "assert" not in text), "use a while loop"
            """,
        ),
        style="""
            product = 1
            while True:
                if product >= 100:
                    break
                product = product * 3
        """,
        types="""
            import numpy as np
            product = np.int64(1)
            while product < 100:
                product *= 3
        """,
        wrong="product = 243",
        fails="in",
    ),
    entry(
        "globals",
        answer("""
            import math
            hypotenuse = math.hypot(3, 4)
        """),
        check(
            "named",
            """
            assert "hypotenuse" in globals(), "name it hypotenuse"
            assert "math" in globals(), "import math"
            assert abs(globals()["hypotenuse"] - 5) < 1e-9
            """,
        ),
        style="import math\nhypotenuse = math.sqrt(3 ** 2 + 4 ** 2)",
        types="import math\nfrom decimal import Decimal\nhypotenuse = Decimal(math.dist((0, 0), (3, 4)))"
        "\nhypotenuse = np.float64(hypotenuse)",
        wrong="hypotenuse = (3 ** 2 + 4 ** 2) ** 0.5",
    ),
    entry(
        "calls",
        answer("""
            def area(w, h):
                return w * h
        """),
        answer(
            """
            def volume(w, h, d):
                return area(w, h) * d
            """,
            "volume",
        ),
        check("value", "assert area(2, 3) == 6 and volume(2, 3, 4) == 24"),
        check(
            "uses",
            """
            kept_area = area
            seen_area = []
            def area(w, h):
                seen_area.append((w, h))
                return kept_area(w, h)
            try:
                volume(2, 3, 4)
            finally:
                area = kept_area
            assert seen_area == [(2, 3)], "volume must call area"
            """,
        ),
        style={
            "answer": "area = lambda w, h: h * w",
            "volume": """
                def volume(w, h, d):
                    ground = area(w, h)
                    return d * ground
            """,
        },
        types={
            "answer": """
                import operator
                area = operator.mul
            """,
        },
        wrong={
            "volume": """
                def volume(w, h, d):
                    return w * h * d
            """
        },
    ),
    entry(
        "mocked",
        answer("""
            def notify(people, send):
                for person in people:
                    send(person, "hello")
        """),
        check(
            "mock",
            """
            from unittest.mock import Mock, call
            send = Mock()
            notify(["ann", "bob"], send)
            assert send.call_args_list == [call("ann", "hello"), call("bob", "hello")]
            """,
        ),
        style="""
            def notify(people, send):
                list(map(lambda who: send(who, "hello"), people))
        """,
        types="""
            class Notify:
                def __call__(self, people, send):
                    [send(who, "hel" + "lo") for who in people]
            notify = Notify()
        """,
        wrong="""
            def notify(people, send):
                for person in sorted(people, reverse=True):
                    send(person, "hello")
        """,
    ),
    entry(
        "fakerandom",
        answer("""
            import random
            def roll():
                return random.randint(1, 6)
        """),
        check("range", "assert all(1 <= roll() <= 6 for _ in range(200))"),
        check(
            "patched",
            """
            import random
            from unittest.mock import patch
            with patch.object(random, "randint", return_value=4) as fake:
                assert roll() == 4
            fake.assert_called_once_with(1, 6)
            """,
        ),
        style="""
            import random
            def roll():
                result = random.randint(1, 6)
                return result
        """,
        types="""
            import random
            roll = lambda: random.randint(1, 6)
        """,
        wrong="""
            import random
            def roll():
                return random.choice([1, 2, 3, 4, 5, 6])
        """,
    ),
    entry(
        "clock",
        answer("""
            import time
            def seconds_since(start):
                return time.time() - start
        """),
        check(
            "patched",
            """
            import time
            from unittest import mock
            with mock.patch("time.time", lambda: 1000.0):
                assert seconds_since(990) == 10
            """,
        ),
        style="""
            import time
            def seconds_since(start):
                now = time.time()
                return now - start
        """,
        types="""
            import time
            from fractions import Fraction
            def seconds_since(start):
                return Fraction(time.time()) - start
        """,
        wrong="""
            import time
            def seconds_since(start, now=time.time()):
                return now - start
        """,
    ),
    entry(
        "noeval",
        answer("""
            def parse(text):
                a, b = text.split("+")
                return int(a) + int(b)
        """),
        check(
            "names",
            """
            assert parse("2+3") == 5
            assert not {"eval", "exec", "compile"} & set(parse.__code__.co_names), "no eval"
            """,
        ),
        style="""
            def parse(text):
                left, _, right = text.partition("+")
                return int(left) + int(right)
        """,
        types="""
            import numpy as np
            def parse(text):
                return np.array(text.split("+"), dtype=int).sum()
        """,
        wrong="""
            def parse(text):
                return eval(text)
        """,
    ),
    entry(
        "signature",
        answer('''
            def power(base, exponent=2):
                """Return base to the exponent."""
                return base ** exponent
        '''),
        check(
            "inspect",
            """
            import inspect
            parameters = inspect.signature(power).parameters
            assert list(parameters) == ["base", "exponent"]
            assert parameters["exponent"].default == 2
            assert power.__doc__, "write a docstring"
            assert power.__name__ == "power"
            """,
        ),
        style='''
            def power(base: float, exponent: int = 2) -> float:
                """Raise."""
                out = 1
                for _ in range(exponent):
                    out *= base
                return out
        ''',
        types='''
            from functools import lru_cache
            @lru_cache
            def power(base, exponent=2):
                """Return a power."""
                return pow(base, exponent)
        ''',
        wrong="""
            def power(base, exponent=2):
                return base ** exponent
        """,
    ),
    entry(
        "ncalls",
        answer("""
            def first_even(numbers):
                for number in numbers:
                    if number % 2 == 0:
                        return number
        """),
        check(
            "lazy",
            """
            seen_numbers = []
            def watched():
                for number in [1, 3, 4, 5, 6]:
                    seen_numbers.append(number)
                    yield number
            assert first_even(watched()) == 4
            assert seen_numbers == [1, 3, 4], "stop as soon as you have found it"
            """,
        ),
        style="""
            def first_even(numbers):
                return next((n for n in numbers if not n % 2), None)
        """,
        types="""
            from itertools import dropwhile
            first_even = lambda numbers: next(dropwhile(lambda n: n % 2, numbers), None)
        """,
        wrong="""
            def first_even(numbers):
                return [n for n in numbers if n % 2 == 0][0]
        """,
    ),
)
THEME = Theme("forbid", ENTRIES, first="import numpy as np\nimport pandas as pd")
