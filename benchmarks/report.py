"""How long a report on a large class takes: 1,000 learners, 7 questions, with findings.

    python3 benchmarks/report.py [--learners 1000] [--rounds 3] [--json]

Each round is a process of its own, so that importing nbgrader and reading its settings count.
`command` is the whole of `weakties teach report photo --html`; `report` is what it does after its
imports.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from weakties.content import content_root
from weakties.grading.nbg.place import findings_path
from weakties.grading.result import Question, Result, State

SECONDS = 2
UNIT = "photo"
QUESTIONS = {
    f"photo-q{number}-check": points for number, points in enumerate((2, 3, 2, 3, 2, 3), 1)
}
BY_HAND = "photo-reflection-answer"
WRONG = (
    ("0.5088", "likability is mixed in: keep only the rows whose trait is competence."),
    ("-0.9654", "the sign is the other way round: the task asks for formal minus casual."),
    ("1.45", "it compares medians of the photos: the task asks for means."),
    ("0.731", "the form is right, the value is not. Follow the task's words one by one."),
)
ROUND = """
import json, sys, time
from pathlib import Path
began = time.perf_counter()
from weakties.grading.report.forms import page_of
from weakties.grading.report.read import read
from weakties.grading.report.report import Report
import nbgrader
loaded = time.perf_counter()
entries = read(Path(sys.argv[1]), sys.argv[2])
known = time.perf_counter()
report = Report(entries)
report.as_json()
page = page_of(report)
ended = time.perf_counter()
print(json.dumps({"imports": loaded - began, "read": known - loaded, "report": ended - known,
                  "kilobytes": len(page) / 1024}))
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--learners", type=int, default=1000, help="How many hand something in.")
    options.add_argument("--rounds", type=int, default=3, help="How often each is measured.")
    options.add_argument("--keep", type=Path, help="Make the class there and leave it.")
    options.add_argument("--json", action="store_true", help="Print every value, for a script.")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = chosen.keep or Path(folder)
        make_class(root, chosen.learners)
        rounds = [measure(root) for _ in range(chosen.rounds)]
    if chosen.json:
        print(json.dumps(rounds, indent=1))
        return
    found = {key: median(one[key] for one in rounds) for key in rounds[0]}
    print(f"{chosen.learners:,} learners, median of {chosen.rounds} rounds:")
    print(f"  the command, from start to end  {found['command']:6.2f} s")
    print(f"  of it imports                   {found['imports']:6.2f} s")
    print(f"  reading gradebook and findings  {found['read']:6.2f} s")
    print(f"  figures, JSON and page          {found['report']:6.2f} s")
    print(f"  to reach, after the imports     {SECONDS:6.2f} s")
    print(f"  the page                        {found['kilobytes']:6.0f} KB")


def measure(root: Path) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, "-c", ROUND, str(root), UNIT], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(ran.stdout)
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "weakties", "teach", "report", UNIT, "--course", str(root),
         "--html", str(root / "report.html")],
        capture_output=True,
        check=True,
    )  # fmt: skip
    return {**found, "command": time.perf_counter() - began}


def make_class(root: Path, learners: int) -> None:
    """Make a course that a class was graded in: its gradebook and what the run noted."""
    from nbgrader.api import Gradebook

    root.mkdir(exist_ok=True)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    (root / "nbgrader_config.py").write_bytes((content_root() / "nbgrader_config.py").read_bytes())
    chance = random.Random("report")
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "weakties") as book:
        book.update_or_create_assignment(UNIT)
        book.update_or_create_notebook(UNIT, UNIT)
        for name, points in QUESTIONS.items():
            book.update_or_create_grade_cell(
                name, UNIT, UNIT, max_score=float(points), cell_type="code"
            )
        book.update_or_create_grade_cell(BY_HAND, UNIT, UNIT, max_score=3.0, cell_type="markdown")
        book.update_or_create_solution_cell(BY_HAND, UNIT, UNIT)
        for number in range(learners):
            _learner(book, root, f"learner-{number:04}", chance)
            if number % 100 == 99:
                book.db.expunge_all()


def _learner(book: object, root: Path, learner: str, chance: random.Random) -> None:
    from nbgrader.api import Gradebook

    assert isinstance(book, Gradebook)
    book.update_or_create_student(learner)
    if chance.random() < 0.02:
        return
    with book.db.no_autoflush:  # nbgrader's own objects are joined before they are added
        submission = book.update_or_create_submission(UNIT, learner)
    skill, failed = chance.gauss(0.4, 0.9), chance.random() < 0.01
    questions = []
    for grade in submission.notebooks[0].grades:
        points = QUESTIONS.get(grade.name)
        if points is None or failed:
            if chance.random() < 0.9 and not failed:
                grade.manual_score, grade.needs_manual_grade = float(chance.randrange(4)), False
            continue
        right = skill + chance.gauss(0, 1) > 0
        earned = float(points) if right else float(chance.choice([0, 0, 1]))
        grade.auto_score, grade.needs_manual_grade = earned, False
        questions.append(_question(grade.name, points, earned, chance))
    book.db.commit()
    state, reason = (
        (State.FAILED, "photo.ipynb: the notebook's time was up.") if failed else (State.GRADED, "")
    )
    result = Result(learner, UNIT, state, reason, seconds=0.4, questions=tuple(questions))
    path = findings_path(root, UNIT, learner)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(result.as_json(), indent=1), encoding="utf-8")


def _question(name: str, points: float, earned: float, chance: random.Random) -> Question:
    answer = f"answer_{name[7]}"
    if earned == points:
        value, said, kind = "0.9654", f"`{answer}` is right.", "fine"
    else:
        value, sentence = chance.choices(WRONG, (4, 3, 2, 2))[0]
        said, kind = f"`{answer}` is {value}: {sentence}", "value"
    finding = {"answer": answer, "kind": kind, "message": said}
    verdict = {"question": name.removesuffix("-check"), "state": "not_yet", "points": points,
               "earned": earned, "findings": [finding]}  # fmt: skip
    return Question(
        UNIT, name, points, earned, apart=True, seconds=round(chance.uniform(0.01, 0.1), 4),
        verdict=verdict, values={answer: value},
    )  # fmt: skip


if __name__ == "__main__":
    main()
