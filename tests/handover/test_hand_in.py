"""The command that hands in: one zip, what is said of it, and never a refusal of work."""

from __future__ import annotations

import json
import zipfile

import pytest
from typer.testing import CliRunner

from weakties.cli import app
from weakties.course import load_course
from weakties.handover import run
from weakties.handover.receipt import digest_of, receipt_in
from weakties.handover.run import Ran, ran

PHOTO = load_course().unit("photo")
EXERCISE = (load_course().root / PHOTO.exercise).read_bytes()


def handed_in(folder, *words):
    said = CliRunner().invoke(app, ["hand-in", "photo", *map(str, words), "--out", str(folder)])
    assert said.exit_code == 0, said.output
    (made,) = folder.glob("photo-hand-in-*.zip")
    with zipfile.ZipFile(made) as opened:
        return said.output, {name: opened.read(name) for name in opened.namelist()}


def test_unfinished_work_is_handed_in_knowingly(tmp_path):
    mine = tmp_path / "my photo (1).ipynb"
    mine.write_bytes(EXERCISE)
    said, files = handed_in(tmp_path, mine, "--no-run", "--me", "Ada Lovelace")
    assert "Still blank: photo-q1, photo-q2" in said
    assert files["photo.ipynb"] == EXERCISE
    receipt = receipt_in(files["receipt.json"])
    assert (receipt.unit, receipt.digest, receipt.who) == (
        "photo", digest_of(EXERCISE), "Ada Lovelace",
    )  # fmt: skip
    assert receipt.when.tzinfo is not None
    assert "photo-reflection" in json.loads(files["receipt.json"])["blank"]


def test_the_wrong_notebook_is_named_and_taken(tmp_path):
    lesson = load_course().root / PHOTO.lesson
    said, files = handed_in(tmp_path, lesson)
    assert "This is the lesson of photo, not the exercise." in said
    assert files["photo.ipynb"] == lesson.read_bytes()


@pytest.fixture
def two_cells(tmp_path):
    path = tmp_path / "work.ipynb"
    cells = [
        {"id": "q-answer", "source": "x = 1"},
        {"id": "q-check", "source": "print(open('beside.txt').read())\n1.5 * x"},
        {"id": "later", "source": "1 / 0"},
        {"id": "z-check", "source": "2.0"},
    ]
    code = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    whole = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}}
    path.write_text(json.dumps({**whole, "cells": [{**code, **c} for c in cells]}))
    (tmp_path / "beside.txt").write_text("here")
    return path


def test_a_notebook_is_run_to_its_end_where_it_lies_and_left_as_it_is(two_cells):
    before = two_cells.read_bytes()
    assert ran(two_cells) == Ran(
        stops=(("later", "ZeroDivisionError: division by zero"),), points=(("q", 1.5), ("z", 2.0))
    )
    assert two_cells.read_bytes() == before


def test_a_kernel_that_does_not_start_keeps_nobody_from_handing_in(monkeypatch, two_cells):
    def broken(*_, **__):
        raise RuntimeError("no kernel\nat all")

    monkeypatch.setattr("nbclient.NotebookClient.execute", broken)
    assert run.ran(two_cells).failed == "It could not be run to its end: RuntimeError: no kernel"
