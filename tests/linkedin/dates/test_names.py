"""Names of months and weekdays, compared with those of the Unicode consortium."""

from __future__ import annotations

import pytest
from babel import Locale

from weakties.linkedin.dates.names import is_weekday, month_number

LANGUAGES = ("en", "en_GB", "de", "de_AT", "fr", "es", "es_MX", "pt", "pt_PT", "it", "nl")


def names_in(language, kind):
    """Yield number and name, whole and shortened, inside a date and alone."""
    found = getattr(Locale.parse(language), kind)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from found[context][width].items()


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_are_known_whole_shortened_and_in_capitals(language):
    for number, name in names_in(language, "months"):
        assert month_number(name.rstrip(".")) == number
        assert month_number(name.rstrip(".").upper()) == number


@pytest.mark.parametrize("language", LANGUAGES)
def test_weekdays_are_known_whole_and_shortened(language):
    assert all(is_weekday(name.rstrip(".")) for _, name in names_in(language, "days"))


@pytest.mark.parametrize(
    ("name", "number"), [("Mrz", 3), ("Mär", 3), ("mrt", 3), ("Jän", 1), ("Sept", 9), ("dic", 12)]
)
def test_what_excel_leaves_of_a_name_is_known(name, number):
    assert month_number(name) == number


@pytest.mark.parametrize("name", ["", "ja", "jui", "ma", "floréal", "januaryy", "lundi", "12"])
def test_what_is_no_month_or_two_is_none(name):
    assert month_number(name) is None


@pytest.mark.parametrize("name", ["", "m", "before", "since", "januar", "mondays"])
def test_what_is_no_weekday_is_none(name):
    assert not is_weekday(name)
