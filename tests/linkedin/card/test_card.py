"""The card to share: six numbers and a picture that say what the export says, and name nobody."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from linkedin.archives import PROFILE, connections, message, messages, zipped
from weakties.linkedin import ExportError, read
from weakties.linkedin.card import card_of, write_card
from weakties.linkedin.card.card import TITLE, UNDATED_TITLE
from weakties.linkedin.card.drawn import HEIGHT, WIDTH, drawn
from weakties.linkedin.figures import figures_of
from weakties.linkedin.insight.rings import MOST_DOTS, Contact, people_a_dot
from weakties.linkedin.pseudonym.file import write_copy
from weakties.linkedin.sample import write_sample
from weakties.pages.file import NotWritten


@pytest.fixture(scope="module")
def export(tmp_path_factory):
    path = tmp_path_factory.mktemp("card") / "Basic_LinkedInDataExport_10-03-2026.zip"
    write_sample(path)
    return read(path)


def row(first, year, slug=""):
    slug = slug or first.lower()
    return f"{first},Doe,https://www.linkedin.com/in/{slug},,Acme,Analyst,01 Mar {year}"


def small(tmp_path, *rows, wrote=()):
    files = {"Connections.csv": connections(*rows), "Profile.csv": PROFILE}
    if wrote:
        files["messages.csv"] = messages(*wrote)
    return read(zipped(tmp_path / "Basic_LinkedInDataExport_01-01-2026.zip", files))


def test_the_numbers_are_those_of_the_report(export):
    found = figures_of(export).json()

    shown = {one.of_what: one.value for one in card_of(export).numbers}

    assert len(shown) == 6
    assert shown["connections"] == str(found["connections"]["people"])
    assert shown["of those dormant for three years"] == str(found["ties"]["dormant"])
    began = found["messages"]["started"]
    rate = found["messages"]["reply_rate"]
    assert shown[f"of {began} conversations that I began were answered"] == f"{rate:.0%}".replace(
        "%", " %"
    )


def test_each_person_is_a_dot_and_the_oldest_lie_in_the_middle(tmp_path):
    card = card_of(small(tmp_path, row("Ann", 2024), row("Bo", 2019), row("Cy", 2021)))

    distances = [dot.x**2 + dot.y**2 for dot in card.rings.dots]
    assert distances == sorted(distances)
    assert all(distance < 1 for distance in distances)
    assert [ring.year for ring in card.rings.rings] == [2019, 2021, 2024]
    assert card.rings.rings[0].radius == 0
    assert card.title == TITLE


def test_a_dot_says_whether_messages_went_both_ways(tmp_path):
    me, ann, bo = ("Me Doe", "me"), ("Ann Doe", "ann"), ("Bo Doe", "bo")
    wrote = [
        message("a", me, ann, "2025-01-01 10:00:00"),
        message("a", ann, me, "2025-01-02 10:00:00"),
        message("b", me, bo, "2025-01-03 10:00:00"),
    ]
    people = [row("Ann", 2019), row("Bo", 2020), row("Cy", 2021)]

    card = card_of(small(tmp_path, *people, wrote=wrote))

    assert [dot.contact for dot in card.rings.dots] == [Contact.BOTH, Contact.ONE, Contact.NONE]
    assert card.contacts == (Contact.BOTH, Contact.ONE, Contact.NONE)


def test_without_messages_no_dot_claims_that_there_were_none(tmp_path):
    card = card_of(small(tmp_path, row("Ann", 2019)))

    assert {dot.contact for dot in card.rings.dots} == {Contact.UNKNOWN}
    assert card.contacts == ()
    assert not any("messages" in one.of_what for one in card.numbers)


def test_nothing_that_is_written_on_it_is_a_cell_of_the_export(export):
    said = set(re.findall(r"\w+", card_of(export).alt.lower()))
    cells = export.people[["first_name", "last_name", "company", "position"]]
    names = {
        word
        for column in cells
        for cell in cells[column]
        for word in re.findall(r"\w{3,}", str(cell).lower())
    }
    assert names
    assert not said & names


def test_a_copy_without_names_gets_a_card_without_years_and_companies(export, tmp_path):
    write_copy(export, tmp_path / "copy.zip")

    card = card_of(read(tmp_path / "copy.zip"))

    assert card.title == UNDATED_TITLE
    assert card.rings.rings == ()
    assert not any("compan" in one.of_what or "year" in one.of_what[:5] for one in card.numbers)
    assert card.numbers[0] == card_of(export).numbers[0]


def test_it_is_drawn_at_the_size_of_a_post_and_twice_the_same(export):
    card = card_of(export)

    assert Image.open(BytesIO(drawn(card, "png"))).size == (WIDTH, HEIGHT)
    first = drawn(card, "svg")
    assert first == drawn(card, "svg")
    assert b"<script" not in first
    assert re.search(rb'href="#', first)
    assert not re.search(rb'(href|src)="(?!#)|url\((?!#)', first)


@given(st.integers(1, 40_000))
def test_so_many_dots_as_can_be_told_apart(people):
    each = people_a_dot(people)

    assert people / each <= MOST_DOTS
    assert each == 1 or people / each > MOST_DOTS / 2.5


def test_another_kind_of_picture_is_refused_with_the_name_to_type(export, tmp_path):
    with pytest.raises(ExportError, match=r"Try --card card\.png"):
        write_card(card_of(export), tmp_path / "card.jpg")


def test_a_card_may_be_replaced_and_another_file_not(export, tmp_path):
    card = card_of(export)
    write_card(card, tmp_path / "card.svg")
    write_card(card, tmp_path / "card.svg")

    other = tmp_path / "notes.svg"
    other.write_text("mine", "utf-8")
    with pytest.raises(NotWritten, match="it was left as"):
        write_card(card, other)
    assert other.read_text("utf-8") == "mine"


def test_an_export_without_people_has_no_card(tmp_path):
    with pytest.raises(ExportError, match="holds none"):
        card_of(small(tmp_path))
