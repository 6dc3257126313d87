"""What ``cohort.toml`` says is read, and what it can't say is refused with the entry."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from weakties.grading.cohort.cohort import CohortError, Late, cohort_at, cohort_to_grade
from weakties.grading.settings import nbgrader_settings

WHOLE = """
title = "Spring"
edition = "spring-2027"
former_editions = ["spring-2026", "autumn-2025"]
zone = "Europe/Berlin"
roster = "roster.csv"
[late]
grace_minutes = 15
percent_a_day = 10
[[units]]
slug = "photo"
due = 2027-03-05T23:59:00
[[units]]
slug = "quality"
due = 2027-07-01T12:00:00-02:00
[[units]]
slug = "strangers"
[[extensions]]
learner = "ada"
unit = "photo"
due = 2027-03-07T23:59:00
"""


@pytest.fixture
def written(tmp_path, monkeypatch):
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    (tmp_path / "roster.csv").write_text("id,name\nada,Ada\n", encoding="utf-8")

    def write(text):
        (tmp_path / "cohort.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_dates_are_in_utc_and_follow_the_zone(written):
    cohort = cohort_at(written(WHOLE))
    assert cohort.due == {
        "photo": datetime(2027, 3, 5, 22, 59),  # noqa: DTZ001 - as nbgrader keeps it
        "quality": datetime(2027, 7, 1, 14, 0),  # noqa: DTZ001
    }
    assert cohort.extensions("photo") == {"ada": timedelta(days=2)}
    assert cohort.extensions("quality") == {}
    assert (cohort.title, cohort.edition, cohort.late) == ("Spring", "spring-2027", Late(15, 10))
    assert [one.id for one in cohort.people] == ["ada"]
    assert cohort.former == ("spring-2026", "autumn-2025")


def test_without_the_file_there_is_no_cohort(tmp_path):
    assert cohort_at(tmp_path) is None
    assert nbgrader_settings(tmp_path) == nbgrader_settings()


def test_nbgraders_own_settings_name_the_plugin_and_its_numbers(written):
    settings = nbgrader_settings(written(WHOLE))
    assert settings.AssignLatePenalties.plugin_class.endswith("LateByTheDay")
    assert settings.LateByTheDay == {
        "grace_minutes": 15.0,
        "percent_a_day": 10.0,
        "floor_percent": 0.0,
    }


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('title = "Spring"', "title = Spring", "line 2"),
        ('title = "Spring"', "title = 7", "put the title in quotes"),
        ('edition = "spring-2027"', 'edition = "Spring 2027"', "can't name an edition"),
        ('["spring-2026", ', '["Spring 2026", ', "can't name an edition"),
        ('["spring-2026", "autumn-2025"]', '"spring-2026"', "write former_editions as a list"),
        ('["spring-2026", ', '["spring-2027", ', "is the edition of this cohort"),
        ("Europe/Berlin", "Berlin", "'Berlin' is no time zone"),
        ("roster.csv", "class.csv", "There is no roster"),
        ("[late]", "[lates]", "nothing is called 'lates' here. Did you mean late?"),
        ("percent_a_day", "percent_per_day", "Did you mean percent_a_day?"),
        ("percent_a_day = 10", "percent_a_day = 101", "a number from 0 to 100"),
        ("percent_a_day = 10", "percent_a_day = true", "a number from 0 to 100"),
        ("due = 2027-03-05T23:59:00", 'due = "5 March"', "the due of photo is no time"),
        ("due = 2027-03-05T23:59:00", "", "photo, which has no due date itself"),
        ('slug = "strangers"', "", "an entry of units lacks slug"),
        ("[[extensions]]", "[extensions]", "[[extensions]] in double brackets"),
        ('learner = "ada"', 'learner = "adda"', "is not on the roster. Did you mean ada?"),
        ("due = 2027-03-07T23:59:00", "due = 2027-03-01T23:59:00", "less time for photo"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_the_entry(written, before, after, reason):
    assert before in WHOLE
    folder = written(WHOLE.replace(before, after))
    with pytest.raises(CohortError) as refused:
        cohort_at(folder)
    assert reason in str(refused.value)
    assert str(folder / "cohort.toml") in str(refused.value)


def test_two_editions_at_once_are_refused(written, monkeypatch):
    folder = written(WHOLE)
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")
    assert cohort_to_grade(folder).edition == "spring-2027"
    monkeypatch.setenv("WEAKTIES_EDITION", "other")
    with pytest.raises(CohortError, match="WEAKTIES_EDITION says other"):
        cohort_to_grade(folder)
