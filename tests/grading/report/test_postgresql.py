"""A gradebook in PostgreSQL makes the report that one in SQLite makes."""

from __future__ import annotations

import shutil
from pathlib import Path

from grading.courses import nbgrader
from grading.postgres import running_server
from grading.small import answer, small_course
from weakties.grading.report.read import read
from weakties.grading.report.report import Report
from weakties.grading.run import grade


def test_both_reports_are_equal(tmp_path):
    lite = small_course(tmp_path / "lite")
    for learner, x in {"ann": "x = 3", "bo": "x = 0", "dead": "import os; os._exit(0)"}.items():
        answer(lite, learner, x=x)
    post = Path(shutil.copytree(lite, tmp_path / "post"))
    (post / "gradebook.db").unlink()
    with running_server() as address:
        with (post / "nbgrader_config.py").open("a", encoding="utf-8") as config:
            config.write(f"c.CourseDirectory.db_url = {address!r}\n")
        nbgrader(post, "generate_assignment", "ps1", "--force")
        reports = []
        for course in (lite, post):
            list(grade(course, "ps1"))
            report = Report(read(course, "ps1")).as_json()
            for timed in (*report["questions"], *report["learners"]):
                timed.pop("seconds", None)
                timed.pop("median_check_seconds", None)
            reports.append(report)
    assert reports[0] == reports[1]
    assert reports[0]["states"]["graded"] == 2
    assert reports[0]["states"]["failed"] == 1
