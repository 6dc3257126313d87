"""A room behind a hub or a proxy: who asks, and below which path it answers."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tornado.httputil import HTTPServerRequest


def path_below(address: str) -> str:
    """Return the path at which a room answers: some proxies keep it in what they pass on.

    Examples
    --------
    >>> path_below("https://hub.example.org/services/room/")
    '/services/room'
    >>> path_below("http://192.168.1.5:8787/")
    ''
    """
    return urlsplit(address).path.rstrip("/")


def who_asks(request: HTTPServerRequest, *, behind: bool) -> str:
    """Return the address of who asks, for counting how often.

    Parameters
    ----------
    request
        What was asked.
    behind
        Whether a proxy of ours passes everything on. Then it is the proxy that asks, and the last
        address that it noted is of who asked it; what stands before that anybody can have written.
    """
    own = request.remote_ip or ""
    return forwarded_for(request.headers.get("X-Forwarded-For", ""), own) if behind else own


def forwarded_for(noted: str, own: str) -> str:
    """Return the last address noted that is not of this machine, else `own`.

    Examples
    --------
    >>> forwarded_for("10.9.9.9, 192.168.1.20, 127.0.0.1", "127.0.0.1")
    '192.168.1.20'
    >>> forwarded_for("nonsense", "127.0.0.1")
    '127.0.0.1'
    """
    for one in reversed(noted.split(",")):
        try:
            found = ip_address(one.strip())
        except ValueError:
            return own
        found = getattr(found, "ipv4_mapped", None) or found
        if not found.is_loopback:
            return str(found)
    return own
