"""A lesson becomes screens: its own words, one idea at a time, and the notes of its clock."""

from __future__ import annotations

import ast
import json
import re

import pytest

from weakties.course import load_course
from weakties.facilitation import Part, facilitation_in, load_facilitation
from weakties.projector.notes import (
    Note,
    after_the_first_step,
    notes_by_section,
    notes_of,
)
from weakties.projector.paper import paper_page
from weakties.projector.screens import MOST_WORDS, joined, left_open, screens_of

COURSE = load_course()
UNITS = {unit.slug: unit for unit in COURSE.units}


def text(source):
    return {"cell_type": "markdown", "id": "text", "source": source}


def code(source, *outputs):
    return {"cell_type": "code", "id": "cell", "source": source, "outputs": outputs}


def words(html):
    return re.sub(r"<[^>]+>", " ", html).split()


def lesson(slug):
    return json.loads((COURSE.root / UNITS[slug].lesson).read_text("utf-8"))["cells"]


def source_of(slug, wanted):
    return next("".join(cell["source"]) for cell in lesson(slug) if cell["id"] == wanted)


def test_a_heading_opens_a_screen_and_loses_its_minutes():
    first, second = screens_of([text("# One\n\nA.\n\n## Two · 4 min\n\nB.")])
    assert (first.section, first.opens, words(first.html)) == ("One", True, ["A."])
    assert (second.section, second.opens, words(second.html)) == ("Two", True, ["B."])


def test_what_leads_on_stands_with_what_it_leads_to():
    long = " ".join(["word"] * 50) + "."
    items = "\n".join(f"- item {number} of it;" for number in range(5))
    first, second = screens_of([text(f"{long}\n\nAfter this you can\n\n{items}")])
    assert "After" not in first.html
    assert "After" in second.html
    assert "item 4" in second.html


def test_a_long_paragraph_is_parted_between_sentences_and_never_inside_of_emphasis():
    sentence = " ".join(["Word"] * 24) + "."
    found = screens_of([text(f"{sentence} **{sentence} {sentence}** {sentence}")])
    assert len(found) > 1
    assert all("*" not in one.html for one in found)
    assert sum(len(words(one.html)) for one in found) == 4 * 24


def test_each_output_has_a_screen_and_prints_in_several_goes_have_one():
    shown = {"output_type": "display_data", "data": {"text/html": ["<b>", "1</b>"]}}
    told = [{"output_type": "stream", "name": "stdout", "text": one} for one in ("a\n", "<")]
    table, printed = screens_of([code("x", shown, *told)])
    assert (table.output, table.stored) == (0, "<b>1</b>")
    assert (printed.output, printed.stored) == (1, "<pre>a\n&lt;</pre>")


def test_an_error_is_told_in_one_line():
    failed = {"output_type": "error", "ename": "NameError", "evalue": "no x", "traceback": []}
    assert joined([failed]) == [{"text": "NameError: no x"}]


@pytest.mark.parametrize("slug", UNITS)
def test_every_lesson_is_shown_whole_with_little_on_a_screen(slug):
    screens = screens_of(lesson(slug))
    cells = [cell["id"] for cell in lesson(slug) if cell["cell_type"] == "code"]
    assert list(dict.fromkeys(one.cell for one in screens if one.cell)) == [
        cell
        for cell in cells
        if cell != "look-back"  # a learner's own record
        and not left_open(source_of(slug, cell))
    ]
    assert max(len(words(one.html)) for one in screens) <= 1.7 * MOST_WORDS
    assert not any("<a " in one.html for one in screens)
    assert not any("Shift" in one.html for one in screens)


def test_what_each_completes_alone_is_named_and_its_ellipsis_is_not_shown():
    mine = 'mine, yours = "...", "..."  # a number each\nprint(mine)'
    printed = {"output_type": "stream", "name": "stdout", "text": "... ..."}
    asked, counted = screens_of([code(mine, printed), code("print(1, ..., sep='')", printed)])
    assert (asked.cell, asked.stored, "..." in asked.html) == ("", "", False)
    assert words(asked.html)[:2] == ["Your", "turn"]
    assert "mine" in asked.html
    assert "yours" in asked.html
    assert "A number each" in asked.html
    assert counted.cell == "cell"


