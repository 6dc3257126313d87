"""A column is read in the order that its own dates leave; else its owner decides; else nobody."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.linkedin.dates import column_of, how_read, why_not

FORMS = {
    "day-first": ("{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d}/{m}/{s:02} 10:15"),
    "month-first": ("{m}/{d}/{y}", "{m:02}/{d:02}/{y}", "{m}-{d}-{y}", "{m}/{d}/{s:02} 10:15"),
}
DAYS = st.dates(date(2003, 5, 5), date(2035, 12, 31))
DECIDING = DAYS.filter(lambda day: day.day > 12)
DOUBTFUL = DAYS.filter(lambda day: day.day <= 12)
ORDERS = st.sampled_from(tuple(FORMS))
FORM = st.integers(0, 3)


def written(days, order, form):
    return [
        FORMS[order][form].format(d=day.day, m=day.month, y=day.year, s=day.year % 100)
        for day in days
    ]


def read(column, texts):
    moments = map(column.moment, texts)
    return [moment and moment.date() for moment in moments]


def said(column, texts, file="x.csv"):
    return " ".join(how_read(column, list(enumerate(texts, start=2)), file))


@given(st.lists(DAYS, max_size=8), DECIDING, ORDERS, FORM, st.none() | ORDERS, st.randoms())
def test_one_day_above_12_decides_for_all_whatever_its_owner_says(
    days, deciding, order, form, given_order, chance
):
    days = [*days, deciding]
    chance.shuffle(days)
    texts = written(days, order, form)

    assert read(column_of(texts, given_order), texts) == days


@given(st.lists(DOUBTFUL, min_size=1, max_size=8), ORDERS, FORM)
def test_without_such_a_day_what_has_two_readings_is_not_read(days, order, form):
    texts = written(days, order, form)
    column = column_of(texts)

    assert read(column, texts) == [day if day.day == day.month else None for day in days]
    for day, text in zip(days, texts, strict=True):
        assert bool(column.in_doubt(text)) == (day.day != day.month)
    assert ("Two readings" in said(column, texts)) == any(day.day != day.month for day in days)


@given(st.lists(DOUBTFUL, min_size=1, max_size=8), ORDERS, FORM)
def test_without_such_a_day_its_owner_decides(days, order, form):
    texts = written(days, order, form)

    assert read(column_of(texts, order), texts) == days


@given(DECIDING, DECIDING, DOUBTFUL.filter(lambda day: day.day != day.month), ORDERS)
def test_days_above_12_in_both_orders_decide_nothing_but_themselves(one, other, doubtful, order):
    texts = [
        *written([one], "day-first", 0),
        *written([other], "month-first", 0),
        *written([doubtful], order, 0),
    ]

    assert read(column_of(texts), texts) == [one, other, None]
    assert read(column_of(texts, order), texts) == [one, other, doubtful]
    assert "holds both orders" in said(column_of(texts), texts)


def test_linkedins_own_times_are_american_unless_their_column_says_otherwise():
    text = "1/5/26, 2:37 PM"

    for given_order in (None, *FORMS):
        column = column_of([text], given_order)
        assert column.moment(text) == datetime(2026, 1, 5, 14, 37)  # noqa: DTZ001
        assert said(column, [text]) == ""
    other = column_of([text, "29/1/26, 2:37 PM"])
    assert other.moment(text) == datetime(2026, 5, 1, 14, 37)  # noqa: DTZ001


def test_dots_and_names_decide_nothing_for_slashes():
    column = column_of(["16.02.2024", "16 Feb 2024", "1/5/2024"])

    assert column.moment("1/5/2024") is None


def test_two_readings_are_counted_and_named_with_the_option_that_decides():
    texts = ["1/5/2024", "1/5/2024", "5/5/2024", "16.02.2024"]

    sentence = said(column_of(texts), texts, "Connections.csv")

    assert sentence.startswith("Two readings, so not read: 2 of 4 dates in Connections.csv.")
    assert "“1/5/2024” in line 2" in sentence
    assert "May 1, 2024 with the day first, January 5, 2024 with the month first" in sentence
    assert "--dates day-first or --dates month-first" in sentence


def test_what_is_no_date_is_counted_with_an_example():
    texts = ["13/13/2024", "yesterday", "5 Jan 2024"]

    assert said(column_of(texts), texts) == (
        "2 of 3 dates in x.csv could not be read, such as “13/13/2024” in line 2."
    )


@pytest.mark.parametrize(
    ("given_order", "sentence"),
    [
        (
            None,
            "The dates of x.csv were read day first: “16/2/2024” in line 3 has no other reading.",
        ),
        (
            "month-first",
            (
                "The dates of x.csv were read day first, although you say month first: “16/2/2024” "
                "in line 3 has no other reading."
            ),
        ),
    ],
)
def test_an_order_is_said_with_its_proof(given_order, sentence):
    texts = ["1/5/2024", "16/2/2024"]

    assert said(column_of(texts, given_order), texts) == sentence


def test_an_order_that_its_owner_said_is_said_to_be_theirs():
    assert said(column_of(["1/5/2024"], "day-first"), ["1/5/2024"]) == (
        "The dates of x.csv were read day first, as you say."
    )


def test_nothing_is_said_where_nothing_was_in_doubt():
    for texts in (["05 Jan 2024"], ["16/2/2024"], ["5/5/2024"], ["45296"], []):
        assert said(column_of(texts, "month-first"), texts) == ""


def test_the_reason_tells_two_readings_from_none():
    column = column_of(["1/5/2024", "x\x1b[31m"])

    assert "has two readings: May 1, 2024" in why_not(column, "1/5/2024")
    assert "can't be read as a date" in why_not(column, "x\x1b[31m")
    assert "\x1b" not in why_not(column, "x\x1b[31m")
