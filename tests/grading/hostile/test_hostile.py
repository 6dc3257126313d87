"""Whatever somebody hands in: no foreign byte is read or changed, no point is forged, nobody else suffers."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from grading.courses import UNIT
from grading.hostile.conftest import ATTACKS, HONEST, MARKERS
from grading.hostile.files import BESIDE, FILES, NO_TEXT, NOTHING, STRANGE_NAMES, UNGRADABLE
from grading.hostile.notebooks import NOTEBOOKS

pytestmark = pytest.mark.xdist_group("hostile")
ZYGOTES_START_ANEW = True

EVERYBODY = [*ATTACKS, *NOTEBOOKS, *FILES]
NAMED = [learner for learner in EVERYBODY if learner not in (NO_TEXT, *NOTHING)]
GONE = {
    "exits", "crashes", "aborts", "never-ends-and-does-not-listen", "closes-every-descriptor",
    "reads-every-descriptor", "writes-to-every-descriptor", "calls-the-kernel-the-old-way",
    "patches-builtins", "answers-nonsense", "answers-deep-nonsense", "answers-endlessly",
    "answers-one-byte-a-second", "breaks-the-checks-and-stays",
}  # fmt: skip
"""Attacks that end the learner's own process, or must be ended: no points, not zero points."""
TWO_FACED = {
    "claims-outputs-it-has-not", "listens-to-cells", "patches-the-library", "plants-modules",
    "replaces-what-is-run",
}  # fmt: skip
"""Attacks that report points of the replay, where they can, and get none apart: a person may look."""
REFUSED = {
    "bombs-with-forks", "breaks-out-by-mounting", "reaches-the-network", "takes-shared-memory",
    "turns-the-clock",
}  # fmt: skip
"""Attacks that stop where the sandbox refuses them something, which may be an honest mistake."""
SLOW = {"reads-everything", "takes-memory-by-and-by"}
"""What the clock, or the end of its memory, may stop; graded or not, nothing of it gets through."""


def what_it_saw(battle, learner):
    """Return all that grading left of an attack for the attacker to read, but for the code itself."""
    folder = battle.course / "autograded" / learner / UNIT
    seen = []
    for path in folder.rglob("*") if folder.is_dir() else ():
        if path.suffix == ".ipynb":
            cells = json.loads(path.read_text("utf-8"))["cells"]
            seen += [json.dumps(cell["outputs"]) for cell in cells if cell["cell_type"] == "code"]
        elif path.is_file():
            seen.append(path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(seen)


@pytest.mark.parametrize("learner", [*NAMED, NO_TEXT], ids=ascii)
def test_no_foreign_byte_is_read(battle, learner):
    seen = what_it_saw(battle, learner)
    assert [marker for marker in MARKERS if marker in seen] == []
    found = json.dumps(battle.results[learner].as_json())
    assert [marker for marker in MARKERS if marker in found] == []


@pytest.mark.parametrize("learner", NAMED, ids=ascii)
def test_no_point_is_forged(battle, learner):
    points = [
        row[0]
        for key, row in battle.rows["grades"].items()
        if key[0] == learner and key[3].endswith("-check")
    ]
    assert len(points) == 6
    assert not any(points)
    assert not battle.results[learner].score


def test_no_foreign_byte_is_changed(battle):
    ours = ("course/gradebook.db", "course/autograded/", "course/.weakties/")
    after = {name: digest for name, digest in battle.after.items() if not name.startswith(ours)}
    before = {name: digest for name, digest in battle.before.items() if not name.startswith(ours)}
    assert after == before


@pytest.mark.parametrize("learner", HONEST)
def test_everyone_elses_grade_is_as_without_the_attack(battle, learner):
    for table, rows in battle.without.items():
        alone = {key: row for key, row in rows.items() if key[0] == learner}
        among = {key: row for key, row in battle.rows[table].items() if key[0] == learner}
        assert among == alone
    assert battle.results[learner].score == 15.0


def test_nobody_is_reached_over_the_network(battle):
    assert battle.reached == []


def test_no_file_is_leased(battle):
    assert "leased 0" in what_it_saw(battle, "leases-the-libraries")


def test_the_gradebook_knows_nobody_who_handed_in_nothing(battle):
    assert {key[0] for key in battle.rows["grades"]} == {*NAMED, *HONEST}


@pytest.mark.parametrize("learner", sorted(GONE))
def test_who_ends_the_process_is_not_graded_rather_than_graded_zero(battle, learner):
    result = battle.results[learner]
    assert (result.state, result.score) == ("failed", None)
    assert result.reason
    rows = [row for key, row in battle.rows["grades"].items() if key[0] == learner]
    assert {(row[0], row[3]) for row in rows} == {(None, True)}


@pytest.mark.parametrize("learner", sorted(UNGRADABLE))
def test_what_is_no_notebook_fails_with_a_reason(battle, learner):
    result = battle.results[learner]
    assert (result.state, result.score) == ("failed", None)
    assert len(result.reason) > 20
    assert not (battle.course / "autograded" / learner).joinpath(UNIT).exists()


@pytest.mark.parametrize(
    "learner",
    sorted({*ATTACKS, *NOTEBOOKS, *BESIDE, *STRANGE_NAMES} - GONE - SLOW - {NO_TEXT}),
    ids=ascii,
)
def test_whoever_can_be_graded_is_graded(battle, learner):
    # It copies the reflection's cell too, and a text beside the blank one is read by a person.
    may_be_looked_at = learner in TWO_FACED | REFUSED | {"claims-every-check-many-times"}
    states = {"graded", "needs review"} if may_be_looked_at else {"graded"}
    assert battle.results[learner].state in states, battle.results[learner].reason


@pytest.mark.parametrize("learner", sorted(NOTHING))
def test_an_empty_folder_hands_in_nothing(battle, learner):
    assert learner not in battle.results


def test_a_name_that_no_gradebook_can_hold_fails_alone(battle):
    result = battle.results[NO_TEXT]
    assert (result.state, result.score) == ("failed", None)
    assert "UnicodeEncodeError" in result.reason


def processes_left(course):
    """Yield the commands that an attack started, and learners' processes that lost their parents."""
    for folder in sorted(Path("/proc").glob("[0-9]*")):
        try:
            words = (
                (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            )
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        lost = "weakties.grading.zygote" in words and parent == 1
        if lost or str(course) in words or "time.sleep(600)" in words:
            yield words


def test_no_process_of_an_attack_is_left(battle):
    assert battle.results
    # What another test has just killed takes a moment to end.
    for _ in range(100):
        if not list(processes_left(battle.course)):
            break
        time.sleep(0.1)
    assert list(processes_left(battle.course)) == []
