"""``weakties teach pack``: what learners are given, and only that."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.arguments import Course

if TYPE_CHECKING:
    from collections.abc import Mapping


def pack(
    out: Annotated[
        Path,
        typer.Option(
            metavar="FILE", help="A folder for a wheel, or a name ending in .zip for an LMS."
        ),
    ] = Path(),
    units: Annotated[
        str,
        typer.Option(metavar="A,B", help="Which units.", show_default="the cohort's, else all"),
    ] = "",
    edition: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Which edition of the data.",
            show_default="the cohort's, else open",
        ),
    ] = "",
    with_key: Annotated[
        bool, typer.Option("--with-key", help="With worked answers, for whoever studies alone.")
    ] = False,
    offline: Annotated[
        bool,
        typer.Option(
            "--offline", help="A folder for a stick, with all that machines like this one need."
        ),
    ] = False,
    machines: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="A,B",
            help="With --offline: for which machines, such as windows-3.12,macos-3.13.",
            show_default="machines like this one",
        ),
    ] = "",
    exchange: Annotated[
        str,
        typer.Option(
            metavar="DIR", help="A course's folder in nbgrader's exchange, to hand in to."
        ),
    ] = "",
    course: Course = Path(),
) -> None:
    """Pack what learners get: lessons, exercises, data and library, without the key.

    Without worked answers, hidden checks, facilitation and grading.
    In the folder of a cohort, it is packed for that cohort.
    """
    from weakties.course import load_course
    from weakties.teaching.packing.contents import packed
    from weakties.teaching.packing.folder import folder_of, zip_of
    from weakties.teaching.packing.handout import Asked, handout_of
    from weakties.teaching.packing.kinds import kinds_in, told
    from weakties.teaching.packing.offline import fetch
    from weakties.teaching.packing.wheel import version_at, wheel_name, wheel_of, write_new

    kinds = kinds_in(machines)
    if kinds and not offline:
        raise typer.BadParameter("--for says for which machines a stick is: add --offline.")
    named = [slug.strip() for slug in units.split(",") if slug.strip()]
    handout = handout_of(load_course(), course, Asked(named, edition, with_key, exchange))
    files, version = packed(handout), version_at(datetime.now(UTC))
    if out.suffix == ".whl" and out.name != wheel_name(version):
        raise typer.BadParameter(
            f"pip takes a wheel by its own name only. Give a folder: --out {shlex.quote(str(out.parent))}"
        )
    if offline:
        _write_folder(out, folder_of(files, version, handout.pack, offline_on=told(kinds)))
        place = out / "wheels" / wheel_name(version)
        fetched = fetch(place, kinds)
    elif out.suffix == ".zip":
        place = out
        write_new(place, zip_of(folder_of(files, version, handout.pack)))
    else:
        place = out / wheel_name(version)
        write_new(place, wheel_of(files, version))
    key = "with its key" if with_key else "without its key"
    typer.echo(
        f"{place} holds {', '.join(handout.units)}, edition {handout.pack.edition}, {key} "
        f"({place.stat().st_size / 1e6:.1f} MB)."
    )
    if offline:
        typer.echo(
            f"{out} holds {fetched} packages for {told(kinds)}. "
            "Learners copy it from the stick, and type in it, without a network: python3 start.py"
        )
    elif out.suffix == ".zip":
        typer.echo("Learners unpack it, and type in its folder: python3 start.py")
    else:
        typer.echo(
            "Learners who have uv type in the folder with it, and need no Python before:\n"
            f"  uvx --from ./{place.name} weakties start\n"
            "and those who have Python 3.11 or newer:\n"
            f"  pip install ./{place.name}\n  weakties start"
        )


def _write_folder(place: Path, files: Mapping[str, bytes]) -> None:
    from weakties.teaching.packing.wheel import write_new

    # What is there of an earlier pack would be installed with it.
    if place.is_dir() and any(place.iterdir()):
        raise typer.BadParameter(f"{place} holds something already. Name a new folder: --out stick")
    for name, data in files.items():
        write_new(place / name, data)
