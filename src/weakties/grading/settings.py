"""nbgrader's settings for this course; ``nbgrader_config.py`` and our own commands use them."""

from __future__ import annotations

from typing import Any

CODE_STUB = "# Your turn: write your answer here."
TEXT_STUB = "*Your turn: replace this line with your answer.*"


def nbgrader_settings() -> Any:
    """Return the settings as a traitlets ``Config``.

    Classes are named by their path, so that nothing of nbgrader is imported before it is used.
    """
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.course_id = "weakties"
    config.CourseDirectory.source_directory = "solutions"
    config.CourseDirectory.release_directory = "exercises"

    config.ClearSolutions.code_stub = {"python": CODE_STUB}
    config.ClearSolutions.text_stub = TEXT_STUB

    # A doubled cell must not stop the batch, and a deleted check cell must not stay ungraded.
    config.Autograde.sanitize_preprocessors = [
        "nbgrader.preprocessors.ClearOutput",
        "weakties.grading.preprocessors.KeepFirstOfDoubleCells",
        "nbgrader.preprocessors.OverwriteKernelspec",
        "nbgrader.preprocessors.OverwriteCells",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.OverwriteCells.add_missing_cells = True

    # Feedback shows what a check said, not the key behind it.
    config.GenerateFeedback.preprocessors = [
        "nbgrader.preprocessors.GetGrades",
        "nbgrader.preprocessors.ClearHiddenTests",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ]
    return config
