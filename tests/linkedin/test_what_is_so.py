"""What the report may say: padding is nobody, a deleted account is somebody, an audience is no tie."""

from __future__ import annotations

import pytest

from linkedin.archives import HEADER, PROFILE, connections, message, messages, url, zipped
from weakties.linkedin import ExportError, mirror, read

ME, ANA, BEN = ("Me Moss", "me"), ("Ana Ruiz", "ana"), ("Ben Okafor", "ben")
GONE = ("LinkedIn Member", "")
ROWS = (
    f"Ana,Ruiz,{url('ana')},,Acme,Chef,01 Jan 2020",
    f"Ben,Okafor,{url('ben')},,Acme,Chef,02 Jan 2020",
)
PEOPLE = connections(*ROWS)
MINE = PROFILE + "Me,Moss,,,,Analyst,,,,,,,"


@pytest.fixture
def made(tmp_path):
    """Return the mirror of an archive with these messages."""

    def made(*talks, people=PEOPLE, profile=MINE):
        files = {
            "Connections.csv": people,
            "messages.csv": messages(*talks),
            "Profile.csv": profile,
        }
        return mirror(zipped(tmp_path / "Basic_LinkedInDataExport_02-01-2024.zip", files))

    return made


def alone(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "Connections.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_rows_in_which_nothing_stands_are_nobody_and_are_said(tmp_path):
    padded = connections(ROWS[0], ",,,,,,", " , ,,,,,", ROWS[1], ",,,,,,07 Jun 2026", *[",,,"] * 3)

    export = read(alone(tmp_path, padded))

    assert list(export.connections["status"]) == ["read", "read", "hidden"]
    assert mirror(tmp_path / "Connections.csv").json()["connections"]["unreadable_dates"] == 0
    assert list(export.connections["line"]) == [5, 8, 9], "lines are those of the file"


@pytest.mark.parametrize("nothing", ["null", "N/A", "NaN", "undefined"])
def test_a_word_for_nothing_is_no_company_and_no_conversation_but_may_be_a_name(made, nothing):
    people = connections(f"Ana,Null,{url('ana')},,{nothing},{nothing},01 Jan 2020", ROWS[1])
    found = made(
        message(nothing, ME, ANA, "2024-01-01 10:00:00"),
        message(nothing, BEN, ME, "2024-01-01 12:00:00"),
        people=people,
    )

    assert found.figures.people["last_name"].iloc[0] == "Null"
    assert found.json()["companies"]["known"] == 1
    assert (found.json()["messages"]["threads"], found.json()["messages"]["replied"]) == (2, 0)


def test_a_deleted_account_answers_and_begins_and_advertising_does_neither(made):
    answered = made(
        message("c1", ME, GONE, "2024-01-01 10:00:00"),
        message("c1", GONE, ME, "2024-01-01 11:00:00"),
    )
    begun = made(
        message("c1", GONE, ME, "2024-01-01 10:00:00"),
        message("c1", ME, GONE, "2024-01-01 11:00:00"),
    )
    sold = made(
        message("c1", ME, ANA, "2024-01-01 10:00:00"),
        message("c1", GONE, ME, "2024-01-01 11:00:00", content="Dear %FIRSTNAME%"),
    )

    counts = [
        (one.json()["messages"]["started"], one.json()["messages"]["replied"])
        for one in (answered, begun, sold)
    ]
    assert counts == [(1, 1), (0, 0), (1, 0)]


def test_an_advertisement_is_found_wherever_it_stands_in_a_long_mailbox(tmp_path):
    ads = {0, 99, 100, 249}
    rows = (
        message("c1", GONE, ME, "2024-01-01 10:00:00", content=f"Dear %FIRSTNAME% {number}")
        if number in ads
        else message("c1", GONE, ME, "2024-01-01 10:00:00", content=f"Dear {number}")
        for number in range(250)
    )
    files = {"Connections.csv": connections(), "messages.csv": messages(*rows)}

    found = read(zipped(tmp_path / "x.zip", files)).messages["no_sender"]

    assert set(found.index[found]) == ads


def test_what_is_written_to_an_audience_is_contact_with_none_but_those_who_answer(made):
    slugs = [f"p{number}" for number in range(21)]
    people = connections(*(f"P{slug},Q{slug},{url(slug)},,Acme,Chef,01 Jan 2020" for slug in slugs))
    everybody = ", ".join(f"P{slug} Q{slug}" for slug in slugs)
    first = message("c1", ME, (everybody, ""), "2024-01-01 10:00:00")
    answer = message("c1", ("Pp3 Qp3", "p3"), ME, "2024-01-02 10:00:00")

    silent = [
        made(*talks, people=people).json()["ties"]["silent"]
        for talks in ((first,), (first, answer))
    ]

    assert silent == [21, 20]


def test_an_owner_of_another_name_is_the_one_stranger_in_every_conversation(made):
    other = PROFILE + "New,Name,,,,Analyst,,,,,,,"
    talks = [
        message("c1", ME, ANA, "2024-01-01 10:00:00"),
        message("c1", ANA, ME, "2024-01-01 11:00:00"),
    ]
    stranger = message("c1", ("Zoe Out", "zoe"), ("New Name", "new"), "2024-01-01 10:00:00")

    renamed = made(*talks, profile=other)

    assert (renamed.json()["messages"]["owner"], renamed.json()["messages"]["replied"]) == ("me", 1)
    for form in (renamed.html(), " ".join(str(renamed).split())):
        assert "Profile.csv has another name than “Me Moss”" in form
    assert made(stranger, profile=other).json()["messages"]["owner"] is None


def test_a_conversation_begun_days_ago_is_said_to_wait_and_an_old_one_is_not(made):
    late = made(message("c1", ME, ANA, "2024-01-30 10:00:00"))
    old = made(message("c1", ME, ANA, "2023-01-30 10:00:00"))

    assert "1 of them begun in the last 14 days may yet be answered" in late.html()
    assert "may yet be answered" not in old.html()


def test_companies_are_one_whatever_their_legal_form_and_spaces(tmp_path):
    names = ("Kessel GmbH", '"Kessel, Inc."', "KESSEL  Inc", " kessel ", "Kessler GmbH")
    rows = [f"A{at},B,{url(f'a{at}')},,{name},Chef,01 Jan 2020" for at, name in enumerate(names)]

    report = mirror(alone(tmp_path, connections(*rows)))

    assert report.json()["companies"]["distinct"] == 2
    assert "A company under two names counts as two" in report.html()
    said = " ".join(str(report).split())
    assert "2 companies of 5 people (counted, not estimated; told apart by spelling" in said
    # Five spellings of one person each: Blau's index is 1 − 5 / 25.
    assert "with legal forms told apart too, it is 5" in said
    assert "5 spellings count as 2 companies" in report.html()
    assert "index would be 0.800" in report.html()


def test_where_no_legal_form_matters_nothing_is_said_of_one(made):
    report = made(message("c1", ME, ANA, "2024-01-01 10:00:00"))

    assert "told apart by spelling)" in " ".join(str(report).split())
    assert "told apart too" not in str(report)
    assert "spellings count as" not in report.html()


def test_letters_that_may_be_wrong_are_said_and_good_ones_are_not(tmp_path):
    named = connections(f"José,Muñoz,{url('jose')},,Acme,Chef,01 Jan 2020")
    twice = named.encode().decode("cp1252")

    assert "may be wrong" in str(read(alone(tmp_path, named, "cp1252")))
    assert "look garbled" in str(read(alone(tmp_path, twice)))
    assert read(alone(tmp_path, named)).account.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_and_nothing_is_said_of_its_letters(tmp_path, encoding):
    export = read(alone(tmp_path, (HEADER + ROWS[0]).replace("Ana", "Zoé"), encoding))

    assert list(export.people["first_name"]) == ["Zoé"]
    assert export.account.notes == ()


def test_a_file_that_is_no_list_is_named_for_what_it_is(tmp_path):
    with pytest.raises(ExportError, match=r"it is messages\.csv, another file"):
        read(alone(tmp_path, messages(message("c1", ME, ANA, "2024-01-01 10:00:00"))))
    with pytest.raises(ExportError, match="columns are called “Nombre,Apellidos,URL”"):
        read(alone(tmp_path, "Nombre,Apellidos,URL\nAna,Ruiz,x"))
