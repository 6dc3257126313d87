"""Other editions are made once on a machine, and a new release makes them anew."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from weakties.data import cache, datasets, generate, load


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a cache of this test's own, with nothing remembered by this process."""
    monkeypatch.setenv("WEAKTIES_CACHE", str(tmp_path / "cache"))
    datasets._loaded.cache_clear()
    yield tmp_path / "cache"
    datasets._loaded.cache_clear()


def made(content=b"a\n1\n"):
    """Return a maker of a table, and the list of its calls."""
    calls = []

    def make():
        calls.append(1)
        return content

    return make, calls


def test_a_table_is_made_once_and_then_kept(folder):
    make, calls = made()
    assert cache.kept("ties", "a", make) == cache.kept("ties", "a", make) == b"a\n1\n"
    assert len(calls) == 1
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["ties.csv"]


def test_names_and_editions_are_kept_apart(folder):  # noqa: ARG001
    contents = {("ties", "a"): b"1", ("ties", "b"): b"2", ("asks", "a"): b"3"}
    for (name, edition), content in contents.items():
        cache.kept(name, edition, lambda content=content: content)
    for (name, edition), content in contents.items():
        assert cache.kept(name, edition, made(b"other")[0]) == content


def test_a_new_release_makes_tables_anew_and_forgets_the_old_ones(folder, monkeypatch):
    cache.kept("ties", "a", made(b"old")[0])
    monkeypatch.setattr(cache, "fingerprint", lambda: "0123456789abcdef")
    assert cache.kept("ties", "a", made(b"new")[0]) == b"new"
    assert [path.name for path in folder.iterdir()] == ["world-0123456789abcdef"]


def test_what_somebody_else_put_there_is_left_alone(folder, monkeypatch):
    theirs = [folder / "world-atlas" / "map.txt", folder / "photos" / "me.png"]
    for path in theirs:
        path.parent.mkdir(parents=True)
        path.write_text("mine")
    cache.kept("ties", "a", made()[0])
    monkeypatch.setattr(cache, "fingerprint", lambda: "0123456789abcdef")
    cache.kept("ties", "a", made()[0])
    assert all(path.read_text() == "mine" for path in theirs)


def test_the_fingerprint_is_of_code_and_cards(monkeypatch, tmp_path):
    other = tmp_path / "draws.py"
    other.write_text("changed")
    before = cache.fingerprint()
    assert cache.fingerprint() == before
    monkeypatch.setattr(cache, "_MADE_WITH", (*cache._MADE_WITH, other))
    assert cache.fingerprint.__wrapped__() != before
    names = {path.name for path in cache._MADE_WITH}
    assert {"draws.py", "parameters.py", "growth.py", "editions.py", "datapackage.json"} <= names


@pytest.mark.parametrize("obstacle", ["a file", "a folder in the way"])
def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(folder, obstacle):
    make, calls = made()
    if obstacle == "a file":
        folder.write_text("not a folder")
    else:
        (folder / f"world-{cache.fingerprint()}" / "a" / "ties.csv").mkdir(parents=True)
    assert cache.kept("ties", "a", make) == cache.kept("ties", "a", make) == b"a\n1\n"
    assert len(calls) == 2
    assert not list(folder.rglob("*.part"))


def test_a_full_disk_leaves_no_half_written_table(folder, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert cache.kept("ties", "a", made()[0]) == b"a\n1\n"
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_many_kernels_may_make_the_same_table_at_once(folder):
    content = b"x" * 1_000_000

    def one(_):
        return cache.kept("ties", "a", lambda: content)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(one, range(24))) == {content}
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["ties.csv"]


def test_without_a_choice_the_users_own_cache_folder_is_used(monkeypatch):
    monkeypatch.delenv("WEAKTIES_CACHE", raising=False)
    assert "weakties" in cache.cache_folder().name


def test_loading_from_the_cache_gives_what_making_gives(folder):
    first = load("opportunities", "kept-1")
    datasets._loaded.cache_clear()
    again = load("opportunities", "kept-1")
    assert list(folder.rglob("opportunities.csv"))
    assert first.equals(again)
    assert first.equals(generate("opportunities", "kept-1"))


def test_the_open_edition_needs_no_cache(folder):
    load("people", "open")
    assert not folder.exists()
