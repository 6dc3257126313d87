"""Whatever lies in a submission's folder is read as data, and copied without following anything."""

from __future__ import annotations

import json
import os

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from weakties.grading.nbg.facts import CellFacts, NotebookFacts
from weakties.grading.nbg.folders import copy_extras, remove, set_permissions
from weakties.grading.nbg.needs import datasets_of, modules_of
from weakties.grading.nbg.reading import Unreadable, notebook_at
from weakties.grading.nbg.release import without_hidden
from weakties.grading.nbg.restore import restore

CHECK = CellFacts("q-check", "code", "assert x", grade=True, locked=True, points=2.0)
ANSWER = CellFacts("q", "code", "x = ...", solution=True)
ESSAY = CellFacts("essay", "markdown", "?", grade=True, solution=True, points=4.0)
TASK = CellFacts("task", "markdown", "Do.", task=True, locked=True, points=3.0)
FACTS = NotebookFacts("n", {cell.name: cell for cell in (CHECK, ANSWER, ESSAY, TASK)})


def claiming(name, source="", **more):
    made = new_code_cell(source)
    made.metadata["nbgrader"] = {"grade_id": name, **more}
    return made


def restored(*cells, released=None):
    notebook = new_notebook(cells=list(cells))
    found = restore(notebook, FACTS, released or {})
    return notebook.cells, found


@pytest.mark.parametrize("facts", FACTS.cells.values(), ids=FACTS.cells)
def test_metadata_is_the_gradebooks_whatever_the_learner_made_of_it(facts):
    (one,), found = restored(claiming(facts.name, points=99, locked=None, grade="x", junk=[1]))
    metadata = one.metadata["nbgrader"]
    assert metadata == {
        "grade": facts.grade,
        "grade_id": facts.name,
        "locked": facts.locked,
        "schema_version": 3,
        "solution": facts.solution,
        "task": facts.task,
        **({} if facts.points is None else {"points": facts.points}),
    }
    assert (found.notes, found.recognized) == ((), 1)


def test_the_first_cell_that_claims_a_name_has_it_and_unknown_names_mean_nothing():
    cells, found = restored(claiming("q", "1"), claiming("q", "2"), claiming("zzz"))
    assert [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells] == [
        "q",
        None,
        None,
    ]
    assert found.notes == (
        "The cell q stands twice: the first one counts.",
        "The cell zzz is not known.",
    )


def test_a_cell_without_metadata_is_known_by_its_id_or_by_its_text():
    by_id, by_text = new_code_cell("x = 1", id="q"), new_code_cell("assert x")
    signs = {"id:q": "q", "text:assert x": "q-check"}
    cells, found = restored(by_id, by_text, new_markdown_cell("assert y"), released=signs)
    assert [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells] == [
        "q", "q-check", None,
    ]  # fmt: skip
    assert found.recognized == 2


def test_a_cell_that_claims_a_name_goes_before_one_that_only_looks_like_it():
    look_alike, real = new_code_cell("assert x"), claiming("q-check", "changed")
    cells, _ = restored(look_alike, real, released={"text:assert x": "q-check"})
    assert [bool(cell.metadata.get("nbgrader")) for cell in cells] == [False, True]


@pytest.mark.parametrize("metadata", [None, 7, [], "x", {"grade_id": 7}, {"grade_id": None}, {}])
def test_metadata_that_is_none_is_dropped(metadata):
    made = new_code_cell("x")
    made.metadata["nbgrader"] = metadata
    (one,), _ = restored(made)
    assert "nbgrader" not in one.metadata


def test_a_notebook_is_read_in_todays_format_without_its_outputs(tmp_path):
    cell = {
        "cell_type": "code", "metadata": {}, "source": ["a\n", "b"], "execution_count": 7,
        "outputs": [{"output_type": "nonsense"}],
    }  # fmt: skip
    path = tmp_path / "n.ipynb"
    plain = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell]}
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(plain).encode())
    (one,) = notebook_at(path).cells
    assert (one.source, one.outputs, one.execution_count) == ("a\nb", [], None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"{", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "is no notebook"),
        (b"{}", "is no notebook"),
        ('{"é": 4}'.encode("latin-1"), "not encoded in UTF-8"),
        ('{"é": 4}'.encode("utf-16"), "is no notebook"),
        (
            b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [1]}',
            "no valid notebook",
        ),
        (
            b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": "x"}',
            "no valid notebook",
        ),
        (b'{"nbformat": "x", "cells": []}', "no valid notebook"),
        (
            b'{"nbformat": 99, "nbformat_minor": 5, "metadata": {}, "cells": []}',
            "no valid notebook",
        ),
    ],
)
def test_what_is_no_notebook_is_said_to_be_none(tmp_path, content, reason):
    path = tmp_path / "n.ipynb"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=reason):
        notebook_at(path)


