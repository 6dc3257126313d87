"""An agenda adds up for every length and every choice of units, and says what it cut."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from weakties.course import CourseError, load_course
from weakties.facilitation import load_facilitation
from weakties.room.questions import questions_of
from weakties.teaching.plan.agenda import LEAST, MOST, Row, Wanted, agenda
from weakties.teaching.plan.breaks import longest_sitting
from weakties.teaching.plan.forms import calendar_of, markdown_of, page_of, text_of
from weakties.teaching.plan.words import wall_of

COURSE = load_course()
SLUGS = [unit.slug for unit in COURSE.ready]
DOCS = COURSE.root / "docs"
AGENDAS = {"docs/agenda-90.md": 90, "docs/agenda-half-day.md": 180, "docs/agenda-day.md": 360}


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    minutes=st.integers(LEAST, MOST),
    units=st.lists(st.sampled_from(SLUGS), unique=True, max_size=4),
)
def test_an_agenda_fills_its_minutes_exactly_or_says_what_would_fit(minutes, units):
    try:
        made = agenda(COURSE, Wanted(minutes, tuple(units)))
    except CourseError as error:
        said = str(error)
    else:
        said = ""
    if said:
        assert "Take fewer units, or more minutes." in said
        assert len(units) > 1
        return
    assert sum(row.minutes for row in made.rows) == minutes
    assert all(row.minutes > 0 for row in made.rows)
    assert [one.unit.slug for one in made.units] == units or not units
    kept = {(one.unit.title, part.title): part.minutes for one in made.units for part in one.parts}
    shown = {(row.unit, row.title): row.minutes for row in made.rows if row.unit}
    assert shown.keys() == kept.keys()
    assert all(kept[key][0] <= took <= kept[key][1] for key, took in shown.items())
    assert made.rows[-2].kind == "spare" or longest_sitting(made.rows) <= 150


@pytest.mark.parametrize("minutes", [LEAST - 1, MOST + 1])
def test_an_hour_and_a_quarter_is_the_least_and_a_day_the_most(minutes):
    with pytest.raises(CourseError, match="75 to 480"):
        agenda(COURSE, Wanted(minutes))


def test_cuts_come_before_an_exercise_goes_home_and_none_without_need():
    full, late, home = (agenda(COURSE, Wanted(m, ("strangers",))) for m in (120, 95, 75))
    assert not full.units[0].cuts
    assert late.units[0].cuts
    assert not late.units[0].home
    assert home.units[0].home
    assert all(row.kind != "exercise" for row in home.rows)
    assert "the exercise goes home" in " ".join(text_of(home, 0).split())


def test_what_to_do_with_minutes_in_hand_fits_into_them():
    home, little, much = (
        agenda(COURSE, Wanted(minutes, (slug,)))
        for minutes, slug in ((75, "strangers"), (90, "purpose"), (200, "strangers"))
    )
    said = [
        next(row.you for row in made.rows if row.kind == "spare") for made in (home, little, much)
    ]
    assert said[0].startswith("Begin the exercise of “People you do not know” together")
    assert said[1] == "Questions that are open; else end early."
    *_, other = said[2].removesuffix(".").split()
    both = agenda(COURSE, Wanted(200, ("strangers", other)))
    assert not any(one.home for one in both.units)


def test_rows_name_what_the_room_asks_in_them_under_its_numbers():
    slugs = ("purpose", "strangers")
    made = agenda(COURSE, Wanted(300, slugs))
    named = [poll for row in made.rows for poll in row.polls]
    asked = [poll.question for poll in questions_of(COURSE, slugs)]
    assert named == list(enumerate(asked, start=1))
    in_rows = {row.title: [number for number, _ in row.polls] for row in made.rows if row.polls}
    assert in_rows["One link from somebody famous"] == [3]
    assert "on the wall: 3. Some of the sixty" in text_of(made, 0)
    assert "weakties teach room --units purpose,strangers" in page_of(made, 0)


def test_guesses_for_which_a_part_has_no_time_are_told_from_those_that_it_has():
    polls = tuple((number, f"How many of {number}?") for number in range(3, 7))
    said = [wall_of(Row("Compute", "lesson", minutes, polls=polls)) for minutes in (1, 5, 8)]
    assert said[0] == "3. How many of 3? · only with time to spare: 4, 5, 6"
    assert said[1] == "3. How many of 3? · 4. How many of 4? · only with time to spare: 5, 6"
    assert said[2].endswith("6. How many of 6?")
    assert "spare" not in said[2]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_decision_is_asked_after_what_the_room_does_together(slug):
    made = agenda(COURSE, Wanted(240, (slug,)))
    decided = next(
        row for row in made.rows if any("decide for Monday" in asked for _, asked in row.polls)
    )
    assert decided == [row for row in made.rows if row.kind == "together"][-1]


def test_an_opening_says_how_to_join_and_a_closing_how_to_hand_in():
    short, long = (agenda(COURSE, Wanted(minutes, ("strangers",))) for minutes in (75, 130))
    for made in (short, long):
        assert "Join the room" in made.rows[0].they
        assert "weakties hand-in strangers" in made.rows[-1].you
    assert "the breaks" not in short.rows[0].you
    assert "the breaks" in long.rows[0].you
    assert "The exercise of “People you do not know” goes home" in short.rows[-1].you
    assert "What is left open goes home" in long.rows[-1].you
    (spare,) = (row for row in short.rows if row.kind == "spare")
    assert "weakties start" in spare.you


def test_the_cell_by_which_the_agenda_has_people_join_is_in_the_welcome():
    welcome = (COURSE.root / "course" / "welcome.ipynb").read_text("utf-8")
    assert "## In a workshop: the room" in welcome


def test_a_day_has_one_lunch_and_an_exercise_says_when_to_stop():
    day = agenda(COURSE, Wanted(360, people=40, helpers=1))
    assert [row.kind for row in day.rows].count("lunch") == 1
    said = text_of(day, 13 * 60 + 30)
    assert said.count("Stop at") == sum(row.kind == "exercise" for row in day.rows)
    assert "1 more to help" in said
    assert "two rooms" in said


def test_a_calendar_reads_back_without_a_gap():
    made = agenda(COURSE, Wanted(180))
    events = Calendar.from_ical(calendar_of(made, date(2027, 3, 1), 13 * 60 + 30)).walk("VEVENT")
    times = [(event["dtstart"].dt, event["dtend"].dt) for event in events]
    assert times[0][0].hour == 13
    assert (times[-1][1] - times[0][0]).total_seconds() == 180 * 60
    assert all(before[1] == after[0] for before, after in pairwise(times))


def test_a_page_shows_the_same_rows_and_asks_for_nothing_from_elsewhere():
    made = agenda(COURSE, Wanted(90))
    page = page_of(made, 0)
    assert page.count("<tr class=") == len(made.rows)
    assert "default-src 'none'" in page


@pytest.mark.parametrize(("name", "minutes"), AGENDAS.items())
def test_the_agendas_that_come_with_the_course_are_those_that_the_command_makes(name, minutes):
    path = Path(COURSE.root / name)
    again = f"weakties teach plan --minutes {minutes} --markdown {name}"
    assert path.read_text("utf-8") == markdown_of(agenda(COURSE, Wanted(minutes)), 0, again), again


@pytest.mark.parametrize("unit", COURSE.ready, ids=SLUGS)
def test_every_page_for_instructors_has_cuts_and_what_goes_wrong(unit):
    page = load_facilitation(COURSE.root, unit)
    assert page.cuts
    assert len(page.wrong) >= 7
