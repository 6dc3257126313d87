"""What a key comes to whatever was answered: taken down once, then repeated for everybody else.

A key works its references out from data of its own. Whoever grades a class would have them worked
out anew for each learner, and for each wrong answer all that leads to known wrong values. Where
nothing of that hangs on the answers (the engine reads it off the key's source), it is done once,
with the instructor's solution, and every further learner's answers are compared with what came of it.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from weakties.check.elsewhere import edition_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from weakties.check.elsewhere import Elsewhere

COMPARISONS = (
    "close", "equal", "fraction", "chosen", "same_members", "same_date", "same_table", "returns",
)  # fmt: skip
"""What a key may call that compares an answer."""
_FOR_THE_UNFORESEEN = ("terms", "bounds", "kinds")
_PATIENCE = 5.0
"""Seconds that all wrong values of a key may take: the check of the solution has a limit of time too."""


@dataclass(frozen=True)
class Reads:
    """What a key reads in the notebook.

    Parameters
    ----------
    answers
        The variable of each answer, by the name with which it is compared.
    builtins
        Python's own functions, which a notebook may give another meaning.
    """

    answers: Mapping[str, str]
    builtins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Later:
    """What a key gives as a function, so that it is looked at for wrong answers only."""

    values: Any


@dataclass(frozen=True)
class AskedOfKey:
    """What only a wrong answer that nobody foresaw needs: the key itself then gives it."""


@dataclass(frozen=True)
class Comparison:
    """One comparison that a key makes.

    Parameters
    ----------
    method, name
        What it calls, and the answer's name.
    arguments, named
        What it hands over beside the answer.
    """

    method: str
    name: str
    arguments: tuple[Any, ...] = ()
    named: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Reckoned:
    """What the key of one check comes to in one edition."""

    question: str
    edition: str
    reads: Reads
    comparisons: tuple[Comparison, ...]


@dataclass
class Notes:
    """What was taken down of a key; nothing before it has run, or if it has no end."""

    reads: Reads
    taken: Reckoned | None = None


_NOTES: ContextVar[Notes | None] = ContextVar("notes", default=None)
_KNOWN: ContextVar[tuple[Reckoned, ...]] = ContextVar("known", default=())


@contextmanager
def taken_down(reads: Reads) -> Iterator[Notes]:
    """Take down what the key of the check comes to that runs in this block."""
    notes = Notes(reads)
    before = _NOTES.set(notes)
    try:
        yield notes
    finally:
        _NOTES.reset(before)


@contextmanager
def known(*reckoned: Reckoned) -> Iterator[None]:
    """Have the check that runs in this block repeat what its key is known to come to, by edition."""
    before = _KNOWN.set(reckoned)
    try:
        yield
    finally:
        _KNOWN.reset(before)


def at_hand(attempt: Elsewhere, checks: Callable[[], object]) -> Callable[[], object]:
    """Return a key as it is run: itself; or what takes it down, or repeats it."""
    notes = _NOTES.get()
    if notes is not None:
        return partial(_take_down, attempt, checks, notes)
    by_edition = {one.edition: one for one in _KNOWN.get() if one.question == attempt.id}
    return partial(_repeat, attempt, checks, by_edition) if by_edition else checks


def _take_down(attempt: Elsewhere, checks: Callable[[], object], notes: Notes) -> None:
    made: list[Comparison] = []
    with _comparing_by(
        attempt, lambda method: partial(_noted, made, method, getattr(attempt, method))
    ):
        checks()
    latest = time.monotonic() + _PATIENCE
    worked: list[Comparison] = []
    for one in made:
        try:
            worked.append(_worked_out(one))
        except Exception:  # noqa: BLE001 - whoever gives that wrong answer meets it
            return
        if time.monotonic() > latest:
            return
    notes.taken = Reckoned(attempt.id, edition_here(), notes.reads, tuple(worked))


@contextmanager
def _comparing_by(
    attempt: Elsewhere, instead: Callable[[str], Callable[..., None]]
) -> Iterator[None]:
    """Have a key that runs in this block call something else for each comparison."""
    for method, compare in [(method, instead(method)) for method in COMPARISONS]:
        setattr(attempt, method, compare)
    try:
        yield
    finally:
        for method in COMPARISONS:
            delattr(attempt, method)


def _noted(
    made: list[Comparison],
    method: str,
    compare: Callable[..., None],
    name: str,
    value: object,
    *arguments: Any,
    **named: Any,
) -> None:
    before = len(made)
    compare(name, value, *arguments, **named)
    # One comparison may be made of others.
    made[before:] = [Comparison(method, name, arguments, named)]


def _worked_out(one: Comparison) -> Comparison:
    """Return a comparison with its wrong values worked out, as of when the whole key has run."""
    named = {key: _to_keep(key, value) for key, value in one.named.items()}
    return Comparison(one.method, one.name, one.arguments, named)


def _to_keep(key: str, value: Any) -> Any:
    if key in _FOR_THE_UNFORESEEN and value:
        return AskedOfKey()
    return Later(list(value())) if key in ("slips", "otherwise") and callable(value) else value


def _repeat(
    attempt: Elsewhere, checks: Callable[[], object], by_edition: Mapping[str, Reckoned]
) -> None:
    names: dict[str, Any] = getattr(checks, "__globals__", {})
    reckoned = by_edition.get(edition_here())
    if reckoned is None or any(name in names for name in reckoned.reads.builtins):
        checks()
        return
    asked = cache(partial(_asked_of_key, attempt, checks))
    for number, one in enumerate(reckoned.comparisons):
        variable = reckoned.reads.answers[one.name]
        if variable not in names:
            raise NameError(f"name {variable!r} is not defined", name=variable)
        named = {
            key: partial(_given_by, asked, number, key)
            if isinstance(value, AskedOfKey)
            else _given(value)
            for key, value in one.named.items()
        }
        getattr(attempt, one.method)(one.name, names[variable], *one.arguments, **named)


def _asked_of_key(attempt: Elsewhere, checks: Callable[[], object]) -> list[Mapping[str, Any]]:
    """Return what a key hands over with each comparison; nothing is compared."""
    handed: list[Mapping[str, Any]] = []
    with _comparing_by(attempt, lambda _: lambda *_, **named: handed.append(named)):
        checks()
    return handed


def _given_by(asked: Callable[[], list[Mapping[str, Any]]], number: int, key: str) -> Any:
    value = asked()[number][key]
    return value() if callable(value) else value


def _given(value: Any) -> Any:
    return (lambda: value.values) if isinstance(value, Later) else value
