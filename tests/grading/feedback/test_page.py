"""A learner's page: what it got, what is not read yet, and what kept a check from its answer."""

from __future__ import annotations

import re
import sys
import tempfile

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from weakties.grading.feedback.page import failure_page, feedback_page
from weakties.grading.feedback.paths import plain_traceback, without_paths

TIMED_OUT = new_output(
    "error", ename="CellTimeoutError", evalue="", traceback=["CellTimeoutError: No reply"]
)
INTERRUPTED = new_output(
    "error",
    ename="KeyboardInterrupt",
    evalue="",
    traceback=["\x1b[36mCell\x1b[39m \x1b[32mIn[3], line 7\x1b[39m\n----> 7 while True: pass"],
)


def cell(source, grade_id, *, outputs=(), text=False, **known):
    made = new_markdown_cell(source) if text else new_code_cell(source, outputs=list(outputs))
    made.metadata["nbgrader"] = {"grade_id": grade_id, **known}
    return made


def answer(source, grade_id="x", **more):
    return cell(source, grade_id, solution=True, grade=False, **more)


def check(score, *, points=2.0, grade_id="x-check", **more):
    return cell("assert x", grade_id, grade=True, score=score, points=points, **more)


def essay(**more):
    return cell("My essay", "essay", text=True, grade=True, solution=True, points=3.0, **more)


def shown(*cells, **more):
    page = feedback_page(new_notebook(cells=list(cells)), "ps1", "ps1", **more)
    text = re.sub(r"<[^>]*>", " ", page.rpartition("</style>")[2])
    return " ".join(text.split())


def test_what_nobody_has_read_is_no_0_and_the_total_is_of_what_is_graded():
    text = shown(answer("x = 1"), check(1.5), essay(score=0.0, waits=True))
    assert "1.5 of 2 points so far. 3 points still wait for a person" in text
    assert "essay not read yet" in text
    assert "0 of 3" not in text


def test_what_was_read_counts():
    text = shown(check(2.0), essay(score=0.0, waits=False, comment="Name a **number**."))
    assert "2 of 5 points. Your questions" in text
    assert "0 of 3 points · with a comment" in text
    assert "Name a number ." in text


def test_a_check_that_is_left_to_a_person_says_so():
    assert "x-check a person looks at it" in shown(check(0.0, waits=True))


def test_what_is_subtracted_for_coming_late_is_said_and_subtracted():
    text = shown(check(2.0), penalty=0.5)
    assert "1.5 of 2 points." in text
    assert "Subtracted for coming late 0.5" in text


def test_questions_have_their_titles_from_the_course_or_from_the_heading_above():
    assert "photo-q1 · What formal dress is worth" in shown(check(1.0, grade_id="photo-q1-check"))
    text = shown(new_markdown_cell("## Mean of a sample\n\nCompute it."), check(1.0))
    assert "x-check · Mean of a sample 1 of 2 points" in text


def test_a_stopped_cell_says_so_at_the_answer_and_at_its_check_and_nowhere_else():
    cells = [
        answer("while True: pass", outputs=[INTERRUPTED, TIMED_OUT]),
        check(0.0),
        answer("y = 1", "y"),
        check(0.0, grade_id="y-check"),
    ]
    text = shown(*cells, seconds=30.0)
    assert text.count("Stopped after 30 s. It was in line 7 then.") == 1
    assert text.count("Your answer was stopped after 30 s , so this check") == 1
    assert text.index("Your answer was stopped") < text.index("y = 1")
    assert "KeyboardInterrupt" not in text
    assert "stopped" not in shown(answer("x = 1"), check(0.0), seconds=30.0)


def test_a_check_with_all_its_points_does_not_mind_a_stopped_cell():
    stopped = answer("x = 1\nwhile True: pass", outputs=[TIMED_OUT])
    assert "Your answer was stopped" not in shown(stopped, check(2.0))


def test_the_browser_itself_is_told_to_run_nothing_and_to_ask_nobody():
    for page in (feedback_page(new_notebook(), "ps1", "ps1"), failure_page("ps1", "ps1", "Why")):
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
        assert policy
        assert "default-src 'none'" in policy[1]
        assert "img-src data:" in policy[1]
        assert "script" not in policy[1]
        assert "http" not in policy[1]


def test_an_answers_own_signs_stay_signs():
    html = feedback_page(
        new_notebook(cells=[answer("x = '<script>alert(1)</script>'")]), "<ps1>", "ps1"
    )
    assert "<script>" not in html
    assert "&lt;ps1&gt;" in html


def test_a_failure_says_why_in_its_own_words():
    page = failure_page("ps1", "first", "first.ipynb is <no> JSON.")
    assert "first.ipynb is &lt;no&gt; JSON." in page
    assert "<code>first.ipynb</code>" in page


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (f"{sys.prefix}/lib/python3.11/site-packages/pandas/frame.py", "…/pandas/frame.py"),
        (f"at {sys.prefix}.", "at …."),
        (f"{tempfile.gettempdir()}orary/x", f"{tempfile.gettempdir()}orary/x"),
        ("/in/ada is my profile", "/in/ada is my profile"),
    ],
)
def test_only_the_graders_own_folders_are_hidden(text, seen):
    assert without_paths(text) == seen


def test_an_error_keeps_the_learners_lines_and_one_line_of_each_library():
    parts = [
        "\x1b[31mKeyError\x1b[39m  Traceback (most recent call last)",
        "Cell In[2], line 1\n----> 1 frame['x']",
        f"File {sys.prefix}/lib/python3.11/site-packages/pandas/frame.py:4378, in get\n  1 secret",
        "KeyError: 'x'",
    ]
    assert plain_traceback(parts) == (
        "KeyError  Traceback (most recent call last)\nCell In[2], line 1\n----> 1 frame['x']\n"
        "File …/pandas/frame.py:4378, in get\nKeyError: 'x'"
    )
