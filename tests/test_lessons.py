"""The lessons still show what they showed when they were written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter

from weakties import workshop
from weakties.authoring.run import WELCOME
from weakties.course import load_course
from weakties.widgets.shared.fallback import NEEDS_A_KERNEL

COURSE = load_course()
TEMPLATES = Path(workshop.__file__).parent / "jupyter" / "share" / "nbconvert" / "templates"
FETCHED = re.compile(
    r"""<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)\s*=\s*["'](https?:[^"']+)"""
    r"""|@import\s[^;]*(https?:[^;"')]+)|url\(\s*["']?(https?:[^"')]+)"""
)
"""What a page asks a host for by itself, when it is opened."""


@pytest.mark.parametrize("notebook", [WELCOME, *(unit.lesson for unit in COURSE.ready)])
def test_every_cell_shows_what_is_stored_beside_it(notebook: str) -> None:
    environment = {**os.environ, "WEAKTIES_EDITION": "open"}
    options = ["-p", "nbval", "--nbval", "-p", "no:cacheprovider", "-n", "0", "-q", "--color=no"]

    result = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(COURSE.root / notebook)],
        cwd=COURSE.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout
    assert " passed" in result.stdout


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_a_page_without_a_kernel_shows_what_each_widget_asks(unit):
    notebook = nbformat.read(COURSE.root / unit.lesson, as_version=4)

    page, _ = HTMLExporter(embed_images=True).from_notebook_node(notebook)

    shown = re.compile(r"from weakties\.widgets import (?!(?:Prediction|Sketch)$)", re.MULTILINE)
    widgets = sum(len(shown.findall(cell.source)) for cell in notebook.cells)
    assert page.count(NEEDS_A_KERNEL) == widgets >= bool(unit.widgets)
    asked = sum(len(re.findall(r"(?:Prediction|Sketch)\(", cell.source)) for cell in notebook.cells)
    assert page.count("No guess yet.") >= asked >= 3
    assert "widget-view+json" not in page


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_a_page_that_the_workshop_exports_asks_no_host_and_any_other_does(unit):
    notebook = nbformat.read(COURSE.root / unit.lesson, as_version=4)
    ours = HTMLExporter(template_name="weakties", extra_template_basedirs=[str(TEMPLATES)])

    asked = [
        FETCHED.findall(exporter.from_notebook_node(notebook)[0])
        for exporter in (ours, HTMLExporter())
    ]

    assert asked[0] == []
    assert any("mathjax" in "".join(address) for address in asked[1])


def test_every_prediction_has_a_name_of_its_own_that_begins_with_its_unit():
    names = [
        (unit.slug, name)
        for unit in COURSE.ready
        for cell in nbformat.read(COURSE.root / unit.lesson, as_version=4).cells
        for name in re.findall(r'Prediction\(\s*"([^"]+)"', cell.source)
    ]

    assert [name for slug, name in names if not name.startswith(f"{slug}-")] == []
    assert len(dict(map(reversed, names))) == len(names) >= 15


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_a_lesson_names_every_claim_contradiction_and_card_that_its_unit_carries(unit):
    notebook = nbformat.read(COURSE.root / unit.lesson, as_version=4)
    # What a cell teaches is said by a tag, out of a learner's sight.
    said = [cell.source for cell in notebook.cells]
    said += [tag for cell in notebook.cells for tag in cell.metadata.get("tags", [])]
    named = set(re.findall(r"\b[ECR]\d+c?(?:\.\d+)?\b", " ".join(said)))

    assert {*unit.claims, *unit.contradictions, *unit.evidence} - named == set()


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_no_learner_reads_the_number_of_a_card(unit):
    said = [path.read_text("utf-8") for path in (COURSE.root / "course" / unit.slug).glob("*.toml")]
    said = [re.sub(r"(?m)^(taught = |#).*$", "", text) for text in said]
    for path in (unit.lesson, unit.exercise):
        for cell in nbformat.read(COURSE.root / path, as_version=4).cells:
            said.append(cell.source)
            for output in cell.get("outputs", ()):
                said += map(str, output.get("data", {}).values())
    told = re.sub(r"base64,[A-Za-z0-9+/=]+", "", "\n".join(said))

    assert re.findall(r".{0,30}\bR\d+\b.{0,30}", told) == []
