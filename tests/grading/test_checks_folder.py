"""What a check saves, and where: no other check of another run finds it."""

from __future__ import annotations

import pytest

from grading.courses import cell, hand_in, notebook_of, ordinary_course
from weakties.grading.run import grade

SAVES = """
import tempfile
from pathlib import Path
place = Path({place}) / "saved.txt"
assert not place.exists()
place.write_text(str(x))
assert place.read_text() == "3"
"""


@pytest.mark.parametrize("place", ["'.'", "tempfile.gettempdir()"])
def test_a_check_finds_nothing_that_it_saved_for_somebody_else(tmp_path, place):
    answer = cell("### BEGIN SOLUTION\nx = 3\n### END SOLUTION", "x", solution=True)
    check = cell(SAVES.format(place=place), "x-check", points=1)
    course = ordinary_course(tmp_path, {"ps1": [answer, check]})
    for learner in ("ann", "bo", "cy"):
        hand_in(course, learner, notebook_of([cell("x = 3", "x", solution=True), check]), "ps1")
    results = list(grade(course, "ps1"))
    assert [result.score for result in results] == [1.0] * 3
    assert {question.apart for result in results for question in result.questions} == {True}
