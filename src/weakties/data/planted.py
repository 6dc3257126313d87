"""When a card tells what was planted: not before whoever reads it has tried to find it."""

from __future__ import annotations

from weakties.course import CourseError, load_course
from weakties.progress import here


def is_told(dataset: str, *, asked: bool) -> bool:
    """Return whether what was planted in a dataset may be read now.

    It may once the questions of a unit that uses it are done, or on request after an attempt at one
    of them. No unit asks about some datasets: their cards hold nothing back.

    Parameters
    ----------
    dataset
        Its name.
    asked
        Whether it was asked for by name, as in ``about("ratings", planted=True)``.
    """
    try:
        units = [unit for unit in load_course().units if dataset in unit.datasets]
    except (CourseError, FileNotFoundError):
        return True
    record = here().record
    done = {question for (_, question), tried in record.tried.items() if tried.done}
    checked = [{one.id for one in unit.questions if one.graded == "auto"} for unit in units]
    return not units or any(
        questions <= done or (asked and questions & record.attempted) for questions in checked
    )
