"""Short computations over a question's own quantities, and which of them lead to a value.

A catalogue holds the wrong values that somebody foresaw. What nobody foresaw mostly is a quantity of
the question too: of other rows, under another statistic, or two of them put together otherwise. So the
question names its quantities, and a wrong value is looked for among what one or two steps make of them.
What is said is a fact about the value, and holds whatever its learner did.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, isfinite, log, nan, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_EXACT = 1e-9
_TELLING = 3
"""So many digits say where a value comes from, if one step leads there; fewer are any value's."""
_MORE_TELLING = 5
"""So many are needed where two quantities are combined: of those there are thousands."""
_MANY = 24
"""Of more quantities than these, three make more values than a learner wants to wait for."""
_MOST = 80
"""The first so many quantities are combined."""
_MOST_WAYS = 3
"""More ways than these tell a learner nothing."""


@dataclass(frozen=True)
class Term:
    """A quantity with the words for it.

    Parameters
    ----------
    told
        What it is, such as ``"the mean of the harm over the requests that answered"``; a formula
        with the place of each of its `parts`.
    values
        Its value; for a function, one for each input.
    combines
        Whether it is combined with others; what a table gives by the hundred is not.
    parts
        The quantities that a formula is made of.
    """

    told: str
    values: tuple[float, ...]
    combines: bool = True
    parts: tuple[Term, ...] = ()

    @property
    def words(self) -> str:
        """What it is, in words."""
        # Thousands are made for each that is told, so the words wait.
        return self.told.format(*(one._inside for one in self.parts)) if self.parts else self.told

    @property
    def _inside(self) -> str:
        return f"({self.words})" if self.parts else self.words


def named(words: str, *values: float, combines: bool = True) -> Term:
    """Return a quantity under its words.

    Examples
    --------
    >>> named("the number of ties", 7).values
    (7.0,)
    """
    return Term(words, tuple(map(float, values)), combines)


def ways_to(
    value: Sequence[float],
    terms: Iterable[Term],
    *,
    right: Sequence[float],
    within: float,
    longer: bool = False,
) -> list[str]:
    """Return the shortest computations that lead to a value, in words; at most three of them.

    Where many lead to its very digits, they mostly are one computation in other words, and the
    simplest are told. Where many lead near it, any of them is chance, and none is told.

    Parameters
    ----------
    value
        What the learner has; for a function, what it gives for each input.
    terms
        The question's quantities.
    right, within
        What is right and how far off it may be: no way to it is a wrong one.
    longer
        Whether what two quantities make is combined with a third as well.

    Examples
    --------
    >>> terms = [named("the share with", 0.6153), named("the share without", 0.2271)]
    >>> ways_to([0.6153 / (1 - 0.2271)], terms, right=[2.7], within=0.01)
    ['the share with ÷ (1 − the share without)']
    >>> ways_to([0.388], terms, right=[2.7], within=0.01)  # three digits may come from anywhere
    []
    """
    rights = [(one - within, one + within) for one in right]
    for step, (made, needed) in enumerate(_steps(list(terms), longer=longer)):
        windows = [_window(one, needed, alone=step > 0 and len(value) == 1) for one in value]
        ways = [
            term
            for term in made
            if _all_within(term.values, windows) and not _all_within(term.values, rights)
        ]
        exact = [term for term in ways if all(map(_is_exactly, term.values, value))]
        if exact or 0 < len(ways) <= _MOST_WAYS:
            return list(dict.fromkeys(term.words for term in exact or ways))[:_MOST_WAYS]
        if ways:
            return []
    return []


def _steps(terms: list[Term], *, longer: bool) -> Iterator[tuple[Iterable[Term], int]]:
    """Yield what one step, two and more make of quantities, and how many digits tell it apart."""
    yield terms, _TELLING
    yield _changed(terms), _TELLING
    combined = [term for term in terms if term.combines][:_MOST]
    yield _paired(combined, combined), _MORE_TELLING
    if len(combined) > _MANY:
        return
    changed, pairs = list(_changed(combined)), list(_paired(combined, combined))
    third = [*_paired(combined, changed), *_paired(changed, combined), *_changed(pairs)]
    if longer:
        third += [*_paired(pairs, combined), *_paired(combined, pairs)]
    yield third, _MORE_TELLING


