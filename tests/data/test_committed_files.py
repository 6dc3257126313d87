"""The committed edition is what the generators make, byte for byte."""

from __future__ import annotations

import hashlib
import json
from importlib import import_module

import pytest

from weakties.content import content_root
from weakties.course import load_course
from weakties.data import about, dataset_names, generate, load
from weakties.data.cards import is_draft
from weakties.data.datasets import as_csv

DATA = content_root() / "data"
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
ENTRIES = {entry["name"]: entry for entry in PACKAGE["resources"] if not is_draft(entry)}
EVERY_DATASET = pytest.mark.parametrize("name", dataset_names())


@EVERY_DATASET
def test_the_committed_file_is_regenerated_byte_for_byte_and_read_as_it_was_made(name):
    made = generate(name, "open")
    assert (DATA / about(name).path).read_bytes() == as_csv(made)
    assert load(name, "open").equals(made)


@EVERY_DATASET
def test_the_card_has_the_files_checksum_and_size(name):
    content = (DATA / about(name).path).read_bytes()
    assert about(name).checksum == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert ENTRIES[name]["bytes"] == len(content)


@EVERY_DATASET
def test_the_card_names_the_function_that_makes_the_data(name):
    module, _, function = ENTRIES[name]["generator"].rpartition(".")
    assert module.startswith("weakties.data.")
    assert callable(getattr(import_module(module), function))


def test_every_file_has_a_card_and_every_card_that_is_no_draft_a_file():
    files = {path.name for path in DATA.iterdir()} - {"datapackage.json"}
    assert files == {entry["path"] for entry in ENTRIES.values()}


def test_no_unit_asks_for_a_dataset_that_does_not_exist():
    assert {name for unit in load_course().ready for name in unit.datasets} <= set(dataset_names())
