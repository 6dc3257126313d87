"""Recall in a notebook: without widgets, answers folded, and kept in the learner's own record."""

from __future__ import annotations

import re

import pytest

from weakties.course import CourseError
from weakties.lesson import recall, went
from weakties.progress import Line, Store, forget_session, here


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a working folder in which one lesson is done; this process works there."""
    (tmp_path / ".weakties").mkdir()
    (tmp_path / ".weakties" / "manifest.json").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    monkeypatch.delenv("WEAKTIES_PROGRESS", raising=False)
    forget_session()
    here().note(Line.now("looked back", unit="photo"))
    yield tmp_path
    forget_session()


def ids(found):
    return [card.id for card in found.cards]


@pytest.mark.usefixtures("folder")
def test_only_what_was_begun_is_asked_or_all_of_it_a_dozen_at_most():
    assert {name.partition("-")[0] for name in ids(recall())} == {"photo"}
    assert len(ids(recall())) == 6
    assert len(ids(recall(everything=True))) == 12
    assert ids(recall(everything=True))[0].startswith("purpose-")


@pytest.mark.usefixtures("folder")
def test_the_answer_is_folded_and_not_in_the_plain_text():
    found = recall()
    html = found._repr_mimebundle_()["text/html"]
    open_part = re.sub(r"<details>.*?</details>", "", html, flags=re.DOTALL)
    card = found.cards[0]
    assert "<details><summary>The answer</summary>" in html
    assert card.answer in html
    assert card.answer not in open_part
    assert card.answer not in str(found)
    assert card.question in open_part
    assert f'went("{card.id}", "good")' in open_part
    assert f'went("{card.id}", "good")' in str(found)


def test_what_went_well_is_kept_and_gone_for_today_and_what_did_not_is_still_there(folder):
    first, second = ids(recall())[:2]
    left = went(first, "good")
    assert "asked again on" in left.said
    assert first not in ids(left)
    assert second in ids(went(second, "again"))
    record = Store(folder).read()
    assert (record.recalled[first].box, record.recalled[second].box) == (1, 0)


@pytest.mark.usefixtures("folder")
def test_a_card_or_a_word_that_is_not_there_is_refused_and_nothing_is_kept():
    with pytest.raises(CourseError, match="There is no card 'photo-nine'"):
        went("photo-nine", "good")
    with pytest.raises(CourseError, match="again, hard, good, easy; not 'well'"):
        went("photo-glance", "well")  # type: ignore[arg-type]
    assert here().record.recalled == {}


def test_in_a_folder_of_nobody_nothing_is_due_and_nothing_breaks(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    forget_session()
    assert recall().cards == ()
    assert "No unit is begun" in str(recall())
    went("photo-glance", "good")
    assert "photo-glance" in here().record.recalled
    assert list(tmp_path.iterdir()) == []
    forget_session()
