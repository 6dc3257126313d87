"""Why nbgrader did not grade somebody, read from what it logs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

START = "\x1e"
FORMAT = f"{START}%(levelname)s %(message)s"
"""The form that nbgrader is asked to log in, so that a message of many lines can be told from the next."""

_LONGEST = 300
_FAILED = "There was an error processing assignment: "
_READS = "Sanitizing "
_SUMMARY = ("Please see the", "There was an error processing assignment '")


def begun(line: str, folders: Mapping[str, str]) -> str:
    """Return whose work a line of the log says is taken up; nothing if it says something else.

    Parameters
    ----------
    line
        A line.
    folders
        Where everybody's work lies, by learner.
    """
    _, reads, path = line.partition(f" {_READS}")
    folder = os.path.dirname(path.strip())  # noqa: PTH120 - compared as text, not looked for
    return next((name for name, place in folders.items() if reads and place == folder), "")


def reasons(log: str, folders: Mapping[str, str], ungraded: Sequence[str]) -> dict[str, str]:
    r"""Return why each of some learners was not graded, in a sentence.

    Parameters
    ----------
    log
        All that nbgrader logged.
    folders
        Where everybody's work lies, by learner.
    ungraded
        Who was not graded.

    Examples
    --------
    >>> places = {"bo": "/c/submitted/bo/ps1", "cy": "/c/submitted/cy/ps1"}
    >>> log = "\x1eINFO Sanitizing /c/submitted/bo/ps1/a.ipynb\n\x1eERROR It is too old.\n"
    >>> reasons(log, places, ["bo", "cy"])
    {'bo': 'It is too old.', 'cy': 'nbgrader stopped at bo before it came to this one.'}
    """
    records = list(_records(log))
    found = {name: why for name in ungraded if (why := _of(records, folders[name]))}
    others = [name for name in ungraded if name not in found]
    stop = _stop(records)
    last = next((name for _, text in reversed(records) if (name := begun(f" {text}", folders))), "")
    for learner in others:
        if stop and last in others and learner != last:
            found[learner] = f"nbgrader stopped at {last} before it came to this one."
        else:
            found[learner] = stop or "nbgrader did not say why."
    return found


def _records(log: str) -> Iterator[tuple[str, str]]:
    for record in log.split(START)[1:]:
        level, _, text = record.partition(" ")
        yield level, text.strip()


def _of(records: Sequence[tuple[str, str]], folder: str) -> str:
    """Return what is said of one learner's folder."""
    for number, (level, text) in enumerate(records):
        if text == f"{_FAILED}{folder}" and number + 1 < len(records):
            return _short(records[number + 1][1].splitlines()[-1])
        if level in ("WARNING", "ERROR") and _is_the_end(text, folder):
            return _short(text.splitlines()[0])
    return ""


def _is_the_end(text: str, folder: str) -> bool:
    unresponsive = text.startswith(f"While processing assignment {folder},")
    return unresponsive or text.startswith(f"No notebooks were matched by '{folder}{os.sep}")


def _stop(records: Sequence[tuple[str, str]]) -> str:
    """Return why nbgrader ended before its last submission; nothing if it did not."""
    errors = [text for level, text in records if level in ("ERROR", "CRITICAL")]
    if not errors or errors[-1].startswith(_SUMMARY):
        return ""
    return _short(" ".join(errors[-1].split()))


def _short(text: str) -> str:
    return text.strip()[:_LONGEST]
