"""Entering the sandbox: a fork whose child sees its own world and keeps no way out."""

from __future__ import annotations

import math
import mmap
import os
import shutil
import signal
import socket
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.grading.sandbox import system
from weakties.grading.sandbox.calls import filter_calls
from weakties.grading.sandbox.limits import address_space
from weakties.grading.sandbox.stage import PLAIN, make_place, name_user
from weakties.grading.sandbox.system import Namespaces
from weakties.grading.sandbox.view import HOME, OWN, shown_in_own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from weakties.grading.sandbox.limits import Limits
    from weakties.grading.sandbox.stage import Stage

_MOST_FILES = 20_000
_SCHEDULED = 2
"""Which of the clocks that Linux keeps of a process; its number is made of this and the process."""


@dataclass
class Contained:
    """A process in a sandbox.

    Parameters
    ----------
    process
        Its id, as seen from outside.
    home
        A descriptor of the folder in which it runs; it outlives the process.

    Attributes
    ----------
    is_over
        Whether it was ended and waited for.
    """

    process: int
    home: int = -1
    is_over: bool = field(default=False, init=False)

    def interrupt(self) -> None:
        """Ask the process to leave what it is doing."""
        self._told(signal.SIGINT)

    def processor_seconds(self) -> float:
        """Return how long the process has had a processor; nothing more once it has ended."""
        try:
            return time.clock_gettime(~self.process << 3 | _SCHEDULED)
        except OSError:
            return math.inf

    def kill(self) -> None:
        """End the process and wait for its end."""
        self._told(signal.SIGKILL)
        if not self.is_over:
            with suppress(ChildProcessError):
                os.waitpid(self.process, 0)
        self.is_over = True

    def _told(self, number: int) -> None:
        # Once it was waited for, its number may be another's.
        if not self.is_over:
            with suppress(ProcessLookupError):
                os.kill(self.process, number)


@dataclass(frozen=True)
class _Order:
    """What `contained_fork` was asked for."""

    stage: Stage
    limits: Limits
    run: Callable[[], object]
    keep: Sequence[int]
    files: Path | None


def contained_fork(
    stage: Stage,
    limits: Limits,
    run: Callable[[], object],
    *,
    keep: Sequence[int],
    files: Path | None = None,
) -> Contained:
    """Run a function in a sandboxed child.

    The child ends with this process, which needs users of its own (`become_nobody`).

    Parameters
    ----------
    stage, limits
        What the child sees and may use.
    run
        What it does; its result is lost, and when it returns the child ends.
    keep
        The file descriptors that it keeps, beside an empty stdin, stdout and stderr.
    files
        A folder outside whose content it finds as its own.

    Raises
    ------
    OSError
        If this system lets nobody make a sandbox; the text says which step failed.
    """
    told, tells = socket.socketpair(type=socket.SOCK_SEQPACKET)
    child = system.fork_into(Namespaces.PROCESSES)
    if child == 0:
        told.close()
        _child(tells.detach(), _Order(stage, limits, run, keep, files))
    tells.close()
    with told:
        words, homes, _, _ = socket.recv_fds(told, 10_000, 1)
    if not homes:
        Contained(child).kill()
        raise OSError(words.decode().strip() or "the sandbox ended before it began")
    return Contained(child, homes[0])


def _child(tells: int, order: _Order) -> None:
    """Put the world together, give up all rights, and run. Never returns."""
    try:
        os.setsid()
        taken = address_space()
        _enter(order)
        order.limits.apply(taken)
        system.renounce_privileges()
        system.die_with_parent(signal.SIGKILL)
        _forget_files([*order.keep, tells])
        filter_calls()
        with socket.socket(fileno=tells) as line:
            home = os.open(HOME, os.O_RDONLY | os.O_DIRECTORY)
            socket.send_fds(line, [b"home"], [home])
            os.close(home)
        tells = -1
        order.run()
    except BaseException:  # noqa: BLE001 - whatever it is, this process must not go on
        with suppress(OSError):
            os.write(tells, (traceback.format_exc(limit=-1).splitlines()[-1] + "\n").encode())
    finally:
        os._exit(0)


def _enter(order: _Order) -> None:
    """Go over into a copy of the stage, with folders of its own."""
    user, group = os.geteuid(), os.getegid()
    # What is laid into its folder does not count among what it may write there.
    given = _size_of(order.files) if order.files else (0, 0)
    proc, files = (
        os.open(folder, os.O_RDONLY | os.O_DIRECTORY) for folder in ("/proc", order.files or "/")
    )
    for space in order.stage.spaces:
        system.join(space)
    system.unshare(Namespaces.USERS | Namespaces.MOUNTS)
    name_user(proc, user, group)
    below = shown_in_own(order.stage.view)
    copies = [system.copied_mount(path) for path in below]
    are_folders = [Path(path).is_dir() for path in below]
    for path in OWN:
        room = _room_for(*given if path == HOME else (0, 0), order.limits)
        system.mount("none", path, "tmpfs", PLAIN, room)
    for path, copy, is_folder in zip(below, copies, are_folders, strict=True):
        make_place(path, folder=is_folder)
        system.mount_copy(copy, path)
    if order.files:
        # It lies out of sight by now.
        os.fchdir(files)
        shutil.copytree(".", HOME, dirs_exist_ok=True, symlinks=True, copy_function=shutil.copyfile)
    os.chdir(HOME)


def _size_of(folder: Path) -> tuple[int, int]:
    """Return how many files and folders there are, and their bytes in whole pages."""
    page = mmap.PAGESIZE
    there = [
        Path(parent) / name for parent, *both in os.walk(folder) for names in both for name in names
    ]
    return len(there), sum(-(-path.lstat().st_size // page) * page for path in there)


def _room_for(count: int, size: int, limits: Limits) -> str:
    """Return the options of a folder that has the limits' room beside what is laid into it."""
    size += limits.disk * 2**20
    return f"size={size},nr_inodes={_MOST_FILES + count},mode=755"


def _forget_files(keep: Sequence[int]) -> None:
    """Close every file but those to keep; stdin, stdout and stderr lead nowhere."""
    nowhere = os.open("/dev/null", os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    start = 3
    for number in sorted(keep):
        os.closerange(start, number)
        start = number + 1
    os.closerange(start, 65536)
    sys.stdin, sys.stdout, sys.stderr = (
        open(n, mode, closefd=False)  # noqa: SIM115
        for n, mode in enumerate("rww")
    )
