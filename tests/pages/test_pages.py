"""Pages: nothing of ours writes over a file of somebody else, and nothing in a page runs."""

from __future__ import annotations

import pytest

from weakties.pages.file import NotWritten, write_page
from weakties.pages.html import page_html, report_html
from weakties.pages.section import Fact, Grid, Section

EVIL = "<script>alert('x')</script>"


def test_a_report_replaces_an_older_one_and_no_other_file(tmp_path):
    report = page_html("A report", report_html("A report", "", []))
    page, other = tmp_path / "report.html", tmp_path / "Connections.csv"
    other.write_text("mine", encoding="utf-8")

    write_page(report, page)
    write_page(report, page)

    with pytest.raises(NotWritten, match="left as it is"):
        write_page(report, other)
    with pytest.raises(NotWritten, match="could not be written"):
        write_page(report, tmp_path / "no" / "report.html")
    assert other.read_text(encoding="utf-8") == "mine"


def test_whatever_a_section_holds_is_shown_as_text():
    section = Section(
        EVIL,
        EVIL,
        (Fact(EVIL, EVIL, EVIL),),
        (EVIL,),
        (),
        (Grid(EVIL, (EVIL, EVIL), [(EVIL, EVIL)]),),
    )
    page = page_html(EVIL, report_html(EVIL, "", [section]))

    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 10


def test_names_in_backticks_stand_as_code_and_a_sentence_is_not_set_as_a_name():
    names = Grid("All", ("Name", "Who"), [("x", "ann")])
    said = Grid("All", ("Said", "Who"), [("x", "ann"), (f"`x` is {'so ' * 30}", "`y` is 1")])
    section = Section("One", "Which?", grids=(names, said), next_step="`do`")
    page = report_html("A report", "", [section])
    assert page.count("<code>") == 3
    assert page.count("<th scope='row'>x</th>") == 1
    assert page.count("<th scope='row' class='long'>") == 2
