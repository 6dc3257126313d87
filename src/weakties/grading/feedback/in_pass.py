"""The learners' feedback, written in the same pass in which they are graded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.hindrance import mishap
from weakties.grading.result import Result, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.grading.nbg.desk import Desk


def feedback_writer(desk: Desk) -> Callable[[Result], list[str]]:
    """Return what writes a learner's feedback, and returns what kept it from doing so."""
    from weakties.grading.nbg.feedback import Feedback

    feedback = Feedback(desk.room, desk.staging)

    def write(result: Result) -> list[str]:
        try:
            if result.state is State.FAILED:
                feedback.say_failed(result.learner, result.reason, desk.chosen)
            elif result.score is not None:
                feedback.make(result.learner)
        except Exception as error:  # noqa: BLE001 - one submission must not stop the others
            return [f"No feedback was written. {mishap('made', error)}"]
        return []

    return write
