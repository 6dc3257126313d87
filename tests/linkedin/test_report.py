"""The report: all of it there, whatever the archive holds, and nothing in it runs or asks."""

from __future__ import annotations

import re
from datetime import date

import pytest

from linkedin.archives import connections, messages, url, zipped
from weakties.linkedin import mirror
from weakties.linkedin.sample import write_sample
from weakties.pages.section import THIN, Section

TITLES = [
    "Growth",
    "Your years",
    "Who is in it",
    "Company by company",
    "Diversity",
    "How alive it is",
    "Busiest conversations",
    "When you write",
    "Who sits with whom",
    "Dormant ties worth a thought",
    "Invitations",
    "Layers of strength",
    "What was read",
]
ROW = f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "Basic_LinkedInDataExport_10-03-2026.zip"
    write_sample(path)
    return mirror(path)


def test_every_section_asks_says_what_it_can_not_tell_and_names_one_step(sample):
    assert [section.title for section in sample.sections] == TITLES
    for section in sample.sections:
        assert section.question.endswith("?")
        assert section.cannot_tell
        assert section.next_step
        for fact in section.facts:
            assert fact.value
            assert fact.sure, fact.name


@pytest.mark.parametrize(
    "files",
    [
        {"Connections.csv": connections()},
        {"Connections.csv": connections(ROW)},
        {"Connections.csv": connections(ROW), "messages.csv": messages()},
        {"Connections.csv": "First Name,Last Name,Email Address\nAna,Ruiz,\n"},
        {"Connections.csv": connections(",,,,,,07 Jun 2026")},
        {"Connections.csv": connections(ROW), "Profile.csv": "First Name,Last Name,Headline\n"},
    ],
)
def test_an_archive_with_little_in_it_has_a_report_without_a_nan(tmp_path, files):
    report = mirror(zipped(tmp_path / "x.zip", files))

    for text in (report.html(), str(report)):
        assert all(title in text for title in TITLES)
        assert not re.search(r"\bnan\b|NaT|None", text)


def test_numbers_that_are_estimates_carry_their_interval(sample):
    text = str(sample)

    assert re.search(r"\d+ % of the \d+ conversations you started were answered \(95 %", text)
    said = " ".join(text.split())
    assert re.search(
        r"until the first answer, by the median \(of the \d+ that were answered; 95", said
    )
    assert "4 to 520" in sample.html()
    assert "2 to 336" in sample.html()


def test_the_page_says_that_nothing_left_and_loads_nothing(sample):
    page = sample.html()

    assert "Nothing left this machine" in page
    assert not re.search(
        r"<(script|link|img|iframe|object|form)\b|@import|url\(|src=|href=(?!.#)", page
    )


def test_what_an_export_says_can_not_become_markup(tmp_path):
    row = (
        f'<script>alert(1)</script>,"<img src=x>",{url("ana")},,<b>Acme</b>,<i>Chef</i>,08 Feb 2026'
    )
    page = mirror(zipped(tmp_path / "<x>.zip", {"Connections.csv": connections(row)})).html()

    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;b&gt;Acme" in page
    assert "<x>" not in page


def test_a_part_that_rests_on_half_of_its_rows_is_marked_in_every_form(tmp_path):
    undated = [f"Ben{n},Oka,{url(f'b{n}')},,Brook,Chef,some day" for n in range(2)]
    half, most = (
        mirror(zipped(tmp_path / f"{at}.zip", {"Connections.csv": connections(ROW, *rows)}))
        for at, rows in enumerate((undated, [ROW.replace("ana", "bo"), *undated[:1]]))
    )

    for report, used, thin in ((half, 1, True), (most, 2, False)):
        said = f"{used} of 3 people have a date."
        assert (f"{said} {THIN}" in report.html()) is thin
        assert (f"{said} {THIN}" in " ".join(str(report).split())) is thin
        assert said in report.html()
        (basis,) = report.json()["rests_on"]["Growth"]
        assert (basis["used"], basis["rows"], basis["half_or_less"]) == (used, 3, thin)


def test_a_page_folds_its_sections_and_a_notebook_does_not(sample):
    assert sample.html().count("<details class='part'>") == len(TITLES)
    assert "<details class='part'>" not in sample._repr_mimebundle_()["text/html"]


def test_a_notebook_gets_html_and_text(sample):
    shown = sample._repr_mimebundle_()

    assert shown["text/html"].startswith("<style>")
    assert shown["text/plain"] == str(sample) == repr(sample)


def test_the_day_given_is_the_day_that_counts(tmp_path):
    path = zipped(
        tmp_path / "x.zip", {"Connections.csv": connections(ROW), "messages.csv": messages()}
    )

    assert "as of 2030-01-01" in str(mirror(path, as_of=date(2030, 1, 1)))


def test_a_section_holds_plain_values(sample):
    assert all(isinstance(section, Section) for section in sample.sections)
    assert all(
        isinstance(cell, str)
        for s in sample.sections
        for g in s.grids
        for row in g.rows
        for cell in row
    )
