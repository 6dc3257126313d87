"""How the checks of a notebook are run apart from the learner's code, worked out from its source.

The instructor's notebook says which names are answers: those that its solution cells bind or change,
those that no cell of the instructor's binds, and for a check that needs it, those that they touch.
Everything else that a check reads comes from the instructor's own cells, which run with the checks;
a learner has no say in it.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import takewhile
from typing import TYPE_CHECKING

from weakties.grading.compiled import compiled
from weakties.grading.job import Place, Step
from weakties.grading.verdict.names import Names, definitions_in, may_name, names_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence


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
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckPlan:
    """How one check is run.

    Parameters
    ----------
    apart
        Whether it runs apart from the learner's code at all.
    wants
        The answers that it reads.
    unsure
        Those of them that are the learner's only because no cell of the instructor's is seen to bind them.
    preludes
        The instructor's cells that it builds on, in their order.
    visible
        The part of it that learners have, for the names that it binds.
    reckoned
        What its key comes to, whatever is answered; an empty text if that is not known.
    ahead
        What it asks of functions, whatever it is answered; an empty text if that is not known.
    """

    apart: bool = True
    wants: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    preludes: tuple[Prelude, ...] = ()
    visible: str = ""
    reckoned: str = ""
    ahead: str = ""


@dataclass(frozen=True)
class Plan:
    """How the checks of one notebook are run, by their names."""

    checks: Mapping[str, CheckPlan] = field(default_factory=dict)

    def with_checks(self, other: Plan, grade_ids: Sequence[str]) -> Plan:
        """Return the plan with some checks run as another plan has it."""
        return Plan({**self.checks, **{name: other.checks[name] for name in grade_ids}})

    def with_inside(self, grade_ids: Collection[str]) -> Plan:
        """Return the plan with some checks run among the learner's cells only."""
        inside = {name: replace(self.checks[name], apart=False) for name in grade_ids}
        return Plan({**self.checks, **inside})

    def with_reckoned(self, keys: Mapping[str, str]) -> Plan:
        """Return the plan with what the keys of some checks come to."""
        known = {name: replace(self.checks[name], reckoned=text) for name, text in keys.items()}
        return Plan({**self.checks, **known})

    def with_ahead(self, calls: Mapping[str, str]) -> Plan:
        """Return the plan with what some checks ask of functions."""
        known = {name: replace(self.checks[name], ahead=text) for name, text in calls.items()}
        return Plan({**self.checks, **known})


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
    answers = frozenset[str]().union(*(names.binds | names.changes for names in solved))
    if touched:
        defined = _defined([cell for cell in source if cell.role is Role.OTHER])
        answers |= frozenset[str]().union(*(names.touches for names in solved)) - defined
    plans: dict[str, CheckPlan] = {}
    for position, cell in enumerate(source):
        if cell.role is Role.CHECK:
            before = [other for other in source[:position] if other.role is Role.OTHER]
            earlier = [other for other in source[:position] if other.role is Role.CHECK]
            given = _bound(before) | _bound(earlier)
            answered = answers - _imported(before)
            wants = _answers_of(names_in(cell.source), answered, given)
            plans[cell.grade_id] = CheckPlan(
                wants=_sorted(wants),
                unsure=_sorted(wants - answered),
                preludes=tuple(_preludes(cell, before, answered, given)),
                visible=visible.get(cell.grade_id, ""),
            )
    return Plan(plans)


def _answers_of(names: Names, answers: frozenset[str], given: frozenset[str]) -> frozenset[str]:
    """Return which of a cell's names are the learner's: nobody else gives the others a value."""
    return names.reads & (answers | (names.reads - given - names.binds))


def _bound(cells: Sequence[Cell]) -> frozenset[str]:
    return frozenset[str]().union(*(names_in(cell.source).binds for cell in cells))


