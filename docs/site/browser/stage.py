"""Runs the cells of a page, and passes what widgets say between it and Python, all as JSON."""

import ast
import io
import json
import traceback
from contextlib import redirect_stdout
from html import escape
from itertools import count

from IPython.display import display, shown

_NAMES = {"__name__": "__main__", "display": display}
_NUMBERS = count(1)
_WIDGETS = {}


def run(source, tell):
    """Run a cell; return a list of what it shows: ``{"html": …}``, or a widget's front end and state.

    Parameters
    ----------
    source
        The cell's code.
    tell
        Called with a widget's number and what changed in its state.
    """
    printed = io.StringIO()
    shown.clear()
    try:
        with redirect_stdout(printed):
            last = _run(source)
    except Exception:  # noqa: BLE001 - a learner's cell may raise anything
        said = traceback.format_exc(limit=0).strip()
        failed = {"html": f"<pre>{escape(said)}</pre>", "failed": True}
        return json.dumps([*_text(printed.getvalue()), failed])
    seen = [*shown, *([] if last is None else [last])]
    return json.dumps([*_text(printed.getvalue()), *(_as_shown(one, tell) for one in seen)])


def take(number, state):
    """Give a widget what its front end sent."""
    _WIDGETS[number].set_state(json.loads(state))


def _run(source):
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<cell>", "exec"), _NAMES)  # noqa: S102 - it is the page's own
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), _NAMES) if last else None  # noqa: S307


def _text(text):
    return [{"html": f"<pre>{escape(text)}</pre>"}] if text else []


def _as_shown(value, tell):
    if hasattr(value, "_esm"):
        number = next(_NUMBERS)
        _WIDGETS[number] = value
        value.tell = lambda state: tell(number, json.dumps(state))
        return {
            "widget": number,
            "module": value._esm,
            "style": value._css,
            "state": value.get_state(),
        }
    bundle = getattr(value, "_repr_mimebundle_", dict)()
    return {"html": bundle.get("text/html") or f"<pre>{escape(repr(value))}</pre>"}
