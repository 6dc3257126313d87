"""An invented clipping about invitations, two of whose figures do not fit the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.chance import chance_of, of_edition

if TYPE_CHECKING:
    from weakties.data.cards import Card

_TOO_MUCH = (2, 3, 4, 5, 6, 7)
"""By how many percentage points one share is off, in other editions than the open one."""


def clipping(edition: str, card: Card) -> pd.DataFrame:
    """Return the figures that the clipping prints, each with the sentence that it stands in.

    About a third of the invitations carry a note, and fewer than 45 percent of the others are
    accepted: so what slips make of the gap is as many people as it should be, or as another slip
    makes of it, in no edition.
    """
    rng = chance_of(edition, card)
    sent = int(rng.integers(4_200, 5_800))
    with_note = round(sent * rng.uniform(0.315, 0.335))
    share = round(100 * with_note / sent, 1)
    too_much = of_edition(edition, card, "too_much", _TOO_MUCH)
    share_without = round(100 - share + too_much, 1)
    without = round(rng.uniform(41, 45), 2)
    gap = round(rng.uniform(4.1, 5.2), 2)
    # The gap belongs to those who got a note, and is taken of everybody.
    gained = round(sent * gap / 100)
    figures = [
        ("invitations", sent, "invitations", f"We looked at {sent:,} invitations."),
        ("with a note", with_note, "invitations", f"{with_note:,} of them carried a note,"),
        ("share with a note", share, "percent", f"that is {share:.1f} percent;"),
        ("share without a note", share_without, "percent", f"{share_without:.1f} percent did not."),
        (
            "accepted with a note",
            round(without + gap, 2),
            "percent",
            f"With a note, {without + gap:.2f} percent were accepted,",
        ),
        ("accepted without a note", without, "percent", f"without one {without:.2f} percent."),
        ("gap", gap, "percentage points", f"The gap may look small, {gap:.2f} points,"),
        ("people gained", gained, "people", f"but it is {gained} people won by a note!"),
    ]
    table = pd.DataFrame(figures, columns=["figure", "printed", "unit", "sentence"])
    return table.astype({"printed": float})
