"""Help on request: one step further each time, and the solution after an attempt."""

from __future__ import annotations

import json

import pytest

from weakties.check import hint, question, solution
from weakties.content import content_root
from weakties.course import load_course


def attempt(value):
    with question("demo-q1", points=2) as q:
        q.share("x", value)
    return q


def test_each_call_goes_one_step_further_and_the_last_one_stays(with_key):
    with_key()
    said = [str(hint("demo-q1")).splitlines() for _ in range(4)]
    assert [lines[0] for lines in said] == [
        "Hint 1 of 3 for demo-q1",
        "Hint 2 of 3 for demo-q1",
        "Hint 3 of 3 for demo-q1",
        "Hint 3 of 3 for demo-q1",
    ]
    assert [lines[1] for lines in said[:3]] == [
        "Look at the rows.",
        "Divide.",
        "Divide by all of them.",
    ]
    assert "last hint" in said[2][2]


def test_a_new_attempt_does_not_start_the_hints_again(with_key):
    with_key()
    attempt(0.3).hint()
    assert "Hint 2 of 3" in str(attempt(0.3).hint())


def test_a_question_without_hints_says_so(with_key):
    with_key()
    assert "No hints for demo-q9" in str(hint("demo-q9"))


def test_the_solution_is_shown_after_an_attempt_only(with_key):
    with_key()
    assert "First an attempt" in str(solution("demo-q1"))
    assert "x = 1 / 4" not in str(solution("demo-q1"))
    assert "    x = 1 / 4" in str(attempt(0.3).solution())


def test_a_number_asks_about_that_question_whichever_check_ran_last(with_key):
    with_key()
    attempt(0.3)
    with question("demo-q2", points=2) as q:
        q.share("x", ...)
    assert str(q.hint()).startswith("No hints for demo-q2")
    assert str(q.hint(1)).startswith("Hint 1 of 3 for demo-q1")
    assert "One way to answer demo-q1" in str(q.solution(1))
    assert "First an attempt at demo-q2" in str(q.solution())


def test_a_check_of_blanks_is_no_attempt(with_key):
    with_key()
    assert "First an attempt" in str(attempt(...).solution())


def test_a_check_without_its_answer_cell_is_no_attempt(with_key):
    with_key()
    with question("demo-q1", points=2) as q:
        q.share("x", x)  # noqa: F821
    assert "First an attempt" in str(q.solution())


def test_in_a_notebook_a_check_without_its_answer_cell_is_no_attempt_either(with_key):
    with_key()
    cell = "with question('demo-q1', points=2) as q:\n    q.share('x', x)\n"
    names = {"question": question}
    exec(cell, names)  # noqa: S102
    assert "`x` does not exist" in str(names["q"].verdict)
    assert "First an attempt" in str(names["q"].solution())


@pytest.mark.parametrize("value", [None, "nonsense", 7.0])
def test_any_answer_is_an_attempt(with_key, value):
    with_key()
    assert "One way to answer" in str(attempt(value).solution())


def test_where_no_solutions_are_the_instructor_is_named(with_key):  # noqa: ARG001
    assert "If you have an instructor, ask there." in str(attempt(0.3).solution())


@pytest.mark.parametrize("unit", [unit.slug for unit in load_course().ready])
def test_a_sample_reflection_is_shown_beside_a_text_of_ones_own_alone(unit, tmp_path, monkeypatch):
    exercise = content_root() / load_course().unit(unit).exercise
    mine = tmp_path / f"{unit}.ipynb"
    monkeypatch.chdir(tmp_path)
    with question(f"{unit}-q1", points=1) as q:
        pass
    assert "First a text of your own" in str(q.solution("reflection"))
    mine.write_text(exercise.read_text("utf-8"), encoding="utf-8")
    assert "First a text of your own" in str(q.solution("reflection"))

    notebook = json.loads(exercise.read_text("utf-8"))
    [answer] = [cell for cell in notebook["cells"] if cell["id"] == f"{unit}-reflection-answer"]
    answer["source"] = "My goal this year is to be asked. " * 4
    mine.write_text(json.dumps(notebook), encoding="utf-8")
    shown = str(q.solution("reflection"))
    assert shown.startswith(f"A sample answer to {unit}-reflection")
    assert len(shown.split()) > 60
