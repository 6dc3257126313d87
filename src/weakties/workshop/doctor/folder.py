"""What can be wrong with a working folder: where notebooks lie, how old they are, what runs them."""

from __future__ import annotations

import json
import os
import tempfile
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from weakties.command import command
from weakties.own_folder import PRIVATE, own_folder
from weakties.progress import Store
from weakties.workshop.doctor.finding import Finding
from weakties.workshop.packaged import packaged_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.course import Course

KERNEL = "python3"
"""The kernel that notebooks of the course are for: the Python that runs weakties."""


def wrong_with_folder(course: Course, place: Path) -> Iterator[Finding]:
    """Yield what is wrong with the working folder around `place`, or with what lies there instead."""
    folder = own_folder(place)
    if folder is None:
        yield from _outside(course, place)
        return
    yield from _permissions(course, folder)
    yield from _kernels(folder)
    yield from _old_copies(course, folder)
    yield from _record(folder)


def _outside(course: Course, place: Path) -> Iterator[Finding]:
    ours = {f"{unit.slug}.ipynb" for unit in course.ready} | {"lesson.ipynb", "welcome.ipynb"}
    stray = sorted(path.name for path in place.glob("*.ipynb") if path.name in ours)
    if stray:
        yield Finding(
            f"{', '.join(stray)} lies outside of a workshop's folder: there the course does not "
            "remember your progress, and links lead nowhere.",
            f"Begin a folder with {command('start')}, and move your notebook to its place in it.",
        )
    else:
        yield Finding(
            f"No workshop is laid out in {place}.", f"Begin one, or go to yours: {command('start')}"
        )


def _permissions(course: Course, folder: Path) -> Iterator[Finding]:
    try:
        tempfile.TemporaryFile(dir=folder / PRIVATE).close()
    except OSError as error:
        yield Finding(
            f"{folder / PRIVATE} can't be written to ({error.strerror}): your progress is not kept.",
            f"Make the folder yours, or begin another one: {command('start my-workshop')}",
        )
    notebooks = [folder / path for unit in course.ready for path in (unit.lesson, unit.exercise)]
    locked = [path for path in notebooks if path.is_file() and not os.access(path, os.W_OK)]
    if locked:
        names = ", ".join(path.relative_to(folder).as_posix() for path in locked)
        yield Finding(
            f"JupyterLab can't save {names}: you may only read it.",
            "Make it yours in your system's file manager, under its properties.",
        )


def _kernels(folder: Path) -> Iterator[Finding]:
    for path in sorted([*folder.glob("course/**/*.ipynb"), *folder.glob("exercises/**/*.ipynb")]):
        if ".ipynb_checkpoints" in path.parts:
            continue
        name = path.relative_to(folder).as_posix()
        try:
            kernel = json.loads(path.read_text(encoding="utf-8"))["metadata"].get("kernelspec", {})
        except (OSError, ValueError, KeyError, AttributeError):
            yield Finding(
                f"{name} is no readable notebook.",
                f"Move it away; {command('start')} lays out a fresh one.",
            )
            continue
        chosen = kernel.get("name", KERNEL) if isinstance(kernel, dict) else KERNEL
        if chosen != KERNEL:
            yield Finding(
                f"{name} runs in the kernel “{chosen}”, which need not know weakties.",
                "In JupyterLab: Kernel, Change Kernel, Python 3 (ipykernel).",
            )


def _old_copies(course: Course, folder: Path) -> Iterator[Finding]:
    for path, content in packaged_files(course).items():
        new = sha256(content).hexdigest()
        whole = PurePosixPath(path)
        beside = (folder / path).parent.glob(f"{whole.stem} (updated*){whole.suffix}")
        for found in sorted(beside):
            if sha256(found.read_bytes()).hexdigest() == new:
                yield Finding(
                    f"You have an older copy of {path}: its new version lies beside it, {found.name}.",
                    "Go on in the new one, and copy into it what you want to keep.",
                )


def _record(folder: Path) -> Iterator[Finding]:
    store = Store(folder)
    record = store.read()
    if record.broken:
        lines = "1 line" if record.broken == 1 else f"{record.broken} lines"
        yield Finding(
            f"{lines} of {store.path} can't be read and did not count.",
            "You may delete them; all others count.",
        )
    if record.later:
        yield Finding(
            f"A newer weakties has written into {store.path}.", "Update weakties to count that."
        )
