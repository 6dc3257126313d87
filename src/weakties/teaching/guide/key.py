"""What the key of a unit says in an edition: right answers, and the wrong ones that it knows.

The hidden part of each check is run with something in place of ``q`` that writes down what it is
called with. It works out its references from the data alone, so no answer is needed.
"""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from weakties.check import plain
from weakties.check.key import key_source
from weakties.check.ledger import call_text
from weakties.check.slips import is_close, worked_out
from weakties.course import CourseError
from weakties.data.editions import checked
from weakties.data.using import using

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from weakties.course import Question, Unit

_MOST_SHOWN: Final = 6
"""Of a set, so many members are shown."""


@dataclass(frozen=True)
class Known:
    """A wrong value that the key knows, and the sentence that a learner reads."""

    value: str
    sentence: str


@dataclass(frozen=True)
class Answer:
    """One named answer: the right value, how exact it has to be, and wrong values."""

    name: str
    right: str
    wrong: tuple[Known, ...] = ()


@dataclass(frozen=True)
class Answered:
    """A question with its answers; none where a person grades it, or any number is right."""

    question: Question
    answers: tuple[Answer, ...]


def answers_of(unit: Unit, edition: str) -> tuple[Answered, ...]:
    """Return what the key says about each question of a unit in an edition.

    Raises
    ------
    CourseError
        If there is no key at hand, or it does not run.
    """
    with using(checked(edition)):
        return tuple(Answered(one, tuple(_of_question(one))) for one in unit.questions)


def _of_question(question: Question) -> Sequence[Answer]:
    source = key_source(question.id)
    if question.graded == "by hand" or not source:
        return ()
    noted = _Noted()
    names: dict[str, Any] = {**dict.fromkeys(_loaded(source)), "q": noted}
    try:
        exec(compile(source, f"<the key of {question.id}>", "exec"), names)  # noqa: S102
    except Exception as error:  # the key is edited by hand
        raise CourseError(
            f"The key of {question.id} does not run ({type(error).__name__}: {error}). "
            "`author prove` shows where."
        ) from error
    return noted.answers


def _loaded(source: str) -> set[str]:
    """Return the names that the source reads, so that answers which are not there have a value."""
    names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    return names - set(dir(builtins))


@dataclass
class _Noted:
    """Stands in for the attempt in a check cell and writes down what the key compares with."""

    answers: list[Answer] = field(default_factory=list)

    def key(self, checks: Callable[[], object]) -> None:
        checks()

    def close(
        self,
        name: str,
        _value: object,
        reference: float,
        *,
        within: float,
        slips: Any = (),
        look: str = "",
        **_for_the_unforeseen: object,
    ) -> None:
        wrong = [
            Known(plain.shown(float(value)), sentence)
            for value, sentence in worked_out(slips)
            if not is_close(float(value), float(reference), within)
        ]
        right = f"{plain.shown(float(reference))} (within {within:g})"
        self._add(name, right, [*wrong, *([Known("another value", look)] if look else [])])

    def equal(
        self,
        name: str,
        _value: object,
        reference: int,
        *,
        slips: Any = (),
        look: str = "",
        **_for_the_unforeseen: object,
    ) -> None:
        wrong = [
            Known(plain.shown(value), said)
            for value, said in worked_out(slips)
            if value != reference
        ]
        self._add(
            name,
            plain.shown(reference),
            [*wrong, *([Known("another value", look)] if look else [])],
        )

    def chosen(
        self, name: str, _value: object, right: str, *, otherwise: Mapping[str, str]
    ) -> None:
        wrong = [Known(f"“{one}”", said) for one, said in otherwise.items() if one != right]
        self._add(name, f"“{right}”", wrong)

    def same_members(
        self,
        name: str,
        _value: object,
        reference: Any,
        *,
        otherwise: Any = (),
        **_for_the_unforeseen: object,
    ) -> None:
        wrong = [Known(_members(one), said) for one, said in worked_out(otherwise)]
        self._add(name, _members(reference), wrong)

    def same_date(
        self, name: str, _value: object, reference: object, *, otherwise: Any = ()
    ) -> None:
        wrong = [Known(str(one), said) for one, said in worked_out(otherwise)]
        self._add(name, str(reference), wrong)

    def same_table(
        self, name: str, _value: object, reference: Any, *, key: Sequence[str],
        otherwise: Any = (), **_exactness: float,
    ) -> None:  # fmt: skip
        wrong = [Known(_table(one, key), said) for one, said in worked_out(otherwise)]
        self._add(name, _table(reference, key), wrong)

    def returns(
        self, name: str, _value: object, cases: Sequence[tuple[Sequence[Any], float]], *,
        slips: Any = (), **_limits: float,
    ) -> None:  # fmt: skip
        arguments, right = cases[0]
        wrong = [
            Known(f"{call_text(name, arguments)} = {plain.shown(one(*arguments))}", said)
            for one, said in worked_out(slips)
        ]
        self._add(name, f"{call_text(name, arguments)} = {plain.shown(right)}", wrong)

    def _add(self, name: str, right: str, wrong: Sequence[Known]) -> None:
        self.answers.append(Answer(name, right, tuple(dict.fromkeys(wrong))))


def _members(members: Any) -> str:
    shown = sorted(map(str, members))
    more = len(shown) - _MOST_SHOWN
    return ", ".join(shown[:_MOST_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _table(table: Any, key: Sequence[str]) -> str:
    return f"a table of {len(table)} rows by {', '.join(key)}: {', '.join(map(str, table.columns))}"
