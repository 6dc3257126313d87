"""Two exports of different people, the same twice, and the wrong order are noticed and said."""

from __future__ import annotations

import pytest

from linkedin.archives import connections, message, url, zipped
from linkedin.compare.pairs import NADIA, NEW, OLD, ROWS, TALKS, export, then_and_now
from weakties.linkedin import ExportError, changes
from weakties.linkedin.sample import write_sample

FOUR = [ROWS[who] for who in ("ana", "ben", "cho", "dan")]


def test_the_wrong_order_is_said(tmp_path):
    old, new = then_and_now(tmp_path)

    with pytest.raises(ExportError, match="other way round"):
        changes(old, since=new)


def test_a_name_that_lies_about_its_day_is_found_out_by_the_rows(tmp_path):
    old = export(tmp_path / OLD, *FOUR, ROWS["eve"], talks=TALKS)
    new = export(tmp_path / "Basic_LinkedInDataExport_07-30-2026.zip", *FOUR, talks=TALKS)

    with pytest.raises(ExportError, match="2026-08-11"):
        changes(new, since=old)


def test_the_same_export_twice_is_said(tmp_path):
    old, _ = then_and_now(tmp_path)
    again = tmp_path / NEW
    again.write_bytes(old.read_bytes())

    with pytest.raises(ExportError, match="hold the same rows"):
        changes(again, since=old)


def test_two_people_are_told_apart_by_owner_and_people(tmp_path):
    old, _ = then_and_now(tmp_path)
    strangers = [f"P{n},Q,{url(f'p{n}')},,X,Y,05 May 2021" for n in range(8)]

    with pytest.raises(ExportError, match="Nadia Ferro's") as said:
        changes(export(tmp_path / NEW, *strangers, ROWS["ana"], owner="Omar,Diaz"), since=old)

    assert "Omar Diaz's" in str(said.value)
    assert "They have 1 person in common, of 9 and 4" in str(said.value)


def test_nobody_is_tied_to_oneself_however_much_two_colleagues_share(tmp_path):
    ana = ("Ana Ruiz", "ana")
    hers = (message("x", ana, NADIA, "2026-08-08 10:00:00"),)
    old = export(tmp_path / OLD, *FOUR, talks=TALKS)
    nadia = f"Nadia,Ferro,{url('nadia-ferro')},,Acme,Chef,08 Feb 2020"
    new = export(tmp_path / NEW, nadia, *FOUR[1:], talks=hers, owner="Ana,Ruiz")

    with pytest.raises(ExportError, match="two people"):
        changes(new, since=old)


def test_without_profile_the_people_in_common_decide(tmp_path):
    old = export(tmp_path / OLD, *FOUR, owner="")
    strangers = [f"P{n},Q,{url(f'p{n}')},,X,Y,05 May 2021" for n in range(8)]

    assert changes(export(tmp_path / NEW, *FOUR[1:], owner=""), since=old)
    (tmp_path / "hers").mkdir()
    with pytest.raises(ExportError, match="two people"):
        changes(export(tmp_path / "hers" / NEW, *strangers, owner=""), since=old)


def test_somebody_who_changed_the_name_is_still_one_person_and_it_is_said(tmp_path):
    old = export(tmp_path / OLD, *FOUR)
    new = export(tmp_path / NEW, *FOUR[1:], owner="Nadia,Moss")

    said = " ".join(str(changes(new, since=old)).split())
    assert "names Nadia Ferro then and Nadia Moss now" in said


def test_a_purge_does_not_make_another_person(tmp_path):
    old = export(tmp_path / OLD, *FOUR, talks=TALKS)
    new = export(tmp_path / NEW, FOUR[0], talks=TALKS)

    assert changes(new, since=old).json()["people"]["went"] == 3


def test_two_archives_of_one_day_are_compared_and_said_to_be_of_one_day(tmp_path):
    (tmp_path / "a").mkdir()
    old = export(tmp_path / "a" / OLD, *FOUR)
    new = export(tmp_path / OLD, *FOUR[1:])

    assert "Both are of one day" in " ".join(str(changes(new, since=old)).split())


def test_exports_without_any_day_are_compared_and_the_order_is_said_to_be_unknown(tmp_path):
    form = "First Name,Last Name,Email Address\nAna,Ruiz,\nBen,Okafor,\n"
    old = zipped(tmp_path / "old.zip", {"Connections.csv": form})
    new = zipped(tmp_path / "new.zip", {"Connections.csv": form + "Cho,Park,\n"})

    report = changes(new, since=old)

    assert report.json()["people"]["came"] == 1
    assert report.json()["since"] is None
    assert "newer can't be told" in " ".join(str(report).split())


def test_an_export_of_nobody_compares(tmp_path):
    old = zipped(tmp_path / OLD, {"Connections.csv": connections()})
    new = export(tmp_path / NEW, *FOUR)

    assert changes(new, since=old).json()["people"] == {
        "came": 4,
        "went": 0,
        "stayed": 0,
        "reappeared": 4,
        "may_have_hidden": 0,
    }


def test_two_forms_of_one_export_are_matched_by_name_and_day(tmp_path):
    old, new = tmp_path / "a" / OLD, tmp_path / "b" / "Basic_LinkedInDataExport_10-03-2026.zip"
    old.parent.mkdir()
    new.parent.mkdir()
    write_sample(old.with_name("Basic_LinkedInDataExport_10-03-2026.zip"), era="to-2021")
    write_sample(new)

    found = changes(new, since=old.with_name("Basic_LinkedInDataExport_10-03-2026.zip"))

    assert found.json()["people"]["stayed"] == len(found.comparison.new.people)
    assert "have different forms" in " ".join(str(found).split())