@pytest.mark.parametrize("slug", UNITS)
def test_no_lesson_needs_on_the_projector_what_each_completes_alone(slug):
    cells = ["".join(cell["source"]) for cell in lesson(slug) if cell["cell_type"] == "code"]
    named = {name for source in cells for name in left_open(source)}
    assert named
    read = {
        node.id
        for source in cells
        if not left_open(source)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    assert not named & read


def test_how_to_run_a_cell_is_left_to_the_notebook():
    run = "Run the cells with **Shift + Enter**. First, a guess."
    (only,) = screens_of([text(f"# One\n\nIt begins.\n\n{run}")])
    assert words(only.html) == ["It", "begins."]


@pytest.mark.parametrize("slug", UNITS)
def test_every_part_of_a_lessons_clock_is_noted_once(slug):
    sections = tuple(dict.fromkeys(one.section for one in screens_of(lesson(slug))))
    parts = load_facilitation(COURSE.root, UNITS[slug]).parts
    noted = [part for found in notes_by_section(sections, parts).values() for part in found]
    assert noted == [part for part in parts if part.of == "lesson"]


def test_a_part_stands_with_the_heading_that_it_shares_most_words_with():
    parts = [
        Part(title, "lesson", (1, 2), "", "") for title in ("Inbox by hand", "Rules", "Seven lists")
    ]
    found = notes_by_section(("Opening", "Play: the inbox", "Seven lists, one inbox"), parts)
    assert [[part.title for part in one] for one in found.values()] == [
        [],
        ["Inbox by hand", "Rules"],
        ["Seven lists"],
    ]


def test_paper_holds_every_screen_and_the_notes_once():
    screens = screens_of([text("## Two · 4 min\n\nB."), code("1 + 1")])
    page = paper_page(
        "A & B", screens, {"Two": [Note("Two", (3, 4), "Ask <why>.", "", "0:07", ("no <hands>",))]}
    )
    assert page.count("class='sheet'") == 2
    assert page.count("Ask &lt;why&gt;.") == 1
    assert "3 to 4 minutes, begins 0:07." in page
    assert "<em>If you are late:</em> no &lt;hands&gt;" in page
    assert "A &amp; B" in page
    assert "<pre class='code'>1 + 1</pre>" in page


def test_paper_has_a_line_for_a_guess_and_one_for_what_waits_for_it_and_says_nothing_of_cells():
    screens = screens_of(lesson("strangers"))
    asked = sum("No guess yet." in one.stored for one in screens)
    page = paper_page("Strangers", screens, {})
    assert page.count("My guess:") == asked > 5
    assert 0 < page.count("What came out:") <= asked
    assert "run this cell" not in page
    assert "No guess yet" not in page


def test_notes_say_when_a_part_begins_and_what_to_leave_out_of_it():
    page = facilitation_in(
        "# A\n\n## The clock\n\n| part | of | minutes | you | they |\n|---|---|---|---|---|\n"
        "| Tension | lesson | 50–58 | *Ask.* | |\n| Talk | together | 9 | | |\n"
        "| Counting | lesson | 4 | | |\n"
        "| Vote | together | 9 | By `hand`, *with* hands. | |\n\n"
        "## If you are late\n\n1. *Counting*, 2 minutes won: leave out the *curve*.\n"
    )
    assert after_the_first_step(page.parts) == {"Tension": "0:00", "Counting": "0:50 to 0:58"}
    sections = ("Tension", "Counting")
    notes = notes_of(sections, page, {"Counting": "at 17:30"})
    (first,), (second, after) = (notes[section] for section in sections)
    assert (after.title, after.you) == ("Vote", "By hand, with hands.")
    assert (first.you, first.begins, first.late) == ("Ask.", "", ())
    assert (second.begins, second.late) == ("at 17:30", ("leave out the curve.",))
