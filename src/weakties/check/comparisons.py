"""The checks of the key: they say whether each answer is the right one.

Wrong values that are known (``slips``, and ``otherwise`` of sets, dates and tables) are given as they
are, or as a function without arguments that returns them and is called only if an answer has the right
form and is wrong. So a right answer pays for its reference alone::

    q.close("x", x, mean(rows), within=0.01, slips=lambda: [(median(rows), "it is the median.")])

Numbers are compared after the whole key has run: what such a function reads is what it was then.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.check import plain, tables
from weakties.check.calls import CallFailed, function
from weakties.check.choices import option_in
from weakties.check.days import date
from weakties.check.formulas import named, ways_to
from weakties.check.ledger import Ledger, call_text
from weakties.check.rankings import what_a_set_is
from weakties.check.slips import (
    Slip,
    is_close,
    leads_there,
    nobody_listens,
    possibilities,
    recognized,
    returned_slips,
    swapped,
    worked_out,
)
from weakties.check.unforeseen import unforeseen
from weakties.check.verdict import Finding, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from weakties.check.formulas import Term
    from weakties.check.rankings import Groups, Scores
    from weakties.check.unforeseen import Bound

    Slips = Iterable[Slip] | Callable[[], Iterable[Slip]]
    WrongSets = Sequence[tuple[Iterable[object], str]]
    WrongDays = Iterable[tuple[Any, str]]
    WrongTables = Sequence[tuple[Any, str]]
    Terms = Sequence[Term] | Callable[[], Sequence[Term]]
    Bounds = Sequence[Bound] | Callable[[], Sequence[Bound]]
    Sets = tuple[Scores, Groups]
    WrongFunctions = Sequence[tuple[Callable[..., float], str]]

_INTEGER_TOLERANCE = 0.0
_MANY_WAYS = 30
"""Below it, a count comes about in more ways than anybody has catalogued."""
_WAITS = "is a reading of what was computed: it is looked at, and counts, once {} is right."
UNRECOGNIZED = "the form is right, the value is not."
"""How the sentence begins that answers a wrong value which no slip leads to."""


@dataclass
class NumberCheck:
    """A comparison that waits for the end, when the references of all answers are known."""

    name: str
    value: float
    reference: float
    within: float
    slips: Slips
    look: str
    terms: Terms = ()
    bounds: Bounds = ()


@dataclass
class Comparisons(Ledger):
    """Comparisons with the right answer; an answer whose form is wrong is not compared."""

    _numbers: list[NumberCheck] = field(default_factory=list, init=False)
    _out_of_range: list[NumberCheck] = field(default_factory=list, init=False)
    _choices: dict[str, str | None] = field(default_factory=dict, init=False)

    def close(
        self,
        name: str,
        value: object,
        reference: float,
        *,
        within: float,
        slips: Slips = (),
        look: str = "",
        terms: Terms = (),
        bounds: Bounds = (),
    ) -> None:
        """Compare a number with the right one.

        Parameters
        ----------
        name, value
            The answer.
        reference
            The right number.
        within
            How far off it may be, in the same unit.
        slips
            Wrong values with the sentence that answers each, or a function that returns them.
        look
            Where to look when the value is none of them.
        terms
            The question's own quantities: a wrong value that no slip leads to is looked for among
            what one or two steps make of them.
        bounds
            The least and the most that is possible, with the sentence for a value outside.
        """
        if self._comparable(name):
            self._answers[name].reference = float(reference)
            given = plain.number(value)
            self._numbers.append(
                NumberCheck(name, given, float(reference), within, slips, look, terms, bounds)
            )
        elif (number := self._number_of_wrong_form(name)) is not None:
            check = NumberCheck(name, number, float(reference), within, slips, look)
            self._out_of_range.append(check)

    def equal(
        self,
        name: str,
        value: object,
        reference: int,
        *,
        slips: Slips = (),
        look: str = "",
        terms: Terms = (),
    ) -> None:
        """Compare a count with the right one."""
        self.close(
            name, value, reference, within=_INTEGER_TOLERANCE, slips=slips, look=look, terms=terms
        )

    def fraction(
        self,
        name: str,
        value: object,
        part: float,
        whole: float,
        *,
        instead_of: Mapping[str, float],
        within: float,
        slips: Slips = (),
    ) -> None:
        """Compare a share with `part` / `whole`, and recognize other denominators.

        Parameters
        ----------
        instead_of
            Other wholes by what they count, such as ``{"all rows, hidden ones too": 412}``.
        """

        def own_and_swapped() -> list[Slip]:
            swapped = [
                (part / other, f"its denominator is {label}: read again what the share is of.")
                for label, other in instead_of.items()
            ]
            return [*worked_out(slips), *swapped]

        self.close(name, value, part / whole, within=within, slips=own_and_swapped)

    def chosen(self, name: str, value: object, right: str, *, otherwise: Mapping[str, str]) -> None:
        """Compare a choice with the right one; each other option has its sentence.

        A choice is the reading of something computed: it is compared once another answer of the
        question is right, and until then nobody is told what trying the options out would tell.
        """
        self._choices.pop(name, None)
        if not self._comparable(name):
            return
        try:
            found = option_in(value, (right, *otherwise))
        except plain.NotPlain:  # an option without a sentence of its own
            self._choices[name] = "is not it."
            return
        self._choices[name] = None if found == right else f"is '{found}': {otherwise[found]}"

    def same_members(
        self,
        name: str,
        value: object,
        reference: Iterable[object],
        *,
        otherwise: WrongSets | Callable[[], WrongSets] = (),
        kinds: Callable[[], Sets] | None = None,
    ) -> None:
        """Compare a set with the right one, order and doubles ignored.

        Parameters
        ----------
        name, value
            The answer.
        reference
            The right members.
        otherwise
            Wrong sets with the sentence that answers each, or a function that returns them.
        kinds
            What else tells one set from another: scores that ids may be ranked by, and groups of
            them, each by the words for it.
        """
        if not self._comparable(name):
            return
        found, right = plain.members(value), plain.members(set(reference))
        if found == right:
            self._compare(name, None)
            return
        known = [
            sentence
            for wrong, sentence in worked_out(otherwise)
            if found == plain.members(set(wrong))
        ]
        ids = {one for one in found if isinstance(one, str)}
        if not known and kinds and ids == found:
            scores, groups = worked_out(kinds) or ({}, {})
            known = what_a_set_is(ids, set(map(str, right)), scores, groups)
        self._compare(name, _any_of(known) if known else _unlike(found, right))

    def same_date(
        self,
        name: str,
        value: object,
        reference: object,
        *,
        otherwise: WrongDays | Callable[[], WrongDays] = (),
    ) -> None:
        """Compare a date with the right one."""
        if not self._comparable(name):
            return
        found, right = date(value), date(reference)
        if found == right:
            self._compare(name, None)
            return
        known = [sentence for day, sentence in worked_out(otherwise) if date(day) == found]
        side = "too early" if found < right else "too late"
        said = f": {possibilities(known)}" if known else f", which is {side}."
        self._compare(name, f"is {found.isoformat()}{said}")

    def same_table(
        self,
        name: str,
        value: object,
        reference: Any,
        *,
        key: Sequence[str],
        within: float = 1e-9,
        otherwise: WrongTables | Callable[[], WrongTables] = (),
    ) -> None:
        """Compare a table with the right one by `key`; order, index and dtypes do not matter."""
        if not self._comparable(name):
            return
        columns = list(reference.columns)
        found = tables.table(value, columns)
        problem = tables.difference(found, reference, key, within)
        known = [
            sentence
            for wrong, sentence in (worked_out(otherwise) if problem else ())
            if tables.difference(found, wrong, key, within) is None
        ]
        self._compare(name, _any_of(known) if known else problem)

    def returns(
        self,
        name: str,
        value: object,
        cases: Sequence[tuple[Sequence[Any], float]],
        *,
        within: float,
        seconds: float = 2.0,
        slips: WrongFunctions | Callable[[], WrongFunctions] = (),
        names: Sequence[str] = (),
    ) -> None:
        """Call a function with several inputs and compare what it gives.

        Parameters
        ----------
        cases
            Pairs of arguments and the right number.
        seconds
            How long one call may take.
        slips
            Wrong functions with the sentence that answers each, or a function that returns them.
        names
            What the task calls the arguments, which are numbers: with them a short formula that
            gives the same is told.
        """
        if not self._comparable(name):
            return
        called, found = function(value), []
        for arguments, _ in cases:
            try:
                found.append(plain.number(self._called(name, called, arguments, seconds)))
            except CallFailed as reason:
                self._fail(name, Kind.ERROR, str(reason))
                return
            except plain.NotPlain as reason:
                self._fail(name, Kind.VALUE, f"{call_text(name, arguments)} {reason}", whole=True)
                return
        wrong = [
            (case, got)
            for case, got in zip(cases, found, strict=True)
            if not is_close(got, case[1], within)
        ]
        if not wrong:
            self._compare(name, None)
            return
        known = [
            ([slip(*arguments) for arguments, _ in cases], sentence)
            for slip, sentence in worked_out(slips)
        ]
        if causes := returned_slips(found, [right for _, right in cases], within, known):
            self._compare(name, _any_of(causes))
            return
        columns = zip(*(arguments for arguments, _ in cases), strict=True)
        terms = [named(word, *column) for word, column in zip(names, columns, strict=False)]
        right = [one for _, one in cases]
        if ways := ways_to(found, terms, right=right, within=within, longer=True):
            self._compare(name, f"gives what {', and also '.join(ways)} gives.")
            return
        (arguments, _), got = wrong[0]
        text = f"{call_text(name, arguments)} gives {plain.shown(got)}, which is not right"
        self._fail(name, Kind.VALUE, f"{text} ({len(wrong)} of {len(cases)} inputs).", whole=True)

    def _settle_numbers(self) -> None:
        references = {n: a.reference for n, a in self._answers.items() if a.reference is not None}
        for check in self._numbers:
            if is_close(check.value, check.reference, check.within):
                self._compare(check.name, None)
                continue
            others = {name: value for name, value in references.items() if name != check.name}
            unit = self._answers[check.name].unit
            slip = recognized(
                check.value,
                check.reference,
                check.within,
                worked_out(check.slips),
                others,
                self._exchanged_with(check),
                unit,
            )
            if slip and is_small_count(check):
                slip = f"that is not it. One way to get there: {slip}"
            seen = plain.shown(check.value)
            self._compare(check.name, f"is {seen}: {slip or _not_foreseen(check, others)}")
        for check in self._out_of_range:
            self._settle_out_of_range(check)

    def _number_of_wrong_form(self, name: str) -> float | None:
        """Return the number that an answer is, though none that the question can have."""
        if not any(one.answer == name and one.kind is Kind.FORM for one in self._findings):
            return None
        try:
            return plain.number(self._answers[name].value)
        except plain.NotPlain:
            return None

    def _settle_out_of_range(self, check: NumberCheck) -> None:
        """Say what led to a number out of range, where it is known; else what is said stays."""
        slips = [
            *map(swapped, self._exchanged_with(check)),
            *(told for wrong, told in worked_out(check.slips) if leads_there(check.value, wrong)),
        ]
        if slips:
            told = f"`{check.name}` is {plain.shown(check.value)}: {possibilities(slips)}"
            self._findings = [
                Finding(check.name, Kind.VALUE, told) if one.answer == check.name else one
                for one in self._findings
            ]

    def _settle_choices(self) -> None:
        computed = [name for name in self._answers if name not in self._choices]
        right = any(
            self._answers[one].compared and not self._answers[one].failed for one in computed
        )
        if right or not computed:
            for name, problem in self._choices.items():
                self._compare(name, problem)
            return
        for name in self._choices:
            self._fail(name, Kind.WAITS, _WAITS.format(" or ".join(f"`{one}`" for one in computed)))

    def _exchanged_with(self, check: NumberCheck) -> list[str]:
        """Return the answers that hold this one's right value while it holds theirs."""
        return [
            other.name
            for other in (*self._numbers, *self._out_of_range)
            if other is not check
            and is_close(other.value, check.reference, check.within)
            and is_close(check.value, other.reference, other.within)
        ]


