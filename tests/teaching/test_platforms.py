"""What the names say that platforms give to what was handed in."""

from __future__ import annotations

import pytest

from weakties.teaching.platforms import named


@pytest.mark.parametrize(
    ("path", "key", "name", "is_late"),
    [
        ("lovelaceada_12_345_photo.ipynb", "12", "lovelaceada", False),
        ("lovelaceada_LATE_12_345_photo-1.ipynb", "12", "lovelaceada", True),
        ("LATE_12_345_photo.ipynb", "12", "", True),
        ("anon_Xy12z_345_photo.ipynb", "anon_Xy12z", "", False),
        ("LATE_anon_12345_678_photo.ipynb", "anon_12345", "", True),
    ],
)
def test_canvas_names_tell_who_and_whether_late_marked_anonymously_or_not(path, key, name, is_late):
    found = named(path)
    assert (found.key, found.name, found.is_late) == (key, name, is_late)
    assert found.file == "photo.ipynb"


@pytest.mark.parametrize("place", ["", "Week 1 Photo/"])
def test_brightspace_names_lie_in_the_folder_of_the_assignment_or_alone(place):
    found = named(f"{place}39786-640693 - Ada Lovelace - Oct 10, 2025 1022 AM/photo.ipynb")
    assert (found.key, found.name, found.file) == ("39786", "Ada Lovelace", "photo.ipynb")
    assert found.when.isoformat() == "2025-10-10T10:22:00"
