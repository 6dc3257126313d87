"""Which key holds: the gradebook is brought to the instructor's source before anything is graded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.data.editions import current_edition
from weakties.grading.nbg.course import NotACourse
from weakties.grading.nbg.ledger import Ledger
from weakties.grading.nbg.release import without_hidden
from weakties.grading.nbg.source import source_now, take_over
from weakties.grading.nbg.trial import Remark
from weakties.grading.stamps.digest import digest_of, digest_of_file, digest_of_folder
from weakties.grading.stamps.key import Key, Part, differences
from weakties.grading.stamps.table import keys_of, put_key, stamps_of
from weakties.grading.verdict.plan import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weakties.grading.nbg.book import OneGradebook
    from weakties.grading.nbg.course import Classroom
    from weakties.grading.nbg.facts import CellFacts, NotebookFacts
    from weakties.grading.nbg.release import Original


def taken_over(
    book: OneGradebook, room: Classroom, facts: Mapping[str, NotebookFacts], hidden: tuple[str, str]
) -> bool:
    """Bring the gradebook to the instructor's source, and say whether anything was to be done.

    Nothing is saved yet.

    Raises
    ------
    NotACourse
        If what was handed in no longer fits the source.
    """
    known = keys_of(book.connection, room.assignment)
    done = False
    for name, before in facts.items():
        source = _source_digest(room, name)
        kept = known.get(name)
        if kept and kept[0] == source and kept[1].cells == parts_of(before, hidden):
            continue
        now = source_now(room, name)
        if now is None or now.facts == before:
            continue
        odd = [
            found.words
            for found in differences(_cells(before, hidden), _cells(now.facts, hidden))
            if not found.fits
        ]
        if odd:
            raise NotACourse(
                f"{room.source / name}.ipynb no longer fits what learners were given: "
                f"{', '.join(odd)}. Give each cell back its name and kind; a question that is to "
                "count no more may have 0 points. If nobody has worked on it yet, "
                f"`nbgrader generate_assignment {room.assignment} --force` starts afresh. "
                "Nothing was graded."
            )
        take_over(book, room.assignment, before, now)
        done = True
    if done:
        book.look_up_anew()
    return done


def ledger_of(
    book: OneGradebook,
    room: Classroom,
    facts: Mapping[str, NotebookFacts],
    originals: Mapping[str, Original],
    before: Mapping[str, NotebookFacts],
    hidden: tuple[str, str],
) -> Ledger:
    """Open the ledger, and save the keys that hold now with what the gradebook took over.

    Parameters
    ----------
    book, room
        The gradebook, and the assignment.
    facts, originals
        What the gradebook and the instructor's notebooks hold now.
    before
        What the gradebook held before.
    hidden
        What begins and what ends a hidden part of a check.
    """
    known = keys_of(book.connection, room.assignment)
    files = digest_of_folder(room.source, [*room.directory.ignore, "*.ipynb"], limited=False)
    keys, remarks = {}, []
    for name, now in facts.items():
        code = [cell.source for cell in originals[name].cells if cell.role is not Role.CHECK]
        key = keys[name] = Key(parts_of(now, hidden), digest_of(code), files)
        older = (
            known[name][1]
            if name in known
            else Key(parts_of(before[name], hidden), key.code, files)
        )
        remarks += list(_told(room, name, older, key))
        source = _source_digest(room, name)
        if known.get(name) != (source, key):
            put_key(book.connection, room.assignment, name, source, key)
    book.save()
    texts = [cell.source for kept in originals.values() for cell in kept.cells]
    edition = ""
    if any("weakties" in text for text in texts):
        edition = current_edition(room.root)
    return Ledger(keys, edition, stamps_of(book.connection, room.assignment), tuple(remarks))


def parts_of(facts: NotebookFacts, hidden: tuple[str, str]) -> dict[str, Part]:
    """Return what a key holds of each cell."""
    return {name: _part(cell, hidden) for name, cell in facts.cells.items()}


def _part(cell: CellFacts, hidden: tuple[str, str]) -> Part:
    roles = {"graded": cell.grade, "answer": cell.solution, "task": cell.task}
    kind = ", ".join([cell.cell_type, *(role for role, is_one in roles.items() if is_one)])
    return Part(
        kind,
        cell.points,
        digest_of([cell.source]),
        digest_of([without_hidden(cell.source, *hidden)]),
        decides=cell.points is not None or (cell.cell_type == "code" and not cell.solution),
    )


def _cells(facts: NotebookFacts, hidden: tuple[str, str]) -> Key:
    return Key(parts_of(facts, hidden))


def _source_digest(room: Classroom, name: str) -> str:
    return digest_of_file(room.source / f"{name}.ipynb")


def _told(room: Classroom, name: str, older: Key, key: Key) -> Iterator[Remark]:
    found = list(differences(older, key))
    if not found:
        return
    words = (
        f"{room.source / name}.ipynb has changed: {', '.join(one.words for one in found)}. "
        "It counts from now on"
    )
    words += "." if any(one.decides for one in found) else "; no mark depends on it."
    if any(one.shows for one in found):
        words += (
            " Learners have the older version of it: "
            f"`nbgrader generate_assignment {room.assignment} --force` writes the newer one."
        )
    yield Remark(name, tuple(one.cell for one in found if one.cell), "key", words)
