"""One normal form, reached in one step and losing nothing that was meant."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.authoring.notebooks import NotebookError, parse, text_of
from weakties.authoring.source import parsed
from weakties.authoring.tidy import tidied, tidy, tidy_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.course import Course

FIXTURES = Path(__file__).parent / "fixtures"
LESSON = "course/photo/lesson.ipynb"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"

SOURCES = st.text() | st.sampled_from(
    [
        'x = """a  \nb"""  \n',
        "\n\n# Title  \n",
        "two  \nlines",
        "%time x  ",
        "x = 1 \\\n  + 2 ",
        "\r\n",
    ]
)
OUTPUTS = st.sampled_from(
    [
        {"output_type": "stream", "name": "stdout", "text": "a\n"},
        {"output_type": "stream", "name": "stderr", "text": "b"},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]},
        {"output_type": "display_data", "metadata": {}, "data": {WIDGET_VIEW: {"model_id": "1"}}},
        {
            "output_type": "execute_result",
            "execution_count": 3,
            "metadata": {"image/png": {"width": 3}, "isolated": True},
            "data": {"text/plain": "a\nb", "image/png": "aGk=", WIDGET_VIEW: {"model_id": "1"}},
        },
    ]
)
IDS = st.sampled_from(["3f2a9c1e", "play", "photo-q1", "7b0c1f7e-7a0a-4f8e-9a55-0f3d7a1c2b3d"])
METADATA = st.fixed_dictionaries(
    {},
    optional={
        "collapsed": st.booleans(),
        "tags": st.just(["nbval-skip"]),
        "execution": st.just({"iopub.status.busy": "2024-05-05T10:00:00Z"}),
        "nbgrader": st.just({"grade_id": "photo-q1-answer", "grade": False}),
        "jupyter": st.sampled_from([{"outputs_hidden": True}, {"source_hidden": True}]),
    },
)


@st.composite
def notebooks(draw: st.DrawFn) -> dict[str, Any]:
    cells = []
    for _ in range(draw(st.integers(0, 5))):
        code = draw(st.booleans())
        cells.append(
            {
                "cell_type": "code" if code else "markdown",
                "id": draw(IDS),
                "metadata": draw(METADATA),
                "source": draw(SOURCES),
                **({"execution_count": 1, "outputs": draw(st.lists(OUTPUTS))} if code else {}),
            }
        )
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@given(notebooks(), st.booleans())
def test_what_is_tidy_stays_as_it_is(notebook: dict[str, Any], outputs: bool) -> None:
    once = tidy_text(text_of(notebook), outputs=outputs)

    assert tidy_text(once, outputs=outputs) == once


@given(notebooks())
def test_tidying_never_changes_what_code_means(notebook: dict[str, Any]) -> None:
    after = tidied(notebook, outputs=False)["cells"]

    for old, new in zip(notebook["cells"], after, strict=False):
        if old["cell_type"] == "code" and (tree := parsed(old["source"])):
            assert ast.dump(ast.parse(new["source"])) == ast.dump(tree)


@given(notebooks())
def test_tidying_keeps_the_order_and_gives_no_id_that_a_program_made_up(
    notebook: dict[str, Any],
) -> None:
    before, after = notebook["cells"], tidied(notebook, outputs=True)["cells"]

    for old, new in zip(before, after, strict=False):
        assert new["cell_type"] == old["cell_type"]
        assert new["id"] == old["id"] or len(old["id"]) in {8, 36}
        assert new["id"][:4] not in {"3f2a", "7b0c"}
    assert all(not cell["source"].strip() for cell in before[len(after) :])


def test_a_tidied_notebook_is_left_as_it_was_given() -> None:
    notebook = parse((FIXTURES / "untidy" / LESSON).read_text())
    before = text_of(notebook)

    tidied(notebook, outputs=False)

    assert text_of(notebook) == before


def test_marks_of_time_and_machine_go(course_with: Callable[..., Course]) -> None:
    course = course_with("untidy")

    assert tidy(course) == (LESSON,)

    tidy_again = (course.root / LESSON).read_text()
    assert tidy_again == (FIXTURES / "clean" / LESSON).read_text()


def test_check_names_what_would_change_and_writes_nothing(
    course_with: Callable[..., Course],
) -> None:
    course = course_with("untidy")
    before = (course.root / LESSON).read_bytes()

    assert tidy(course, ["photo"], write=False) == (LESSON,)
    assert (course.root / LESSON).read_bytes() == before


def test_a_clean_course_is_tidy(clean_course: Course) -> None:
    assert tidy(clean_course, write=False) == ()


def test_windows_line_ends_are_not_the_normal_form(clean_course: Course) -> None:
    path = clean_course.root / LESSON
    before = path.read_bytes()
    path.write_bytes(before.replace(b"\n", b"\r\n"))

    assert tidy(clean_course) == (LESSON,)
    assert path.read_bytes() == before


def test_exercises_and_solutions_lose_their_outputs(course_with: Callable[..., Course]) -> None:
    course = course_with("outputs")

    assert tidy(course) == ("exercises/photo/photo.ipynb",)
    assert '"1.0' not in (course.root / "exercises/photo/photo.ipynb").read_text()


def test_a_live_widget_leaves_its_static_picture() -> None:
    live = {WIDGET_VIEW: {"model_id": "1"}}
    notebook = notebook_of(
        code("play", "w", display({**live, "text/html": "<p>A portrait</p>"}), display(live))
    )

    outputs = tidied(notebook, outputs=True)["cells"][0]["outputs"]

    assert outputs == [display({"text/html": "<p>A portrait</p>"})]


def test_streams_that_the_kernel_cut_are_joined() -> None:
    notebook = notebook_of(code("play", "w", stream("a"), stream("b"), stream("c", "stderr")))

    outputs = tidied(notebook, outputs=True)["cells"][0]["outputs"]

    assert outputs == [stream("ab"), stream("c", "stderr")]


def test_a_line_break_in_markdown_stays_and_other_white_space_goes() -> None:
    notebook = notebook_of(prose("start", "\n\n# Title   \n\none  \ntwo \t\nthree   \n\n"))

    assert tidied(notebook, outputs=True)["cells"][0]["source"] == "# Title\n\none  \ntwo\nthree"


def test_generated_ids_become_words_of_the_heading_above() -> None:
    notebook = notebook_of(
        prose("3f2a9c1e", "## What do you predict? · 5 min"),
        code("4f2a9c1e", "x = 1"),
        code("5f2a9c1e", "y = 1"),
        code("kept", "z = 1"),
        {**code("6f2a9c1e", "a = 1"), "metadata": {"nbgrader": {"grade_id": "photo-q1-answer"}}},
    )

    assert [cell["id"] for cell in tidied(notebook, outputs=True)["cells"]] == [
        "what-do-you-predict",
        "what-do-you-predict-code",
        "what-do-you-predict-code-2",
        "kept",
        "photo-q1-answer",
    ]


def test_empty_cells_at_the_end_go_unless_they_are_graded() -> None:
    graded = {**prose("photo-reflection-answer", ""), "metadata": {"nbgrader": {"grade": True}}}

    assert len(tidied(notebook_of(graded, code("3f2a9c1e", " \n")), outputs=True)["cells"]) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a notebook of format 4"),
        ('{"nbformat": 3, "worksheets": []}', "not a notebook of format 4"),
        ('{"nbformat": 4}', "'nbformat_minor' is a required property|'metadata' is a required"),
        (
            json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [7]}),
            "cells → 0",
        ),
    ],
)
def test_a_broken_notebook_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(NotebookError, match=reason):
        parse(text)


def test_nothing_is_written_when_one_notebook_is_broken(
    course_with: Callable[..., Course],
) -> None:
    course = course_with("untidy")
    (course.root / "solutions/photo/photo.ipynb").write_text("{")
    before = (course.root / LESSON).read_bytes()

    with pytest.raises(NotebookError, match=r"solutions/photo/photo\.ipynb cannot be read"):
        tidy(course)
    assert (course.root / LESSON).read_bytes() == before


def notebook_of(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def prose(cell_id: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": source}


def code(cell_id: str, source: str, *outputs: dict[str, Any]) -> dict[str, Any]:
    return {**prose(cell_id, source), "cell_type": "code", "outputs": list(outputs)}


def display(data: dict[str, Any]) -> dict[str, Any]:
    return {"output_type": "display_data", "metadata": {}, "data": data}


def stream(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}
