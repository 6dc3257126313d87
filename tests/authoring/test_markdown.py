"""What the lint sees in Markdown, and in the HTML inside it."""

from __future__ import annotations

import pytest

from weakties.authoring.lint.markdown import (
    Anchor,
    Element,
    Heading,
    Image,
    Link,
    elements,
    elements_of_html,
)


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("# *Which* `photo`?", [Heading(1, "Which photo?")]),
        ("Title\n=====\n\nmore\n----", [Heading(1, "Title"), Heading(2, "more")]),
        ("<h2>Play</h2>", [Heading(2, "Play")]),
        ("```\n# a comment\n```", []),
        ("`![no](image.png)`", []),
        ("![A suit][1]\n\n[1]: suit.png", [Image("A suit", "suit.png")]),
        ("text <img src='a.png'> text", [Image(None, "a.png")]),
        ('[data](data.csv "The data")', [Link("data.csv")]),
        ('<a id="here"></a><a href="there.md">x</a>', [Anchor("here"), Link("there.md")]),
        ("| a |\n|---|\n| [b](c.md) |", [Link("c.md")]),
        ("Costs $5 and 3 < 4 > 2", []),
    ],
)
def test_elements_are_found_in_their_order(markdown: str, found: list[Element]) -> None:
    assert list(elements(markdown)) == found


def test_a_heading_has_the_anchor_that_jupyterlab_gives_it() -> None:
    assert Heading(2, "Predict · 5 min").anchor == "Predict-·-5-min"


def test_html_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    assert elements_of_html('<img alt="A suit" src="a.png"><p') == (Image("A suit", "a.png"),)
