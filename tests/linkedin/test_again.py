"""A second header inside a file is a line, and nobody."""

from __future__ import annotations

import pytest

from linkedin.archives import HEADER, OLD_HEADER, connections, message, messages, url, zipped
from weakties.linkedin import read

ANA = f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"
BEN = f"Ben,Okafor,{url('ben')},,Acme,Chef,09 Feb 2026"


@pytest.fixture
def given(tmp_path):
    """Read a Connections.csv with this content."""

    def reading(text):
        path = tmp_path / "Connections.csv"
        path.write_text(text, encoding="utf-8")
        return read(path)

    return reading


@pytest.mark.parametrize(
    "below",
    [
        HEADER,
        connections(),
        connections().upper(),
        f"\ufeff{HEADER}",
        HEADER.replace(" ", "_"),
        "Notes:,,,,,,\n...,,,,,,\n,,,,,,\n" + HEADER,
    ],
)
def test_it_is_passed_over_with_its_notes_and_said(given, below):
    export = given(f"{connections(ANA)}\n{below}{BEN}")

    assert list(export.connections["first_name"]) == ["Ana", "Ben"]
    assert list(export.connections["status"]) == ["read", "read"]
    assert export.account.remarks.empty
    (note,) = export.account.notes
    assert "names the columns once more" in note


def test_every_one_is_passed_over_and_each_row_keeps_its_line(given):
    export = given(f"{HEADER}{ANA}\n{HEADER}{BEN}\n{HEADER}{ANA}")

    assert list(export.connections["line"]) == [2, 4, 6]
    assert list(export.connections["status"]) == ["read", "read", "duplicate"]
    assert export.account.notes[0].startswith("Line 3 of Connections.csv names the columns")
    assert "1 more after it" in export.account.notes[0]


def test_a_header_of_another_era_is_no_person_and_rows_of_that_form_are_faulted(given):
    export = given(f"{HEADER}{ANA}\n{OLD_HEADER}Ben,Okafor,,Acme,Chef,09 Feb 2020")

    assert list(export.connections["first_name"]) == ["Ana", "Ben"]
    assert list(export.account.remarks["line"]) == [4]


def test_people_whose_names_are_like_it_stay(given):
    rows = (f"First Name,Ruiz,{url('f')},,Acme,Chef,08 Feb 2026", f"Notes:,Lee,{url('n')},,,,")
    export = given(f"{HEADER}" + "\n".join((*rows, ANA)))

    assert list(export.connections["first_name"]) == ["First Name", "Notes:", "Ana"]
    assert export.account.notes == ()


def test_a_person_who_is_called_like_the_notes_above_it_stays(given):
    export = given(f"{HEADER}Notes:,Lee,{url('n')},,Acme,Chef,08 Feb 2026\n{HEADER}{BEN}")

    assert list(export.connections["first_name"]) == ["Notes:", "Ben"]


def test_other_files_have_it_left_out_too(tmp_path):
    who = ("Nadia Ferro", "nadia-ferro"), ("Ana Ruiz", "ana-ruiz")
    one = messages(message("c1", *who, "2025-06-01 14:03:22", content="notes: none"))
    path = zipped(
        tmp_path / "x.zip",
        {"Connections.csv": connections(ANA), "messages.csv": f"{one}\n{one}"},
    )

    export = read(path)

    assert list(export.messages["content"]) == ["notes: none"] * 2
    assert "messages.csv names the columns once more" in export.account.notes[0]
