"""A graded notebook as text: the very file that nbformat writes."""

from __future__ import annotations

import json

import nbformat
import pytest

from weakties.content import content_root
from weakties.grading.nbg.text import notebook_text

NOTEBOOKS = sorted(content_root().glob("solutions/*/*.ipynb"))
OUTPUTS = [
    {"output_type": "stream", "name": "stdout", "text": "a\nb\r\nc\x85d\u2028e"},
    {"output_type": "stream", "name": "stderr", "text": ""},
    {
        "output_type": "execute_result",
        "execution_count": 3,
        "metadata": {},
        "data": {
            "text/plain": "1\n2",
            "image/svg+xml": "<svg>\n</svg>",
            "image/png": "aGk=\naGk=",
            "application/json": {"b": [1, 2.5, float("nan"), float("-inf"), 1e300, -0.0], "a": {}},
            "application/javascript": "a\nb",
        },
    },
    {
        "output_type": "error",
        "ename": "E",
        "evalue": "",
        "traceback": ["one\ntwo", "\x1b[0mé😀\x7f"],
    },
]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.stem for path in NOTEBOOKS])
def test_a_notebook_of_the_course_becomes_the_text_that_nbformat_writes(path):
    notebook = nbformat.read(path, as_version=4)
    assert notebook_text(notebook) == nbformat.writes(notebook)


def odd_notebook(**more):
    code = nbformat.v4.new_code_cell("x = 1\n\ny = '\"\\'\n", id="a", execution_count=None)
    code.outputs = [nbformat.from_dict(one) for one in OUTPUTS]
    code.metadata["trusted"] = True
    text = nbformat.v4.new_markdown_cell("", id="b", metadata={"deep": {"z": [[], {}, [None]]}})
    text["attachments"] = {"a.png": {"image/png": "aGk=", "text/plain": "x\ny"}}
    raw = nbformat.v4.new_raw_cell("no line end", id="c")
    cells = [code, text, raw]
    return nbformat.v4.new_notebook(cells=cells, metadata={"ß": "é", "orig_nbformat": 4, **more})


def test_whatever_may_stand_in_a_notebook_is_laid_out_alike():
    notebook = odd_notebook(
        signature="old", bytes=b"plain", yes=True, no=False, none=None, n=10**30
    )
    before = json.dumps(notebook, default=str)
    assert notebook_text(notebook) == nbformat.writes(notebook)
    assert json.dumps(notebook, default=str) == before, "it stays as it is"


def test_an_invalid_notebook_is_written_all_the_same_as_nbformat_does():
    notebook = odd_notebook()
    notebook.cells[0].outputs = [nbformat.from_dict({"output_type": "none of them"})]
    assert notebook_text(notebook) == nbformat.writes(notebook)


def test_an_empty_notebook_and_one_of_an_older_format_are_laid_out_alike():
    for notebook in (
        nbformat.v4.new_notebook(),
        nbformat.from_dict({**odd_notebook(), "cells": []}),
    ):
        notebook.nbformat_minor = 2
        assert notebook_text(notebook) == nbformat.writes(notebook)
