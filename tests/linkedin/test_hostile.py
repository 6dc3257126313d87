"""Hostile and broken files: our own error with a next step, bounded memory, nothing written."""

from __future__ import annotations

import struct
import tracemalloc
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkedin.archives import HEADER, NOTES, connections, messages, url, zip_bytes, zipped
from weakties.linkedin import ExportError, read

if TYPE_CHECKING:
    from pathlib import Path

GOOD = connections(f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026")
ANYTIME = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


def refused(path):
    """Return the sentence that a path is refused with."""
    with pytest.raises(ExportError) as error:
        read(path)
    return str(error.value)


def test_a_place_with_nothing_is_refused_with_what_to_do(tmp_path):
    assert "Give the path of the zip" in refused(tmp_path / "no.zip")
    assert "Give the path of the zip" in refused(tmp_path)
    assert "Give the path of the zip" in refused("")
    assert "Give the path of the zip" in refused("nul\0byte")
    assert "Give the path of the zip" in refused(None)
    assert "not an ordinary file" in refused("/dev/zero")


def test_an_empty_file_and_a_text_that_is_no_table_are_refused(tmp_path):
    empty, prose = tmp_path / "empty.zip", tmp_path / "prose.csv"
    empty.touch()
    prose.write_text("Dear diary", encoding="utf-8")

    assert "0 bytes" in refused(empty)
    assert "not LinkedIn's list of connections" in refused(prose)


@pytest.mark.parametrize("kept", [4, 30, 100, -1])
def test_a_cut_off_zip_is_refused(tmp_path, kept):
    path = tmp_path / "cut.zip"
    path.write_bytes(zip_bytes({"Connections.csv": GOOD})[:kept])

    assert "Download your archive again" in refused(path)


def test_a_zip_without_connections_says_how_to_get_them(tmp_path):
    assert "tick Connections" in refused(zipped(tmp_path / "x.zip", {"messages.csv": messages()}))


def test_a_zip_inside_a_zip_is_named_with_what_to_do(tmp_path):
    inner = "Basic_LinkedInDataExport_03-20-2024.zip"
    held = zip_bytes({"Connections.csv": GOOD})

    sentence = refused(zipped(tmp_path / "outer.zip", {f"mail/{inner}": held}))

    assert f"but another zip: “mail/{inner}”" in sentence
    assert "Unpack “outer.zip”, then give the path of the zip that was inside" in sentence
    shadow = refused(zipped(tmp_path / "mac.zip", {"__MACOSX/._x.zip": held}))
    assert "tick Connections" in shadow


def test_many_zips_inside_are_counted(tmp_path):
    sentence = refused(zipped(tmp_path / "x.zip", {f"{at}.zip": b"" for at in range(5)}))

    assert "“0.zip”, “1.zip”, “2.zip” and 2 more" in sentence


def test_a_zip_beside_the_connections_is_left_aside_and_named(tmp_path):
    export = read(zipped(tmp_path / "x.zip", {"Connections.csv": GOOD, "Complete.zip": b""}))

    assert list(export.connections["slug"]) == ["ana"]
    assert export.account.notes[0].startswith("“Complete.zip” was left aside")


@pytest.mark.parametrize(
    "name", ["../Connections.csv", "/etc/Connections.csv", "a\\..\\..\\x.csv", "C:\\x.csv"]
)
def test_a_name_that_leads_out_of_the_folder_is_refused_and_nothing_is_written(tmp_path, name):
    inside = tmp_path / "inside"
    inside.mkdir()

    sentence = refused(zipped(inside / "x.zip", {name: GOOD, "Connections.csv": GOOD}))

    assert "leads out of its folder" in sentence
    assert [path.name for path in tmp_path.rglob("*")] == ["inside", "x.zip"]


def test_a_zip_bomb_is_refused_in_bounded_memory(tmp_path):
    path = tmp_path / "bomb.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("Connections.csv", "w") as file:
        file.write(HEADER.encode())
        for _ in range(200):
            file.write(b"A" * (1 << 20))
    tracemalloc.start()

    sentence = refused(path)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "larger than 32 MB" in sentence
    assert peak < 80 << 20


def test_a_size_that_lies_is_counted_while_reading(tmp_path):
    held = bytearray(zip_bytes({"Connections.csv": GOOD + "\n" + "x" * 1000}))
    at = held.rindex(b"PK\x01\x02")
    held[at + 24 : at + 28] = struct.pack("<I", 5)
    path = tmp_path / "lie.zip"
    path.write_bytes(held)

    assert "Download your archive again" in refused(path)


def test_thousands_of_entries_are_refused(tmp_path):
    path = tmp_path / "many.zip"
    with ZipFile(path, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}", "")

    assert "more than 20,000 files" in refused(path)


def test_a_list_of_entries_that_claims_a_gigabyte_is_not_read_into_memory(tmp_path):
    path = tmp_path / "claims.zip"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 1 << 30, 0, 0)
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.seek(1 << 30)
        file.write(end)

    assert "more than 20,000 files" in refused(path)


