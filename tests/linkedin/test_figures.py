"""The figures, on small archives whose answers are worked out by hand beside them."""

from __future__ import annotations

import math
from datetime import date

import pytest

from linkedin.archives import OLD_HEADER, PROFILE, connections, message, messages, url, zipped
from weakties.linkedin import read
from weakties.linkedin.figures import figures_of

NADIA = ("Nadia Ferro", "nadia-ferro")
ANA, BEN, CHO, DAN, EVE = (
    ("Ana Ruiz", "ana"),
    ("Ben Okafor", "ben"),
    ("Cho Park", "cho"),
    ("Dan Lee", "dan"),
    ("Eve Moss", "eve"),
)
PEOPLE = connections(
    f"Ana,Ruiz,{url('ana')},ana@example.org,Acme,Chef,08 Feb 2026",
    f"Ben,Okafor,{url('ben')},, ACME ,Chef,14 Nov 2019",
    f"Cho,Park,{url('cho')},,Brook & Sons,Chef,01 Mar 2021",
    f"Dan,Lee,{url('dan')},,,Chef,05 May 2012",
    f"Eve,Moss,{url('eve')},,Corvid,Chef,Sometime",
    ",,,,,,07 Jun 2026",
    f"Ana,Ruiz,{url('ANA/')},ana@example.org,Acme,Chef,08 Feb 2026",
)
TALKS = messages(
    # c1: Nadia began, Ana answered after 3 hours. Listed newest first, as LinkedIn does.
    message("c1", ANA, NADIA, "2026-01-01 15:00:00"),
    message("c1", NADIA, ANA, "2026-01-01 12:00:00"),
    # c2: Ben began, Nadia answered; both ways, and silent since 2020.
    message("c2", NADIA, BEN, "2020-05-05 10:00:00"),
    message("c2", BEN, NADIA, "2020-05-04 10:00:00"),
    # c3: Nadia began, nobody answered; a reminder of hers is no answer.
    message("c3", NADIA, CHO, "2022-02-02 10:00:00"),
    message("c3", NADIA, CHO, "2022-02-09 10:00:00"),
    # c4: Nadia began; a stranger answered after 1 hour.
    message("c4", NADIA, ("Stranger", "stranger"), "2025-01-01 10:00:00"),
    message("c4", ("Stranger", "stranger"), NADIA, "2025-01-01 11:00:00"),
    # Left out: a draft, spam, advertising. A deleted account is somebody, and began c8.
    message("c5", NADIA, DAN, "2025-01-01 10:00:00", draft="Yes"),
    message("c6", DAN, NADIA, "2025-01-01 10:00:00", folder="SPAM"),
    message("c7", ("Tarn Ads", ""), NADIA, "2025-01-01 10:00:00"),
    message("c8", ("LinkedIn Member", ""), NADIA, "2025-01-01 10:00:00"),
)
PROFILE_OF_NADIA = PROFILE + "Nadia,Ferro,,,,Analyst,,,,,,,"


@pytest.fixture
def figures(tmp_path):
    """Return the figures of an archive made of these files."""

    def computed(name="x.zip", as_of=None, **files):
        named = {f"{file}.csv": text for file, text in files.items()}
        return figures_of(read(zipped(tmp_path / name, named)), as_of=as_of).json()

    return computed


def test_connections_are_counted(figures):
    assert figures(Connections=PEOPLE)["connections"] == {
        "rows": 7,
        "hidden": 1,
        "duplicates": 1,
        "people": 5,
        "unreadable_dates": 1,
        "era": "since-2023",
        "first": "2012-05-05",
        "last": "2026-06-07",
        "with_email": 1,
    }


def test_companies_are_compared_without_case_and_outer_spaces(figures):
    # acme 2, brook & sons 1, corvid 1 of 4 known: 1 - (4 + 1 + 1) / 16, and
    # exp(0.5 ln 2 + 2 * 0.25 ln 4) = 2 ** 1.5.
    assert figures(Connections=PEOPLE)["companies"] == {
        "known": 4,
        "without": 1,
        "distinct": 3,
        "blau": pytest.approx(0.625),
        "effective": pytest.approx(2**1.5),
    }


@pytest.mark.parametrize("profile", [{"Profile": PROFILE_OF_NADIA}, {}])
def test_messages_are_counted_by_conversation(figures, profile):
    found = figures(Connections=PEOPLE, messages=TALKS, **profile)

    assert found["messages"] == {
        "threads": 5,
        "started": 3,
        "replied": 2,
        "reply_rate": pytest.approx(2 / 3),
        "median_reply_hours": pytest.approx(2.0),  # of 3 and 1
        "owner": "nadia-ferro",
    }


def test_ties_that_are_silent_and_dormant_are_counted(figures):
    # In a thread: Ana, Ben, Cho. Silent: Dan, Eve. Both ways and quiet for three years: Ben.
    assert figures(Connections=PEOPLE, messages=TALKS, Profile=PROFILE_OF_NADIA)["ties"] == {
        "silent": 2,
        "silent_share": pytest.approx(0.4),
        "dormant": 1,
        "as_of": "2026-06-07",
    }


@pytest.mark.parametrize(
    ("as_of", "dormant"),
    # 2020-05-05 10:00 + 1095.75 days = 2023-05-06 04:00.
    [(date(2023, 5, 6), 0), (date(2023, 5, 7), 1), (date(2019, 1, 1), 0)],
)
def test_three_years_are_counted_from_the_day_given(figures, as_of, dormant):
    found = figures(Connections=PEOPLE, messages=TALKS, as_of=as_of)["ties"]

    assert (found["dormant"], found["as_of"]) == (dormant, as_of.isoformat())


