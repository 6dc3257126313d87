"""The lessons still show what they showed when they were written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import nbformat
import pytest
from nbconvert import HTMLExporter

from weakties import workshop
from weakties.authoring.run import WELCOME
from weakties.course import load_course
from weakties.widgets.shared.fallback import NEEDS_A_KERNEL

COURSE = load_course()
TESTS = Path(__file__).parent
SHOWN = [WELCOME, *(unit.lesson for unit in COURSE.ready)]
"""Notebooks with outputs stored in them."""
TEMPLATES = Path(workshop.__file__).parent / "jupyter" / "share" / "nbconvert" / "templates"
FETCHED = re.compile(
    r"""<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)\s*=\s*["'](https?:[^"']+)"""
    r"""|@import\s[^;]*(https?:[^;"')]+)|url\(\s*["']?(https?:[^"')]+)"""
)
"""What a page asks a host for by itself, when it is opened."""


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    """Return what nbval said of each notebook's cells; one run of it has all of them."""
    report = tmp_path_factory.mktemp("nbval") / "report.xml"
    environment = {**os.environ, "WEAKTIES_EDITION": "open", "PYTHONPATH": str(TESTS)}
    options = ["-p", "nbval", "--nbval", "-p", "processes.nbval_kernels", "-p", "no:cacheprovider"]
    options += ["-n", "0", "-q", "--color=no", f"--junitxml={report}", "-o", "junit_family=xunit1"]
    subprocess.run(
        [sys.executable, "-m", "pytest", *options, *(COURSE.root / path for path in SHOWN)],
        cwd=COURSE.root,
        env=environment,
        capture_output=True,
        check=False,
    )
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 - it is pytest's own
        failures = ["".join(part.itertext()) for part in case]
        said[case.attrib["file"]].update(failures or ["passed"])
    return said


@pytest.mark.parametrize("notebook", SHOWN)
def test_every_cell_shows_what_is_stored_beside_it(
    notebook: str, compared: dict[str, Counter[str]]
) -> None:
    cells = nbformat.read(COURSE.root / notebook, as_version=4).cells
    run = sum(cell.cell_type == "code" for cell in cells)

    assert compared[notebook] == {"passed": run}
    assert run > 0


@cache
def exporter(template: str) -> HTMLExporter:
    """Return what exports by a template, which takes longer to read than a lesson to export."""
    return HTMLExporter(template_name=template, extra_template_basedirs=[str(TEMPLATES)])


@cache
def exported(lesson: str, template: str) -> str:
    """Return a lesson as a page."""
    page: str = exporter(template).from_notebook_node(
        nbformat.read(COURSE.root / lesson, as_version=4)
    )[0]
    return page


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_a_page_without_a_kernel_shows_what_each_widget_asks(unit):
    notebook = nbformat.read(COURSE.root / unit.lesson, as_version=4)

    page = exported(unit.lesson, "lab")

    shown = re.compile(r"from weakties\.widgets import (?!(?:Prediction|Sketch)$)", re.MULTILINE)
    widgets = sum(len(shown.findall(cell.source)) for cell in notebook.cells)
    assert page.count(NEEDS_A_KERNEL) == widgets >= bool(unit.widgets)
    asked = sum(len(re.findall(r"(?:Prediction|Sketch)\(", cell.source)) for cell in notebook.cells)
    assert page.count("No guess yet.") >= asked >= 3
    assert "widget-view+json" not in page


@pytest.mark.parametrize("unit", COURSE.ready, ids=lambda unit: unit.slug)
def test_a_page_that_the_workshop_exports_asks_no_host_and_any_other_does(unit):
    asked = [FETCHED.findall(exported(unit.lesson, name)) for name in ("weakties", "lab")]

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