@pytest.mark.parametrize(
    ("size", "cells", "code", "reason"),
    [
        (51 * 2**20, 1, 0, "is larger than 50 MB"),
        (0, 2_001, 0, "has 2,001 cells: 2,000 are the most"),
        (0, 2, 3 * 2**20, "holds more text than any exercise"),
        (0, 2_000, 0, ""),
        (49 * 2**20, 2, 2 * 2**20, ""),
    ],
)
def test_what_is_larger_than_any_exercise_is_refused(tmp_path, size, cells, code, reason):
    path = tmp_path / "n.ipynb"
    one = {"cell_type": "markdown", "id": "x", "metadata": {}, "source": "x" * code}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [one] * cells}
    path.write_text(json.dumps(notebook).ljust(size), encoding="utf-8")
    if reason:
        with pytest.raises(Unreadable, match=reason):
            notebook_at(path)
    else:
        assert len(notebook_at(path).cells) == cells


def test_of_more_files_than_anybody_hands_in_the_first_are_copied(tmp_path):
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    target.mkdir()
    for number in range(2_010):
        (source / f"{number:04}").touch()
    (said,) = copy_extras(source, target, [])
    assert said == "'2000' was left out: there are too many or too large files."
    assert len(list(target.iterdir())) == 2_000


def test_neither_links_nor_pipes_nor_folders_are_opened(tmp_path):
    (tmp_path / "real").write_text("{}", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("link", "pipe", "folder", "nothing"):
        with pytest.raises(Unreadable):
            notebook_at(tmp_path / name)


def test_files_are_copied_and_everything_else_is_left_out_by_name(tmp_path):
    source, target = tmp_path / "source", tmp_path / "target"
    (source / "data").mkdir(parents=True)
    (source / "data" / "a.csv").write_text("a", encoding="utf-8")
    (source / "n.ipynb").write_text("x", encoding="utf-8")
    (source / "b.pyc").write_text("x", encoding="utf-8")
    (source / "secret").symlink_to("/etc/passwd")
    (source / "up").symlink_to("..", target_is_directory=True)
    os.mkfifo(source / "pipe\n")
    target.mkdir()
    (target / "data").mkdir()
    (target / "data" / "a.csv").write_text("old", encoding="utf-8")
    left_out = copy_extras(source, target, ["*.pyc"])
    assert [str(p.relative_to(target)) for p in target.rglob("*")] == ["data", "data/a.csv"]
    assert (target / "data" / "a.csv").read_text(encoding="utf-8") == "a"
    assert left_out == [
        "'pipe\\n' is no ordinary file and was left out.",
        "'secret' is no ordinary file and was left out.",
        "'up' is no ordinary file and was left out.",
    ]


def test_what_stands_in_the_way_is_removed_but_nothing_that_it_leads_to(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to("kept", target_is_directory=True)
    for name in ("link", "nothing"):
        remove(tmp_path / name)
    assert (tmp_path / "kept" / "file").exists()
    remove(tmp_path / "kept")
    assert list(tmp_path.iterdir()) == []


def test_permissions_are_nbgraders(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "file").write_text("x", encoding="utf-8")
    set_permissions(tmp_path, 0o444, shared=False)
    assert (tmp_path / "sub" / "file").stat().st_mode & 0o777 == 0o444
    set_permissions(tmp_path, 0o664, shared=True)
    assert (tmp_path / "sub").stat().st_mode & 0o2770 == 0o2770


def test_hidden_parts_are_left_out_as_nbgrader_does():
    source = "a\n### BEGIN HIDDEN TESTS\nb\n    ### END HIDDEN TESTS\nc"
    assert without_hidden(source, "BEGIN HIDDEN TESTS", "END HIDDEN TESTS") == "a\nc"


def test_only_what_an_assignment_names_is_loaded_for_everybody():
    sources = [
        "import json, os.path\nfrom pandas import Series\nimport zzz_not_there",
        "def broken(",
    ]
    assert modules_of(sources) == ("json", "os.path", "pandas", "pandas.Series")
    assert datasets_of(["load('ratings')\nload('zzz')\nload(name)\nother('flash')"]) == ("ratings",)
