"""What learners write into the wrong place of the right notebook, and what it must come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grading.handed_in.course import ESSAY, Notebook, named, put, solved, write
from grading.handed_in.kind import GRADED, REVIEW, Kinds

if TYPE_CHECKING:
    from pathlib import Path

PLACES = Kinds()
MOVED = "The text for why stood in another cell and was put there."


@PLACES.kind(REVIEW, waits=("why",), shown=ESSAY)
def essay_in_its_place(folder: Path, blank: Notebook) -> None:
    write(folder / "ps1.ipynb", solved(blank, why=ESSAY))


@PLACES.kind(REVIEW, MOVED, waits=("why",), shown=ESSAY)
def essay_in_a_new_cell(folder: Path, blank: Notebook) -> None:
    put(made := solved(blank), ESSAY, after="why")
    write(folder / "ps1.ipynb", made)


@PLACES.kind(REVIEW, MOVED, waits=("why",), shown=ESSAY)
def essay_in_a_new_code_cell(folder: Path, blank: Notebook) -> None:
    put(made := solved(blank), ESSAY, after="why", kind="code")
    write(folder / "ps1.ipynb", made)


@PLACES.kind(REVIEW, MOVED, waits=("why",), shown=ESSAY)
def essay_in_a_raw_cell_at_the_end(folder: Path, blank: Notebook) -> None:
    put(made := solved(blank), ESSAY, after="bye", kind="raw")
    write(folder / "ps1.ipynb", made)


@PLACES.kind(REVIEW, MOVED, waits=("why",), shown=ESSAY)
def essay_in_the_cell_that_asks_for_it(folder: Path, blank: Notebook) -> None:
    made = solved(blank)
    named(made, "ask-why")["source"] += f"\n\n{ESSAY}"
    write(folder / "ps1.ipynb", made)


@PLACES.kind(REVIEW, MOVED, "The cell why stands twice", waits=("why",), shown=ESSAY)
def essay_in_a_copy_of_its_cell(folder: Path, blank: Notebook) -> None:
    put(made := solved(blank), ESSAY, after="why")
    named(made, "own")["metadata"] = named(made, "why")["metadata"]
    write(folder / "ps1.ipynb", made)


@PLACES.kind(REVIEW, MOVED, waits=("why",), shown=ESSAY)
def essay_in_a_dead_cell_after_metadata_were_stripped(folder: Path, blank: Notebook) -> None:
    made = solved(blank, why=ESSAY)
    for one in made["cells"]:
        one.update(metadata={}, id=f"other-{one['id']}")
    write(folder / "ps1.ipynb", made)


@PLACES.kind(REVIEW, "why: it is blank, and this stands elsewhere: “Nine is", waits=("why",))
def essay_in_the_first_cell(folder: Path, blank: Notebook) -> None:
    put(made := solved(blank), ESSAY, after="intro")
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED)
def essay_left_blank_with_a_word_elsewhere(folder: Path, blank: Notebook) -> None:
    put(made := solved(blank), "Easy!", after="x-check")
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED, "The answer to x-check stood in its own cell and was put before it.")
def answer_in_the_check(folder: Path, blank: Notebook) -> None:
    made = solved(blank, x=named(blank, "x")["source"])
    named(made, "x-check")["source"] = f"x = 3\n{named(blank, 'x-check')['source']}"
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED, "The answer to x-check stood in its own cell")
def answer_in_the_check_and_its_own_cell_deleted(folder: Path, blank: Notebook) -> None:
    made = solved(blank)
    made["cells"].remove(named(made, "x"))
    named(made, "x-check")["source"] += "\nx = 3"
    write(folder / "ps1.ipynb", made)


@PLACES.kind(
    REVIEW,
    "x-check: its own cell held an answer too, which was not run: “x = 3”",
    waits=("x-check",),
)
def another_answer_in_the_check(folder: Path, blank: Notebook) -> None:
    made = solved(blank, x="x = 2")
    named(made, "x-check")["source"] = f"x = 3\n{named(blank, 'x-check')['source']}"
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED)
def an_experiment_in_the_check_beside_the_right_answer(folder: Path, blank: Notebook) -> None:
    made = solved(blank)
    named(made, "x-check")["source"] = f"x = 2\n{named(blank, 'x-check')['source']}"
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED, x=0.0)
def a_look_at_the_wrong_answer_in_the_check(folder: Path, blank: Notebook) -> None:
    made = solved(blank, x="x = 2")
    named(made, "x-check")["source"] = f"print(x)\n{named(blank, 'x-check')['source']}"
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED, "x stood below x-check, which was moved down.")
def answer_below_its_check(folder: Path, blank: Notebook) -> None:
    made = solved(blank)
    at = made["cells"].index(named(made, "x"))
    made["cells"][at : at + 2] = reversed(made["cells"][at : at + 2])
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED, "y stood below y-check, which was moved down.")
def answer_at_the_very_end(folder: Path, blank: Notebook) -> None:
    made = solved(blank)
    made["cells"].append(one := named(made, "y"))
    made["cells"].remove(one)
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED, "Missing grade cell x-check encountered", y=0.0)
def check_deleted_and_the_other_filled_with_the_stub(folder: Path, blank: Notebook) -> None:
    made = solved(blank, y="y = 5")
    made["cells"].remove(named(made, "x-check"))
    named(made, "y-check")["source"] = named(blank, "y")["source"]
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED)
def answer_in_a_new_cell_beside_the_stub(folder: Path, blank: Notebook) -> None:
    put(made := solved(blank, x=named(blank, "x")["source"]), "x = 3", after="ask-x", kind="code")
    named(made, "x")["source"] = ""
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED, "Missing grade cell x-check encountered")
def answer_and_check_merged(folder: Path, blank: Notebook) -> None:
    made = solved(blank)
    named(made, "x")["source"] += "\n\n" + named(made, "x-check")["source"]
    made["cells"].remove(named(made, "x-check"))
    write(folder / "ps1.ipynb", made)


@PLACES.kind(GRADED)
def lines_that_end_as_on_windows(folder: Path, blank: Notebook) -> None:
    made = solved(blank)
    for one in made["cells"]:
        one["source"] = one["source"].replace("\n", "\r\n")
    write(folder / "ps1.ipynb", made)
