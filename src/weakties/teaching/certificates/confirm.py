"""Whether a certificate still says what the gradebook says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.counted import points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.report.learners import Standing
    from weakties.teaching.certificates.register import Issued


@dataclass(frozen=True)
class Confirmed:
    """What the gradebook says to a code.

    Parameters
    ----------
    issued
        What the certificate says.
    differs
        What the gradebook says otherwise now, a sentence for each unit; nothing where all holds.
    """

    issued: Issued
    differs: tuple[str, ...]


def compared(issued: Issued, now: Mapping[str, Standing | None]) -> Confirmed:
    """Compare a certificate with where its learner stands now.

    Parameters
    ----------
    issued
        The certificate.
    now
        Where the learner stands in each of its units; ``None`` where the gradebook knows nothing.
    """
    differs = []
    for passed in issued.units:
        standing = now.get(passed.unit)
        earned = standing.points if standing else None
        if earned is None or abs(earned - passed.points) > 1e-6:
            has = points(earned) if earned is not None else "no settled points"
            differs.append(
                f"{passed.unit}: the certificate says {points(passed.points)}, and the "
                f"gradebook now has {has}."
            )
    return Confirmed(issued, tuple(differs))