def _window(value: float, needed: int, *, alone: bool) -> tuple[float, float]:
    """Return between which numbers one lies that is the value, or is it in the value's own digits.

    Few digits say nothing, and a number that has but a few is what many computations lead to.
    """
    digits = _digits(value)
    if alone and digits < _TELLING:
        return nan, nan
    off = _EXACT * max(abs(value), 1e-3)
    text = repr(value)
    if digits >= needed and value % 1 and "e" not in text:
        off = max(off, 0.5 * 10.0 ** -len(text.partition(".")[2]))
    return value - off, value + off


def _all_within(values: Sequence[float], windows: Sequence[tuple[float, float]]) -> bool:
    return all(low <= one <= high for one, (low, high) in zip(values, windows, strict=True))


def _is_exactly(one: float, other: float) -> bool:
    return abs(one - other) <= _EXACT * max(abs(other), 1e-3)


def _digits(value: float) -> int:
    """Return how many digits a value is given with, without zeros before and after.

    >>> [_digits(one) for one in (0.0340, 12.0, 2.5, 1 / 3)]
    [2, 2, 2, 16]
    """
    return len(repr(abs(value)).partition("e")[0].replace(".", "").strip("0"))


_CHANGES: tuple[tuple[str, Callable[[float], float]], ...] = (
    ("1 − {}", lambda x: 1 - x),
    ("−{}", lambda x: -x),
    ("100 × {}", lambda x: 100 * x),
    ("1 ÷ {}", lambda x: 1 / x),
    ("the square of {}", lambda x: x * x),
    ("2 × {}", lambda x: 2 * x),
    ("{} ÷ 100", lambda x: x / 100),
    ("half of {}", lambda x: x / 2),
    ("{} + 1", lambda x: x + 1),
    ("{} − 1", lambda x: x - 1),
    ("the square root of {}", sqrt),
    ("the natural logarithm of {}", log),
    ("the logarithm to base 10 of {}", lambda x: log(x) / log(10)),
    ("the logarithm to base 2 of {}", lambda x: log(x) / log(2)),
    ("e to the power of {}", exp),
    ("the odds p ÷ (1 − p) for p = {}", lambda x: x / (1 - x)),
)
_CHANGES_OF_ALL = 6
"""So many of these changes are made to what is not combined as well."""
_PAIRS: tuple[tuple[str, Callable[[float, float], float], bool], ...] = (
    ("{} − {}", lambda x, y: x - y, False),
    ("{} ÷ {}", lambda x, y: x / y, False),
    ("{} + {}", lambda x, y: x + y, True),
    ("{} × {}", lambda x, y: x * y, True),
    ("{0} ÷ ({0} + {1})", lambda x, y: x / (x + y), False),
    ("({0} − {1}) ÷ ({0} + {1})", lambda x, y: (x - y) / (x + y), False),
)


def _changed(terms: Iterable[Term]) -> Iterator[Term]:
    for term in terms:
        for formula, change in _CHANGES if term.combines else _CHANGES[:_CHANGES_OF_ALL]:
            values = tuple(_computed(change, value) for value in term.values)
            yield Term(formula, values, term.combines, (term,))


def _paired(left: Sequence[Term], right: Sequence[Term]) -> Iterator[Term]:
    for i, one in enumerate(left):
        for j, two in enumerate(right):
            if one is two:
                continue
            for formula, combine, either_way in _PAIRS:
                if either_way and left is right and i > j:
                    continue
                pairs = zip(one.values, two.values, strict=True)
                values = tuple(_computed(combine, *pair) for pair in pairs)
                yield Term(formula, values, parts=(one, two))


def _computed(formula: Callable[..., float], *given: float) -> float:
    try:
        found = formula(*given)
    except (ArithmeticError, ValueError):
        return nan
    return found if isfinite(found) else nan
