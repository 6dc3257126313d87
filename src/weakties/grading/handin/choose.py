"""Which of several files is graded for a notebook, and when a person is to look at that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Candidate:
    """A file that holds cells of a notebook.

    Parameters
    ----------
    path
        Where it lies.
    shown
        What a reader calls it.
    is_named
        Whether it has the notebook's own name, in its own place.
    work
        What the learner wrote into it, by cell.
    """

    path: Path
    shown: str
    is_named: bool = False
    work: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """The file that is graded, what to know of that, and why a person should look at it."""

    taken: Candidate
    notes: tuple[str, ...] = ()
    doubt: str = ""


def choice(notebook: str, candidates: Sequence[Candidate]) -> Choice:
    """Return which file is graded: one with work in it, of these the one that is named right.

    Parameters
    ----------
    notebook
        The notebook's file name.
    candidates
        All files that hold its cells; at least one.
    """
    taken = max(candidates, key=lambda one: (bool(one.work), one.is_named, len(one.work)))
    others = [one for one in candidates if one is not taken]
    notes = []
    if not taken.is_named:
        notes.append(f"{taken.shown} was taken for {notebook}: it holds its cells.")
    notes += [_left_aside(one, taken) for one in others]
    return Choice(taken, tuple(notes), _doubt(taken, others))


def _left_aside(one: Candidate, taken: Candidate) -> str:
    if one.work and dict(one.work) == dict(taken.work):
        return f"{one.shown} holds the same answers as {taken.shown}."
    held = "other answers" if one.work else "no answers"
    return f"{one.shown} holds {held} and was left aside."


def _doubt(taken: Candidate, others: Sequence[Candidate]) -> str:
    rivals = [one for one in others if one.work and dict(one.work) != dict(taken.work)]
    if rivals:
        named = " and ".join(one.shown for one in rivals)
        return f"{taken.shown} was graded, and {named} holds other answers"
    blank = [one for one in others if not one.work]
    if blank and taken.work and not taken.is_named:
        named = " and ".join(one.shown for one in blank)
        return f"{taken.shown} was graded, because {named} holds no answers"
    return ""
