"""A notebook that JupyterLite saved is graded as any other, though its kernel is not here.

``saved_in_the_browser.ipynb`` is what a browser kept of the exercise on photos: question 1 is right,
question 2 has the variance of all photos together, and the others are blank.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from weakties.content import content_root
from weakties.grading.run import Options, grade

SAVED = Path(__file__).parent / "saved_in_the_browser.ipynb"


def test_it_gets_the_points_that_the_browser_showed(tmp_path):
    for folder in ("solutions", "exercises"):
        shutil.copytree(content_root() / folder / "photo", tmp_path / folder / "photo")
    shutil.copy(content_root() / "nbgrader_config.py", tmp_path)
    place = tmp_path / "submitted" / "ada" / "photo" / "photo.ipynb"
    place.parent.mkdir(parents=True)
    shutil.copy(SAVED, place)
    (result,) = grade(tmp_path, "photo", Options())
    assert result.state == "needs review", result
    points = {question.grade_id: question.points for question in result.questions}
    assert '"name": "python"' in SAVED.read_text("utf-8")
    assert points["photo-q1-check"] == 2
    assert points["photo-q2-check"] == 2
    assert points["photo-q3-check"] == 0
