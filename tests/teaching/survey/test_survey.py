"""The questionnaire: two parallel forms, a key, and shares with intervals that name nobody."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.course import CourseError, load_course
from weakties.measures.differences import newcombe_interval
from weakties.teaching.survey.answers import AnswersError, answers_at, answers_in
from weakties.teaching.survey.compared import FEWEST, Share, compared
from weakties.teaching.survey.form import form_page, scoring_key
from weakties.teaching.survey.page import page_of, text_of
from weakties.teaching.survey.questionnaire import LETTERS, SCALE, load_questionnaire

COURSE = load_course()
ASKED = load_questionnaire(COURSE.root)
TIMES = ("before", "after")


def table(heads, *rows):
    out = io.StringIO()
    csv.writer(out).writerows([heads, *rows])
    return out.getvalue()


def written_by_all(when, right, wrong):
    """Return a table of so many people who know everything, and so many who know nothing."""
    heads = ["Name", *(item.id for item in ASKED.items)]
    letters = [item.at(when).right for item in ASKED.items]
    knows = [LETTERS[one] for one in letters]
    guesses = [LETTERS[(one + 1) % 3] for one in letters]
    rows = [[f"Person {n}", *knows] for n in range(right)]
    rows += [[f"Other {n}", *guesses] for n in range(wrong)]
    return table(heads, *rows)


def everybody(when, right, wrong):
    """Return the answers in such a table."""
    return answers_in(written_by_all(when, right, wrong), ASKED, when)


def test_each_unit_that_has_questions_has_two_items_with_other_words_at_the_end():
    graded = {unit.slug for unit in COURSE.ready} - {"capstone"}
    assert {unit: [i.unit for i in ASKED.items].count(unit) for unit in graded} == dict.fromkeys(
        graded, 2
    )
    for item in ASKED.items:
        assert item.before.text != item.after.text
        assert len(item.before.choices) == len(item.after.choices) == 3
        assert len({*item.before.choices}) == len({*item.after.choices}) == 3
    assert {one.about for one in ASKED.statements} == {"confidence", "intention"}


def test_who_always_ticks_the_same_letter_knows_little():
    for when in TIMES:
        letters = [letter for _, letter in scoring_key(ASKED, when)]
        assert max(letters.count(one) for one in "abc") <= len(letters) / 2


@pytest.mark.parametrize("when", TIMES)
def test_the_form_holds_every_question_and_choice_and_does_not_say_which_is_right(when):
    page = form_page(ASKED, when)
    for item in ASKED.items:
        assert item.id in page
        assert page.count("<li>") == page.count("</li>")
    assert "right" not in page.partition("</style>")[2].casefold()
    other = form_page(ASKED, "after" if when == "before" else "before")
    assert page != other


@pytest.mark.parametrize("when", TIMES)
def test_letters_words_and_whole_questions_are_read_the_same(when):
    item, statement = ASKED.items[0], ASKED.statements[0]
    form = item.at(when)
    by_id = table([item.id, statement.id], [LETTERS[form.right].upper(), "4"])
    by_text = table([form.text, statement.text], [form.choices[form.right], SCALE[3]])
    assert answers_in(by_id, ASKED, when) == answers_in(by_text, ASKED, when)
    assert answers_in(by_id, ASKED, when).right[item.id] == (True,)


def test_a_table_with_semicolons_and_a_mark_at_its_beginning_is_read(tmp_path):
    item = ASKED.items[0]
    file = tmp_path / "answers.csv"
    file.write_bytes(f"\ufeff{item.id};note\n{LETTERS[item.before.right]};a,b,c\n".encode())
    assert answers_at(file, ASKED, "before").right[item.id] == (True,)


def test_a_blank_is_no_answer_and_what_cannot_be_read_is_counted():
    item, statement = ASKED.items[0], ASKED.statements[0]
    right = LETTERS[item.before.right]
    rows = [[right, "6"], ["", "5"], ["z", "1"], ["", ""]]
    found = answers_in(table([item.id, statement.id], *rows), ASKED, "before")
    assert found.people == 3, "an empty row is nobody"
    assert found.right[item.id] == (True,)
    assert found.agreed[statement.id] == (5, 1)
    assert found.unread == {item.id: 1, statement.id: 1}
    said = text_of(compared(ASKED, found, found), found, found)
    assert "4 answers could not be read" in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "has no column"),
        ("name,email\nada,a@b\n", "has no column"),
        (f"{ASKED.items[0].id},{ASKED.items[0].id}\na,b\n", "two columns"),
    ],
)
def test_what_is_no_such_table_is_said(text, says):
    with pytest.raises(AnswersError, match=says):
        answers_in(text, ASKED, "before")


def test_a_form_of_the_wrong_time_is_no_table_of_this_one():
    item = ASKED.items[0]
    with pytest.raises(AnswersError, match="before the workshop"):
        answers_in(table([item.after.text], ["a"]), ASKED, "before")


def test_a_file_that_is_no_text_is_said(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AnswersError, match="save it as CSV"):
        answers_at(tmp_path / "a.xlsx", ASKED, "before")


def test_a_gain_is_shown_with_its_interval_and_no_name():
    before, after = everybody("before", 8, 12), everybody("after", 16, 4)
    lines = compared(ASKED, before, after)
    difference, low, high = lines[0].change
    assert difference == pytest.approx(0.4)
    assert (low, high) == newcombe_interval(16, 20, 8, 20)
    for said in (text_of(lines, before, after), page_of(lines, before, after)):
        assert "8 of 20" in said
        assert "+40 points" in said
        assert "Person" not in said
        assert "what changed them" in said


def test_shares_of_few_people_are_not_shown():
    few, many = everybody("before", 1, FEWEST - 2), everybody("after", 10, 10)
    line = compared(ASKED, few, many)[0]
    assert not line.is_shown
    assert line.as_json() == {"id": line.id, "answers": [FEWEST - 1, 20]}
    enough = compared(ASKED, many, many)[1]
    said = text_of([line, enough], few, many)
    assert enough.id in said
    assert line.id not in said
    for form in (text_of, page_of):
        counted = f"1 more question, with fewer than {FEWEST} answers"
        assert counted in form([line, enough], few, many)
        assert "not shown" not in form([enough], many, many)


@given(st.lists(st.text(max_size=5), max_size=30))
def test_whatever_is_written_into_a_cell_it_is_an_answer_or_counted(cells):
    item = ASKED.items[0]
    found = answers_in(table([item.id], *([cell] for cell in cells)), ASKED, "before")
    given_ = sum(1 for cell in cells if cell.strip())
    assert len(found.right[item.id]) + found.unread.get(item.id, 0) == given_


def test_only_the_units_of_the_workshop_are_asked():
    asked = ASKED.of(["photo"])
    assert {item.unit for item in asked.items} == {"photo"}
    assert asked.statements == ASKED.statements


def test_a_share_of_nobody_is_anything():
    assert Share(0, 0).interval == (0.0, 1.0)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("right = [2, 1]", "right = [3, 1]"), "no choice 3"),
        (lambda text: text.replace('about = "intention"', 'about = "mood"'), "is about"),
        (lambda text: text.replace("before_choices", "choices"), "not in its form"),
    ],
)
def test_a_questionnaire_that_is_not_in_its_form_is_said(tmp_path, change, says):
    (tmp_path / "course").mkdir()
    text = (COURSE.root / "course" / "survey.toml").read_text("utf-8")
    (tmp_path / "course" / "survey.toml").write_text(change(text), encoding="utf-8")
    with pytest.raises(CourseError, match=says):
        load_questionnaire(tmp_path)
