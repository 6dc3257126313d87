"""What a learner wrote becomes text, tables and pictures: nothing runs, nothing is asked for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.grading.feedback.clean import TOO_LONG, clean_html, drawing, markdown_html, picture

RUNS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<iframe src='https://evil.example'></iframe>",
    "<object data='https://evil.example'></object><embed src='https://evil.example'>",
    "<form action='https://evil.example'><input autofocus onfocus=alert(1)></form>",
    "<meta http-equiv='refresh' content='0;url=https://evil.example'><base href='//evil.example'>",
    "<link rel='stylesheet' href='https://evil.example/x.css'>",
    "<style>@import 'https://evil.example/x.css'</style>",
    "<p style='background:url(https://evil.example/x.png)'>x</p>",
    "<p style='background:u\\72l(https://evil.example/x.png)'>x</p>",
    "<p style='background:image-set(\"https://evil.example/x.png\" 1x)'>x</p>",
    "<video src='https://evil.example/x.mp4' autoplay></video>",
    "<img srcset='https://evil.example/x.png 1x'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<table background='https://evil.example/x.png'><tr><td>x</td></tr></table>",
]
ACTIVE = re.compile(
    r"<(?!/?(?:p|b|a|em|div|table|tbody|tr|td|img)\b)[a-z]|<[^>]*\s(?:on\w+|srcset|background)\s*=|"
    r"<[^>]*(?:javascript:|evil\.example|url\()|href=[\"']?(?:data:|&#)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("html", RUNS)
def test_nothing_that_runs_or_asks_is_left(html):
    assert not ACTIVE.search(clean_html(html)), clean_html(html)
    assert not ACTIVE.search(markdown_html(html)), markdown_html(html)


def test_the_search_for_what_runs_would_find_it():
    assert all(ACTIVE.search(html) for html in RUNS)


@given(st.lists(st.sampled_from([*RUNS, "<b>", "</b>", "<table>", "'", '"', "<!--", "x"])))
def test_no_mixture_of_them_is_left_either(parts):
    assert not ACTIVE.search(clean_html("".join(parts)))


def test_a_table_keeps_its_cells_its_colors_and_a_way_to_scroll():
    found = clean_html(
        "<style scoped>td {x: y}</style><table class='dataframe'><tr><th></th><th scope='col'>a"
        "</th></tr><tr><td style='color: red; position: fixed'>one</td><td>two</td></tr></table>"
    )
    assert "{x: y}" not in found
    assert '<td style="color: red;">one</td><td>two</td>' in found
    assert "<td></td>" in found
    assert found.startswith("<div class='scroll' role='group' aria-label='Table' tabindex='0'>")


def test_a_check_of_this_course_keeps_its_look():
    from weakties.check import question

    with question("photo-q1", points=2) as q:
        q.number("formal_effect", 0.5, unit="points", between=(-10, 10))
    panel = q.verdict._repr_mimebundle_()["text/html"]
    found = clean_html(panel)
    assert "border-left:" in found
    assert re.sub(r"<[^>]*>", "", found) == re.sub(r"<[^>]*>", "", panel)


def test_a_picture_in_the_page_itself_stays_and_any_other_is_named():
    inside = "<img src='data:image/png;base64,iVBORw0KGgo=' alt='dots'>"
    assert 'src="data:image/png;base64,iVBORw0KGgo="' in clean_html(inside)
    assert "picture not shown: a cat" in markdown_html("![a cat](https://example.org/cat.png)")


def test_a_picture_that_a_cell_carries_is_shown():
    found = markdown_html("![dots](attachment:a.png)", {"a.png": {"image/png": "iVBORw0KGgo="}})
    assert '<img src="data:image/png;base64,iVBORw0KGgo=" alt="dots">' in found


def test_a_drawing_becomes_a_picture_with_its_description():
    found = drawing("<svg aria-label='a &quot;line&quot;'><script>alert(1)</script></svg>")
    assert found.startswith('<img src="data:image/svg+xml;base64,')
    assert 'alt="a &quot;line&quot;"' in found


def test_what_is_no_picture_is_not_taken_for_one():
    assert "picture not shown" in picture("image/png", 'x" onerror="alert(1)', "x")
    assert "picture not shown" in picture('text/html"', "aaaa", "x")


def test_an_endless_output_is_named_and_left_out():
    assert clean_html("x" * (TOO_LONG + 1)) == (
        "<p><em>(an output of 100,001 signs, too long to be shown here)</em></p>"
    )


@pytest.mark.parametrize("unit", ["<b>", "<ul><li>", "<div></b>", "<table><td>", "<b><i>"])
def test_endless_layers_are_named_and_left_out(unit):
    assert "too many layers" in clean_html(unit * 5_000)
    assert "too many layers" not in clean_html(unit * 20)


@pytest.mark.parametrize(
    "unit", ["<p>x", "<svg ", "</svg><svg ", "<style ", "# ", "<img alt=", "["]
)
def test_what_is_long_without_layers_takes_no_time_to_speak_of(unit):
    text = unit * (20_000 // len(unit))
    assert len(clean_html(text)) + len(markdown_html(text)) < 1_000_000


def test_a_large_picture_is_no_long_output():
    large = "A" * 400_000
    assert large in clean_html(f"<img src='data:image/png;base64,{large}' alt='dots'>")
    assert large in markdown_html("![d](attachment:a.png)", {"a.png": {"image/png": large}})


def test_markdown_keeps_what_a_reader_needs():
    found = markdown_html(
        "## Goal\n\n**a** [site](https://example.org)\n\n| a | b |\n|-|-|\n| 1 | 2 |"
    )
    assert "<h3>Goal</h3>" in found
    assert "<strong>a</strong>" in found
    assert '<a href="https://example.org">site</a>' in found
    assert "<td>1</td>\n<td>2</td>" in found
