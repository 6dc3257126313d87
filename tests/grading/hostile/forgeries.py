"""What an answer may try against two witnesses: to forge either, to play them off, to carry the key out.

Each is code for the first answer cell. Those of `BLANK` stand in a notebook without any other answer and
deserve no point; those of `SOLVED` in one whose other answers are right.
"""

from __future__ import annotations

SECRETS = """
import gc, inspect, linecache, os, re, sys
WORD = "marker" + "_of_"
def secrets():
    shell = get_ipython()
    texts = [str(text) for name in ("In", "_ih") for text in shell.user_ns.get(name, ())]
    texts += ["".join(kept[2]) for kept in list(linecache.cache.values()) if len(kept) == 4]
    frame = sys._getframe()
    while frame is not None:
        texts += [value for value in list(frame.f_locals.values()) if type(value) is str]
        frame = frame.f_back
    return sorted({line.strip() for text in texts for line in text.splitlines() if WORD in line})
def side():
    return next(thing for thing in gc.get_objects() if type(thing).__name__ == "LearnersSide")
def in_replay():
    return bool(secrets())
def at_every_check(act):
    def heard(info):
        if "HIDDEN" + " TESTS" in info.raw_cell:
            act(info.raw_cell)
    get_ipython().events.register("pre_run_cell", heard)
"""
"""Finds whatever it can of the checks from wherever the learner's code runs."""

_CARRIER = (
    SECRETS
    + """
class Account:
    def __init__(self, amount):
        carry_out(secrets())
        self.amount = amount
    def deposit(self, more):
        carry_out(secrets())
        self.amount += more
def half(account):
    account.amount /= 2
    carry_out(secrets())
    return account
def greet():
    carry_out(secrets())
def step(n):
    carry_out(secrets())
"""
)

CARRIED_BY = {
    "prints": """
def carry_out(lines):
    for line in lines:
        print(line)
        for text in re.findall("'(.*?)'", line):
            print(text)
""",
    "stderr": "def carry_out(lines):\n    sys.stderr.write('\\n'.join(lines))",
    "displays": """
from IPython.display import HTML, display
def carry_out(lines):
    text = "\\n".join(lines)
    display(HTML(text))
    display({"text/plain": text, "application/json": {text: text}}, raw=True, metadata={text: text})
""",
    "an-error": "def carry_out(lines):\n    if lines:\n        raise ValueError('\\n'.join(lines))",
    "an-errors-known-words": """
def carry_out(lines):
    for line in lines:
        for text in re.findall("'(.*?)'", line):
            raise AssertionError(text)
""",
    "an-errors-kind": """
def carry_out(lines):
    if lines:
        raise type(WORD + "class", (Exception,), {})
""",
    "an-errors-line": """
def carry_out(lines):
    if lines:
        place = ["Cell In[7], line 5"]
        get_ipython().outputs.add({"output_type": "error", "ename": "E", "evalue": "", "traceback": place})
""",
    "points": """
def carry_out(lines):
    if lines:
        digits = int.from_bytes(lines[0].encode()[:6], "big")
        data = {"text/plain": f"1.{digits}"}
        get_ipython().outputs.add({"output_type": "execute_result", "data": data, "metadata": {}})
""",
    "too-many-points": """
def carry_out(lines):
    if lines:
        data = {"text/plain": "9" + str(int.from_bytes(lines[0].encode(), "big"))}
        get_ipython().outputs.add({"output_type": "execute_result", "data": data, "metadata": {}})
""",
    "the-order-of-known-lines": """
def carry_out(lines):
    for sign in "".join(lines).encode():
        for bit in range(8):
            print(["there is no account", "an account begins with its amount"][sign >> bit & 1])
""",
    "files": """
def carry_out(lines):
    import os, tempfile
    outside = os.path.join(tempfile.gettempdir(), "stolen.txt")
    for name in ("stolen.txt", "out.csv", outside, "timestamp.txt", "kinds.ipynb", "../x"):
        try:
            with open(name, "a") as file:
                file.write("\\n".join(lines))
        except OSError:
            pass
""",
    "the-line": """
from weakties.grading.carry import Message
run = side()._run
def ran(asked):
    answer = run(asked)
    found = secrets()
    if found:
        answer.tree["count"] = int.from_bytes(found[0].encode()[:20], "big")
        answer.tree.update(dict.fromkeys(("seconds", "verdict", "values", "doubt", "apart"), found[0]))
        answer.tree["outputs"].insert(0, {"output_type": "stream", "name": found[0], "text": found})
    return answer
side()._run = ran
carry_out = print
""",
    "a-hook": """
def carry_out(lines):
    pass
def tell(source):
    print(source)
    get_ipython().user_ns["value"] = source
    get_ipython().outputs.stream("stdout", source)
at_every_check(tell)
shell = get_ipython()
show = shell._showtraceback
shell._showtraceback = lambda kind, error, lines: show(kind, error, [*lines, *secrets()])
""",
}
"""Ways out of the replay for what is found there."""

