"""What a report shows first: everybody as a dot, and the same picture for who can't see it."""

from __future__ import annotations

import re

import pytest

from linkedin.archives import connections, zipped
from weakties.linkedin import mirror
from weakties.linkedin.sample import write_sample


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("disc") / "Basic_LinkedInDataExport_10-03-2026.zip"
    write_sample(path)
    return mirror(path).html()


def test_each_connection_is_a_dot_and_the_words_count_the_same_kinds(page):
    kinds = re.findall(r'<circle class="contact (\w+)"', page)

    assert len(kinds) == 150
    said = re.search(r'aria-label="(A disc of 150 dots: [^"]+)"', page)[1]
    counted = [kinds.count(kind) for kind in ("both", "one", "none")]
    assert [int(count) for count in re.findall(r"(\d+) with", said)] == counted
    assert "38 with messages both ways" in said


def test_it_stands_under_the_first_sentences_and_before_the_contents(page):
    places = [page.index(part) for part in ("class='short'", "class='disc'", "class='contents'")]
    assert places == sorted(places)


def test_each_entry_of_the_contents_leads_to_its_section(page):
    entries = re.findall(r"<a href='#([\w-]+)'>", page)

    assert len(entries) > 5
    assert entries == re.findall(r"<div class='inside' id='([\w-]+)'>", page)


def test_charts_are_drawn_for_a_phone_as_well_and_say_the_same(page):
    wide = re.findall(r"<div class='wide'>.*?aria-label=\"([^\"]+)\"", page)
    narrow = re.findall(r"<div class='narrow'>.*?aria-label=\"([^\"]+)\"", page)

    assert len(wide) > 3
    assert wide == narrow


def test_an_export_without_people_has_no_disc(tmp_path):
    path = zipped(tmp_path / "export.zip", {"Connections.csv": connections()})

    assert "class='disc'" not in mirror(path).html()


def test_a_large_network_says_for_how_many_a_dot_stands(tmp_path):
    rows = [
        f"P{at},Doe,https://www.linkedin.com/in/p{at},,Acme,Chef,01 Mar 2024" for at in range(1000)
    ]
    path = zipped(tmp_path / "export.zip", {"Connections.csv": connections(*rows)})

    page = mirror(path).html()

    assert "Each dot is 2 people" in page
    assert page.count('<circle class="contact') == 500
    assert "messages both ways" not in re.search(r"class='disc'.*?</figure>", page)[0]
