"""Every row of a gradebook as plain values, so that two gradebooks can be compared."""

from __future__ import annotations

from typing import Any

Row = tuple[Any, ...]


def grade_rows(db_url: str) -> dict[Row, Row]:
    """Return auto, manual and extra scores and needs_manual_grade of every cell of everybody."""
    from nbgrader.api import Gradebook

    with Gradebook(db_url, "weakties") as book:
        return {
            (submission.student.id, assignment.name, notebook.name, grade.name): (
                grade.auto_score,
                grade.manual_score,
                grade.extra_credit,
                grade.needs_manual_grade,
            )
            for assignment in book.assignments
            for submission in assignment.submissions
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def comment_rows(db_url: str) -> dict[Row, Row]:
    """Return the comments on every cell of everybody."""
    from nbgrader.api import Gradebook

    with Gradebook(db_url, "weakties") as book:
        return {
            (submission.student.id, assignment.name, notebook.name, comment.name): (
                comment.auto_comment,
                comment.manual_comment,
            )
            for assignment in book.assignments
            for submission in assignment.submissions
            for notebook in submission.notebooks
            for comment in notebook.comments
        }


def submission_rows(db_url: str) -> dict[Row, Row]:
    """Return when everybody's work came, and what is taken off for that."""
    from nbgrader.api import Gradebook

    with Gradebook(db_url, "weakties") as book:
        return {
            (submission.student.id, assignment.name, notebook.name): (
                submission.timestamp,
                notebook.late_submission_penalty,
            )
            for assignment in book.assignments
            for submission in assignment.submissions
            for notebook in submission.notebooks
        }


def all_rows(db_url: str) -> dict[str, dict[Row, Row]]:
    """Return everything that grading writes."""
    return {
        "grades": grade_rows(db_url),
        "comments": comment_rows(db_url),
        "submissions": submission_rows(db_url),
    }
