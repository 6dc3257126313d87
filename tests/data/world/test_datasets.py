"""The datasets that show the world: words for ids, dates for days, and small enough to ship."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

from weakties.content import content_root
from weakties.data import about, dataset_names, generate, load

NAMES = ("people", "ties", "invitations", "conversations", "asks", "opportunities")
EVERY_TABLE = pytest.mark.parametrize("name", NAMES)
EDITIONS = pytest.mark.parametrize("edition", ["open", "shown-1"])


@pytest.fixture(autouse=True)
def a_cache_of_our_own(tmp_path, monkeypatch):
    monkeypatch.setenv("WEAKTIES_CACHE", str(tmp_path))
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)


def test_the_worlds_tables_are_datasets():
    assert set(NAMES) <= set(dataset_names())


@EVERY_TABLE
def test_the_committed_file_is_small_enough_to_ship(name):
    assert (content_root() / "data" / about(name).path).stat().st_size < 5_000_000


@EVERY_TABLE
@EDITIONS
def test_columns_have_the_types_of_the_card_and_nothing_else(name, edition):
    table, card = generate(name, edition), about(name)
    assert list(table.columns) == [column.name for column in card.columns]
    is_of_type = {
        "string": pd.api.types.is_string_dtype,
        "integer": pd.api.types.is_integer_dtype,
        "number": pd.api.types.is_float_dtype,
        "date": pd.api.types.is_datetime64_dtype,
    }
    for column in card.columns:
        values = table[column.name]
        assert is_of_type[column.type](values), column.name
        assert values.isna().any() == (not column.required), column.name
        if column.allowed:
            assert set(values) == set(column.allowed), column.name
        if column.minimum is not None:
            assert values.min() >= column.minimum, column.name
        if column.maximum is not None:
            assert values.max() <= column.maximum, column.name
        if column.type != "string":
            assert column.unit, column.name


@EVERY_TABLE
def test_another_edition_has_other_values_in_columns_of_the_same_types(name):
    ours, theirs = load(name), load(name, "shown-1")
    assert not ours.equals(theirs)
    assert ours.dtypes.equals(theirs.dtypes)
    assert ours.equals(generate(name, "open"))


@EDITIONS
def test_ids_lead_from_one_table_to_the_other(edition):
    tables = {name: load(name, edition) for name in NAMES}
    people, ties = set(tables["people"]["person_id"]), set(tables["ties"]["tie_id"])
    assert len(people) == 5000
    for name, columns in {
        "ties": ("a", "b"),
        "invitations": ("sender_id", "receiver_id"),
        "conversations": ("opener_id", "other_id"),
        "asks": ("asker_id", "asked_id"),
        "opportunities": ("person_id", "via_id"),
    }.items():
        for column in columns:
            assert set(tables[name][column].dropna()) <= people, (name, column)
    for name in ("conversations", "asks", "opportunities"):
        assert set(tables[name]["tie_id"].dropna()) <= ties, name


@EDITIONS
def test_nadia_has_the_first_id_and_a_network_to_speak_of(edition):
    nadia = load("people", edition).iloc[0]
    assert (nadia["person_id"], nadia["first_name"], nadia["last_name"]) == (
        "P0000",
        "Nadia",
        "Ferro",
    )
    ties = load("ties", edition)
    assert ((ties["a"] == "P0000") | (ties["b"] == "P0000")).sum() >= 15


def test_invitations_are_those_of_the_last_two_years():
    sent = load("invitations")["sent"]
    assert sent.min() == pd.Timestamp("2025-01-01")
    assert sent.max() <= pd.Timestamp("2026-12-31")


def test_what_a_reader_may_know_of_the_mechanisms_is_on_the_card_as_html_too():
    html = about("ties")._repr_html_()
    for said in ("simulated world", "weakties.data.world.mechanisms()", "R1"):
        assert said in html
    assert "inverted U" not in html, "it is for the learner to find"


@EVERY_TABLE
def test_a_card_says_units_and_allowed_words_as_text_and_as_html(name):
    for said in (str(about(name)), about(name)._repr_html_()):
        for column in about(name).columns:
            assert all(word in said for word in (column.unit, *column.allowed)), column.name


def test_opening_the_package_loads_neither_numpy_nor_the_world():
    code = (
        "import sys, weakties.data; "
        "print([m for m in ('numpy', 'pandas', 'platformdirs', 'weakties.data.world') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("edition", "loaded"),
    [("open", "[]"), ("other", "['weakties.data.world']")],
)
def test_a_table_of_photos_asks_for_the_people_of_other_editions_and_keeps_no_file(edition, loaded):
    code = (
        f"import sys; from weakties.data import load; load('photos', '{edition}'); "
        "print([m for m in ('platformdirs', 'weakties.data.world') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == loaded
