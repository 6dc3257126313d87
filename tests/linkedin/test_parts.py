"""An export that came in two mails is read as one: of each kind of file the newest."""

from __future__ import annotations

import pytest

from linkedin.archives import PROFILE, connections, message, messages, zipped
from weakties.linkedin import ExportError, mirror, read

ANN, BO = (f"{name},Doe,https://www.linkedin.com/in/{name},,Acme,Chef,01 Mar 2024" for name in "ab")
ME, THEM = ("Me Doe", "me"), ("a Doe", "a")
WROTE = messages(message("1", ME, THEM, "2025-01-01 10:00:00"))


@pytest.fixture
def quick(tmp_path):
    return zipped(
        tmp_path / "Basic_LinkedInDataExport_10-01-2026.zip",
        {"Connections.csv": connections(ANN), "Profile.csv": PROFILE + "Me,Doe,,,,,,,,,,,"},
    )


def whole(folder, day="10-02-2026", owner="Me", rows=(ANN, BO)):
    files = {"messages.csv": WROTE, "Profile.csv": PROFILE + f"{owner},Doe,,,,,,,,,,,"}
    if rows:
        files["Connections.csv"] = connections(*rows)
    return zipped(folder / f"Complete_LinkedInDataExport_{day}.zip", files)


@pytest.mark.parametrize("turned", [False, True])
def test_the_newest_file_of_each_kind_counts_in_whatever_order_they_are_given(
    quick, tmp_path, turned
):
    parts = [quick, whole(tmp_path)]

    export = read(*(reversed(parts) if turned else parts))

    assert len(export.people) == 2
    assert len(export.messages) == 1
    assert str(export.made_on) == "2026-10-02"
    aside = [note for note in export.account.notes if "left aside" in note]
    newer = "Complete_LinkedInDataExport_10-02-2026.zip"
    said = f"Connections.csv of “{quick.name}” was left aside: the one in “{newer}” is newer."
    assert said in aside


def test_a_part_without_connections_adds_what_it_has(quick, tmp_path):
    report = mirror(quick, whole(tmp_path, rows=()))

    assert report.json()["connections"]["people"] == 1
    assert report.json()["messages"]["threads"] == 1


def test_parts_of_two_people_are_refused(quick, tmp_path):
    with pytest.raises(ExportError, match="exports of two people"):
        read(quick, whole(tmp_path, owner="Somebody"))


def test_parts_that_hold_no_connections_at_all_are_refused_by_name(tmp_path):
    (tmp_path / "other").mkdir()
    first = whole(tmp_path, rows=())
    second = whole(tmp_path / "other", day="10-03-2026", rows=())

    with pytest.raises(
        ExportError, match=rf"No Connections.csv is in “{first.name} and {second.name}”"
    ):
        read(first, second)
