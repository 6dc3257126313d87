"""Where a lesson stands outlives a killed server, and never keeps the lesson from going on."""

from __future__ import annotations

from weakties.projector.place import Place, keep_place, kept_place


def test_what_a_killed_server_kept_is_found_again(tmp_path):
    path = tmp_path / ".weakties" / "open-slides.json"
    place = Place(port=8123, at=7, began=5.5)
    keep_place(path, place)
    assert kept_place(path) == place


def test_what_can_not_be_read_is_a_new_place_with_a_secret_of_its_own(tmp_path):
    path = tmp_path / "open-slides.json"
    path.write_text('{"secret": "s", "port": "none"}', encoding="utf-8")
    found = kept_place(path)
    assert (found.port, found.at) == (0, 0)
    assert found.secret not in ("s", kept_place(path).secret)


def test_where_the_disk_takes_nothing_the_lesson_goes_on(tmp_path):
    (tmp_path / ".weakties").write_text("no folder", encoding="utf-8")
    keep_place(tmp_path / ".weakties" / "open-slides.json", Place(at=3))
    assert (tmp_path / ".weakties").read_text(encoding="utf-8") == "no folder"
