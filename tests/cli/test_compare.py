"""``weakties grade --compare`` as somebody types it and reads it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from weakties.cli import app
from weakties.cli.compare import shown
from weakties.grading.compare.rows import Comparison, LeftOut, Row, Said
from weakties.grading.report.entries import Mark

FULL, NONE, WAITS = Mark(auto=2.0), Mark(auto=0.0), Mark(waits=True)


def row(learner, theirs, ours, **said):
    return Row(learner, "ps1", "x-check", 2.0, theirs, ours, Said(**said))


ASKED = row(
    "cy", FULL, WAITS, witnesses={"apart": "0 of 2", "inside": "2 of 2"}, reason="x was lost"
)
LOWER = row("di\x1b[31m", FULL, NONE)


def comparison(*rows, left_out=()):
    seconds = {"weakties": 4.0, "nbgrader": 21.5}
    return Comparison("ps1", rows, left_out, seconds, ("Your solution gets 0 of 2 on x-check.",))


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Return what types the command over a comparison that is already made."""

    def typed(found, *words, answer=None):
        asked = []

        def compared(root, assignment, options):
            asked.append((root, assignment, options))
            return found

        monkeypatch.setattr("weakties.grading.compare.compare.compared", compared)
        words = ["grade", "ps1", "--compare", "--course", str(tmp_path), *map(str, words)]
        return CliRunner().invoke(app, words, input=answer), asked

    return typed


def test_rows_are_grouped_and_the_lower_ones_come_first():
    rows = (
        row("ann", FULL, FULL),
        row("bo", WAITS, FULL),
        ASKED,
        row("eve", NONE, Mark(auto=1.5)),
        LOWER,
    )
    left_out = (LeftOut("flo", "nbgrader", "NotJSONError: no JSON"),)
    *lines, counts = shown(comparison(*rows, left_out=left_out))
    assert lines == [
        "Fewer points here than by nbgrader (1)",
        "  di\x1b[31m · ps1 · x-check: nbgrader 2 of 2, here 0 of 2",
        "",
        "More points here than by nbgrader (1)",
        "  eve · ps1 · x-check: nbgrader 0 of 2, here 1.5 of 2",
        "",
        "Points here, where nbgrader waits for a person (1)",
        "  bo · ps1 · x-check: nbgrader needs manual grade, here 2 of 2",
        "",
        "Left to a person here (1)",
        "  cy · ps1 · x-check: nbgrader 2 of 2, here needs review",
        "      apart: 0 of 2; inside: 2 of 2",
        "      x was lost",
        "",
        "Not compared (1)",
        "  flo, not graded by nbgrader: NotJSONError: no JSON",
        "",
    ]
    assert counts == (
        "5 rows compared: 1 equal, 3 differ, 1 asked of a person. "
        "weakties took 4 s, nbgrader 21.5 s."
    )


@pytest.mark.parametrize(
    ("rows", "code"), [([row("ann", FULL, FULL)], 0), ([ASKED], 0), ([ASKED, LOWER], 1)]
)
def test_the_exit_code_says_whether_a_mark_differs_unasked(run, rows, code):
    ran, _ = run(comparison(*rows), "--yes")
    assert ran.exit_code == code
    assert f"{len(rows)} rows compared" in ran.stdout
    assert "\x1b" not in ran.stdout
    assert "Your solution gets 0 of 2 on x-check." in ran.stderr


def test_nothing_runs_uncontained_without_consent(run):
    found = comparison(row("ann", FULL, FULL))
    for answer in ("", "n\n"):
        ran, asked = run(found, answer=answer)
        assert (ran.exit_code, asked) == (1, [])
        assert "runs every submission with your rights" in ran.stderr
    ran, asked = run(found, answer="y\n")
    assert (ran.exit_code, len(asked)) == (0, 1)


def test_learners_settings_and_workers_reach_both(run, tmp_path):
    words = ("--yes", "--learner", "ann", "--set", "Execute.timeout=5", "--workers", 1)
    _, [(root, assignment, options)] = run(comparison(LOWER), *words)
    assert (root, assignment) == (tmp_path, "ps1")
    assert (options.learners, options.settings, options.workers) == (
        ("ann",),
        ("Execute.timeout=5",),
        1,
    )


def test_the_comparison_can_be_had_as_json(run, tmp_path):
    file = tmp_path / "found.json"
    ran, _ = run(comparison(ASKED, LOWER), "--yes", "--json", file)
    assert ran.stdout
    said = json.loads(file.read_text(encoding="utf-8"))
    assert (said["compared"], said["differ"], said["asked"]) == (2, 1, 1)
    screen, _ = run(comparison(ASKED, LOWER), "--yes", "--json", "-")
    assert json.loads(screen.stdout) == said


@pytest.mark.parametrize("word", ["--feedback", "--force", "--cluster=tcp://x"])
def test_what_would_have_no_effect_is_refused(run, word):
    ran, asked = run(comparison(LOWER), "--yes", word)
    assert (ran.exit_code, asked) == (2, [])
