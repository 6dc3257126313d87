"""Ties that changed their state since a day, told from the later export alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weakties.linkedin.figures.exchanges import exchanges_of

if TYPE_CHECKING:
    from datetime import date

    from weakties.linkedin.figures import Figures


@dataclass(frozen=True)
class Awake:
    """People by what happened since, as rows of the later figures' people.

    Parameters
    ----------
    woke
        Had messages both ways, then none for three years, and one since.
    answered
        Those of them who wrote since, too.
    first_words
        Were tied to the owner without a message until then, and have one since.
    fell_asleep
        Were not dormant then and are now.
    """

    woke: tuple[int, ...]
    answered: tuple[int, ...]
    first_words: tuple[int, ...]
    fell_asleep: tuple[int, ...]


def awake_since(figures: Figures, until: date) -> Awake | None:
    """Return what woke and what fell asleep after a day; None where the export can't tell.

    Parameters
    ----------
    figures
        Those of the later export: it holds the earlier messages as well, so nobody has to be
        matched, and copies without names serve too.
    until
        The last day of what counts as earlier.
    """
    import pandas as pd

    if figures.conversations is None or figures.exchanges is None or not figures.knows_owner:
        return None
    conversations = figures.conversations
    end = pd.Timestamp(until, tz="UTC") + pd.Timedelta(days=1)
    messages = conversations.messages
    later = messages["sent_at"] >= end
    before = replace(conversations, messages=messages[~later])
    since = replace(conversations, messages=messages[later])
    then = replace(figures, as_of=until, conversations=before, exchanges=exchanges_of(before))
    now = exchanges_of(since)
    wrote = now[(now["from_owner"] > 0) | (now["from_person"] > 0)]
    dormant_then = set() if then.dormant is None else set(then.dormant.index)
    dormant_now = set() if figures.dormant is None else set(figures.dormant.index)
    earlier = exchanges_of(before)
    spoken = set(earlier.index[(earlier["from_owner"] > 0) | (earlier["from_person"] > 0)])
    tied = figures.people["connected_on"] < pd.Timestamp(until) + pd.Timedelta(days=1)
    awake = set(wrote.index)
    woke = dormant_then & awake
    return Awake(
        woke=tuple(sorted(woke)),
        answered=tuple(sorted(woke & set(now.index[now["from_person"] > 0]))),
        first_words=tuple(sorted((awake - spoken) & set(tied.index[tied]))),
        fell_asleep=tuple(sorted(dormant_now - dormant_then)),
    )
