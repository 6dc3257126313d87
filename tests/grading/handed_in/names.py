"""What learners hand in under other names and in other wrappers, and what it must come to."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from grading.handed_in.course import Notebook, named, put, solved, write
from grading.handed_in.kind import FAILED, GRADED, REVIEW, Kinds
from weakties.content import content_root

if TYPE_CHECKING:
    from pathlib import Path

NAMES = Kinds()
READS_A_FILE = "x = int(open('nine.txt').read())"


@NAMES.kind(GRADED)
def right_name(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", solved(blank))


@NAMES.kind(GRADED, "ps1 (1).ipynb was taken for ps1.ipynb: it holds its cells.")
def downloaded_twice(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1 (1).ipynb", solved(blank))


@NAMES.kind(GRADED, "Ps1.ipynb was taken for ps1.ipynb")
def capital_letter(folder: Path, blank: Notebook) -> None:
    write(folder / "Ps1.ipynb", solved(blank))


@NAMES.kind(GRADED, "ps1_final_v2.ipynb was taken")
def final_version(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1_final_v2.ipynb", solved(blank))


@NAMES.kind(GRADED, "ps1.ipynb.txt was taken")
def text_ending(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb.txt", solved(blank))


@NAMES.kind(GRADED, "ps1.ipynb.json was taken")
def json_ending(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb.json", solved(blank))


@NAMES.kind(GRADED, "ps1/ps1.ipynb was taken")
def folder_in_a_folder(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1" / "ps1.ipynb", solved(blank, x=READS_A_FILE))
    (folder / "ps1" / "nine.txt").write_text("3", encoding="utf-8")


@NAMES.kind(GRADED, "work/ps1.ipynb in hand-in.zip was taken")
def zipped(folder: Path, blank: Notebook) -> None:
    write(folder / "work" / "ps1.ipynb", solved(blank, x=READS_A_FILE))
    with zipfile.ZipFile(folder / "hand-in.zip", "w") as archive:
        archive.write(folder / "work" / "ps1.ipynb", "work/ps1.ipynb")
        archive.writestr("work/nine.txt", "3")
        archive.writestr("__MACOSX/mine/._ps1.ipynb", "of a Mac")
        archive.writestr("../../escaped.ipynb", "{}")
    (folder / "work" / "ps1.ipynb").unlink()
    (folder / "work").rmdir()


@NAMES.kind(GRADED, "ps1.ipynb is written in UTF-16")
def utf_16(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", solved(blank), "utf-16")


@NAMES.kind(GRADED)
def byte_order_mark(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", solved(blank), "utf-8-sig")


@NAMES.kind(GRADED, "ps1-export.ipynb was taken", "had lost its metadata")
def renamed_without_metadata(folder: Path, blank: Notebook) -> None:
    made = solved(blank)
    for one in made["cells"]:
        one["metadata"] = {}
    write(folder / "ps1-export.ipynb", made)


@NAMES.kind(GRADED, "ps1-old.ipynb was taken")
def renamed_in_an_old_format(folder: Path, blank: Notebook) -> None:
    made: dict[str, Any] = {**solved(blank), "nbformat_minor": 2}
    for one in made["cells"]:
        del one["id"]
    write(folder / "ps1-old.ipynb", made)


@NAMES.kind(REVIEW, "ps1-new.ipynb was graded, because ps1.ipynb holds no answers", waits=("why",))
def blank_one_beside_the_work(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", blank)
    write(folder / "ps1-new.ipynb", solved(blank))


@NAMES.kind(REVIEW, "ps1.ipynb was graded, and ps1-new.ipynb holds other answers", waits=("why",))
def two_with_different_work(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", solved(blank))
    write(folder / "ps1-new.ipynb", solved(blank, x="x = 2"))


@NAMES.kind(GRADED, "ps1 (1).ipynb holds the same answers as ps1.ipynb.")
def the_same_work_twice(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", solved(blank))
    write(folder / "ps1 (1).ipynb", solved(blank))


@NAMES.kind(GRADED, "ps1-as-given.ipynb holds no answers and was left aside.")
def the_work_beside_a_blank_copy(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", solved(blank))
    write(folder / "ps1-as-given.ipynb", blank)


@NAMES.kind(GRADED)
def notes_of_ones_own_beside_it(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", solved(blank))
    put(own := {**blank, "cells": [named(blank, "bye")]}, "Mine.", after="bye")
    write(folder / "notes.ipynb", own)
    (folder / "table.json").write_text("{}", encoding="utf-8")


@NAMES.kind(GRADED, "ps1.ipynb is empty", "ps1-2.ipynb was taken")
def empty_file_beside_the_work(folder: Path, blank: Notebook) -> None:
    (folder / "ps1.ipynb").touch()
    write(folder / "ps1-2.ipynb", solved(blank))


@NAMES.kind(GRADED, "ps1.ipynb/ps1.ipynb was taken")
def folder_with_the_notebooks_name(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb" / "ps1.ipynb", solved(blank))


@NAMES.kind(FAILED, "ps1.ipynb is the lesson of photo, not the exercise.")
def the_lesson(folder: Path, _blank: Notebook) -> None:
    lesson = content_root() / "course" / "photo" / "lesson.ipynb"
    (folder / "ps1.ipynb").write_bytes(lesson.read_bytes())


@NAMES.kind(FAILED, "ps1.ipynb is the exercise of quality.")
def another_units_exercise(folder: Path, _blank: Notebook) -> None:
    exercise = content_root() / "exercises" / "quality" / "quality.ipynb"
    (folder / "ps1.ipynb").write_bytes(exercise.read_bytes())


@NAMES.kind(FAILED, "ps1.ipynb is ps2.ipynb of the assignment ps2.")
def another_assignment(folder: Path, _blank: Notebook) -> None:
    source = folder.parents[2] / "source" / "ps2" / "ps2.ipynb"
    (folder / "ps1.ipynb").write_bytes(source.read_bytes())


@NAMES.kind(FAILED, "ps1.ipynb holds none of the graded cells")
def nothing_that_is_known(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", {**blank, "cells": []})


@NAMES.kind(FAILED, "ps1.ipynb is empty: nothing was saved into it.")
def empty_file(folder: Path, _blank: Notebook) -> None:
    (folder / "ps1.ipynb").touch()


@NAMES.kind(FAILED, "ps1.ipynb is a web page saved under this name")
def web_page(folder: Path, _blank: Notebook) -> None:
    (folder / "ps1.ipynb").write_text("<!DOCTYPE html><html>JupyterLab</html>", encoding="utf-8")


@NAMES.kind(FAILED, "ps1.ipynb is a PDF")
def printed(folder: Path, _blank: Notebook) -> None:
    (folder / "ps1.ipynb").write_bytes(b"%PDF-1.7\n")


@NAMES.kind(FAILED, "ps1.ipynb holds the marks of a merge")
def half_merged(folder: Path, _blank: Notebook) -> None:
    (folder / "ps1.ipynb").write_text("<<<<<<< HEAD\n{}", encoding="utf-8")


@NAMES.kind(FAILED, "ps1.ipynb is an archive under a notebook's name")
def zip_with_a_notebooks_name(folder: Path, _blank: Notebook) -> None:
    with zipfile.ZipFile(folder / "ps1.ipynb", "w") as archive:
        archive.writestr("x", "x")


@NAMES.kind(FAILED, "There is no ps1.ipynb", "ps1.zip is a damaged zip.")
def damaged_zip(folder: Path, _blank: Notebook) -> None:
    (folder / "ps1.zip").write_bytes(b"PK\x03\x04")


@NAMES.kind(FAILED, "ps1.zip is a zip without a notebook in it.")
def zip_without_a_notebook(folder: Path, _blank: Notebook) -> None:
    with zipfile.ZipFile(folder / "ps1.zip", "w") as archive:
        archive.writestr("photo.png", "x")


@NAMES.kind(FAILED, "ps1.zip is a zip that is locked with a password.")
def locked_zip(folder: Path, _blank: Notebook) -> None:
    with zipfile.ZipFile(kept := io.BytesIO(), "w") as archive:
        archive.writestr("ps1.ipynb", "{}")
    made = bytearray(kept.getvalue())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.index(sign) + at] |= 1
    (folder / "ps1.zip").write_bytes(made)


@NAMES.kind(FAILED, "There is no ps1.ipynb in what was handed in.")
def no_notebook_at_all(folder: Path, _blank: Notebook) -> None:
    (folder / "ps1.py").write_text("x = 3", encoding="utf-8")
