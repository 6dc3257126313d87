"""Cells run without a kernel put out what they would in one."""

from __future__ import annotations

import json
import os
import sys

import nbformat
import pytest

from processes.born import ran
from weakties.grading.shell.outputs import CUT, MOST_CHARACTERS, MOST_OUTPUTS, Outputs
from weakties.grading.verdict.outputs import checked_outputs

pytestmark = pytest.mark.xdist_group("functions")

CELLS = [
    "1 + 1",
    "import sys\nprint('a')\nprint('b', file=sys.stderr)",
    "print('a')\nprint('b', end='')",
    "1 / 0",
    "def f(:",
    "x = 3\nx",
    "x;",
    "x  # no ; here",
    "'text; with one'",
    "x;  # hidden\n\n# nowhere\n",
    "y = 'text; with one'\nx  # shown",
    "import pandas as pd\npd.DataFrame({f'c{i}': [1.5] * 3 for i in range(30)})",
    "display(4)\nprint('between')\n2.0",
    "from IPython.display import HTML, Markdown, clear_output\nHTML('<b>x</b>')",
    "print('gone')\nclear_output()\nprint('left')",
    "handle = display('first', display_id='d')\nhandle.update('second')",
    "import asyncio\nawait asyncio.sleep(0)\n'done'",
    "import numpy as np\nnp.float64(1.5)",
    "class Rich:\n    def _repr_mimebundle_(self, **k):\n        return {'text/html': '<i/>', 'text/plain': '2.0'}\nRich()",
    "%%capture\nprint('x')",
    "pwd = 5\npwd",
    "import warnings\nwarnings.warn('careful')",
    "import logging\nlogging.warning('said')",
    "input('name?')",
    "raise KeyboardInterrupt",
    "raise SystemExit('bye')",
    "_ = [print(i) for i in range(3)]",
    "import matplotlib.pyplot as plt\nplt.figure(figsize=(1, 1))\nplt.plot([1, 2]);",
    "get_ipython().__class__.__name__, hasattr(get_ipython(), 'kernel')",
    "None",
    "...",
    "# nothing",
]
OURS = """
import json, sys
from weakties.grading.shell.shell import Shell
shell = Shell()
all_ran = [shell.run(source) for source in json.load(sys.stdin)]
print(json.dumps([[ran.outputs, ran.count] for ran in all_ran]))
"""


