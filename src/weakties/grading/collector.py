"""Python's collector of unreachable objects, which looks through all that was loaded again and again."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Load what stays for a whole run without the collector, and never let it look there.

    It took a sixth of a run; and a page that it touches a fork gets a copy of.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
