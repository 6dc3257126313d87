"""Why somebody was not graded, out of what nbgrader logs."""

from __future__ import annotations

import pytest

from weakties.grading.compare.log import START, begun, reasons

FOLDERS = {name: f"/c/submitted/{name}/ps1" for name in ("ann", "bo", "bob", "cy")}


def log(*records):
    return "".join(f"{START}{record}\n" for record in records)


def takes_up(learner):
    return f"INFO Sanitizing {FOLDERS[learner]}/ps1.ipynb"


FAILED = (
    takes_up("bo"),
    f"ERROR There was an error processing assignment: {FOLDERS['bo']}",
    "ERROR Traceback (most recent call last):\n  File x\nValueError: not a notebook",
    takes_up("cy"),
    "ERROR There was an error processing assignment 'ps1' for student 'bo'",
    "ERROR Please see the the above traceback for details on the specific errors on the above failures.",
)
STOPPED = (takes_up("ann"), takes_up("bo"), "ERROR One of them uses an old version \nof the format")


@pytest.mark.parametrize(
    ("records", "ungraded", "found"),
    [
        (FAILED, ["bo"], {"bo": "ValueError: not a notebook"}),
        (FAILED, ["cy"], {"cy": "nbgrader did not say why."}),
        (
            STOPPED,
            ["bo", "cy"],
            {
                "bo": "One of them uses an old version of the format",
                "cy": "nbgrader stopped at bo before it came to this one.",
            },
        ),
        ((*FAILED[:3], *STOPPED[2:]), ["bo"], {"bo": "ValueError: not a notebook"}),
        (
            [f"WARNING No notebooks were matched by '{FOLDERS['cy']}/*.ipynb'", takes_up("ann")],
            ["cy"],
            {"cy": f"No notebooks were matched by '{FOLDERS['cy']}/*.ipynb'"},
        ),
        (
            [f"ERROR While processing assignment {FOLDERS['bo']}, the kernel became unresponsive"],
            ["bo"],
            {"bo": f"While processing assignment {FOLDERS['bo']}, the kernel became unresponsive"},
        ),
        ([], [], {}),
    ],
)
def test_each_who_was_not_graded_has_a_reason(records, ungraded, found):
    assert reasons(log(*records), FOLDERS, ungraded) == found


def test_a_line_says_whose_work_is_taken_up_and_no_namesakes():
    assert begun(log(takes_up("bob")), FOLDERS) == "bob"
    assert begun(log("INFO Sanitizing /c/submitted/dee/ps1/ps1.ipynb"), FOLDERS) == ""
    assert begun(log(f"INFO Copying {FOLDERS['bo']}/data.csv"), FOLDERS) == ""
