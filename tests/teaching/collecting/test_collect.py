"""What comes from each platform lies in the right folders, with its time, and nothing is lost."""

from __future__ import annotations

import mailbox
import zipfile
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from teaching.collecting.given import course_at, hand_in, mail, notebook, zipped
from weakties.cli import app
from weakties.teaching.collecting.kept import versions


@pytest.fixture
def course(tmp_path):
    return course_at(tmp_path / "course")


def collected(course, *sources, code=0):
    words = ["teach", "collect", "photo", *map(str, sources), "--course", str(course)]
    ran = CliRunner().invoke(app, words)
    assert ran.exit_code == code, ran.output
    return ran.output


def submitted(course):
    """Return what will be graded: the words that tell it, and its time."""
    found = {}
    for place in sorted(course.glob("submitted/*/photo")):
        data = (place / "photo.ipynb").read_bytes()
        words = next(one for one in WORDS if notebook(one) == data)
        time = place / "timestamp.txt"
        found[place.parent.name] = (words, time.read_text()[:16] if time.is_file() else None)
    return found


WORDS = ("by ada", "by jose", "by jm", "by sam", "later")


def written(place, data):
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


PLATFORMS = {
    "moodle's folders": {
        "Ada Lovelace_71_assignsubmission_file_/photo.ipynb": "by ada",
        "José Núñez Ørsted_9_assignsubmission_file/my work/photo.ipynb": "by jose",
        "Gruppe A-Jörg Müller_8_assignsubmission_file_/photo.ipynb": "by jm",
        "Jörg Müller_8_assignsubmission_onlinetext_/onlinetext.html": "no notebook",
    },
    "moodle, flat": {
        "Ada Lovelace_7_assignsubmission_file_photo.ipynb": "by ada",
        "Nunez Orsted Jose_9_assignsubmission_file_photo.ipynb": "by jose",
        "Teilnehmer in_73_assignsubmission_file_photo (2).ipynb": "by jm",
    },
    "canvas": {
        "lovelaceada_1_900_photo.ipynb": "by ada",
        "nunezorstedjose_2_901_photo-1.ipynb": "by jose",
        "LATE_73_902_photo.ipynb": "by jm",
    },
    "google classroom": {
        "Ada Lovelace - photo.ipynb": "by ada",
        "José Núñez Ørsted - photo.ipynb": "by jose",
        "Jorg Muller - photo (1).ipynb": "by jm",
    },
    "a plain folder": {
        "ada/photo/photo.ipynb": "by ada",
        "week 1/jose@example.org/photo.ipynb": "by jose",
        "Müller Jörg.ipynb": "by jm",
    },
}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_an_archive_of_a_platform_is_taken_in_and_so_is_it_unpacked(platform, course, tmp_path):
    files = {name: notebook(words) for name, words in PLATFORMS[platform].items()}
    archive = written(tmp_path / "all.zip", zipped(files))
    everybody = {"ada": ("by ada", None), "jose": ("by jose", None), "jm": ("by jm", None)}
    collected(course, archive)
    assert submitted(course) == everybody
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "unpacked")
    again = course_at(tmp_path / "again")
    collected(again, tmp_path / "unpacked")
    assert submitted(again) == everybody


def test_brightspace_tells_times_in_the_zone_of_the_class(course, tmp_path):
    name = "12345-67890 - Ada Lovelace- Mar 1, 2027 113 PM"
    said = collected(
        course, written(tmp_path / name / "photo.ipynb", notebook("by ada")).parents[1]
    )
    assert submitted(course) == {"ada": ("by ada", "2027-03-01 12:13")}
    assert "ada: 2027-03-01 12:13 UTC, late by 1 h 13 min" in said


def test_canvas_says_who_came_late_where_no_time_is_known(course, tmp_path):
    late = {"lovelaceada_LATE_1_900_photo.ipynb": notebook("by ada")}
    said = collected(course, written(tmp_path / "all.zip", zipped(late)))
    assert "ada: no time, late as the platform says" in said


