"""An answer that is right with one edition's data only is found without grading a submission."""

from __future__ import annotations

import pytest

from weakties.authoring.answers import Variant
from weakties.authoring.keys import Keys
from weakties.authoring.prove.attempted import attempted_edition
from weakties.authoring.prove.submissions import notebook_at
from weakties.content import content_root
from weakties.data import load

QUESTION = "photo-q1"


@pytest.fixture
def source():
    notebook = notebook_at(content_root() / "solutions" / "photo" / "photo.ipynb")
    cells = [cell for cell in notebook["cells"] if cell["id"].startswith(QUESTION)]
    return {**notebook, "cells": cells}


def formal_effect_of_the_open_edition():
    ratings = load("ratings", "open").query("trait == 'competence'")
    attire = load("photos", "open").set_index("photo_id")["attire"]
    means = ratings.groupby("photo_id")["score"].mean().groupby(attire).mean()
    return float(means["formal"] - means["casual"])


@pytest.mark.parametrize(("edition", "points"), [("open", 2), ("proof-a", 0)])
def test_a_number_from_one_edition_earns_nothing_in_another(source, edition, points):
    copied = f"formal_effect = {formal_effect_of_the_open_edition()!r}"
    variant = Variant(QUESTION, "right", "copied", copied, 2)

    graded = attempted_edition(source, edition, {QUESTION: [variant]}, Keys())

    assert graded["blank"].points == {QUESTION: 0}
    assert graded["solution"].points == {QUESTION: 2}
    assert graded["variant-00"].points == {QUESTION: points}
    told = "in edition open" in graded["variant-00"].messages[QUESTION]
    assert told is (points == 0)


def test_what_an_answer_writes_stays_nowhere(source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    writes = "from pathlib import Path\nPath('kept.txt').write_text('x')\nformal_effect = 0.0"
    variant = Variant(QUESTION, "wrong", "writes", writes, 0)
    attempted_edition(source, "open", {QUESTION: [variant]}, Keys())
    assert list(tmp_path.iterdir()) == []
