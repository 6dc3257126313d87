"""``weakties author``: keep the notebooks honest."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from weakties.authoring.lint import Finding
    from weakties.course import Course

app = typer.Typer(help="Write and prove exercises.", no_args_is_help=True)

Units = Annotated[
    list[str] | None,
    typer.Argument(metavar="UNIT", help="Units such as photo; all of them by default."),
]
Root = Annotated[
    Path | None,
    typer.Option(
        help="The folder that holds course/; by default the course that came with weakties.",
        exists=True,
        file_okay=False,
        resolve_path=True,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object for a script.")]


@app.command()
def new(
    slug: Annotated[str, typer.Argument(metavar="UNIT", help="Its name in folders and ids.")],
    title: Annotated[str, typer.Option(help="What learners read; course.toml may have it.")] = "",
    questions: Annotated[int, typer.Option(help="How many a check grades.")] = 6,
    dataset: Annotated[str, typer.Option(help="Its first dataset; UNIT by default.")] = "",
    widget: Annotated[str, typer.Option(help="Its widget's folder; UNIT by default.")] = "",
    root: Root = None,
) -> None:
    """Lay out a whole unit, in which each file says what belongs there."""
    from weakties.authoring.new import Wanted, lay_out
    from weakties.command import command

    course = _course(root)
    written = lay_out(course, Wanted(slug, title, questions, dataset, widget))
    typer.echo("\n".join(f"written: {path}" for path in written))
    typer.echo(f"What to write, and in which order: {command(f'author lint {slug}')}")


@app.command()
def tidy(
    units: Units = None,
    root: Root = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a notebook would change.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring notebooks to one normal form, so that a diff shows only what was meant."""
    from weakties.authoring.tidy import tidy as tidy_notebooks

    changed = tidy_notebooks(_course(root), units or (), write=not check)
    if as_json:
        typer.echo(json.dumps({"would_change" if check else "changed": changed}, indent=2))
    else:
        verb = "would change" if check else "tidied"
        typer.echo("\n".join(f"{verb}: {path}" for path in changed) or "Every notebook is tidy.")
    raise typer.Exit(1 if check and changed else 0)


@app.command()
def lint(units: Units = None, root: Root = None, as_json: AsJson = False) -> None:
    """Find what is wrong with notebooks, hints and answers; exit 1 if anything is."""
    from weakties.authoring.lint import lint as find
    from weakties.authoring.lint import paces

    course = _course(root)
    findings, minutes = find(course, units or ()), paces(course, units or ())
    if as_json:
        found = [asdict(finding) for finding in findings]
        typer.echo(json.dumps({"findings": found, "minutes": minutes}, indent=2))
    else:
        typer.echo("\n\n".join([*map(_in_words, findings), *minutes, _summary(findings)]))
    raise typer.Exit(1 if findings else 0)


@app.command()
def release(units: Units = None, root: Root = None) -> None:
    """Write exercises/ from solutions/, without solutions and hidden tests; and docs/claims.md."""
    from weakties.authoring.release import release as release_exercises
    from weakties.command import command

    course = _course(root)
    changed = release_exercises(course, units or ())
    typer.echo("\n".join(f"released: {path}" for path in changed) or "Every exercise is current.")
    if (course.root / "gradebook.db").is_file():
        typer.echo(
            f"The gradebook takes changes over at the next `{command('grade UNIT')}`.", err=True
        )


@app.command()
def prove(
    units: Units = None,
    root: Root = None,
    as_json: AsJson = False,
    quick: Annotated[
        bool, typer.Option("--quick", help="Grade right answers only; the others are just checked.")
    ] = False,
) -> None:
    """Grade every catalogued answer, in several editions; exit 1 on a surprise."""
    from weakties.authoring.prove import prove as prove_unit

    course = _course(root)
    chosen = [course.listed(slug) for slug in units] if units else course.ready
    proofs = []
    for unit in chosen:
        if not as_json:
            typer.echo(f"Proving {unit.slug}, which takes a minute ...")
        proofs.append(prove_unit(course, unit, quick=quick))
    if as_json:
        typer.echo(json.dumps({proof.unit: proof.as_json() for proof in proofs}, indent=2))
    else:
        typer.echo("\n\n".join(map(str, proofs)))
    raise typer.Exit(1 if any(proof.failures for proof in proofs) else 0)


@app.command()
def apart(
    units: Units = None,
    root: Root = None,
    editions: Annotated[int, typer.Option(help="How many editions of the data.")] = 100,
) -> None:
    """Say how many values each answer takes over editions, and how near wrong roads come."""
    from weakties.authoring.apart import spread

    course = _course(root)
    chosen = [course.listed(slug) for slug in units] if units else course.ready
    names = ["open", *(f"sweep-{i:03d}" for i in range(editions - 1))]
    found = [one for unit in chosen if unit.datasets for one in spread(course, unit, names)]
    narrow = [one for one in found if not one.is_wide]
    typer.echo("\n".join(map(str, found)))
    typer.echo(
        f"{_count(len(found), 'answer')} in {_count(editions, 'edition')}; with fewer than five values, "
        f"or a wrong road within 20 tolerances: {', '.join(f'{one.question} {one.answer}' for one in narrow) or 'none'}."
    )
    raise typer.Exit(1 if narrow else 0)


@app.command()
def run(units: Units = None, root: Root = None) -> None:
    """Run lessons from top to bottom and keep what they show, for the tests to compare."""
    from weakties.authoring.run import run_lessons

    done = run_lessons(_course(root), units or ())
    typer.echo("\n".join(f"run: {path}" for path in done))


@app.command()
def data(root: Root = None) -> None:
    """Write the committed edition of every dataset, and its checksum on its card."""
    from weakties.authoring.dataset_files import write_datasets

    course = _course(root)
    written = write_datasets(course.root / "data")
    typer.echo("\n".join(f"written: data/{path}" for path in written))


def _course(root: Path | None) -> Course:
    from weakties.course import load_course

    if root and not (root / "course" / "course.toml").is_file():
        raise typer.BadParameter(f"{root} holds no course/course.toml.", param_hint="--root")
    return load_course(root)


def _in_words(finding: Finding) -> str:
    where = " · ".join(part for part in (finding.path, finding.cell, finding.rule) if part)
    return f"{where}\n  {finding.problem}\n  → {finding.remedy}"


def _summary(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "Nothing to mend."
    files = len({finding.path for finding in findings})
    return f"{_count(len(findings), 'finding')} in {_count(files, 'file')}."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
