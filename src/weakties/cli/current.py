"""The gradebook brought to ``cohort.toml`` before anything is read out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from weakties.grading.report.words import plain

if TYPE_CHECKING:
    from weakties.grading.nbg.course import Classroom


def say_what_changed(room: Classroom) -> Classroom:
    """Bring a gradebook to what holds now, say what became different, and return its classroom.

    So a date that was moved, and points that a person gave since the last run, count in what
    coming late costs wherever marks are shown or given away.
    """
    from weakties.grading.cohort.apply import kept_current

    for sentence in kept_current(room):
        typer.echo(plain(sentence), err=True)
    return room
