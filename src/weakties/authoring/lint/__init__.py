"""Find what is wrong with a course's notebooks before a learner does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weakties.authoring.layout import parts_of
from weakties.authoring.lint import (
    cards,
    cells,
    checks,
    claims,
    exactness,
    facilitation,
    files,
    guesses,
    outcomes,
    pace,
    prose,
    recall,
    unfinished,
)
from weakties.authoring.lint.finding import Finding
from weakties.authoring.lint.material import materials

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from weakties.authoring.lint.material import Material
    from weakties.course import Course

    Rule = Callable[[Material], Iterator[Finding]]

__all__ = ["RULES", "Finding", "lint", "paces"]

RULES: Final[tuple[Rule, ...]] = (
    unfinished.entry,
    unfinished.draft,
    unfinished.missing_part,
    unfinished.unwritten,
    unfinished.untested,
    unfinished.unoffered,
    files.unreadable,
    files.missing_file,
    files.stray_file,
    files.untidy,
    files.outputs,
    files.stale_exercise,
    files.hints,
    files.answers,
    cells.double_id,
    cells.generated_id,
    cells.question_cells,
    cells.unknown_question,
    cells.question_metadata,
    cells.points_shown,
    cells.points_set,
    cells.no_solution,
    cells.no_rubric,
    cells.markers,
    checks.syntax,
    checks.starter,
    checks.check_form,
    checks.check_label,
    checks.check_reads,
    checks.check_binds,
    checks.check_hidden,
    checks.check_meaning,
    checks.check_stderr,
    checks.check_end,
    exactness.decimals,
    exactness.tolerance,
    prose.headings,
    pace.minutes,
    pace.reckoned,
    pace.words,
    pace.lines,
    guesses.open_guess,
    prose.alt_text,
    prose.dead_link,
    prose.unlisted,
    prose.export_rows,
    claims.claims_file,
    claims.untold_claim,
    claims.untaught_claim,
    claims.taught_again,
    claims.placed_claim,
    claims.claim_card,
    cards.placed_card,
    claims.stale_claims,
    recall.recall,
    facilitation.facilitation,
    outcomes.outcomes,
    outcomes.core,
)


def lint(course: Course, slugs: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what every rule finds in the units called `slugs`.

    Findings stand in the order in which one would write the parts of a unit, from its entry in
    course.toml to the page for instructors. Where none is left, a unit that is not ready is one.

    Parameters
    ----------
    course
        The course to look at.
    slugs
        The units to look at, ready or not; without any, all that are ready and the welcome.

    Raises
    ------
    CourseError
        If a slug names no unit.
    """
    found: list[Finding] = []
    for material in materials(course, slugs):
        own = dict.fromkeys(finding for rule in RULES for finding in rule(material))
        found += sorted(own or unfinished.not_ready(material), key=_place_in(material))
    return tuple(dict.fromkeys(found))


def _place_in(material: Material) -> Callable[[Finding], tuple[int, int]]:
    """Return the key that sorts findings as the parts of a unit, and cells as they stand."""
    parts = parts_of(material.course.root, material.unit) if material.unit else ()
    place = {path: number for number, path in enumerate(parts)}
    cells = {
        (notebook.path, cell.id): number
        for notebook in material.notebooks
        for number, cell in enumerate(notebook.cells)
    }
    return lambda finding: (
        place.get(finding.path, len(place)),
        cells.get((finding.path, finding.cell), -1),
    )


def paces(course: Course, slugs: Collection[str] = ()) -> tuple[str, ...]:
    """Return for each lesson the minutes that it takes beside those that it promises.

    Raises
    ------
    CourseError
        If a slug names no unit.
    """
    return tuple(line for material in materials(course, slugs) for line in pace.beside(material))
