"""What libraries and the process remember: options, contexts, generators' states, registrations."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, given

ENTRIES = (
    entry(
        "rngstate",
        given("random.seed(10)\nnp.random.seed(10)"),
        answer("drawn = random.randint(1, 100)"),
        check("value", "assert drawn == random.Random(10).randint(1, 100)"),
        check(
            "next",
            """
            expected_stream = random.Random(10)
            expected_stream.randint(1, 100)
            assert random.random() == expected_stream.random(), "draw exactly one number"
            """,
        ),
        style="drawn = random.randrange(1, 101)",
        types="drawn = np.int64(random.randint(1, 100))",
        wrong="random.seed(10)\ndrawn = random.randint(1, 100)\nrandom.random()",
        fails="next",
    ),
    entry(
        "npstate",
        answer("np_draw = np.random.rand(2)"),
        check("follows", "assert np.allclose(np_draw, np.random.RandomState(10).rand(2))"),
        style="np_draw = np.array([np.random.rand(), np.random.rand()])",
        types="np_draw = pd.Series(np.random.random(2))",
        wrong="np.random.rand()\nnp_draw = np.random.rand(2)",
    ),
    entry(
        "pdoption",
        answer('pd.set_option("display.precision", 2)'),
        check("option", 'assert pd.get_option("display.precision") == 2'),
        check(
            "shown",
            'assert "0.33" in repr(pd.Series([1 / 3])) and "0.333" not in repr(pd.Series([1 / 3]))',
        ),
        style="pd.options.display.precision = 2",
        wrong='pd.set_option("display.precision", 3)',
        fails="option shown",
    ),
    entry(
        "npprint",
        answer("np.set_printoptions(precision=3, suppress=True)"),
        check("text", "assert str(np.array([1 / 3])) == '[0.333]'"),
        style="np.set_printoptions(suppress=True, precision=3, threshold=50)",
        wrong="np.set_printoptions(precision=4)",
    ),
    entry(
        "rcparams",
        answer('plt.rcParams["lines.linewidth"] = 3'),
        check("set", 'assert plt.rcParams["lines.linewidth"] == 3'),
        check("used", "line_drawn, = plt.plot([1, 2])\nassert line_drawn.get_linewidth() == 3"),
        style='plt.rc("lines", linewidth=3)',
        types='plt.rcParams.update({"lines.linewidth": 3.0})',
        wrong='with plt.rc_context({"lines.linewidth": 3}):\n    pass',
        fails="set used",
    ),
    entry(
        "decimals",
        answer("import decimal\ndecimal.getcontext().prec = 4"),
        check("third", "assert str(decimal.Decimal(1) / 3) == '0.3333'"),
        style="from decimal import getcontext\nimport decimal\ngetcontext().prec = 4",
        types="import decimal\ndecimal.setcontext(decimal.Context(prec=4))",
        wrong="import decimal\nwith decimal.localcontext(prec=4):\n    third = decimal.Decimal(1) / 3",
    ),
    entry(
        "recursion",
        answer("import sys\nsys.setrecursionlimit(5000)"),
        check("limit", "assert sys.getrecursionlimit() == 5000"),
        # Where it is not deep enough no thousand lines of a traceback are drawn.
        check(
            "deep",
            """
            def deep(n):
                return n and 1 + deep(n - 1)
            try:
                reached = deep(2500)
            except RecursionError:
                reached = 0
            assert reached == 2500
            """,
        ),
        style="from sys import setrecursionlimit\nimport sys\nsetrecursionlimit(5 * 10**3)",
        wrong="import sys\nsys.setrecursionlimit(2000)",
        fails="limit deep",
    ),
    entry(
        "environment",
        answer('import os\nos.environ["COURSE_MODE"] = "test"'),
        check("set", 'assert os.environ.get("COURSE_MODE") == "test" == os.getenv("COURSE_MODE")'),
        style='import os\nos.environ.update(COURSE_MODE="test")',
        types="%env COURSE_MODE=test\nimport os",
        wrong='import os\nCOURSE_MODE = "test"',
    ),
    entry(
        "directory",
        answer('import os\nhome_folder = os.getcwd()\nos.chdir("inner")'),
        check("cwd", 'assert os.path.basename(os.getcwd()) == "inner"'),
        check("file", 'assert open("note.txt").read() == "inside"'),
        given("os.chdir(home_folder)\nassert not os.path.exists('note.txt')"),
        style="import os\nhome_folder = os.path.abspath('.')\n%cd -q inner",
        wrong='import os\nhome_folder = os.getcwd()\nos.chdir("other")',
        fails="cwd file",
    ),
    entry(
        "path",
        answer(
            'import sys\nsys.path.insert(0, "lib")\nimport tools_here\ntool_value = tools_here.VALUE'
        ),
        check("import", "import tools_here\nassert tool_value == tools_here.VALUE == 5"),
        check("more", "from tools_more import MORE\nassert MORE == 6, 'put lib on the path'"),
        style='import sys\nsys.path.append("lib")\nfrom tools_here import VALUE as tool_value',
        wrong="tool_value = int(open('lib/tools_here.py').read().split('=')[1])",
        fails="import more",
    ),
    entry(
        "filters",
        answer('import warnings\nwarnings.simplefilter("error", UserWarning)'),
        check(
            "raises",
            """
            import warnings
            try:
                warnings.warn("look")
                raised_it = False
            except UserWarning:
                raised_it = True
            assert raised_it
            """,
        ),
        given('warnings.simplefilter("default", UserWarning)', "reset"),
        style='import warnings\nwarnings.filterwarnings("error", category=UserWarning)',
        wrong='import warnings\nwarnings.simplefilter("ignore", UserWarning)',
    ),
    entry(
        "logging",
        answer("""
            import logging
            log_of_course = logging.getLogger("course")
            log_of_course.setLevel(logging.INFO)
        """),
        check(
            "records",
            """
            import logging
            class Keeping(logging.Handler):
                def __init__(self):
                    super().__init__()
                    self.lines = []
                def emit(self, record):
                    self.lines.append(record.getMessage())
            keeping = Keeping()
            logging.getLogger("course").addHandler(keeping)
            logging.getLogger("course").propagate = False
            log_of_course.info("one")
            log_of_course.debug("two")
            assert keeping.lines == ["one"]
            """,
        ),
        check(
            "level",
            "assert log_of_course.level == 20 and log_of_course is logging.getLogger('course')",
        ),
        style="""
            from logging import INFO, getLogger
            log_of_course = getLogger("course")
            log_of_course.setLevel("INFO")
        """,
        wrong="""
            import logging
            log_of_course = logging.getLogger("other")
            log_of_course.setLevel(logging.INFO)
        """,
        fails="records level",
    ),
    entry(
        "dispatch",
        given("""
            from functools import singledispatch
            @singledispatch
            def describe(value):
                return "something"
        """),
        answer('@describe.register\ndef _(value: int):\n    return f"the number {value}"'),
        check("int", 'assert describe(3) == "the number 3"'),
        check("rest", 'assert describe("x") == "something"'),
        style='def _describe_int(value):\n    return "the number %d" % value\ndescribe.register(int, _describe_int)',
        types='describe.register(int)(lambda value: f"the number {value}")',
        wrong='def describe(value):\n    return f"the number {value}"',
        fails="rest",
        passes_blank="rest",
    ),
    entry(
        "accessor",
        answer("""
            @pd.api.extensions.register_series_accessor("fun")
            class Fun:
                def __init__(self, series):
                    self._series = series
                def double(self):
                    return self._series * 2
        """),
        check("used", "assert pd.Series([1, 2]).fun.double().tolist() == [2, 4]"),
        style="""
            class Fun:
                def __init__(self, series):
                    self.s = series
                def double(self):
                    return self.s + self.s
            pd.api.extensions.register_series_accessor("fun")(Fun)
        """,
        wrong="""
            @pd.api.extensions.register_dataframe_accessor("fun")
            class Fun:
                def __init__(self, series):
                    self._series = series
                def double(self):
                    return self._series * 2
        """,
    ),
    entry(
        "contextvar",
        answer("""
            from contextvars import ContextVar
            user = ContextVar("user", default="nobody")
            def greet_user():
                return "hello " + user.get()
        """),
        check("default", 'assert greet_user() == "hello nobody"'),
        check(
            "set",
            """
            token = user.set("ann")
            try:
                assert greet_user() == "hello ann"
            finally:
                user.reset(token)
            """,
        ),
        style="""
            import contextvars
            user = contextvars.ContextVar("user")
            def greet_user():
                return f"hello {user.get('nobody')}"
        """,
        wrong="""
            from contextvars import ContextVar
            user = ContextVar("user", default="nobody")
            def greet_user(name=user.get()):
                return "hello " + name
        """,
    ),
)
THEME = Theme(
    "settings",
    ENTRIES,
    first="%matplotlib inline\nimport random, os, sys\nimport numpy as np, pandas as pd\nimport matplotlib.pyplot as plt",
    files={
        "inner/note.txt": "inside",
        "other/note.txt": "elsewhere",
        "lib/tools_here.py": "VALUE = 5\n",
        "lib/tools_more.py": "MORE = 6\n",
    },
)
