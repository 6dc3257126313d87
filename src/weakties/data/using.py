"""Another edition for a while: to reckon in it what somebody may have reckoned there."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED_BY = "WEAKTIES_EDITION"


@contextmanager
def using(edition: str) -> Iterator[None]:
    """Have this process use an edition, and afterwards the one that it used before.

    Examples
    --------
    >>> from weakties.data.editions import current_edition
    >>> with using("spring-2027"):
    ...     current_edition()
    'spring-2027'
    """
    before = os.environ.get(_NAMED_BY)
    os.environ[_NAMED_BY] = edition
    try:
        yield
    finally:
        if before is None:
            del os.environ[_NAMED_BY]
        else:
            os.environ[_NAMED_BY] = before
