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
_VERB = r"(?:(?:reach|have|get|make|grow|to|get to|grow to|at least)\s+)*"
_VALUE = r"(?:\s+(?:\d+\+?|today|now|currently|so far|at present|is|are|by\s+\w+))*"
_LIMIT = re.compile(
    r"[;,.(]\s*(?:it\s+|which\s+)?(?:says?|can['’]?t|can not|cannot|does)\b.*", re.DOTALL
)
_VANITY = re.compile(
    rf"{_VERB}(?:{_BEFORE}\s+)*(?:{_COUNTED})(?:\s+(?:count|number|sent|received))?{_VALUE}"
)


def is_vanity(words: str) -> bool:
    """Return whether a number is a bare count of what can be had by clicking.

    Examples
    --------
    >>> is_vanity("Number of connections"), is_vanity("500+ connections"), is_vanity("profile views")
    (True, True, True)
    >>> is_vanity("connections I wrote with this month"), is_vanity("dormant ties that woke up")
    (False, False)

    Its value, a day and what it can't say may stand beside it:

    >>> is_vanity("connections: 150 today; says nothing on depth"), is_vanity("reach 400 connections by June")
    (True, True)
    """
    plain = re.sub(r"[^\w+\s]", " ", _LIMIT.sub("", words.casefold()))
    return _VANITY.fullmatch(" ".join(plain.split())) is not None
