"""``weakties recall``: asks, shows, keeps how it went, and writes a file for Anki."""

from __future__ import annotations

import zipfile

import pytest
from typer.testing import CliRunner

from weakties.cli import app
from weakties.pages.file import NotWritten
from weakties.progress import Line, Store, forget_session


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a working folder with a lesson that was gone through."""
    work = tmp_path / "weakties-workshop"
    (work / ".weakties").mkdir(parents=True)
    (work / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("WEAKTIES_EDITION", "WEAKTIES_PROGRESS", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(name, raising=False)
    forget_session()
    Store(work).append(Line.now("looked back", unit="photo"))
    yield work
    forget_session()


def recall(*arguments, keys=""):
    return CliRunner().invoke(app, ["recall", *map(str, arguments)], input=keys)


def boxes(folder):
    return [one.box for one in Store(folder).read().recalled.values()]


def test_it_asks_shows_the_answer_only_then_and_keeps_each_key(folder):
    result = recall(keys="\ng\n\na\n\nh\n\ne\n\nG\n\nagain\n")
    assert result.exit_code == 0
    said = result.stdout
    assert said.index("1 of 6 · How long do people need") < said.index("A tenth of a second.")
    assert "6 of 6" in said
    assert boxes(folder) == [1, 0, 1, 2, 1, 0]
    assert "Done. 2 cards are due." in said


def test_what_went_well_is_not_asked_again_on_the_same_day(folder):
    recall(keys="\ng\n" * 6)
    result = recall()
    assert "No card is due today. The next comes back on" in result.stdout
    assert boxes(folder) == [1] * 6


def test_another_key_is_asked_once_more_and_q_or_the_end_of_input_stops(folder):
    assert recall(keys="\nx\ng\n\nq\n").exit_code == 0
    assert boxes(folder) == [1]
    assert recall(keys="\ne\n").exit_code == 0
    assert boxes(folder) == [1, 2]


def test_only_begun_units_are_asked_unless_all_are_wanted(folder):
    assert "6 cards are due" in recall().stdout
    assert "12 cards are due" in recall("--all").stdout
    Store(folder).forget()
    assert "No unit is begun yet" in recall().stdout


def test_to_forget_forgets_the_cards_too(folder):
    recall(keys="\ng\n" * 6)
    assert CliRunner().invoke(app, ["progress", "--forget"]).exit_code == 0
    assert boxes(folder) == []
    assert not (folder / ".weakties" / "progress.jsonl").exists()


def test_where_nothing_is_kept_all_can_be_asked_and_nothing_is_written(folder, monkeypatch):
    monkeypatch.setenv("WEAKTIES_PROGRESS", "off")
    before = (folder / ".weakties" / "progress.jsonl").read_bytes()
    assert recall("--all", keys="\ng\n").exit_code == 0
    assert (folder / ".weakties" / "progress.jsonl").read_bytes() == before


def test_a_file_for_anki_needs_no_folder_is_replaced_and_replaces_nothing_else(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert "48 cards lie in cards.txt" in recall("--anki", "cards.txt").stderr
    first = (tmp_path / "cards.txt").read_text(encoding="utf-8")
    assert len(first.splitlines()) == 6 + 48
    assert recall("--anki", "cards.txt").exit_code == 0
    assert (tmp_path / "cards.txt").read_text(encoding="utf-8") == first

    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert isinstance(recall("--anki", "mine.txt").exception, NotWritten)
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_name_that_ends_in_apkg_makes_a_deck_which_replaces_nothing_but_a_deck(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert "48 cards lie in cards.apkg" in recall("--anki", "cards.apkg").stderr
    assert zipfile.is_zipfile(tmp_path / "cards.apkg")

    (tmp_path / "cards.apkg").write_bytes(b"mine")
    assert isinstance(recall("--anki", "cards.apkg").exception, NotWritten)
    assert (tmp_path / "cards.apkg").read_bytes() == b"mine"


def test_where_nothing_is_laid_out_it_says_how_to_begin(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = recall()
    assert result.exit_code == 1
    assert "weakties start" in result.stderr
