"""Build the site: lay out its sources, let Sphinx make pages of them, add Python for the browser."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import weakties
from weakties.authoring.site.bundle import bundle
from weakties.authoring.site.bytecode import (
    COMPILER,
    SITE_PACKAGES,
    STDLIB,
    Archive,
    InNode,
    compiled,
)
from weakties.authoring.site.environment import environment
from weakties.authoring.site.files import lay_out, publish
from weakties.authoring.site.jupyterlite import PACKAGES, RUN, runnable
from weakties.authoring.site.looked_over import wrong_with
from weakties.authoring.site.pages import SOURCE, pages
from weakties.authoring.site.pyodide import core
from weakties.authoring.site.sources import OWN, sources
from weakties.course import CourseError
from weakties.data.editions import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.course import Course

PLAY = "play"
"""The folder of the site that holds Python for the browser."""


@dataclass(frozen=True)
class Wanted:
    """How a site is to be.

    Parameters
    ----------
    out
        The folder that it is built into.
    pyodide
        A folder or an address with a copy of Pyodide; ``None`` to use its package and its release.
    play
        Whether widgets can be played on it.
    wheel
        Name and content of the wheel with which notebooks run on it; ``None`` where none runs.
    graded
        Whether it is for a course in which work is graded: then nothing on it tells answers.
    edition
        Of the data that widgets and notebooks on it have; the wheel is to be of the same.
    """

    out: Path
    pyodide: str | None = None
    play: bool = True
    wheel: tuple[str, bytes] | None = None
    graded: bool = False
    edition: str = OPEN


@dataclass(frozen=True)
class Built:
    """What was built.

    Parameters
    ----------
    pages
        How many.
    play_bytes
        How much a reader loads to play; 0 where nothing can be played.
    run_bytes
        How much more the packages are that a kernel loads; 0 where no notebook runs.
    """

    pages: int
    play_bytes: int
    run_bytes: int = 0


def build(course: Course, wanted: Wanted) -> Built:
    """Build the site, as far as it is not built already.

    Raises
    ------
    CourseError
        If the sources are not here, a tool cannot be had, or a page is not as it should be.
    """
    own = course.root / OWN
    if not (own / "conf.py").is_file():
        raise CourseError("The site is built in a clone of the project, where docs/site is.")
    work = course.root / ".site"
    _refuse_foreign(wanted.out)
    lay_out(work / SOURCE, _sources(course, wanted))
    python = environment(work / "environment", own / "requirements.lock")
    read = pages(work, own, course.root / "src", python)
    play = _play(course, wanted, work, python) if wanted.play else {}
    run = _run(course, wanted, work, python, play)
    below = {PLAY: play, RUN: run}
    placed = {f"{at}/{name}": data for at, part in below.items() for name, data in part.items()}
    publish(wanted.out, read | placed)
    found = wrong_with(wanted.out)
    if found:
        raise CourseError("The site is built, and not right:\n" + "\n".join(found))
    loaded = sum(len(data) for name, data in run.items() if name.startswith(PACKAGES))
    count = sum(name.endswith(".html") for name in read)
    return Built(count, sum(map(len, play.values())), loaded)


def _sources(course: Course, wanted: Wanted) -> Iterator[tuple[str, bytes]]:
    runs = wanted.play and wanted.wheel is not None
    return sources(course, graded=wanted.graded, runs=runs, edition=wanted.edition)


def _refuse_foreign(out: Path) -> None:
    """Refuse to build into a folder that holds something else."""
    if out.is_dir() and any(out.iterdir()) and not (out / ".buildinfo").is_file():
        raise CourseError(f"{out} holds something that is no site. Name another folder with --out.")


def _play(course: Course, wanted: Wanted, work: Path, python: Path) -> dict[str, bytes]:
    files = core(work / "cache", wanted.pyodide)
    own = bundle(course, Path(weakties.__file__).parent, wanted.edition)
    files["python_stdlib.zip"], files["weakties.zip"] = compiled(
        [Archive(STDLIB, files["python_stdlib.zip"]), Archive(SITE_PACKAGES, own)],
        work / "cache" / "bytecode-to-play.zip",
        InNode(python, course.root / COMPILER, files.copy()),
    )
    sizes = {name: len(content) for name, content in files.items()}
    files["files.json"] = json.dumps(sizes, indent=1).encode()
    return files


def _run(
    course: Course, wanted: Wanted, work: Path, python: Path, core: dict[str, bytes]
) -> dict[str, bytes]:
    if wanted.wheel is None or not wanted.play:
        return {}
    return runnable(
        course,
        own_wheel=wanted.wheel,
        core=core,
        pyodide=wanted.pyodide,
        python=python,
        work=work,
        compiled=partial(
            compiled,
            cache=work / "cache" / "bytecode-to-run.zip",
            translate=InNode(python, course.root / COMPILER, core),
        ),
    )
