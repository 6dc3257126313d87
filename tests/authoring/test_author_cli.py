"""The commands as a shell and a script see them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from weakties.cli.author import app

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.course import Course

LESSON = "course/photo/lesson.ipynb"


def run(course: Course, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--root", str(course.root)])


def test_lint_exits_0_and_says_so_when_there_is_nothing_to_mend(clean_course: Course) -> None:
    result = run(clean_course, "lint")

    assert result.exit_code == 0
    minutes, summary = result.stdout.split("\n\n")
    assert minutes.startswith("photo: about 10 min (")
    assert minutes.endswith("10 min of play), promised 8–12 min.")
    assert summary == "Nothing to mend.\n"


def test_lint_exits_1_and_names_file_cell_rule_and_remedy(
    course_with: Callable[..., Course],
) -> None:
    result = run(course_with("minutes", "stray-file"), "lint", "photo")

    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines.pop(-3).startswith("photo: about 11 min (")
    del lines[-2]
    assert lines == [
        f"{LESSON} · minutes",
        "  Its headings add up to 9–13 min; course.toml plans 8–12.",
        "  → Change the minutes at the headings, or lesson_minutes in course.toml.",
        "",
        "exercises/photo/notes.txt · stray-file",
        "  course.toml does not name this file, yet it would be shipped.",
        "  → Delete it, or move it elsewhere.",
        "",
        "2 findings in 2 files.",
    ]


def test_lint_speaks_json_to_a_script(course_with: Callable[..., Course]) -> None:
    result = run(course_with("unlisted"), "lint", "--json")

    findings = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    assert [finding["cell"] for finding in findings] == ["predict-code", "compute-code"]
    assert findings[0].keys() == {"path", "cell", "rule", "problem", "remedy"}


def test_tidy_check_exits_1_and_names_what_would_change(
    course_with: Callable[..., Course],
) -> None:
    course = course_with("untidy")

    in_words, for_scripts = run(course, "tidy", "--check"), run(course, "tidy", "--check", "--json")

    assert (in_words.exit_code, in_words.stdout) == (1, f"would change: {LESSON}\n")
    assert (for_scripts.exit_code, json.loads(for_scripts.stdout)) == (
        1,
        {"would_change": [LESSON]},
    )


def test_tidy_exits_0_after_it_has_written(course_with: Callable[..., Course]) -> None:
    course = course_with("untidy")

    first, second = run(course, "tidy", "photo"), run(course, "tidy", "--check")

    assert (first.exit_code, first.stdout) == (0, f"tidied: {LESSON}\n")
    assert (second.exit_code, second.stdout) == (0, "Every notebook is tidy.\n")


def test_release_names_what_it_wrote(clean_course: Course) -> None:
    (clean_course.root / "exercises/photo/photo.ipynb").unlink()

    first, second = run(clean_course, "release"), run(clean_course, "release", "photo")

    assert (first.exit_code, first.stdout) == (0, "released: exercises/photo/photo.ipynb\n")
    assert (second.exit_code, second.stdout) == (0, "Every exercise is current.\n")
    assert (first.stderr, second.stderr) == ("", "")


def test_where_there_is_a_gradebook_release_says_when_it_takes_a_changed_key_over(
    clean_course: Course,
) -> None:
    (clean_course.root / "gradebook.db").touch()

    assert "at the next `weakties grade UNIT`" in run(clean_course, "release").stderr


@pytest.mark.parametrize("command", ["tidy", "lint", "release"])
def test_an_unknown_unit_is_a_sentence_and_exit_code_1(command: str, clean_course: Course) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "weakties", "author", command, "foto", "--root", clean_course.root],
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert result.stderr == "There is no unit 'foto'. The units are: photo, message.\n"


def test_a_folder_without_a_course_is_refused(clean_course: Course) -> None:
    result = CliRunner().invoke(app, ["lint", "--root", str(clean_course.root / "data")])

    assert result.exit_code == 2
    assert "holds no course/course.toml" in " ".join(result.output.replace("│", "").split())
