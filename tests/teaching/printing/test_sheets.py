"""What is printed for a unit holds what its page for instructors asks for, and no answer."""

from __future__ import annotations

import re
from html import escape

import pytest

from weakties.course import CourseError, load_course
from weakties.facilitation import load_facilitation
from weakties.lesson.evidence import read_evidence
from weakties.teaching.guide.key import answers_of
from weakties.teaching.printing.handouts import HANDOUTS, Page, Poster, Slip, load_handouts
from weakties.teaching.printing.reflection import reflection_of
from weakties.teaching.printing.sheets import Paper, sheets_of

COURSE = load_course()
EVERY_UNIT = pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)


def printed(slug, names=()):
    unit = COURSE.unit(slug)
    cards = [read_evidence(COURSE.root)[name] for name in unit.evidence]
    return sheets_of(
        Paper(unit, load_handouts(COURSE.root, unit), cards, reflection_of(COURSE, unit), names)
    )


@pytest.fixture
def course_with(tmp_path):
    """Return a function that writes the handouts of a unit and returns where the course is."""

    def written(handouts, facilitate=""):
        folder = tmp_path / "course" / "photo"
        folder.mkdir(parents=True)
        (folder / HANDOUTS).write_text(handouts, encoding="utf-8")
        clock = (
            "# T\n\n## The clock\n\n| part | of | minutes | you | they |\n|---|---|---|---|---|\n"
            "| A | lesson | 1 | | |\n"
        )
        (folder / "facilitate.md").write_text(clock + facilitate, encoding="utf-8")
        return tmp_path

    return written


@EVERY_UNIT
def test_a_unit_has_all_its_cards_and_its_reflection_on_paper_and_says_how_to_print_it(unit):
    page = printed(unit.slug)
    assert (
        f"weakties teach print {unit.slug}"
        in load_facilitation(COURSE.root, unit).sections["Before"]
    )
    for name in unit.evidence:
        assert f"<h2>{escape(read_evidence(COURSE.root)[name].name)}</h2>" in page
    assert "How it is read" in page
    assert page.count("class='line'") > 5


@EVERY_UNIT
def test_a_card_that_somebody_has_to_use_is_one_of_the_unit(unit):
    slips = [one for one in load_handouts(COURSE.root, unit) if isinstance(one, Slip)]
    said = " ".join(f"{slip.title} {slip.text}" for slip in slips)
    cards = read_evidence(COURSE.root)
    assert {name for name, card in cards.items() if card.name in said} <= {*unit.evidence}


@EVERY_UNIT
def test_no_right_answer_is_on_paper(unit):
    words = set(re.findall(r"[\w.]+", re.sub(r"<style>.*?</style>", "", printed(unit.slug))))
    rights = [a.right for one in answers_of(unit, "open") for a in one.answers]
    exact = {right for right in rights if re.fullmatch(r"-?\d+\.\d{2,}", right)}
    assert not exact & words


def test_openers_are_those_of_the_table_and_the_letter_is_the_quoted_one():
    openers = load_handouts(COURSE.root, COURSE.unit("message"))
    words = [one.words for one in openers if isinstance(one, Poster)]
    assert len(words) == 8
    assert any("Cubs or Sox" in one for one in words)
    [letter] = [
        one for one in load_handouts(COURSE.root, COURSE.unit("followup")) if isinstance(one, Page)
    ]
    assert "To the author of *What then?*" in letter.text
    assert ">" not in letter.text
    assert "nine in ten bridges" not in letter.text, "the sample is for the instructor alone"


def test_a_name_stands_on_both_sides_of_its_tent_as_text_and_not_as_markup():
    page = printed("photo", ["Ada <b>Lovelace</b>", ""])
    assert page.count("Ada &lt;b&gt;Lovelace&lt;/b&gt;") == 2
    assert page.count("class='sheet tent'") == 2


def test_each_copy_is_printed():
    page = printed("effort")
    assert page.count("Three pieces of evidence") == 8
    assert page.count("One for each person; most hold few</p>") == 30


def test_a_unit_without_a_file_has_nothing_of_its_own(tmp_path):
    assert load_handouts(tmp_path, COURSE.unit("photo")) == ()


@pytest.mark.parametrize(
    ("handouts", "says"),
    [
        ("[[flyers]]\nuse = 'x'", "not flyers"),
        ("[[slips]]\nuse = 'x'", "'title'"),
        ("not toml", "not in its form"),
        ("[[quotes]]\nuse = 'x'\nsection = 'Gone'\ncopies = 1", "no part “Gone”"),
        ("[[quotes]]\nuse = 'x'\nsection = 'The clock'\ncopies = 1", "quotes nothing"),
    ],
)
def test_what_cannot_be_printed_is_said(course_with, handouts, says):
    with pytest.raises(CourseError, match=says):
        load_handouts(course_with(handouts), COURSE.unit("photo"))


def test_a_column_of_a_table_becomes_a_poster_for_each_row(course_with):
    root = course_with(
        "[[columns]]\nuse = 'x'\nsection = 'Openers'\ncolumn = 'say'",
        "\n## Openers\n\n| no. | say |\n|---|---|\n| 1 | *Hello* |\n| 2 | Bye |\n",
    )
    assert load_handouts(root, COURSE.unit("photo")) == (Poster("x", "Hello"), Poster("x", "Bye"))
