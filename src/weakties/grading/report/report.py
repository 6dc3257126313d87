"""The item report: everything together, and the forms in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from weakties.grading.report.items import ItemFigures, item_figures
from weakties.grading.report.keys import KeyUse, keys_used
from weakties.grading.report.learners import STATES, Standing, standings
from weakties.grading.report.misconceptions import Met, met
from weakties.grading.report.totals import Total, totals
from weakties.grading.report.wrong_values import WrongValue, wrong_values

if TYPE_CHECKING:
    from weakties.grading.report.entries import Entries, Item


@dataclass(frozen=True)
class Report:
    """What an instructor wants to know of an assignment.

    Parameters
    ----------
    entries
        All that it is made from.
    course
        The same of every graded assignment of the course, this one among them.
    """

    entries: Entries
    course: tuple[Entries, ...] = ()

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Where everybody stands."""
        return standings(self.entries)

    @cached_property
    def items(self) -> tuple[ItemFigures, ...]:
        """How each question did."""
        return item_figures(self.entries)

    @cached_property
    def keys(self) -> tuple[KeyUse, ...]:
        """Which key graded how many."""
        return keys_used(self.entries)

    @cached_property
    def met(self) -> tuple[Met, ...]:
        """What learners stumbled over."""
        return met(self.entries)

    @cached_property
    def wrong_values(self) -> tuple[WrongValue, ...]:
        """The commonest wrong values."""
        return wrong_values(self.entries)

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """What everybody has over all assignments; nothing where there is only one."""
        return totals(self.course) if len(self.course) > 1 else ()

    @property
    def states(self) -> dict[str, int]:
        """How many learners are in each state."""
        return {state: sum(one.state == state for one in self.standings) for state in STATES}

    @property
    def has_findings(self) -> bool:
        """Whether anything was noted of what the answers held."""
        return any(found.checks for found in self.entries.found.values())

    def as_json(self, *, anonymous: bool = False) -> dict[str, Any]:
        """Return the report as plain JSON values; what is not known is null, never 0.

        Parameters
        ----------
        anonymous
            Whether it says nothing of a single learner.
        """
        of_all = {
            "assignment": self.entries.assignment,
            "points": self.entries.points,
            "findings": self.has_findings,
            "unreadable_findings": self.entries.unreadable,
            "remarks": list(self.entries.remarks),
            "keys": [use.as_json() for use in self.keys],
            "newer_sources": list(self.entries.newer_sources),
            "states": self.states,
            "questions": [self._question(figures) for figures in self.items],
        }
        if anonymous:
            return of_all
        return {
            **of_all,
            "learners": self._learners(),
            "course": [
                {
                    "learner": one.learner,
                    "assignments": dict(one.so_far),
                    "points_so_far": one.total,
                    "complete": one.is_complete,
                }
                for one in self.totals
            ],
        }

    def _learners(self) -> list[dict[str, Any]]:
        return [
            {
                "learner": one.learner.id,
                "state": one.state,
                "reason": one.reason,
                "notes": list(one.notes),
                "points": one.points,
                "questions": self._marks(one.learner.id),
                "points_so_far": one.so_far,
                "penalty": one.penalty,
                "seconds": one.seconds,
            }
            for one in self.standings
        ]

    def _marks(self, learner: str) -> dict[str, float | None]:
        """Return what a learner got for each question, by the cell's name."""
        submission = self.entries.submissions.get(learner)
        marks = submission.marks if submission else {}
        return {"/".join(key): mark.points for key, mark in marks.items()}

    def _question(self, figures: ItemFigures) -> dict[str, Any]:
        item = figures.item
        return {
            "notebook": item.key[0],
            "grade_id": item.key[1],
            "points": item.points,
            "graded_by": "program" if item.is_check else "hand",
            "graded": figures.graded,
            "waiting": figures.waiting,
            "difficulty": figures.difficulty,
            "difficulty_interval": figures.difficulty_interval,
            "discrimination": figures.discrimination,
            "discrimination_interval": figures.discrimination_interval,
            "median_check_seconds": figures.seconds,
            "met": [
                {
                    "answers": list(one.answers),
                    "kind": one.kind.value,
                    "misconception": one.is_misconception,
                    "sentence": one.sentence,
                    "learners": one.learners,
                }
                for one in self.met_at(item)
            ],
            "wrong_values": [
                {
                    "answer": one.answer,
                    "value": one.value,
                    "learners": one.learners,
                    "sentence": one.sentence,
                }
                for one in self.wrong_values_at(item)
            ],
        }

    def met_at(self, item: Item) -> list[Met]:
        """Return what learners stumbled over at one question."""
        return [one for one in self.met if one.item == item]

    def wrong_values_at(self, item: Item) -> list[WrongValue]:
        """Return the commonest wrong values at one question."""
        return [one for one in self.wrong_values if one.item == item]
