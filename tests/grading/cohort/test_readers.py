"""Who reads which texts is read from ``cohort.toml``, and what can't be followed names the entry."""

from __future__ import annotations

import pytest

from weakties.grading.cohort.cohort import CohortError, cohort_at
from weakties.grading.cohort.readers import Reader, Readers

WHOLE = """
[reading]
second_percent = 20
[[readers]]
name = "maria"
questions = ["photo-reflection", "quality-*"]
share = 2
[[readers]]
name = "jo"
"""


def cohort_of(folder, text):
    (folder / "cohort.toml").write_text(text, encoding="utf-8")
    return cohort_at(folder)


def test_readers_their_questions_and_their_shares(tmp_path):
    maria = Reader("maria", ("photo-reflection", "quality-*"), 2)
    assert cohort_of(tmp_path, WHOLE).readers == Readers((maria, Reader("jo")), 20)
    assert maria.reads("photo-reflection")
    assert maria.reads("quality-q7")
    assert not maria.reads("photo-q1")
    assert cohort_of(tmp_path, 'title = "Spring"').readers == Readers()


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('name = "jo"', 'name = "maria"', "maria stands twice among the readers"),
        ('name = "jo"', "", "an entry of readers lacks name"),
        ('name = "jo"', 'name = " "', "an empty name"),
        ('name = "jo"', 'name = "jo"\nquestion = ["a"]', "Did you mean questions?"),
        ("share = 2", "share = 0", "the share of maria is a number above 0"),
        ("share = 2", "share = inf", "the share of maria is a number above 0"),
        ('["photo-reflection", "quality-*"]', '"photo-reflection"', "write the questions of maria"),
        ('["photo-reflection", "quality-*"]', "[]", "maria reads no question"),
        ("second_percent = 20", "second_percent = 120", "a number from 0 to 100"),
        ("second_percent", "second", "Did you mean second_percent?"),
        ('[[readers]]\nname = "jo"', "", "only one person is among the readers"),
        ("[reading]", "[[reading]]", "reading holds something else"),
    ],
)  # fmt: skip
def test_what_cannot_be_followed_is_refused_with_the_entry(tmp_path, before, after, reason):
    assert before in WHOLE
    with pytest.raises(CohortError) as refused:
        cohort_of(tmp_path, WHOLE.replace(before, after))
    assert reason in str(refused.value)
    assert "cohort.toml" in str(refused.value)


def test_a_second_reader_without_any_reader_is_refused(tmp_path):
    with pytest.raises(CohortError, match="there is no"):
        cohort_of(tmp_path, "[reading]\nsecond_percent = 10\n")
