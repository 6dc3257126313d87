"""Reading: what every era and every quirk becomes, worked out by hand."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from linkedin.archives import (
    HEADER,
    NOTES,
    OLD_HEADER,
    connections,
    message,
    messages,
    url,
    zipped,
)
from weakties.linkedin import read
from weakties.linkedin.writing import columns

NADIA, ANA = ("Nadia Ferro", "nadia-ferro"), ("Ana Ruiz", "ana-ruiz")


@pytest.fixture
def given(tmp_path):
    """Read a Connections.csv with this content."""

    def reading(content):
        path = tmp_path / "Connections.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path)

    return reading


@pytest.mark.parametrize(
    ("head", "row", "era"),
    [
        (NOTES + HEADER, f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026", "since-2023"),
        (NOTES + OLD_HEADER, "Ana,Ruiz,,Acme,Chef,08 Feb 2026", "2021-2023"),
        (OLD_HEADER, "Ana,Ruiz,,Acme,Chef,08 Feb 2026", "to-2021"),
        (
            "First Name,Last Name,Email Address,Current Company,Current Position,Tags\n",
            "Ana,Ruiz,,Acme,Chef,",
            "to-2015",
        ),
    ],
)
def test_every_era_gives_the_same_person(given, head, row, era):
    export = given(head + row)

    (person,) = export.people.itertuples()
    assert export.era == era
    assert (person.first_name, person.last_name) == ("Ana", "Ruiz")
    assert (person.company, person.position) == ("Acme", "Chef")
    assert pd.isna(person.connected_on) == (era == "to-2015")


def test_the_outlook_form_of_59_columns_is_read(given):
    cells = dict.fromkeys(columns.OUTLOOK, "")
    cells |= {"First Name": "Ana", "Last Name": "Ruiz", "Company": "Acme", "Job Title": "Chef"}
    head, row = (",".join(f'"{text}"' for text in line) for line in (cells, cells.values()))

    export = given(f"{head}\n{row}\n")

    assert len(columns.OUTLOOK) == 59
    assert export.era == "to-2015"
    assert list(export.people["position"]) == ["Chef"]
    assert list(export.connections["status"]) == ["read"]


def test_every_row_has_a_status_and_its_reason(given):
    export = given(
        connections(
            f"Ana,Ruiz,{url('ana-ruiz')},,Acme,Chef,08 Feb 2026",  # line 5
            ",,,,,,07 Jun 2026",
            "Ana,Ruiz,www.linkedin.com/in/ANA-Ruiz/?trk=x,,Acme,Chef,08 Feb 2026",
            f"Ben,Okafor,{url('ben')},,Acme,Chef,08 floréal 2026",
            f"Cho,Park,{url('cho')},,Acme,Chef,31 Feb 2026",
            f"Dan,Lee,{url('dan')},,Acme",
            f"Eve,Moss,{url('eve')},,Acme, Inc.,Chef,01 Mar 2026",
        )
    )

    assert list(export.connections["line"]) == [5, 6, 7, 8, 9, 10, 11]
    assert list(export.connections["status"]) == [
        "read",
        "hidden",
        "duplicate",
        *["unreadable"] * 4,
    ]
    assert list(export.people["first_name"]) == ["Ana", "Ben", "Cho", "Dan", "Eve"]
    assert export.connections["connected_on"].iloc[6] == pd.Timestamp("2026-03-01")
    reasons = export.account.remarks.set_index("line")["reason"]
    assert "line 5" in reasons[7]
    assert "08 floréal 2026" in reasons[8]
    assert reasons[10] == "it has 5 fields, and the header has 7"
    assert reasons[11] == "it has 8 fields, and the header has 7"
    counts = export.account.counts.iloc[0]
    assert counts["rows"] == counts["read"] + counts["hidden"] + counts["duplicate"] + 4 == 7


def test_names_with_commas_emoji_and_spaces_survive_and_undefined_is_nothing(given):
    export = given(
        connections(
            f'Vera,"Lind, PhD, MBA",{url("vera")},,Acme,"Head, Data",08 Feb 2026',
            f"🌱 Tom ,Reed,{url('tom')},,undefined,undefined,08 Feb 2026",
            f'Ana "Annie",Ruiz,{url("ana")},,Acme,Chef,08 Feb 2026',
        )
    )

    people = export.people
    assert list(people["last_name"]) == ["Lind, PhD, MBA", "Reed", "Ruiz"]
    assert list(people["first_name"]) == ["Vera", "🌱 Tom", 'Ana "Annie"']
    assert list(people["company"]) == ["Acme", "", "Acme"]


def test_an_open_quotation_mark_swallows_no_neighbor(given):
    export = given(
        connections(
            f'"Ana,Ruiz,{url("ana")},,Acme,Chef,08 Feb 2026',
            f"Ben,Okafor,{url('ben')},,Acme,Chef,09 Feb 2026",
            f'Cho,"Park,{url("cho")},,Acme,Chef,10 Feb 2026',
            f"Dan,Lee,{url('dan')},,Acme,Chef,11 Feb 2026",
        )
    )

    assert list(export.connections["line"]) == [5, 6, 7, 8]
    assert list(export.connections["slug"])[1::2] == ["ben", "dan"]
    assert (export.connections["status"] == "unreadable").sum() == 2


def test_what_excel_leaves_is_read(given):
    export = given(
        b"\xef\xbb\xbfNotes:;;;;;;\r\n"
        b'"When exporting, you may notice";;;;;;\r\n'
        b";;;;;;\r\n"
        b"First Name;Last Name;URL;Email Address;Company;Position;Connected On\r\n"
        b'Ana;Ruiz;https://www.linkedin.com/in/ana;;"Acme; Sons";Chef;4-Apr-21\r\n'
    )

    (person,) = export.people.itertuples()
    assert export.era == "since-2023"
    assert person.company == "Acme; Sons"
    assert person.connected_on == pd.Timestamp("2021-04-04")


def test_latin_1_leftovers_are_read_beside_utf_8(given):
    export = given(
        connections().encode()
        + "Zoé,Ruiz,,,Acme,Chef,08 Feb 2026\n".encode()
        + "José,Núñez,,,Acme,Chef,08 Feb 2026\n".encode("latin-1")
    )

    assert list(export.people["first_name"]) == ["Zoé", "José"]


def test_a_file_in_utf_16_with_tabs_is_read(given):
    export = given(
        (OLD_HEADER + "Zoé,Ruiz,,Acme,Chef,08 Feb 2026").replace(",", "\t").encode("utf-16")
    )

    assert list(export.people["first_name"]) == ["Zoé"]


def test_without_addresses_only_a_row_that_says_all_the_same_is_a_duplicate(given):
    export = given(
        OLD_HEADER
        + "Ana,Ruiz,,Acme,Chef,08 Feb 2020\n"
        + "Ana,Ruiz,,Acme,Chef,08 Feb 2020\n"
        + "Ana,Ruiz,,Acme,Chef,09 Feb 2020\n"
    )

    assert list(export.connections["status"]) == ["read", "duplicate", "read"]


@pytest.mark.parametrize("width", columns.MESSAGES)
@pytest.mark.parametrize("quoted", [False, True])
def test_messages_of_every_width_are_read(tmp_path, width, quoted):
    head = columns.MESSAGES[width]
    cells = {
        "CONVERSATION ID": "c1",
        "FROM": "Nadia Ferro",
        "SENDER PROFILE URL": url("nadia-ferro"),
        "TO": "Ana Ruiz",
        "RECIPIENT PROFILE URLS": url("ana-ruiz"),
        "DATE": "2019-11-06T02:08:20" if width == 7 else "2019-11-06 02:08:20 UTC",
        "CONTENT": 'Dear Ana,\n\nyou said "yes"',
        "FOLDER": "INBOX",
        "IS MESSAGE DRAFT": "No",
    }
    texts = [cells.get(column, "").replace('"', '""') for column in head]
    marked = [f'"{text}"' if quoted or "\n" in text else text for text in texts]
    names = [f'"{name}"' if quoted else name for name in head]
    text = f"{','.join(names)}\n{','.join(marked)}\n"

    export = read(
        zipped(tmp_path / "x.zip", {"Connections.csv": connections(), "messages.csv": text})
    )

    (found,) = export.messages.itertuples()
    assert found.content == 'Dear Ana,\n\nyou said "yes"'
    assert found.sent_at == pd.Timestamp("2019-11-06 02:08:20", tz="UTC")
    assert found.sender_slug == ("" if width == 7 else "nadia-ferro")
    assert found.recipient_slugs == ("ana-ruiz" if width >= 10 else "")
    assert found.conversation == ("ana ruiz + nadia ferro" if width == 7 else "c1")
    assert len(export.message_columns) == width


def test_message_flags_and_missing_senders_are_seen_and_a_bad_date_is_reported(tmp_path):
    text = messages(
        message("c1", NADIA, ANA, "2025-06-01 14:03:22", draft="Yes"),
        message("c2", ("Tarn Ads", ""), NADIA, "2025-06-01 14:03:22"),
        message("c3", ANA, NADIA, "yesterday"),
    )
    path = zipped(tmp_path / "x.zip", {"Connections.csv": connections(), "messages.csv": text})

    export = read(path)

    assert list(export.messages["draft"]) == [True, False, False]
    assert list(export.messages["no_sender"]) == [False, True, False]
    (remark,) = export.account.remarks.itertuples()
    assert (remark.file, remark.line, remark.status) == ("messages.csv", 4, "unreadable")


@pytest.mark.parametrize("never", ["0000-03-15 10:20:30", "0000-3-15 10:20:30", "yesterday"])
def test_a_moment_that_never_was_is_unread_and_counted_among_all(tmp_path, never):
    text = messages(
        message("c1", NADIA, ANA, "2025-06-01 14:03:22"),
        message("c1", ANA, NADIA, "2025-6-1 14:03:22"),
        message("c1", ANA, NADIA, never),
    )
    path = zipped(tmp_path / "x.zip", {"Connections.csv": connections(), "messages.csv": text})

    export = read(path)

    assert export.messages["sent_at"].isna().tolist() == [False, False, True]
    told = [one for one in export.account.said_of_dates if "could not be read" in one]
    assert told == [
        f"1 of 3 dates in messages.csv could not be read, such as “{never} UTC” in line 4."
    ]


def test_files_are_found_by_any_spelling_of_their_names(tmp_path):
    path = zipped(
        tmp_path / "Basic_LinkedInDataExport_10-03-2026.zip",
        {
            "Basic/connections.csv": connections(f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"),
            "Basic/Invitations_104729.csv": "From,To,Sent At,Message,Direction\n"
            'Nadia Ferro,Ana Ruiz,"1/29/26, 2:37 PM",,OUTGOING\n',
            "Basic/Endorsement Received Info.csv": "Endorsement Date,Skill Name,"
            "Endorser First Name,Endorser Last Name,Endorsement Status\n"
            "2024/02/01 15:02:55 UTC,Cooking,Ana,Ruiz,ACCEPTED\n",
            "Basic/guide_messages.csv": messages(),
            "__MACOSX/Basic/._connections.csv": "shadow",
        },
    )

    export = read(path)

    assert export.made_on == date(2026, 10, 3)
    assert export.invitations["sent_at"].iloc[0] == pd.Timestamp("2026-01-29 14:37")
    assert export.endorsements["direction"].iloc[0] == "RECEIVED"
    assert export.messages.empty
    assert export.message_columns == ()


def test_a_second_file_of_a_kind_and_one_without_its_columns_are_reported(tmp_path):
    path = zipped(
        tmp_path / "x.zip",
        {
            "Connections.csv": connections(),
            "old/Connections.csv": connections(),
            "messages.csv": "nothing of the kind",
        },
    )

    notes = read(path).account.notes

    assert any(note.startswith("old/Connections.csv was left aside") for note in notes)
    assert any(note.startswith("messages.csv was left aside") for note in notes)


def test_zip_folder_and_lone_file_give_the_same_people(tmp_path):
    text = connections(f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026")
    folder = tmp_path / "Complete_LinkedInDataExport_10-03-2026" / "Complete"
    folder.mkdir(parents=True)
    (folder / "Connections.csv").write_text(text, encoding="utf-8")

    for path in (
        zipped(tmp_path / "x.zip", {"Connections.csv": text}),
        folder.parent,
        folder / "Connections.csv",
    ):
        assert list(read(path).people["slug"]) == ["ana"]
    assert read(folder.parent).made_on == date(2026, 10, 3)


def test_an_export_says_what_was_read_and_comes_as_typed_columns(given):
    export = given(connections(f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"))

    assert "1 rows, 1 read" in str(export)
    assert export.connections["connected_on"].dtype == "datetime64[s]"
    assert export.messages["sent_at"].dtype == "datetime64[s, UTC]"
    assert export.messages["draft"].dtype == bool
