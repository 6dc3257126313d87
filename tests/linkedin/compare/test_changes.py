"""What has changed, on two small exports whose differences are worked out by hand beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkedin.compare.pairs import NEW, OLD, ROWS, TALKS, export, then_and_now
from weakties.linkedin import ExportError, changes, read
from weakties.linkedin.compare.changes import Change
from weakties.linkedin.pseudonym.file import write_copy
from weakties.linkedin.pseudonym.recognized import is_pseudonymized
from weakties.linkedin.report.changes.answers import replies_since
from weakties.linkedin.report.changes.then_and_now import then_and_now as section_of

TITLES = [
    "Then and now",
    "Who came",
    "Who went",
    "What woke up",
    "Do they answer?",
    "What was compared",
]


@pytest.fixture
def report(tmp_path):
    old, new = then_and_now(tmp_path)
    return changes(new, since=old)


@pytest.fixture
def copies(tmp_path):
    """Return pseudonymized copies of the two, each under a key of its own."""
    for path in then_and_now(tmp_path):
        write_copy(read(path), tmp_path / f"copy-{path.name}")
    return tmp_path / f"copy-{OLD}", tmp_path / f"copy-{NEW}"


def test_who_came_who_went_and_what_woke_up(report):
    found = report.json()

    assert (found["since"], found["as_of"]) == ("2026-06-30", "2026-09-30")
    assert found["people"] == {
        "came": 1,
        "went": 1,
        "stayed": 3,
        "reappeared": 0,
        "may_have_hidden": 1,
    }
    # Ana woke up; Cho had the first message; Ben's three years were full on July 20, 2026.
    assert found["ties"] == {"woke": 1, "first_words": 1, "fell_asleep": 1}


def test_each_figure_has_its_difference(report):
    found = report.json()["figures"]

    assert found["connections.people"] == {"before": 4, "after": 4, "difference": 0}
    assert found["connections.hidden"] == {"before": 0, "after": 1, "difference": 1}
    # Three of four threads then, with Dan's unanswered; Dan is gone now, and his thread still counts.
    assert found["messages.started"] == {"before": 3, "after": 4, "difference": 1}
    assert found["ties.dormant"] == {"before": 1, "after": 1, "difference": 0}
    assert found["ties.silent_share"]["difference"] == pytest.approx(0.0)
    for change in found.values():
        assert change["difference"] == pytest.approx(change["after"] - change["before"])


@given(
    st.one_of(st.none(), st.floats(-1e6, 1e6)),
    st.one_of(st.none(), st.floats(-1e6, 1e6)),
)
def test_a_difference_is_told_where_both_are_told(before, after):
    change = Change("a.b", "people", "count", before, after)

    if before is None or after is None:
        assert change.difference is None
    else:
        assert before + change.difference == pytest.approx(after, abs=1e-6)


def test_conversations_begun_on_the_day_itself_count_as_earlier(report):
    figures = report.comparison.new

    assert replies_since(figures, date(2026, 6, 30)) == ((0, 1), (2, 3))
    assert replies_since(figures, date(2026, 9, 1)) == ((0, 0), (2, 4))


def test_somebody_who_hid_and_shows_again_did_not_come(tmp_path):
    old = export(tmp_path / OLD, ROWS["ana"], ",,,,,,14 Nov 2019")
    new = export(tmp_path / NEW, ROWS["ana"], ROWS["ben"], ROWS["eve"])
    report = changes(new, since=old)

    assert report.json()["people"]["reappeared"] == 1
    said = {fact.name: fact.value for fact in report.sections[1].facts}
    assert said == {"came": "1", "show again": "1"}


def test_the_report_names_people_and_says_what_it_can_not_tell(report):
    assert [section.title for section in report.sections] == TITLES
    for section in report.sections:
        assert section.question.endswith("?")
        assert section.cannot_tell
        assert section.next_step
    page = report.html()
    for name in ("Eve Moss", "Dan Lee", "Ana Ruiz", "Cho Park", "Ben Okafor"):
        assert name in page
    assert "A difference is not an effect" in page
    assert not re.search(r"<(script|link|img)\b|url\(|src=|href=(?!.#)", page)
    assert report._repr_mimebundle_()["text/plain"] == str(report) == repr(report)


def test_a_difference_has_no_more_digits_than_the_figures_it_parts(report):
    moved = [Change("blau", "Blau index", "count", 0.9487, now) for now in (0.9569, 0.9489)]

    said = section_of(replace(report.comparison, changes=tuple(moved))).facts

    assert [fact.value for fact in said] == ["+0.008", "±0"]


def test_an_estimate_carries_its_interval(report):
    said = " ".join(str(report).split())

    assert re.search(r"points the difference \(95 % interval −\d+ to \+\d+ points\)", said)


def test_without_messages_nothing_woke_and_it_is_said(tmp_path):
    old = export(tmp_path / OLD, ROWS["ana"], talks=TALKS)
    new = export(tmp_path / NEW, ROWS["ana"], ROWS["eve"])
    report = changes(new, since=old)

    assert report.json()["ties"] == {"woke": None, "first_words": None, "fell_asleep": None}
    assert report.json()["figures"]["ties.dormant"]["difference"] is None
    assert "holds no messages.csv" in " ".join(str(report).split())
    assert not re.search(r"\bnan\b|NaT|None", str(report))


def test_copies_without_names_say_what_they_can_and_where_not(copies):
    old, new = copies
    assert is_pseudonymized(read(old))

    report = changes(new, since=old)
    found = report.json()

    assert found["people"]["came"] is None
    assert found["ties"] == {"woke": 1, "first_words": 1, "fell_asleep": 1}
    assert found["figures"]["connections.people"]["difference"] == 0
    assert found["figures"]["companies.blau"]["difference"] is None
    said = " ".join(str(report).split())
    assert "who came and who went can't be told" in said
    assert "after June 2026" in said
    assert "Who came, and how many, from copies without names" in said


def test_a_copy_compares_with_the_original_of_another_day(copies, tmp_path):
    found = changes(copies[1], since=tmp_path / OLD).json()

    assert found["people"]["came"] is None
    assert found["ties"]["woke"] == 1


def test_whether_copies_are_of_one_person_is_said_to_be_unknown(copies):
    old, new = copies

    (said,) = (one for one in changes(new, since=old).json()["remarks"] if "one person" in one)

    assert said.startswith("Both are copies without names")


def test_the_order_of_two_copies_is_known_to_the_month(copies):
    with pytest.raises(ExportError, match="other way round"):
        changes(copies[0], since=copies[1])


def test_people_with_names_make_no_copy(tmp_path):
    assert not is_pseudonymized(read(export(tmp_path / OLD, ROWS["ana"])))
    assert not is_pseudonymized(read(export(tmp_path / NEW)))
