"""Much work at once, in which Python's collector looks for nothing."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the collector wait: a mailbox makes millions of texts, of which none is in a circle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                # What was made is old at once: the collector looks at it when it looks at all.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
