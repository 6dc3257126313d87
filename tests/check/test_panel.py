"""What a learner sees: a panel that a screen reader can read, or a few lines of text."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from weakties.check.panel import Note, Panel
from weakties.check.verdict import Finding, Kind, State

FINDINGS = {
    State.NOT_ATTEMPTED: (Finding("x", Kind.BLANK, "`x` is still the three dots."),),
    State.NOT_YET: (
        Finding("x", Kind.FINE, "`x` is right."),
        Finding("y", Kind.VALUE, "`y` is 3: the sign is the other way round."),
    ),
    State.ERROR: (Finding(None, Kind.ERROR, "`x` does not exist."),),
    State.DONE: (Finding("x", Kind.FINE, "`x` is right."),),
}
STATES = pytest.mark.parametrize("state", State)


def verdict(state, *, compared=True, findings=None):
    return Panel("demo-q1", "A title", 2, 1.0, findings or FINDINGS[state], compared)


class Page(HTMLParser):
    """The elements of a panel, and its text as a screen reader hears it."""

    def __init__(self, markup):
        super().__init__()
        self.open, self.elements, self.heard = [], [], ""
        self.feed(markup)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.open.append((tag, dict(attrs)))
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if not any("aria-hidden" in attributes for _, attributes in self.open):
            self.heard += data


def html_of(shown):
    return shown._repr_mimebundle_()["text/html"]


@STATES
def test_findings_make_the_state(state):
    assert verdict(state).state is state


@STATES
def test_the_panel_is_a_section_whose_label_is_its_visible_heading(state):
    page = Page(html_of(verdict(state)))
    tag, attributes = page.elements[0]
    assert tag == "section"
    assert page.heard.startswith(attributes["aria-label"])
    assert "demo-q1 · A title · 1 of 2 points" in attributes["aria-label"]


@STATES
def test_no_state_is_told_by_color_alone(state):
    assert state.value in Page(html_of(verdict(state))).heard
    words = {str(verdict(other)).split(":")[0] for other in State}
    assert len(words) == len(State)


@STATES
def test_every_finding_is_heard_in_words_and_its_mark_is_not_read_out(state):
    page = Page(html_of(verdict(state)))
    for finding in FINDINGS[state]:
        assert finding.message.replace("`", "") in page.heard
    hidden = [attributes for tag, attributes in page.elements if tag == "span"]
    assert hidden == [{"aria-hidden": "true"}] * len(FINDINGS[state])


@STATES
def test_the_text_says_the_same_as_the_panel(state):
    text = str(verdict(state))
    heard = Page(html_of(verdict(state))).heard
    assert text == repr(verdict(state))
    for finding in FINDINGS[state]:
        assert finding.message in text
    assert ("q.hint(1)" in text) is ("q.hint(1)" in heard) is (state is not State.DONE)


def test_what_holds_for_several_answers_is_said_once_and_the_findings_stay():
    still = "is still the three dots: replace them with your answer."
    said = (
        Finding("a", Kind.BLANK, f"`a` {still}"),
        *(Finding(n, Kind.FORM, f"`{n}` is 3: a text in quotes is asked for.") for n in ("b", "e")),
        *(Finding(name, Kind.BLANK, f"`{name}` {still}") for name in ("c", "d")),
    )
    shown = verdict(State.NOT_YET, findings=said)
    heard = Page(html_of(shown)).heard
    assert "a, c and d are still the three dots" in heard
    assert "`a`, `c` and `d` are still the three dots" in str(shown)
    assert heard.count("three dots") == str(shown).count("three dots") == 1
    assert "b is 3: a text in quotes" in heard
    assert "e is 3: a text in quotes" in heard
    assert shown.findings == said


def test_a_form_that_was_not_compared_is_ready_to_hand_in_and_shows_no_points():
    text = str(verdict(State.DONE, compared=False))
    assert text.startswith("✓ Done, ready to hand in: demo-q1")
    assert "points" not in text
    assert "compared when your work is graded" in text


def test_lines_of_text_fit_a_terminal():
    long = Finding("x", Kind.VALUE, "`x` is wrong, and " * 30)
    assert max(map(len, str(verdict(State.NOT_YET, findings=(long,))).splitlines())) <= 88


def test_what_a_learner_wrote_is_shown_as_text_and_not_as_markup():
    rude = Finding("x", Kind.VALUE, "`x` is '<img src=x onerror=alert(1)>' & `<b>`.")
    page = Page(html_of(verdict(State.NOT_YET, findings=(rude,))))
    assert {tag for tag, _ in page.elements} <= {
        "section",
        "strong",
        "ul",
        "li",
        "span",
        "code",
        "p",
    }
    assert "<img src=x onerror=alert(1)>" in page.heard


@pytest.fixture
def in_a_kernel(monkeypatch):
    shell = SimpleNamespace(kernel=object())
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))


@pytest.mark.usefixtures("in_a_kernel")
@STATES
def test_in_a_kernel_plain_text_is_one_bare_number_between_0_and_the_points(state):
    assert verdict(state)._repr_mimebundle_()["text/plain"] == "1.0"


@pytest.mark.parametrize("ipython", [None, SimpleNamespace(get_ipython=lambda: None)])
def test_outside_a_kernel_plain_text_is_readable(monkeypatch, ipython):
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    text = verdict(State.NOT_YET)._repr_mimebundle_()["text/plain"]
    assert text.startswith("△ Not yet: demo-q1")


def test_a_note_shows_its_code_as_written():
    note = Note("One way", ("Another is `y`.",), "x = a < b\n    y = 2")
    page = Page(html_of(note))
    assert page.elements[0][1]["aria-label"] == "One way"
    assert "x = a < b\n    y = 2" in page.heard
    assert note._repr_mimebundle_()["text/plain"] == str(note)
    assert str(note).endswith("    x = a < b\n        y = 2")
