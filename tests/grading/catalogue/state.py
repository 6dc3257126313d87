"""Names that checks and answers share: helpers, hidden imports, globals, later changes, call order."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, free, given

ENTRIES = (
    entry(
        "hiddenhelper",
        answer("speed = 120 / 2"),
        check(
            "value",
            """
            assert speed is not None
            ### BEGIN HIDDEN TESTS
            import math as hidden_math
            def within(a, b, tolerance=1e-6):
                return hidden_math.isclose(a, b, abs_tol=tolerance)
            assert within(speed, 60)
            ### END HIDDEN TESTS
            """,
        ),
        style="distance = 120\nhours = 2\nspeed = distance / hours",
        types="from decimal import Decimal\nspeed = Decimal(60)",
        wrong="speed = 120 // 2.1",
    ),
    entry(
        "usesit",
        answer("time_needed = 90 / 60"),
        check(
            "value",
            """
            ### BEGIN HIDDEN TESTS
            assert within(time_needed, 1.5)
            assert hidden_math.floor(time_needed) == 1
            ### END HIDDEN TESTS
            """,
        ),
        style="time_needed = 1.5",
        types="from fractions import Fraction\ntime_needed = Fraction(3, 2)",
        wrong="time_needed = 60 / 90",
    ),
    entry(
        "tally",
        answer("""
            tallied = 0
            def tick():
                global tallied
                tallied += 1
                return tallied
        """),
        check("global", "before = tallied\ntick()\nassert tallied == before + 1"),
        check("again", "assert tick() == before + 2 and tallied == before + 2"),
        style="tallied = 0\ndef tick():\n    globals()['tallied'] += 1\n    return tallied",
        wrong="tallied = 0\ndef tick(tallied=tallied):\n    tallied += 1\n    return tallied",
        fails="global again",
    ),
    entry(
        "settings",
        given("rate = 0.2"),
        answer("def tax(amount):\n    return amount * rate"),
        check("value", "assert tax(100) == 20"),
        check(
            "other-rate",
            """
            rate = 0.5
            assert tax(100) == 50, "use the variable rate"
            rate = 0.2
            """,
        ),
        style="def tax(amount):\n    '''Tax at the rate of today.'''\n    return rate * amount",
        types="import operator\ntax = lambda amount: operator.mul(amount, rate)",
        wrong="def tax(amount):\n    return amount * 0.2",
    ),
    entry(
        "leaks",
        given("basket = ['apple', 'pear']"),
        answer("""
            def with_fig(items):
                return items + ["fig"]
            longer = with_fig(basket)
        """),
        check("value", "assert longer == ['apple', 'pear', 'fig']"),
        check("basket", "assert basket == ['apple', 'pear'], 'the basket must stay as it was'"),
        style="def with_fig(items):\n    return [*items, 'fig']\nlonger = with_fig(basket)",
        types="longer = tuple(basket) + ('fig',)\nlonger = list(longer)\nwith_fig = None",
        wrong="def with_fig(items):\n    items += ['fig']\n    return items\nlonger = with_fig(basket)",
        passes_blank="basket",
    ),
    entry(
        "shadow",
        answer("numbers_given = [3, 1, 2]\nhighest = max(numbers_given)"),
        check("value", "assert highest == 3"),
        check(
            "builtin",
            "assert max([1, 9]) == 9 and list('ab') == ['a', 'b'], 'a builtin was overwritten'",
        ),
        style="numbers_given = [3, 1, 2]\nhighest = sorted(numbers_given)[-1]",
        types="import numpy as np\nnumbers_given = np.array([3, 1, 2])\nhighest = numbers_given.max()",
        wrong="numbers_given = [3, 1, 2]\nmax = highest = max(numbers_given)",
        fails="builtin",
        passes_blank="builtin",
    ),
    entry(
        "restored",
        free("import builtins\nmax = builtins.max"),
        answer("pi_ish = 22 / 7"),
        check("value", "assert round(pi_ish, 3) == 3.143"),
        check("max", "assert max(pi_ish, 3) == pi_ish"),
        style="pi_ish = round(22 / 7, 6)",
        types="import numpy as np\npi_ish = np.divide(22, 7)",
        wrong="pi_ish = 3.14",
        fails="value",
    ),
    entry(
        "changed",
        answer("level = 1", "first-answer"),
        check("first", "assert level == 1"),
        answer("level = level + 1", "second-answer"),
        check("second", "assert level == 2"),
        answer("level *= 10", "third-answer"),
        check("third", "assert level == 20"),
        style={
            "first-answer": "level = int('1')",
            "second-answer": "level += 1",
            "third-answer": "level = 10 * level",
        },
        types={"first-answer": "level = 1.0", "second-answer": "level += 1"},
        wrong={"second-answer": "level = level + 2"},
        fails="second third",
    ),
    entry(
        "inplace",
        answer("guests = ['ann']", "first-answer"),
        check("first", "assert guests == ['ann']\nguests_then = guests"),
        answer("guests.append('bob')", "second-answer"),
        check("second", "assert guests == ['ann', 'bob']"),
        check("same", "assert guests_then is guests, 'change the list, make no new one'"),
        style={"second-answer": "guests += ['bob']"},
        types={
            "first-answer": "class Guests(list):\n    pass\nguests = Guests(['ann'])",
            "second-answer": "guests.extend(['bob'])",
        },
        wrong={"second-answer": "guests = guests + ['bob']"},
    ),
    entry(
        "order",
        answer("""
            def make_log():
                return []
            def note(log, text):
                log.append(text)
                return len(log)
        """),
        check("first", "log = make_log()\nassert note(log, 'a') == 1"),
        check("second", "assert note(log, 'b') == 2 and log == ['a', 'b']"),
        check("fresh", "assert make_log() == [], 'every log starts empty'"),
        style="make_log = list\ndef note(log, text):\n    log += [text]\n    return len(log)",
        types="""
            from collections import UserList
            make_log = UserList
            def note(log, text):
                log.insert(len(log), text)
                return len(log)
        """,
        wrong="""
            the_log = []
            def make_log():
                return the_log
            def note(log, text):
                log.append(text)
                return len(log)
        """,
    ),
    entry(
        "deleted",
        answer("""
            scratch_value = 5
            kept_value = scratch_value * 2
            del scratch_value
        """),
        check("kept", "assert kept_value == 10"),
        check(
            "gone",
            """
            try:
                scratch_value
            except NameError:
                pass
            else:
                raise AssertionError("delete scratch_value")
            """,
        ),
        style="scratch_value = 5\nkept_value = scratch_value + scratch_value\ndel scratch_value",
        types="kept_value = 10.0\nscratch_value = 5\nglobals().pop('scratch_value')",
        wrong="scratch_value = 5\nkept_value = scratch_value * 2",
        passes_blank="gone",
    ),
    entry(
        "cleanup",
        answer("def triple(n):\n    return 3 * n"),
        check("value", "kept_triple = triple\nassert triple(2) == 6"),
        check(
            "replaced",
            """
            del triple
            try:
                triple(1)
                raise AssertionError("not deleted")
            except NameError:
                triple = kept_triple
            assert triple(3) == 9
            """,
        ),
        answer("nine_fold = triple(triple(1))", "nine"),
        check("uses", "assert nine_fold == 9"),
        style={"answer": "triple = lambda n: n + n + n"},
        types={"answer": "import operator, functools\ntriple = functools.partial(operator.mul, 3)"},
        wrong={"nine": "nine_fold = triple(1) * 2"},
    ),
    entry(
        "fixture",
        given("""
            class Recorder:
                def __init__(self):
                    self.lines = []
                def __call__(self, line):
                    self.lines.append(line)
        """),
        answer(
            "def report(scores, emit):\n    for name in scores:\n        emit(f'{name}: {scores[name]}')"
        ),
        check(
            "lines",
            """
            recorder = Recorder()
            report({"ann": 3, "bob": 4}, recorder)
            assert recorder.lines == ["ann: 3", "bob: 4"]
            """,
        ),
        check("stays", "assert len(recorder.lines) == 2"),
        style="def report(scores, emit):\n    for name, score in scores.items():\n        emit('%s: %d' % (name, score))",
        types="""
            import collections
            def report(scores, emit):
                collections.deque(map(emit, map("{0[0]}: {0[1]}".format, scores.items())), maxlen=0)
        """,
        wrong="def report(scores, emit):\n    for name in scores:\n        emit(f'{name}: {scores[name]}')\n    emit('')",
        fails="lines stays",
    ),
    entry(
        "lazyread",
        given("threshold = 3"),
        answer("above = [x for x in [1, 4, 5] if x > threshold]"),
        check("value", "assert list(above) == [4, 5]"),
        style="above = []\nfor x in [1, 4, 5]:\n    if x > threshold:\n        above.append(x)",
        types="above = filter(lambda x: x > threshold, [1, 4, 5])",
        wrong="threshold = 4\nabove = [x for x in [1, 4, 5] if x > threshold]",
    ),
    entry(
        "underscore",
        answer("result_shown = sum([4, 5])\nresult_shown"),
        check("value", "assert result_shown == 9"),
        style="result_shown = 4 + 5\nprint(result_shown)",
        types="import numpy as np\nresult_shown = np.sum([4, 5])\nresult_shown",
        wrong="result_shown = print(4 + 5)",
    ),
)
THEME = Theme("state", ENTRIES)
