"""What learners stumbled over: sentences without their own values, and values that are alike."""

from __future__ import annotations

import pytest

from grading.report.classes import a_class, entries, noted, work
from weakties.check import question
from weakties.check.slips import NEAR
from weakties.check.verdict import Kind
from weakties.grading.report.entries import Said
from weakties.grading.report.misconceptions import met, sentence_of
from weakties.grading.report.wrong_values import wrong_values


def found_by_a_check(check):
    with question("demo-q1", points=1) as q:
        check(q)
        q.key(lambda: None)
    (finding,) = q.verdict.findings
    return Said(finding.answer, finding.kind.value, finding.message)


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (lambda q: q.share("x", 36.25), "a share lies between 0 and 1. Is it a percentage?"),
        (
            lambda q: q.number("x", "36%"),
            "leave out the quotes and the sign, and give it in the task's unit.",
        ),
        (
            lambda q: q.number("x", 1e-9, unit="%", between=(1, 2)),
            "the right answer lies between 1 and 2 %.",
        ),
        (
            lambda q: q.number("x", [1, 2]),
            "is a list: one number is asked for. Does a count, a sum, a mean or the choice of one come next?",
        ),
    ],
)
def test_a_sentence_loses_the_learners_own_value(check, sentence):
    assert sentence_of(found_by_a_check(check)) == sentence


def test_a_sentence_of_the_key_loses_the_learners_own_value():
    def sentences(value):
        with question("demo-q1", points=1) as q:
            q.number("x", value)
            q.key(lambda: q.close("x", value, 0.5, within=0.01, slips=[(0.25, "it is a square.")]))
        return [sentence_of(Said(f.answer, f.kind.value, f.message)) for f in q.verdict.findings]

    assert sentences(0.25) == ["it is a square."]
    assert sentences(0.2501) == sentences(0.2499) == [f"{NEAR}it is a square."]
    assert sentences(7) == sentences(-812.5)


def test_each_learner_counts_once_for_a_sentence_whatever_the_value():
    (one,) = met(a_class().entries)
    assert (one.sentence, one.learners, one.answers) == (
        "the sign is the other way round.",
        2,
        ("effect",),
    )
    assert one.is_misconception


def test_a_sentence_that_two_answers_got_counts_one_learner():
    said = (
        ("low", "value", "`low` is 1: it uses 1.96."),
        ("high", "value", "`high` is 2: it uses 1.96."),
    )
    (one,) = met(entries({"ann": work(0)}, found={"ann": noted(0, *said)}))
    assert (one.learners, one.answers) == (1, ("low", "high"))


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("value", "`x` is 3: the form is right, the value is not. Look again."),
        ("form", "`x` is a list: a number is asked for."),
        ("blank", "`x` is still the three dots."),
    ],
)
def test_only_a_wrong_idea_that_the_check_knew_is_a_misconception(kind, message):
    (one,) = met(entries({"ann": work(0)}, found={"ann": noted(0, ("x", kind, message))}))
    assert one.kind is Kind(kind)
    assert not one.is_misconception


def test_notes_that_contradict_the_gradebook_are_not_used():
    slip = ("x", "value", "`x` is 3: no.")
    old = entries({"ann": work(2)}, found={"ann": noted(0, slip, x="3")})
    assert met(old) == wrong_values(old) == ()


def test_values_that_agree_in_four_digits_are_one():
    (one,) = a_class().wrong_values
    assert (one.value, one.learners, one.sentence) == (
        "-0.9654",
        2,
        "the sign is the other way round.",
    )


def test_a_value_that_no_sentence_knows_says_so_by_an_empty_sentence():
    said = ("x", "value", "`x` is 3: the form is right, the value is not. Look again.")
    (one,) = wrong_values(entries({"ann": work(0)}, found={"ann": noted(0, said, x="3", y="4")}))
    assert (one.answer, one.value, one.sentence) == ("x", "3", "")


def test_of_a_check_that_is_not_ours_all_values_of_a_failed_one_are_shown():
    found = {"ann": noted(None, x="3", table="<DataFrame>"), "bo": noted(None, x="4")}
    (one,) = wrong_values(entries({"ann": work(0), "bo": work(2)}, found=found))
    assert (one.answer, one.value, one.learners) == ("x", "3", 1)
