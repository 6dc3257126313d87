"""Archives made to fill a machine or to steer a terminal: refused early, and shown harmlessly."""

from __future__ import annotations

import tracemalloc
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

import pytest

from linkedin.archives import connections, messages, url, zipped
from weakties.cli.printed import harmless
from weakties.linkedin import ExportError, read

ANA = f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"
STEERING = "a\x1b]0;owned\x07\x1b[2J\x9b/"


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_a_method_that_linkedin_does_not_use_is_refused_before_it_expands(tmp_path, method):
    with ZipFile(tmp_path / "x.zip", "w", method) as archive:
        archive.writestr("Connections.csv", connections(ANA) + "\n" * (24 << 20))
    tracemalloc.start()
    try:
        with pytest.raises(ExportError, match="packed in a way that LinkedIn does not use"):
            read(tmp_path / "x.zip")
        assert tracemalloc.get_traced_memory()[1] < 12 << 20
    finally:
        tracemalloc.stop()


def test_blank_lines_without_end_are_refused_before_they_are_read(tmp_path):
    files = {"Connections.csv": connections(ANA), "messages.csv": messages() + "\n" * 4_000_001}

    with pytest.raises(ExportError, match=r"messages\.csv” has more than 4,000,000 lines"):
        read(zipped(tmp_path / "x.zip", files))


def test_names_inside_an_archive_are_shown_without_signs_that_steer(tmp_path):
    twice = {
        f"{STEERING}Connections.csv": connections(ANA),
        f"{STEERING}a/Connections.csv": connections(ANA),
        f"{STEERING}Profile.csv": "no,such,columns",
    }
    export = read(zipped(tmp_path / "x.zip", twice))
    with pytest.raises(ExportError) as refused:
        read(zipped(tmp_path / "y.zip", {f"{STEERING}Connections.csv": "Dear diary"}))

    assert len(export.account.notes) == 2
    for said in (str(export), str(refused.value)):
        assert "owned" in said
        assert harmless(said) == said


def test_what_is_printed_keeps_its_lines_and_loses_what_steers():
    assert harmless("Zoé\n\tx\x1b[2J\x9b\r") == "Zoé\n\tx\ufffd[2J\ufffd\ufffd"


def test_of_a_list_and_its_copy_the_list_is_read(tmp_path):
    copy = connections(ANA.replace("Ana", "Old"))
    files = {"Connections (1).csv": copy, "Connections.csv": connections(ANA)}

    export = read(zipped(tmp_path / "x.zip", files))

    assert list(export.people["first_name"]) == ["Ana"]
    assert export.account.notes == ("Connections (1).csv was left aside: Connections.csv is read.",)


def test_a_workbook_is_named_for_what_it_is(tmp_path):
    new = zipped(tmp_path / "x.xlsx", {"xl/workbook.xml": "<workbook/>"})
    old = tmp_path / "x.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    for path in (new, old):
        with pytest.raises(ExportError, match="Excel workbook"):
            read(path)
