"""The invitations that still show: those of the last weeks, as LinkedIn forgets older ones."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from weakties.linkedin.names import full_name
from weakties.linkedin.sample.letters import NADIA_HERSELF, Member, member
from weakties.linkedin.sample.network import MADE_ON, NADIA, slug_for
from weakties.linkedin.sample.words import NOTES
from weakties.linkedin.tables import frame

if TYPE_CHECKING:
    from random import Random

    import pandas as pd

    from weakties.data.world import World
    from weakties.linkedin.sample.network import Person

_DAYS_KEPT = 45


def invitations_of(world: World, people: list[Person], random: Random) -> pd.DataFrame:
    """Return Invitations.csv: what Nadia sent and got of late, accepted or still open."""
    sent = world.invitations
    hers = sent[(sent["sender_id"] == NADIA) | (sent["receiver_id"] == NADIA)]
    days = hers["sent"].dt.date
    recent = hers[(days > MADE_ON - timedelta(days=_DAYS_KEPT)) & (days < MADE_ON)]
    known = {person.number: member(person) for person in people}
    names = {name for name, _ in known.values()}
    rows = []
    for row in recent.sort_values("sent", ascending=False).to_dict("records"):
        outgoing = row["sender_id"] == NADIA
        other = row["receiver_id"] if outgoing else row["sender_id"]
        somebody = known.get(other) or _stranger(world, other)
        # A stranger who is called like a contact would be taken for that contact.
        if other not in known and somebody[0] in names:
            continue
        pair = (NADIA_HERSELF, somebody) if outgoing else (somebody, NADIA_HERSELF)
        rows.append(
            {
                "sender": pair[0][0],
                "recipient": pair[1][0],
                "sent_at": f"{row['sent'].date()}T{8 + other % 12:02}:{random.randrange(60):02}:00",
                "message": "" if row["note"] == "none" else random.choice(NOTES),
                "direction": "OUTGOING" if outgoing else "INCOMING",
                "sender_slug": pair[0][1],
                "recipient_slug": pair[1][1],
            }
        )
    return frame("invitations", {column: [row[column] for row in rows] for column in rows[0]})


def _stranger(world: World, number: int) -> Member:
    first, last = (str(world.people.at[number, column]) for column in ("first_name", "last_name"))
    return full_name(first, last), slug_for(first, last, number)
