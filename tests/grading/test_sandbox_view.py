"""What a submission sees of the machine, and what is its own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from weakties.grading.sandbox import (
    Exposed,
    Limits,
    become_nobody,
    contained_fork,
    staged,
    view_of,
)
from weakties.grading.zygote import CourseExposed, Settings, Zygote

ZYGOTES_START_ANEW = True
TEMPORARY = Path("/tmp")  # noqa: S108 - the place is the point
MADE_INSIDE = TEMPORARY / "made-inside"


@pytest.fixture
def below_tmp():
    with tempfile.TemporaryDirectory(dir=TEMPORARY) as folder:
        yield Path(folder)


def said_by(begin):
    """Return what a function writes into a descriptor in a process of its own."""
    told, tells = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            os.close(told)
            become_nobody()
            begin(tells)
        except OSError as error:
            os.write(tells, str(error).encode())
        finally:
            os._exit(0)
    os.close(tells)
    with os.fdopen(told, encoding="utf-8") as text:
        said = text.read()
    os.waitpid(process, 0)
    return said


def contained(stage, look, tells, files=None):
    """Write what a function returns in a sandbox, and wait for its end."""
    process = contained_fork(
        stage, Limits(), lambda: os.write(tells, look().encode()), keep=[tells], files=files
    )
    os.waitpid(process.process, 0)


def seen_inside(look, folder, *, also=(), files=None):
    """Return the text that a function gives inside the sandbox."""
    root = folder / "root"
    root.mkdir()
    return said_by(lambda tells: contained(staged(view_of(also=also), root), look, tells, files))


def test_two_of_one_run_share_neither_files_nor_processes(below_tmp):
    def leave_something():
        for folder in (Path.cwd(), TEMPORARY):
            (folder / "left.txt").write_text("for you", encoding="utf-8")
        return f"{os.getpid()} "

    def look_around():
        there = [path.name for folder in (Path.cwd(), TEMPORARY) for path in folder.iterdir()]
        return f"{os.getpid()} {there.count('left.txt')}"

    def one_after_the_other(tells):
        stage = staged(view_of(), below_tmp)
        for look in (leave_something, look_around):
            if (process := os.fork()) == 0:
                contained(stage, look, tells)
                os._exit(0)
            os.waitpid(process, 0)

    assert said_by(one_after_the_other) == "1 1 0"


def test_what_is_shown_is_seen_also_below_the_folder_for_temporary_files(below_tmp):
    shown = below_tmp / "shown"
    shown.mkdir()
    (shown / "table.csv").write_text("a,b", encoding="utf-8")

    said = seen_inside((shown / "table.csv").read_text, below_tmp, also=[shown])

    assert said == "a,b"


def test_the_folder_for_temporary_files_is_empty_but_for_that(below_tmp):
    (below_tmp / "secret.txt").write_text("secret", encoding="utf-8")

    said = seen_inside(lambda: " ".join(sorted(os.listdir(TEMPORARY))), below_tmp)  # noqa: PTH208

    assert below_tmp.name not in said


def test_what_it_writes_there_stays_inside(below_tmp):
    def write():
        MADE_INSIDE.write_text("mine", encoding="utf-8")
        return MADE_INSIDE.read_text(encoding="utf-8")

    assert seen_inside(write, below_tmp) == "mine"
    assert not MADE_INSIDE.exists()


def laid_in(folder, megabytes):
    """Return a folder of files that are given to the sandbox."""
    files = folder / "files"
    files.mkdir()
    with (files / "given.bin").open("wb") as file:
        file.truncate(megabytes * 2**20)
    return files


def written(name, megabytes):
    """Write so much into the folder of the submission, and say how that went."""
    try:
        with Path(name).open("wb") as file:
            file.writelines(bytes(2**20) for _ in range(megabytes))
    except OSError as error:
        return str(error.strerror)
    return f"{os.path.getsize('given.bin') // 2**20} MB given"  # noqa: PTH202 - it is what it sees


def test_files_that_are_given_take_no_room_from_what_may_be_written(below_tmp):
    files = laid_in(below_tmp, 80)
    said = seen_inside(lambda: written("own.bin", Limits().disk - 1), below_tmp, files=files)
    assert said == "80 MB given"


def test_no_more_may_be_written_because_files_are_given(below_tmp):
    files = laid_in(below_tmp, 80)
    half = Limits().disk // 2 + 1

    def twice():
        return f"{written('one.bin', half)}, {written('two.bin', half)}"

    assert seen_inside(twice, below_tmp, files=files) == "80 MB given, No space left on device"


@pytest.fixture
def course(tmp_path):
    """Return a course's folder with something private in it, and something that is not."""
    for name in ("source", "tables"):
        (tmp_path / "course" / name / "ps1").mkdir(parents=True)
    return tmp_path / "course"


@pytest.mark.parametrize("on_the_path", ["..", ".", "source", "source/ps1"])
def test_a_path_of_pythons_that_shows_the_course_is_refused(course, monkeypatch, on_the_path):
    shown = (course / on_the_path).resolve()
    monkeypatch.syspath_prepend(shown)
    with pytest.raises(Exposed, match=r"(holds|lies in) .*source, .* a \.pth file") as refused:
        view_of([course / "source"])
    assert str(shown) in str(refused.value)


def test_a_link_to_the_course_is_refused_too(course, monkeypatch):
    link = course.parent / "link"
    link.symlink_to(course)
    monkeypatch.syspath_prepend(link)
    with pytest.raises(Exposed, match="holds"):
        view_of([course / "source"])


@pytest.mark.parametrize("on_the_path", ["tables", "../packages"])
def test_a_path_beside_what_is_private_is_shown(course, monkeypatch, on_the_path):
    shown = (course / on_the_path).resolve()
    shown.mkdir(exist_ok=True)
    monkeypatch.syspath_prepend(shown)
    assert str(shown) in view_of([course / "source"]).shown


def test_a_run_whose_python_looks_into_the_course_ends_with_that_reason(course):
    zygote = Zygote({"PYTHONPATH": str(course)})
    try:
        with pytest.raises(CourseExposed, match="holds"):
            zygote.begin(Settings(str(course), (str(course / "source"),)))
    finally:
        zygote.end()
