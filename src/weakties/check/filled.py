"""The checks of a workbook: whether each step is filled in, from a report that belongs to the data.

Nothing here is right or wrong, and nothing is secret: a number is compared with the report that the
learner made of an export, and where that export is not at hand, it is taken as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weakties.check import plain
from weakties.check.forms import Forms
from weakties.check.slips import is_close
from weakties.check.vanity import is_vanity
from weakties.check.verdict import Finding, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CANT_TELL = "can't tell"
"""What stands for a number that the report does not give."""

_LEAST = 3
_TOO_SHORT = "says “{:.60}”: write at least {} words, for yourself in a month."
_SPELLINGS = {CANT_TELL, "can’t tell", "cannot tell", "cant tell", "can not tell"}
_NEAR = 0.005
"""A number typed from the report may be rounded to three digits."""
_NO_REPORT = "`{}` is no report: run the cell at the top that makes it, then the answer cell, then this check."


@dataclass
class Filled(Forms):
    """Checks of what is filled in from a report."""

    _report: Mapping[str, Any] | None = field(default=None, init=False)
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

        def problem(found: Any) -> str | None:
            return _unlike(self._report, step, found) if self._report else None

        self._read(name, value, _typed, problem)
        if self._report and not self._answers[name].failed:
            self._answers[name].fine = _fine(self._report, step, _typed(value))

    def words(self, name: str, value: object) -> None:
        """Check that an answer says something, in a few words at least."""

        def problem(found: str) -> str | None:
            return None if len(found.split()) >= _LEAST else _TOO_SHORT.format(found, _LEAST)

        self._fill_in(name, value, plain.text, problem)

    def things(self, name: str, value: object, *, size: int) -> None:
        """Check that an answer is a list of so many texts."""

        def read(given: object) -> list[str]:
            if given is ...:
                raise plain.Blank("is still the three dots: replace them with your answer.")
            if not issubclass(type(given), list | tuple):
                raise plain.NotPlain(
                    f"is {plain.a_type(given)}: a list of {size} texts is asked for."
                )
            elements: Any = given
            return [plain.text(one) for one in elements]

        def problem(found: list[str]) -> str | None:
            return None if len(found) == size else f"has {len(found)} texts: {size} are asked for."

        self._fill_in(name, value, read, problem)

    def watched(self, name: str, value: object) -> None:
        """Check that an answer names a number to watch that clicking alone can't raise."""

        def problem(found: str) -> str | None:
            if not is_vanity(found):
                return None if len(found.split()) >= _LEAST else _TOO_SHORT.format(found, _LEAST)
            return (
                f"is “{found[:60]}”: could you double that tonight, alone, by clicking? Name a number "
                "that somebody else would notice if it moved."
            )

        self._fill_in(name, value, plain.text, problem)

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
                (str(name), None if number is None else plain.number(number), str(unit))
                for name, number, unit, _ in found
            ]
            for step, found in steps.items()
        }
    except (plain.NotPlain, TypeError, ValueError):
        return None
    return {**texts, "steps": numbers}


def _typed(value: object) -> float | str:
    """Return a number, or that the report can't tell one."""
    if issubclass(type(value), str):
        text = plain.text(value)
        if text.casefold() in _SPELLINGS:
            return CANT_TELL
    return plain.number(value)


def _unlike(report: Mapping[str, Any], step: str, found: float | str) -> str | None:
    """Return what to ask about a number that the report does not give for a step."""
    if not report["steps"]:
        return None
    told = [one for one in report["steps"].get(step, ()) if one[1] is not None]
    listed = ", or ".join(f"{_shown(number, unit)} ({name})" for name, number, unit in told)
    if found == CANT_TELL:
        return f"says “{CANT_TELL}”, and the report can: {listed}." if told else None
    seen = plain.shown(float(found))
    if not told:
        return f"is {seen}, and this report can't tell that. Write “{CANT_TELL}”, in quotes."
    if any(_is_it(float(found), number, unit) for _, number, unit in told):
        return None
    for other, numbers in report["steps"].items():
        for name, number, unit in numbers:
            if other != step and number is not None and _is_it(float(found), number, unit):
                return f"is {seen}: that is “{name}”, of the step {other}. Here it is {listed}."
    return (
        f"is {seen}, and the report on {report['name']} says {listed}. Was it typed from another "
        "export, or before the report was made anew?"
    )


def _fine(report: Mapping[str, Any], step: str, found: float | str) -> str:
    """Return what is said of a number that is as it should be."""
    if not report["steps"]:
        return f"is filled in, and not compared: “{report['name']}” is not on this machine"
    if found == CANT_TELL:
        return f"is filled in: {report['name']} can't tell that"
    names = [
        name
        for name, number, unit in report["steps"][step]
        if number is not None and _is_it(float(found), number, unit)
    ]
    return f"is “{names[0]}” in {report['name']}"


def _is_it(found: float, number: float, unit: str) -> bool:
    """Return whether a number was typed from this one; a percentage may be typed as a share."""
    near = max(_NEAR * abs(number), 1e-9)
    return is_close(found, number, near) or (
        unit == "%" and (is_close(100 * found, number, near) or found == round(number))
    )


def _shown(number: float, unit: str) -> str:
    return f"{plain.shown(number)} {unit}".strip()
