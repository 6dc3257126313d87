"""Names of companies, compared: without case, spaces, and the legal forms that are listed here."""

from __future__ import annotations

import re
from functools import lru_cache

from weakties.linkedin.names import folded

LEGAL_FORMS = (
    "gmbh & co kg, gmbh, mbh, ag, kg, ohg, ug, se, inc, incorporated, corp, corporation, llc, llp, "
    "ltd, limited, plc, pvt ltd, pty ltd, sa, sas, sarl, srl, spa, sl, bv, nv, ab, as, aps, oy, oyj, "
    "kk, sp z o o"
)
"""Words that say how a company is registered; at the end of a name they tell no two apart."""

_ENDING = re.compile(
    r"[\s,]+(?:"
    + "|".join(r"\.?\s*".join(map(re.escape, form.split())) for form in LEGAL_FORMS.split(", "))
    + r")$"
)


@lru_cache(maxsize=65_536)
def company_key(name: str) -> str:
    """Return what two spellings of one company share; empty for no name.

    Examples
    --------
    >>> company_key("Kessel GmbH") == company_key("KESSEL,  Inc.") == "kessel"
    True
    >>> company_key("Brook & Sons"), company_key("AG")
    ('brook & sons', 'ag')
    """
    key = folded(name)
    bare = re.sub(r"(?<=\w)\.(?=\w\b)", "", key).rstrip(" .,")
    return _ENDING.sub("", bare).rstrip(" .,") or key