def is_small_count(check: NumberCheck) -> bool:
    """Say whether a value is a count so small that many ways lead to it."""
    return check.within == _INTEGER_TOLERANCE and abs(check.value) < _MANY_WAYS


def _not_foreseen(check: NumberCheck, others: Mapping[str, float]) -> str:
    """Return what is said of a wrong value that no slip leads to."""
    look = check.look or (
        "Follow the task's words one by one: which rows, which quantity, computed how?"
    )
    fact = None
    if not nobody_listens():
        fact = unforeseen(
            check.value,
            check.reference,
            check.within,
            worked_out(check.terms),
            worked_out(check.bounds),
            others,
        )
    return f"{fact or UNRECOGNIZED} {look}"


def _any_of(endings: Sequence[str]) -> str:
    """Return what may be said after an answer's name."""
    if len(set(endings)) == 1:
        return endings[0]
    told = [f"{'they' if ending.startswith('are ') else 'it'} {ending}" for ending in endings]
    return possibilities(told, "is what several slips lead to. Either")


def _unlike(found: frozenset[object], right: frozenset[object]) -> str:
    """Say in which way a set differs from the right one; counts would let it be found by trying."""
    if any(isinstance(one, tuple) for one in found) and not any(
        isinstance(one, tuple) for one in right
    ):
        return "holds tuples: give the ids alone, without what was computed for them."
    if not any(isinstance(one, str) for one in found) and all(
        isinstance(one, str) for one in right
    ):
        return "holds no ids. If it is a Series of what was computed, its `.index` holds the ids."
    if found < right:
        return "lacks some that belong; all that it has do."
    if found > right:
        return "has all that belong, and others as well."
    return "has some that do not belong, and lacks some that do."