def run_by_us(cells, *, code=OURS):
    """Run some code, which reads cells, in a process of its own, and return what it says last."""
    done = ran(
        [sys.executable, "-c", code],
        input=json.dumps(cells),
        timeout=600,
        env={**os.environ, "MPLBACKEND": "module://matplotlib_inline.backend_inline"},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def both():
    """Run the same cells in a kernel and in our shell, each in a process of its own."""
    from nbclient import NotebookClient

    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    NotebookClient(notebook, kernel_name="python3", allow_errors=True, timeout=60).execute()
    ours = run_by_us(CELLS)
    return [
        (cell.outputs, cell.execution_count, *mine)
        for cell, mine in zip(notebook.cells, ours, strict=True)
    ]


def comparable(output):
    """Return an output without what names a process, a file or a place in memory."""
    plain = json.loads(json.dumps(output))
    plain.pop("traceback", None)
    text = "".join(plain.get("text", ""))
    if plain.get("name") == "stderr":
        plain["text"] = text.partition("Warning: ")[2] or text
    data = plain.get("data", {})
    data.pop("image/png", None)
    if "evalue" in plain and plain["ename"] == "SyntaxError":
        plain["evalue"] = plain["evalue"].partition(" (")[0]
    return plain


@pytest.mark.parametrize("number", range(len(CELLS)), ids=[repr(c[:40]) for c in CELLS])
def test_a_cell_puts_out_what_it_does_in_a_kernel(both, number):
    theirs, count, ours, mine = both[number]
    if CELLS[number].startswith("input"):
        assert [output["output_type"] for output in ours][-1] == "error"
        return
    assert [comparable(output) for output in ours] == [comparable(output) for output in theirs]
    assert mine == count


def test_what_is_too_long_is_cut_and_it_is_said():
    outputs = Outputs()
    outputs.stream("stdout", "x" * (MOST_CHARACTERS + 5))
    outputs.stream("stdout", "more")
    outputs.add({"output_type": "display_data", "data": {"text/plain": "late"}, "metadata": {}})
    (only,) = outputs.finished()
    assert only["text"] == "x" * MOST_CHARACTERS + CUT


def test_there_is_an_end_to_the_number_of_outputs():
    outputs = Outputs()
    for _ in range(2 * MOST_OUTPUTS):
        outputs.add({"output_type": "display_data", "data": {"text/plain": "a"}, "metadata": {}})
        outputs.stream("stderr", "b")
    assert len(outputs.finished()) <= MOST_OUTPUTS + 1


@pytest.mark.parametrize(
    "said",
    [
        None,
        "x",
        [None, 7, "x", [], {}],
        [{"output_type": "stream", "name": 7, "text": {"a": 1}}],
        [{"output_type": "error", "ename": None, "evalue": [], "traceback": "x"}],
        [{"output_type": "execute_result", "data": "x", "metadata": 7, "execution_count": "1"}],
        [
            {
                "output_type": "display_data",
                "data": {"text/plain": ["a", 7], "x": 1, "a/b+json": {"c": [1]}},
            }
        ],
        [{"output_type": "stream", "name": "stdout", "text": "\ud800"}],
        [{"output_type": "update_display_data", "data": {}}],
    ],
    ids=str,
)
def test_whatever_a_process_says_it_put_out_becomes_a_valid_notebook(said):
    cell = nbformat.v4.new_code_cell("x", outputs=checked_outputs(said, 10, 1000))
    nbformat.validate(nbformat.from_dict(nbformat.v4.new_notebook(cells=[cell])))
    json.dumps(cell).encode("utf-8")


def test_no_more_is_taken_over_than_there_is_room_for():
    said = [{"output_type": "stream", "name": "stdout", "text": "x" * 300}] * 50
    assert len(checked_outputs(said, 10, 10**6)) == 10
    assert len(checked_outputs(said, 50, 1000)) == 2


RAISING = [
    "def ratio(a):\n    return 1 / a\nratio(1)",
    "x = [1]\ntotal = sum(ratio(i) for i in x)\nratio(0)",
    # It is deep enough: a thousand lines take seconds to draw.
    (
        "import sys\nusual = sys.getrecursionlimit()\ndef again(n):\n    return again(n + 1)\n"
        "sys.setrecursionlimit(300)\ntry:\n    again(0)\nfinally:\n    sys.setrecursionlimit(usual)"
    ),
    "try:\n    ratio(0)\nexcept ZeroDivisionError as error:\n    raise KeyError('k') from error",
]


def test_a_compiled_cell_puts_out_what_it_does_otherwise():
    cells = [*CELLS, *RAISING]
    compiling = OURS.replace("shell.run(source)", "shell.run(source, compiled(source))")
    assert compiling != OURS
    compiling = "from weakties.grading.compiled import compiled\n" + compiling
    plain, compiled = run_by_us(cells), run_by_us(cells, code=compiling)
    for cell, one, other in zip(cells, plain, compiled, strict=True):
        assert json.dumps(one) == json.dumps(other) or "0x" in json.dumps(one), cell


def test_only_code_that_was_compiled_from_this_very_cell_is_run():
    code = """
import json, sys
from weakties.grading.compiled import compiled
from weakties.grading.shell.shell import Shell
shell, _ = Shell(), json.load(sys.stdin)
ran = [shell.run("1 + 1\\n", compiled("2 + 2\\n")), shell.run("3 + 3"), shell.run("x = 1\\nx + 4")]
print(json.dumps([one.outputs[0]["data"]["text/plain"] for one in ran]))
"""
    assert run_by_us([], code=code) == ["2", "6", "5"]


def test_a_traceback_is_the_same_with_the_grammar_at_hand():
    at_hand = OURS.replace("shell = Shell()", "shell = Shell(); keep_grammar_at_hand()")
    assert at_hand != OURS
    at_hand = "from weakties.grading.shell.errors import keep_grammar_at_hand\n" + at_hand
    assert run_by_us(RAISING, code=at_hand) == run_by_us(RAISING)


IN_A_LONG_FILE = ["import pandas as pd\npd.DataFrame({'a': [1]})['b']", "1 / 0"]
READ = """
from stack_data import Source
known = Source._class_local("__source_cache_with_lines", {})
print(json.dumps([sorted(len(one.lines) for one in known.values()), [ran.outputs for ran in all_ran]]))
"""


def test_a_traceback_is_the_same_with_long_files_unread():
    long = 10_000
    unread = OURS.replace("shell = Shell()", "shell = Shell(); leave_long_files_unread()")
    unread = "from weakties.grading.shell.errors import leave_long_files_unread\n" + unread
    lines, outputs = run_by_us(IN_A_LONG_FILE, code=OURS + READ)
    fewer, same = run_by_us(IN_A_LONG_FILE, code=unread + READ)
    assert same == outputs
    assert max(lines) > long > max(fewer)


DRAWS = """
import json, sys
from weakties.grading.shell.shell import Shell
shell = Shell()
shell.run("import matplotlib.pyplot as plt")
from matplotlib.axes import Axes
drawn, draw = [], Axes.draw
Axes.draw = lambda axes, *more, **named: (drawn.append(1), draw(axes, *more, **named))[1]
outputs = shell.run(json.load(sys.stdin)[0]).outputs
print(json.dumps([len(drawn), [sorted(output["data"]) for output in outputs]]))
"""


def test_a_figure_is_drawn_only_for_the_picture_that_is_seen():
    drawn, outputs = run_by_us(["_ = plt.plot([1, 2])"], code=DRAWS)
    shown, _ = run_by_us(["_ = plt.plot([1, 2])\nplt.show()"], code=DRAWS)
    assert outputs == [["image/png", "text/plain"]]
    assert drawn == shown > 0


def test_where_nobody_looks_an_error_says_by_which_lines_it_came():
    code = OURS.replace("shell = Shell()", "shell = Shell(); shell.draw_nothing()")
    *_, deep, chained = run_by_us(RAISING, code=code)
    said = run_by_us(RAISING[:2], code=code)[1][0][0]["traceback"]
    assert said[:2] == ["Cell In[2], line 3", "Cell In[1], line 2"]
    assert said[-1].startswith("ZeroDivisionError: ")
    assert len(deep[0][0]["traceback"]) < 60
    assert chained[0][0]["traceback"][0] == "Cell In[4], line 4"


def test_a_shell_that_draws_nothing_keeps_the_text_that_decides():
    code = """
import json, sys
from weakties.grading.shell.shell import Shell
shell = Shell()
shell.draw_nothing()
figure = "import matplotlib.pyplot as plt\\nplt.plot([1, 2])\\nplt.show()"
class Verdict:
    def _repr_mimebundle_(self, include=None, **_):
        return {"text/plain": "0.5", "text/html": str(asked.append(include))}
asked = []
shell.names["verdict"] = Verdict()
sources = (figure, "1.5", "1 / 0", "verdict")
print(json.dumps([*(shell.run(source).outputs for source in sources), [*map(list, asked)]]))
"""
    drawn, number, error, verdict, asked = run_by_us([], code=code)
    assert [list(output["data"]) for output in drawn] == [["text/plain"]]
    assert number[0]["data"] == {"text/plain": "1.5"}
    assert error[0]["ename"] == "ZeroDivisionError"
    assert verdict[0]["data"] == {"text/plain": "0.5"}
    assert asked == [["text/plain"]]
