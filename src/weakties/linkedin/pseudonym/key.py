"""Replace names consistently, under a key that nobody keeps."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

_MODULUS = 10**16


@dataclass(frozen=True)
class Key:
    """A random key; it lives as long as this object and is stored nowhere."""

    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def digits(self, kind: str, text: str) -> str:
        """Return 16 digits for a text, the same whenever it comes; no text gives none.

        Digits only: letters would sooner or later spell somebody's name.

        Parameters
        ----------
        kind
            ``"name"`` or ``"slug"``, so that one text gives other digits as each.
        """
        if not text:
            return ""
        digest = hmac.digest(self._secret, f"{kind}\0{text}".encode(errors="replace"), "sha256")
        return f"{int.from_bytes(digest[:16]) % _MODULUS:016}"