def test_mails_count_from_when_they_arrived_and_an_extension_holds(course, tmp_path):
    box = mailbox.mbox(tmp_path / "class.mbox")
    early, late = "Mon, 01 Mar 2027 08:00:00 +0000", "Mon, 01 Mar 2027 13:00:00 +0100"
    box.add(mail("A <ada@example.org>", early, {"photo.ipynb": notebook("by ada")}, late))
    box.add(mail('"Jörg" <mueller@example.org>', late, {"hand-in.zip": hand_in("by jm")}))
    box.add(mail("ada@example.org", early, {"notes.pdf": b"%PDF"}))
    box.close()
    said = collected(course, tmp_path / "class.mbox")
    assert submitted(course) == {
        "ada": ("by ada", "2027-03-01 12:00"),
        "jm": ("by jm", "2027-03-01 12:00"),
    }
    assert "ada: 2027-03-01 12:00 UTC, late by 1 h 0 min" in said
    assert "jm: 2027-03-01 12:00 UTC, taken" in said


def test_an_exchange_is_read_by_its_names_and_a_wrong_owner_is_told(course, tmp_path):
    inbound = tmp_path / "inbound"
    for stamp, words in (("10:00:00.000000", "by ada"), ("10:30:00.000000", "later")):
        place = inbound / f"ada+photo+2027-03-01 {stamp} UTC+se_cret"
        written(place / "photo.ipynb", notebook(words))
    written(inbound / "ada+quality+2027-03-01 10:00:00.000000 UTC+x" / "a.ipynb", b"{}")
    said = collected(course, inbound)
    assert submitted(course) == {"ada": ("later", "2027-03-01 10:30")}
    assert len(versions(course, "photo", "ada")) == 2
    assert "says that it is ada's, and is owned by" in said


def test_hand_in_zips_bring_their_own_time_and_the_name_that_a_learner_gave(course, tmp_path):
    folder = tmp_path / "stick"
    written(folder / "photo-hand-in-1.zip", hand_in("by ada", who="Ada Lovelace"))
    written(folder / "photo-hand-in-2.zip", hand_in("by jm", who="jm", made="broken"))
    written(folder / "other.zip", hand_in("by ada", who="ada", unit="quality"))
    said = collected(course, folder)
    assert submitted(course) == {"ada": ("by ada", "2027-03-01 09:00"), "jm": ("by jm", None)}
    assert "by their own clock" in said
    assert "other.zip is a hand-in of quality" in said
    one = written(tmp_path / "single.zip", hand_in("later", who="ada", made="2027-03-01T10:00:00Z"))
    collected(course, one)
    assert submitted(course)["ada"] == ("later", "2027-03-01 10:00")


def test_a_learner_who_comes_twice_loses_nothing_and_the_last_counts(course, tmp_path):
    by_hand = course / "submitted" / "ada" / "photo"
    written(by_hand / "photo.ipynb", notebook("by sam"))
    for number, (words, made) in enumerate(
        [("later", "2027-03-01T10:00:00Z"), ("by ada", "2027-03-01T09:00:00Z")]
    ):
        source = written(tmp_path / f"{number}.zip", hand_in(words, who="ada", made=made))
        said = collected(course, source)
    assert "kept; a later version counts" in said
    assert "known already" in collected(course, source)
    assert submitted(course)["ada"] == ("later", "2027-03-01 10:00")
    kept = [one.files["photo.ipynb"] for one in versions(course, "photo", "ada")]
    assert sorted(kept) == sorted(notebook(one) for one in ("by sam", "later", "by ada"))


