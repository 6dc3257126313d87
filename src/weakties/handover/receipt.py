"""The receipt of a hand-in: what it is, when it was made, and how it stood then."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

RECEIPT = "receipt.json"
"""Where it lies in the zip, beside the notebook."""

_MOST_BYTES = 2**20


@dataclass(frozen=True)
class Receipt:
    """What a hand-in says of itself; a learner's own machine wrote it, so nobody's mark rests on it.

    Parameters
    ----------
    unit, edition
        What was handed in.
    digest
        Of the notebook, SHA-256.
    made
        When, in UTC: ``2027-03-01T12:00:00Z``.
    points, of
        What the checks gave on that machine; without the key they see an answer's form only.
    blank
        Questions without an answer.
    stops
        Cells that ended with an error.
    who
        How the learner is called on the roster, if they said so.
    """

    unit: str
    edition: str
    digest: str
    made: str
    points: float = 0.0
    of: float = 0.0
    blank: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    who: str = ""

    @property
    def when(self) -> datetime | None:
        """Return when it was made, in UTC."""
        try:
            return datetime.fromisoformat(self.made).astimezone(UTC)
        except ValueError:
            return None


def digest_of(notebook: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(notebook).hexdigest()


def receipt_in(text: bytes) -> Receipt | None:
    """Return a receipt, or ``None`` for anything else.

    Examples
    --------
    >>> receipt_in(b'{"unit": "photo"}') is None
    True
    """
    if len(text) > _MOST_BYTES:
        return None
    try:
        table = json.loads(text)
        unit, edition, digest, made = (
            str(table[name]) for name in ("unit", "edition", "digest", "made")
        )
        return Receipt(unit, edition, digest, made, who=str(table.get("who", "")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def zip_name(receipt: Receipt) -> str:
    """Return the name of a hand-in's file, which sorts by its time.

    Examples
    --------
    >>> zip_name(Receipt("photo", "open", "", "2027-03-01T12:00:00Z"))
    'photo-hand-in-20270301-120000.zip'
    """
    stamp = "".join(sign for sign in receipt.made if sign.isdigit())
    return f"{receipt.unit}-hand-in-{stamp[:8]}-{stamp[8:14]}.zip"


def zip_of(notebook: bytes, receipt: Receipt) -> bytes:
    """Return the archive of a hand-in: the notebook under its right name, and the receipt."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{receipt.unit}.ipynb", notebook)
        archive.writestr(RECEIPT, json.dumps(asdict(receipt), indent=1, ensure_ascii=False) + "\n")
    return made.getvalue()
