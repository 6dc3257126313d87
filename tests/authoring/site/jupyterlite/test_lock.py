"""The browser's Python loads what notebooks need, from this site, and each file is what it should be."""

from __future__ import annotations

import json

import pytest

from weakties.authoring.site.jupyterlite.distribution import distributed
from weakties.authoring.site.jupyterlite.lock import as_file, entry, needed
from weakties.course import CourseError

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
PACKAGES = {
    "numpy": {"depends": [], "file_name": "numpy.whl", "sha256": ABC},
    "Pure_Eval": {"depends": ["numpy"], "file_name": "pure.whl", "sha256": ABC},
    "scipy": {"depends": ["numpy"], "file_name": "scipy.whl", "sha256": ABC},
}
LOCK = {"info": {"version": "0.27.7"}, "packages": PACKAGES}


def copy_of(folder, **files):
    for name, content in {"numpy.whl": b"abc", "pure.whl": b"abc", **files}.items():
        (folder / name).write_bytes(content)
    return str(folder)


def test_what_a_package_needs_comes_along_and_nothing_else():
    assert set(needed(LOCK, ["pure-eval"])) == {"pure-eval", "numpy"}


def test_a_copy_in_a_folder_is_taken(tmp_path):
    given = copy_of(tmp_path)
    files = distributed(needed(LOCK, ["pure-eval"]), tmp_path / "cache", given)
    assert files == {"numpy.whl": b"abc", "pure.whl": b"abc"}


def test_a_file_with_another_digest_is_refused(tmp_path):
    given = copy_of(tmp_path, **{"numpy.whl": b"abd"})
    with pytest.raises(CourseError, match=r"numpy\.whl in .* digest is wrong"):
        distributed(needed(LOCK, ["numpy"]), tmp_path / "cache", given)


def test_the_core_alone_is_not_enough_and_the_sentence_says_what_is(tmp_path):
    with pytest.raises(CourseError, match=r"pyodide-0\.27\.7\.tar\.bz2, in which all is"):
        distributed(needed(LOCK, ["numpy"]), tmp_path / "cache", str(tmp_path))


def test_an_address_that_does_not_answer_says_what_to_do(tmp_path):
    with pytest.raises(CourseError, match="--pyodide DIR, or build a site on which no notebook"):
        distributed(needed(LOCK, ["numpy"]), tmp_path / "cache", "http://127.0.0.1:1")


def test_what_was_fetched_once_is_not_asked_for_again(tmp_path):
    (tmp_path / ABC).write_bytes(b"abc")
    files = distributed(needed(LOCK, ["numpy"]), tmp_path, "http://127.0.0.1:1")
    assert files == {"numpy.whl": b"abc"}


def test_the_lock_leads_to_files_of_this_site():
    added = entry("weakties", "1", "python/w.whl", ["weakties"], ["numpy"])
    made = json.loads(as_file(LOCK, {"weakties": added}, "../run/"))
    assert made["info"] == LOCK["info"]
    assert made["packages"]["weakties"]["file_name"] == "../run/python/w.whl"
