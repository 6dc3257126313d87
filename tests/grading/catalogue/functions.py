"""Functions that take, make or remember functions; generators, recursion, coroutines, many calls."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry

ENTRIES = (
    entry(
        "twice",
        answer("def twice(fn, x):\n    return fn(fn(x))"),
        check("lambda", "assert twice(lambda x: x * 3, 2) == 18"),
        check("text", "assert twice(str.upper, 'a') == 'A' and twice(list.copy, [1]) == [1]"),
        style="def twice(f, value):\n    for _ in range(2):\n        value = f(value)\n    return value",
        types="from functools import reduce\ntwice = lambda fn, x: reduce(lambda v, f: f(v), (fn, fn), x)",
        wrong="def twice(fn, x):\n    return fn(x)",
        fails="lambda",
    ),
    entry(
        "adder",
        answer("""
            def adder(n):
                def inner(x):
                    return x + n
                return inner
        """),
        check("call", "assert adder(3)(4) == 7"),
        check(
            "two",
            """
            add_one, add_two = adder(1), adder(2)
            assert add_one(10) == 11 and add_two(10) == 12
            """,
        ),
        check("kept", "assert [f(0) for f in (add_one, add_two, add_one)] == [1, 2, 1]"),
        style="adder = lambda n: lambda x: n + x",
        types="""
            from functools import partial
            import operator
            def adder(n):
                return partial(operator.add, n)
        """,
        wrong="""
            def adder(n):
                global added
                added = n
                return lambda x: x + added
        """,
        fails="two kept",
    ),
    entry(
        "evens",
        answer("""
            def evens(n):
                for i in range(n):
                    if i % 2 == 0:
                        yield i
        """),
        check("list", "assert list(evens(5)) == [0, 2, 4]"),
        check(
            "lazy",
            """
            import types
            stream = evens(10**15)
            assert next(stream) == 0 and next(stream) == 2
            assert isinstance(evens(1), types.GeneratorType), "use yield"
            """,
        ),
        check("goes-on", "assert next(stream) == 4"),
        style="def evens(n):\n    yield from range(0, n, 2)",
        types="evens = lambda n: (i for i in range(0, n, 2))",
        wrong="def evens(n):\n    return iter(range(0, n, 2))",
        fails="lazy",
    ),
    entry(
        "counter",
        answer("""
            def make_counter():
                n = 0
                def step():
                    nonlocal n
                    n += 1
                    return n
                return step
        """),
        check("steps", "step = make_counter()\nassert [step(), step(), step()] == [1, 2, 3]"),
        check("apart", "other_step = make_counter()\nassert other_step() == 1 and step() == 4"),
        style="""
            def make_counter():
                box = [0]
                def step():
                    box[0] += 1
                    return box[0]
                return step
        """,
        types="from itertools import count\ndef make_counter():\n    return count(1).__next__",
        wrong="""
            steps_done = 0
            def make_counter():
                def step():
                    global steps_done
                    steps_done += 1
                    return steps_done
                return step
        """,
    ),
    entry(
        "decorator",
        answer("""
            import functools
            def logged(function):
                @functools.wraps(function)
                def inner(*args, **kwargs):
                    inner.calls += 1
                    return function(*args, **kwargs)
                inner.calls = 0
                return inner
        """),
        check(
            "result",
            """
            @logged
            def hello(name, sign="!"):
                return f"hello {name}{sign}"
            assert hello("ann") == "hello ann!" and hello("bob", sign="?") == "hello bob?"
            """,
        ),
        check("calls", "assert hello.calls == 2"),
        check("name", "assert hello.__name__ == 'hello', 'keep the name'"),
        style="""
            def logged(function):
                def inner(*args, **kwargs):
                    inner.calls = inner.calls + 1
                    return function(*args, **kwargs)
                inner.calls, inner.__name__ = 0, function.__name__
                return inner
        """,
        types="""
            from functools import update_wrapper
            class logged:
                def __init__(self, function):
                    self.function, self.calls = function, 0
                    update_wrapper(self, function)
                def __call__(self, *args, **kwargs):
                    self.calls += 1
                    return self.function(*args, **kwargs)
        """,
        wrong="""
            def logged(function):
                def inner(*args, **kwargs):
                    inner.calls += 1
                    return function(*args, **kwargs)
                inner.calls = 0
                return inner
        """,
    ),
    entry(
        "memo",
        answer("""
            def memoized(function):
                known = {}
                def inner(x):
                    if x not in known:
                        known[x] = function(x)
                    return known[x]
                return inner
        """),
        check(
            "once",
            """
            worked = []
            def slow(x):
                worked.append(x)
                return x * x
            fast = memoized(slow)
            assert fast(4) == 16 and fast(4) == 16 and fast(5) == 25
            assert worked == [4, 5], "do each work once"
            """,
        ),
        style="import functools\nmemoized = functools.lru_cache(maxsize=None)",
        types="from functools import cache as memoized",
        wrong="def memoized(function):\n    return lambda x: function(x)",
    ),
    entry(
        "fib",
        answer("""
            from functools import lru_cache
            @lru_cache(maxsize=None)
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
        """),
        check("small", "assert [fib(i) for i in range(7)] == [0, 1, 1, 2, 3, 5, 8]"),
        check("large", "assert fib(90) == 2880067194370816120"),
        style="""
            def fib(n):
                a, b = 0, 1
                for _ in range(n):
                    a, b = b, a + b
                return a
        """,
        types="""
            class Fib(dict):
                def __missing__(self, n):
                    self[n] = n if n < 2 else self[n - 1] + self[n - 2]
                    return self[n]
            fib = Fib().__getitem__
        """,
        wrong="def fib(n):\n    return round(((1 + 5 ** 0.5) / 2) ** n / 5 ** 0.5)",
    ),
    entry(
        "depth",
        answer("def depth(n):\n    return 0 if n == 0 else 1 + depth(n - 1)"),
        check("value", "assert depth(500) == 500"),
        check(
            "error",
            """
            import pytest
            with pytest.raises(RecursionError):
                depth(10**6)
            """,
        ),
        style="def depth(n):\n    if not n:\n        return 0\n    return depth(n - 1) + 1",
        types="depth = lambda n: n and depth(n - 1) + 1",
        wrong="def depth(n):\n    return len(range(n))",
    ),
    entry(
        "flatten",
        answer("""
            def flatten(x):
                return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]
        """),
        check("value", "assert flatten([1, [2, [3, []]], 4]) == [1, 2, 3, 4]"),
        check("text", "assert flatten(['ab', ['c']]) == ['ab', 'c']"),
        style="""
            def flatten(x):
                out, todo = [], [x]
                while todo:
                    one = todo.pop()
                    if isinstance(one, list):
                        todo.extend(reversed(one))
                    else:
                        out.append(one)
                return out
        """,
        types="""
            def _walk(x):
                if isinstance(x, list):
                    for y in x:
                        yield from _walk(y)
                else:
                    yield x
            flatten = lambda x: list(_walk(x))
        """,
        wrong="""
            def flatten(x):
                out = []
                for y in x:
                    out += y if isinstance(y, list) else [y]
                return flatten(out) if any(isinstance(y, list) for y in out) else [c for y in out for c in (y if isinstance(y, str) else [y])]
        """,
        fails="text",
    ),
    entry(
        "later",
        answer("""
            import asyncio
            async def later(x):
                await asyncio.sleep(0)
                return x + 1
            soon = await later(1)
        """),
        check("value", "assert soon == 2"),
        check("await", "assert (await later(4)) == 5"),
        check(
            "gather",
            """
            import asyncio, inspect
            assert inspect.iscoroutinefunction(later)
            assert await asyncio.gather(later(1), later(2)) == [2, 3]
            """,
        ),
        style="""
            from asyncio import sleep
            async def later(number):
                for _ in range(3):
                    await sleep(0)
                return number + 1
            soon = await later(1)
        """,
        types="""
            import asyncio
            class Later:
                async def do(self, x):
                    return (await asyncio.gather(asyncio.sleep(0, x + 1)))[0]
            later = Later().do
            soon = await asyncio.create_task(later(1))
        """,
        wrong="""
            import asyncio
            def later(x):
                return asyncio.sleep(0, x + 1)
            soon = 2
        """,
    ),
    entry(
        "coin",
        answer("def coin(n):\n    return n % 2"),
        check("many", "assert sum(coin(i) for i in range(12000)) == 6000"),
        check("after", "assert coin(3) == 1"),
        style="def coin(n):\n    return n - n // 2 * 2",
        types="from operator import and_\ncoin = lambda n: and_(n, 1)",
        wrong="def coin(n):\n    return n % 2 if n < 10000 else 0",
        fails="many",
    ),
    entry(
        "remembered",
        answer("two = 1 + 1"),
        check("two", "assert two == 2"),
        style="two = 4 // 2",
        types="two = 2.0",
        wrong="class Eq(int):\n    def __ne__(self, other):\n        return False\ntwo = Eq(5)",
    ),
    entry(
        "parity",
        answer("""
            def is_even(n):
                return n == 0 or is_odd(n - 1)
            def is_odd(n):
                return n != 0 and is_even(n - 1)
        """),
        check("both", "assert is_even(10) and is_odd(7) and not is_even(3)"),
        style="is_even = lambda n: n % 2 == 0\nis_odd = lambda n: not is_even(n)",
        types="import numpy as np\nis_even = lambda n: np.mod(n, 2) == 0\nis_odd = lambda n: np.mod(n, 2) == 1",
        wrong="def is_even(n):\n    return n % 2 == 0 or n == 3\ndef is_odd(n):\n    return n % 2",
    ),
    entry(
        "polynomial",
        answer("""
            def derivative(f, h=1e-6):
                return lambda x: (f(x + h) - f(x - h)) / (2 * h)
        """),
        check("square", "slope = derivative(lambda x: x ** 2)\nassert abs(slope(3) - 6) < 1e-4"),
        check(
            "numpy",
            "import numpy as np\nassert np.allclose(derivative(np.sin)(np.array([0.0, 1.0])), [1, 0.5403])",
        ),
        style="""
            def derivative(f, h=1e-6):
                def slope(x):
                    rise = f(x + h) - f(x - h)
                    return rise / h / 2
                return slope
        """,
        types="""
            class derivative:
                def __init__(self, f, h=1e-5):
                    self.f, self.h = f, h
                def __call__(self, x):
                    return (self.f(x + self.h) - self.f(x - self.h)) / (2 * self.h)
        """,
        wrong="""
            import math
            def derivative(f, h=1e-6):
                return lambda x: (f(float(x) + h) - f(float(x) - h)) / (2 * h)
        """,
    ),
    entry(
        "varied",
        answer("""
            def describe(*values, sep=", ", **named):
                return sep.join([str(v) for v in values] + [f"{k}={v}" for k, v in named.items()])
        """),
        check("all", "assert describe(1, 2, a=3) == '1, 2, a=3'"),
        check("sep", "assert describe(*'ab', sep='-', **{'x': None}) == 'a-b-x=None'"),
        style="""
            def describe(*args, **kwargs):
                sep = kwargs.pop("sep", ", ")
                parts = list(map(str, args))
                for key in kwargs:
                    parts.append("%s=%s" % (key, kwargs[key]))
                return sep.join(parts)
        """,
        types="""
            class Describe:
                def __call__(self, *values, sep=", ", **named):
                    return sep.join([*map(str, values), *(f"{k}={v}" for k, v in named.items())])
            describe = Describe()
        """,
        wrong="""
            def describe(*values, sep=", ", **named):
                return ", ".join([str(v) for v in values] + [f"{k}={v}" for k, v in named.items()])
        """,
    ),
)
THEME = Theme("functions", ENTRIES)
