"""Dates that a spreadsheet rewrote: read where the file leaves one reading, else said and counted."""

from __future__ import annotations

import pandas as pd
import pytest

from linkedin.archives import HEADER, MESSAGES, connections, url, zipped
from weakties.linkedin import ExportError, read
from weakties.linkedin.report import mirror_of
from weakties.linkedin.sample import write_sample

DOUBTFUL = ("1/5/2024", "5/5/2024", "3/4/2024")
INVITATIONS = "From,To,Sent At,Message,Direction\n"


@pytest.fixture
def connected(tmp_path):
    """Read a Connections.csv with these dates."""

    def reading(*days, order=None):
        path = tmp_path / "Connections.csv"
        rows = [f"Ana{at},Ruiz,{url(f'ana-{at}')},,Acme,Chef,{day}" for at, day in enumerate(days)]
        path.write_text(HEADER + "\n".join(rows), encoding="utf-8")
        return read(path, dates=order)

    return reading


def days(export):
    return [None if pd.isna(day) else f"{day:%Y-%m-%d}" for day in export.connections.connected_on]


@pytest.mark.parametrize(
    "written",
    [
        ("01/15/2024", "03/05/2024", "12/30/2023"),
        ("15.01.2024", "05.03.2024", "30.12.2023"),
        ("15. Jan 24", "05. Mrz 24", "30. Dez 23"),
        ("15 janv. 2024", "05 mars 2024", "30 déc. 2023"),
        ("2024-01-15 00:00:00", "2024-03-05 00:00:00", "2023-12-30 00:00:00"),
        ("45306", "45356", "45290"),
        ("15/01/2024", "5 March 2024", "2023年12月30日"),
    ],
)
def test_what_leaves_one_reading_is_read(connected, written):
    export = connected(*(f'"{text}"' for text in written))

    assert days(export) == ["2024-01-15", "2024-03-05", "2023-12-30"]
    assert list(export.connections["status"]) == ["read"] * 3


def test_what_leaves_two_is_not_read_counted_and_said_with_the_option(connected):
    export = connected(*DOUBTFUL)

    assert days(export) == [None, "2024-05-05", None]
    assert list(export.connections["status"]) == ["unreadable", "read", "unreadable"]
    (sentence,) = export.account.dates["connections"]
    assert "2 of 3 dates in Connections.csv" in sentence
    assert "--dates day-first or --dates month-first" in sentence
    assert sentence in str(export)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("day-first", ["2024-05-01", "2024-05-05", "2024-04-03"]),
        ("month-first", ["2024-01-05", "2024-05-05", "2024-03-04"]),
    ],
)
def test_with_the_option_it_is_read(connected, order, expected):
    export = connected(*DOUBTFUL, order=order)

    assert days(export) == expected
    assert list(export.connections["status"]) == ["read"] * 3


def test_another_order_than_the_two_is_refused(connected):
    with pytest.raises(ExportError, match="“day-first” or “month-first”"):
        connected(*DOUBTFUL, order="year-first")


def test_the_report_says_what_kept_it_from_reading_dates_and_asks_for_no_new_export(connected):
    doubtful, none = connected("1/5/2024", "3/4/2024"), connected("soon", "later", "1/15/24")
    growth, *_ = mirror_of(doubtful).sections
    assert growth.words == doubtful.account.dates["connections"]
    assert "Request a new export" not in growth.next_step
    assert "Two readings" in str(mirror_of(doubtful))
    assert "2 of 3 dates in Connections.csv could not be read" in str(mirror_of(none))
    assert "without 2 people whose date was not read" in " ".join(str(mirror_of(none)).split())


def test_a_file_without_dates_is_still_told_to_have_none(connected):
    assert "holds no dates of connections" in str(mirror_of(connected("", "")))


def test_each_file_of_an_archive_decides_for_itself(tmp_path):
    path = zipped(
        tmp_path / "x.zip",
        {
            "Connections.csv": connections(f"Ana,Ruiz,{url('ana')},,Acme,Chef,1/5/2024"),
            "Invitations.csv": INVITATIONS
            + 'Nadia Ferro,Ana Ruiz,"1/5/26, 2:37 PM",,OUTGOING\n'
            + "Nadia Ferro,Ben Okafor,Mar 25 2023 10:15 AM,,OUTGOING\n",
            "messages.csv": MESSAGES
            + "c1,,Ana,,Nadia,,16/02/2024 10:15,,Hello,INBOX,,No,No\n"
            + "c1,,Ana,,Nadia,,2024-02-17 10:15:00 UTC,,Hello,INBOX,,No,No\n"
            + "c1,,Ana,,Nadia,,1/5/2024 10:15,,Hello,INBOX,,No,No\n"
            + "c1,,Ana,,Nadia,,,,Hello,INBOX,,No,No\n",
        },
    )

    export = read(path)

    assert days(export) == [None]
    assert [f"{moment}" for moment in export.invitations["sent_at"]] == [
        "2026-01-05 14:37:00",
        "2023-03-25 10:15:00",
    ]
    assert [f"{moment:%m-%d %H:%M}" for moment in export.messages["sent_at"][:3]] == [
        "02-16 10:15",
        "02-17 10:15",
        "05-01 10:15",
    ]
    assert export.account.remarks.set_index("file")["reason"]["messages.csv"] == "it has no date"
    assert list(export.account.dates) == ["connections", "messages"]
    assert days(read(path, dates="day-first")) == ["2024-05-01"]


def test_nothing_is_said_of_an_export_as_linkedin_or_excel_writes_it(tmp_path):
    for excel in (False, True):
        path = tmp_path / f"{excel}.zip"
        write_sample(path, excel=excel)
        assert read(path).account.dates == {}
