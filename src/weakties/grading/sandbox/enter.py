"""Entering the sandbox: a fork whose child sees its own world and keeps no way out."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.grading.sandbox import system
from weakties.grading.sandbox.calls import filter_calls
from weakties.grading.sandbox.limits import address_space
from weakties.grading.sandbox.system import Mount, Namespaces
from weakties.grading.sandbox.view import HOME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from weakties.grading.sandbox.limits import Limits
    from weakties.grading.sandbox.view import View

_SPACES = (
    Namespaces.USERS
    | Namespaces.MOUNTS
    | Namespaces.PROCESSES
    | Namespaces.IPC
    | Namespaces.NETWORK
    | Namespaces.HOST_NAME
)
_INSIDE_ID = 1000
_FOLDER_LIMITS = "nr_inodes=20000,mode=755"


@dataclass
class Contained:
    """A process in a sandbox, and the helper that waits for it outside.

    Parameters
    ----------
    helper
        The helper's id; with it the process ends, and all that the process started.
    process
        The process's own id, as seen from outside.
    """

    helper: int
    process: int

    def interrupt(self) -> None:
        """Ask the process to leave what it is doing."""
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGINT)

    def kill(self) -> None:
        """End the process and wait for its end."""
        for process in (self.process, self.helper):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.helper, 0)


@dataclass(frozen=True)
class _Order:
    """What `contained_fork` was asked for."""

    view: View
    limits: Limits
    run: Callable[[], object]
    keep: Sequence[int]
    folder: Path
    files: Path | None


def contained_fork(
    view: View,
    limits: Limits,
    run: Callable[[], object],
    *,
    keep: Sequence[int],
    folder: Path,
    files: Path | None = None,
) -> Contained:
    """Run a function in a sandboxed child.

    Parameters
    ----------
    view, limits
        What the child sees and may use.
    run
        What it does; its result is lost, and when it returns the child ends.
    keep
        The file descriptors that it keeps, beside an empty stdin, stdout and stderr.
    folder
        An empty folder outside, which is where its root is put together; nothing is written there.
    files
        A folder outside whose content it finds as its own.

    Raises
    ------
    OSError
        If this system lets nobody make a sandbox; the text says which step failed.
    """
    told, tells = os.pipe()
    helper = os.fork()
    if helper == 0:
        os.close(told)
        _helper(tells, _Order(view, limits, run, keep, folder, files))
    os.close(tells)
    with os.fdopen(told, encoding="utf-8") as lines:
        first = lines.readline().strip()
        problem = lines.read().strip() if first else "the sandbox ended before it began"
    if problem:
        with suppress(ProcessLookupError):
            os.kill(helper, signal.SIGKILL)
        os.waitpid(helper, 0)
        raise OSError(problem)
    return Contained(helper, int(first))


def _helper(tells: int, order: _Order) -> None:
    """Make the namespaces, start the process in them, and end when it ends. Never returns."""
    try:
        user, group = os.geteuid(), os.getegid()
        system.unshare(_SPACES)
        system.die_with_parent(signal.SIGKILL)
        for name, content in {
            "setgroups": "deny",
            "uid_map": f"{_INSIDE_ID} {user} 1",
            "gid_map": f"{_INSIDE_ID} {group} 1",
        }.items():
            Path(f"/proc/self/{name}").write_text(content, encoding="ascii")
        child = os.fork()
        if child == 0:
            _child(tells, order)
        os.write(tells, f"{child}\n".encode())
        os.close(tells)
        os.closerange(0, 65536)
        os.waitpid(child, 0)
    except BaseException as error:  # noqa: BLE001 - whatever it is, this process must not go on
        with suppress(OSError):
            os.write(tells, f"0\n{getattr(error, 'strerror', error)}\n".encode())
    finally:
        os._exit(0)


def _child(tells: int, order: _Order) -> None:
    """Put the world together, give up all rights, and run. Never returns."""
    try:
        os.setsid()
        taken = address_space()
        _see_only(order)
        order.limits.apply(taken)
        system.renounce_privileges()
        system.die_with_parent(signal.SIGKILL)
        _forget_files([*order.keep, tells])
        filter_calls()
        os.close(tells)
        order.run()
    except BaseException:  # noqa: BLE001 - whatever it is, this process must not go on
        with suppress(OSError):
            os.write(tells, (traceback.format_exc(limit=-1).splitlines()[-1] + "\n").encode())
    finally:
        os._exit(0)


def _see_only(order: _Order) -> None:
    system.mount("none", "/", None, Mount.RECURSIVE | Mount.PRIVATE)
    view, root, size = order.view, str(order.folder), f"size={order.limits.disk}m"
    plain = Mount.NO_SUID | Mount.NO_DEVICES
    system.mount("none", root, "tmpfs", plain, f"size=1m,{_FOLDER_LIMITS}")
    # First the folders of its own: what is shown may lie below one of them.
    for path in (HOME, "/tmp"):  # noqa: S108 - a folder of its own
        Path(root + path).mkdir(parents=True, exist_ok=True)
        system.mount("none", root + path, "tmpfs", plain, f"{size},{_FOLDER_LIMITS}")
    for path in view.shown:
        _show(path, root)
    for path in view.devices:
        _show(path, root, devices=True)
    for path in view.hidden:
        system.mount("none", root + path, "tmpfs", plain | Mount.READ_ONLY, "size=4k")
    if order.files:
        _copy_files(order.files, root + HOME)
    system.become_root_of(root)
    system.mount("none", "/", None, Mount.REMOUNT | Mount.BIND | Mount.READ_ONLY | plain)
    os.chdir(HOME)


def _show(path: str, root: str, *, devices: bool = False) -> None:
    seen = Path(root + path)
    seen.parent.mkdir(parents=True, exist_ok=True)
    if Path(path).is_symlink():
        seen.symlink_to(Path(path).readlink())
        return
    if Path(path).is_dir():
        seen.mkdir(exist_ok=True)
    else:
        seen.touch()
    system.mount(path, str(seen), None, Mount.BIND | Mount.RECURSIVE)
    system.make_read_only(str(seen), devices=devices)


def _copy_files(source: Path, target: str) -> None:
    import shutil

    shutil.copytree(
        source, target, dirs_exist_ok=True, symlinks=True, copy_function=shutil.copyfile
    )


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
