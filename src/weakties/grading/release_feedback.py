"""``nbgrader release_feedback`` with this course's settings: work without a receipt stops nobody."""

from __future__ import annotations

import glob
import re
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeReleaseFeedback

from weakties.command import in_course

RECEIPT = ("timestamp.txt", "submission_secret.txt")
"""What nbgrader's own submit leaves beside a notebook; feedback finds its way back by it."""


class ReleaseWithReceipt(ExchangeReleaseFeedback):  # type: ignore[misc]
    """Releases the feedback on all work that came through the exchange, and names the rest.

    A learner fetches a page by a secret that nbgrader's own submit made. Work that came in another
    way has none, and nbgrader's own command ends at the first of it.
    """

    src_path: str

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.released: list[str] = []
        self.left_out: list[str] = []

    def copy_files(self) -> None:
        """Copy the pages that somebody can fetch."""
        pattern: str = self.src_path
        directory = self.coursedir
        whose = directory.format_path(
            directory.feedback_directory,
            "(?P<learner>[^/]*)",
            re.escape(directory.assignment_id),
            escape=True,
        )
        excluded = {name.strip() for name in directory.student_id_exclude.split(",")}
        for folder in sorted(glob.glob(pattern)):  # noqa: PTH207 - the pattern is nbgrader's
            found = re.fullmatch(whose, folder)
            if not found or found["learner"] in excluded:
                continue
            if all((Path(folder) / name).is_file() for name in RECEIPT):
                self.src_path = glob.escape(folder)
                super().copy_files()
                self.released.append(found["learner"])
            else:
                self.left_out.append(found["learner"])
        self.src_path = pattern
        if self.left_out:
            self.log.warning(
                "Not released, because this work did not come through the exchange: %s. "
                "`%s` holds everybody's feedback.",
                ", ".join(self.left_out),
                in_course(f"teach return {directory.assignment_id} --zip FILE"),
            )
