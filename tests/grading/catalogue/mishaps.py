"""What goes wrong on the way: broken cells, names that collide, checks that stop half-way, odd last lines."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, free, given

ENTRIES = (
    entry(
        "syntax",
        answer("def half(x):\n    return x / 2"),
        check("value", "assert half(3) == 1.5"),
        style="half = lambda x: x * 0.5",
        types="from fractions import Fraction\nhalf = lambda x: Fraction(x, 2)",
        wrong="def half(x)\n    return x / 2",
    ),
    entry(
        "halfway",
        answer("left_part = 1\nright_part = 2"),
        check("left", "assert left_part == 1"),
        check("right", "assert right_part == 2"),
        style="left_part, right_part = 1, 2",
        types="left_part, right_part = range(1, 3)",
        wrong="left_part = 1\nright_part = lef_part + 1",
        fails="right",
    ),
    entry(
        "stops",
        answer("def negate(x):\n    return -x"),
        check(
            "value",
            """
            assert negate(0.5) == -0.5
            def same_size(a, b):
                return abs(a) == abs(b)
            """,
        ),
        check("size", "assert same_size(negate(4), 4)"),
        style="def negate(x):\n    return 0 - x",
        types="from operator import neg as negate",
        wrong="def negate(x):\n    return -int(x)",
        fails="value size",
    ),
    entry(
        "collides",
        answer("def scaled(xs, factor):\n    return [x * factor for x in xs]"),
        check(
            "value",
            """
            expected = [2, 4]
            assert scaled([1, 2], 2) == expected
            """,
        ),
        check("again", "expected = [0]\nassert scaled([7], 0) == expected"),
        style="def scaled(xs, factor):\n    out = []\n    for x in xs:\n        out += [factor * x]\n    return out",
        types="import numpy as np\nscaled = lambda xs, factor: (np.array(xs) * factor).tolist()",
        wrong="""
            expected = []
            def scaled(xs, factor):
                for x in xs:
                    expected.append(x * factor)
                done = list(expected)
                expected.clear()
                return done
        """,
        fails="value again",
    ),
    entry(
        "checksname",
        answer("def summed(xs):\n    return sum(xs)", "sums"),
        check("value", "sample_numbers = [1, 2, 3]\nassert summed(sample_numbers) == 6"),
        answer("sample_mean = summed(sample_numbers) / len(sample_numbers)", "means"),
        check("mean", "assert sample_mean == 2"),
        style={"means": "import statistics\nsample_mean = statistics.mean(sample_numbers)"},
        types={"means": "import numpy as np\nsample_mean = np.mean(sample_numbers)"},
        wrong={"means": "sample_mean = summed(sample_numbers) / 2"},
    ),
    entry(
        "overwrites",
        given("def is_close(a, b):\n    return abs(a - b) < 1e-6"),
        answer("quarter = 1 / 4"),
        check("value", "assert is_close(quarter, 0.25)"),
        style="quarter = 0.25",
        types="from decimal import Decimal\nquarter = float(Decimal('0.25'))",
        wrong="def is_close(a, b):\n    return a is b\nquarter = 1 / 4",
    ),
    entry(
        "star",
        answer("import math\nangle = math.radians(180)"),
        check("value", "assert round(angle, 4) == 3.1416"),
        check("pow", "assert pow(2, 3, 5) == 3"),
        style="from math import radians\nangle = radians(180)",
        types="import numpy as np\nangle = np.pi",
        wrong="from math import *\nangle = radians(180)",
        passes_blank="pow",
    ),
    entry(
        "unstar",
        free("from builtins import pow"),
        answer("eight = pow(2, 3)"),
        check("value", "assert eight == 8 and pow(3, 2, 5) == 4"),
        style="eight = 2 ** 3",
        types="eight = 8.0",
        wrong="eight = 3 ** 2",
    ),
    entry(
        "asksnobody",
        answer("name_given = 'Ann'\ngreeting = 'Hello ' + name_given"),
        check("value", "assert greeting == 'Hello ' + name_given"),
        style="name_given = 'Bo'\ngreeting = f'Hello {name_given}'",
        types="class Name(str):\n    pass\nname_given = Name('Cy')\ngreeting = 'Hello ' + name_given",
        wrong="name_given = input('Your name? ')\ngreeting = 'Hello ' + name_given",
    ),
    entry(
        "laststring",
        answer("doubles = [2, 4]"),
        check("text", "assert doubles == [2, 4]\n'well done'"),
        check(
            "frame", "import pandas as pd\nassert sum(doubles) == 6\npd.DataFrame({'d': doubles})"
        ),
        check("numpy", "import numpy as np\nassert len(doubles) == 2\nnp.float64(1.0)"),
        style="doubles = [2 * i for i in (1, 2)]",
        types="class D(list):\n    pass\ndoubles = D([2, 4])",
        wrong="doubles = [2, 4, 6]",
        fails="text frame numpy",
    ),
    entry(
        "excepts",
        answer(
            "def safe_int(text):\n    try:\n        return int(text)\n    except ValueError:\n        return None"
        ),
        check("none", "assert safe_int('x') is None and safe_int('12') == 12"),
        check(
            "through",
            """
            try:
                safe_int([])
            except TypeError:
                caught_it = True
            else:
                caught_it = False
            assert caught_it, "catch ValueError only"
            """,
        ),
        style="def safe_int(text):\n    return int(text) if not isinstance(text, str) or text.strip().lstrip('+-').isdigit() else None",
        types="from contextlib import suppress\ndef safe_int(text):\n    with suppress(ValueError):\n        return int(text)",
        wrong="def safe_int(text):\n    try:\n        return int(text)\n    except Exception:\n        return None",
    ),
    entry(
        "message",
        answer(
            "def checked(age):\n    if age < 0:\n        raise ValueError(f'age {age} is negative')\n    return age"
        ),
        check(
            "args",
            """
            try:
                checked(-3)
                problem = None
            except ValueError as error:
                problem = error
            assert problem is not None and problem.args == ("age -3 is negative",)
            """,
        ),
        check("type", "assert type(problem) is ValueError and str(problem).endswith('negative')"),
        style="def checked(age):\n    if not age >= 0:\n        raise ValueError('age %d is negative' % age)\n    return age",
        wrong="def checked(age):\n    if age < 0:\n        raise ValueError('age', age, 'is negative')\n    return age",
        fails="args type",
    ),
    entry(
        "cause",
        answer("""
            def load_setting(settings, key):
                try:
                    return settings[key]
                except KeyError as error:
                    raise LookupError(key) from error
        """),
        check(
            "chained",
            """
            try:
                load_setting({}, "k")
                raise AssertionError("no error")
            except LookupError as error:
                assert type(error) is LookupError
                assert isinstance(error.__cause__, KeyError), "use raise … from"
            """,
        ),
        style="""
            def load_setting(settings, key):
                try:
                    value = settings[key]
                except KeyError as missing:
                    raise LookupError(f"no {key}") from missing
                return value
        """,
        wrong="""
            def load_setting(settings, key):
                if key not in settings:
                    raise LookupError(key)
                return settings[key]
        """,
    ),
    entry(
        "mainname",
        answer("def main():\n    return 'ran'\nif __name__ == '__main__':\n    outcome = main()"),
        check("value", "assert outcome == 'ran' and __name__ == '__main__'"),
        check("module", "assert main.__module__ == '__main__'"),
        style="def main():\n    return 'r' + 'an'\noutcome = main()",
        types="import functools\n@functools.cache\ndef main():\n    return 'ran'\noutcome = main()",
        wrong="def main():\n    return 'ran'\nif __name__ == 'main':\n    outcome = main()",
        fails="value",
    ),
    entry(
        "doctested",
        answer('''
            def cubed(n):
                """Return the cube.

                >>> cubed(2)
                8
                """
                return n ** 3
        '''),
        check(
            "testmod", "import doctest\nassert doctest.testmod().failed == 0\nassert cubed(3) == 27"
        ),
        check(
            "example",
            "doctest.run_docstring_examples(cubed, globals())\nassert '>>>' in cubed.__doc__",
        ),
        style='''
            def cubed(n):
                """
                >>> cubed(3)
                27
                >>> cubed(-1)
                -1
                """
                return n * n * n
        ''',
        wrong='''
            def cubed(n):
                """Return the cube.

                >>> cubed(2)
                9
                """
                return n ** 3
        ''',
        fails="testmod",
    ),
    entry(
        "ipython",
        answer("shell_used = 'yes'"),
        check(
            "shell",
            "assert get_ipython() is not None and get_ipython().user_ns['shell_used'] == 'yes'",
        ),
        check("magic", "%time assert shell_used == 'yes'"),
        style="shell_used = ''.join('yes')",
        types="class S(str):\n    pass\nshell_used = S('yes')",
        wrong="shell_used = 'no'",
        fails="shell magic",
    ),
)
THEME = Theme("mishaps", ENTRIES)
