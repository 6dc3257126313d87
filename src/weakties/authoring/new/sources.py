"""The other files of a new unit: code, tests, hints, answers, and the page for instructors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.authoring.layout import (
    TO_WRITE,
    answers_path,
    facilitation_path,
    generators_folder,
    generators_module,
    hints_path,
    planted_path,
    recall_path,
    widget_paths,
)

if TYPE_CHECKING:
    from weakties.authoring.new.wanted import Wanted

_GENERATORS = '''"""Generators of the unit ``{slug}``. {to_write} what they simulate, in one line.

Every size stands on the dataset's card and is read from there.
"""

from {module}.{dataset} import {dataset}

__all__ = ["{dataset}"]
'''
_GENERATOR = '''"""{to_write} what the table ``{dataset}`` shows, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.data.cards import DataError

if TYPE_CHECKING:
    import pandas as pd

    from weakties.data.cards import Card


def {dataset}(edition: str, card: Card) -> pd.DataFrame:
    """{to_write} what is returned: how many rows of what, and what was planted in them."""
    raise DataError(f"'{{card.name}}' has no generator yet, for edition {{edition}} or any other.")
'''
_PLANTED = '''"""{to_write} tests that the effects on the cards of ``{slug}`` are there, in several editions."""
'''
_ANSWERS = '''"""Right and wrong answers to the questions of ``{slug}``, with what each must get."""

from weakties.authoring.answers import Catalogue

# {to_write} for each question, at least two right answers in different styles, and three wrong ones
# with their exact points and a phrase that whoever gives them must read.
ANSWERS: dict[str, Catalogue] = {{}}
'''
_RECALL = """# Cards to recall what this unit teaches. `taught` is the lesson's cell, or the evidence card, that says it.
# {to_write} six cards, each a [[cards]] with id, question, answer, why, source and taught, as the
# ready units have them.
"""
_HINTS = """# Hints, one step at a time: `q.hint()` gives the next. None of them gives the answer.
# {to_write} two or three for each question, from a nudge to a nearly complete step, such as
# {slug}-q1 = ["Which rows?", "Group by person, then take the mean."]
"""
_MODEL = '''"""{to_write} the rules of the widget, as pure functions that need neither numpy nor pandas."""
'''
_MODEL_TESTS = '''"""{to_write} tests of the rules: what is asked, what is accepted, what is shown for it."""
'''
_WIDGET = '''"""{to_write} the widget in one line: what it asks first, and what one plays with then."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import traitlets

from weakties.widgets.shared.base import RefusedError, Widget

if TYPE_CHECKING:
    from weakties.widgets.shared.fallback import Fallback

__all__ = ["{kind}"]


class {kind}(Widget):
    """{to_write} what it asks, and what it shows after that.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits.
    """

    inputs: ClassVar[tuple[str, ...]] = ("prediction",)

    prediction = traitlets.Dict(default_value=None, allow_none=True, read_only=True).tag(sync=True)

    def accept(self, name: str, value: object) -> object:
        """{to_write} return a valid input, or refuse it."""
        raise RefusedError(f"{{name}} can't be {{value}}: there are no rules yet.")

    def react(self, name: str) -> None:
        """{to_write} show what follows from an input."""
        raise NotImplementedError(name)

    def fallback(self) -> Fallback:
        """{to_write} return the question, as a picture and a table, without its answer."""
        raise NotImplementedError
'''
_SCRIPT = """// {to_write} the front end: native controls, and a line in words that says what happened.
function render() {{
  throw new Error("{widget} has no front end yet.");
}}

export default {{ render }};
"""
_STYLE = """/* {to_write} the look, each rule below .wt-{css}. */
"""
_WIDGET_TESTS = '''"""{to_write} tests of the widget in Python: it asks before it reveals, and refuses nonsense."""
'''
_BROWSER_TESTS = '''"""{to_write} the widget played in JupyterLab, by mouse and by keyboard alone, and found accessible."""
'''
_FACILITATE = """# Facilitating *{title}*

{to_write} for whom, and for how many.

## What they can do afterwards

{to_write} outcomes that one could watch; then what is out of scope.

## Before

{to_write} what has to be ready, and what nobody is asked to show.

## The clock

{to_write} a table: part, of (lesson, exercise or together), minutes, you, they; lint sums it up.

## What goes wrong, and what to say

{to_write} a table: the wrong value or word that you see, what they think, what to say.

## If you are late

{to_write} “1. *part of the clock*, 4 minutes won: what to leave out.” Then what never to leave out.

## The discussion

{to_write} one activity: who does what for how long, and what to listen for.

## Grading the reflection

{to_write} what earns each point, and where a sample answer is.
"""


def sources(wanted: Wanted, title: str) -> dict[str, str]:
    """Return the files of a new unit that are no notebooks, by path."""
    slug, dataset, widget = wanted.slug, wanted.dataset_name, wanted.widget_name
    folder = generators_folder(slug)
    widget_texts = (_MODEL, _MODEL_TESTS, _WIDGET, _SCRIPT, _STYLE, _WIDGET_TESTS, _BROWSER_TESTS)
    templates = {
        f"{folder}/__init__.py": _GENERATORS,
        f"{folder}/{dataset}.py": _GENERATOR,
        planted_path(slug): _PLANTED,
        answers_path(slug): _ANSWERS,
        hints_path(slug): _HINTS,
        recall_path(slug): _RECALL,
        **dict(zip(widget_paths(widget), widget_texts, strict=True)),
        facilitation_path(slug): _FACILITATE,
    }
    words = {
        "to_write": TO_WRITE,
        "slug": slug,
        "title": title,
        "module": generators_module(slug),
        "dataset": dataset,
        "widget": widget,
        "kind": "".join(part.capitalize() for part in widget.split("_")),
        "css": widget.replace("_", "-"),
    }
    return {path: template.format(**words) for path, template in templates.items()}
