"""Beside a verdict, in a learner's own folder: points so far, the way on, a hint, the last time."""

from __future__ import annotations

import pytest

from weakties.check import question
from weakties.check.beside import PATIENCE
from weakties.check.hints import hints_of
from weakties.course import load_course
from weakties.data import load
from weakties.progress import forget_session, here
from weakties.progress.first_choices import FirstChoice

PHOTO = load_course().unit("photo")
HINTS = hints_of("photo")["photo-q1"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a working folder; this process works in its exercise."""
    (tmp_path / ".weakties").mkdir()
    (tmp_path / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    here = tmp_path / "exercises" / "photo"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    return tmp_path


def right():
    ratings, photos = load("ratings"), load("photos")
    means = ratings[ratings["trait"] == "competence"].groupby("photo_id")["score"].mean()
    by_attire = means.groupby(photos.set_index("photo_id")["attire"]).mean()
    return float(by_attire["formal"] - by_attire["casual"])


def checked(value):
    with question("photo-q1", points=2) as q:
        q.number("formal_effect", value, unit="points", between=(-10, 10))
    return q


def html_of(q):
    return q.verdict._repr_mimebundle_()["text/html"]


@pytest.mark.usefixtures("folder")
def test_points_so_far_are_the_best_ones_and_done_links_to_the_next_question():
    assert "So far in this exercise: 0 of 15 points, 0 of 6 questions done." in str(
        checked(3).verdict
    )
    html = html_of(checked(right()))
    assert "So far in this exercise: 2 of 15 points, 1 of 6 questions done." in html
    assert "<a href='#cell-id=photo-q2'" in html
    assert "Next: question 2, Same person, other photo" in html
    html = html_of(checked(3))
    assert "2 of 15 points" in html
    assert "<a href" not in html


@pytest.mark.usefixtures("folder")
def test_the_third_wrong_value_of_one_answer_offers_the_next_hint_and_no_earlier_one():
    for number in range(1, PATIENCE + 1):
        html = html_of(checked(3 + number))
        assert ("Still not right" in html) is (number == PATIENCE)
    assert "hint 1 of " in html
    assert HINTS[0][:20].replace("'", "&#x27;").split("`")[0] in html
    checked(3).hint()
    assert "hint 2 of " in html_of(checked(4))


@pytest.mark.usefixtures("folder")
def test_a_finding_of_another_kind_in_between_counts_from_the_beginning():
    checked(3)
    checked(4)
    checked("a text")
    assert "Still not right" not in html_of(checked(5))


@pytest.mark.usefixtures("folder")
def test_after_a_restart_a_check_without_an_answer_shows_the_last_one():
    assert "last time" not in html_of(checked(...))
    checked(right())
    forget_session()
    html = html_of(checked(...))
    assert "<summary" in html
    assert "Show what I got last time (" in html
    assert "<code>formal_effect</code> is right." in html
    assert "2 of 2 points" in html


@pytest.mark.usefixtures("folder")
def test_hints_and_the_right_to_a_solution_outlive_a_restart():
    assert "Hint 1" in str(checked(3).hint())
    forget_session()
    assert "One way to answer" in str(checked(...).solution())
    assert "Hint 2" in str(checked(...).hint())


@pytest.mark.usefixtures("folder")
def test_what_stands_beside_changes_nothing_of_the_verdict():
    panel = checked(right()).verdict
    bare = panel.__class__(*[getattr(panel, name) for name in (
        "question", "title", "points", "earned", "findings", "compared", "edition", "meaning",
    )])  # fmt: skip
    assert panel == bare
    assert panel.beside is not None
    assert bare.beside is None


def test_where_no_folder_is_a_panel_has_nothing_beside_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    forget_session()
    panel = checked(3).verdict
    assert panel.beside is None
    assert "So far" not in str(panel)


@pytest.mark.usefixtures("folder")
def test_what_is_not_kept_is_said_once_in_the_panel(folder):
    (folder / ".weakties" / "progress.jsonl").mkdir()
    assert "Your progress is not kept" in html_of(checked(3))
    assert "Your progress is not kept" not in html_of(checked(3))


def test_the_first_try_at_a_choice_is_kept_once_the_check_has_looked_at_it(folder, monkeypatch):
    told = []
    monkeypatch.setattr(
        "weakties.check.beside.tell_check", lambda *_, choices, **__: told.append(choices)
    )

    def checked_choice(number, choice):
        with question("quality-q1", points=3) as q:
            q.share("blau_firm", number)
            q.choice("parents_alike", choice, ["industry", "city", "both"])

            @q.key
            def key():
                q.close("blau_firm", number, 0.3, within=0.01)
                q.chosen(
                    "parents_alike", choice, "city", otherwise={"industry": "No.", "both": "No."}
                )

    checked_choice(0.5, "both")
    assert here(folder).record.first_choices == {}
    checked_choice(0.3, "industry")
    checked_choice(0.3, "city")
    assert list(here(folder).record.first_choices.values()) == [
        FirstChoice("quality-q1", "parents_alike", False, 3)
    ]
    assert told == [(0, 0), (0, 1), (0, 1)]
