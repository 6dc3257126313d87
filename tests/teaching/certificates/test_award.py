"""Who gets a certificate: graded work that reaches the bar, and nobody whose work still waits."""

from __future__ import annotations

import re
from dataclasses import replace

from grading.report.classes import entries, work
from weakties.teaching.certificates.award import awards
from weakties.teaching.certificates.code import as_written, new_code

PHOTO = entries(
    {"ann": work(2, 3, 3), "bo": work(0, 0, 1), "cy": work(2, 3, None), "dee": work(2, 3, 3, penalty=5)},
    missing=["fay"],
    ungraded=["gil"],
)  # fmt: skip
PS1 = replace(
    entries({"ann": work(0, 0, 0), "bo": work(2, 3, 3), "fay": work(2, 3, 3)}), assignment="ps1"
)


def named(given):
    return {learner.id: [one.unit for one in passed] for learner, passed in given.items()}


def test_what_is_settled_and_reaches_the_bar_stands_on_it():
    found = awards([PHOTO], 50)
    assert named(found.given) == {"ann": ["photo"]}
    assert list(found.waiting) == ["cy", "gil"]
    assert "photo-reflection-answer" in found.waiting["cy"]
    assert found.none == {
        "bo": "photo: 1 of 8 points.",
        "dee": "photo: 3 of 8 points.",
        "fay": "photo: nothing was handed in.",
    }


def test_of_several_units_those_that_were_passed_stand_on_it_and_a_waiting_one_holds_it_back():
    found = awards([PHOTO, PS1], 50)
    assert named(found.given) == {"ann": ["photo"], "bo": ["ps1"], "fay": ["ps1"]}
    assert list(found.waiting) == ["cy", "gil"]


def test_without_a_bar_all_that_is_settled_counts_and_at_100_only_full_marks():
    assert set(named(awards([PHOTO], 0).given)) == {"ann", "bo", "dee"}
    assert set(named(awards([PHOTO], 100).given)) == {"ann"}


def test_a_code_survives_being_read_aloud_and_no_two_are_alike():
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", code)
        assert as_written(f" {code.lower().replace('-', ' ')} ") == code
        assert as_written(code.replace("0", "o").replace("1", "l")) == code
