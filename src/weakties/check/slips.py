"""Slips that anybody makes with a number, recognized by the wrong value they lead to."""

from __future__ import annotations

import os
from math import isfinite
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

Slip = tuple[float, str]
"""A wrong value, and the sentence that answers it."""
_FEW_DIGITS = (0, 1, 2, 3)
"""After the point: what somebody keeps who rounds too early."""
_DIGITS = range(7)
"""After the point: what somebody keeps who rounds at all."""
NEAR = "that is not it. One way to come near: "
"""How the sentence begins for a slip whose wrong value is close, and not the very one."""
_Known = TypeVar("_Known", bound="Iterable[object]")


NOBODY_LISTENS = "WEAKTIES_SENTENCES"
"""The variable that says ``off`` where a check's points count and nobody reads its sentences."""


def worked_out(known: _Known | Callable[[], _Known]) -> _Known | tuple[()]:
    """Return wrong values with their sentences, whether they or a function for them were given.

    Most answers are right, and what leads to wrong values takes longer than the right one: a
    function keeps it from being worked out before it is needed, and where nobody would read the
    sentence.

    Examples
    --------
    >>> worked_out([(0.5, "it is a half.")]) == worked_out(lambda: [(0.5, "it is a half.")])
    True
    """
    if not callable(known):
        return known
    return () if nobody_listens() else known()


def nobody_listens() -> bool:
    """Say whether a check's points count here and nobody will read its sentences."""
    return os.environ.get(NOBODY_LISTENS) == "off"


def is_close(value: float, reference: float, within: float) -> bool:
    """Say whether two numbers differ by at most `within`.

    Examples
    --------
    >>> is_close(0.94, 0.9442, within=0.005), is_close(0.9, 0.9442, within=0.005)
    (True, False)
    """
    # The grain keeps 0.945 within 0.005 of 0.94, which binary fractions would deny.
    return abs(value - reference) <= within * (1 + 1e-9)


def recognized(
    value: float,
    reference: float,
    within: float,
    known: Iterable[Slip] = (),
    others: Mapping[str, float] | None = None,
    exchanged: Collection[str] = (),
    unit: str = "",
) -> str | None:
    """Return the sentence for the slip that leads to `value`, if it is a known one.

    Where several slips lead there, all of them are named: none is known to be the cause. Only
    where one leads to the very value, and the others merely near it, it alone is named. The right
    value rounded too early leads to the very value too. A slip that merely leads near the value,
    and is not what was rounded, is told as a way to come near, not as the cause.

    Parameters
    ----------
    value, reference
        What the learner has and what is right, in the question's unit.
    within
        The tolerance, in the same unit.
    known
        The question's own misconceptions; they go before the slips that anybody makes.
    others
        Right values of the question's other answers by name.
    exchanged
        Answers that hold the right value of this one while it holds theirs.
    unit
        ``"share"`` or ``"percent"`` where the one is easily taken for the other.
    """
    own = [
        *((value, swapped(name), within) for name in exchanged),
        *((wrong, sentence, within) for wrong, sentence in known),
    ]
    of_others = [
        (
            other,
            f"it is the value that `{name}` should have: read again what sets the two apart.",
            within,
        )
        for name, other in (others or {}).items()
    ]
    rounded = _rounding(value, reference, within)
    for group in (own, of_others, list(_everybodys(reference, within, unit))):
        near = [
            (wrong, sentence)
            for wrong, sentence, tolerance in group
            # A wrong value that can't be told from the right one teaches nothing.
            if not is_close(wrong, reference, within)
            and (is_close(value, wrong, tolerance) or _is_exactly(value, wrong))
        ]
        exactness = [(_is_exactly(value, wrong), sentence) for wrong, sentence in near]
        if causes := _likeliest(exactness, rounded):
            told = possibilities([*rounded, *causes])
            sure = rounded or any(leads_there(value, wrong) for wrong, _ in near)
            return told if sure else f"{NEAR}{told}"
    return rounded[0] if rounded else None


def _likeliest(near: Sequence[tuple[bool, str]], rounded: Sequence[str]) -> list[str]:
    """Return the slips that lead to the very value; those near it only if nothing else does."""
    exact = [sentence for is_exact, sentence in near if is_exact]
    return exact if exact or rounded else [sentence for _, sentence in near]


