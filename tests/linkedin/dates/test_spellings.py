"""What a text can mean: every spelling by hand, and those of seven languages at random."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from weakties.linkedin.dates import readings
from weakties.linkedin.writing import spelled

NEW = datetime(2024, 1, 5)  # noqa: DTZ001
DAYS = st.dates(date(2003, 5, 5), date(2099, 12, 31))


def midnight(day):
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "05 Jan 2024",
        "5-Jan-24",
        "05.01.2024",
        "5.1.24",
        "5. 1. 2024",
        "05 janv. 2024",
        "05-janv.-24",
        "05 ene 2024",
        "5/ene/2024",
        "05. Jan 24",
        "5 de enero de 2024",
        "5 janvier 2024",
        "2024年1月5日",
        "2024 年 1月 5日",
        "2024-01-05",
        "2024/1/5",
        "2024-01-05 00:00:00",
        "2024-01-05T00:00:00.000Z",
        "Jan 5 2024",
        "Jan 05, 2024",
        "January 5, 2024",
        "January 5th, 2024",
        "5 January 2024",
        "Friday, January 5, 2024",
        "Fri Jan 5, 2024",
        "vendredi 5 janvier 2024",
        "Freitag, 5. Januar 2024",
        "sexta-feira, 5 de janeiro de 2024",
        "\u00a005\u00a0JAN\u00a02024 ",
        "45296",
        "45296.0",
    ],
)
def test_a_spelling_with_one_reading_gives_it(text):
    assert readings(text).certain == NEW


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Mar 25 2023 10:15 AM", datetime(2023, 3, 25, 10, 15)),  # noqa: DTZ001
        ("25 Mar 2023, 12:15 am", datetime(2023, 3, 25, 0, 15)),  # noqa: DTZ001
        ("April 12, 2026 at 8:03 PM", datetime(2026, 4, 12, 20, 3)),  # noqa: DTZ001
        ("25.03.2023 14:37", datetime(2023, 3, 25, 14, 37)),  # noqa: DTZ001
        ("2025-06-01T14:03:22", datetime(2025, 6, 1, 14, 3, 22)),  # noqa: DTZ001
        ("2024/02/01 15:02:55 UTC", datetime(2024, 2, 1, 15, 2, 55)),  # noqa: DTZ001
        ("45296.75", datetime(2024, 1, 5, 18)),  # noqa: DTZ001
        ("1/29/26, 2:37\u202fPM", datetime(2026, 1, 29, 14, 37)),  # noqa: DTZ001
    ],
)
def test_a_time_of_day_is_kept(text, moment):
    assert readings(text).certain == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "13/13/2024",
        "31/02/2024",
        "01.15.2024",
        "31 Feb 2026",
        "0 Jan 2024",
        "5 floréal 2024",
        "before 5 January 2024",
        "5 January 2024 or so",
        "2024年13月5日",
        "Jan 2024",
        "1/5",
        "1/5-2024",
        "1/5/202",
        "10:15",
        "5 Jan 2024 25:00",
        "5 Jan 2024 13:00 PM",
        "12345",
        "99999",
        "4529",
        "5 Jan 2024" + " " * 9 + "x" * 60,
    ],
)
def test_what_is_no_date_has_no_reading(text):
    assert readings(text) is None


def test_between_slashes_and_hyphens_there_are_two_readings():
    for text in ("1/5/2024", "01/05/24", "1-5-2024", "01/05/2024 00:00"):
        found = readings(text)
        assert (found.two, found.certain, found.needs, found.usual) == (True, None, None, None)
        assert (found.day_first, found.month_first) == (datetime(2024, 5, 1), NEW)  # noqa: DTZ001


def test_a_day_above_12_leaves_one_reading_and_says_which_order_it_needs():
    assert (readings("16/02/2024").needs, readings("02/16/2024").needs) == (
        "day-first",
        "month-first",
    )
    assert readings("16/02/2024").certain == readings("02/16/2024").certain


def test_only_linkedins_own_way_of_writing_a_time_has_an_order_that_is_usual():
    assert readings("1/5/26, 2:37 PM").usual == "month-first"
    assert readings("1/5/26 2:37 PM").usual is None
    assert readings("1/5/26, 14:37").usual is None


@given(DAYS)
def test_what_linkedin_and_excel_write_reads_back(day):
    moment = midnight(day)
    assert readings(spelled.day(moment, excel=False)).certain == moment
    assert readings(spelled.day(moment, excel=True)).certain == moment
    assert readings(spelled.second(moment, sign="/")).certain == moment
    assert readings(spelled.minute(moment)).month_first == moment


@given(
    DAYS,
    st.sampled_from(("en", "en_GB", "de", "de_AT", "fr", "es", "pt", "it", "nl")),
    st.sampled_from(("medium", "long", "full", "d MMM y", "dd-MMM-yy", "MMM d y", "MMMM d, y")),
)
def test_seven_languages_read_back_in_every_length(day, language, form):
    assert readings(format_date(day, form, locale=language)).certain == midnight(day)


@given(DAYS, st.sampled_from(("en", "en_GB", "de", "fr", "es", "pt", "it", "nl", "ja", "sv")))
def test_the_shortest_form_of_a_language_has_the_right_day_among_its_readings(day, language):
    found = readings(format_date(day, "short", locale=language))
    assert midnight(day) in (found.day_first, found.month_first)


@given(DAYS, st.integers(0, 86_399))
def test_a_spreadsheets_number_reads_back_to_the_second(day, second):
    moment = midnight(day) + timedelta(seconds=second)
    days = (moment - datetime(1899, 12, 30)) / timedelta(days=1)  # noqa: DTZ001
    assert readings(f"{days:.10f}").certain == moment


@given(st.text(st.sampled_from("0123456789/.-:, TZamjanvrt年月日\u0661é"), max_size=30))
def test_any_text_has_readings_or_none(text):
    found = readings(text)
    assert found is None or found.two or found.certain
