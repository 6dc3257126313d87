"""The few system calls that Python has no name for."""

from __future__ import annotations

import ctypes
import os
import signal
from enum import IntFlag
from functools import cache


class Namespaces(IntFlag):
    """What a process can have for itself (linux/sched.h)."""

    MOUNTS = 0x00020000
    HOST_NAME = 0x04000000
    IPC = 0x08000000
    USERS = 0x10000000
    PROCESSES = 0x20000000
    NETWORK = 0x40000000


class Mount(IntFlag):
    """How something is mounted (linux/mount.h)."""

    READ_ONLY = 0x1
    NO_SUID = 0x2
    NO_DEVICES = 0x4
    REMOUNT = 0x20
    BIND = 0x1000
    RECURSIVE = 0x4000
    PRIVATE = 0x40000


_MOUNT_SETATTR = 442
_OPEN_TREE, _MOVE_MOUNT = 428, 429
_CLONE_IT, _FROM_DESCRIPTOR = 1, 4
_PIVOT_ROOT = 155
_CLONE = 56
_SET_ID_THERE, _CLEAR_ID_THERE = 0x01000000, 0x00200000
_CAPSET = 126
_AT_FDCWD = -100
_AT_RECURSIVE = 0x8000
_DETACH = 2
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_CAPBSET_DROP = 24
_PR_SET_NO_NEW_PRIVS = 38
_PR_GET_TID_ADDRESS = 40
_CAPABILITY_VERSION_3 = 0x20080522
_HIGHEST_CAPABILITY = 63


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(spaces: Namespaces) -> None:
    """Give this process namespaces of its own."""
    _checked(_libc().unshare(int(spaces)), "unshare")


def fork_into(spaces: Namespaces) -> int:
    """Fork a child that has namespaces of its own, and return what `os.fork` would.

    A process can't leave it to its next child to have processes of its own more than once; this way
    every child can.
    """
    python, libc = ctypes.pythonapi, ctypes.PyDLL(None, use_errno=True)
    own_id = ctypes.c_void_p()
    flags = int(spaces) | signal.SIGCHLD
    # The C library keeps its thread's number, which is another one in the child.
    if libc.prctl(_PR_GET_TID_ADDRESS, ctypes.byref(own_id), 0, 0, 0) == 0:
        flags |= _SET_ID_THERE | _CLEAR_ID_THERE
    # What os.fork does before and after; without letting go of Python's lock in between.
    python.PyOS_BeforeFork()
    child: int = libc.syscall(_CLONE, ctypes.c_ulong(flags), None, None, own_id, None)
    if child == 0:
        python.PyOS_AfterFork_Child()
        return 0
    number = ctypes.get_errno()
    python.PyOS_AfterFork_Parent()
    if child < 0:
        raise OSError(number, f"clone: {os.strerror(number)}")
    return child


def join(space: int) -> None:
    """Go over into a namespace."""
    _checked(_libc().setns(space, 0), "setns")


def mount(source: str, target: str, kind: str | None, how: Mount, options: str = "") -> None:
    """Mount something."""
    words = [None if word is None else word.encode() for word in (source, target, kind)]
    done = _libc().mount(*words, ctypes.c_ulong(int(how)), options.encode() or None)
    _checked(done, f"mount {target}")


def make_read_only(path: str, *, devices: bool = False) -> None:
    """Make a mount and all below it read-only, and without set-uid programs (Linux 5.12)."""
    flags = Mount.READ_ONLY | Mount.NO_SUID | (Mount(0) if devices else Mount.NO_DEVICES)
    attributes = (ctypes.c_uint64 * 4)(int(flags), 0, 0, 0)
    done = _libc().syscall(
        _MOUNT_SETATTR, _AT_FDCWD, path.encode(), _AT_RECURSIVE, attributes, 32
    )  # fmt: skip
    _checked(done, f"mount_setattr {path}")


def copied_mount(path: str) -> int:
    """Return a descriptor of a copy of what is mounted at a path, and of all below it."""
    tree = _libc().syscall(
        _OPEN_TREE, _AT_FDCWD, path.encode(), ctypes.c_uint(_CLONE_IT | _AT_RECURSIVE)
    )
    return _checked(tree, f"open_tree {path}")


def mount_copy(copy: int, path: str) -> None:
    """Mount what `copied_mount` returned."""
    done = _libc().syscall(
        _MOVE_MOUNT, copy, b"", _AT_FDCWD, path.encode(), ctypes.c_uint(_FROM_DESCRIPTOR)
    )
    _checked(done, f"move_mount {path}")
    os.close(copy)


def become_root_of(folder: str) -> None:
    """Make `folder`, which is a mount, the root of all paths, and forget the old root."""
    os.chdir(folder)
    _checked(_libc().syscall(_PIVOT_ROOT, b".", b"."), "pivot_root")
    _checked(_libc().umount2(b".", _DETACH), "umount2")
    os.chdir("/")


def die_with_parent(signal_number: int) -> None:
    """Have this signal sent to the process when its parent ends."""
    _checked(_libc().prctl(_PR_SET_PDEATHSIG, signal_number, 0, 0, 0), "prctl")


def renounce_privileges() -> None:
    """Give up every capability, for good."""
    libc = _libc()
    for capability in range(_HIGHEST_CAPABILITY + 1):
        libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)  # fails beyond the last that exists
    head = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    _checked(libc.syscall(_CAPSET, head, nothing), "capset")
    _checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl")
    _checked(libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl")
