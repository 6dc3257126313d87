"""Everything that the site's pages are made of: the project's own texts, each from its one home."""

from __future__ import annotations

import posixpath
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import nbformat

from weakties.authoring.site.lesson_page import code_cell, lesson_page, raw
from weakties.authoring.site.links import relinked, section
from weakties.data.editions import OPEN
from weakties.lesson.evidence import evidence, read_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weakties.course import Course, Unit

OWN = "docs/site"
"""Where the pages lie that only the site has."""

SCRIPT = "facilitate"
"""The page of a unit that is its instructor's, and tells what comes out."""

FRONT = ("photo", "photo-studio")
"""The unit and the cell of its lesson that is played on the front page."""

LAB = "run/lab/index.html?path="
"""What leads to a notebook that runs, where the site has such."""

AS_A_PAGE = (
    "*This is the lesson as a page: what has a button runs here, in your browser; everything else "
    "shows what came out.*"
)

OF_AN_EDITION = (
    "*What is shown here came out of the open edition of the data. What runs in your browser has "
    "edition {}, and its numbers are its own.*"
)

_SCRIPTS = f"""## A script for each unit

Minutes, what to say, which wrong answers to expect, and what to cut when late: `facilitate.md` in each unit's folder below `course/`.

```{{toctree}}
:maxdepth: 1
:glob:

{SCRIPT}/*
```
"""

_CHAPTERS = {"Learners": "learners", "Instructors": "instructors", "Authors": "authors"}


def pages_of(course: Course, *, graded: bool = False) -> dict[str, str]:
    """Return where each file of the project that the site shows lies on it.

    Parameters
    ----------
    course
        The table of contents.
    graded
        Whether what instructors are told of answers is left out.
    """
    docs = course.root / "docs"
    found = {
        "README.md": "index.md",
        "course/welcome.ipynb": "welcome.md",
        "course/evidence.toml": "evidence.md",
        "docs/claims.md": "claims.md",
    }
    for page in sorted(docs.glob("*.md")):
        found.setdefault(f"docs/{page.name}", f"handbook/{page.name}")
    for picture in sorted(docs.glob("*.png")):
        found[f"docs/{picture.name}"] = f"pictures/{picture.name}"
    for unit in course.ready:
        found[unit.lesson] = f"units/{unit.slug}.md"
        found[unit.exercise] = f"notebooks/{posixpath.basename(unit.exercise)}"
        for page in sorted((course.root / "course" / unit.slug).glob("*.md")):
            place = f"course/{unit.slug}/{page.name}"
            if page.stem != SCRIPT:
                found[place] = f"units/{unit.slug}-{page.name}"
            elif not graded:
                found[place] = f"{SCRIPT}/{unit.slug}.md"
    return found


