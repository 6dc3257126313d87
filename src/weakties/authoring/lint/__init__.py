"""Find what is wrong with a course's notebooks before a learner does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weakties.authoring.lint import cells, checks, files, prose
from weakties.authoring.lint.finding import Finding
from weakties.authoring.lint.material import materials

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from weakties.authoring.lint.material import Material
    from weakties.course import Course

    Rule = Callable[[Material], Iterator[Finding]]

__all__ = ["RULES", "Finding", "lint"]

RULES: Final[tuple[Rule, ...]] = (
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
    checks.check_stderr,
    checks.check_end,
    prose.headings,
    prose.minutes,
    prose.alt_text,
    prose.dead_link,
    prose.unlisted,
    prose.export_rows,
)


def lint(course: Course, slugs: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what every rule finds in the units called `slugs`, sorted by file.

    Parameters
    ----------
    course
        The course to look at.
    slugs
        The units to look at; without any, the whole course with its welcome.

    Raises
    ------
    CourseError
        If a slug names no unit that is ready.
    """
    found = {
        finding
        for material in materials(course, slugs)
        for rule in RULES
        for finding in rule(material)
    }
    return tuple(sorted(found))
