"""From graded notebooks to a page, a text and JSON: names, both sides, and what none of it can show."""

from __future__ import annotations

import json
import re

import pytest
from typer.testing import CliRunner

from grading.courses import cell, hand_in, ordinary_course
from grading.idle import NOT_RUN, idle
from teaching.alike.test_compare import CODE, OTHER, renamed
from weakties.cli import app
from weakties.grading.run import Options, grade
from weakties.teaching.alike.forms import CANNOT_SHOW, TALK_FIRST, json_of, page_of, text_of
from weakties.teaching.alike.found import found_in

CELLS = [
    cell("Use `best = sorted(scores)`.", markdown=True),
    cell(f"best = ...\n### BEGIN SOLUTION\n{OTHER}\n### END SOLUTION", "q1-answer", solution=True),
    cell(f"best\n### BEGIN HIDDEN TESTS\n{CODE}\n### END HIDDEN TESTS", "q1-check", points=9),
    cell("### BEGIN SOLUTION\nWhy.\n### END SOLUTION", "why", points=4, solution=True, markdown=True),
]  # fmt: skip
EVIL = "# <script>x</script>\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Ann and bo wrote the same under other names, cy the key, dee what is nobody else's."""
    with pytest.MonkeyPatch.context() as patch:
        idle(patch)
        root = ordinary_course(tmp_path_factory.mktemp("alike") / "course", {"ps1": CELLS})
        answers = {
            "ann": EVIL + CODE,
            "bo": renamed(CODE),
            "cy": renamed(OTHER),
            "dee": "best = []\nfor x in table:\n    print(x)\n" * 6,
            "eve": "best = ...",
        }
        released = json.loads((root / "release" / "ps1" / "ps1.ipynb").read_text("utf-8"))
        for learner, code in answers.items():
            for one in released["cells"]:
                if one["id"] == "q1-answer":
                    one["source"] = code
            hand_in(root, learner, released, "ps1")
        list(grade(root, "ps1", Options(settings=NOT_RUN)))
        hand_in(root, "late", released, "ps1")
    return root


def who(found):
    return [
        sorted({one.author for pair in group for one in (pair.first, pair.second)})
        for group in found.questions[0].groups
    ]


def test_copies_of_the_key_and_of_one_another_are_found_and_hidden_tests_explain_nothing(course):
    found = found_in(course, "ps1")
    (question,) = found.questions
    assert who(found) == [["", "cy"], ["ann", "bo"]]
    assert (question.name, question.compared, question.short, question.same) == ("q1", 4, 1, 2)
    assert (found.learners, found.ungraded) == (5, 1)


def test_the_page_shows_both_sides_and_nothing_of_a_learners_runs(course):
    page = page_of(found_in(course, "ps1"))
    body = page.rpartition("</style>")[2]
    assert "ann and bo" in body
    assert "cy and the key" in body
    assert "&lt;script&gt;x&lt;/script&gt;" in body
    assert "<script" not in body
    assert "<mark>= friends = {}</mark>" in body
    assert re.search(r"<mark>= other_\d = \{\}  # mine</mark>", body)
    assert "hints, never verdicts" in body
    assert "With so few people" in body
    assert "dee" not in body


def test_text_and_json_say_what_they_can_not_show(course):
    found = found_in(course, "ps1")
    said = " ".join(text_of(found).split())
    for limit in (*CANNOT_SHOW, TALK_FIRST):
        assert limit in said
        assert limit in json_of(found)["cannot_show"]
    first = json_of(found)["questions"][0]["groups"][0][0]["answers"]
    assert [(one["learner"], one["is_key"]) for one in first] == [("cy", False), (None, True)]
    lines = first[0]["code"].split("\n")
    assert all(0 < number <= len(lines) for number in first[0]["lines"])


def test_the_command_writes_a_page_prints_json_and_warns_of_what_it_holds(course, tmp_path):
    page = tmp_path / "alike.html"
    words = ["teach", "alike", "ps1", "--course", str(course)]
    said = CliRunner().invoke(app, [*words, "--html", str(page), "--json"])
    assert said.exit_code == 0
    assert "keep it to yourself" in said.stderr
    assert json.loads(said.stdout)["assignment"] == "ps1"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "add --html alike.html" in CliRunner().invoke(app, words).stdout


def test_without_graded_work_the_next_step_is_named(course, tmp_path, monkeypatch, capsys):
    import shutil

    from weakties.cli import main

    other = shutil.copytree(course, tmp_path / "course")
    shutil.rmtree(other / "autograded")
    monkeypatch.setattr("sys.argv", ["weakties", "teach", "alike", "ps1", "--course", str(other)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert f"`weakties grade ps1 --course {other}`" in capsys.readouterr().err
