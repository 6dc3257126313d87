"""Lay the course out in a folder: read it, ask the plan, write."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.command import command
from weakties.own_folder import MANIFEST, PRIVATE, own_folder
from weakties.workshop.errors import WorkshopError
from weakties.workshop.news import news
from weakties.workshop.packaged import packaged_files
from weakties.workshop.plan import Manifest, after, plan

if TYPE_CHECKING:
    from weakties.course import Course

USUAL = "weakties-workshop"
"""The working folder where none is named."""

_COURSE_FOLDERS = ("course", "exercises", "solutions", "data")


@dataclass(frozen=True)
class Kept:
    """A file that the learner changed, and where its new version was put."""

    path: str
    updated: str


@dataclass(frozen=True)
class LaidOut:
    """What laying out came to: files that were left alone, and one line on what is new, if any."""

    kept: list[Kept]
    news: str


def working_folder(folder: Path, course: Course) -> Path:
    """Return `folder` in full, made if need be.

    Raises
    ------
    WorkshopError
        If it is a file, part of the course itself, or can't be written to.
    """
    folder = folder.expanduser().resolve()
    if folder.exists() and not folder.is_dir():
        raise WorkshopError(
            f"{folder} is a file. Name a folder for your work: {command('start my-workshop')}"
        )
    if _belongs_to_course(folder, course.root):
        raise WorkshopError(
            f"{folder} is part of the course itself. Name another folder for your work: "
            f"{command('start my-workshop')}"
        )
    try:
        (folder / PRIVATE).mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder / PRIVATE).close()
    except OSError as error:
        raise _unwritable(folder, error) from None
    return folder


def found_folder(folder: Path | None, here: Path | None = None) -> Path:
    """Return the working folder that somebody means, which was laid out before.

    Parameters
    ----------
    folder
        What they named; by default the folder that they are in, or the usual one beside it.
    here
        Where they are.

    Raises
    ------
    WorkshopError
        If there is none.
    """
    here = here or Path.cwd()
    for place in [folder] if folder else [here, here / USUAL]:
        if (found := own_folder(place.expanduser())) is not None:
            return found
    where = folder or here
    raise WorkshopError(
        f"No workshop is laid out in {where}. Name the folder with your work, or begin: "
        f"{command('start')}"
    )


def lay_out(course: Course, folder: Path) -> LaidOut:
    """Write what is new of `course` into `folder`; return what was left alone and what is new.

    Safe to stop at any moment: each file appears whole or not at all, and one that was written
    but not noted down is recognized by its content the next time.

    Raises
    ------
    WorkshopError
        If the course lacks a file or the folder can't be written to.
    """
    content = packaged_files(course)
    packaged = {path: sha256(data).hexdigest() for path, data in content.items()}
    private = folder / PRIVATE
    try:
        manifest = _read(private / MANIFEST)
        present = _hashes(folder, {*packaged, *manifest.laid})
        writes = plan(packaged, manifest, present)
        for write in writes:
            _replace(folder / write.target, content[write.source], private)
        noted = json.dumps(asdict(after(packaged, manifest, present, writes)), indent=1)
        _replace(private / MANIFEST, noted.encode(), private)
    except OSError as error:
        raise _unwritable(folder, error) from None
    kept = [Kept(write.source, write.target) for write in writes if write.target != write.source]
    return LaidOut(kept, news(packaged, manifest, course))


def _belongs_to_course(folder: Path, root: Path) -> bool:
    is_a_checkout = (folder / "course" / "course.toml").is_file()
    inside = any(folder.is_relative_to((root / name).resolve()) for name in _COURSE_FOLDERS)
    return is_a_checkout or inside


def _read(path: Path) -> Manifest:
    """Return the manifest, an empty one if there is none or it is damaged.

    Without a manifest every file that differs counts as the learner's: nothing is lost.
    """
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(dict(table["laid"]), dict(table["given"]))
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return Manifest()


def _hashes(folder: Path, paths: set[str]) -> dict[str, str]:
    beside = {
        found.relative_to(folder).as_posix()
        for parent in {(folder / path).parent for path in paths}
        for found in parent.glob("* (updated*")
    }
    return {
        path: sha256((folder / path).read_bytes()).hexdigest()
        for path in paths | beside
        if (folder / path).is_file()
    }


def _replace(target: Path, data: bytes, scratch: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = scratch / f"{os.getpid()}.part"
    part.write_bytes(data)
    part.replace(target)


def _unwritable(folder: Path, error: OSError) -> WorkshopError:
    what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
    return WorkshopError(
        f"The workshop can't be laid out in {folder} ({what}). "
        f"Name a folder that you may write to: {command('start my-workshop')}"
    )
