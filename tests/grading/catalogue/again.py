"""What comes out differently when it is run a second time, or in another place: files, clocks, chance."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, given

ENTRIES = (
    entry(
        "appends",
        answer("""
            with open("log.txt", "a") as log:
                log.write("started\\n")
        """),
        check("once", 'assert open("log.txt").read() == "started\\n"'),
        style='print("started", file=open("log.txt", "a"), flush=True)',
        types='from pathlib import Path\nPath("log.txt").open("a").writelines(["start", "ed\\n"])',
        wrong='for _ in range(2):\n    with open("log.txt", "a") as log:\n        log.write("started\\n")',
    ),
    entry(
        "makesfolder",
        answer('import os\nos.mkdir("results")\nmade_folder = os.path.isdir("results")'),
        check("there", "assert made_folder and os.path.isdir('results')"),
        style='import os\nos.makedirs("results")\nmade_folder = True',
        types='import os\nfrom pathlib import Path\nPath("results").mkdir()\nmade_folder = Path("results").exists()',
        wrong="import os\nmade_folder = True",
    ),
    entry(
        "moves",
        answer('import os\nos.rename("draft.txt", "final.txt")'),
        check(
            "moved",
            'import os\nassert os.path.exists("final.txt") and not os.path.exists("draft.txt")',
        ),
        check("text", 'assert open("final.txt").read() == "draft\\n"'),
        style='import shutil\nshutil.move("draft.txt", "final.txt")',
        types='from pathlib import Path\nPath("draft.txt").rename("final.txt")',
        wrong='import shutil\nshutil.copy("draft.txt", "final.txt")',
        fails="moved",
    ),
    entry(
        "createstable",
        answer("""
            import sqlite3
            ledger = sqlite3.connect("ledger.db")
            ledger.execute("create table entries (amount int)")
            ledger.executemany("insert into entries values (?)", [(1,), (2,)])
            ledger.commit()
        """),
        check(
            "rows",
            """
            import sqlite3
            with sqlite3.connect("ledger.db") as reading:
                assert reading.execute("select count(*), sum(amount) from entries").fetchone() == (2, 3)
            """,
        ),
        style="""
            import sqlite3
            ledger = sqlite3.connect("ledger.db")
            with ledger:
                ledger.execute("CREATE TABLE entries (amount INTEGER)")
                ledger.execute("INSERT INTO entries VALUES (1), (2)")
        """,
        wrong="""
            import sqlite3
            ledger = sqlite3.connect("ledger.db")
            ledger.execute("create table entries (amount int)")
            ledger.executemany("insert into entries values (?)", [(1,), (2,)])
        """,
    ),
    entry(
        "exclusive",
        answer('def create(path):\n    with open(path, "x") as file:\n        file.write("new")'),
        check("new", 'create("fresh.txt")\nassert open("fresh.txt").read() == "new"'),
        check(
            "refuses",
            """
            try:
                create("fresh.txt")
            except FileExistsError:
                pass
            else:
                raise AssertionError("must not overwrite")
            """,
        ),
        style="""
            import os
            def create(path):
                if os.path.exists(path):
                    raise FileExistsError(path)
                with open(path, "w") as file:
                    file.write("new")
        """,
        types="from pathlib import Path\ndef create(path):\n    Path(path).touch(exist_ok=False)\n    Path(path).write_text('new')",
        wrong='def create(path):\n    with open(path, "w") as file:\n        file.write("new")',
    ),
    entry(
        "counterfile",
        answer("""
            def visit():
                try:
                    n = int(open("visits.txt").read())
                except FileNotFoundError:
                    n = 0
                with open("visits.txt", "w") as file:
                    file.write(str(n + 1))
                return n + 1
        """),
        check("first", "assert visit() == 1"),
        check("second", "assert visit() == 2 and open('visits.txt').read() == '2'"),
        style="""
            from pathlib import Path
            def visit():
                file = Path("visits.txt")
                n = int(file.read_text()) + 1 if file.exists() else 1
                file.write_text(str(n))
                return n
        """,
        types="""
            import json, os
            class Visits:
                def __call__(self):
                    n = 1 + (json.load(open("visits.txt")) if os.path.exists("visits.txt") else 0)
                    with open("visits.txt", "w") as file:
                        json.dump(n, file)
                    return n
            visit = Visits()
        """,
        wrong="""
            visits_so_far = 0
            def visit():
                global visits_so_far
                visits_so_far += 1
                return visits_so_far
        """,
    ),
    entry(
        "cleans",
        answer(
            "def remove_all(folder):\n    import os\n    for name in os.listdir(folder):\n        os.remove(os.path.join(folder, name))"
        ),
        check(
            "empty",
            """
            import os
            assert sorted(os.listdir("trash")) == ["a.txt", "b.txt"]
            remove_all("trash")
            assert os.listdir("trash") == []
            """,
        ),
        style="from pathlib import Path\ndef remove_all(folder):\n    for file in Path(folder).iterdir():\n        file.unlink()",
        types="import os\nremove_all = lambda folder: [os.unlink(entry.path) for entry in os.scandir(folder)]",
        wrong='def remove_all(folder):\n    import os\n    os.remove(os.path.join(folder, "a.txt"))',
    ),
    entry(
        "chance",
        answer("import random\nlucky = random.random()"),
        check("range", "assert 0 <= lucky < 1"),
        check("kept", "lucky_then = lucky\nassert isinstance(lucky, float)"),
        check("same", "assert lucky == lucky_then"),
        style="from random import random as any_number\nlucky = any_number()",
        types="import numpy as np\nlucky = np.random.rand()",
        wrong="import random\nlucky = 1 + random.random()",
        fails="range",
    ),
    entry(
        "twodraws",
        answer(
            "import random\nones = [random.randint(0, 9) for _ in range(20)]\ncopied = list(ones)"
        ),
        check("equal", "assert ones == copied and ones is not copied"),
        check("sum", "assert sum(ones) == sum(copied) and len(ones) == 20"),
        style="import random\nones = random.choices(range(10), k=20)\ncopied = ones[:]",
        types="import numpy as np\nones = np.random.randint(0, 10, 20).tolist()\ncopied = [*ones]",
        wrong="import random\nones = [random.randint(0, 9) for _ in range(20)]\ncopied = [random.randint(10, 19) for _ in range(20)]",
        fails="equal sum",
    ),
    entry(
        "now",
        answer("import time\nstarted_at = time.time()"),
        check("recent", "import time\nassert 0 <= time.time() - started_at < 600"),
        style="from datetime import datetime\nstarted_at = datetime.now().timestamp()",
        types="import numpy as np, time\nstarted_at = np.float64(time.time_ns() / 1e9)",
        wrong="import time\nstarted_at = time.perf_counter()",
    ),
    entry(
        "unique-ids",
        answer("import uuid\nrun_id = uuid.uuid4()"),
        check("kind", "import uuid\nassert isinstance(run_id, uuid.UUID) and run_id.version == 4"),
        check("other", "assert run_id != uuid.uuid4() and len(str(run_id)) == 36"),
        style="from uuid import uuid4\nrun_id = uuid4()",
        types="import uuid, os\nrun_id = uuid.UUID(bytes=os.urandom(16), version=4)",
        wrong="import uuid\nrun_id = str(uuid.uuid4())",
        fails="kind",
    ),
    entry(
        "cells",
        answer("shown_last = 6 * 7\nshown_last"),
        check(
            "out",
            "assert 42 in Out.values() and shown_last == 42, 'show it as the last line of the cell'",
        ),
        style="shown_last = 40 + 2\n(shown_last)",
        types="import numpy as np\nshown_last = np.int64(42)\nshown_last",
        wrong="shown_last = 42",
    ),
    entry(
        "slowcell",
        given("import time\ntime.sleep(0.5)\nprepared = list(range(10))"),
        answer("import time\ntime.sleep(0.5)\nsecond_half = prepared[5:]"),
        check("value", "assert second_half == [5, 6, 7, 8, 9]"),
        style="second_half = [n for n in prepared if n >= 5]",
        types="class L(list):\n    pass\nsecond_half = L(prepared[-5:])",
        wrong="second_half = prepared[6:]",
    ),
)
THEME = Theme(
    "again",
    ENTRIES,
    files={"draft.txt": "draft\n", "trash/a.txt": "a", "trash/b.txt": "b"},
)
