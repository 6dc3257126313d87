"""A roster is read as Canvas, as Moodle or as a person writes it."""

from __future__ import annotations

import pytest

from weakties.grading.cohort.roster import Person, RosterError, roster_at, roster_in

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,photo
    Points Possible,,,,,18
"Lovelace, Ada",17,S-1,ada,A,
"Student, Test",99,,,A,
"Hopper, Grace",18,S-2,,A,
"""
MOODLE = """First name,Last name,ID number,Email address
Ada,Lovelace,ada,ada@example.org
"""


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            CANVAS,
            [
                Person("ada", "Ada", "Lovelace", "", "17"),
                Person("S-2", "Grace", "Hopper", "", "18"),
            ],
        ),
        (MOODLE, [Person("ada", "Ada", "Lovelace", "ada@example.org")]),
        ("id,name,e-mail\nada,Ada King Lovelace,a@b.c\n", [Person("ada", "Ada King", "Lovelace", "a@b.c")]),
        ("ID;Surname;First name\n7;Lovelace;Ada\n\n;;\n", [Person("7", "Ada", "Lovelace")]),
        ("id\tname\nada\tAda\n", [Person("ada", "", "Ada")]),
        ("id\nada\n", [Person("ada")]),
    ],
    ids=["canvas", "moodle", "plain", "semicolons", "tabs", "ids-alone"],
)  # fmt: skip
def test_each_form_gives_the_same_people(text, people):
    assert list(roster_in(text, "roster.csv")) == people


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "has no column with ids"),
        ("given,family\nAda,Lovelace\n", "has no column with ids"),
        ("id,name\n", "names nobody"),
        ("id,name\nada,A\nada,B\n", "names ada twice"),
        ("id,name\n,Ada\n", "row 2: '' can't be the id"),
        ("id,name\nada,A\n../x,B\n", "row 3: '../x' can't be the id"),
    ],
)
def test_what_is_no_roster_is_refused_with_the_row(text, reason):
    with pytest.raises(RosterError, match=reason.replace(".", r"\.")):
        roster_in(text, "roster.csv")


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(RosterError, match="There is no roster"):
        roster_at(tmp_path / "none.csv")
    (tmp_path / "odd.csv").write_bytes(b"id,name\nada,\xe9\n")
    with pytest.raises(RosterError, match="save it as CSV in UTF-8"):
        roster_at(tmp_path / "odd.csv")


def test_the_mark_with_which_excel_begins_a_file_is_no_part_of_a_name(tmp_path):
    (tmp_path / "roster.csv").write_bytes(b"\xef\xbb\xbfid,name\r\nada,Ada\r\n")
    assert [one.id for one in roster_at(tmp_path / "roster.csv")] == ["ada"]
