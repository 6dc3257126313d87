"""The same answer in another type than the solution's."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry


def three(name, right, *, before=""):
    """Return an entry whose answer is any iterable of 0, 1, 2."""
    return entry(
        name,
        answer(f"{name} = [0, 1, 2]"),
        check("list", f"assert list({name}) == [0, 1, 2]"),
        style=f"{name} = [i for i in range(3)]",
        types=f"{before}\n{name} = {right}",
        wrong=f"{name} = [1, 2, 3]",
    )


ENTRIES = (
    three("xs_range", "range(3)"),
    three("xs_generator", "(i for i in range(3))"),
    three("xs_map", 'map(int, "012")'),
    three("xs_filter", "filter(lambda x: x < 3, [0, 1, 2, 3])"),
    three("xs_keys", "{0: 1, 1: 1, 2: 1}.keys()"),
    three("xs_values", "dict(a=0, b=1, c=2).values()"),
    three("xs_deque", "deque([0, 1, 2])", before="from collections import deque"),
    three("xs_tuple", "(0, 1, 2)"),
    three("xs_array", "np.arange(3)"),
    three("xs_series", "pd.Series([0, 1, 2])"),
    three("xs_index", "pd.RangeIndex(3)"),
    three("xs_pyarray", 'array("i", [0, 1, 2])', before="from array import array"),
    three("xs_sub", "L([0, 1, 2])", before="class L(list):\n    pass"),
    three(
        "xs_fraction", "[Fraction(i) for i in range(3)]", before="from fractions import Fraction"
    ),
    three("xs_decimal", "[Decimal(i) for i in range(3)]", before="from decimal import Decimal"),
    three(
        "xs_own",
        "Own()",
        before="class Own:\n    def __iter__(self):\n        return iter(range(3))",
    ),
    three("xs_chain", "chain([0], [1, 2])", before="from itertools import chain"),
    three("xs_bytes", "bytes([0, 1, 2])"),
    entry(
        "consumed",
        answer("letters_left = list('abc')"),
        check("once", "assert list(letters_left) == ['a', 'b', 'c']"),
        check("twice", "assert len(list(letters_left)) == 3, 'can be read only once'"),
        style="letters_left = ['a', 'b', 'c']",
        types="letters_left = 'abc'",
        wrong="letters_left = iter('abc')",
    ),
    entry(
        "pairs",
        answer("pairs = [(1, 'a'), (2, 'b')]"),
        check("dict", "assert dict(pairs) == {1: 'a', 2: 'b'}"),
        style="pairs = list(zip([1, 2], 'ab'))",
        types="pairs = zip((1, 2), 'ab')",
        wrong="pairs = [('a', 1), ('b', 2)]",
    ),
    entry(
        "enumerated",
        answer("numbered = list(enumerate(['x', 'y'], 1))"),
        check(
            "loop",
            "for k, (i, word) in enumerate(numbered, 1):\n    assert i == k and word == 'xy'[i - 1]",
        ),
        check("sum", "assert k == 2"),
        style="numbered = [(1, 'x'), (2, 'y')]",
        types="numbered = enumerate(['x', 'y'], start=1)",
        wrong="numbered = list(enumerate(['x', 'y']))",
        fails="loop sum",
    ),
    entry(
        "mean",
        answer("mean = (1 + 2 + 4) / 3"),
        check("close", "assert abs(float(mean) - 7 / 3) < 1e-9"),
        check("isclose", "assert np.isclose(float(mean), 2.3333, atol=1e-3)"),
        style="import statistics\nmean = statistics.mean([1, 2, 4])",
        types="from fractions import Fraction\nmean = Fraction(7, 3)",
        wrong="mean = 7 // 3",
        fails="close isclose",
    ),
    entry(
        "price",
        answer("price = round(19.99 * 3, 2)"),
        check("value", "assert round(float(price), 2) == 59.97"),
        check(
            "number",
            "import numbers\nassert isinstance(price, numbers.Number) and not isinstance(price, bool)",
        ),
        style="price = 59.97",
        types="from decimal import Decimal\nprice = Decimal('19.99') * 3",
        wrong="price = '59.97'",
        fails="number",
    ),
    entry(
        "point",
        answer("point = (3, 4)"),
        check("unpack", "px, py = point\nassert px == 3 and py == 4"),
        check("tuple", "assert isinstance(point, tuple) and point == (3, 4)"),
        style="point = tuple([3, 4])",
        types="from collections import namedtuple\nP = namedtuple('P', 'x y')\npoint = P(3, 4)",
        wrong="point = [3, 4]",
        fails="tuple",
    ),
    entry(
        "person",
        answer("""
            class Person:
                def __init__(self, name, age):
                    self.name = name
                    self.age = age
            ann = Person("Ann", 30)
        """),
        check("attributes", "assert ann.name == 'Ann' and ann.age == 30"),
        check(
            "older",
            """
            ann.age += 1
            assert ann.age == 31, "the age can be changed"
            """,
        ),
        style="""
            from types import SimpleNamespace
            ann = SimpleNamespace(name="Ann", age=30)
        """,
        types="""
            from dataclasses import dataclass
            @dataclass
            class Person:
                name: str
                age: int
            ann = Person("Ann", 30)
        """,
        wrong="""
            from collections import namedtuple
            ann = namedtuple("Person", "name age")("Ann", 30)
        """,
    ),
    entry(
        "ages",
        answer("ages = {'ann': 30, 'bob': 25}"),
        check("items", "assert sorted(ages.items()) == [('ann', 30), ('bob', 25)]"),
        check("get", "assert ages['ann'] == 30 and ages.get('zoe') is None"),
        style="ages = dict(ann=30, bob=25)",
        types="from collections import defaultdict\nages = defaultdict(int, ann=30, bob=25)",
        wrong="ages = {'ann': 30, 'bob': 25, 'zoe': 0}",
        fails="items get",
    ),
    entry(
        "counter",
        answer("counts = {'a': 2, 'b': 1}"),
        check("equal", "assert counts == {'a': 2, 'b': 1}"),
        check("dict", "assert isinstance(counts, dict)"),
        style="counts = {}\nfor letter in 'aba':\n    counts[letter] = counts.get(letter, 0) + 1",
        types="from collections import Counter\ncounts = Counter('aba')",
        wrong="counts = [('a', 2), ('b', 1)]",
        fails="equal dict",
    ),
    entry(
        "unique",
        answer("unique = {1, 2, 3}"),
        check("equal", "assert set(unique) == {1, 2, 3}\nassert len(unique) == 3"),
        style="unique = set([1, 1, 2, 3])",
        types="unique = frozenset([1, 2, 3])",
        wrong="unique = [1, 1, 2, 3]",
    ),
    entry(
        "color",
        answer("color = 'red'"),
        check("text", "assert color == 'red' and color.upper() == 'RED'"),
        style='color = "RED".lower()',
        types="from enum import StrEnum\nclass Color(StrEnum):\n    RED = 'red'\ncolor = Color.RED",
        wrong="color = 'Red'",
    ),
    entry(
        "shortest",
        answer("shortest = min(['pear', 'fig'], key=len)"),
        check("text", "assert shortest == 'fig' and len(shortest) == 3"),
        style="shortest = sorted(['pear', 'fig'], key=len)[0]",
        types="shortest = np.array(['pear', 'fig'])[1]",
        wrong="shortest = min(['pear', 'fig', ''], key=len)",
    ),
    entry(
        "matrix",
        answer("matrix = [[1, 2], [3, 4]]"),
        check("rows", "assert [list(row) for row in matrix] == [[1, 2], [3, 4]]"),
        check("last", "assert matrix[1][0] == 3 and len(matrix) == 2"),
        style="matrix = [[2 * i + j + 1 for j in range(2)] for i in range(2)]",
        types="matrix = np.arange(1, 5).reshape(2, 2)",
        wrong="matrix = [[1, 3], [2, 4]]",
        fails="rows last",
    ),
    entry(
        "pathlike",
        answer("report_path = 'out/report.txt'"),
        check("name", "import os\nassert os.path.basename(report_path) == 'report.txt'"),
        style="import os\nreport_path = os.path.join('out', 'report.txt')",
        types="from pathlib import Path\nreport_path = Path('out') / 'report.txt'",
        wrong="report_path = 'out/report'",
    ),
    entry(
        "released",
        answer("import datetime\nreleased = datetime.date(2024, 2, 29)"),
        check("parts", "assert (released.year, released.month, released.day) == (2024, 2, 29)"),
        check("format", "assert released.strftime('%d.%m.%Y') == '29.02.2024'"),
        style="from datetime import datetime as dt\nreleased = dt(2024, 2, 29)",
        types="released = pd.Timestamp('2024-02-29')",
        wrong="import datetime\nreleased = datetime.date(2024, 3, 1)",
        fails="parts format",
    ),
)
THEME = Theme("kinds", ENTRIES, first="import numpy as np\nimport pandas as pd")
