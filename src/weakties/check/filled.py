"""The checks of a workbook: whether each step is filled in, from a report that belongs to the data.

Nothing here is right or wrong, and nothing is secret: a number is compared with the report that the
learner made of an export, and where that export is not at hand, it is taken as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from weakties.check import days, plain
from weakties.check.forms import Forms
from weakties.check.numerals import read_numeral
from weakties.check.slips import is_close
from weakties.check.vanity import is_vanity
from weakties.check.verdict import Finding, Kind
from weakties.progress import here

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    _Told = tuple[str, float | None, str, str]

CANT_TELL = "can't tell"
"""What stands for a number that the report does not give."""

_LEAST = 3
_NUMBERS = 2
"""An interval says enough with its two ends."""
_TOO_SHORT = "says “{:.60}”: write at least {} words, for yourself in a month."
_SPELLINGS = {CANT_TELL, "can’t tell", "cannot tell", "cant tell", "can not tell"}
_NUMBER = re.compile(r"(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:%|[^\W\d][^\d]*)?")
"""A number as a report prints it, with its unit behind it."""
_PART = re.compile(r"(\d+(?:\.\d+)?) (?:out )?of \d")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_TYPE_IT = f"type a number of the report as it stands there, or “{CANT_TELL}”, in quotes."
_IN_A_ROW = 4
"""What the report holds of a number: its name, value, unit and limit."""
_MANY = 10
"""From here on, a number that is no count may be typed without decimals."""
_NEAR = 0.005
"""A number typed from the report may be rounded to three digits."""
_NO_REPORT = "`{}` is no report: run the cell at the top that makes it, then the answer cell, then this check."


@dataclass
class Filled(Forms):
    """Checks of what is filled in from a report."""

    _report: Mapping[str, Any] | None = field(default=None, init=False)
    _day: str = field(default="", init=False)
    _is_filled_in: bool = field(default=False, init=False)

    def made_from(self, name: str, value: object) -> None:
        """Take the report that the numbers are typed from; it is no answer and earns nothing.

        Parameters
        ----------
        name, value
            What ``weakties.linkedin.audit.report_on`` gave: ``source``, ``name`` and ``said`` are
            texts, ``steps`` holds a list ``[name, value, unit, sure]`` for each number of a step.
        """
        self._is_filled_in = True
        report = _report(value)
        if report is None:
            self._findings.append(Finding(None, Kind.ERROR, _NO_REPORT.format(name)))
        elif report["source"] == "broken":
            said = f"The report could not be made. {report['said']}"
            self._findings.append(Finding(None, Kind.ERROR, said))
        self._report = report

    def belongs(self, name: str, value: object, step: str) -> None:
        """Check that a number stands in the report for a step, or that the report can't tell one."""

        def read(given: object) -> float | str:
            return _typed(given, self._report["steps"].get(step, ()) if self._report else ())

        def problem(found: Any) -> str | None:
            return _unlike(self._report, step, found) if self._report else None

        self._read(name, value, read, problem)
        if self._report and not self._answers[name].failed:
            self._answers[name].fine = _fine(self._report, step, read(value))

    def words(self, name: str, value: object) -> None:
        """Check that an answer says something, in a few words at least."""
        self._fill_in(name, _as_interval(value), plain.text, _too_short)

    def things(self, name: str, value: object, *, size: int) -> None:
        """Check that an answer is a list of so many texts."""

        def read(given: object) -> list[str]:
            if given is ...:
                raise plain.Blank("is still the three dots: replace them with your answer.")
            return [_text_at(at, one) for at, one in enumerate(_listed(given, size), start=1)]

        def problem(found: list[str]) -> str | None:
            return None if len(found) == size else f"has {len(found)} texts: {size} are asked for."

        self._fill_in(name, value, read, problem)

    def watched(self, name: str, value: object) -> None:
        """Check that an answer names a number to watch that clicking alone can't raise."""

        def problem(found: str) -> str | None:
            if not is_vanity(found):
                return _too_short(found)
            return (
                f"is “{found[:60]}”: could you double that tonight, alone, by clicking? Name a number "
                "that somebody else would notice if it moved."
            )

        self._fill_in(name, value, plain.text, problem)

    def as_of(self, name: str, value: object) -> None:  # noqa: ARG002 - name and value, as every check
        """Take the day of a report, if it has one; nothing else of it counts."""
        self._day = (_report(value) or {}).get("day", "")

    def later(self, name: str, value: object) -> None:
        """Check that an answer is a day to come: after the report's, and not before today.

        Today counts in the learner's own folder alone: work is read, and read again, on later days.
        """
        made = self._day

        def problem(found: date) -> str | None:
            if made and found <= date.fromisoformat(made):
                return f"is {found.isoformat()}, and the report is as of {made}: choose a day after it."
            if here().folder and found < datetime.now().astimezone().date():
                return f"is {found.isoformat()}, which is over: choose a day to come."
            return None

        self._fill_in(name, value, days.date, problem)

    def _fill_in(
        self,
        name: str,
        value: object,
        read: Callable[[object], Any],
        problem: Callable[[Any], str | None],
    ) -> None:
        self._is_filled_in = True
        self._read(name, value, read, problem)
        self._answers[name].fine = "is filled in"


