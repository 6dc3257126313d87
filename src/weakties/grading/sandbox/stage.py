"""What all submissions of a run see, put together once."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.grading.sandbox import system
from weakties.grading.sandbox.system import Mount, Namespaces
from weakties.grading.sandbox.view import OWN

if TYPE_CHECKING:
    from weakties.grading.sandbox.view import View

_SPACES = {
    "mnt": Namespaces.MOUNTS,
    "ipc": Namespaces.IPC,
    "net": Namespaces.NETWORK,
    "uts": Namespaces.HOST_NAME,
}
_INSIDE_ID = 1000
PLAIN = Mount.NO_SUID | Mount.NO_DEVICES


@dataclass(frozen=True)
class Stage:
    """What every sandbox of a run begins with.

    Parameters
    ----------
    view
        What is seen.
    spaces
        Descriptors of the namespaces in which that is all there is.
    """

    view: View
    spaces: tuple[int, ...]


def become_nobody() -> None:
    """Give this process users of its own, of which it is one without a name, and all rights there.

    Raises
    ------
    OSError
        If this system lets nobody do that.
    """
    user, group = os.geteuid(), os.getegid()
    proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
    try:
        system.unshare(Namespaces.USERS)
        name_user(proc, user, group)
    finally:
        os.close(proc)


def name_user(proc: int, user: int, group: int) -> None:
    """Say which user this process is in its new namespace; `proc` is open, and may be out of sight."""
    for name, content in {
        "setgroups": "deny",
        "uid_map": f"{_INSIDE_ID} {user} 1",
        "gid_map": f"{_INSIDE_ID} {group} 1",
    }.items():
        file = os.open(f"self/{name}", os.O_WRONLY, dir_fd=proc)
        try:
            os.write(file, content.encode("ascii"))
        finally:
            os.close(file)


def staged(view: View, folder: Path) -> Stage:
    """Put together what submissions see; this process must have users of its own.

    Parameters
    ----------
    view
        What they see.
    folder
        An empty folder, which becomes their root; nothing is written there.

    Raises
    ------
    OSError
        If this system lets nobody do that; the text says which step failed.
    """
    told, tells = socket.socketpair(type=socket.SOCK_SEQPACKET)
    builder = os.fork()
    if builder == 0:
        told.close()
        _build(tells, view, str(folder))
    tells.close()
    with told:
        problem, spaces, _, _ = socket.recv_fds(told, 10_000, len(_SPACES))
    with suppress(ChildProcessError):
        os.waitpid(builder, 0)
    if not spaces:
        raise OSError(problem.decode() or "the process that puts it together ended")
    return Stage(view, tuple(spaces))


def _build(tells: socket.socket, view: View, root: str) -> None:
    """Put a world together and hand its namespaces on. Never returns."""
    try:
        system.unshare(Namespaces(sum(_SPACES.values())))
        spaces = [os.open(f"/proc/self/ns/{name}", os.O_RDONLY) for name in _SPACES]
        _see_only(view, root)
        socket.send_fds(tells, [b"built"], spaces)
    except BaseException as error:  # noqa: BLE001 - whatever it is, this process must not go on
        with suppress(OSError):
            tells.send(str(getattr(error, "strerror", error)).encode() or b"it failed")
    finally:
        os._exit(0)


def _see_only(view: View, root: str) -> None:
    system.mount("none", "/", None, Mount.RECURSIVE | Mount.PRIVATE)
    system.mount("none", root, "tmpfs", PLAIN, "size=1m,mode=755")
    for path in OWN:
        Path(root + path).mkdir(parents=True, exist_ok=True)
    for path in view.shown:
        _show(path, root)
    for path in view.devices:
        _show(path, root, devices=True)
    for path in view.hidden:
        system.mount("none", root + path, "tmpfs", PLAIN | Mount.READ_ONLY, "size=4k")
    system.become_root_of(root)
    system.mount("none", "/", None, Mount.REMOUNT | Mount.BIND | Mount.READ_ONLY | PLAIN)


def _show(path: str, root: str, *, devices: bool = False) -> None:
    seen = Path(root + path)
    if Path(path).is_symlink():
        seen.parent.mkdir(parents=True, exist_ok=True)
        seen.symlink_to(Path(path).readlink())
        return
    make_place(str(seen), folder=Path(path).is_dir())
    system.mount(path, str(seen), None, Mount.BIND | Mount.RECURSIVE)
    system.make_read_only(str(seen), devices=devices)


def make_place(path: str, *, folder: bool) -> None:
    """Make an empty folder or file on which another can be mounted."""
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    if folder:
        place.mkdir(exist_ok=True)
    else:
        place.touch()
