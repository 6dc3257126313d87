"""Whoever types what stands there before the first attempt, and looks at no data, earns nothing.

A number that is right in the open edition by chance is not in another: a learner can't tell which it
is. A choice is read from what was computed, so that even the right one earns nothing alone.
"""

from __future__ import annotations

import json
import re

import pytest

from data.apart.sampled import SAMPLED
from weakties.authoring.prove import EDITIONS as PROVEN
from weakties.check.slips import is_close
from weakties.content import content_root
from weakties.course import load_course
from weakties.data import about

UNITS = [
    pytest.param(unit, id=unit.slug, marks=pytest.mark.xdist_group(f"answers of {unit.slug}"))
    for unit in load_course().ready
    if unit.datasets
]
FEW = 10
"""Of the small numbers so many stand there that none of them tells that it is an answer."""
THE_GOAL = {"followup-q2-check: n_people"}
"""Nadia met the goal of 400, which stands in every lesson; what is asked for is how to count to it."""
EDITIONS = (*SAMPLED, PROVEN[1])
"""Other tests look at these as well, so that nothing grows for this one alone."""
NUMBER = re.compile(r"(?<![\w.])[-−]?\d[\d,]*(?:\.\d+)?")
IN_WORDS = {
    "ten": 10.0, "twelve": 12.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0,
    "fifty": 50.0, "sixty": 60.0, "eighty": 80.0, "hundred": 100.0,
}  # fmt: skip


pytestmark = pytest.mark.usefixtures("nothing_was_tried")


@pytest.mark.parametrize("unit", UNITS)
def test_no_number_in_a_task_or_on_a_card_is_an_answer_and_no_choice_earns_anything_alone(
    unit, monkeypatch
):
    cells = cells_of(unit.exercise)
    texts = ["".join(cell["source"]) for cell in cells if not cell["id"].endswith("-check")]
    typed = numbers_in("\n".join([*texts, *(str(about(name)) for name in unit.datasets)]))
    right = set.intersection(*(readable_answers(unit, typed, one, monkeypatch) for one in EDITIONS))
    assert right <= THE_GOAL


def readable_answers(unit, typed, edition, monkeypatch):
    """Return the answers of an edition that one of these numbers is, by question and name."""
    monkeypatch.setenv("WEAKTIES_EDITION", edition)
    names, found = {}, set()
    for cell in cells_of(unit.solution):
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)  # noqa: S102
        if cell["id"].endswith("-check"):
            assert earned_by_choices_alone("".join(cell["source"]), names) == 0.0
            found |= {
                f"{cell['id']}: {one.name}"
                for one in names["q"]._numbers
                if abs(one.reference) >= FEW or one.within
                if any(is_close(number, one.reference, one.within) for number in typed)
            }
    return found


def earned_by_choices_alone(check, names):
    """Return what a check gives for the right choices where nothing was computed."""
    right = names["q"]
    alone = {name: names[name] if name in right._choices else ... for name in right._answers}
    exec(check, alone)  # noqa: S102
    return alone["q"].verdict.earned


def cells_of(path):
    return json.loads((content_root() / path).read_text("utf-8"))["cells"]


def numbers_in(text):
    words = set(re.findall(r"[a-z]+", text.casefold()))
    digits = [one.replace("−", "-").replace(",", "") for one in NUMBER.findall(text)]
    return {float(one) for one in digits} | {IN_WORDS[word] for word in words & IN_WORDS.keys()}


def test_numbers_are_read_in_digits_and_in_words():
    text = "Thirty looks, −0.5 points of 1,200, Q12 and 3.5."
    assert numbers_in(text) == {30.0, -0.5, 1200.0, 3.5}
