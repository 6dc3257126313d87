"""How a report reads in a notebook and in a terminal."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from weakties.ownphoto import Finding, Report, Word

REPORT = Report(
    "Your photo, measured: <me> & 'you'.jpg",
    "2 findings: 1 fine, 1 worth a look.",
    (
        Finding("Contrast", 45.0, "%", Word.FINE, "A reason.", "Nothing to do."),
        Finding("Shorter side", 20, "pixels", Word.LOOK, "Too <small>.", "Find a larger one."),
    ),
    ("A note.",),
)


class Outline(HTMLParser):
    """The tags of a page, checked to be closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def html() -> str:
    return REPORT._repr_mimebundle_()["text/html"]


@pytest.fixture
def outline(html: str) -> Outline:
    outline = Outline()
    outline.feed(html)
    assert outline.open == []
    return outline


def test_the_table_has_a_caption_and_scoped_headings(outline: Outline) -> None:
    tags = [tag for tag, _ in outline.seen]
    scopes = [attributes["scope"] for tag, attributes in outline.seen if tag == "th"]
    assert tags.count("caption") == 1
    assert scopes == ["col"] * 4 + ["row"] * 2


def test_names_and_sentences_are_escaped(html: str, outline: Outline) -> None:
    assert "<me>" not in html
    assert "<small>" not in html
    assert outline.seen[0][1]["aria-label"] == REPORT.heading


def test_every_state_stands_in_words(html: str) -> None:
    text = re.sub(r"<[^>]+>", "", html)
    assert "✓ fine" in text
    assert "△ worth a look" in text


def test_only_what_is_worth_a_look_asks_to_do_something(html: str) -> None:
    assert html.count("To do:") == 1
    assert "Nothing to do" not in html


def test_colors_follow_the_theme(html: str) -> None:
    assert "var(--jp-content-font-color1," in html
    assert "var(--jp-layout-color1," in html


def test_a_terminal_gets_the_same_in_lines_that_fit() -> None:
    lines = str(REPORT).splitlines()
    assert "△ Shorter side: 20 pixels · worth a look" in lines
    assert max(map(len, lines)) <= 88
    assert repr(REPORT) == str(REPORT) == REPORT._repr_mimebundle_()["text/plain"]


def test_a_report_without_findings_has_no_table() -> None:
    empty = Report("△ This could not be measured", "A sentence.", (), ("A note.",))
    assert "<table" not in empty._repr_mimebundle_()["text/html"]
    assert str(empty) == "△ This could not be measured\nA sentence.\n\nA note."