def test_two_of_one_name_are_asked_about_once(course, tmp_path):
    files = {"Sam Lee_1_assignsubmission_file/photo.ipynb": notebook("by sam")}
    archive = written(tmp_path / "all.zip", zipped(files))
    said = collected(course, archive, code=1)
    assert "could be sam1 (Sam Lee) or sam2 (Sam Lee)" in said
    assert submitted(course) == {}
    who = course / "who-is-who.csv"
    rows = who.read_text(encoding="utf-8")
    assert rows == "handed_in_as,learner\nSam Lee_1_assignsubmission_file,\n"
    who.write_text(rows.replace("file,", "file,sam2"), encoding="utf-8")
    collected(course, archive)
    assert submitted(course) == {"sam2": ("by sam", None)}


def test_a_dry_run_says_the_same_and_writes_nothing(course, tmp_path):
    files = {"Ada Lovelace - photo.ipynb": notebook("by ada"), "Who - photo.ipynb": notebook("?")}
    archive = written(tmp_path / "all.zip", zipped(files))
    before = sorted(course.rglob("*"))
    said = collected(course, archive, "--dry-run", code=1)
    assert "ada: no time, taken" in said
    assert "Who is nobody on the roster" in said
    assert sorted(course.rglob("*")) == before


def test_hostile_archives_and_mails_harm_nothing_and_the_rest_is_taken(course, tmp_path):
    bomb = zipped({"mallory/photo.ipynb": b"0" * 20_000_000})
    files = {
        "ada/photo.ipynb": notebook("by ada"),
        "../../../jose/photo.ipynb": notebook("by jose"),
        "/etc/jm/photo.ipynb": notebook("by jm"),
        "jm/..\\..\\evil.ipynb": notebook("by jm"),
        "__MACOSX/jose/._photo.ipynb": b"x",
    }
    archive = written(tmp_path / "a" / "all.zip", zipped(files))
    written(tmp_path / "a" / "broken.zip", b"PK\x03\x04 no archive")
    link = zipfile.ZipInfo("jose/photo.ipynb")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a" / "link.zip", "w") as made:
        made.writestr(link, "/etc/passwd")
    (tmp_path / "a" / "jose.ipynb").symlink_to("/etc/passwd")
    written(
        tmp_path / "a" / "bad.eml", b"From: \xff<\nContent-Type: multipart/mixed; boundary=\n\n--"
    )
    written(tmp_path / "a" / "bomb.zip", bomb)
    said = collected(
        course, archive, *(tmp_path / "a" / n for n in ("link.zip", "bomb.zip", "bad.eml"))
    )
    assert submitted(course) == {"ada": ("by ada", None)}
    for words in ("leads out of its archive", "is a link", "is larger than any hand-in"):
        assert words in said
    outside = {path.name for path in tmp_path.rglob("*.ipynb") if course not in path.parents}
    assert outside == {"jose.ipynb"}
    assert "nobody on the roster" in collected(
        course, tmp_path / "a" / "broken.zip", tmp_path / "a", code=1
    )


def test_another_units_exercise_is_left_out_by_name(course, tmp_path):
    from weakties.course import load_course

    other = (load_course().root / load_course().unit("quality").exercise).read_bytes()
    said = collected(course, written(tmp_path / "in" / "ada.ipynb", other).parent, code=1)
    assert "ada.ipynb is the exercise of quality" in said
    assert "Nothing was found" in said


def test_a_course_without_a_roster_is_told_what_to_do(tmp_path):
    place = tmp_path / "bare"
    place.mkdir()
    ran = CliRunner().invoke(
        app, ["teach", "collect", "photo", str(tmp_path), "--course", str(place)]
    )
    assert "without a roster" in str(ran.exception)


def test_times_with_their_zone_are_kept_to_the_second(course, tmp_path):
    box = written(
        tmp_path / "one.eml",
        bytes(
            mail(
                "ada@example.org",
                "Mon, 01 Mar 2027 08:00:09 -0500",
                {"p.ipynb": notebook("by ada")},
            )
        ),
    )
    collected(course, box)
    (one,) = versions(course, "photo", "ada")
    assert one.when == datetime(2027, 3, 1, 13, 0, 9, tzinfo=UTC)
