"""How much of the machine one submission may use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 2**20


@dataclass(frozen=True)
class Limits:
    """The limits of one submission.

    Parameters
    ----------
    cell_seconds
        How long one cell may run, by the clock.
    notebook_seconds
        How long all cells together may run, by the clock.
    memory
        Megabytes beyond what the libraries take.
    disk
        Megabytes in its folder.
    files
        Files open at once.
    threads
        Threads; for the superuser the limit on memory stands in for it.
    """

    cell_seconds: float = 30.0
    notebook_seconds: float = 300.0
    memory: int = 2048
    disk: int = 64
    files: int = 256
    threads: int = 128

    def apply(self, taken: int) -> None:
        """Limit this process, for good; `taken` bytes of its memory are not its own."""
        import resource  # not on every system

        space = taken + self.memory * _MEGABYTE
        seconds = int(self.notebook_seconds) + 5
        for kind, limit in {
            resource.RLIMIT_AS: space,
            resource.RLIMIT_CPU: seconds,
            resource.RLIMIT_FSIZE: self.disk * _MEGABYTE,
            resource.RLIMIT_NOFILE: self.files,
            resource.RLIMIT_NPROC: self.threads,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_MEMLOCK: 64 * 1024,
            resource.RLIMIT_MSGQUEUE: 0,
        }.items():
            resource.setrlimit(kind, (limit, limit))


def address_space() -> int:
    """Return how many bytes of addresses this process has taken."""
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
