"""Checks: what looks at a learner's answers and says what it saw.

A check cell opens a question, checks the form of each answer, and ends in the verdict::

    from weakties.check import question

    with question("photo-q1", points=2) as q:
        q.number("formal_effect", formal_effect, unit="points", between=(-10, 10))
    q.verdict

Between the two stands, in ``solutions/`` only, the key: one function under ``@q.key`` that
computes the right answer from data of its own and compares. What leads to known wrong values
belongs in a function, as in ``slips=lambda: [...]``, which is called for wrong answers only. A key
that only hands the answers on to comparisons is worked out once for a whole class; one that reads
an answer itself runs in every grading of every submission.
"""

from __future__ import annotations

from weakties.check.attempt import Attempt
from weakties.check.hints import hint, solution

__all__ = ["hint", "question", "solution"]


def question(question_id: str, *, points: float) -> Attempt:
    """Open one attempt at a question, as a ``with`` block.

    Parameters
    ----------
    question_id
        Its id in ``course.toml``, such as ``"photo-q1"``.
    points
        What a full answer is worth.

    Returns
    -------
    Attempt
        What the block's checks are called on; its ``verdict`` is the cell's last line.
    """
    return Attempt(question_id, points)