def _report(value: object) -> Mapping[str, Any] | None:
    """Return a report with nothing in it but what is read here; None for anything else."""
    if not issubclass(type(value), dict):
        return None
    held: dict[Any, Any] = dict.copy(value)  # type: ignore[arg-type]
    texts = {key: held.get(key) for key in ("source", "name", "said")}
    steps = held.get("steps")
    if not all(type(text) is str for text in texts.values()) or type(steps) is not dict:
        return None
    try:
        numbers = {
            step: [
                (str(name), None if number is None else plain.number(number), str(unit), str(sure))
                for name, number, unit, sure in found
            ]
            for step, found in steps.items()
        }
    except (plain.NotPlain, TypeError, ValueError):
        return None
    return {**texts, "day": _iso_day(held.get("day")), "steps": numbers}


def _iso_day(day: object) -> str:
    """Return a report's day as it stands there; empty where it has none."""
    try:
        return days.date(day).isoformat()
    except plain.NotPlain:
        return ""


def _typed(value: object, told: Sequence[_Told]) -> float | str:
    """Return a number, or that the report can't tell one.

    A row of the report stands for its number; “18 of 39” for 18 where the report told that, and
    else for the share.
    """
    row = plain.sequence(value) or []
    if len(row) == _IN_A_ROW and plain.is_a(row[0], str):
        value = CANT_TELL if row[1] is None else row[1]
    elif (held := plain.only_element(value)) is not None:
        value = held
    if plain.is_a(value, str):
        words = plain.text(value)
        if words.rstrip(".").casefold() in _SPELLINGS:
            return CANT_TELL
        if printed := _NUMBER.fullmatch(words):
            return float(printed[1].replace(",", ""))
        part = _PART.match(words)
        if part and any(
            _is_it(float(part[1]), one[1], one[2]) for one in told if one[1] is not None
        ):
            return float(part[1])
        if (found := read_numeral(words)) is not None:
            return found
        raise plain.NotPlain(f"is the text '{words[:30]}': {_TYPE_IT}")
    if value is None or any(plain.is_a(value, kind) for kind in (list, set, dict)):
        raise plain.NotPlain(f"is {'None' if value is None else plain.a_type(value)}: {_TYPE_IT}")
    return plain.number(value)


def _too_short(words: str) -> str | None:
    if len(words.split()) >= _LEAST or len(_DIGITS.findall(words)) >= _NUMBERS:
        return None
    return _TOO_SHORT.format(words, _LEAST)


def _as_interval(value: object) -> object:
    """Return the words for two numbers, the ends of an interval; anything else as it is."""
    if not plain.is_a(value, (list, tuple)):
        return value
    ends: Any = value
    try:
        low, high = (plain.shown(plain.number(end)) for end in ends)
    except (plain.NotPlain, ValueError):
        return value
    return f"{low} to {high}"


def _listed(given: object, size: int) -> list[object]:
    """Return what a list, tuple, Series or array holds, in its order."""
    elements = plain.sequence(given)
    if elements is None:
        raise plain.NotPlain(
            f"is {plain.a_type(given)}: a list of {size} texts is asked for, in square brackets."
        )
    return elements


def _text_at(at: int, one: object) -> str:
    try:
        return plain.text(one)
    except plain.Blank:
        raise plain.NotPlain(f"is a list whose text {at} is still the three dots.") from None
    except plain.NotPlain as reason:
        raise plain.NotPlain(f"is a list whose text {at} {reason}") from None


def _unlike(report: Mapping[str, Any], step: str, found: float | str) -> str | None:
    """Return what to ask about a number that the report does not give for a step."""
    if not report["steps"]:
        return None
    told = [one for one in report["steps"].get(step, ()) if one[1] is not None]
    listed = ", or ".join(f"{_shown(number, unit)} ({name})" for name, number, unit, _ in told)
    if found == CANT_TELL:
        return f"says “{CANT_TELL}”, and the report can: {listed}." if told else None
    seen = plain.shown(float(found))
    if not told:
        return f"is {seen}, and this report can't tell that. Write “{CANT_TELL}”, in quotes."
    if any(_is_it(float(found), number, unit) for _, number, unit, _ in told):
        return None
    if beside := [name for name, *_, sure in told if seen in _DIGITS.findall(sure)]:
        return f"is {seen}, which stands in what limits “{beside[0]}”. The number itself is asked for: {listed}."
    for other, numbers in report["steps"].items():
        for name, number, unit, _ in numbers:
            if other != step and number is not None and _is_it(float(found), number, unit):
                return f"is {seen}: that is “{name}”, of the step {other}. Here it is {listed}."
    return (
        f"is {seen}, and the report on {report['name']} says {listed}. Was it typed from another "
        "export, or before the report was made anew? Was it reckoned? Then type what you reckoned from."
    )


def _fine(report: Mapping[str, Any], step: str, found: float | str) -> str:
    """Return what is said of a number that is as it should be."""
    if not report["steps"]:
        return f"is filled in, and not compared: “{report['name']}” is not on this machine"
    if found == CANT_TELL:
        return f"is filled in: {report['name']} can't tell that"
    names = [
        name
        for name, number, unit, _ in report["steps"][step]
        if number is not None and _is_it(float(found), number, unit)
    ]
    return f"is “{names[0]}” in {report['name']}"


def _is_it(found: float, number: float, unit: str) -> bool:
    """Return whether a number was typed from this one; a percentage may be typed as a share."""
    near = max(_NEAR * abs(number), 1e-9)
    return (
        is_close(found, number, near)
        or (unit == "%" and is_close(100 * found, number, near))
        or ((unit == "%" or abs(number) >= _MANY) and found == round(number))
    )


def _shown(number: float, unit: str) -> str:
    return f"{plain.shown(number)} {unit}".strip()
