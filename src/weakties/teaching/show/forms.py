"""One learner's work as a page and as text."""

from __future__ import annotations

import shlex
import textwrap
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from weakties.command import in_course
from weakties.counted import points
from weakties.grading.report.words import number, plain
from weakties.markup import with_code
from weakties.pages.html import contents_html, page_html, report_html
from weakties.pages.section import Grid, Section
from weakties.teaching.show.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.teaching.show.learner import Asked, Shown
    from weakties.teaching.show.written import Read

_BY_HAND = "Points given in the Formgrader carry no time: nbgrader's gradebook keeps none."


def page_of(shown: Shown) -> str:
    """Return it as one page that needs no other file and no network."""
    title = plain(f"{shown.standing.learner.id}: {shown.assignment}")
    sections = tuple(_sections(shown))
    opening = "".join(
        f"<p class='{kind}'>{with_code(line)}</p>"
        for kind, line in [
            ("short", _total(shown)),
            *(("private", line) for line in _around(shown)),
        ]
    )
    return page_html(title, report_html(title, opening + contents_html(sections), sections))


def text_of(shown: Shown) -> str:
    """Return it as lines for a terminal."""
    blocks = [plain(f"{shown.standing.learner.id} · {shown.assignment}: {_total(shown)}")]
    blocks += _around(shown)
    for asked in shown.asked:
        blocks.append(f"{asked.item.label}: {_got(asked, what_if=shown.what_if)}")
        blocks += [f"  {plain(said)}" for said in asked.said]
        blocks += [f"  {plain(_beside(*value))}" for value in asked.values]
        blocks += [f"  {line}" for line in _written(asked)]
    blocks += [f"Note: {plain(note)}" for note in shown.standing.notes]
    blocks += [f"Graded {' · '.join(row)}" for row in _runs(shown)]
    return "\n".join(textwrap.fill(block, 88, subsequent_indent="  ") for block in blocks)


def _total(shown: Shown) -> str:
    one = shown.standing
    if one.points is not None:
        return f"{points(one.points, shown.most)}, {one.state}."
    so_far = f" {points(one.so_far)} so far." if one.so_far is not None else ""
    return f"{one.state}.{so_far}"


def _around(shown: Shown) -> list[str]:
    """Return what to know before the questions, in sentences."""
    one = shown.standing
    files = ", ".join(f"{name} ({size:,} bytes)" for name, size in shown.handed_in)
    when = f" at {shown.when}" if shown.when else ", at a time that nobody noted"
    said = [
        one.reason,
        f"Handed in{when}: {files}." if files else "",
        f"Subtracted for coming late: {number(one.penalty)}." if one.penalty else "",
        "What a changed notebook would get stands beside; nothing of it was saved."
        if shown.what_if
        else "",
        *shown.remarks,
    ]
    return [plain(line) for line in said if line]


def _got(asked: Asked, *, what_if: bool) -> str:
    mark = asked.mark
    most = number(asked.item.points)
    if mark is None or mark.points is None:
        got = "waits for a person" if mark and mark.waits else "not graded"
        got = f"{got}, of {most}"
        if mark and mark.manual is not None:
            got += f"; {number(mark.manual)} for what stood there before"
    else:
        got = f"{number(mark.points)} of {most}{', by hand' if mark.manual is not None else ''}"
    changed = "not graded" if asked.changed is None else number(asked.changed)
    return f"{got}; with the change {changed}" if what_if else got


def _written(asked: Asked) -> Iterator[str]:
    """Yield what was written, what each reader made of it, and the comment."""
    if asked.written.text:
        yield f"Written: {_flat(asked.written.text)}"
    for one in asked.written.readings:
        yield f"Read by {', '.join(_reading(one))}"
    if asked.written.comment:
        yield f"Comment: {_flat(asked.written.comment)}"


def _reading(one: Read) -> tuple[str, str, str, str]:
    """Return who read a text, when, the points, and for what."""
    parts = {"given": True, "not given": False, "not decided": None}
    found = [
        f"{name}: {'; '.join(things)}"
        for name, value in parts.items()
        if (things := one.things(given=value))
    ]
    got = "no points yet" if one.points is None else points(one.points)
    older = [] if one.is_of_this else ["of a text that has changed since"]
    why = plain(". ".join([*older, *found]))
    return plain(one.reader), _moment(one.reading.when), got, why


def _flat(text: str) -> str:
    return plain(" ".join(text.split()))


def _moment(when: str) -> str:
    """Return a time as a reader has it; what is none, as it stands."""
    try:
        return f"{datetime.fromisoformat(when).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    except ValueError:
        return plain(when)


def _beside(name: str, seen: str, key: str) -> str:
    return f"{name}: {seen or 'not seen'} · key {key or 'not known'}"


def _runs(shown: Shown) -> Iterator[tuple[str, str, str]]:
    """Yield when each run was, how it ended, and its points."""
    for run in shown.history:
        got = run.get("points")
        earned = points(got) if isinstance(got, int | float) else "no points"
        yield (
            _moment(str(run.get("when", ""))),
            plain(str(run.get("state", ""))),
            earned,
        )


def _sections(shown: Shown) -> Iterator[Section]:
    columns = ("Question", "Points", "What the check said")
    rows = [
        (one.item.label, _got(one, what_if=shown.what_if), plain(" ".join(one.said)))
        for one in shown.asked
    ]
    values = [
        (f"{one.item.name or one.item.key[1]} · {plain(name)}", plain(seen), plain(key))
        for one in shown.asked
        for name, seen, key in one.values
    ]
    grids = [Grid("Questions", columns, rows)]
    who = plain(shlex.quote(shown.standing.learner.id))
    if values:
        grids.append(Grid("Values", ("Answer", "What was seen", "The key's"), values))
    yield Section(
        "Questions",
        "What did each get, and why?",
        grids=tuple(grids),
        cannot_tell="How the learner came to a value: `autograded/` has the notebook as it ran.",
        next_step=(
            f"To try a change: `{in_course(f'teach show {shown.assignment} {who}')} "
            "--what-if edited.ipynb`."
        ),
    )
    yield from _read_by_persons(shown)
    noted = [(str(place), plain(note)) for place, note in enumerate(shown.standing.notes, 1)]
    runs = list(_runs(shown))
    history = [Grid("Gradings", ("When", "State", "Points"), runs)] if runs else []
    yield Section(
        "History",
        "When was it graded, and what was noted?",
        words=(_BY_HAND,),
        grids=(*([Grid("Notes", ("", "Note"), noted)] if noted else []), *history),
        cannot_tell="What was graded before this command kept a history.",
        next_step="Keep this page as you keep the gradebook: it names a person, and holds the key.",
    )


def _read_by_persons(shown: Shown) -> Iterator[Section]:
    known = [
        (one.item.name or one.item.key[1], one.written)
        for one in shown.asked
        if one.written != Written()
    ]
    texts = [(name, _flat(one.text), _flat(one.comment)) for name, one in known]
    readings = [(name, *_reading(read)) for name, one in known for read in one.readings]
    grids = [Grid("Texts", ("Question", "What was written", "Comment"), texts)]
    if readings:
        columns = ("Question", "Reader", "When", "Points", "For what")
        grids.append(Grid("Readings", columns, readings))
    if known:
        yield Section(
            "Read by persons",
            "What was written, and what did its readers make of it?",
            grids=tuple(grids),
            cannot_tell="What points were given for that were given in the Formgrader.",
            next_step=f"`{in_course(f'teach read {shown.assignment} --names')}` has the rubric and a sample.",
        )
