"""Where something is kept, and where nothing ever is."""

from __future__ import annotations

import pytest

from weakties.check import question
from weakties.own_folder import own_folder
from weakties.progress import Line, Store, forget_session, here


def checked(value):
    with question("photo-q1", points=2) as q:
        q.number("formal_effect", value, unit="points", between=(-10, 10))
    return q


def test_a_check_is_kept_in_the_learners_own_folder_and_nowhere_else(folder):
    checked(0.5)
    tried = Store(folder).read().of_question("photo-q1", "open")
    assert (tried.times, tried.of) == (1, 2.0)
    kept = [path.name for path in folder.rglob("*") if path.is_file()]
    assert sorted(kept) == ["manifest.json", "progress.jsonl"]


@pytest.mark.parametrize("mode", ["autograde", "validate"])
def test_nothing_is_kept_while_work_is_graded(folder, monkeypatch, mode):
    monkeypatch.setenv("NBGRADER_EXECUTION", mode)
    panel = checked(0.5).verdict
    assert panel.beside is None
    assert not Store(folder).path.exists()


def test_nothing_is_kept_by_whoever_wants_nothing_kept(folder, monkeypatch):
    monkeypatch.setenv("WEAKTIES_PROGRESS", "off")
    assert "One way to answer" in str(checked(0.5).solution())
    assert not Store(folder).path.exists()


@pytest.mark.parametrize("file", ["gradebook.db", "nbgrader_config.py"])
def test_a_course_that_is_graded_is_nobodys_own_folder_even_inside_of_one(folder, file):
    course = folder / "a course"
    inside = course / "autograded" / "ada" / "photo"
    inside.mkdir(parents=True)
    assert own_folder(inside) == folder
    (course / file).touch()
    assert own_folder(inside) is None


def test_without_a_folder_the_kernel_remembers_and_no_file_is_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    forget_session()
    assert here().note(Line.now("hint", question="photo-q1", step=2)) == ""
    assert here().record.hints == {"photo-q1": 2}
    assert list(tmp_path.iterdir()) == []
    forget_session()
    assert here().record.is_empty
