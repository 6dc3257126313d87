"""Feedback on its way back: into an archive, or into nbgrader's exchange."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.course import CourseError
from weakties.teaching.returning.archive import (
    digest_of,
    entries_in,
    entry_of,
    name_like,
    write_archive,
)

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.grading.nbg.course import Classroom
    from weakties.teaching.returning.made import Made

_MOST_BYTES = 50 * 2**20


class NoExchange(CourseError):
    """nbgrader's exchange takes nothing; the text says why."""


@dataclass(frozen=True)
class Given:
    """Who gets feedback on one way, and who does not, by name."""

    to: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def put_into_archive(room: Classroom, made: Made, place: Path, like: Path | None = None) -> Given:
    """Write everybody's pages into an archive.

    Parameters
    ----------
    room, made
        The assignment, and the pages.
    place
        Where the archive is written.
    like
        The archive of submissions as a learning platform gave it out: then each page gets the name
        by which the platform finds the learner. Without it, each learner has a folder.
    """
    entries = entries_in(like) if like else ()
    files: dict[str, Path] = {}
    given, left_out = [], []
    for learner, pages in made.pages.items():
        names = {page: f"{page.stem}-feedback.html" for page in pages}
        if like is None:
            files.update({f"{learner}/{name}": page for page, name in names.items()})
        else:
            handed_in = _digests(room.folder("submitted", learner))
            entry = entry_of(made.learners[learner], handed_in, entries)
            if entry is None:
                left_out.append(learner)
                continue
            files.update({name_like(entry, name): page for page, name in names.items()})
        given.append(learner)
    if given:
        write_archive(files, place)
    return Given(tuple(given), tuple(left_out))


def _digests(folder: Path) -> list[str]:
    """Return the digests of the notebooks that somebody handed in."""
    notebooks = (path for path in sorted(folder.glob("*.ipynb")) if path.is_file())
    return [digest_of(p.read_bytes()) for p in notebooks if p.stat().st_size <= _MOST_BYTES]


def put_into_exchange(room: Classroom) -> Given:
    """Release everybody's pages through nbgrader's exchange, as far as somebody can fetch them.

    Raises
    ------
    NoExchange
        If the exchange is not there, or can't be written to.
    """
    from nbgrader.auth import Authenticator
    from nbgrader.exchange import ExchangeError

    from weakties.grading.release_feedback import ReleaseWithReceipt

    release = ReleaseWithReceipt(
        coursedir=room.directory,
        authenticator=Authenticator(config=room.config),
        config=room.config,
    )
    release.log = logging.getLogger("weakties.teaching")  # what it warns of is in the result
    release.log.addHandler(logging.NullHandler())
    release.log.propagate = False
    try:
        release.start()
    except (ExchangeError, OSError) as error:
        raise NoExchange(
            f"The exchange takes nothing: {error}. Exchange.root in nbgrader_config.py names its "
            "folder; `--zip FILE` needs no exchange."
        ) from None
    return Given(tuple(release.released), tuple(release.left_out))
