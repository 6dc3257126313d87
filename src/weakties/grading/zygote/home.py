"""The zygote's folder for temporary files; it ends with the run, or the next run removes it."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

_PREFIX = "weakties-zygote-"
_LOCK = "lock"


class Home(tempfile.TemporaryDirectory[str]):
    """A temporary folder that says whether whoever made it is still alive.

    It holds a locked file. The system unlocks that when the process ends, however it ends.
    """

    def __init__(self) -> None:
        super().__init__(prefix=_PREFIX, ignore_cleanup_errors=True)
        new, kept = (Path(self.name) / name for name in (f"{_LOCK}.new", _LOCK))
        self._lock = new.open("wb")
        _take(self._lock)
        # Under its own name it is never seen unlocked.
        new.rename(kept)

    def cleanup(self) -> None:
        """Remove the folder."""
        super().cleanup()
        self._lock.close()


def remove_abandoned() -> None:
    """Remove the folders of this user's runs that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
                continue
            with (folder / _LOCK).open("rb") as lock:
                _take(lock)
                shutil.rmtree(folder, ignore_errors=True)


def _take(lock: IO[bytes]) -> None:
    """Lock a file at once, or raise an `OSError`."""
    import fcntl  # not on every system

    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
