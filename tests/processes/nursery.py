"""A process with libraries loaded, of which others are forked that would have to load them anew.

A fork has the streams, folder, environment and arguments that it was asked for with, and ends as any
other Python does. It is killed when whoever asked for it goes away; the nursery ends with the last process that has it.
"""

from __future__ import annotations

import atexit
import gc
import os
import pickle
import selectors
import shutil
import signal
import socket
import sys
import threading
import time
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_STREAMS = 8
_LONGEST = 2**20


@dataclass
class Wish:
    """What a fork is to be."""

    arguments: list[str]
    cwd: str
    environment: dict[str, str]
    nurseries: dict[Any, str] = field(default_factory=dict)
    """Where the fork in turn can have what it starts."""
    lines: list[int] = field(default_factory=list)
    """Numbers of what else is open in the fork, beside its three streams."""
    ordinary: bool = False
    """Whether it has no right of root's, so that modes of files count for it."""


def main(kind: str, listening: int, lifeline: int) -> None:
    """Load what processes of a kind need, then fork for each that is asked for."""
    gc.disable()
    run: Callable[[Wish], Any] = import_module("processes.kinds").loaded(kind)
    # Whoever is forked finds what it would have found in a process of its own.
    sys.path.remove(os.environ.pop("NURSERY"))
    gc.collect()
    gc.freeze()
    gc.enable()
    door = socket.socket(fileno=listening)
    address = Path(door.getsockname())
    wish = _served(door, lifeline)
    if wish is None:
        shutil.rmtree(address.parent, ignore_errors=True)
        return
    try:
        run(wish)
    except SystemExit as end:
        _leave_as_it_is(end.code)
    _leave_as_it_is(0)


def _leave_as_it_is(code: Any) -> None:
    """End as Python does, but take nothing apart: most of it is the nursery's, and would be copied."""
    if code is not None and not isinstance(code, int):
        sys.stderr.write(f"{code}\n")
        code = 1
    threading._shutdown()  # waits for threads that are to be waited for
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit((code or 0) & 0xFF)


def _served(listening: socket.socket, lifeline: int) -> Wish | None:
    """Fork and tell how forks ended; return in each fork what it is to be, here in the end nothing."""
    lines: dict[int, socket.socket] = {}
    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    signal.set_wakeup_fd(wakes)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    with selectors.DefaultSelector() as waiting:
        for what in (listening, lifeline, woken):
            waiting.register(what, selectors.EVENT_READ)
        while True:
            for key, _ in waiting.select():
                if key.fd == lifeline:
                    for process in lines:
                        os.kill(process, signal.SIGKILL)
                    return None
                if key.fd == woken:
                    os.read(woken, 4096)
                    _tell_who_ended(lines, waiting)
                elif key.fileobj is listening:
                    line = listening.accept()[0]
                    process, wish = _forked(line)
                    if process == 0:
                        signal.set_wakeup_fd(-1)
                        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                        _leave([listening, line, *lines.values()], [lifeline, woken, wakes])
                        return wish
                    lines[process] = line
                    waiting.register(line, selectors.EVENT_READ, process)
                elif key.data in lines:
                    # Who asked is gone, and said nothing more.
                    waiting.unregister(key.fileobj)
                    os.kill(key.data, signal.SIGKILL)


def _tell_who_ended(lines: dict[int, socket.socket], waiting: selectors.BaseSelector) -> None:
    while lines:
        process, status = os.waitpid(-1, os.WNOHANG)
        if process == 0:
            return
        with lines.pop(process) as line:
            if line in waiting.get_map():
                waiting.unregister(line)
                line.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def _leave(lines: list[socket.socket], files: list[int]) -> None:
    for line in lines:
        line.close()
    for file in files:
        os.close(file)


def _forked(line: socket.socket) -> tuple[int, Wish]:
    """Hear what is asked for and fork; in the fork, be that as far as the system is concerned."""
    first, streams, _, _ = socket.recv_fds(line, _LONGEST, _MOST_STREAMS)
    size, _, said = first.partition(b" ")
    while len(said) < int(size):
        said += line.recv(_LONGEST)
    wish: Wish = pickle.loads(said)  # noqa: S301 - it comes from the tests themselves
    process = os.fork()
    if process == 0:
        os.setsid()
        for number, stream in enumerate(streams[:3]):
            os.dup2(stream, number)
            os.close(stream)
        wish.lines = streams[3:]
        os.chdir(wish.cwd)
        os.environ.clear()
        os.environ.update(wish.environment)
        time.tzset()
        if wish.ordinary:
            _become_ordinary()
        # Only now does it have a group of its own that can be asked for.
        line.sendall(f"{os.getpid()}\n".encode())
    else:
        for stream in streams:
            os.close(stream)
    return process, wish


def _become_ordinary() -> None:
    """Do what `unshare --user --map-user=1000 --map-group=1000` does before it runs a command."""
    from weakties.grading.sandbox import system

    user, group = os.getuid(), os.getgid()
    system.unshare(system.Namespaces.USERS)
    own = Path("/proc/self")
    (own / "setgroups").write_text("deny")
    (own / "uid_map").write_text(f"1000 {user} 1")
    (own / "gid_map").write_text(f"1000 {group} 1")
    system.renounce_privileges()
