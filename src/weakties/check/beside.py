"""What stands beside a verdict in a learner's own folder: points so far, the way on, a hint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.check.hints import hints_of
from weakties.check.verdict import Finding, Kind, State
from weakties.counted import points
from weakties.course import CourseError, load_course
from weakties.joined import tell_check
from weakties.progress import check_line, here
from weakties.progress.standing import next_question, where_to_go_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.check.verdict import Verdict
    from weakties.course import Unit
    from weakties.progress import Line, Record, Tried

PATIENCE = 3
"""How often in a row one answer is wrong in one way before a hint is offered."""


@dataclass(frozen=True)
class LastTime:
    """What an earlier run of this check said, for whoever has restarted since."""

    when: str
    points: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Beside:
    """What a panel shows beside the verdict.

    Parameters
    ----------
    so_far
        The points so far in this exercise.
    next_words, next_link
        Where to go on after a question that is done.
    offered
        The heading and text of a hint that nobody asked for.
    last_time
        What an earlier run said, where this one found no answer.
    note
        What is not kept.
    """

    so_far: str = ""
    next_words: str = ""
    next_link: str = ""
    offered: tuple[str, str] | None = None
    last_time: LastTime | None = None
    note: str = ""


def kept(
    verdict: Verdict, *, attempt: bool, choices: Mapping[str, int] | None = None
) -> Beside | None:
    """Keep what a check said; return what to show beside it, where a learner's folder is.

    Parameters
    ----------
    verdict
        What the check says.
    attempt
        Whether any answer was given.
    choices
        The answers that are choices, and of how many options.
    """
    mine = here()
    line = check_line(
        verdict.question,
        edition=verdict.edition,
        state=verdict.state.value,
        points=verdict.earned,
        of=verdict.points,
        compared=verdict.compared,
        attempt=attempt,
        said=[(found.answer, found.kind.value, found.message) for found in verdict.findings],
        choices=choices or {},
    )
    note = mine.note(line)
    kinds = [found.kind.value for found in verdict.findings]
    done = verdict.state is State.DONE
    tell_check(verdict.question, kinds, done=done, choices=_first_tries(mine.record, verdict))
    if mine.store is None:
        return None
    course = load_course()
    try:
        unit = course.unit(course.question(verdict.question).unit)
    except CourseError:
        return Beside(note=note)
    return _beside(unit, verdict, mine.record, note)


def _first_tries(record: Record, verdict: Verdict) -> tuple[int, int]:
    tries = [one for one in record.first_choices.values() if one.question == verdict.question]
    return sum(one.right for one in tries), len(tries)


def _beside(unit: Unit, verdict: Verdict, record: Record, note: str) -> Beside:
    tried = record.of_question(verdict.question, verdict.edition)
    words, link = "", ""
    if verdict.state is State.DONE:
        words, link = _next(unit, verdict, record)
    empty = verdict.state in (State.ERROR, State.NOT_ATTEMPTED)
    return Beside(
        so_far=_so_far(unit, verdict.edition, record),
        next_words=words,
        next_link=link,
        offered=_offered(verdict, tried, record),
        last_time=_last_time(tried.last) if empty and tried.last else None,
        note=note,
    )


def _so_far(unit: Unit, edition: str, record: Record) -> str:
    checked = [question for question in unit.questions if question.graded == "auto"]
    known = [record.of_question(question.id, edition) for question in checked]
    best = sum(one.best for one in known)
    done = sum(one.done for one in known)
    return (
        f"So far in this exercise: {points(best, sum(one.points for one in checked))}, "
        f"{done} of {len(checked)} questions done."
    )


def _next(unit: Unit, verdict: Verdict, record: Record) -> tuple[str, str]:
    """Return the words and the link to what comes after a question that is done."""
    question = next_question(unit, verdict.question, record, verdict.edition)
    if question is not None:
        number = [one.id for one in unit.questions].index(question.id) + 1
        what = "Next" if question.graded == "auto" else "Then"
        return f"{what}: question {number}, {question.title}", f"#cell-id={question.id}"
    # Only here, since what lessons are made of takes a while to load.
    from weakties.lesson.so_far import link_to, so_far

    place = where_to_go_on(so_far())
    return (f"Next: {place.words}", link_to(place)) if place else ("", "")


def _offered(verdict: Verdict, tried: Tried, record: Record) -> tuple[str, str] | None:
    hints = hints_of(verdict.question.rpartition("-")[0]).get(verdict.question, [])
    if verdict.state is not State.NOT_YET or not hints:
        return None
    if max(tried.in_a_row.values(), default=0) < PATIENCE:
        return None
    step = min(record.hints.get(verdict.question, 0) + 1, len(hints))
    return f"Still not right: hint {step} of {len(hints)}, if you like", hints[step - 1]


def _last_time(line: Line) -> LastTime:
    told = line.told
    kinds = {kind.value: kind for kind in Kind}
    findings = tuple(
        Finding(None, kinds.get(found[1], Kind.FORM), str(found[2]))
        for found in told["said"]
        if isinstance(found, list) and len(found) == 3
    )
    when = line.at.astimezone().strftime("%Y-%m-%d, %H:%M")
    got = points(told["points"], told["of"]) if told["compared"] else told["state"]
    return LastTime(when, got, findings)
