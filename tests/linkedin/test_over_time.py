"""What an archive says over time: years, hours, the busiest, the oldest ties, and companies."""

from __future__ import annotations

from datetime import date

import pytest

from linkedin.archives import PROFILE, connections, message, messages, url, zipped
from weakties.linkedin import mirror, read
from weakties.linkedin.figures import figures_of
from weakties.linkedin.insight.busiest import busiest
from weakties.linkedin.insight.clock import clock_of
from weakties.linkedin.insight.employers import employers_of
from weakties.linkedin.insight.years import last_whole_year, oldest_ties, years_of
from weakties.linkedin.pseudonym.file import write_copy

ME, ANA, BEN = ("Me Moss", "me"), ("Ana Ruiz", "ana"), ("Ben Okafor", "ben")
FILES = {
    "Connections.csv": connections(
        f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2019",
        f"Ben,Okafor,{url('ben')},,ACME Inc,Cook,01 Mar 2021",
        f"Cho,Ito,{url('cho')},,Brook,Cook,02 Jan 2019",
    ),
    "Profile.csv": PROFILE + "Me,Moss,,,,Analyst,,,,,,,",
    "messages.csv": messages(
        message("c1", ME, ANA, "2019-03-04 09:59:00"),
        message("c1", ANA, ME, "2019-03-05 10:00:00"),
        message("c2", ME, BEN, "2021-12-31 23:30:00"),
        message("c2", BEN, ME, "2022-01-01 00:30:00"),
        message("c2", ME, BEN, "2022-01-02 08:00:00"),
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("over-time")
    return zipped(folder / "Basic_LinkedInDataExport_06-01-2022.zip", FILES)


@pytest.fixture(scope="module")
def figures(archive):
    return figures_of(read(archive))


def test_every_year_stands_with_its_sums_those_without_anything_too(figures):
    assert [tuple(year) for year in years_of(figures, dated=True)] == [
        (2019, 2, 2, 1, 1, 1),
        (2020, 0, 2, 0, 0, 0),
        (2021, 1, 3, 1, 0, 0),
        (2022, 0, 3, 1, 1, 1),
    ]


def test_the_year_in_review_is_the_last_that_has_ended(archive, figures):
    years = years_of(figures, dated=True)

    assert last_whole_year(figures, years).year == 2021
    later = figures_of(read(archive), as_of=date(2023, 1, 1))
    assert last_whole_year(later, years).year == 2022


def test_the_oldest_ties_come_first_and_of_those_that_last_only_who_wrote(figures):
    assert [tie.name for tie in oldest_ties(figures)] == ["Cho Ito", "Ana Ruiz", "Ben Okafor"]
    lasting = oldest_ties(figures, writing_since=date(2021, 6, 1))
    assert [tie.name for tie in lasting] == ["Ben Okafor"]


def test_a_message_of_the_owner_stands_at_its_weekday_and_hour(figures):
    counts = clock_of(figures)

    assert sum(map(sum, counts)) == 3
    monday, friday, sunday = counts[0], counts[4], counts[6]
    assert (monday[9], friday[23], sunday[8]) == (1, 1, 1)


def test_the_busiest_come_first_with_what_went_each_way(figures):
    found = [(one.name, one.from_owner, one.from_person) for one in busiest(figures, most=10)]

    assert found == [("Ben Okafor", 2, 1), ("Ana Ruiz", 1, 1)]


def test_a_company_has_its_people_those_who_write_and_when_they_came(figures):
    found = [tuple(one) for one in employers_of(figures, most=5)]

    assert found == [("Acme", 2, 2, {2019: 1, 2021: 1}), ("Brook", 1, 0, {2019: 1})]


def test_a_copy_tells_no_years_of_people_and_no_hours(archive, tmp_path):
    write_copy(read(archive), tmp_path / "copy.zip")
    page = mirror(tmp_path / "copy.zip").html()

    assert "Messages, summed up" in page
    for untold in ("Connections of today, by when", "Your first ties here", "by weekday and hour"):
        assert untold not in page
        assert untold in mirror(archive).html()
