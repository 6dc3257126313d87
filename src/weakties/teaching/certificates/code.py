"""The code on a certificate: nobody can guess one, and it survives being read aloud."""

from __future__ import annotations

import secrets

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U, as Douglas Crockford has it
_LENGTH = 12
_IN_ONE_GROUP = 4
_READ_AS = str.maketrans("ILO", "110")


def new_code() -> str:
    """Return a code by chance: 60 bits, in three groups."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
    return "-".join(signs[at : at + _IN_ONE_GROUP] for at in range(0, _LENGTH, _IN_ONE_GROUP))


def as_written(typed: str) -> str:
    """Return a code as it stands on a certificate, from what somebody typed.

    Examples
    --------
    >>> as_written(" 7k3m 9qxa-oil2 ")
    '7K3M-9QXA-0112'
    """
    signs = "".join(typed.upper().replace("-", "").split()).translate(_READ_AS)
    return "-".join(signs[at : at + _IN_ONE_GROUP] for at in range(0, len(signs), _IN_ONE_GROUP))