def test_a_folder_of_thousands_of_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("weakties.linkedin.archive.loose.MOST_ENTRIES", 3)
    for number in range(4):
        (tmp_path / f"{number}").touch()

    assert "not an export alone" in refused(tmp_path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "Connections.csv"
    outside.write_text(GOOD, encoding="utf-8")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Connections.csv").symlink_to(outside)

    assert "Connections.csv was left aside: it is a link or a device" in refused(folder)


def test_a_locked_zip_says_so(tmp_path):
    held = bytearray(zip_bytes({"Connections.csv": GOOD}))
    held[held.rindex(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "locked.zip"
    path.write_bytes(held)

    assert "password" in refused(path)


def test_one_endless_line_harms_no_other_row(tmp_path):
    path = tmp_path / "Connections.csv"
    endless = "A" * 5_000_000
    path.write_text(
        f"{GOOD}\n{endless}\nBen,Okafor,{url('ben')},,Acme,Chef,09 Feb 2026", encoding="utf-8"
    )

    export = read(path)

    assert list(export.connections["slug"]) == ["ana", "", "ben"]
    assert "too long" in export.account.remarks["reason"].iloc[0]


def test_a_formula_stays_text(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(
        NOTES + HEADER + '"=HYPERLINK(""http://x"")",Ruiz,,,+1+1,@SUM(A1),08 Feb 2026',
        encoding="utf-8",
    )

    (person,) = read(path).people.itertuples()

    assert (person.first_name, person.company) == ('=HYPERLINK("http://x")', "+1+1")


def test_a_thousand_open_quotation_marks_cost_one_row_each(tmp_path):
    path = tmp_path / "Connections.csv"
    rows = "\n".join(f'"Ana{number},x' for number in range(1000))
    path.write_text(
        f"{GOOD}\n{rows}\nBen,Okafor,{url('ben')},,Acme,Chef,09 Feb 2026", encoding="utf-8"
    )

    export = read(path)

    assert len(export.connections) == 1002
    assert list(export.connections["slug"])[-1] == "ben"


def reads_or_refuses(path: Path) -> None:
    try:
        export = read(path)
    except ExportError:
        return
    counts = export.account.counts
    parts = counts[["read", "hidden", "duplicate", "unreadable"]].sum(axis=1)
    assert (counts["rows"] == parts).all()


@ANYTIME
@given(st.binary(max_size=400))
def test_arbitrary_bytes_raise_nothing_but_our_own_error(tmp_path, content):
    path = tmp_path / "Connections.csv"
    for head in (b"", HEADER.encode(), b"PK\x03\x04", "\ufeff".encode("utf-16")):
        path.write_bytes(head + content)
        reads_or_refuses(path)


@ANYTIME
@given(st.text(st.sampled_from('a,;"\n\r\t é🌱\0=%/1-:'), max_size=200), st.binary(max_size=60))
def test_arbitrary_bytes_inside_a_zip_raise_nothing_but_our_own_error(tmp_path, text, tail):
    held = zip_bytes(
        {
            "Connections.csv": (HEADER + text).encode(errors="replace") + tail,
            "messages.csv": (messages() + text).encode(errors="replace") + tail,
            "Invitations.csv": "From,To,Sent At,Message,Direction\n" + text,
            "Profile.csv": "First Name,Last Name,Headline\n" + text,
            "Positions.csv": "Company Name,Title,Started On\n" + text,
            "Endorsement_Given_Info.csv": "Endorsement Date,Skill Name\n" + text,
            "Recommendations_Given.csv": "First Name,Last Name,Text\n" + text,
        }
    )
    path = tmp_path / "x.zip"
    path.write_bytes(held)
    reads_or_refuses(path)
    broken = bytearray(held)
    for at, byte in enumerate(tail):
        broken[(at * 7919 + byte * 31) % len(broken)] ^= byte or 1
    path.write_bytes(broken)
    reads_or_refuses(path)


def test_a_carriage_return_inside_a_line_ends_no_row(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_bytes(connections(f"An\ra,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026").encode())

    assert list(read(path).people["first_name"]) == ["An a"]


def test_lines_that_end_as_on_an_old_mac_are_read(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_bytes(GOOD.replace("\n", "\r").encode())

    assert list(read(path).people["slug"]) == ["ana"]


def test_a_file_made_to_be_read_again_and_again_is_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr("weakties.linkedin.csvfile.rows._PATIENCE", 500)
    path = tmp_path / "Connections.csv"
    knots = "\n".join('a"b,"c' for _ in range(300))
    path.write_text(
        f"{GOOD}\n{knots}\nBen,Okafor,{url('ben')},,Acme,Chef,09 Feb 2026", encoding="utf-8"
    )

    assert list(read(path).connections["slug"])[-1] == "ben"
    assert len(read(path).connections) == 302


def test_more_rows_than_any_list_of_connections_are_refused(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(HEADER + "a,b,c\n" * 100_300, encoding="utf-8")

    assert "more than 100,000 rows" in refused(path)
