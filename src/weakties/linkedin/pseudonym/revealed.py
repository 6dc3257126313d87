"""What a copy still tells apart, measured on the tables themselves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from weakties.linkedin.companies import company_key
from weakties.linkedin.figures import conversations_of
from weakties.linkedin.insight.roles import role_of
from weakties.linkedin.names import folded, split_names
from weakties.linkedin.pseudonym.lengths import at_most
from weakties.linkedin.pseudonym.recognized import is_pseudonymized

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    import pandas as pd

    from weakties.linkedin.export import Export

_GROUP = 3


class Revealed(NamedTuple):
    """How far rows can be told apart: shares of those that no other equals.

    Parameters
    ----------
    people
        Of connections, by month, company, function and level.
    fewest
        How many share these at least; 0 without connections.
    people_writing
        Of connections, by these and the months of all messages in their conversations.
    conversations
        Of conversations, by the lengths of their messages in their order.
    conversations_known
        Of conversations, by all that somebody who knows one knows: how many are in it, and of each
        message the month, the sender's place among those who wrote, and the length.
    groups
        Of conversations among three people or more, by how many are in it.
    """

    people: float
    fewest: int
    people_writing: float
    conversations: float
    conversations_known: float
    groups: float


def revealed_by(export: Export) -> Revealed:
    """Return what the tables of an export, or of its copy, tell apart."""
    keys = traits_of(export.people)
    counts = Counter(keys)
    talks = list(_talks(export.messages, copied=is_pseudonymized(export)))
    sizes = [people for people, _ in talks if people >= _GROUP]
    return Revealed(
        people=_unique(counts),
        fewest=min(counts.values(), default=0),
        people_writing=_unique(Counter(zip(keys, writing_of(export), strict=True))),
        conversations=_unique(Counter(tuple(length for _, _, length in rows) for _, rows in talks)),
        conversations_known=_unique(
            Counter(
                (people, tuple((month, who, at_most(length)) for month, who, length in rows))
                for people, rows in talks
            )
        ),
        groups=_unique(Counter(sizes)),
    )


def traits_of(people: pd.DataFrame) -> list[Hashable]:
    """Return month, company, function and level of each connection."""
    months = people["connected_on"].dt.to_period("M").astype(str)
    return [
        (month, company_key(company), *role_of(title))
        for month, company, title in zip(months, people["company"], people["position"], strict=True)
    ]


def writing_of(export: Export) -> list[Hashable]:
    """Return for each connection the months of the messages in each of their conversations."""
    if not export.message_columns:
        return [()] * len(export.people)
    conversations = conversations_of(export)
    messages = conversations.messages
    months = messages["sent_at"].dt.strftime("%Y-%m")
    by_thread = {thread: tuple(rows) for thread, rows in months.groupby(messages["thread"])}
    of_person: dict[int, list[tuple[str, ...]]] = {}
    pairs = conversations.taking_part[["thread", "person"]].itertuples(index=False, name=None)
    for thread, person in pairs:
        of_person.setdefault(person, []).append(by_thread[thread])
    return [tuple(sorted(of_person.get(at, []), key=str)) for at in range(len(export.people))]


def _talks(
    messages: pd.DataFrame, *, copied: bool
) -> Iterator[tuple[int, list[tuple[str, int, str]]]]:
    """Return how many are in each conversation, and its messages: month, sender, length.

    The sender is told by the place among those who wrote; the length is that of the text, which in
    a copy stands in the text's place.
    """
    rows = messages.sort_values("sent_at", kind="stable")
    months = rows["sent_at"].dt.strftime("%Y-%m").fillna("")
    columns = [rows[name] for name in ("conversation", "sender", "recipients", "content")]
    talks: dict[str, tuple[set[str], dict[str, int], list[tuple[str, int, str]]]] = {}
    for thread, sender, recipients, text, month in zip(*columns, months, strict=True):
        inside, senders, said = talks.setdefault(thread, (set(), {}, []))
        name = folded(sender)
        inside.update((name, *_listed(recipients)))
        length = text if copied or not text else str(len(text))
        said.append((month, senders.setdefault(name, len(senders)), length))
    return ((len(inside), said) for inside, _, said in talks.values())


def _listed(recipients: str) -> Iterable[str]:
    return map(folded, split_names(recipients, ())) if "," in recipients else (folded(recipients),)


def _unique(counts: Counter[Any]) -> float:
    """Return the share of cases that are alone in their class."""
    return sum(count == 1 for count in counts.values()) / max(counts.total(), 1)
