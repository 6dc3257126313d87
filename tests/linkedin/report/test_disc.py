"""What a report shows first: everybody as a dot, and the same picture for who can't see it."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest

from linkedin.archives import connections, url, zipped
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


def test_no_number_is_parted_from_its_percent_sign_at_the_end_of_a_line(page):
    assert "25\u00a0%" in page
    assert not re.search(r"\d %", page)


@pytest.mark.parametrize("people", [6, 40, 150, 2000])
def test_no_year_lies_on_a_dot_or_on_a_ring(tmp_path, people):
    rows = [f"P{at},Doe,{url(f'p{at}')},,Acme,Chef,01 Mar {2010 + at % 15}" for at in range(people)]
    page = mirror(zipped(tmp_path / "export.zip", {"Connections.csv": connections(*rows)})).html()
    drawn = re.search(r"class='disc'.*?</figure>", page)[0]

    years = places(drawn, r'<text class="year" x="([\d.]+)" y="([\d.]+)"')
    dots = places(drawn, r'<circle class="contact \w+" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"')
    rings = places(
        drawn, r'<path class="ring" d="M([\d.]+),([\d.]+)A([\d.]+),[\d.]+,0,1,0,([\d.]+),([\d.]+)"'
    )
    assert years
    for x, y in years:
        # Four digits of 12 pixels are 27 wide and 9 high, and stand on y.
        left, right, top = x - 14, x + 14, y - 9
        for dot_x, dot_y, radius in dots:
            beside = max(left - dot_x, dot_x - right, 0), max(top - dot_y, dot_y - y, 0)
            assert math.hypot(*beside) >= radius
        for from_x, from_y, _, to_x, _ in rings:
            assert from_y < top or (to_x < left and right < from_x)
    gaps = [b - a for (_, a), (_, b) in pairwise(sorted(years))]
    assert all(gap > 12 for gap in gaps)


def places(drawn, pattern):
    return [tuple(map(float, found)) for found in re.findall(pattern, drawn)]


def test_it_stands_under_the_first_sentences_and_before_the_contents(page):
    places = [page.index(part) for part in ("class='short'", "class='disc'", "class='contents'")]
    assert places == sorted(places)


def test_each_entry_of_the_contents_leads_to_its_section(page):
    entries = re.findall(r"<a href='#([\w-]+)'>", page)

    assert len(entries) > 5
    assert entries == re.findall(r"<div class='inside' id='([\w-]+)'>", page)


def test_charts_are_drawn_for_a_phone_as_well_and_say_the_same(page):
    said = r"<svg[^>]*?(?:aria-label=\"([^\"]+)\"|>.*?<desc>(.*?)</desc>)"
    wide = re.findall(rf"<div class='wide'>{said}", page)
    narrow = re.findall(rf"<div class='narrow'>{said}", page)

    assert len(wide) > 3
    assert wide == narrow
    assert len(wide) == page.count("<figure>"), "none has to be scrolled sideways"


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


def test_growth_is_drawn_by_year_where_months_hold_one_to_three(tmp_path, page):
    rows = [f"P{at},Doe,{url(f'p{at}')},,Acme,Chef,01 Mar {2010 + at}" for at in range(0, 9, 2)]
    few = mirror(zipped(tmp_path / "export.zip", {"Connections.csv": connections(*rows)})).html()

    assert "Bars of new connections by year: 2010 1, 2011 0, 2012 1" in few
    assert "Columns of new connections by month" not in few
    assert "Columns of new connections by month" in page
