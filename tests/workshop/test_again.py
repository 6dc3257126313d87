"""A second time in earnest: a fresh copy, other data, and the old answers left alone."""

from __future__ import annotations

import json
import os

import pytest

from weakties.course import CourseError, load_course
from weakties.data.editions import current_edition
from weakties.workshop import WorkshopError, lay_out, working_folder
from weakties.workshop.again import lay_out_again

EXERCISE = "exercises/photo/photo.ipynb"


@pytest.fixture
def laid(course, folder, monkeypatch):
    """Return a folder in which somebody has answered the exercise."""
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    lay_out(course, working_folder(folder, course))
    (folder / EXERCISE).write_text("my answers", encoding="utf-8")
    return folder.resolve()


def test_each_copy_is_fresh_and_has_data_of_its_own_and_the_first_stays(course, laid):
    copies = [lay_out_again(course, "photo", laid) for _ in range(3)]
    assert (laid / EXERCISE).read_text(encoding="utf-8") == "my answers"
    places = [made.notebook.relative_to(laid).as_posix() for made in copies]
    assert places == [
        "exercises/photo-again/photo.ipynb",
        "exercises/photo-again-2/photo.ipynb",
        "exercises/photo-again-3/photo.ipynb",
    ]
    editions = [current_edition(made.notebook.parent) for made in copies]
    assert editions == [made.edition for made in copies]
    assert len({*editions, current_edition(laid)}) == 4
    cells = json.loads(copies[0].notebook.read_text(encoding="utf-8"))["cells"]
    assert [cell.get("outputs", []) for cell in cells] == [[], []]


def test_a_start_leaves_copies_alone(course, laid):
    notebook = lay_out_again(course, "photo", laid).notebook
    notebook.write_text("my second answers", encoding="utf-8")
    assert [kept.path for kept in lay_out(course, laid).kept] == []
    assert notebook.read_text(encoding="utf-8") == "my second answers"


def test_the_answer_to_the_open_data_is_wrong_in_a_copy(tmp_path, monkeypatch):
    from weakties.check import question
    from weakties.data import load

    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    made = lay_out_again(load_course(), "photo", tmp_path)
    before = int((load("attributes", "open")["p_value"] < 0.05).sum())
    monkeypatch.chdir(made.notebook.parent)
    now = int((load("attributes")["p_value"] < 0.05).sum())
    for value, word in ((now, "is right"), (before if before != now else now + 1, "△")):
        with question("photo-q5", points=2) as q:
            q.count("n_sig_raw", value)
        assert word in str(q.verdict)


def test_what_cannot_be_done_is_a_sentence(course, laid, monkeypatch):
    with pytest.raises(CourseError, match="There is no unit 'fotos'"):
        lay_out_again(course, "fotos", laid)
    monkeypatch.setenv("WEAKTIES_EDITION", "spring-2027")
    with pytest.raises(WorkshopError, match="fixes the data"):
        lay_out_again(course, "photo", laid)
    monkeypatch.delenv("WEAKTIES_EDITION")

    def refused(*_arguments, **_options):
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr("pathlib.Path.mkdir", refused)
    with pytest.raises(WorkshopError, match="can't be written"):
        lay_out_again(course, "photo", laid)
