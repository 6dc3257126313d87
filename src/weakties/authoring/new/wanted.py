"""What a new unit is to be called and hold, and why it may not."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.course import CourseError

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.course import Course, Unit

_NAME = re.compile(r"[a-z][a-z0-9]{1,19}")
_PART = re.compile(r"[a-z][a-z0-9_]{1,29}")
_MOST_QUESTIONS = 12
_LONGEST_TITLE = 60
_TAKEN = ("welcome", "shared")


class NotLaidOut(CourseError):
    """A unit that can't be laid out; nothing was written, and the text says what to do."""


@dataclass(frozen=True)
class Wanted:
    """A unit to lay out.

    Parameters
    ----------
    slug
        Its name in folders and ids.
    title
        What a learner reads; empty if course.toml has it already.
    questions
        How many questions a check grades; one that a person reads comes on top.
    dataset, widget
        What its first dataset and its widget are called; like the unit if empty.
    """

    slug: str
    title: str = ""
    questions: int = 6
    dataset: str = ""
    widget: str = ""

    @property
    def dataset_name(self) -> str:
        """Return what its first dataset is called."""
        return self.dataset or self.slug

    @property
    def widget_name(self) -> str:
        """Return what the folder of its widget is called."""
        return self.widget or self.slug


def planned_in(course: Course, wanted: Wanted) -> Unit | None:
    """Return the unit that course.toml plans under this slug, if it does.

    Raises
    ------
    NotLaidOut
        If the unit can't be laid out under these names.
    """
    planned = next((unit for unit in course.units if unit.slug == wanted.slug), None)
    _refuse_names(wanted)
    if planned and (planned.ready or planned.questions):
        raise NotLaidOut(f"course.toml has the unit '{wanted.slug}' already. Choose another slug.")
    if planned and wanted.title not in ("", planned.title):
        raise NotLaidOut(
            f"course.toml plans '{wanted.slug}' as '{planned.title}'. Leave --title out, or change "
            "the title there."
        )
    if len(wanted.title.splitlines()) > 1 or len(wanted.title) > _LONGEST_TITLE:
        raise NotLaidOut(f"A title is one line of at most {_LONGEST_TITLE} characters.")
    if not planned and not wanted.title.strip():
        raise NotLaidOut(f"'{wanted.slug}' is new, so it needs a title: --title 'What it asks'")
    return planned


def refuse_overwriting(root: Path, paths: list[str]) -> None:
    """Refuse to write where something is.

    Raises
    ------
    NotLaidOut
        If one of the paths exists; the message names it.
    """
    for path in paths:
        if (root / path).exists():
            raise NotLaidOut(
                f"{path} is there already, so nothing was written. Choose other names, or move it away."
            )


def _refuse_names(wanted: Wanted) -> None:
    slug = wanted.slug
    if not _NAME.fullmatch(slug):
        raise NotLaidOut(
            f"'{slug[:40]}' can't name a unit. Use 2 to 20 small letters and digits, beginning with "
            "a letter, such as 'message'; ids of questions are divided at hyphens."
        )
    for name in (wanted.dataset_name, wanted.widget_name):
        if not _PART.fullmatch(name):
            raise NotLaidOut(
                f"'{name[:40]}' can't name a dataset or a widget. Use 2 to 30 small letters, digits "
                "and underscores, beginning with a letter, such as 'photo_studio'."
            )
    for name in (slug, wanted.dataset_name, wanted.widget_name):
        if keyword.iskeyword(name) or name in _TAKEN:
            raise NotLaidOut(f"'{name}' means something else already. Choose another name.")
    if not 1 <= wanted.questions <= _MOST_QUESTIONS:
        raise NotLaidOut(f"A unit has 1 to {_MOST_QUESTIONS} questions, not {wanted.questions}.")
