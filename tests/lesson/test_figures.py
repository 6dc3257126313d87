from __future__ import annotations

import pandas as pd
import pytest

from weakties.lesson import dots_by_group, drawing, figure
from weakties.lesson.figures import INK

NUMBERS = pd.DataFrame({"person": ["P01"], "mean": [1.234]})


@pytest.fixture
def drawn():
    with drawing() as (axes, svg):
        axes.plot([0, 1], [1, 2], "o")
        axes.set_xlabel("people")
    return figure(svg[0], alt='Points that rise, "slowly" <so far>', table=NUMBERS)


def test_a_figure_has_its_description_as_label_caption_and_plain_text(drawn):
    html = drawn._repr_mimebundle_()["text/html"]

    assert 'role="img" aria-label="Points that rise, &quot;slowly&quot; &lt;so far&gt;"' in html
    assert "<figcaption>Points that rise, &quot;slowly&quot; &lt;so far&gt;</figcaption>" in html
    assert str(drawn) == 'Points that rise, "slowly" <so far>'


def test_its_text_takes_the_color_of_the_page(drawn):
    assert INK not in drawn.svg
    assert "currentColor" in drawn.svg


def test_the_numbers_stand_beside_it(drawn):
    html = drawn._repr_mimebundle_()["text/html"]

    assert ">P01</th><td style='text-align:right'>1.23</td>" in html


def test_the_same_drawing_gives_the_same_bytes():
    def draw() -> str:
        with drawing() as (axes, svg):
            axes.plot([0, 1], [1, 2], "o")
        return svg[0]

    assert draw() == draw()


def test_dots_by_group_says_in_words_how_far_dots_and_means_spread():
    frame = pd.DataFrame({"person": ["P1", "P1", "P2", "P2"], "score": [0.0, 2.0, 3.0, 6.0]})

    drawn = dots_by_group(
        frame, group="person", value="score", groups="people", of="photo", unit="points"
    )

    assert "2 people side by side" in drawn.alt
    assert "spread over 2.0 to 3.0 points; the means of the people over 3.5." in drawn.alt
    assert list(drawn.table["person"]) == ["P1", "P2"]


def test_words_take_the_color_of_the_page_whatever_color_they_were_given():
    with drawing() as (axes, svg):
        axes.annotate("label", (0, 0), color="#d55e00")
        axes.plot([0, 1], [0, 1], color="#d55e00")
    assert "fill: #d55e00" not in svg[0]
    assert "stroke: #d55e00" in svg[0]
