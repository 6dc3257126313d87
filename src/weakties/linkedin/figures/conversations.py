"""Who talked with whom: conversations that people held, and what each person had of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from weakties.linkedin.figures.identity import NOBODY, Identity
from weakties.linkedin.names import folded, full_name, split_names

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from weakties.linkedin.export import Export


@dataclass(frozen=True)
class Conversations:
    """The conversations of an export, without drafts, spam and what no person sent.

    Parameters
    ----------
    owner
        The owner's slug; None if no message of theirs has one.
    owner_name
        The name on the owner's messages; empty if nobody here can be taken for the owner.
    left_out
        How many messages were left out, by why.
    messages
        One row is one message: ``thread`` (a number), ``by_owner``, ``person`` (the sender's row in
        the people, or −1) and ``sent_at``; sorted by thread and time.
    taking_part
        One row is one person in one thread: ``thread``, ``person``.
    """

    owner: str | None
    owner_name: str
    left_out: dict[str, int]
    messages: pd.DataFrame
    taking_part: pd.DataFrame

    @property
    def threads(self) -> int:
        """Return how many conversations there are."""
        return int(self.messages["thread"].nunique())


def conversations_of(export: Export) -> Conversations:
    """Return the conversations of an export; persons are rows of its people."""
    import pandas as pd

    table = export.messages
    kept, left_out = _counted(table)
    table = table if kept.all() else table[kept]
    envelopes, of_message = _envelopes(table)
    identity = Identity.of(export.people)
    senders = list(zip(envelopes["sender_slug"], envelopes["sender"], strict=True))
    persons = {sender: identity.person(*sender) for sender in set(senders)}
    envelopes["person"] = [persons[sender] for sender in senders]
    slug, name = _owner(export, envelopes)
    envelopes["by_owner"] = (
        envelopes["sender_slug"] == slug
        if slug
        else (envelopes["sender"].map(folded) == name) & (name != "")
    )
    messages = envelopes[["thread", "person", "by_owner"]].iloc[of_message]
    sent_at = table["sent_at"].array
    messages = messages.assign(sent_at=pd.Series(sent_at, index=messages.index))
    return Conversations(
        owner=slug or None,
        owner_name=_spelled(envelopes),
        left_out=left_out,
        messages=messages.sort_values(["thread", "sent_at"], kind="stable", ignore_index=True),
        taking_part=_taking_part(envelopes, identity),
    )


def _counted(table: pd.DataFrame) -> tuple[pd.Series[bool], dict[str, int]]:
    """Return which messages count, and how many of the others there are of each kind."""
    spam = [folder for folder in table["folder"].unique() if folder.upper() == "SPAM"]
    kept = ~table["draft"]
    left_out = {"drafts": int(table["draft"].sum())}
    for why, no_conversation in (
        ("spam", table["folder"].isin(spam)),
        ("advertising", table["no_sender"]),
    ):
        left_out[why] = int((kept & no_conversation).sum())
        kept &= ~no_conversation
    return kept, left_out


def _spelled(envelopes: pd.DataFrame) -> str:
    """Return the owner's name as most of the owner's envelopes have it."""
    names = envelopes.loc[envelopes["by_owner"], "sender"].value_counts()
    return str(names.index[0]) if len(names) else ""


_ENVELOPE = ("conversation", "sender_slug", "sender", "recipient_slugs", "recipients")


def _envelopes(table: pd.DataFrame) -> tuple[pd.DataFrame, np.ndarray[Any, np.dtype[np.int64]]]:
    """Return who wrote to whom in which conversation, each once, and each message's row there.

    A mailbox has many messages and few envelopes; what follows looks at the envelopes.
    """
    import numpy as np
    import pandas as pd

    known: defaultdict[tuple[str, ...], int] = defaultdict(count().__next__)
    columns = (table[column].tolist() for column in _ENVELOPE)
    numbers = map(known.__getitem__, zip(*columns, strict=True))
    rows = np.fromiter(numbers, dtype="int64", count=len(table))
    envelopes = pd.DataFrame(list(known), columns=list(_ENVELOPE), dtype=object)
    return envelopes.assign(thread=envelopes["conversation"].factorize()[0]), rows


def _owner(export: Export, envelopes: pd.DataFrame) -> tuple[str, str]:
    """Return the owner's slug and folded name.

    The owner is who is called as Profile.csv says. If nobody is, the owner may have changed their
    name: it is who is in every thread and no connection, if that is one person; else nobody.
    Without that file it is
    who writes in most threads, before others one who is not among the owner's own connections.
    """
    wrote = envelopes[["thread", "sender_slug", "sender", "person"]]
    wrote = wrote.assign(name=wrote["sender"].map(folded))
    if len(export.profile):
        profile = zip(export.profile["first_name"], export.profile["last_name"], strict=True)
        names = {folded(full_name(first, last)) for first, last in profile}
        called = wrote[wrote["name"].isin(names)]
        if not len(called):
            everywhere = _in_every_thread(export, envelopes)
            called = wrote[wrote["sender_slug"].isin(everywhere) & (len(everywhere) == 1)]
        wrote = called
    if not len(wrote):
        return "", ""
    key = "sender_slug" if wrote["sender_slug"].any() else "name"
    most = wrote.drop_duplicates(["thread", key])[key].value_counts()
    connected = set(wrote.loc[wrote["person"] != NOBODY, key])
    chosen = min(most.index[most == most.max()], key=lambda one: (one in connected, one))
    if key == "name":
        return "", chosen
    return chosen, wrote.loc[wrote[key] == chosen, "name"].iloc[0]


def _in_every_thread(export: Export, envelopes: pd.DataFrame) -> set[str]:
    """Return the slugs of those in every thread who are no connections."""
    in_all: set[str] | None = None
    columns = ["thread", "sender_slug", "recipient_slugs"]
    for _, thread in envelopes[columns].groupby("thread"):
        slugs = {*thread["sender_slug"], *" ".join(thread["recipient_slugs"]).split()}
        in_all = slugs if in_all is None else in_all & slugs
        if not in_all:
            break
    return (in_all or set()) - {"", *export.people["slug"]}


def _taking_part(envelopes: pd.DataFrame, identity: Identity) -> pd.DataFrame:
    """Return who is in which thread, as a sender or as somebody written to."""
    import pandas as pd

    columns = ("thread", "person", "recipient_slugs", "recipients")
    threads, senders, slugs, listed = (envelopes[column].tolist() for column in columns)
    written_to = list(zip(slugs, listed, strict=True))
    persons_of = _recipients(set(written_to), envelopes, identity)
    pairs: dict[tuple[int, int], None] = {}
    for thread, sender, key in zip(threads, senders, written_to, strict=True):
        if sender != NOBODY:
            pairs[thread, sender] = None
        for person in persons_of[key]:
            pairs[thread, person] = None
    return pd.DataFrame(list(pairs), columns=["thread", "person"], dtype="int64")


def _recipients(
    written_to: set[tuple[str, str]], envelopes: pd.DataFrame, identity: Identity
) -> dict[tuple[str, str], list[int]]:
    """Return for each pair of slugs and names whom of the people they mean."""
    known: set[str] = set()
    found: dict[tuple[str, str], list[int]] = {}
    for slugs, listed in written_to:
        persons = [identity.slugs.get(slug, NOBODY) for slug in slugs.split()]
        # Where slugs stand, names are for those who have none; most exports know all slugs.
        if identity.without_slug or not slugs:
            known = known or identity.names.keys() | set(map(folded, envelopes["sender"].unique()))
            names = split_names(listed, known)
            persons += [identity.named(name, with_slug=not slugs) for name in names]
        found[slugs, listed] = [person for person in persons if person != NOBODY]
    return found