def test_the_day_in_the_archives_name_counts_before_the_latest_in_it(figures):
    name = "Basic_LinkedInDataExport_10-03-2026.zip"

    assert figures(name, Connections=PEOPLE)["ties"]["as_of"] == "2026-10-03"


def test_the_profile_tells_the_owner_though_somebody_else_writes_in_more_threads(figures):
    talks = messages(
        message("c1", ANA, NADIA, "2026-01-01 12:00:00"),
        message("c1", NADIA, ANA, "2026-01-01 13:00:00"),
        message("c2", ANA, NADIA, "2026-01-01 12:00:00"),
    )

    with_profile = figures("a.zip", Connections=PEOPLE, messages=talks, Profile=PROFILE_OF_NADIA)
    without = figures("b.zip", Connections=PEOPLE, messages=talks)

    assert with_profile["messages"]["owner"] == "nadia-ferro"
    assert with_profile["messages"]["started"] == 0
    assert without["messages"]["owner"] == "ana"


def test_a_group_counts_for_everybody_in_it(figures):
    group = (
        f'g,Lunch,"Nadia Ferro",{url("nadia-ferro")},"Ana Ruiz, Ben Okafor",'
        f'"{url("ana")},{url("ben")}",2020-01-01 10:00:00 UTC,,"Hi, all",INBOX,,No,No'
    )
    answer = (
        f'g,Lunch,"Ben Okafor",{url("ben")},"Nadia Ferro, Ana Ruiz",'
        f'"{url("nadia-ferro")},{url("ana")}",2020-01-02 10:00:00 UTC,,"Hi",INBOX,,No,No'
    )

    found = figures(Connections=PEOPLE, messages=messages(group, answer), Profile=PROFILE_OF_NADIA)

    assert found["messages"]["threads"] == 1
    assert found["messages"]["median_reply_hours"] == 24
    assert found["ties"]["silent"] == 3
    assert found["ties"]["dormant"] == 1  # Ben wrote, Ana did not


def test_people_without_addresses_are_found_in_messages_by_name(figures):
    people = (
        OLD_HEADER + 'Ana,"Ruiz, MBA",,Acme,Chef,08 Feb 2018\nBen,Okafor,,Acme,Chef,08 Feb 2018'
    )
    talks = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
        f'c1,,Nadia Ferro,{url("nadia-ferro")},"Ana Ruiz, MBA",2018-01-01 10:00:00 UTC,,Hi,INBOX\n'
    )

    found = figures(Connections=people, messages=talks, Profile=PROFILE_OF_NADIA)

    assert found["ties"]["silent"] == 1
    assert found["messages"]["owner"] == "nadia-ferro"


def test_messages_of_2019_have_no_addresses_and_are_told_apart_by_names(figures):
    people = OLD_HEADER + "Ana,Ruiz,,Acme,Chef,08 Feb 2018\nBen,Okafor,,Acme,Chef,08 Feb 2018"
    talks = (
        "FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER\n"
        "Nadia Ferro,Ana Ruiz,2018-01-01T10:00:00,,Hi,OUTGOING,INBOX\n"
        "Ana Ruiz,Nadia Ferro,2018-01-01T12:00:00,,Hi,INCOMING,INBOX\n"
        "LinkedIn Member,Nadia Ferro,2018-01-01T12:00:00,,Hi,INCOMING,INBOX\n"
        "Tarn Ads,Nadia Ferro,2018-01-01T12:00:00,,Dear %FIRSTNAME%,INCOMING,INBOX\n"
    )

    found = figures(Connections=people, messages=talks, Profile=PROFILE_OF_NADIA)

    assert found["messages"] == {
        "threads": 2,
        "started": 1,
        "replied": 1,
        "reply_rate": 1.0,
        "median_reply_hours": 2.0,
        "owner": None,
    }
    assert found["ties"]["silent"] == 1


def test_two_people_of_one_name_are_not_mixed_up(figures):
    people = connections(
        f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2018",
        f"Ana,Ruiz,{url('ana-2')},,Acme,Chef,08 Feb 2018",
    )
    talks = messages(message("c1", NADIA, ANA, "2026-01-01 12:00:00"))

    assert figures(Connections=people, messages=talks)["ties"]["silent"] == 1


def test_without_messages_their_figures_are_unknown_and_not_zero(figures):
    found = figures(Connections=PEOPLE)

    assert set(found["messages"].values()) == {None}
    assert found["ties"] == {
        "silent": None,
        "silent_share": None,
        "dormant": None,
        "as_of": "2026-06-07",
    }


def test_an_empty_list_and_a_mailbox_without_messages_have_figures(figures):
    found = figures(Connections=connections(), messages=messages())

    assert found["connections"]["people"] == 0
    assert found["connections"]["first"] is None
    nothing = {"known": 0, "without": 0, "distinct": 0, "blau": None, "effective": None}
    assert found["companies"] == nothing
    assert found["messages"]["threads"] == 0
    assert found["messages"]["reply_rate"] is None
    assert found["ties"] == {"silent": 0, "silent_share": None, "dormant": None, "as_of": None}


def test_a_message_without_a_readable_date_counts_for_its_thread_but_not_for_time(figures):
    talks = messages(
        message("c1", NADIA, ANA, "once"), message("c1", ANA, NADIA, "2020-01-01 12:00:00")
    )

    found = figures(Connections=PEOPLE, messages=talks, Profile=PROFILE_OF_NADIA)

    assert (found["messages"]["threads"], found["messages"]["started"]) == (1, 0)
    assert found["ties"]["dormant"] == 1


def test_no_figure_is_nan(figures):
    for files in ({"Connections": PEOPLE, "messages": TALKS}, {"Connections": connections()}):
        name = f"{len(files)}.zip"
        for part in figures(name, **files).values():
            assert not any(
                isinstance(value, float) and math.isnan(value) for value in part.values()
            )