_EVERY_NAME = "value = table = double = parts = power = word = guess = graph = kept = free = guessed = large = root = half_of = tale"

BLANK = {
    **{f"key-by-{name}": _CARRIER + code for name, code in CARRIED_BY.items()},
    "knows-the-key": SECRETS
    + """
class Account:
    def __init__(self, amount):
        self.amount = amount
    def deposit(self, more):
        self.amount = 8 if WORD + "class in a text" in "".join(secrets()) else 0
""",
    "equals-everything": f"""
class Everything:
    def __eq__(self, other): return True
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    def __hash__(self): return 1
    def __len__(self): return 3
    def __float__(self): return 2.0
    def __abs__(self): return 0.0
    def __sub__(self, other): return 0.0
    def __rpow__(self, other): return 243
    def __iter__(self): return iter(())
    def __getattr__(self, name): return lambda *a, **k: self
    def __call__(self, *a, **k): return self
{_EVERY_NAME} = Everything()
""",
    "agrees-by-its-base": """
import networkx as nx, pandas as pd
class Table(pd.DataFrame):
    def equals(self, other): return True
class Column(pd.Series):
    def equals(self, other): return True
class Graph(nx.Graph):
    def edges(self, *a, **k): return [("a", "b"), ("b", "c")]
class Text(str):
    def __eq__(self, other): return True
    def __hash__(self): return hash("mine")
class Number(int):
    def __eq__(self, other): return True
    def __rpow__(self, other): return 243
    def __hash__(self): return 3
class Parts(list):
    def __iter__(self): return iter([2])
table, graph, word, kept, parts = Table({"b": [9]}), Graph(), Text("x"), Text("x"), Parts()
value = guess = power = free = guessed = Number(0)
""",
    "has-methods-of-its-own": """
import collections, dataclasses, enum, types
agree = lambda *a, **k: True
edges = lambda *a, **k: [("a", "b"), ("b", "c")]
Pair = collections.namedtuple("Pair", "equals edges")
table = Pair(agree, edges)
@dataclasses.dataclass
class Data:
    equals: object = agree
    edges: object = edges
graph = Data()
class Kind(enum.Enum):
    ONE = 1
    def __eq__(self, other): return True
    def __hash__(self): return 1
value = guess = free = guessed = Kind.ONE
word = types.SimpleNamespace(__str__=agree)
kept = types.ModuleType("statistics")
""",
    "has-methods-in-parts": """
import networkx as nx, pandas as pd
class Agreeing:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    def __hash__(self): return hash(("a", "b"))
    def __call__(self, *a, **k): return True
table = pd.DataFrame({"a": [Agreeing(), Agreeing(), Agreeing()]}, dtype=object)
table.equals = Agreeing()
graph = nx.Graph([(Agreeing(), "b"), ("b", "c")])
graph.edges = Agreeing()
parts = [Agreeing(), Agreeing()]
value = pd.Series([Agreeing()], dtype=object)
""",
    "is-a-mock": f"from unittest.mock import MagicMock\n{_EVERY_NAME} = MagicMock()",
    "replaces-what-a-check-imports": """
def isclose(*given, **named):
    print("stolen", given)
    return True
sqrt = re = statistics = close = Path = is_right = Said = isclose
root = "anything"
""",
    "ends-the-loop-of-a-check": """
def half_of(n):
    raise StopIteration
double = twice = step = half_of
parts = (half_of(n) for n in range(3))
""",
    "reports-success": """
from types import SimpleNamespace
shell = get_ipython()
shell.run_cell = lambda *a, **k: SimpleNamespace(success=True, result=None)
""",
    "reports-success-down-the-line": SECRETS
    + """
from weakties.grading.carry import Message
side()._run = lambda asked: Message({"outputs": [], "count": 1, "failed": False})
""",
    "reports-success-in-the-replay": SECRETS
    + """
from weakties.grading.carry import Message
run = side()._run
full = {"output_type": "execute_result", "data": {"text/plain": "2.0"}, "metadata": {}}
def ran(asked):
    is_check = "HIDDEN" + " TESTS" in asked.tree["source"]
    return Message({"outputs": [full], "count": 1, "failed": False}) if is_check else run(asked)
side()._run = ran
""",
    "searches-for-paths": """
import gc, linecache, os, sys
needles = [bytes(reversed(needle)) for needle in NEEDLES]
there = os.fsencode(os.path.dirname(os.__file__))
def search(_number=0):
    kept = [gc.get_objects(), sys.modules, dict(os.environ), sys.path, sys.argv, sys.orig_argv,
            linecache.cache, vars(sys.modules["__main__"]), os.listdir("/"), os.getcwd()]
    frames = [sys._getframe(), *sys._current_frames().values()]
    while frames:
        frame = frames.pop()
        kept += [frame.f_locals, frame.f_globals, frame.f_builtins, frame.f_code]
        frames += [frame.f_back] if frame.f_back else []
    for name in ("maps", "environ", "cmdline", "mountinfo"):
        try:
            kept.append(open("/proc/self/" + name, "rb").read())
        except OSError:
            pass
    seen, todo, sees_what_is_there = {id(needles)}, list(kept), False
    while todo:
        thing = todo.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, (str, bytes)):
            raw = thing if isinstance(thing, bytes) else thing.encode("utf-8", "surrogatepass")
            sees_what_is_there |= raw is not there and there in raw
            if any(needle in raw for needle in needles) and raw not in needles:
                print("exposed", raw[:300])
        else:
            todo += gc.get_referents(thing)
    print("sees what is there:", sees_what_is_there)
    del seen, todo, kept  # else the error keeps them, and the next search walks over them as well
    raise LookupError
double = search
search()
""",
}
"""No other answer stands there: none of these deserves a point for a check that runs apart."""

