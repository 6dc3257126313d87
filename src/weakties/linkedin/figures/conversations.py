"""Who talked with whom: conversations that people held, and what each person had of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weakties.linkedin.figures.identity import Identity
from weakties.linkedin.names import folded, full_name, split_names

if TYPE_CHECKING:
    import pandas as pd

    from weakties.linkedin.export import Export


@dataclass(frozen=True)
class Conversations:
    """The conversations of an export, without drafts, spam and what no person sent.

    Parameters
    ----------
    owner
        The owner's slug; None if no message has one.
    messages
        One row is one message: ``thread`` (a number), ``by_owner``, ``person`` (the sender's row in
        the people, or −1) and ``sent_at``; sorted by thread and time.
    taking_part
        One row is one person in one thread: ``thread``, ``person``.
    """

    owner: str | None
    messages: pd.DataFrame
    taking_part: pd.DataFrame

    @property
    def threads(self) -> int:
        """Return how many conversations there are."""
        return int(self.messages["thread"].nunique())


def conversations_of(export: Export) -> Conversations:
    """Return the conversations of an export; persons are rows of its people."""
    table = export.messages
    kept = ~table["draft"] & ~table["no_sender"] & (table["folder"].str.upper() != "SPAM")
    table = table[kept]
    sent = table[["conversation", "sender", "sender_slug", "recipients", "recipient_slugs"]].assign(
        thread=table["conversation"].factorize()[0], sent_at=table["sent_at"]
    )
    slug, name = _owner(export, sent)
    by_owner = sent["sender_slug"] == slug if slug else sent["sender"].map(folded) == name
    identity = Identity.of(export.people)
    senders = sent[["sender_slug", "sender"]].drop_duplicates()
    persons = [
        identity.person(slug, name) for slug, name in senders.itertuples(index=False, name=None)
    ]
    sent = sent.merge(senders.assign(person=persons), on=["sender_slug", "sender"])
    messages = sent[["thread", "person", "sent_at"]].assign(by_owner=by_owner.to_numpy())
    return Conversations(
        owner=slug or None,
        messages=messages.sort_values(["thread", "sent_at"], kind="stable", ignore_index=True),
        taking_part=_taking_part(sent, identity),
    )


def _owner(export: Export, sent: pd.DataFrame) -> tuple[str, str]:
    """Return the owner's slug and folded name: who is called as Profile.csv says, or writes most."""
    profile = zip(export.profile["first_name"], export.profile["last_name"], strict=True)
    names = {folded(full_name(first, last)) for first, last in profile}
    wrote = sent[["thread", "sender_slug", "sender"]].drop_duplicates()
    folded_names = {name: folded(name) for name in wrote["sender"].unique()}
    wrote = wrote.assign(name=wrote["sender"].map(folded_names))
    called_so = wrote[wrote["name"].isin(names)]
    if len(called_so):
        wrote = called_so
    if not len(wrote):
        return "", ""
    key = "sender_slug" if wrote["sender_slug"].any() else "name"
    most = wrote.drop_duplicates(["thread", key])[key].value_counts()
    chosen = min(most.index[most == most.max()])
    if key == "name":
        return "", chosen
    return chosen, wrote.loc[wrote[key] == chosen, "name"].iloc[0]


def _taking_part(sent: pd.DataFrame, identity: Identity) -> pd.DataFrame:
    """Return who is in which thread, as a sender or as somebody written to."""
    import pandas as pd

    wrote = sent.loc[sent["person"] >= 0, ["thread", "person"]]
    received = sent[["thread", "recipient_slugs", "recipients"]].drop_duplicates()
    known = identity.names.keys() | {folded(name) for name in sent["sender"].unique()}
    persons_of: dict[tuple[str, str], list[int]] = {}
    pairs: list[tuple[int, int]] = []
    rows: Any = received.itertuples(index=False, name=None)
    for thread, slugs, listed in rows:
        key = (slugs, listed)
        if key not in persons_of:
            by_slug = [identity.person(slug, "") for slug in slugs.split()]
            by_name = [
                identity.named(name, with_slug=not slugs) for name in split_names(listed, known)
            ]
            persons_of[key] = [person for person in by_slug + by_name if person >= 0]
        pairs.extend((thread, person) for person in persons_of[key])
    read = pd.DataFrame(pairs, columns=["thread", "person"], dtype="int64")
    return pd.concat([wrote, read], ignore_index=True).drop_duplicates(ignore_index=True)
