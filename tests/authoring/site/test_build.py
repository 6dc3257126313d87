"""What a site is built from and into: only where it can be, and with nothing that is not for it."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from teaching.packing.lines import held
from weakties.authoring.site import Wanted, build
from weakties.authoring.site.files import lay_out, publish
from weakties.authoring.site.sources import LAB, sources
from weakties.cli import app
from weakties.course import CourseError, load_course
from weakties.teaching.packing.browser import browser_wheel


def test_an_installed_package_says_where_sites_are_built(tmp_path):
    with pytest.raises(CourseError, match="in a clone of the project"):
        build(replace(load_course(), root=tmp_path), Wanted(tmp_path / "site"))


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(CourseError, match="holds something that is no site"):
        build(load_course(), Wanted(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_graded_courses_site_does_not_tell_what_comes_out():
    course = load_course()
    everything = {name for name, _ in sources(course)}
    graded = {name for name, _ in sources(course, graded=True)}
    scripts = {f"facilitate/{unit.slug}.md" for unit in course.ready}
    assert everything - graded == scripts
    assert not any("solutions" in name for name in everything)


def test_files_that_stay_the_same_keep_their_time_and_others_go(tmp_path):
    lay_out(tmp_path, [("a/kept", b"1"), ("changed", b"1"), ("gone/away", b"1")])
    os.utime(tmp_path / "a" / "kept", (1, 1))
    lay_out(tmp_path, [("a/kept", b"1"), ("changed", b"2")])
    assert (tmp_path / "a" / "kept").stat().st_mtime == 1
    assert (tmp_path / "changed").read_bytes() == b"2"
    assert not (tmp_path / "gone").exists()


def test_what_a_build_did_not_put_into_a_published_folder_stays_there(tmp_path):
    (tmp_path / "CNAME").write_text("course.example")
    publish(tmp_path, {"index.html": b"1", "run/lab/gone.html": b"1"})
    publish(tmp_path, {"index.html": b"2"})
    assert (tmp_path / "CNAME").read_text() == "course.example"
    assert (tmp_path / "index.html").read_bytes() == b"2"
    assert not (tmp_path / "run").exists()


def test_a_page_says_which_edition_came_out_and_which_runs():
    shown = dict(sources(load_course(), edition="spring-2027"))["units/photo.md"].decode()
    assert "edition spring-2027, and its numbers are its own" in shown
    assert "its numbers are its own" not in dict(sources(load_course()))["units/photo.md"].decode()


def test_every_unit_leads_to_its_notebooks_and_a_site_on_which_none_runs_says_so():
    course = load_course()
    runs, reads = ({**dict(sources(course, runs=runs))} for runs in (True, False))
    for unit in course.ready:
        for name, path in (("Run this lesson", unit.lesson), ("Run its exercise", unit.exercise)):
            link = f"{LAB}{path}'>{name}</a>".encode()
            assert link in runs[f"units/{unit.slug}.md"]
            assert link not in reads[f"units/{unit.slug}.md"]
    assert b"This site was built without notebooks" in reads["parts/where.md"]
    assert b"This site was built without notebooks" not in runs["parts/where.md"]


def test_the_wheel_of_a_graded_courses_site_has_no_line_of_the_key():
    course = load_course()
    assert held(members(browser_wheel(course, graded=True)[1])) == {}
    assert held(members(browser_wheel(course)[1])) != {}


def members(wheel):
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_site_to_read_has_no_edition_of_its_own():
    said = CliRunner().invoke(app, ["site", "--no-play", "--edition", "spring-2027"])
    assert said.exit_code == 2
    assert "leave --no-play away" in " ".join(said.output.replace("│", " ").split())
