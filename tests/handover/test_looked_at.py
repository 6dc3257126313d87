"""What a learner is told of a notebook before handing it in."""

from __future__ import annotations

import json

from weakties.handover.looked_at import LookedAt, looked_at


def notebook(**texts):
    cells = [{"id": i.replace("_", "-"), "source": text} for i, text in texts.items()]
    return json.dumps({"cells": cells}).encode()


GIVEN = notebook(q1_answer="x = ...", q1_check="see x", q2_answer="y = ...", q2_check="see y")
LESSON = notebook(a="one", b="two")


def told(work):
    return looked_at(work, GIVEN, {"the lesson of photo": LESSON})


def test_finished_work_has_nothing_to_be_told():
    done = notebook(q1_answer="x = 1", q1_check="see x", q2_answer="y = 2", q2_check="see y")
    assert told(done) == LookedAt()


def test_questions_as_they_were_given_are_blank_and_missing_cells_are_lost():
    work = notebook(q1_answer="x = ...\n", q1_check="see x", q2_check="see y")
    assert told(work) == LookedAt(blank=("q1",), lost=("q2",))


def test_another_notebook_is_named():
    assert told(LESSON).problem == "This is the lesson of photo, not the exercise."
    assert told(notebook(z="?")).problem == "This is another notebook, not the exercise."


def test_what_is_no_notebook_is_told_so():
    for work in (b"", b"\xff\xfe", b"[]", b"{}", b'{"cells": [1]}', b"%PDF-1.4"):
        assert "no notebook" in told(work).problem
