"""The table of the two witnesses: the lower mark counts, and more inside than apart asks a person."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import from_dict
from nbgrader.utils import determine_grade

from weakties.grading.job import CellRun, Job, Outcome, Place, Step
from weakties.grading.sandbox.limits import Limits
from weakties.grading.witness import Check, Witnesses, judged, standing_of, witnessed

SOURCE = 'import math\nassert near(x, 3), "x is not near 3"'
CHECK = Check("x-check", 2.0, SOURCE, SOURCE)
ERROR = {
    "output_type": "error",
    "ename": "AssertionError",
    "evalue": "x is not near 3",
    "traceback": ["Cell In[7], line 2", "AssertionError"],
}
STDERR = {"output_type": "stream", "name": "stderr", "text": "a warning"}
PRINTED = {"output_type": "stream", "name": "stdout", "text": "well done"}


def value(text, **more):
    data = {"text/plain": text, **more}
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": data}


def ran(*outputs, failed=None, **more):
    failed = any(one["output_type"] == "error" for one in outputs) if failed is None else failed
    return CellRun(list(outputs), 1, failed=failed, **more)


FULL, HALF, NONE = ran(), ran(value("1.0")), ran(ERROR)


def points(run, check=CHECK):
    return standing_of(run, check.points).points


@given(
    st.lists(
        st.sampled_from(
            [ERROR, STDERR, PRINTED, value("1.5"), value("-1"), value("nan"), value("'text'"), value("<p>", **{"text/html": "<p>"})]
        ),
        max_size=4,
    )
)  # fmt: skip
def test_outputs_are_read_as_nbgrader_reads_them(outputs):
    metadata = {"nbgrader": {"grade": True, "solution": False, "points": 2, "grade_id": "a"}}
    cell = from_dict({"cell_type": "code", "metadata": metadata, "source": "", "outputs": outputs})
    found = points(ran(*outputs, failed=False))
    expected = determine_grade(cell)[0]
    assert found == expected


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations([FULL, HALF, NONE], 2)])
def test_less_inside_counts_and_less_apart_asks_a_person(one, other):
    lower = judged(CHECK, apart=one, inside=other)
    assert (points(lower), lower.doubt) == (points(other), "")
    asked = judged(CHECK, apart=other, inside=one)
    assert "beside the learner's code: something was lost" in asked.doubt
    assert set(asked.witnesses) == {"apart", "inside"}


@pytest.mark.parametrize("run", [FULL, HALF, NONE])
def test_what_both_say_counts_with_the_outputs_of_the_trusted_one(run):
    apart = CellRun([PRINTED, *run.outputs], 1, failed=run.failed, verdict={"state": "done"})
    found = judged(CHECK, apart, run)
    assert (found.outputs, found.verdict, found.doubt) == (apart.outputs, {"state": "done"}, "")


def test_the_lower_mark_of_a_replay_names_the_line_and_nothing_of_the_learners():
    inside = ran(
        {**PRINTED, "text": "assert secret == 42\n"},
        {**ERROR, "evalue": "secret is 42", "traceback": ["secret", "Cell In[7], line 2"]},
    )
    found = judged(CHECK, FULL, inside)
    shown = str(found.outputs)
    assert "secret" not in shown
    assert "line 2: assert near(x, 3)" in shown
    assert points(found) == 0


def test_a_replay_may_say_what_stands_in_the_check_itself():
    found = judged(CHECK, FULL, NONE)
    assert found.outputs[0]["evalue"] == "x is not near 3"
    source = 'print("well done")'
    check = Check("c", 1.0, source, source)
    kept = judged(check, ran(PRINTED), ran({**PRINTED, "text": "well done\nforged\n"}))
    assert kept.outputs == [PRINTED]
    alone = judged(
        Check("c", 1.0, source, source, apart=False),
        None,
        ran({**PRINTED, "text": "well done\nforged\n"}),
    )
    assert alone.outputs == [{**PRINTED, "text": "well done\n"}]


def test_an_error_of_a_name_that_the_check_does_not_know_loses_it():
    strange = {**ERROR, "ename": "Secret42", "evalue": ""}
    assert judged(CHECK, FULL, ran(strange)).outputs[0]["ename"] == "Error"


HIDDEN = 'x_key = 42\nassert x == x_key, "it is 42"'
PARTLY = Check("x-check", 2.0, f"{SOURCE}\n{HIDDEN}", SOURCE, apart=False)


@pytest.mark.parametrize(
    "said",
    [
        ran({**PRINTED, "text": "it is 42\n"}),
        ran({**ERROR, "evalue": "it is 42"}),
        ran({**ERROR, "ename": "x_key"}),
        ran({**ERROR, "traceback": ["Cell In[7], line 3"]}),
        ran({**ERROR, "traceback": ["Cell In[7], line 4"]}),
    ],
)
def test_no_word_of_a_hidden_part_comes_back(said):
    assert not [word for word in ("x_key", "42") if word in str(judged(PARTLY, None, said))]


def test_a_line_of_a_hidden_part_is_named_by_its_number():
    there = {**ERROR, "traceback": ["Cell In[7], line 4"]}
    traceback = judged(PARTLY, None, ran(there)).outputs[0]["traceback"]
    assert "line 4" in traceback


def test_a_known_line_is_said_once_so_that_no_sequence_of_them_holds_a_message():
    text = "x is not near 3\n" * 5
    found = judged(PARTLY, None, ran({**PRINTED, "text": text}, {**PRINTED, "text": text}))
    assert [output["text"] for output in found.outputs] == ["x is not near 3\n"]


def test_points_hold_no_message_in_their_digits():
    found = judged(PARTLY, None, ran(value("1.3330042424242")))
    assert points(found) == 1.333
    assert points(judged(PARTLY, None, ran(value(str(2 / 3))))) == 2 / 3


def test_a_count_that_a_learners_process_chose_does_not_come_back():
    assert judged(PARTLY, None, CellRun([], 4242)).count is None


@pytest.mark.parametrize("said", [FULL, HALF, NONE, ran(STDERR), ran(value("oh"))])
def test_a_check_that_can_only_run_inside_gets_what_it_says_there(said):
    check = Check("x-check", 2.0, SOURCE, apart=False)
    found = judged(check, None, said)
    assert (points(found), found.doubt, found.apart) == (points(said), "", False)
    assert found.witnesses["apart"] == "inside only"


def test_more_points_than_there_are_ask_a_person():
    check = Check("x-check", 2.0, SOURCE, apart=False)
    assert "more points than there are" in judged(check, None, ran(value("3"))).doubt
    assert "3 of 2 beside" in judged(CHECK, FULL, ran(value("3"))).doubt


def test_a_replay_that_ended_leaves_nothing_but_a_zero_decided():
    assert "not run to its end (gone)" in judged(CHECK, FULL, None, "gone").doubt
    assert "not run to its end (gone)" in judged(CHECK, HALF, None, "gone").doubt
    assert judged(CHECK, NONE, None, "gone").doubt == ""
    inside_only = Check("x-check", 2.0, SOURCE, apart=False)
    assert "gone" in judged(inside_only, None, None, "gone").doubt


def test_time_that_was_up_beside_the_learners_code_alone_is_for_a_person():
    late = ran(ERROR, timed_out=True)
    assert "time was up" in judged(CHECK, FULL, late).doubt
    assert judged(CHECK, late, late).doubt == ""


def test_a_check_that_denies_the_solution_its_points_takes_nobodys_away():
    check = Check("x-check", 2.0, SOURCE, denied=True)
    assert "own solution" in judged(check, NONE, NONE).doubt
    assert "own solution" in judged(check, HALF, HALF).doubt
    assert judged(check, FULL, FULL).doubt == ""


def test_checks_worth_nothing_are_held_together_by_their_errors():
    check = Check("x-check", 0.0, SOURCE)
    assert judged(check, FULL, NONE).failed
    assert judged(check, NONE, FULL).doubt
    assert not judged(check, FULL, FULL).doubt


def step(cell):
    return Step(Place.LEARNER, "", cell)


def test_a_notebook_that_failed_is_not_run_again():
    calls = []

    def run(job):
        calls.append(job)
        return Outcome({}, "The submission was stopped.")

    jobs = Witnesses(Job((step(0),)), Job((step(0),)), {1: CHECK})
    assert witnessed(jobs, run).problem
    assert len(calls) == 1


def test_a_cell_whose_time_was_up_gets_little_of_it_the_second_time():
    first, second = Job((step(0), step(1)), Limits(cell_seconds=30)), Job((step(0), step(1)))
    seen = []

    def run(job):
        seen.append([one.seconds for one in job.steps])
        return Outcome({0: ran(timed_out=True), 1: ran()})

    witnessed(Witnesses(first, second, {}), run)
    assert seen == [[0.0, 0.0], [3.0, 0.0]]


def test_the_learners_cells_are_shown_as_they_ran_without_any_check():
    apart = Outcome({0: ran(PRINTED), 1: FULL})
    inside = Outcome({0: ran(STDERR), 1: NONE})
    answers = iter([apart, inside])
    found = witnessed(Witnesses(Job(()), Job(()), {1: CHECK}), lambda _job: next(answers))
    assert found.cells[0].outputs == [PRINTED]
    assert points(found.cells[1]) == 0


def test_both_outcomes_are_told_in_words():
    found = judged(CHECK, HALF, NONE)
    assert found.witnesses == {"apart": "1 of 2", "inside": "0 of 2, with an error"}
