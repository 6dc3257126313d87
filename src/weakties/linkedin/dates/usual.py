"""Moments as LinkedIn writes them in a mailbox, 2024-03-15 10:20:30 UTC: many read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

_FORM = "0000-00-00 00:00:00 UTC"
_DIGITS = [place for place, sign in enumerate(_FORM) if sign == "0"]
_BETWEEN = [place for place, sign in enumerate(_FORM) if sign != "0"]


def usual_moments(texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.datetime64]]:
    """Return the moments in texts to the second; none (NaT) for any other text.

    Examples
    --------
    >>> usual_moments(["2024-02-29 10:20:30 UTC", "2023-02-29 10:20:30 UTC", "now"]).tolist()
    [datetime.datetime(2024, 2, 29, 10, 20, 30), None, None]
    """
    import numpy as np

    if set(map(len, texts)) - {len(_FORM)}:
        texts = [text if len(text) == len(_FORM) else " " * len(_FORM) for text in texts]
    joined = "".join(texts).encode("ascii", errors="replace")
    signs = np.frombuffer(joined, dtype=np.uint8).reshape(-1, len(_FORM))
    form = np.frombuffer(_FORM.encode("ascii"), dtype=np.uint8)
    # What stands before "0" becomes a number that is far too large.
    digits = signs[:, _DIGITS] - form[0]
    usual = (digits <= 9).all(axis=1) & (signs[:, _BETWEEN] == form[_BETWEEN]).all(axis=1)
    tens = digits[:, ::2].astype(np.int32) * 10 + digits[:, 1::2]
    century, of_century, month, day, hour, minute, second = tens.T
    year = 100 * century + of_century
    months = (12 * (year - 1970) + month - 1).astype("datetime64[M]")
    days = months.astype("datetime64[D]") + (day - 1)
    usual &= (year > 0) & (month >= 1) & (month <= 12)
    # A day that its month does not have is one of another month.
    usual &= days.astype("datetime64[M]") == months
    usual &= (hour < 24) & (minute < 60) & (second < 60)
    moments: np.ndarray[Any, np.dtype[np.datetime64]] = days.astype("datetime64[s]") + (
        3600 * hour + 60 * minute + second
    )
    moments[~usual] = np.datetime64("NaT")
    return moments
