"""``weakties progress``: what it says, for people and scripts, and how it forgets."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from weakties.cli import app
from weakties.progress import Line, Store, check_line


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a working folder with a lesson that was gone through."""
    work = tmp_path / "weakties-workshop"
    (work / ".weakties").mkdir(parents=True)
    (work / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    Store(work).append(Line.now("looked back", unit="photo"))
    return work


def progress(*arguments):
    return CliRunner().invoke(app, ["progress", *arguments])


@pytest.mark.usefixtures("folder")
def test_it_says_how_far_one_is_and_where_to_go_on_from_beside_the_usual_folder():
    said = progress().stdout
    assert "Which photo?" in said
    assert "lesson done" in said
    assert "Go on at the exercise Which photo?, question 1: What formal dress is worth" in said


def test_a_script_gets_the_same(folder):
    with (folder / ".weakties" / "progress.jsonl").open("a") as file:
        file.write("\n{broken\n")
    found = json.loads(progress(str(folder), "--json").stdout)
    photo = next(unit for unit in found["units"] if unit["unit"] == "photo")
    assert (photo["state"], photo["lesson"], photo["questions_done"]) == ("started", 1.0, 0)
    assert found["go_on"] == {"path": "exercises/photo/photo.ipynb", "cell": "photo-q1"}
    assert found["lines_not_read"] == 1
    assert "1 line of" in progress(str(folder)).stdout


def test_to_forget_leaves_nothing_behind(folder):
    before = {path.name for path in folder.rglob("*")}
    assert "Forgotten" in progress("--forget").stdout
    assert {path.name for path in folder.rglob("*")} == before - {"progress.jsonl"}
    assert "nothing to forget" in progress("--forget").stdout
    assert "Nothing is begun yet" in progress().stdout


def test_where_nothing_is_laid_out_it_says_how_to_begin(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = progress()
    assert result.exit_code == 1
    assert "weakties start" in result.stderr
    assert progress("elsewhere").exit_code == 1


def test_it_says_how_many_choices_were_right_before_anybody_was_told(folder):
    def tried(question, kind, **more):
        Store(folder).append(
            check_line(question, edition="open", state="Not yet", points=0, of=3, compared=True,
                       attempt=True, said=[("n", "fine", "…"), ("c", kind, "…")],
                       **{"choices": {"c": 4}, **more})
        )  # fmt: skip

    assert "first try" not in progress().stdout
    tried("quality-q1", "waits")  # nothing was said of it yet: what comes next is the first try
    tried("quality-q1", "fine")
    tried("quality-q3", "value")
    tried("quality-q3", "fine")  # found by trying
    Store(folder).append(Line.now("solution", question="quality-q6"))
    tried("quality-q6", "fine")
    tried("strangers-q1", "fine", choices={})
    assert "Choices right at the first try: 1 of 2. Blind guessing gets 0.5" in progress().stdout
    told = json.loads(progress("--json").stdout)["choices_at_first"]
    assert told == {"right": 1, "of": 2, "by_guessing": 0.5}
