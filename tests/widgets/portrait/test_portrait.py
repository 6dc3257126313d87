from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets.portrait import CHOICES, Portrait, contact_sheet, describe, draw

PORTRAITS = st.builds(
    Portrait, **{field: st.sampled_from(list(CHOICES[field])) for field in CHOICES}
)
PAIRS = [
    (field, a, b) for field, values in CHOICES.items() for a in values for b in values if a < b
]


@pytest.mark.parametrize(("field", "a", "b"), PAIRS)
@settings(max_examples=15, deadline=None)
@given(portrait=PORTRAITS)
def test_another_choice_is_another_drawing(field, a, b, portrait):
    assert draw(replace(portrait, **{field: a})) != draw(replace(portrait, **{field: b}))


@pytest.mark.parametrize(("field", "a", "b"), PAIRS)
def test_another_choice_is_another_description(field, a, b):
    portrait = Portrait()
    assert describe(replace(portrait, **{field: a})) != describe(replace(portrait, **{field: b}))


@settings(deadline=None)
@given(PORTRAITS)
def test_every_drawing_is_sound_svg_that_carries_its_description(portrait):
    root = ET.fromstring(draw(portrait))  # noqa: S314 — our own drawing
    assert root.get("role") == "img"
    assert root.get("aria-label") == describe(portrait)
    assert describe(portrait).startswith(CHOICES["person"][portrait.person].label)


@settings(deadline=None)
@given(PORTRAITS)
def test_no_drawing_has_ids_scripts_or_addresses(portrait):
    without_namespace = draw(portrait).replace("http://www.w3.org/2000/svg", "")
    for unwanted in (" id=", "<script", "href", "http", "url("):
        assert unwanted not in without_namespace


@pytest.mark.parametrize("field", list(CHOICES))
@pytest.mark.parametrize("wrong", ["", "no such thing", None, 3, [], {}])
def test_a_value_that_does_not_exist_is_an_error_that_names_the_field(field, wrong):
    with pytest.raises(ValueError, match=field):
        Portrait(**{field: wrong})


def test_a_contact_sheet_shows_every_portrait_with_its_letter():
    sheet = contact_sheet(
        {
            letter: Portrait(person=person)
            for letter, person in zip("AB", ("kim", "noor"), strict=True)
        }
    )
    root = ET.fromstring(sheet)  # noqa: S314 — our own drawing
    assert [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")] == ["A", "B"]
    assert root.get("width") == "470"
