"""Profile addresses: one person, one key, however the address is spelled."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

# How LinkedIn writes nearly all of them, so that they need not be taken apart.
_USUAL = re.compile(r"https://www\.linkedin\.com/in/([a-z0-9-]+)")
_MEMBER = re.compile(r"(?:^|/)in/+([^/?#\s]+)")
_HOST = re.compile(r"^(?:[a-z]+:)?(?://)?[^/]*/")


@lru_cache(maxsize=65_536)
def slug_of(url: str) -> str:
    """Return the key of a profile: the lower-cased name in its address.

    Parameters
    ----------
    url
        As found in an export: with or without scheme, closing slash, ``?trk=...``, %-signs.

    Returns
    -------
    str
        For a page that is not a member's, its whole path; empty where there is no address.

    Examples
    --------
    >>> slug_of("https://www.linkedin.com/in/Ana-Ruiz/?trk=contacts")
    'ana-ruiz'
    >>> slug_of("www.linkedin.com/in/zo%C3%A9-b")
    'zoé-b'
    >>> slug_of("https://www.linkedin.com/company/tarn-valley/")
    'company/tarn-valley'
    >>> slug_of("")
    ''
    """
    if usual := _USUAL.fullmatch(url):
        return usual[1]
    address = unicodedata.normalize("NFC", unquote(url.strip())).lower()
    member = _MEMBER.search(address)
    if member:
        return member[1]
    path = _HOST.sub("", address, count=1) if "/" in address else address
    return re.split(r"[?#]", path, maxsplit=1)[0].strip("/ ")


def url_of(slug: str) -> str:
    """Return the address of a member's profile; empty for no slug."""
    return f"https://www.linkedin.com/in/{slug}" if slug else ""
