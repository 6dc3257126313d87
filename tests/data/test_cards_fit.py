"""Every edition of a dataset fits its card: columns, types, allowed values, limits, keys."""

from __future__ import annotations

import json
from functools import cache

import pandas as pd
import pytest

from weakties.content import content_root
from weakties.data import about, dataset_names, load

DATA = content_root() / "data"
SCHEMAS = {
    entry["name"]: entry["schema"]
    for entry in json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]
}
IS_OF_TYPE = {
    "string": pd.api.types.is_string_dtype,
    "integer": pd.api.types.is_integer_dtype,
    "number": pd.api.types.is_float_dtype,
    "boolean": pd.api.types.is_bool_dtype,
    "datetime": lambda values: (
        values.astype(str).str.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00").all()
    ),
    "date": lambda values: values.dropna().astype(str).str.fullmatch(r"\d{4}-\d\d-\d\d").all(),
}
EVERY_DATASET = pytest.mark.parametrize("name", dataset_names())
EDITIONS = pytest.mark.parametrize("edition", ["committed", "planted-0", "planted-1", "planted-2"])


@cache
def table(name, edition):
    if edition == "committed":
        return pd.read_csv(DATA / about(name).path)
    return load(name, edition)


@EDITIONS
@EVERY_DATASET
def test_columns_stand_in_the_cards_order(name, edition):
    assert list(table(name, edition).columns) == [column.name for column in about(name).columns]


@EDITIONS
@EVERY_DATASET
def test_every_column_keeps_the_cards_type_and_limits(name, edition):
    rows = table(name, edition)
    for column in about(name).columns:
        values = rows[column.name]
        assert IS_OF_TYPE[column.type](values), column.name
        if column.required:
            assert values.notna().all(), column.name
        if column.allowed:
            assert set(values) == set(column.allowed), column.name
        if column.minimum is not None:
            assert values.min() >= column.minimum, column.name
        if column.maximum is not None:
            assert values.max() <= column.maximum, column.name


@EDITIONS
@EVERY_DATASET
def test_no_two_rows_are_about_the_same_thing(name, edition):
    assert not table(name, edition).duplicated(SCHEMAS[name]["primaryKey"]).any()


@pytest.mark.parametrize(
    ("name", "column", "parent"),
    [("ratings", "photo_id", "photos")],
)
@EDITIONS
def test_ids_refer_to_rows_that_exist(name, column, parent, edition):
    assert set(table(name, edition)[column]) == set(table(parent, edition)[column])


@EVERY_DATASET
def test_a_column_that_may_be_empty_is_empty_somewhere(name):
    optional = [column.name for column in about(name).columns if not column.required]
    rows = table(name, "committed")
    assert [column for column in rows if rows[column].isna().any()] == optional


@EVERY_DATASET
def test_a_card_says_all_that_a_reader_needs(name):
    card = about(name)
    assert card.title
    assert card.description
    assert card.row.startswith("one ")
    assert card.planted
    assert card.limits
    assert card.do_not_conclude
    assert all(column.description.endswith(".") for column in card.columns)
    assert "Creative Commons" in card.license
    for said in (str(card), card._repr_html_()):
        assert card.row in said
        assert "simulated world" in said
        assert all(column.name in said for column in card.columns)


@EVERY_DATASET
def test_a_measured_column_has_a_unit(name):
    unitless = {"p_value"}
    measured = [c for c in about(name).columns if c.type in ("integer", "number")]
    assert [
        column.name for column in measured if not column.unit and column.name not in unitless
    ] == []
