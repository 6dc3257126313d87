"""What a function does to its arguments, and which object it returns."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry

ENTRIES = (
    entry(
        "doubled",
        answer("""
            def doubled(xs):
                return [2 * x for x in xs]
        """),
        check("value", "assert doubled([1, 2]) == [2, 4]"),
        check(
            "unchanged",
            """
            given = [3, 4]
            doubled(given)
            assert given == [3, 4], "must not change its argument"
            """,
        ),
        style="""
            def doubled(xs):
                out = []
                for x in xs:
                    out.append(x + x)
                return out
        """,
        types="doubled = lambda xs: list(map(lambda x: x * 2, xs))",
        wrong="""
            def doubled(xs):
                for i in range(len(xs)):
                    xs[i] *= 2
                return xs
        """,
    ),
    entry(
        "padded",
        answer("""
            def padded(rows):
                return list(rows)
        """),
        check(
            "new",
            """
            mine = [1, 2]
            assert padded(mine) is not mine, "must be a new list"
            assert padded(mine) == mine
            """,
        ),
        style="""
            def padded(rows):
                return rows[:]
        """,
        types="""
            class Copier:
                def __call__(self, rows):
                    return [*rows]
            padded = Copier()
        """,
        wrong="""
            def padded(rows):
                return rows
        """,
    ),
    entry(
        "sortmine",
        answer("""
            def sort_rows(rows):
                rows.sort()
        """),
        check(
            "in-place",
            """
            rows = [3, 1, 2]
            assert sort_rows(rows) is None
            assert rows == [1, 2, 3], "sort the list that you are given"
            """,
        ),
        style="""
            def sort_rows(rows):
                rows[:] = sorted(rows)
        """,
        types="sort_rows = list.sort",
        wrong="""
            def sort_rows(rows):
                rows = sorted(rows)
        """,
    ),
    entry(
        "mutdefault",
        answer("""
            def collect(item, into=None):
                into = [] if into is None else into
                into.append(item)
                return into
        """),
        check("given", "assert collect(2, [1]) == [1, 2]"),
        check(
            "fresh",
            """
            collect(1)
            assert collect(2) == [2], "each call starts with a list of its own"
            """,
        ),
        check(
            "same",
            """
            box = []
            assert collect(5, box) is box
            """,
        ),
        style="""
            def collect(item, into=None):
                if into is None:
                    return [item]
                into += [item]
                return into
        """,
        types="""
            from functools import wraps
            def _counted(f):
                @wraps(f)
                def inner(*args, **kwargs):
                    return f(*args, **kwargs)
                return inner
            @_counted
            def collect(item, into=None):
                into = list() if into is None else into
                into.append(item)
                return into
        """,
        wrong="""
            def collect(item, into=[]):
                into.append(item)
                return into
        """,
        fails="fresh",
    ),
    entry(
        "nested",
        answer("""
            import copy
            def without_first(table):
                copied = copy.deepcopy(table)
                for row in copied:
                    row.pop(0)
                return copied
        """),
        check("value", "assert without_first([[1, 2], [3, 4]]) == [[2], [4]]"),
        check(
            "deep",
            """
            table = [[1, 2], [3, 4]]
            without_first(table)
            assert table == [[1, 2], [3, 4]], "the inner lists must stay as well"
            """,
        ),
        style="""
            def without_first(table):
                return [row[1:] for row in table]
        """,
        types="""
            from functools import partial
            def _drop(n, table):
                return [list(row[n:]) for row in table]
            without_first = partial(_drop, 1)
        """,
        wrong="""
            def without_first(table):
                copied = list(table)
                for row in copied:
                    row.pop(0)
                return copied
        """,
    ),
    entry(
        "merged",
        answer("""
            def merged(a, b):
                return {**a, **b}
        """),
        check(
            "dicts",
            """
            a, b = {"x": 1}, {"y": 2}
            m = merged(a, b)
            assert m == {"x": 1, "y": 2}
            assert a == {"x": 1} and b == {"y": 2}
            """,
        ),
        style="""
            def merged(a, b):
                out = a.copy()
                out.update(b)
                return out
        """,
        types="""
            from collections import ChainMap, OrderedDict
            def merged(a, b):
                return OrderedDict(ChainMap(b, a))
        """,
        wrong="""
            def merged(a, b):
                a.update(b)
                return a
        """,
    ),
    entry(
        "twolists",
        answer("""
            first = [1, 2]
            second = list(first)
        """),
        check("equal", "assert first == second == [1, 2]"),
        check("apart", "assert first is not second, 'two names for one list'"),
        check(
            "append",
            """
            first.append(3)
            assert second == [1, 2]
            del first[-1]
            """,
        ),
        style="first = [1, 2]\nsecond = first.copy()",
        types="""
            class Row(list):
                pass
            first = Row([1, 2])
            second = Row(first)
        """,
        wrong="first = [1, 2]\nsecond = first",
        fails="apart append",
    ),
    entry(
        "flags",
        answer("""
            flag = 3 > 2
            nothing = None
            n = 5
        """),
        check("is", "assert flag is True\nassert nothing is None"),
        check("type", "assert type(n) is int"),
        style="flag = bool(1)\nnothing = {}.get('x')\nn = len('abcde')",
        wrong="import numpy as np\nflag = True\nnothing = None\nn = np.int64(5)",
    ),
    entry(
        "npflag",
        answer("taller = 180 > 170\ncount = 3"),
        check("true", "assert taller == True and count == 3"),
        check("only-true", 'assert taller is True or str(type(taller)).endswith("numpy.bool\'>")'),
        style="taller = not (180 <= 170)\ncount = 1 + 2",
        types="import numpy as np\ntaller = np.bool_(True)\ncount = np.int64(3)",
        wrong="taller = 1\ncount = 3",
        fails="only-true",
    ),
    entry(
        "grid",
        answer("""
            def empty_grid(rows, columns):
                return [[0] * columns for _ in range(rows)]
        """),
        check("shape", "assert empty_grid(2, 3) == [[0, 0, 0], [0, 0, 0]]"),
        check(
            "independent",
            """
            grid = empty_grid(2, 2)
            grid[0][0] = 9
            assert grid[1][0] == 0, "the rows are one and the same list"
            """,
        ),
        style="""
            def empty_grid(rows, columns):
                out = []
                for _ in range(rows):
                    out.append([0 for _ in range(columns)])
                return out
        """,
        types="""
            from functools import lru_cache
            def empty_grid(rows, columns, *, fill=0):
                return list([fill] * columns for _ in range(rows))
        """,
        wrong="""
            def empty_grid(rows, columns):
                return [[0] * columns] * rows
        """,
    ),
    entry(
        "alias",
        answer("""
            def snapshot(history, state):
                history.append(dict(state))
                return history
        """),
        check(
            "frozen",
            """
            history, state = [], {"x": 1}
            snapshot(history, state)
            state["x"] = 2
            snapshot(history, state)
            assert [one["x"] for one in history] == [1, 2]
            """,
        ),
        check("kept", "assert len(history) == 2 and history[-1]['x'] == 2"),
        style="""
            import copy
            def snapshot(history, state):
                history.append(copy.copy(state))
                return history
        """,
        types="""
            from types import MappingProxyType
            def snapshot(history, state):
                history += [MappingProxyType({**state})]
                return history
        """,
        wrong="""
            def snapshot(history, state):
                history.append(state)
                return history
        """,
        fails="frozen",
    ),
    entry(
        "swap",
        answer("""
            def swap(pair):
                a, b = pair
                return b, a
        """),
        check("tuple", "assert swap((1, 2)) == (2, 1)\nassert isinstance(swap((1, 2)), tuple)"),
        check(
            "any",
            """
            marker = object()
            out = swap((marker, None))
            assert out[1] is marker and out[0] is None
            """,
        ),
        style="""
            def swap(pair):
                return tuple(reversed(pair))
        """,
        types="""
            from collections import namedtuple
            Swapped = namedtuple("Swapped", "left right")
            def swap(pair):
                return Swapped(pair[1], pair[0])
        """,
        wrong="""
            import copy
            class _Same:
                pass
            def swap(pair):
                return tuple(x if isinstance(x, (int, type(None))) else _Same() for x in pair[::-1])
        """,
    ),
)
THEME = Theme("arguments", ENTRIES)
