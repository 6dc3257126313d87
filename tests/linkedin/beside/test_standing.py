"""Where somebody stands among a class: by rank, and outermost no oftener than is said."""

from __future__ import annotations

import random

from weakties.linkedin.beside.copies import zips_of
from weakties.linkedin.beside.standing import Standing, by_chance


def test_a_place_says_how_many_have_less_and_how_many_as_much():
    one = Standing("x", "share", 0.5, (0.1, 0.5, 0.5, 0.9))

    assert (one.above, one.level, one.middle, one.outermost) == (1, 2, 0.5, False)


def test_only_who_is_alone_at_an_end_is_outermost():
    others = (0.1, 0.5)

    found = [Standing("x", "share", own, others).outermost for own in (0.0, 0.1, 0.3, 0.5, 0.6)]

    assert found == [True, False, False, False, True]
    assert not Standing("x", "share", None, others).outermost


def test_of_alike_people_as_many_are_outermost_as_is_said():
    chance = random.Random(2)
    found = [
        Standing("x", "share", chance.random(), tuple(sorted(chance.random() for _ in range(7))))
        for _ in range(4_000)
    ]

    said = by_chance(found)
    assert 0.9 * said < sum(one.outermost for one in found) < 1.1 * said


def test_an_unpacked_export_and_a_file_are_no_folder_of_copies(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"")
    (tmp_path / "._a.zip").write_bytes(b"")

    assert zips_of(tmp_path) == [tmp_path / "a.zip"]
    assert zips_of(tmp_path / "a.zip") == []
    (tmp_path / "Connections.csv").write_text("", encoding="utf-8")
    assert zips_of(tmp_path) == []
