"""Laying out: the learner's folder on disk."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from weakties.workshop import Kept, WorkshopError, lay_out, working_folder
from workshop.tiny import notebook

EXERCISE = "exercises/photo/photo.ipynb"


def update(course, path, text):
    (course.root / path).write_text(notebook(text), encoding="utf-8")


def text(folder, path):
    return (folder / path).read_text(encoding="utf-8")


@pytest.fixture
def laid(course, folder):
    """Return a folder in which the course was laid out once."""
    lay_out(course, working_folder(folder, course))
    return folder


def test_the_folder_mirrors_the_course_without_keys_and_instructors_notes(laid):
    found = {path.relative_to(laid).as_posix() for path in laid.rglob("*") if path.is_file()}
    assert found == {
        ".gitignore",
        ".weakties/manifest.json",
        "course/welcome.ipynb",
        "course/map.svg",
        "course/photo/lesson.ipynb",
        "course/photo/portrait.png",
        EXERCISE,
    }


@pytest.mark.parametrize("path", ["course/welcome.ipynb", "course/photo/lesson.ipynb", EXERCISE])
def test_a_notebook_is_laid_out_as_nobody_has_run_it_so_that_it_asks_before_it_shows(laid, path):
    code = json.loads(text(laid, path))["cells"][1]
    assert (code["outputs"], code["execution_count"]) == ([], None)
    assert code["source"] == ["print('seen before')"]


def test_a_second_start_changes_no_file_and_names_none(course, laid):
    before = {path: path.stat().st_mtime_ns for path in laid.rglob("*.ipynb")}
    assert lay_out(course, laid).kept == []
    assert {path: path.stat().st_mtime_ns for path in laid.rglob("*.ipynb")} == before


def test_a_changed_exercise_is_kept_and_its_update_put_beside_it_once(course, laid):
    (laid / EXERCISE).write_text("my answers", encoding="utf-8")
    update(course, EXERCISE, "exercise, second version")
    beside = "exercises/photo/photo (updated).ipynb"
    assert lay_out(course, laid).kept == [Kept(EXERCISE, beside)]
    assert text(laid, EXERCISE) == "my answers"
    assert "exercise, second version" in text(laid, beside)
    assert lay_out(course, laid).kept == []


def test_an_unchanged_exercise_is_updated_without_a_word(course, laid):
    update(course, EXERCISE, "exercise, second version")
    assert lay_out(course, laid).kept == []
    assert "exercise, second version" in text(laid, EXERCISE)


def test_a_gitignore_that_was_there_before_is_kept(course, folder):
    folder.mkdir()
    (folder / ".gitignore").write_text("mine\n", encoding="utf-8")
    assert lay_out(course, working_folder(folder, course)).kept == [
        Kept(".gitignore", ".gitignore (updated)")
    ]
    assert text(folder, ".gitignore") == "mine\n"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"laid": 3}', '{"else": {}}', "\x00"])
def test_a_damaged_manifest_costs_no_work(course, laid, damage):
    (laid / ".weakties" / "manifest.json").write_text(damage, encoding="utf-8")
    (laid / EXERCISE).write_text("my answers", encoding="utf-8")
    lay_out(course, laid)
    assert text(laid, EXERCISE) == "my answers"
    assert lay_out(course, laid).kept == []


def test_a_start_killed_between_two_files_is_made_good_by_the_next(course, folder, monkeypatch):
    replaced = []

    def killed_at_the_third(part, target):
        if len(replaced) == 2:
            raise KeyboardInterrupt
        replaced.append(target)
        part.rename(target)

    working_folder(folder, course)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed_at_the_third)
        with pytest.raises(KeyboardInterrupt):
            lay_out(course, folder)
    (folder / "course/map.svg").write_text("mine", encoding="utf-8")
    lay_out(course, folder)
    assert "exercise, first version" in text(folder, EXERCISE)
    assert text(folder, "course/map.svg") == "mine"


def test_git_leaves_a_linkedin_export_alone(laid):
    subprocess.run(["git", "init", "--quiet", laid], check=True)
    export = [
        "Basic_LinkedInDataExport_11-22-2026.zip",
        "Complete_LinkedInDataExport_11-22-2026/Articles/one.html",
        "Connections.csv",
        "messages.csv",
        "course/photo/Shares_123.csv",
        "CONNECTIONS.CSV",
    ]
    for path in export:
        (laid / path).parent.mkdir(parents=True, exist_ok=True)
        (laid / path).write_text("private", encoding="utf-8")
    seen = subprocess.run(
        ["git", "-C", laid, "status", "--porcelain", "--untracked-files=all"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert seen.split("\n")[:-1] == [
        "?? .gitignore",
        "?? course/map.svg",
        "?? course/photo/lesson.ipynb",
        "?? course/photo/portrait.png",
        "?? course/welcome.ipynb",
        f"?? {EXERCISE}",
    ]


@pytest.mark.parametrize("path", ["course/welcome.ipynb", "course/photo/lesson.ipynb", EXERCISE])
def test_a_notebook_that_the_installation_lacks_is_named(course, folder, path):
    (course.root / path).unlink()
    with pytest.raises(WorkshopError, match=rf"lacks {path}\. Install it again"):
        lay_out(course, working_folder(folder, course))


def test_a_file_is_no_folder(course, tmp_path):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(WorkshopError, match=r"is a file\. Name a folder"):
        working_folder(tmp_path / "notes.txt", course)


@pytest.mark.parametrize("inside", [".", "course", "exercises/photo", "solutions", "data/new"])
def test_the_course_itself_is_no_working_folder(course, inside):
    with pytest.raises(WorkshopError, match="is part of the course itself"):
        working_folder(course.root / inside, course)
    assert not (course.root / inside / ".weakties").exists()


def test_another_checkout_of_the_course_is_no_working_folder(course, tmp_path):
    (tmp_path / "clone/course").mkdir(parents=True)
    (tmp_path / "clone/course/course.toml").touch()
    with pytest.raises(WorkshopError, match="is part of the course itself"):
        working_folder(tmp_path / "clone", course)


def test_a_folder_below_a_file_is_refused_with_the_reason(course, tmp_path):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(WorkshopError, match=r"can't be laid out in .*Not a directory"):
        working_folder(tmp_path / "notes.txt" / "below", course)


def test_a_folder_without_permission_is_refused_with_the_reason(course, folder, monkeypatch):
    def refused(self, *_, **__):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(WorkshopError, match=r"Permission denied.*Name a folder that you may write"):
        working_folder(folder, course)


def test_a_folder_standing_where_a_file_belongs_is_refused_with_the_reason(course, folder):
    (folder / EXERCISE).mkdir(parents=True)
    with pytest.raises(WorkshopError, match="can't be laid out"):
        lay_out(course, working_folder(folder, course))
