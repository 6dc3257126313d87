"""nbgrader's settings for this course; ``nbgrader_config.py`` and our own commands use them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

CODE_STUB = "# Your turn: write your answer here."
TEXT_STUB = "*Your turn: replace this line with your answer.*"


def nbgrader_settings(folder: Path | None = None) -> Any:
    """Return the settings as a traitlets ``Config``.

    Classes are named by their path, so that nothing of nbgrader is imported before it is used.

    Parameters
    ----------
    folder
        The course's folder, whose ``cohort.toml`` says what coming late costs.
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

    # Feedback shows what a check said, not the key behind it, and runs nothing of a learner's.
    # What was graded by hand since must stand in it, so it is always made anew.
    config.GenerateFeedback.exporter_class = "weakties.grading.feedback.exporter.FeedbackExporter"
    config.GenerateFeedback.force = True
    config.GenerateFeedback.preprocessors = [
        "weakties.grading.feedback.preprocessors.HideTracebacks",
        "weakties.grading.feedback.preprocessors.ShortenTexts",
        "weakties.grading.feedback.marks.MarksForFeedback",
        "weakties.grading.preprocessors.DropNotes",
        "nbgrader.preprocessors.ClearHiddenTests",
    ]
    # What was never graded is blank in nbgrader's own export, too.
    config.ExportApp.plugin_class = "weakties.grading.export.plugin.BlankWhereUngraded"

    # Work that did not come through the exchange does not keep the others' feedback back.
    config.ExchangeFactory.release_feedback = "weakties.grading.release_feedback.ReleaseWithReceipt"

    # What the Formgrader's Autograde button starts runs contained; the command of that name does not.
    config.NbGraderAPI.Autograde.exporter_class = "weakties.grading.bolt.GradedContained"
    if folder is not None:
        config.merge(late_settings(folder))
    return config


def late_settings(folder: Path) -> Any:
    """Return what ``cohort.toml`` says of coming late, as settings of nbgrader's."""
    from traitlets.config import Config

    from weakties.grading.cohort.cohort import cohort_at

    config = Config()
    cohort = cohort_at(folder)
    if cohort is not None and cohort.late is not None:
        config.AssignLatePenalties.plugin_class = "weakties.grading.cohort.late.LateByTheDay"
        config.LateByTheDay.update(asdict(cohort.late))
    return config
