"""Feedback in an archive: each page under the name by which a platform finds its learner."""

from __future__ import annotations

import zipfile

import pytest

from weakties.grading.report.entries import Learner
from weakties.pages.file import NotWritten
from weakties.teaching.returning.archive import (
    Entry,
    NotAnArchive,
    entries_in,
    entry_of,
    name_like,
    write_archive,
)

ADA = Learner("al815", "Ada", "Lovelace")


def test_a_learners_file_is_found_by_its_content_whatever_its_name():
    entries = [Entry("x_1_2_photo.ipynb", "one"), Entry("y_3_4_photo.ipynb", "two")]
    assert entry_of(ADA, ["two"], entries) == entries[1]


@pytest.mark.parametrize(
    "name",
    [
        "Ada Lovelace_71_assignsubmission_file/photo.ipynb",
        "lovelaceada_12_345_photo.ipynb",
        "al815/photo.ipynb",
    ],
)
def test_where_content_does_not_tell_learners_apart_their_name_does(name):
    others = [Entry("Bo Byron_72_assignsubmission_file/photo.ipynb", "blank"), Entry(name, "blank")]
    assert entry_of(ADA, ["blank"], others) == others[1]
    assert entry_of(ADA, ["mended since"], others) == others[1]


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [Entry("bo/photo.ipynb", "other")],
        [Entry("ada one/photo.ipynb", "same"), Entry("ada two/photo.ipynb", "same")],
        [Entry("Adam Lovelacey_7_assignsubmission_file/photo.ipynb", "other")],
    ],
)
def test_nobodys_page_goes_to_a_person_who_is_not_certain(entries):
    assert entry_of(ADA, ["same"], entries) is None


def test_the_number_of_a_moodle_participant_is_kept_from_a_folder_within():
    entry = Entry("all/Ada L_71_assignsubmission_file/mine/photo.ipynb", "")
    assert name_like(entry, "p.html") == "all/Ada L_71_assignsubmission_file/p.html"


def test_an_archive_of_ours_is_replaced_and_any_other_left(tmp_path):
    page, place = tmp_path / "page.html", tmp_path / "back.zip"
    page.write_text("one", encoding="utf-8")
    write_archive({"ann/page.html": page}, place)
    page.write_text("two", encoding="utf-8")
    write_archive({"ann/page.html": page}, place)
    with zipfile.ZipFile(place) as made:
        assert made.read("ann/page.html") == b"two"
    theirs = tmp_path / "submissions.zip"
    with zipfile.ZipFile(theirs, "w") as archive:
        archive.writestr("ann/photo.ipynb", "{}")
    before = theirs.read_bytes()
    with pytest.raises(NotWritten, match="left as it is"):
        write_archive({"ann/page.html": page}, theirs)
    assert theirs.read_bytes() == before


def test_what_is_no_archive_is_said(tmp_path):
    path = tmp_path / "submissions.zip"
    path.write_text("no archive", encoding="utf-8")
    with pytest.raises(NotAnArchive, match="as you downloaded it"):
        entries_in(path)
