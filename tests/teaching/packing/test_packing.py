"""What is packed has no key, says so, and works where nothing else of the course is."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner
from uv import find_uv_bin

from teaching.packing.borrowed import borrow
from teaching.packing.lines import ROOT, held, secret_lines
from weakties.cli import app
from weakties.course import course_in, load_course
from weakties.pack import Pack, this_pack
from weakties.teaching.packing.contents import Handout, NotPacked, packed, table_of
from weakties.teaching.packing.folder import folder_of, zip_of
from weakties.teaching.packing.wheel import version_at, wheel_name, wheel_of

ALL = tuple(unit.slug for unit in load_course().ready)
ONE = Handout(load_course(), ("photo",), Pack("Spring", "spring-2027"))
WHEN = datetime(2027, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def files():
    """Pack a unit in an edition of its own."""
    return packed(ONE)


@pytest.fixture(scope="module")
def installed(files, tmp_path_factory):
    """Return a folder with a learner's wheel as an installer puts it there, and nothing else of ours."""
    place = tmp_path_factory.mktemp("learner")
    version = version_at(WHEN)
    wheel = place / wheel_name(version)
    wheel.write_bytes(wheel_of(files, version))
    uv = [find_uv_bin(), "pip", "install", "--quiet", "--offline", "--no-deps"]
    subprocess.run([*uv, "--target", place / "site", wheel], check=True)
    return place / "site"