def possibilities(
    sentences: Sequence[str],
    first: str = "several slips lead to this value. Either",
) -> str:
    """Return one sentence of what may have happened; a cause is named only if it is the only one.

    Parameters
    ----------
    sentences
        What each slip is answered with.
    first
        What goes before the first of several.

    Examples
    --------
    >>> possibilities(["it is a half.", "it is a half."])
    'it is a half.'
    >>> possibilities(["it is a half.", "it is a median."])
    'several slips lead to this value. Either it is a half. Or it is a median.'
    """
    different = list(dict.fromkeys(sentences))
    if len(different) == 1:
        return different[0]
    return f"{first} {' Or '.join(different)}"


def _is_exactly(value: float, other: float) -> bool:
    return abs(value - other) <= 1e-9 * max(1.0, abs(value))


def leads_there(value: float, wrong: float) -> bool:
    """Say whether a value is a wrong value itself, or that value rounded.

    Examples
    --------
    >>> leads_there(2.24, 2.2371), leads_there(2.242, 2.2371)
    (True, False)
    """
    if not isfinite(wrong):  # what is no number can't be rounded
        return False
    return _is_exactly(value, wrong) or value in [round(wrong, digits) for digits in _DIGITS]


def returned_slips(
    found: Sequence[float],
    references: Sequence[float],
    within: float,
    known: Iterable[tuple[Sequence[float], str]] = (),
) -> list[str]:
    """Return the sentences for what a function gave for several inputs, if it is a known slip.

    Parameters
    ----------
    found, references
        What it gave and what is right, for each input.
    within
        The tolerance.
    known
        What wrong functions give for each input, with the sentence that answers each.

    Examples
    --------
    >>> returned_slips([0.5, 0.5], [0.3, 0.6], 0.001)
    ['gives the same for every input: does it use what it is called with?']
    >>> returned_slips([0.33, 0.67], [1 / 3, 2 / 3], 0.001)
    ['looks rounded too early: keep more digits.']
    """
    rounded = [
        "looks rounded too early: keep more digits."
        for digits in _FEW_DIGITS
        if list(found) == [round(right, digits) for right in references]
    ][:1]
    near = [
        (all(map(_is_exactly, found, gave)), sentence)
        for gave, sentence in known
        if all(is_close(got, one, within) for got, one in zip(found, gave, strict=True))
    ]
    if causes := _likeliest(near, rounded):
        return [*rounded, *causes]
    if len(set(found)) == 1 < len(set(references)):
        return ["gives the same for every input: does it use what it is called with?"]
    return rounded


def swapped(name: str) -> str:
    """Return what is said of a value that stands under another answer's name, and that one's here.

    Examples
    --------
    >>> swapped("x")
    'it is the value of `x`: the two names are swapped.'
    """
    return f"it is the value of `{name}`: the two names are swapped."


def _everybodys(reference: float, within: float, unit: str) -> Iterator[tuple[float, str, float]]:
    if unit == "share":
        percent = "it looks like a percentage: a share between 0 and 1 is asked for."
        yield 100 * reference, percent, 100 * within
        if 0 < reference < 1:
            yield (
                1 - reference,
                "it is the share of the others: which of the two is asked for?",
                within,
            )
            odds = "it divides by the others alone: a share is of all, its own part included."
            yield reference / (1 - reference), odds, within / (1 - reference) ** 2
    if unit == "percent":
        yield reference / 100, "it looks like a share: a percentage is asked for.", within / 100
    yield -reference, "the sign is the other way round.", within
    if reference:
        reciprocal = "it is upside down: look at which of the two is divided by the other."
        yield 1 / reference, reciprocal, within / max(1.0, reference * reference)


def _rounding(value: float, reference: float, within: float) -> list[str]:
    # 0 and 1 are what somebody gets who computed nothing, or another thing.
    if value in (-1.0, 0.0, 1.0) or is_close(value, reference, within):
        return []
    if any(value == round(reference, digits) for digits in _FEW_DIGITS):
        return ["it looks rounded too early: keep more digits."]
    return []
