"""The Formgrader's Autograde button: it grades as ``weakties grade`` does, contained."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from nbconvert.exporters import Exporter
from nbgrader.converters import NbGraderException


class GradedContained(Exporter):  # type: ignore[misc]
    """Stands where nbgrader's own autograde would make its exporter, and grades in its place.

    nbgrader makes the exporter of a converter before it touches any file, and converts what the
    converter lists. The Formgrader's server must run nothing of a learner's, so a process of its
    own grades the submission, and nothing is left to convert.
    """

    def __init__(self, parent: Any = None, **named: Any) -> None:
        super().__init__(parent=parent, **named)
        directory = parent.coursedir
        parent.assignments = {}
        command = [
            sys.executable, "-m", "weakties", "grade", directory.assignment_id,
            f"--learner={directory.student_id}", f"--course={directory.root}", "--force",
        ]  # fmt: skip
        ran = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        said = "\n".join(filter(None, [ran.stdout.strip(), ran.stderr.strip()]))
        if ran.returncode:
            raise NbGraderException(f"weakties grade says: {said}")
        for line in said.splitlines():
            parent.log.info(line)