def python(site, code):
    """Run code where an instructor's packages can't be imported."""
    block = "import sys; sys.modules.update(nbgrader=None, bleach=None)\n"
    ran = subprocess.run(
        [sys.executable, "-c", block + code],
        env={**os.environ, "PYTHONPATH": str(site), "WEAKTIES_SOLUTIONS": ""},
        cwd=site.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_no_line_of_a_key_an_answer_or_a_facilitation_is_in_it():
    assert held(packed(Handout(load_course(), ALL, Pack("", "open")))) == {}


def test_with_its_key_every_line_of_every_solution_would_be_found():
    found = held(packed(Handout(load_course(), ALL, Pack("", "open", has_key=True))))
    kinds = secret_lines()
    wanted = {line for line, kind in kinds.items() if kind in ("solution", "hidden")}
    assert wanted <= set(found)
    assert len(wanted) > 500
    assert "facilitation" not in {kinds[line] for line in found}


def test_facilitation_and_catalogued_answers_would_be_found_too():
    named = ["course/photo/facilitate.md", "tests/answers/photo.py"]
    found = held({name: (ROOT / name).read_bytes() for name in named})
    assert {secret_lines()[line] for line in found} >= {"facilitation", "answers"}


def test_it_holds_the_units_that_were_named_and_no_room_of_an_instructor(files):
    names = "\n".join(files)
    assert "content/exercises/photo/photo.ipynb" in names
    for absent in ("course/message/", "/solutions/", "facilitate.md", "/grading/", "/teaching/"):
        assert absent not in names
    assert "weakties/content/data/spring-2027/attributes.csv" in files


def test_the_same_pack_is_the_same_bytes(files):
    assert wheel_of(files, "0.1.0.post1") == wheel_of(files, "0.1.0.post1")


FIRST_CHECK = """
from weakties.check import question
from weakties.data import load
from weakties.data.editions import current_edition
import weakties
with question("photo-q5", points=2) as q:
    q.count("n_sig_raw", int((load("attributes")["p_value"] < 0.05).sum()))
print(q.verdict, q.solution(), current_edition(), weakties.__file__)
"""


def test_installed_alone_the_first_check_answers_and_the_instructor_has_the_solution(installed):
    said = python(installed, FIRST_CHECK)
    assert str(installed) in said
    assert "has the right form" in said
    assert "Your instructor has it" in said
    assert "spring-2027" in said


def test_installed_alone_the_command_offers_what_a_learner_does(installed):
    said = python(
        installed,
        "from typer.testing import CliRunner\nfrom weakties.cli import app\n"
        "for words in (['--help'], ['start', '--help'], ['again', 'photo', '.']):\n"
        "    print(CliRunner().invoke(app, words).output)\n",
    )
    assert "progress" in said
    assert "teach" not in said
    assert "gradebook" not in said


def test_a_table_of_another_edition_is_refused_in_a_sentence(installed):
    said = python(
        installed,
        "from weakties.data import load, DataError\n"
        "try:\n    load('attributes', 'autumn-2027')\n"
        "except DataError as error:\n    print(error)\n",
    )
    assert "with the data of edition spring-2027 only, and edition autumn-2027" in said


def test_an_exercise_that_still_holds_its_key_is_not_packed(tmp_path):
    place = tmp_path / "photo"
    place.mkdir()
    (place / "photo.ipynb").write_bytes((ROOT / "solutions/photo/photo.ipynb").read_bytes())
    with pytest.raises(NotPacked, match=r"exercises/photo/photo\.ipynb still holds the key"):
        packed(replace(ONE, pack=Pack("", "open"), exercises=tmp_path))


def test_ways_through_the_course_stay_if_all_their_units_do():
    contents_of = (ROOT / "course" / "course.toml").read_text(encoding="utf-8")
    some = course_in(table_of(contents_of, ["photo", "quality", "strangers"]).encode(), ROOT)
    assert [unit.slug for unit in some.units] == ["photo", "quality", "strangers"]
    assert [way.title for way in some.ways] == ["Three lessons"]
    assert table_of(contents_of, ALL) == contents_of


def test_a_zip_holds_a_folder_with_one_wheel_and_what_to_type(files):
    made = zip_of(folder_of(files, "0.1.0.post1", ONE.pack))
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert sorted(opened.namelist()) == [
            "weakties/READ ME.txt",
            "weakties/start.py",
            "weakties/wheels/weakties-0.1.0.post1-py3-none-any.whl",
        ]
        compile(opened.read("weakties/start.py"), "start.py", "exec")
        assert "python3 start.py hand-in" in opened.read("weakties/READ ME.txt").decode()


def test_a_zip_installs_itself_in_an_empty_environment_and_the_first_check_answers(files, tmp_path):
    version = version_at(WHEN)
    with zipfile.ZipFile(io.BytesIO(zip_of(folder_of(files, version, ONE.pack)))) as opened:
        opened.extractall(tmp_path)
    registry = tmp_path / "registry"
    registry.mkdir()
    (registry / wheel_name(version)).write_bytes(wheel_of(files, version))
    borrow(registry / wheel_name(version))
    told = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(registry), "PIP_NO_COMPILE": "1"}
    environment = {**os.environ, **told, "PYTHONPATH": "", "WEAKTIES_SOLUTIONS": ""}

    def typed(*words):
        ran = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    folder = tmp_path / "weakties"
    assert "Installing" in typed(sys.executable, folder / "start.py", "--version")
    programs = folder / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    said = typed(programs / "python", "-c", FIRST_CHECK)
    assert str(folder) in said
    assert "has the right form" in said


def test_the_command_packs_for_the_cohort_whose_folder_it_is(tmp_path):
    course = tmp_path / "course"
    (course / "exercises" / "photo").mkdir(parents=True)
    exercise = (ROOT / "exercises/photo/photo.ipynb").read_text(encoding="utf-8")
    own = exercise.replace("# ", "# Ours: ", 1)
    (course / "exercises/photo/photo.ipynb").write_text(own, encoding="utf-8")
    (course / "cohort.toml").write_text('title = "Ours"\nedition = "open"\n', encoding="utf-8")
    words = ["teach", "pack", "--course", str(course), "--out", str(tmp_path / "out")]
    ran = CliRunner().invoke(app, words)
    assert ran.exit_code == 0, ran.output
    (wheel,) = (tmp_path / "out").glob("*.whl")
    assert f"uvx --from ./{wheel.name} weakties start" in ran.output
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(tmp_path / "site")
    content = tmp_path / "site" / "weakties" / "content"
    assert this_pack(content) == Pack("Ours", "open")
    assert (content / "exercises/photo/photo.ipynb").read_text(encoding="utf-8") == own
    refused = CliRunner().invoke(app, [*words, "--edition", "autumn-2027"])
    assert refused.exit_code == 1
    assert "would be graded by another key" in str(refused.exception)
