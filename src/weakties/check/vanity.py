"""Numbers that grow by clicking alone."""

from __future__ import annotations

import re

_COUNTED = (
    r"connections?|contacts?|people|followers?|likes?|reactions?|views?|impressions?|endorsements?|"
    r"invitations?|invites?|network size|ssi|social selling index"
)
_BEFORE = (
    r"(?:the|my|a|more|total|number|count|size|of|profile|post|page|linkedin|new|sent|received|"
    r"accepted|how|many|500\+?|400|\d+)"
)
_VANITY = re.compile(rf"(?:{_BEFORE}\s+)*(?:{_COUNTED})(?:\s+(?:count|number|sent|received))?")


def is_vanity(words: str) -> bool:
    """Return whether a number is a bare count of what can be had by clicking.

    Examples
    --------
    >>> is_vanity("Number of connections"), is_vanity("500+ connections"), is_vanity("profile views")
    (True, True, True)
    >>> is_vanity("connections I wrote with this month"), is_vanity("dormant ties that woke up")
    (False, False)
    """
    plain = re.sub(r"[^\w+\s]", " ", words.casefold())
    return _VANITY.fullmatch(" ".join(plain.split())) is not None
