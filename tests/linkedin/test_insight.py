"""Rules that conclude: roles, bursts, layers, and what makes a dormant tie rank."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from linkedin.archives import PROFILE, connections, message, messages, url, zipped
from weakties.linkedin import read
from weakties.linkedin.figures import figures_of
from weakties.linkedin.insight.dormant import dormant_ties, owners_role
from weakties.linkedin.insight.growth import months_of
from weakties.linkedin.insight.layers import layers_of
from weakties.linkedin.insight.roles import role_of

NADIA = ("Nadia Ferro", "nadia-ferro")
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"


@pytest.mark.parametrize(
    ("title", "function", "level"),
    [
        ("Vice President, Sales", "Sales and customers", "Director"),
        ("VP Marketing & Communications", "Marketing and communication", "Director"),
        ("CTO", "Engineering and IT", "Top management"),
        ("Founder & Chief Executive Officer", "General management", "Founder or owner"),
        ("Senior HR Business Partner", "People and recruiting", "Senior"),
        ("Product Owner", "Product and projects", None),
        ("Partner Manager", "Sales and customers", "Manager"),
        ("Assistant Professor", "Teaching", None),
        ("Art Teacher", "Teaching", None),
        ("Making it simple", None, None),
        ("Head of IT", "Engineering and IT", "Director"),
        ("Personal Trainer", "Teaching", None),
        ("Geschäftsführerin", "General management", "Top management"),
        ("Assistant Nurse", "Health and care", "Entry"),
        ("Italian chef", None, None),
        ("", None, None),
    ],
)
def test_a_title_gives_a_function_and_a_level_by_whole_words(title, function, level):
    assert role_of(title) == (function, level)


def days(*counts):
    """Return so many days in each month from January 2020."""
    months = pd.period_range("2020-01", periods=len(counts), freq="M")
    listed = [
        month.start_time for month, count in zip(months, counts, strict=True) for _ in range(count)
    ]
    return pd.Series(listed, dtype="datetime64[s]")


def test_months_without_a_connection_are_in_the_picture_and_one_burst_is_found():
    table = months_of(days(*[2] * 12, 0, 15, *[2] * 12))

    assert len(table) == 26
    assert table["connections"].iloc[12] == 0
    assert list(table.index[table["burst"]].astype(str)) == ["2021-02"]
    # The 12 months before it hold 22, the 12 after it 24.
    assert table["expected"].iloc[13] == pytest.approx(46 / 24)


def test_a_steady_network_has_no_burst_and_an_empty_one_no_months():
    assert not months_of(days(*[3, 4, 2, 5] * 6))["burst"].any()
    assert months_of(days()).empty
    assert not months_of(days(40))["burst"].any()


@pytest.fixture
def figures(tmp_path):
    """Ana and Ben fell silent long ago; with Cho there is contact every month."""
    ana, ben, cho = ("Ana Ruiz", "ana"), ("Ben Okafor", "ben"), ("Cho Park", "cho")
    old = [
        message("a", *pair, f"2018-03-0{day} 10:00:00")
        for day, pair in enumerate([(NADIA, ana), (ana, NADIA)] * 3, start=1)
    ]
    old += [
        message("b", NADIA, ben, "2019-03-01 10:00:00"),
        message("b", ben, NADIA, "2019-03-02 10:00:00"),
    ]
    recent = [message("c", cho, NADIA, f"2026-{month:02}-05 10:00:00") for month in range(1, 13)]
    path = zipped(
        tmp_path / "x.zip",
        {
            "Connections.csv": connections(
                f"Ana,Ruiz,{url('ana')},,Brook,Sales Director,08 Feb 2016",
                f"Ben,Okafor,{url('ben')},,ACME,Data Analyst,08 Feb 2016",
                f"Cho,Park,{url('cho')},,Acme,Chef,08 Feb 2016",
            ),
            "Profile.csv": PROFILE + "Nadia,Ferro,,,,Wanderer,,,,,,,",
            "Positions.csv": POSITIONS
            + "Tarn Valley,Analyst,,,Sep 2020,\nOld,Chief Cook,,,Jan 2021,Jan 2022",
            "messages.csv": messages(
                *old, *recent, message("c", NADIA, cho, "2026-12-05 11:00:00")
            ),
            "Endorsement_Received_Info.csv": "Endorsement Date,Skill Name,Endorser First Name,"
            "Endorser Last Name,Endorser Public Url,Endorsement Status\n"
            "2018/02/01 15:02:55 UTC,SQL,Ben,Okafor,www.linkedin.com/in/BEN,ACCEPTED\n",
        },
    )
    return figures_of(read(path), as_of=date(2026, 12, 31))


def test_the_owners_role_is_that_of_todays_position(figures):
    assert owners_role(figures.export) == ("Data and research", None)


def test_dormant_ties_rank_by_their_reasons(figures):
    first, second = dormant_ties(figures)

    assert (first.name, first.messages) == ("Ana Ruiz", 6)
    assert first.reasons == ("new company", "other function", "above your level", "you wrote often")
    assert (second.name, second.reasons) == ("Ben Okafor", ("endorsed",))
    assert dormant_ties(figures, most=1) == [first]


def test_layers_count_days_of_contact_in_the_last_year(figures):
    assert [layer.people for layer in layers_of(figures)] == [0, 1, 1, 1]
