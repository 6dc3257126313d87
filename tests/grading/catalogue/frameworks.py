"""Checks written with unittest, pytest, doctest, numpy's, pandas' and mathematical comparisons."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry

ENTRIES = (
    entry(
        "add",
        answer('''
            def add(a, b=1):
                """Add.

                >>> add(1, 2)
                3
                """
                if isinstance(a, str):
                    raise TypeError("no text")
                return a + b
        '''),
        check(
            "unittest",
            """
            import io
            class TestAdd(unittest.TestCase):
                def test_values(self):
                    self.assertEqual(add(1, 2), 3)
                def test_text(self):
                    with self.assertRaises(TypeError):
                        add("x")
            suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestAdd)
            result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
            assert result.wasSuccessful()
            """,
        ),
        check("raises", 'with pytest.raises(TypeError, match="no text"):\n    add("x")'),
        check(
            "doctest",
            """
            found = doctest.DocTestFinder().find(add, "add", globs={"add": add})
            runner = doctest.DocTestRunner(verbose=False)
            tried = sum(runner.run(one, out=lambda text: None).attempted for one in found)
            assert tried >= 1 and runner.failures == 0
            """,
        ),
        check("keywords", "assert add(b=3, a=4) == 7 and add(1) == 2"),
        check("arrays", "np.testing.assert_allclose(add(np.arange(3), 1.0), [1, 2, 3])"),
        check(
            "series",
            "pd.testing.assert_series_equal(add(pd.Series([1, 2]), 1), pd.Series([2, 3]))",
        ),
        style='''
            def add(a, b=1):
                """Return the sum; text is refused.

                >>> add(4)
                5
                >>> add(2, -2)
                0
                """
                if type(a) is str or type(b) is str:
                    raise TypeError("no text, please")
                return b + a
        ''',
        types='''
            from functools import wraps
            def no_text(function):
                @wraps(function)
                def inner(a, b=1):
                    if isinstance(a, str):
                        raise TypeError("here is no text allowed")
                    return function(a, b)
                return inner
            @no_text
            def add(a, b=1):
                """Add.

                >>> add(1, 2)
                3
                """
                return a + b
        ''',
        wrong='''
            def add(a, b=1):
                """Add.

                >>> add(1, 2)
                3
                """
                if isinstance(a, str):
                    raise TypeError("text")
                return a + b
        ''',
        fails="raises",
    ),
    entry(
        "mainrun",
        answer("""
            def is_leap(year):
                return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        """),
        check(
            "main",
            """
            import io, contextlib
            class TestLeap(unittest.TestCase):
                def test_usual(self):
                    self.assertTrue(is_leap(2024))
                    self.assertFalse(is_leap(2023))
                def test_century(self):
                    self.assertFalse(is_leap(1900))
            with contextlib.redirect_stderr(io.StringIO()):
                program = unittest.main(argv=["check", "TestLeap"], exit=False, verbosity=0)
            assert program.result.wasSuccessful(), program.result.failures
            """,
        ),
        style="""
            import calendar
            def is_leap(year):
                return calendar.isleap(year)
        """,
        types="import calendar\nis_leap = calendar.isleap",
        wrong="def is_leap(year):\n    return year % 4 == 0",
    ),
    entry(
        "approx",
        answer("root = 2 ** 0.5"),
        check("pytest", "assert root == pytest.approx(1.41421356)"),
        check("case", "unittest.TestCase().assertAlmostEqual(root, 1.4142136, places=6)"),
        style="import math\nroot = math.sqrt(2)",
        types="root = np.sqrt(2)",
        wrong="root = 1.4142",
        fails="pytest case",
    ),
    entry(
        "vector",
        answer("unit = np.array([3.0, 4.0]) / 5"),
        check("close", "np.testing.assert_allclose(unit, [0.6, 0.8])"),
        check(
            "almost", "np.testing.assert_array_almost_equal(unit, np.array([0.6, 0.8]), decimal=3)"
        ),
        style="unit = np.array([3.0, 4.0])\nunit /= np.linalg.norm(unit)",
        types="unit = (0.6, 0.8)",
        wrong="unit = [0.6, 0.7999]",
        fails="close",
    ),
    entry(
        "labels",
        answer("labels = np.array(['a', 'b'])"),
        check("equal", "np.testing.assert_array_equal(labels, ['a', 'b'])"),
        check("equal2", "np.testing.assert_equal(list(labels), ['a', 'b'])"),
        style="labels = np.array(list('ab'))",
        types="labels = pd.Index(['a', 'b'])",
        wrong="labels = ['a', 'b', 'b']",
        fails="equal equal2",
    ),
    entry(
        "frame",
        answer('frame = pd.DataFrame({"x": [1, 2], "y": [0.5, 1.5]})'),
        check(
            "equal",
            """
            wanted = pd.DataFrame({"x": [1, 2], "y": [0.5, 1.5]})
            pd.testing.assert_frame_equal(frame, wanted)
            """,
        ),
        check(
            "loose",
            "pd.testing.assert_frame_equal(frame, wanted, check_dtype=False, check_like=True)",
        ),
        style='frame = pd.DataFrame([[1, 0.5], [2, 1.5]], columns=["x", "y"])\nframe.x = frame.x.astype(int)',
        types="""
            frame = pd.DataFrame.from_records([{"x": np.int64(1), "y": np.float64(0.5)}, {"x": 2, "y": 1.5}])
        """,
        wrong='frame = pd.DataFrame({"x": [1.0, 2.0], "y": [0.5, 1.5]})',
        fails="equal",
    ),
    entry(
        "index",
        answer('idx = pd.Index([1, 2, 3], name="k")'),
        check("equal", 'pd.testing.assert_index_equal(idx, pd.Index([1, 2, 3], name="k"))'),
        style='idx = pd.Index([1, 2, 3]).rename("k")',
        types='idx = pd.Series([0, 0, 0], index=pd.Index([1, 2, 3], name="k")).index',
        wrong="idx = pd.Index([1, 2, 3])",
    ),
    entry(
        "subtests",
        answer("""
            def grade_of(points):
                return "A" if points >= 90 else "B" if points >= 80 else "C"
        """),
        check(
            "cases",
            """
            cases = [(95, "A"), (90, "A"), (89, "B"), (80, "B"), (0, "C")]
            for points, expected in cases:
                got = grade_of(points)
                assert got == expected, f"grade_of({points}) gave {got!r}, not {expected!r}"
            """,
        ),
        style="""
            def grade_of(points):
                for limit, letter in ((90, "A"), (80, "B")):
                    if points >= limit:
                        return letter
                return "C"
        """,
        types="""
            import bisect
            grade_of = lambda points: "CBA"[bisect.bisect([80, 90], points)]
        """,
        wrong='def grade_of(points):\n    return "A" if points > 90 else "B" if points > 80 else "C"',
    ),
    entry(
        "collected",
        answer("""
            def initials(name):
                return "".join(part[0].upper() for part in name.split())
        """),
        check(
            "count",
            """
            tests = {"ada lovelace": "AL", "x": "X", "": ""}
            failures = [name for name, right in tests.items() if initials(name) != right]
            assert not failures, f"wrong for {failures}"
            """,
        ),
        check(
            "many",
            """
            case = unittest.TestCase()
            case.assertEqual(initials("grace brewster hopper"), "GBH")
            case.assertIsInstance(initials("x y"), str)
            case.assertRegex(initials("q r"), r"^[A-Z]{2}$")
            """,
        ),
        style="""
            import re
            def initials(name):
                return "".join(re.findall(r"\\b\\w", name)).upper()
        """,
        types="""
            from collections import UserString
            class Initials:
                @staticmethod
                def of(name):
                    return str(UserString("").join(p[:1] for p in name.split())).upper()
            initials = Initials.of
        """,
        wrong="""
            def initials(name):
                return "".join(part[0] for part in name.title().split(" "))
        """,
        fails="count",
    ),
    entry(
        "hypothesislike",
        answer("""
            def flipped(text):
                return text[::-1]
        """),
        check(
            "random",
            """
            import random, string
            source = random.Random(7)
            for _ in range(200):
                word = "".join(source.choices(string.ascii_letters, k=source.randint(0, 8)))
                assert flipped(word) == "".join(reversed(word)), word
                assert flipped(flipped(word)) == word
            """,
        ),
        style="""
            def flipped(text):
                out = ""
                for letter in text:
                    out = letter + out
                return out
        """,
        types="""
            from operator import itemgetter
            flipped = itemgetter(slice(None, None, -1))
        """,
        wrong="""
            def flipped(text):
                return text[-1:0:-1]
        """,
    ),
    entry(
        "warned",
        answer("""
            import warnings
            def old_mean(xs):
                warnings.warn("use statistics.mean", DeprecationWarning)
                return sum(xs) / len(xs)
        """),
        check(
            "pytest",
            """
            with pytest.warns(DeprecationWarning, match="statistics"):
                assert old_mean([1, 3]) == 2
            """,
        ),
        check(
            "caught",
            """
            import warnings
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                old_mean([1])
            assert len(caught) == 1 and issubclass(caught[0].category, DeprecationWarning)
            """,
        ),
        style="""
            from warnings import warn
            def old_mean(xs):
                warn("please use statistics.mean", category=DeprecationWarning, stacklevel=2)
                return sum(xs) / len(xs)
        """,
        wrong="""
            import warnings
            def old_mean(xs):
                warnings.warn("use statistics.mean")
                return sum(xs) / len(xs)
        """,
        fails="pytest caught",
    ),
)
THEME = Theme(
    "frameworks",
    ENTRIES,
    first="import numpy as np, pandas as pd, unittest, pytest, inspect, doctest, types",
)
