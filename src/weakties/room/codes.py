"""The code that lets people in, and the secrets that do more than that."""

from __future__ import annotations

import hmac
import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which on a wall look like figures."""
LENGTH = 6


def new_code() -> str:
    """Return a code that nobody can guess within the tries that a room allows."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def new_secret() -> str:
    """Return what stands in an address that only one person is to have, or a participant's ticket."""
    return secrets.token_urlsafe(18)


def plain_code(typed: object) -> str:
    """Return a code as it was meant, however it was typed; empty if it can be none.

    Examples
    --------
    >>> plain_code(" abc-def ")
    'ABCDEF'
    >>> plain_code("ABCDE1")
    ''
    """
    if not isinstance(typed, str) or len(typed) > 4 * LENGTH:
        return ""
    code = "".join(letter for letter in typed.upper() if letter not in " -.")
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else ""


def same(given: object, secret: str) -> bool:
    """Say whether something given is the secret, in a time that tells nothing about it."""
    return isinstance(given, str) and hmac.compare_digest(given.encode(), secret.encode())
