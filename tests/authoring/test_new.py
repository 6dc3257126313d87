"""A new unit is laid out whole, passes nothing by pretending, and disturbs nobody."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from weakties.authoring.answers import read_catalogue
from weakties.authoring.layout import CARDS, CONTENTS, TO_WRITE, WIDGETS, parts_of
from weakties.authoring.lint import lint
from weakties.authoring.new import NotLaidOut, Wanted, lay_out
from weakties.authoring.notebooks import read
from weakties.authoring.tidy import tidy
from weakties.cli.author import app
from weakties.content import content_root
from weakties.course import Course, course_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NEW = Wanted("thanks", "Say thank you", questions=2)
PLANNED = Wanted("message", questions=1, dataset="letters", widget="letter_box")


@pytest.fixture
def checkout(clean_course: Course) -> Course:
    """Return a small course in a checkout: code, tests and cards lie beside it."""
    root = clean_course.root
    for package in ("src/weakties", "src/weakties/data", "src/weakties/widgets"):
        (root / package).mkdir(parents=True)
        (root / package / "__init__.py").touch()
    (root / WIDGETS).write_text('_HOMES = {"Inbox": "inbox"}\n')
    (root / CARDS).write_text('{"resources": []}\n')
    return clean_course


def again(course: Course) -> Course:
    return course_in((course.root / CONTENTS).read_bytes(), course.root)


def everything(root: Path) -> dict[str, bytes]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_every_part_of_a_unit_is_written_but_the_exercise_and_says_what_belongs_there(checkout):
    root = checkout.root
    written = lay_out(checkout, NEW)

    unit = again(checkout).listed("thanks")
    assert {*parts_of(root, unit)} - {*written} == {unit.exercise, WIDGETS}
    assert {path for path in written if TO_WRITE not in (root / path).read_text("utf-8")} == {
        CONTENTS
    }
    assert (unit.ready, unit.title, unit.tension) == (False, "Say thank you", "")
    assert [question.id for question in unit.questions] == [
        "thanks-q1",
        "thanks-q2",
        "thanks-reflection",
    ]
    assert tidy(again(checkout), ["thanks"], write=False) == ()


def test_lint_lists_what_is_missing_in_the_order_in_which_one_would_write_it(checkout):
    lay_out(checkout, NEW)
    course = again(checkout)

    found = lint(course, ["thanks"])

    order = list(dict.fromkeys(finding.path for finding in found))
    parts = list(parts_of(course.root, course.listed("thanks")))
    assert order == parts
    assert {finding.rule for finding in found} == {
        *("entry", "draft", "unwritten", "untested", "unoffered"),
        *("answers", "hints", "missing-file", "dead-link", "recall"),
    }
    titles = [f.problem for f in found if f.rule == "entry" and "title" in f.problem]
    assert len(titles) == 3


def test_nothing_earns_a_point(checkout):
    lay_out(checkout, NEW)
    unit = again(checkout).listed("thanks")
    cells = {c["id"]: c["source"] for c in read(checkout.root / unit.solution)["cells"]}

    assert read_catalogue(checkout.root / "tests/answers/thanks.py") == {}
    for answer in ("", "\nanswer_1 = 1.0"):
        names: dict[str, object] = {}
        exec(cells["thanks-q1-answer"] + answer, names)  # noqa: S102
        exec(cells["thanks-q1-check"], names)  # noqa: S102
        assert names["q"].verdict.earned == 0  # type: ignore[attr-defined]


def test_other_units_do_not_hear_of_it(checkout):
    before = everything(checkout.root)

    written = lay_out(checkout, NEW)

    after = everything(checkout.root)
    assert {name for name in before if after[name] != before[name]} == {CARDS, CONTENTS}
    assert set(after) - set(before) <= set(written)
    course = again(checkout)
    assert lint(course) == ()
    assert course.units[:2] == checkout.units
    assert course.announced == checkout.announced


def test_a_planned_unit_keeps_its_words_and_its_place(checkout):
    contents = (checkout.root / CONTENTS).read_text("utf-8")
    (checkout.root / CONTENTS).write_text(
        contents + '\n[[units]]\nslug = "last"\ntitle = "Last"\ntension = "?"\nready = false\n'
    )

    lay_out(again(checkout), PLANNED)

    course = again(checkout)
    assert [unit.slug for unit in course.units] == ["photo", "message", "last"]
    message = course.listed("message")
    assert (message.title, message.tension) == (
        "How do I write?",
        "To everybody, says one. To nobody, says another.",
    )
    assert (message.datasets, message.widgets) == (("letters",), ("letter_box",))
    assert [question.id for question in message.questions] == ["message-q1", "message-reflection"]
    assert (checkout.root / "src/weakties/widgets/letter_box/view.js").is_file()
    card = json.loads((checkout.root / CARDS).read_text("utf-8"))["resources"][0]
    assert (card["name"], card["generator"]) == ("letters", "weakties.data.message.letters")


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted("follow-up", "What then?"), "'follow-up' can't name a unit. Use 2 to 20 small"),
        (Wanted("Thanks", "Say thank you"), "can't name a unit"),
        (Wanted("../evil", "Say thank you"), "can't name a unit"),
        (Wanted("class", "In class"), "'class' means something else already"),
        (Wanted("welcome", "Come in"), "'welcome' means something else already"),
        (Wanted("thanks"), "'thanks' is new, so it needs a title: --title"),
        (Wanted("thanks", "Two\nlines"), "A title is one line of at most 60 characters"),
        (Wanted("thanks", "Say thank you", questions=0), "1 to 12 questions, not 0"),
        (Wanted("thanks", "T", dataset="../x"), "can't name a dataset or a widget"),
        (Wanted("thanks", "T", widget="shared"), "'shared' means something else already"),
        (Wanted("photo", "Which photo?"), "has the unit 'photo' already"),
        (Wanted("message", "Dear all"), "plans 'message' as 'How do I write?'"),
    ],
)
def test_what_cannot_be_laid_out_is_refused_in_a_sentence(checkout, wanted, sentence):
    before = everything(checkout.root)

    with pytest.raises(NotLaidOut) as refused:
        lay_out(checkout, wanted)

    assert sentence in str(refused.value)
    assert everything(checkout.root) == before


@pytest.mark.parametrize(
    "path",
    [
        "course/thanks/facilitate.md",
        "solutions/thanks/thanks.ipynb",
        "tests/answers/thanks.py",
        "src/weakties/data/thanks.py",
        "src/weakties/widgets/thanks/notes.txt",
    ],
)
def test_nothing_is_written_over(checkout, path):
    (checkout.root / path).parent.mkdir(parents=True, exist_ok=True)
    (checkout.root / path).write_text("mine")
    before = everything(checkout.root)

    with pytest.raises(NotLaidOut, match="is there already, so nothing was written"):
        lay_out(checkout, NEW)

    assert everything(checkout.root) == before


def test_a_dataset_of_another_unit_is_not_taken(checkout):
    lay_out(checkout, NEW)

    with pytest.raises(NotLaidOut, match="There is a dataset 'thanks' already"):
        lay_out(again(checkout), Wanted("message", dataset="thanks"))


def test_a_course_without_its_code_is_refused(clean_course):
    with pytest.raises(NotLaidOut, match="a unit is written in a checkout"):
        lay_out(clean_course, NEW)


def test_the_command_names_what_it_wrote_and_what_comes_next(checkout):
    root = str(checkout.root)
    result = CliRunner().invoke(
        app, ["new", "thanks", "--title", "Say thank you", "--questions", "2", "--root", root]
    )

    assert result.exit_code == 0
    *written, following = result.stdout.splitlines()
    assert f"written: {CONTENTS}" in written
    assert following.endswith("weakties author lint thanks")


def test_every_python_file_keeps_the_rules_of_the_house(checkout):
    root = checkout.root
    lay_out(checkout, NEW)
    shutil.copyfile(content_root() / "pyproject.toml", root / "pyproject.toml")
    python = [root / path for path in parts_of(root, again(checkout).listed("thanks"))]
    python = [path for path in python if path.suffix == ".py" and "thanks" in str(path)]

    for rule in (["check"], ["format", "--check"]):
        command = [sys.executable, "-m", "ruff", *rule, *python]
        ran = subprocess.run(command, cwd=root, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stdout.decode()


def test_a_unit_that_lacks_nothing_is_asked_to_be_made_ready(clean_course: Course) -> None:
    contents = (clean_course.root / CONTENTS).read_text("utf-8")
    (clean_course.root / CONTENTS).write_text(contents.replace("ready = true", "ready = false"))

    (last,) = lint(again(clean_course), ["photo"])

    assert (last.path, last.cell, last.rule) == (CONTENTS, "ready", "not-ready")


def with_widget(course: Course, tests: str) -> Course:
    """Return the course with a widget in its unit, whose test files hold this."""
    root = course.root
    contents = (root / CONTENTS).read_text("utf-8")
    (root / CONTENTS).write_text(
        contents.replace("evidence = [", 'widgets = ["studio"]\nevidence = [', 1)
    )
    for path in parts_of(root, again(course).listed("photo")):
        if "studio" in path:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(tests if "test_" in path else "", "utf-8")
    (root / WIDGETS).write_text('_HOMES = {"Studio": "studio"}\n')
    return again(course)


def test_a_widget_that_is_whole_has_no_finding(clean_course: Course) -> None:
    assert lint(with_widget(clean_course, "def test_it_asks_first():\n    assert 1\n")) == ()


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (
            lambda root: (root / "tests/browser/test_studio.py").unlink(),
            ("tests/browser/test_studio.py", "missing-part"),
        ),
        (
            lambda root: (root / "tests/browser/test_studio.py").write_text("def helper(): ..."),
            ("tests/browser/test_studio.py", "untested"),
        ),
        (lambda root: (root / WIDGETS).write_text("_HOMES = {}"), (WIDGETS, "unoffered")),
        (
            lambda root: (root / "src/weakties/widgets/studio/view.css").write_text(
                f"/* {TO_WRITE} the look. */"
            ),
            ("src/weakties/widgets/studio/view.css", "unwritten"),
        ),
        (
            lambda root: (root / "course/photo/facilitate.md").unlink(),
            ("course/photo/facilitate.md", "missing-part"),
        ),
    ],
)
def test_a_part_that_is_not_there_is_missed(
    clean_course: Course, spoil: Callable[[Path], object], expected: tuple[str, str]
) -> None:
    course = with_widget(clean_course, "def test_it_asks_first():\n    assert 1\n")
    spoil(course.root)

    assert [(found.path, found.rule) for found in lint(course)] == [expected]
