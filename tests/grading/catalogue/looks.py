"""Other ways to look at an answer: digests, text, copies, pickles, protocols, attributes, sizes, time."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry

ENTRIES = (
    entry(
        "digest",
        answer("population = 83_200_000"),
        check(
            "sha",
            """
            from hashlib import sha1
            assert sha1(str(population).encode()).hexdigest() == sha1(b"83200000").hexdigest()
            """,
        ),
        check(
            "typed",
            """
            digest_of = lambda value: sha1((str(type(value)) + str(value)).encode()).hexdigest()[:8]
            assert digest_of(population) == sha1(b"<class 'int'>83200000").hexdigest()[:8], "an int, please"
            """,
        ),
        style="population = int(83.2e6)",
        types="population = 832 * 10 ** 5",
        wrong="population = '83200000'",
    ),
    entry(
        "rounded-digest",
        answer("share = 1 / 3"),
        check(
            "sha",
            """
            import hashlib
            assert hashlib.md5(f"{share:.3f}".encode()).hexdigest() == hashlib.md5(b"0.333").hexdigest()
            """,
        ),
        style="share = 2 / 6",
        types="import numpy as np\nshare = np.float64(1) / 3",
        wrong="share = 0.3",
    ),
    entry(
        "repr",
        answer("steps = [1, 2.5, 'x', None, True]"),
        check("text", "assert repr(steps) == \"[1, 2.5, 'x', None, True]\""),
        check("str", "assert str(steps[1]) + '!' == '2.5!'"),
        style="steps = [1] + [2.5, 'x'] + [None, not False]",
        types="class Steps(list):\n    pass\nsteps = Steps([1, 2.5, 'x', None, True])",
        wrong="import numpy as np\nsteps = [1, np.float64(2.5), 'x', None, True]",
        fails="text",
    ),
    entry(
        "jsonable",
        answer("config = {'name': 'run', 'values': [1, 2], 'deep': {'ok': True}}"),
        check("dump", "import json\nassert json.loads(json.dumps(config))['deep']['ok'] is True"),
        check("sorted", "assert json.dumps(config, sort_keys=True).startswith('{\"deep\"')"),
        style="config = dict(name='run', values=[1, 2], deep=dict(ok=True))",
        types="from collections import OrderedDict\nconfig = OrderedDict(name='run', values=(1, 2), deep={'ok': True})",
        wrong="config = {'name': 'run', 'values': {1, 2}, 'deep': {'ok': True}}",
        fails="dump sorted",
    ),
    entry(
        "copied",
        answer("""
            class Basket:
                def __init__(self, items):
                    self.items = items
                def __copy__(self):
                    return Basket(list(self.items))
        """),
        check(
            "copy",
            """
            import copy
            one = Basket([1])
            two = copy.copy(one)
            two.items.append(2)
            assert one.items == [1] and type(two) is Basket
            """,
        ),
        check(
            "deep",
            "three = copy.deepcopy([one, one])\nassert three[0] is three[1] and three[0] is not one",
        ),
        style="""
            class Basket:
                def __init__(self, items):
                    self.items = list(items)
                def __copy__(self):
                    return self.__class__(self.items)
        """,
        types="""
            from dataclasses import dataclass, replace
            @dataclass
            class Basket:
                items: list
                def __copy__(self):
                    return replace(self, items=self.items[:])
        """,
        wrong="""
            class Basket:
                def __init__(self, items):
                    self.items = items
        """,
        fails="copy",
    ),
    entry(
        "pickled",
        answer("""
            class Point:
                def __init__(self, x, y):
                    self.x, self.y = x, y
            corner = Point(1, 2)
        """),
        check(
            "roundtrip",
            "import pickle\nagain = pickle.loads(pickle.dumps(corner))\nassert (again.x, again.y) == (1, 2)",
        ),
        check("vars", "assert vars(corner) == {'x': 1, 'y': 2} == corner.__dict__"),
        check(
            "hasattr",
            "assert hasattr(corner, 'x') and not hasattr(corner, 'z') and 'y' in dir(corner)",
        ),
        style="""
            class Point:
                def __init__(self, *place):
                    (self.x, self.y) = place
            corner = Point(1, 2)
        """,
        types="from dataclasses import dataclass\n@dataclass(order=True)\nclass Point:\n    x: int\n    y: int\ncorner = Point(1, y=2)",
        wrong="""
            class Point:
                def __init__(self, x, y):
                    self.x, self.y = x, y
                    self.z = 0
            corner = Point(1, 2)
        """,
        fails="vars hasattr",
    ),
    entry(
        "protocols",
        answer("letters_stream = iter('abc')"),
        check(
            "iterator",
            "from collections.abc import Iterator\nassert isinstance(letters_stream, Iterator)",
        ),
        check("first", "assert next(letters_stream) == 'a'"),
        check("rest", "assert list(letters_stream) == ['b', 'c'] and list(letters_stream) == []"),
        style="letters_stream = (letter for letter in 'abc')",
        types="letters_stream = map(str.lower, 'ABC')",
        wrong="letters_stream = 'abc'",
        fails="iterator first rest",
    ),
    entry(
        "callable",
        answer("square_it = lambda x: x * x"),
        check(
            "callable",
            "from collections.abc import Callable\nassert callable(square_it) and isinstance(square_it, Callable)",
        ),
        check("lambda", "assert square_it.__name__ == '<lambda>' and square_it(3) == 9"),
        style="square_it = lambda number: number ** 2",
        types="square_it = lambda *values: pow(values[0], 2)",
        wrong="def square_it(x):\n    return x * x",
    ),
    entry(
        "dictkey",
        answer("place = (52.5, 13.4)"),
        check("key", "cities = {(52.5, 13.4): 'Berlin'}\nassert cities[place] == 'Berlin'"),
        check("set", "assert place in {(52.5, 13.4)} and hash(place) == hash((52.5, 13.4))"),
        style="place = tuple([52.5, 13.4])",
        types="from typing import NamedTuple\nclass Place(NamedTuple):\n    lat: float\n    lon: float\nplace = Place(52.5, 13.4)",
        wrong="place = [52.5, 13.4]",
        fails="key set",
    ),
    entry(
        "annotated",
        answer("def ratio(a: float, b: float) -> float:\n    return a / b"),
        check(
            "hints",
            "import typing\nassert typing.get_type_hints(ratio) == {'a': float, 'b': float, 'return': float}",
        ),
        check("value", "assert ratio(1, 4) == 0.25"),
        style="def ratio(a: 'float', b: 'float') -> 'float':\n    return a * b ** -1",
        types="from functools import lru_cache\n@lru_cache\ndef ratio(a: float, b: float) -> float:\n    return a / b",
        wrong="def ratio(a, b):\n    return a / b",
        fails="hints",
    ),
    entry(
        "fast",
        answer("""
            def contains(ordered, x):
                low, high = 0, len(ordered)
                while low < high:
                    middle = (low + high) // 2
                    if ordered[middle] < x:
                        low = middle + 1
                    else:
                        high = middle
                return low < len(ordered) and ordered[low] == x
        """),
        check("value", "assert contains([1, 3, 5], 3) and not contains([1, 3, 5], 4)"),
        check(
            "time",
            """
            import time
            started = time.perf_counter()
            assert contains(range(10**9), 999_999_999)
            assert time.perf_counter() - started < 1, "use a binary search"
            """,
        ),
        style="""
            import bisect
            def contains(ordered, x):
                i = bisect.bisect_left(ordered, x)
                return i != len(ordered) and ordered[i] == x
        """,
        types="""
            from bisect import bisect_left
            contains = lambda ordered, x: x in ordered[bisect_left(ordered, x):][:1]
        """,
        wrong="""
            import time
            def contains(ordered, x):
                if len(ordered) > 1000:
                    time.sleep(1.2)
                return x in ordered
        """,
    ),
    entry(
        "compares",
        answer("def probe(ordered, x):\n    return x in ordered[len(ordered) // 2:]"),
        check(
            "counted",
            """
            class Counting(list):
                looked = 0
                def __getitem__(self, i):
                    Counting.looked += 1
                    return super().__getitem__(i)
            assert probe(Counting(range(10)), 7)
            assert Counting.looked == 1, "look once"
            """,
        ),
        style="def probe(ordered, x):\n    half = ordered[len(ordered) // 2:]\n    return any(y == x for y in half)",
        types="probe = lambda ordered, x: {*ordered[len(ordered) >> 1:]} >= {x}",
        wrong="def probe(ordered, x):\n    return any(ordered[i] == x for i in range(len(ordered)))",
    ),
    entry(
        "rich",
        answer("nested = {'a': [(1, {2}), (3, {4})], 'b': {'c': None}}"),
        check("deep", "assert nested['a'][1][1] == {4} and nested['b']['c'] is None"),
        check(
            "tuple",
            "assert isinstance(nested['a'][0], tuple) and isinstance(nested['a'][0][1], (set, frozenset))",
        ),
        style="nested = {}\nnested['a'] = [(1, {2})]\nnested['a'].append((3, {4}))\nnested['b'] = dict(c=None)",
        types="from collections import defaultdict\nnested = defaultdict(dict, a=((1, frozenset([2])), (3, frozenset([4]))))\nnested['b']['c'] = None",
        wrong="nested = {'a': [[1, {2}], [3, {4}]], 'b': {'c': None}}",
    ),
    entry(
        "selfref",
        answer("loop_list = [1]\nloop_list.append(loop_list)"),
        check("itself", "assert loop_list[1] is loop_list and loop_list[1][1][0] == 1"),
        style="loop_list = [1, None]\nloop_list[1] = loop_list",
        wrong="loop_list = [1, [1, [1]]]",
    ),
    entry(
        "specials",
        answer("odd_values = [float('nan'), float('inf'), -0.0, 10**40]"),
        check(
            "nan",
            "import math\nassert math.isnan(odd_values[0]) and odd_values[0] != odd_values[0]",
        ),
        check("inf", "assert odd_values[1] > 1e308 and math.copysign(1, odd_values[2]) == -1"),
        check("big", "assert odd_values[3] == 10**40 and len(str(odd_values[3])) == 41"),
        style="import math\nodd_values = [math.nan, math.inf, 0.0 * -1, int('1' + '0' * 40)]",
        types="import numpy as np\nodd_values = (np.nan, np.inf, np.float32(-0.0), 10**40)",
        wrong="odd_values = [float('nan'), float('inf'), 0, 10.0**40]",
        fails="inf big",
    ),
    entry(
        "complexnumber",
        answer("turn = complex(0, 1) ** 2"),
        check("value", "assert abs(turn - (-1)) < 1e-12 and turn.real == -1"),
        check("attributes", "assert abs(turn.imag) < 1e-12"),
        style="turn = 1j * 1j",
        types="import numpy as np\nturn = np.complex128(1j) ** 2",
        wrong="turn = 1j",
        fails="value attributes",
    ),
)
THEME = Theme("looks", ENTRIES)
