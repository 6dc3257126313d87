"""Catalogued answers: read from a file, and laid out as what will be handed in."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from weakties.authoring.answers import (
    RUDE,
    Catalogue,
    Variant,
    Wrong,
    catalogue_path,
    read_catalogue,
    variants_of,
)
from weakties.content import content_root
from weakties.course import CourseError, load_course

if TYPE_CHECKING:
    from pathlib import Path

MEDIANS = Wrong("medians", "x = 2", 1, "it compares medians")


def test_every_answer_becomes_a_variant_with_what_it_must_get() -> None:
    variants = variants_of("photo-q1", 2, Catalogue(["x = 1"], [MEDIANS]), ["x", "y"])
    assert variants[:2] == [
        Variant("photo-q1", "right", "right 1", "x = 1", 2),
        Variant("photo-q1", "wrong", "medians", "x = 2", 1, "it compares medians"),
    ]
    assert {variant.kind for variant in variants[2:]} == {"rude"}
    assert [variant.name for variant in variants[2:]] == list(RUDE)


def test_a_rude_value_goes_into_every_answer_and_earns_nothing() -> None:
    for variant in variants_of("photo-q1", 2, Catalogue([], []), ["x", "y"]):
        names: dict[str, object] = {}
        exec(variant.code, names)  # noqa: S102
        assert names["x"] is names["y"]
        assert (variant.points, variant.says) == (0, "`x`")


def test_the_rude_set_is_what_the_design_lists() -> None:
    values = {name: eval(code) for name, code in RUDE.items()}  # noqa: S307
    assert values["three dots"] is ...
    assert values["None"] is None
    assert values["NaN"] != values["NaN"]
    assert values["infinity"] > 10**300
    kinds = {name: type(value).__name__ for name, value in values.items()}
    assert (kinds["a text"], kinds["a list"], kinds["a Series"]) == ("str", "list", "Series")
    assert values["equals everything"] == object()
    assert len(values) == 8


def test_a_catalogue_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "photo.py"
    path.write_text("ANSWERS = {'photo-q1': 'entry'}", encoding="utf-8")
    assert read_catalogue(path) == {"photo-q1": "entry"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [(None, r"write tests/answers/photo\.py"), ("RIGHT = 3", r"photo\.py defines no ANSWERS")],
)
def test_a_file_that_is_no_catalogue_is_named(
    tmp_path: Path, text: str | None, sentence: str
) -> None:
    path = tmp_path / "photo.py"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=sentence):
        read_catalogue(path)


@pytest.mark.parametrize("unit", load_course().ready, ids=lambda unit: unit.slug)
def test_every_unit_catalogues_enough_answers_and_no_style_twice(unit) -> None:
    catalogue = read_catalogue(catalogue_path(content_root(), unit.slug))
    graded = {question.id: question for question in unit.questions if question.graded == "auto"}
    assert set(catalogue) == set(graded)
    for question, entry in catalogue.items():
        assert len({ast.dump(ast.parse(code)) for code in entry.right}) == len(entry.right) >= 2
        assert len({wrong.name for wrong in entry.wrong}) == len(entry.wrong) >= 3
        assert all(0 <= wrong.points < graded[question].points for wrong in entry.wrong)
        assert all(wrong.says for wrong in entry.wrong)