def sources(
    course: Course, *, graded: bool = False, runs: bool = False, edition: str = OPEN
) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every source of the site.

    Parameters
    ----------
    course, graded
        As for :func:`pages_of`.
    runs
        Whether notebooks run on it.
    edition
        Of the data that notebooks and widgets on it have.
    """
    pages = pages_of(course, graded=graded)
    for was, becomes in pages.items():
        if was == "README.md":
            continue
        yield (
            becomes,
            _source(course, was, becomes, pages, runs=runs, edition=edition).encode()
            if becomes.endswith(".md")
            else (course.root / was).read_bytes(),
        )
    readme = (course.root / "README.md").read_text("utf-8")
    for heading, name in _CHAPTERS.items():
        place = f"parts/{name}.md"
        text = relinked(section(readme, heading), was="README.md", becomes="x.md", pages=pages)
        yield place, text.encode()
    yield "parts/units.md", _units(course).encode()
    yield "parts/where.md", _where(runs=runs).encode()
    yield "parts/scripts.md", ("" if graded else _SCRIPTS).encode()
    yield "parts/front.md", _front(course).encode()
    yield from _own(course.root / OWN)


def _source(
    course: Course, was: str, becomes: str, pages: dict[str, str], *, runs: bool, edition: str
) -> str:
    if was == "course/evidence.toml":
        return _evidence(course)
    if was.endswith(".ipynb"):
        notebook = nbformat.read(course.root / was, as_version=4)
        unit = next((unit for unit in course.ready if unit.lesson == was), None)
        before = _before(unit, edition) if unit else ""
        if runs:
            before += _runs(was, becomes, unit)
        text = lesson_page(notebook, before=before)
    else:
        text = (course.root / was).read_text("utf-8")
    return relinked(text, was=was, becomes=becomes, pages=pages)


def _before(unit: Unit, edition: str) -> str:
    whose = "" if edition == OPEN else f"\n{OF_AN_EDITION.format(edition)}\n"
    return f"```{{rst-class}} wt-tension\n```\n{unit.tension}\n\n{AS_A_PAGE}\n{whose}"


def _runs(was: str, becomes: str, unit: Unit | None) -> str:
    """Return what leads from a page to its notebooks."""
    above = "../" * becomes.count("/")
    named = {"Run this notebook" if unit is None else "Run this lesson": was}
    if unit:
        named["Run its exercise"] = unit.exercise
    links = "".join(f"<a href='{above}{LAB}{path}'>{name}</a>" for name, path in named.items())
    about = f"<a href='{above}handbook/in-the-browser.html'>What that means</a>"
    return f"\n{raw(f'<p class=wt-run>{links}<span>in your browser. {about}</span></p>')}\n"


def _where(*, runs: bool) -> str:
    """Return where exercises are done: on this site, or not."""
    if runs:
        link = f"<a href='{LAB}course/welcome.ipynb'>JupyterLab in your browser</a>"
        return (
            f"Lessons and exercises run whole in {link}, with checks that answer at once. Your work "
            "is kept in this browser only: [what is kept, and how to take it along]"
            "(handbook/in-the-browser.md).\n"
        )
    return (
        "The exercises, with checks that answer at once, run in JupyterLab on your own machine: "
        "below is how. This site was built without notebooks that run in the browser.\n"
    )


def _front(course: Course) -> str:
    return "\n\n".join(code_cell(front_cell(course), runs=True)) + "\n"


def front_cell(course: Course) -> Any:
    """Return the cell that the front page plays; no guess of the lesson stands before it there."""
    unit, wanted = FRONT
    notebook = nbformat.read(course.root / course.unit(unit).lesson, as_version=4)
    cell = next(cell for cell in notebook.cells if cell.id == wanted)
    cell.source = re.sub(r"\(after=\w+\)", "()", cell.source)
    return cell


def _evidence(course: Course) -> str:
    cards = [evidence(card)._repr_mimebundle_()["text/html"] for card in read_evidence(course.root)]
    return (
        "# Evidence cards\n\n"
        "Each card is one published finding: the dots say how sure we are, one line what it does "
        "**not** show; numbers and source unfold.\n\n" + raw("\n".join(cards)) + "\n"
    )


def _units(course: Course) -> str:
    cards = (
        f"<li><a href='units/{unit.slug}.html'><strong>{unit.title}</strong>"
        f"<span>{unit.tension}</span>"
        f"<small>{unit.minutes[0]} to {unit.minutes[1]} minutes with its exercise</small></a></li>"
        for unit in course.ready
    )
    hidden = "\n".join(f"units/{unit.slug}" for unit in course.ready)
    return f"{raw('<ol class=wt-units>' + ''.join(cards) + '</ol>')}\n\n```{{toctree}}\n:hidden:\n\n{hidden}\n```\n"


def _own(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((*folder.glob("*.md"), *folder.glob("static/*"))):
        yield path.relative_to(folder).as_posix(), path.read_bytes()
    # What makes an element of a page, for the widgets and for what hosts them there.
    yield "static/element.js", (files("weakties.widgets.shared") / "element.js").read_bytes()
