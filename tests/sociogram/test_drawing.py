"""The drawing: well-formed, told in words, in the reader's own ink."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings

from sociogram.networks import networks
from weakties.sociogram import Person, Tie, alt_of, picture_of, svg
from weakties.sociogram.marks import COLORS

NASTY = '<b>&"Ana"</b>'


@pytest.fixture
def picture():
    people = [Person("a", NASTY, "sales"), Person("b", "Bo", "law", marked=True), Person("c", "Cy")]
    ties = [Tie("a", "b"), Tie("b", "c", 3, dashed=True)]
    return picture_of(people, ties, title="Who & whom")


@settings(deadline=None, max_examples=60)
@given(networks())
def test_it_is_well_formed_and_has_one_mark_for_each_person(network):
    picture = picture_of(*network, title="Any")
    for live in (False, True):
        root = ET.fromstring(svg(picture, live=live))  # noqa: S314 - it is our own
        people = root.find("g[@class='sg-people']")
        assert len(people) == len(picture.nodes)


def test_it_is_an_image_with_a_title_and_a_description(picture):
    root = ET.fromstring(svg(picture))  # noqa: S314

    assert root.get("role") == "img"
    assert root.findtext("title") == "Who & whom"
    assert root.findtext("desc") == alt_of(picture)


def test_a_name_can_not_become_markup(picture):
    for drawing in (svg(picture), svg(picture, live=True), svg(picture, alone=True)):
        assert "<b>" not in drawing
        assert "&lt;b&gt;" in drawing


def test_its_ink_is_the_readers_text_color(picture):
    drawing = svg(picture)

    assert "currentColor" in drawing
    assert "#1f2328" not in drawing
    assert COLORS[0] in drawing


def test_alone_it_is_black_on_white(picture):
    drawing = svg(picture, alone=True)

    assert 'xmlns="http://www.w3.org/2000/svg"' in drawing
    assert "background:#fff" in drawing
    assert "xmlns" not in svg(picture)


def test_it_has_no_ids_so_that_two_of_them_fit_on_a_page(picture):
    assert " id=" not in svg(picture, live=True)


def test_marks_carry_a_ring_and_live_pictures_a_hidden_one_for_everybody(picture):
    assert svg(picture).count("sg-ring") == 1
    assert svg(picture, live=True).count("sg-ring") == 3
    assert svg(picture, live=True).count('visibility="hidden"/>') == 2


def test_broken_lines_and_thick_ones_are_paths_of_their_own(picture):
    root = ET.fromstring(svg(picture))  # noqa: S314
    paths = root.findall("g[@class='sg-ties']/path")

    assert [(path.get("stroke-width"), path.get("stroke-dasharray")) for path in paths] == [
        ("2", None),
        ("3", "5 4"),
    ]


def test_the_legend_names_every_group_with_its_count(picture):
    assert [f"({count})" in svg(picture) for count in (1, 1, 1)] == [True] * 3
    for name in ("sales (1)", "law (1)", "others (1)"):
        assert f">{name}</text>" in svg(picture)
    assert "sg-legend" in svg(picture)
