"""Whose messages are taken for the owner's, and what the report says of it."""

from __future__ import annotations

import pytest

from linkedin.archives import PROFILE, connections, message, messages, url, zipped
from weakties.linkedin import mirror

NADIA, ANA, BEN, ZOE = (
    ("Nadia Ferro", "nadia-ferro"),
    ("Ana Ruiz", "ana"),
    ("Ben Okafor", "ben"),
    ("Zoe Out", "zoe"),
)
PEOPLE = connections(
    f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026",
    f"Ben,Okafor,{url('ben')},,Acme,Cook,08 Feb 2025",
)
OF_NADIA = PROFILE + "Nadia,Ferro,,,,Analyst,,,,,,,"
OLD = "FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER\n"


@pytest.fixture
def report(tmp_path):
    """Return the mirror of an archive with these messages."""

    def made(text, profile=OF_NADIA):
        files = {"Connections.csv": PEOPLE, "messages.csv": text}
        if profile:
            files["Profile.csv"] = profile
        return mirror(zipped(tmp_path / "x.zip", files))

    return made


def said(made):
    return " ".join(str(made).split())


def test_somebody_who_only_wrote_to_the_owner_is_not_taken_for_the_owner(report):
    made = report(
        messages(
            message("c1", ANA, NADIA, "2026-01-01 10:00:00"),
            message("c2", ANA, NADIA, "2026-01-02 10:00:00"),
        )
    )

    found = made.json()["messages"]
    assert (found["owner"], found["threads"], found["started"]) == (None, 2, 0)
    assert "No message here is from the name that Profile.csv gives" in made.html()
    assert "messages both ways" not in made.html()


def test_in_the_oldest_form_nobody_but_the_named_owner_is_the_owner(report):
    made = report(OLD + "Ana Ruiz,Nadia Ferro,2019-11-06T02:08:20,,Hi,INCOMING,INBOX\n")

    assert made.json()["messages"]["started"] == 0


def test_without_a_profile_the_owner_writes_in_most_threads(report):
    made = report(
        messages(
            message("c1", NADIA, ANA, "2026-01-01 10:00:00"),
            message("c2", NADIA, BEN, "2026-01-02 10:00:00"),
            message("c2", BEN, NADIA, "2026-01-03 10:00:00"),
        ),
        profile=None,
    )

    assert made.json()["messages"]["owner"] == "nadia-ferro"
    assert "Messages from “Nadia Ferro” are read as yours." in made.html()


def test_where_two_write_in_as_many_threads_the_owner_is_no_connection_of_the_owner(report):
    talk = messages(
        message("c1", ANA, ZOE, "2026-01-01 10:00:00"),
        message("c1", ZOE, ANA, "2026-01-02 10:00:00"),
    )

    assert report(talk, profile=None).json()["messages"]["owner"] == "zoe"


def test_who_waits_for_an_answer_is_listed_and_only_then_is_it_the_advice(report):
    waiting = report(
        messages(
            message("c1", NADIA, ANA, "2026-01-01 10:00:00"),
            message("c2", BEN, NADIA, "2026-01-02 10:00:00"),
        )
    )
    nobody = report(messages(message("c1", NADIA, ANA, "2026-01-01 10:00:00")))

    assert "They wrote, and you did not: 1 person" in waiting.html()
    assert "Choose one of those who wrote to you" in said(waiting)
    assert "Choose one of those who wrote to you" not in said(nobody)


def test_messages_that_do_not_count_are_told_by_kind(report):
    made = report(
        messages(
            message("c1", NADIA, ANA, "2026-01-01 10:00:00"),
            message("c2", NADIA, ANA, "2026-01-01 10:00:00", draft="Yes"),
            message("c3", BEN, NADIA, "2026-01-01 10:00:00", folder="SPAM"),
            message("c4", ("Tarn Ads", ""), NADIA, "2026-01-01 10:00:00"),
        )
    )

    assert "1 of 4 messages count as conversation" in said(made)
    assert "1 drafts, 1 spam, 1 advertising" in said(made)


def test_messages_without_an_id_are_held_together_by_who_takes_part(report):
    talk = messages(
        message("", NADIA, ANA, "2026-01-01 10:00:00"),
        message("", BEN, NADIA, "2026-01-02 10:00:00"),
    )

    assert report(talk).json()["messages"]["threads"] == 2


def test_a_day_before_the_archives_last_is_said_to_move_no_counts(tmp_path):
    from datetime import date

    path = zipped(tmp_path / "x.zip", {"Connections.csv": PEOPLE, "messages.csv": messages()})
    text = " ".join(str(mirror(path, as_of=date(2025, 6, 1))).split())

    assert "is counted from 2025-06-01; everything in the archive, up to 2026-02-08" in text