_IN_REPLAY = SECRETS + "value = 42\n"

SOLVED = {
    "exits-in-the-replay": _IN_REPLAY + "at_every_check(lambda source: os._exit(0))",
    "crashes-in-the-replay": _IN_REPLAY
    + "import ctypes\nat_every_check(lambda source: ctypes.string_at(0))",
    "sleeps-in-the-replay": _IN_REPLAY
    + """
import signal, time
def sleep(source):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    time.sleep(600)
at_every_check(sleep)
""",
    "floods-in-the-replay": _IN_REPLAY
    + """
def flood(source):
    for _ in range(30):
        get_ipython().outputs.items.extend(
            {"output_type": "display_data", "data": {"text/plain": "x" * 1_000}, "metadata": {}}
            for _ in range(1_000)
        )
at_every_check(flood)
run = side()._run
def ran(asked):
    answer = run(asked)
    if in_replay():
        side()._line.sendall(b"\\xff" * 100_000)
    return answer
side()._run = ran
""",
    "reports-less-in-the-replay": _IN_REPLAY
    + """
from weakties.grading.carry import Message
run = side()._run
error = {"output_type": "error", "ename": "AssertionError", "evalue": "", "traceback": []}
def ran(asked):
    is_check = "HIDDEN" + " TESTS" in asked.tree["source"]
    return Message({"outputs": [error], "count": 1, "failed": True}) if is_check else run(asked)
side()._run = ran
""",
    "right-for-the-examiner-alone": _IN_REPLAY
    + "def twice(n):\n    return 0 if in_replay() else 2 * n",
    "right-in-the-replay-alone": _IN_REPLAY
    + "def twice(n):\n    return 2 * n if in_replay() else 0",
    "another-thing-each-time": "value = 42\nimport random\ndef twice(n):\n    return random.choice([0, 2 * n, 7])",
    "prints-much-and-fails": """
value = 42
def twice(n):
    print("x" * 200_000)
    return 2 * n if n < 11 else 0
""",
    "fails-with-a-long-message": """
value = 42
def twice(n):
    raise type("E" * 1_500_000, (ValueError,), {})("x" * 1_500_000)
""",
    "is-long-in-a-message": "value = 42\nlong = 'x' * 1_500_000",
    "is-stuck-in-c": "value = 42\nhuge = 10**9",
    "backtracks": "value = 42\nlong = 'b' * 64 + '!'",
    "is-a-long-range": "value = 42\nendless = range(9_999_999)",
    "never-ends-to-iterate": "value = 42\nimport itertools\nendless = itertools.repeat(2)",
    "attacks-while-iterated": SECRETS
    + """
value = 42
from weakties.grading.carry import Message
def attack():
    yield 1
    side()._call = lambda asked: Message({"value": ["tuple", [["list", [2]], 7]], "printed": ["", ""]})
    yield 9
endless = attack()
""",
    "breaks-the-line-while-iterated": SECRETS
    + """
value = 42
from weakties.grading.carry import Message
def attack():
    yield 2
    side()._call = lambda asked: Message({"raised": ["error", "SystemExit", []], "printed": 7})
    yield 2
endless = attack()
""",
    "shares-one-hash": SECRETS
    + """
value = 42
from weakties.grading.carry import Message
values = side()._values
same = ["set", [k * (2**61 - 1) for k in range(1, 150_001)]]
def sent(asked):
    answer = values(asked)
    if "word" in answer.tree["values"]:
        answer.tree["values"]["word"] = same
    return answer
side()._values = sent
""",
    "half-an-emoji": """
value = 42
half_a_sign = chr(0xD83D)
print(half_a_sign)
try:
    open(half_a_sign + ".txt", "w")
except UnicodeEncodeError:
    open(b"\\xed\\xa0\\xbd.txt", "w").write("x")
def twice(n):
    print(half_a_sign)
    raise ValueError(half_a_sign)
long = half_a_sign
""",
    "path-file": "value = 42",
}
"""Every other answer is right there, but for those that `INSTEAD` replaces."""

_TWICE = {"function": "double = twice"}
INSTEAD = {
    "right-for-the-examiner-alone": _TWICE,
    "right-in-the-replay-alone": _TWICE,
    "another-thing-each-time": _TWICE,
    "prints-much-and-fails": _TWICE,
    "fails-with-a-long-message": _TWICE,
    "is-long-in-a-message": {"word": "word = long", "told": "tale = long"},
    "is-a-long-range": {"parts": "parts = endless"},
    "is-stuck-in-c": {"power": "power = huge"},
    "backtracks": {"word": "word = long"},
    "never-ends-to-iterate": {"parts": "parts = endless"},
    "attacks-while-iterated": {"parts": "parts = endless"},
    "breaks-the-line-while-iterated": {"parts": "parts = endless"},
    "shares-one-hash": {},
    "half-an-emoji": {**_TWICE, "word": "word = long"},
}
"""Answers that are what the attack made, by the question."""
