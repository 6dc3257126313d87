"""The look back at the end of a unit: what was predicted, what came out, how sureness held."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from weakties.course import load_course
from weakties.lesson.look_back.calibration import in_one_sentence, levels
from weakties.lesson.look_back.picture import picture, table
from weakties.lesson.map import CourseMap
from weakties.lesson.numbers import plain_number
from weakties.lesson.prediction.outcome import RULE
from weakties.lesson.so_far import so_far
from weakties.progress import Line, here
from weakties.progress.places import places_of

if TYPE_CHECKING:
    from weakties.course import Unit
    from weakties.progress import Foretold

NOTHING_YET = (
    "Here your predictions of this unit come back, beside what came out. None is committed yet: "
    "make one in a form above, run the cell that compares it, then run this cell again."
)
READ_IT = (
    "If your sureness tells something, the dots rise from left to right. The bars are 95% "
    "intervals: with few predictions they are long, and say little yet."
)
_HEIGHT = re.compile(r"-?\d+(\.\d+)?")
_CELL = "style='text-align:left;vertical-align:top'"


@dataclass(frozen=True)
class LookBack:
    """What a learner foretold in one unit, and how well their sureness held in all of them.

    Parameters
    ----------
    unit
        The unit that ends.
    foretold
        Its predictions, in the lesson's order.
    everything
        The predictions of all units.
    course
        The map with how far one is; ``None`` where nothing is kept.
    """

    unit: Unit
    foretold: tuple[Foretold, ...]
    everything: tuple[Foretold, ...]
    course: CourseMap | None = None

    def __str__(self) -> str:
        """Return it as plain text."""
        lines = [f"Looking back at {self.unit.title}"]
        if not self.foretold:
            lines.append(NOTHING_YET)
        lines += [" · ".join((one.asked, *_said(one))) for one in self.foretold]
        if found := levels(self.everything):
            lines.append(in_one_sentence(found))
        if self.course:
            lines.append(str(self.course))
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        course = self.course._repr_mimebundle_()["text/html"] if self.course else ""
        html = f"{self._predictions()}{self._calibration()}{course}"
        return {"text/html": html, "text/plain": str(self)}

    def _predictions(self) -> str:
        if not self.foretold:
            return f"<p>{NOTHING_YET}</p>"
        heads = "".join(
            f"<th scope='col' {_CELL}>{head}</th>"
            for head in ("What was asked", "You said", "What came out", "Was it so?")
        )
        rows = "".join(
            f"<tr><th scope='row' {_CELL}>{escape(one.asked)}</th>"
            + "".join(f"<td {_CELL}>{escape(text)}</td>" for text in _said(one))
            + "</tr>"
            for one in self.foretold
        )
        caption = f"Your predictions in this unit, {escape(self.unit.title)}"
        return (
            f"<table><caption style='text-align:left'>{caption}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _calibration(self) -> str:
        found = levels(self.everything)
        if not found:
            return ""
        said = in_one_sentence(found)
        return (
            f"<figure style='margin:.8em 0;max-width:46em'>{picture(found, said)}"
            f"<figcaption><strong>How well your sureness held, in all units.</strong> "
            f"{escape(said)} {READ_IT}</figcaption><details><summary>The same as a table, and what "
            f"counts as right</summary>{table(found)}<p>{RULE}</p></details></figure>"
        )


def look_back(slug: str) -> LookBack:
    """Look back at a unit: predictions beside outcomes, and how well sureness held in all units.

    Parameters
    ----------
    slug
        The unit, such as ``"photo"``.
    """
    course = load_course()
    unit = course.listed(slug)
    names = [name for name, _ in places_of(course.root / unit.lesson).predictions]
    kept = here()
    predictions = kept.record.predictions
    if names and names[-1] in predictions and slug not in kept.record.looked_back:
        kept.note(Line.now("looked back", unit=slug))
    # This unit first: whoever ends its lesson goes on to its exercise, not to an earlier one's.
    standings = tuple(sorted(so_far(), key=lambda one: one.unit != unit))
    return LookBack(
        unit,
        tuple(predictions[name] for name in names if name in predictions),
        tuple(predictions.values()),
        CourseMap(course, standings) if standings else None,
    )


def _said(one: Foretold) -> tuple[str, str, str]:
    """Return what was said, what came out, and whether it was so, as a reader sees them."""
    said = f"{_shown(one.answer)} ({one.sure} of 5 sure)"
    if one.result is None or one.right is None:
        return said, "nothing set against it", ""
    return said, _shown(one.result), "✓ yes" if one.right else "✕ no"


def _shown(answer: float | str) -> str:
    if not isinstance(answer, str):
        return plain_number(answer)
    heights = answer.replace("−", "-").split("; ")
    if len(heights) > 1 and all(_HEIGHT.fullmatch(one) for one in heights):
        return "; ".join(plain_number(float(one)) for one in heights)
    return f"“{answer}”"