def opening_of(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return the code of the cells before the first answer or check."""
    first = takewhile(lambda cell: cell.role is Role.OTHER, cells)
    return tuple(cell.source for cell in first)


def steps(cells: Sequence[Cell], plan: Plan, opening: Sequence[str] = ()) -> tuple[Step, ...]:
    """Return what is to be run for a notebook, in its order.

    Parameters
    ----------
    cells
        The code cells of the submission.
    plan
        How its checks are run.
    opening
        The code of cells before these that were run already, there and with the checks.
    """
    return tuple(_steps(cells, plan, opening))


def _steps(cells: Sequence[Cell], plan: Plan, opening: Sequence[str]) -> Iterator[Step]:
    done = {Prelude(source) for source in opening}
    for position, cell in enumerate(cells):
        check = plan.checks.get(cell.grade_id) if cell.role is Role.CHECK else None
        if check is None:
            yield Step(Place.LEARNER, cell.source, cell.number, (), cell.grade_id)
            continue
        for prelude in check.preludes if check.apart else ():
            if prelude not in done:
                done.add(prelude)
                yield _prelude(prelude, cell.number)
        if check.apart:
            step = Step(Place.APART, cell.source, cell.number, check.wants, cell.grade_id)
            code = compiled(cell.source)
            step = replace(step, reckoned=check.reckoned, ahead=check.ahead)
            yield replace(step, unsure=check.unsure, compiled=code)
        else:
            # Checks after it may use what it imports and defines.
            for definition in definitions_in(cell.source):
                yield Step(Place.PRELUDE, definition, cell.number)
        if _reads_any(cells[position + 1 :], names_in(check.visible).binds):
            yield Step(Place.SHADOW, check.visible, cell.number)


def _prelude(prelude: Prelude, cell: int) -> Step:
    return Step(Place.PRELUDE, prelude.source, cell, prelude.wants, unsure=prelude.unsure)


def steps_inside(cells: Sequence[Cell], plan: Plan) -> tuple[Step, ...]:
    """Return what is to be run for a notebook as nbgrader runs it, checks among the other cells."""
    return tuple(
        Step(
            Place.LEARNER,
            cell.source,
            cell.number,
            plan.checks[cell.grade_id].wants if cell.grade_id in plan.checks else (),
            cell.grade_id,
            compiled=compiled(cell.source) if cell.grade_id in plan.checks else "",
        )
        for cell in cells
    )


def _reads_any(cells: Sequence[Cell], names: frozenset[str]) -> bool:
    others = (cell for cell in cells if cell.role is not Role.CHECK)
    return bool(names) and any(
        may_name(cell.source, names) and names_in(cell.source).reads & names for cell in others
    )


def _preludes(
    check: Cell, before: Sequence[Cell], answers: frozenset[str], given: frozenset[str]
) -> list[Prelude]:
    """Return the instructor's cells that bind what a check needs, and what those need in turn."""
    read = names_in(check.source)
    needs = set(read.reads) - answers
    found: list[Prelude] = []
    for cell in reversed(before):
        names = names_in(cell.source)
        may_bind = names.binds_unseen and needs - given - read.binds
        if may_bind or needs & (names.binds | names.changes | names.touches):
            needs |= names.reads - answers
            wants = _answers_of(names, answers, given)
            found.insert(0, Prelude(cell.source, _sorted(wants), _sorted(wants - answers)))
    return found


def _imported(cells: Sequence[Cell]) -> frozenset[str]:
    """Return the names that instructor's cells bind to modules or parts of them."""
    imports = (n for n in _nodes(cells) if isinstance(n, ast.Import | ast.ImportFrom))
    return frozenset(
        (name.asname or name.name).partition(".")[0] for node in imports for name in node.names
    )


def _defined(cells: Sequence[Cell]) -> frozenset[str]:
    """Return the names of functions and classes of the instructor's: being used changes none."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return frozenset(node.name for node in _nodes(cells) if isinstance(node, kinds))


def _nodes(cells: Sequence[Cell]) -> Iterator[ast.AST]:
    for cell in cells:
        try:
            yield from ast.walk(ast.parse(cell.source))
        except (SyntaxError, ValueError):
            continue


def _sorted(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
