"""The audit's report on every kind of export, and the one page that names nobody by itself."""

from __future__ import annotations

import json
import re

import pytest

from linkedin.archives import connections, url, zipped
from weakties.linkedin import read
from weakties.linkedin.audit import one_page, report_on
from weakties.linkedin.pseudonym.file import write_copy
from weakties.linkedin.sample import write_sample
from weakties.pages.file import NotWritten

STEPS = ["purpose", "picture", "message", "mix", "strangers", "hours", "followup", "doubt"]
ROW = f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"


@pytest.fixture(scope="module")
def sample():
    return report_on("sample")


def told(report):
    return {step: [one[1] for one in numbers] for step, numbers in report["steps"].items()}


def test_who_changes_a_report_of_the_sample_changes_no_other():
    first = report_on("sample")
    first["steps"].clear()
    first["name"] = "mine"
    assert report_on("sample")["steps"]
    assert report_on("sample")["name"] != "mine"


def test_every_step_has_numbers_each_with_interval_or_limit(sample):
    assert list(sample["steps"]) == STEPS
    for numbers in sample["steps"].values():
        for name, value, unit, sure in numbers:
            assert name
            assert value is not None
            assert unit in {"", "%", "hours"}
            assert sure
    assert "95 % interval" in sample["steps"]["followup"][0][3]


def test_the_report_is_plain_and_names_nobody_of_the_export(sample, tmp_path):
    write_sample(tmp_path / "x.zip")
    people = read(tmp_path / "x.zip").people
    text = json.dumps(sample)

    assert json.loads(text) == dict(sample)
    assert not any(name in text for name in people["last_name"] if len(name) > 3)


def test_an_own_export_is_told_from_the_sample_by_what_was_asked_for(sample, tmp_path):
    write_sample(tmp_path / "Basic_LinkedInDataExport_10-03-2026.zip")
    own = report_on(tmp_path / "Basic_LinkedInDataExport_10-03-2026.zip")

    assert (own["source"], sample["source"]) == ("own", "sample")
    assert own["steps"] == sample["steps"]
    assert str(tmp_path) not in json.dumps(own)


def test_a_copy_tells_all_but_days_and_counts_the_companies_that_it_names(sample, tmp_path):
    write_sample(tmp_path / "x.zip")
    write_copy(read(tmp_path / "x.zip"), tmp_path / "copy.zip")
    copy = report_on(tmp_path / "copy.zip")

    assert copy["source"] == "copy"
    assert told(copy)["hours"][1] is None
    assert told(copy)["mix"][0] < told(sample)["mix"][0], "a company that few share is not named"
    for step in ("purpose", "picture", "message", "strangers", "followup", "doubt"):
        assert told(copy)[step][0] == told(sample)[step][0], step


def test_a_list_of_connections_alone_tells_little_and_an_empty_one_nearly_nothing(tmp_path):
    alone = report_on(zipped(tmp_path / "a.zip", {"Connections.csv": connections(ROW)}))
    empty = report_on(zipped(tmp_path / "b.zip", {"Connections.csv": connections()}))

    assert told(alone)["purpose"] == [1, None]
    assert told(alone)["followup"] == [None, None]
    assert told(empty)["mix"] == [None, None]
    assert "nobody in it" in empty["said"]
    assert "can't tell" in str(empty)
    assert not re.search(r"\bnan\b|None|NaT", empty._repr_mimebundle_()["text/html"])


def test_what_is_not_here_or_broken_is_said_and_does_not_stop_the_notebook(tmp_path):
    missing = report_on(tmp_path / "no such.zip")
    (tmp_path / "broken.zip").write_bytes(b"PK and nothing more")
    broken = report_on(tmp_path / "broken.zip")

    assert (missing["source"], broken["source"]) == ("elsewhere", "broken")
    assert "correct the path" in missing["said"]
    assert "their export stays with them" in missing["said"]
    assert missing["steps"] == broken["steps"] == {}
    assert broken["said"]


def page(report, **changed):
    filled = {
        "start": ["One", "Two", "Three"],
        "stop": "The feed",
        "watch": "Ties that woke up",
        "look_again": "2027-01-15",
        "decisions": {"Purpose": "Hear of work"},
    }
    return one_page(**{**filled, **changed}, report=report)


def test_the_page_holds_what_was_typed_and_how_to_look_again(sample):
    html = page(sample).html()

    for words in ("One", "Three", "The feed", "Ties that woke up", "January 15, 2027", "Purpose"):
        assert words in html
    assert "weakties mirror NEW.zip --since OLD.zip --html changes.html" in html
    assert "It stays here" in html
    assert not re.search(r"<(script|link|img)\b|url\(|src=|href=", html)
    assert str(page(sample)) == page(sample)._repr_mimebundle_()["text/plain"]


def test_the_page_names_the_command_that_its_reader_types(sample, monkeypatch):
    monkeypatch.setenv("WEAKTIES_COMMAND", "python3 run.py")
    assert "<code>python3 run.py mirror NEW.zip" in page(sample).html()


def test_an_untouched_page_is_one_sentence_and_no_file(sample, tmp_path):
    empty = page(
        sample,
        start=...,
        stop=...,
        watch=...,
        look_again=...,
        decisions={"Purpose": ..., "Mix": ...},
    )
    for said in (empty.save(tmp_path / "my-page.html"), str(empty), empty.html()):
        assert "Nothing is on your page yet" in said
        assert "still empty" not in said
    assert list(tmp_path.iterdir()) == []


def test_steps_without_a_decision_are_named_together(sample):
    html = page(sample, decisions={"Purpose": "Hear of work", "Mix": ..., "Hours": ...}).html()
    assert "1 of 3 decisions" in html
    assert "Not decided yet: Mix, Hours." in html


def test_what_is_not_filled_in_shows_as_empty_and_markup_stays_text(sample):
    html = page(sample, start=..., stop="<b>all</b>", look_again=...).html()

    assert "(still empty)" in html
    assert "<b>" not in html


def test_the_page_replaces_an_older_one_and_nothing_else(sample, tmp_path):
    said = page(sample).save(tmp_path / "my-page.html")
    again = page(sample, stop="Late mails").save(tmp_path / "my-page.html")
    (tmp_path / "notes.html").write_text("mine", encoding="utf-8")

    assert said == again
    assert "Late mails" in (tmp_path / "my-page.html").read_text(encoding="utf-8")
    with pytest.raises(NotWritten, match="left as it is"):
        page(sample).save(tmp_path / "notes.html")
