"""How the checks of a notebook are run apart from the learner's code, worked out from its source.

The instructor's notebook says which names are answers: those that its solution cells bind or change,
and for a check that needs it, those that they touch.
Everything else that a check reads comes from the instructor's own cells, which run with the checks;
a learner has no say in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from weakties.grading.job import Place, Step
from weakties.grading.verdict.names import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Role(Enum):
    """What a code cell is for."""

    SOLUTION = "solution"
    CHECK = "check"
    OTHER = "other"


@dataclass(frozen=True)
class Cell:
    """A code cell of a notebook.

    Parameters
    ----------
    number
        Its place among all cells of the notebook.
    role
        What it is for.
    source
        Its code.
    grade_id
        Its name, if it has one.
    """

    number: int
    role: Role
    source: str
    grade_id: str = ""


@dataclass(frozen=True)
class Prelude:
    """An instructor's cell that checks build on, with the answers that it reads."""

    source: str
    wants: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckPlan:
    """How one check is run.

    Parameters
    ----------
    apart
        Whether it runs apart from the learner's code at all.
    wants
        The answers that it reads.
    preludes
        The instructor's cells that it builds on, in their order.
    visible
        The part of it that learners have, for the names that it binds.
    """

    apart: bool = True
    wants: tuple[str, ...] = ()
    preludes: tuple[Prelude, ...] = ()
    visible: str = ""


@dataclass(frozen=True)
class Plan:
    """How the checks of one notebook are run, by their names."""

    checks: Mapping[str, CheckPlan] = field(default_factory=dict)

    def with_checks(self, other: Plan, grade_ids: Sequence[str]) -> Plan:
        """Return the plan with some checks run as another plan has it."""
        return Plan({**self.checks, **{name: other.checks[name] for name in grade_ids}})

    def with_inside(self, grade_ids: Sequence[str]) -> Plan:
        """Return the plan with some checks run among the learner's cells after all."""
        inside = {name: replace(self.checks[name], apart=False) for name in grade_ids}
        return Plan({**self.checks, **inside})


def plan_of(source: Sequence[Cell], visible: Mapping[str, str], *, touched: bool = False) -> Plan:
    """Return the plan for a notebook.

    Parameters
    ----------
    source
        The code cells of the instructor's notebook, with solutions and complete checks.
    visible
        The parts of the checks that learners have, by name.
    touched
        Whether what a solution cell calls a method of, or hands to a function, is an answer too.
    """
    solved = [names_in(cell.source) for cell in source if cell.role is Role.SOLUTION]
    answers = frozenset[str]().union(
        *(
            names.binds | names.changes | (names.touches if touched else frozenset())
            for names in solved
        )
    )
    plans: dict[str, CheckPlan] = {}
    for position, cell in enumerate(source):
        if cell.role is Role.CHECK:
            before = [other for other in source[:position] if other.role is Role.OTHER]
            answered = answers - _imported(before)
            plans[cell.grade_id] = CheckPlan(
                wants=_sorted(names_in(cell.source).reads & answered),
                preludes=tuple(_preludes(cell, before, answered)),
                visible=visible.get(cell.grade_id, ""),
            )
    return Plan(plans)


def steps(cells: Sequence[Cell], plan: Plan) -> tuple[Step, ...]:
    """Return what is to be run for a notebook, in its order.

    Parameters
    ----------
    cells
        The code cells of the submission.
    plan
        How its checks are run.
    """
    return tuple(_steps(cells, plan))


def _steps(cells: Sequence[Cell], plan: Plan) -> Iterator[Step]:
    done: set[Prelude] = set()
    for position, cell in enumerate(cells):
        check = plan.checks.get(cell.grade_id) if cell.role is Role.CHECK else None
        if check is None or not check.apart:
            wants = check.wants if check else ()
            yield Step(Place.LEARNER, cell.source, cell.number, wants, cell.grade_id)
            continue
        for prelude in check.preludes:
            if prelude not in done:
                done.add(prelude)
                yield Step(Place.PRELUDE, prelude.source, cell.number, prelude.wants)
        yield Step(Place.APART, cell.source, cell.number, check.wants, cell.grade_id)
        if _reads_any(cells[position + 1 :], names_in(check.visible).binds):
            yield Step(Place.SHADOW, check.visible, cell.number)


def _reads_any(cells: Sequence[Cell], names: frozenset[str]) -> bool:
    others = (cell for cell in cells if cell.role is not Role.CHECK)
    return bool(names) and any(names_in(cell.source).reads & names for cell in others)


def _preludes(check: Cell, before: Sequence[Cell], answers: frozenset[str]) -> list[Prelude]:
    """Return the instructor's cells that bind what a check needs, and what those need in turn."""
    needs = set(names_in(check.source).reads) - answers
    found: list[Prelude] = []
    for cell in reversed(before):
        names = names_in(cell.source)
        if needs & (names.binds | names.changes | names.touches):
            needs |= names.reads - answers
            found.insert(0, Prelude(cell.source, _sorted(names.reads & answers)))
    return found


def _imported(cells: Sequence[Cell]) -> frozenset[str]:
    """Return the names that instructor's cells bind to modules or parts of them."""
    import ast

    found: set[str] = set()
    for cell in cells:
        try:
            tree = ast.parse(cell.source)
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                found |= {(name.asname or name.name).partition(".")[0] for name in node.names}
    return frozenset(found)


def _sorted(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
