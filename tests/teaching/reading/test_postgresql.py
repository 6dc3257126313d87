"""Two readers with a gradebook in PostgreSQL: what each saves is there, and nobody writes over it."""

from __future__ import annotations

import pytest
from nbgrader.api import Gradebook

from grading.courses import nbgrader
from grading.idle import idle
from grading.postgres import running_server
from teaching.reading.essays import READERS, reading_course, regrade, write
from teaching.reading.test_desk import FULL, GOAL, click, place_of
from weakties.teaching.reading.desk import Outdated
from weakties.teaching.reading.opening import desk_at


@pytest.fixture
def address():
    with running_server() as address:
        yield address


def test_readers_save_into_postgresql_as_into_sqlite(address, tmp_path, monkeypatch):
    idle(monkeypatch)
    course = reading_course(tmp_path / "course")
    (course / "gradebook.db").unlink()
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"c.CourseDirectory.db_url = {address!r}\n")
    nbgrader(course, "generate_assignment", "ps1", "--force")
    (course / "cohort.toml").write_text(READERS, encoding="utf-8")
    write(course, "ann", "I will ask four people.")
    regrade(course)
    desks = [desk_at(course, "ps1", name) for name in ("maria", "jo")]
    first, second = sorted(
        desks, key=lambda desk: desk.text(*place_of(desk, "ann", GOAL))["second"]
    )
    place = place_of(first, "ann", GOAL)
    seen = first.text(*place)
    click(first, place, FULL, comment="Good.")
    click(second, place, [True, False, False], comment="Hm.")
    assert first.phrase(GOAL, "Why?", kept=True) == ["Why?"]
    with pytest.raises(Outdated):
        first.save(*place, {**seen, "given": [False, False, False]})
    regrade(course, force=True)
    with Gradebook(address, "weakties") as book:
        grade = book.find_grade("goal-answer", "ps1", "ps1", "ann")
        assert (grade.manual_score, grade.needs_manual_grade) == (3, False)
        assert book.find_comment("goal-answer", "ps1", "ps1", "ann").comment == "Good."
    assert not (course / "gradebook.db").exists()
