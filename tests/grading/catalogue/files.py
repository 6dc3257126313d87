"""Files, modules beside the notebook, magic commands, captured output, typed input, databases."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, given

ENTRIES = (
    entry(
        "readcsv",
        answer('sales = pd.read_csv("data.csv")'),
        check("sum", "assert sales.b.sum() == 6 and list(sales.columns) == ['a', 'b']"),
        check("there", 'assert os.path.exists("data.csv")'),
        style='with open("data.csv") as file:\n    sales = pd.read_csv(file)',
        types="""
            import csv
            with open("data.csv") as file:
                sales = pd.DataFrame(list(csv.DictReader(file)), dtype=float)
        """,
        wrong='sales = pd.read_csv("data.csv", header=None, names=["a", "b"], skiprows=2)',
        fails="sum",
        passes_blank="there",
    ),
    entry(
        "writes",
        answer('with open("out.txt", "w") as file:\n    file.write("done")'),
        check("text", 'assert open("out.txt").read() == "done"'),
        style='import pathlib\npathlib.Path("out.txt").write_text("done")',
        types='print("done", end="", file=open("out.txt", "w", buffering=1), flush=True)',
        wrong='with open("out.txt", "w") as file:\n    file.write("done\\n")',
    ),
    entry(
        "saves",
        answer("""
            import json
            def save(values, path):
                with open(path, "w") as file:
                    json.dump(values, file)
            def load(path):
                with open(path) as file:
                    return json.load(file)
        """),
        check(
            "roundtrip",
            """
            save({"x": [1, 2]}, "values.json")
            assert load("values.json") == {"x": [1, 2]}
            """,
        ),
        check("json", 'assert json.loads(open("values.json").read()) == {"x": [1, 2]}'),
        check(
            "own",
            """
            with open("mine.json", "w") as file:
                file.write("[3]")
            assert load("mine.json") == [3]
        """,
        ),
        style="""
            import json
            from pathlib import Path
            def save(values, path):
                Path(path).write_text(json.dumps(values, indent=1))
            def load(path):
                return json.loads(Path(path).read_text())
        """,
        types="""
            import json
            save = lambda values, path: print(json.dumps(values), file=open(path, "w"), flush=True)
            load = lambda path: json.load(open(path))
        """,
        wrong="""
            import json
            saved_values = {}
            def save(values, path):
                saved_values[path] = values
                open(path, "w").write(repr(values))
            def load(path):
                return saved_values.get(path, [3])
        """,
        fails="json",
    ),
    entry(
        "tempfile",
        answer(
            "def count_lines(path):\n    with open(path) as file:\n        return sum(1 for line in file)"
        ),
        check(
            "written",
            """
            import tempfile
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "three.txt")
                with open(path, "w") as file:
                    file.write("a\\n\\nc")
                assert count_lines(path) == 3
            """,
        ),
        style="def count_lines(path):\n    with open(path) as f:\n        return len(f.readlines())",
        types="from pathlib import Path\ncount_lines = lambda path: len(Path(path).read_text().splitlines())",
        wrong="def count_lines(path):\n    with open(path) as f:\n        return f.read().count('\\n')",
    ),
    entry(
        "module",
        answer("from helper import sq\nfrom sub.mod import K\nh = sq(K)"),
        check("value", "import helper\nassert h == 49 and helper.sq(2) == 4"),
        style="import helper\nimport sub.mod\nh = helper.sq(sub.mod.K)",
        types="import importlib\nh = float(importlib.import_module('helper').sq(7))",
        wrong="import helper\nhelper.sq = lambda x: 49\nh = helper.sq(7)",
    ),
    entry(
        "runs",
        answer("%run script.py\nbig = made_by_script + 1"),
        check("value", "assert big == 12 and made_by_script == 11"),
        style="%run -i script.py\nbig = 1 + made_by_script",
        types="import runpy\nmade_by_script = runpy.run_path('script.py')['made_by_script']\nbig = made_by_script + 1.0",
        wrong="big = 12\nmade_by_script = 10",
    ),
    entry(
        "timed",
        answer("%%time\ntimed = 5"),
        check("value", "assert timed == 5"),
        style="%time timed = 5",
        types="%%timeit -n 1 -r 1\nglobals()['timed'] = 5.0",
        wrong="%%timeit -n 1 -r 1\ntimed = 5",
    ),
    entry(
        "captured",
        answer('%%capture cap\nprint("caught")\nq = 3'),
        check("value", 'assert "caught" in cap.stdout and q == 3'),
        style='%%capture --no-display cap\nq = 3\nprint("it was caught")',
        wrong='%%capture cap\nq = 3\n"caught"',
    ),
    entry(
        "writefile",
        answer("%%writefile written.py\nZ = 3"),
        check("import", "from written import Z\nassert Z == 3"),
        style="with open('written.py', 'w') as f:\n    f.write('Z = 3')",
        types="%%file written.py\nfrom fractions import Fraction\nZ = Fraction(3)",
        wrong="%%writefile written.py\nZ = 4",
    ),
    entry(
        "shell",
        answer("names = !echo one two"),
        check("value", 'assert names == ["one two"]'),
        style="import subprocess\nnames = subprocess.run(['echo', 'one two'], capture_output=True, text=True).stdout.splitlines()",
        wrong="names = 'one two'",
    ),
    entry(
        "greets",
        answer('def greet(n):\n    print("hi", n)'),
        check(
            "stdout",
            """
            import io
            from contextlib import redirect_stdout
            buffer = io.StringIO()
            with redirect_stdout(buffer):
                greet("al")
            assert buffer.getvalue() == "hi al\\n"
            """,
        ),
        check(
            "patched",
            """
            from unittest.mock import patch
            with patch("builtins.print") as printed:
                greet("al")
            printed.assert_called_once_with("hi", "al")
            """,
        ),
        check(
            "sys",
            """
            import sys
            keep_out, sys.stdout = sys.stdout, io.StringIO()
            try:
                greet("bo")
                said = sys.stdout.getvalue()
            finally:
                sys.stdout = keep_out
            assert said.strip() == "hi bo"
            """,
        ),
        check(
            "capture",
            """
            from IPython.utils.capture import capture_output
            with capture_output() as shown:
                greet("cy")
            assert shown.stdout == "hi cy\\n"
            """,
        ),
        style='def greet(name):\n    words = ["hi", name]\n    print(*words)',
        types="from functools import partial\ngreet = lambda n: partial(print, 'hi')(n)",
        wrong='def greet(n):\n    return f"hi {n}"',
        fails="stdout patched sys capture",
    ),
    entry(
        "asks",
        answer('def ask():\n    return int(input("n? ")) * 2'),
        check(
            "patched",
            """
            with patch("builtins.input", side_effect=["4"]):
                assert ask() == 8
            """,
        ),
        check(
            "stdin",
            """
            answers_typed = iter(["1", "10"])
            keep_input = __builtins__.input
            __builtins__.input = lambda prompt="": next(answers_typed)
            try:
                assert [ask(), ask()] == [2, 20]
            finally:
                __builtins__.input = keep_input
            """,
        ),
        check(
            "global",
            """
            input = lambda prompt="": "7"
            assert ask() == 14
            del input
            """,
        ),
        style="def ask():\n    text = input()\n    return 2 * int(text)",
        types="import numpy as np\nask = lambda: np.int64(input('a number: ')) * 2",
        wrong='typed = None\ndef ask():\n    global typed\n    typed = typed or int(input("n? "))\n    return typed * 2',
        fails="stdin global",
    ),
    entry(
        "sqlite",
        answer("""
            import sqlite3
            con = sqlite3.connect(":memory:")
            con.execute("create table t (x int)")
            con.execute("insert into t values (3)")
            fetched = con.execute("select * from t").fetchall()
        """),
        check("rows", "assert fetched == [(3,)]"),
        check("live", 'assert con.execute("select sum(x) from t").fetchone()[0] == 3'),
        style="""
            import sqlite3
            con = sqlite3.connect("numbers.db")
            con.executescript("drop table if exists t; create table t (x integer); insert into t values (3);")
            fetched = list(con.execute("select x from t"))
        """,
        wrong="""
            import sqlite3
            con = sqlite3.connect(":memory:")
            con.execute("create table t (x int)")
            con.execute("insert into t values (3)")
            fetched = con.execute("select * from t").fetchall()
            con.execute("insert into t values (4)")
        """,
    ),
    entry(
        "query",
        given("""
            import sqlite3
            shop = sqlite3.connect(":memory:")
            _ = shop.execute("create table orders (who text, paid int)")
            _ = shop.executemany("insert into orders values (?, ?)", [("ann", 3), ("bob", 4), ("ann", 5)])
        """),
        answer('query = "select who, sum(paid) from orders group by who order by who"'),
        check("rows", 'assert shop.execute(query).fetchall() == [("ann", 8), ("bob", 4)]'),
        check("intact", 'assert shop.execute("select count(*) from orders").fetchone() == (3,)'),
        style='query = """SELECT who, SUM(paid)\nFROM orders\nGROUP BY who\nORDER BY who ASC;"""',
        types='query = "select who, total(paid) from orders group by 1 order by 1"',
        wrong='shop.execute("delete from orders where paid = 4")\nquery = "select who, paid * 2 + 2 * (paid = 3) + 0 * 1 from orders where who = \'ann\' limit 1"',
        fails="rows intact",
        passes_blank="intact",
    ),
    entry(
        "folder",
        answer("""
            os.makedirs("deep", exist_ok=True)
            os.chdir("deep")
            here = os.path.basename(os.getcwd())
            os.chdir("..")
        """),
        check("name", 'assert here == "deep" and os.path.isdir("deep")'),
        style='import pathlib\npathlib.Path("deep").mkdir(exist_ok=True)\nhere = "deep"',
        types='%mkdir -p deep\nos.makedirs("deep", exist_ok=True)\nhere = pathlib.Path("deep").name if "pathlib" in globals() else "deep"',
        wrong='here = "deep"',
    ),
    entry(
        "threads",
        answer("""
            from concurrent.futures import ThreadPoolExecutor
            with ThreadPoolExecutor(4) as pool:
                got = list(pool.map(lambda x: x * 2, range(5)))
        """),
        check("value", "assert got == [0, 2, 4, 6, 8]"),
        style="""
            import threading
            got = [None] * 5
            def work(i):
                got[i] = i * 2
            threads = [threading.Thread(target=work, args=(i,)) for i in range(5)]
            for t in threads: t.start()
            for t in threads: t.join()
        """,
        wrong="got = [2, 4, 6, 8, 10]",
    ),
    entry(
        "environ",
        answer("""
            import time
            os.environ["TZ"] = "Asia/Tokyo"
            time.tzset()
            zone = time.strftime("%Z", time.localtime(0))
        """),
        check("zone", 'assert zone in ("JST", "Asia")'),
        style="import time\nos.environ.update(TZ='Asia/Tokyo')\ntime.tzset()\nzone = time.tzname[0]",
        types="zone = 'JST'",
        wrong="import time\nzone = time.tzname[0].lower()",
    ),
    entry(
        "slider",
        answer("""
            import ipywidgets as w
            s = w.IntSlider(value=4)
            display(s)
            @w.interact(k=(0, 3))
            def show(k=1):
                print(k)
        """),
        check("value", "assert s.value == 4"),
        style="import ipywidgets as w\ns = w.IntSlider(4, 0, 10)\ns",
        types="import ipywidgets as w\ns = w.FloatText(value=4)",
        wrong="import ipywidgets as w\ns = w.IntSlider(value=40, max=10)",
    ),
)
THEME = Theme(
    "files",
    ENTRIES,
    first="%matplotlib inline\nimport numpy as np, pandas as pd, matplotlib.pyplot as plt, os, sys",
    files={
        "data.csv": "a,b\n1,2\n3,4\n",
        "helper.py": "def sq(x):\n    return x*x\n",
        "sub/__init__.py": "",
        "sub/mod.py": "K = 7\n",
        "script.py": "made_by_script = 11\n",
    },
)
