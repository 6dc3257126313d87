"""Looking at what lies there, comparing it with a stamp, and stamping what is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.grading.nbg.ledger import keep_stamp, stamp_of
from weakties.grading.stamps.digest import digest_of_file, digest_of_folder
from weakties.grading.stamps.stamp import Again, Ground, why_again

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.grading.nbg.desk import Desk


def look_at_hand_in(desk: Desk, learner: str) -> None:
    """Note the digests of what a learner handed in, before any of it is read.

    What is put there while it is read makes the next run see another digest, and grade again.
    """
    for name in desk.chosen:
        desk.ledger.hand_ins[learner, name] = _hand_in(desk, learner, name)


def why_graded_again(desk: Desk, learner: str) -> Again | None:
    """Return why somebody who was graded is to be graded again; ``None`` if nothing has changed."""
    graded = desk.room.folder("autograded", learner)
    found = (
        why_again(
            desk.ledger.stamps.get((learner, name)),
            Ground(
                _hand_in(desk, learner, name),
                desk.ledger.keys[name].digest,
                digest_of_file(graded / f"{name}.ipynb"),
            ),
        )
        for name in desk.chosen
    )
    return next((why for why in found if why), None)


def stamp_graded(desk: Desk, learner: str, folder: Path) -> None:
    """Stamp what was graded, in the transaction in which its marks are saved.

    Parameters
    ----------
    desk, learner
        The run, and whose work.
    folder
        Where the graded notebooks lie.
    """
    for name in desk.chosen:
        graded = digest_of_file(folder / f"{name}.ipynb")
        hand_in = desk.ledger.hand_ins.get((learner, name), "")
        stamp = stamp_of(desk.ledger, learner, name, hand_in, graded)
        keep_stamp(desk.book, desk.ledger, desk.room.assignment, learner, name, stamp)


def stamp_ungraded(desk: Desk, learner: str) -> None:
    """Stamp that there are no marks of anything; what a person has read before is kept."""
    for name in desk.chosen:
        graded = digest_of_file(desk.room.folder("autograded", learner) / f"{name}.ipynb")
        stamp = stamp_of(desk.ledger, learner, name, "", graded)
        keep_stamp(desk.book, desk.ledger, desk.room.assignment, learner, name, stamp)


def _hand_in(desk: Desk, learner: str, name: str) -> str:
    others = {f"{other}.ipynb" for other in desk.facts if other != name}
    folder = desk.room.folder("submitted", learner)
    return digest_of_folder(folder, desk.room.directory.ignore, others)
