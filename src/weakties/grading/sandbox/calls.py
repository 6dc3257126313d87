"""The filter of system calls: no new process, no other program, no network, no keys to the kernel.

A submission keeps its threads. All else that it needs is reading, writing and memory.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from typing import TYPE_CHECKING, NamedTuple

from weakties.grading.sandbox.system import _checked, _libc

if TYPE_CHECKING:
    from collections.abc import Sequence

MACHINE = "x86_64"
"""The one processor whose call numbers stand here."""

_AUDIT_ARCH = 0xC000003E
_X32 = 0x40000000
_CLONE, _CLONE3 = 56, 435
_CLONE_THREAD = 0x00010000
_FCNTL = 72
_PRCTL, _SET_DEATH_SIGNAL = 157, 1
_SET_LEASE, _NOTIFY = 1024, 1026

REFUSED = {
    "fork": 57, "vfork": 58, "execve": 59, "execveat": 322,
    "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "kcmp": 312,
    "pidfd_open": 434, "pidfd_getfd": 438,
    "mount": 165, "umount2": 166, "pivot_root": 155, "chroot": 161, "unshare": 272, "setns": 308,
    "open_tree": 428, "move_mount": 429, "fsopen": 430, "fsconfig": 431, "fsmount": 432,
    "fspick": 433, "mount_setattr": 442,
    "open_by_handle_at": 304, "name_to_handle_at": 303,
    "socket": 41, "connect": 42, "bind": 49, "listen": 50,
    "shmget": 29, "shmat": 30, "semget": 64, "msgget": 68, "mq_open": 240,
    "memfd_create": 319, "memfd_secret": 447,
    "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425,
    "add_key": 248, "request_key": 249, "keyctl": 250, "fanotify_init": 300,
    "init_module": 175, "finit_module": 313, "delete_module": 176,
    "kexec_load": 246, "kexec_file_load": 320, "reboot": 169, "swapon": 167, "swapoff": 168,
    "acct": 163, "quotactl": 179, "syslog": 103, "personality": 135, "modify_ldt": 154,
    "iopl": 172, "ioperm": 173, "sethostname": 170, "setdomainname": 171,
    "settimeofday": 164, "clock_settime": 227, "clock_adjtime": 305, "adjtimex": 159,
}  # fmt: skip
"""Calls that fail with "operation not permitted"."""

_LOAD, _EQUAL, _AT_LEAST, _HAS_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCH, _FIRST_ARGUMENT, _SECOND_ARGUMENT = 0, 4, 16, 24
_SET_FILTER, _MODE_FILTER, _PR_SET_SECCOMP = 1, 2, 22


class _Step(NamedTuple):
    """One instruction of the filter: what to do, how far to jump if so and if not, with what."""

    code: int
    yes: int
    no: int
    value: int


def program() -> list[_Step]:
    """Return the filter as instructions of the kernel's packet filter."""
    refuse = _Step(_RETURN, 0, 0, _ERROR | errno.EPERM)
    steps = [
        _Step(_LOAD, 0, 0, _ARCH),
        _Step(_EQUAL, 1, 0, _AUDIT_ARCH),
        _Step(_RETURN, 0, 0, _KILL),
        _Step(_LOAD, 0, 0, _NUMBER),
        _Step(_AT_LEAST, 0, 1, _X32),
        _Step(_RETURN, 0, 0, _KILL),
        # The C library falls back on clone, whose flags can be read here.
        _Step(_EQUAL, 0, 1, _CLONE3),
        _Step(_RETURN, 0, 0, _ERROR | errno.ENOSYS),
    ]
    for number in sorted(REFUSED.values()):
        steps += [_Step(_EQUAL, 0, 1, number), refuse]
    allow = _Step(_RETURN, 0, 0, _ALLOW)
    leases = [_Step(_EQUAL, 0, 0, command) for command in (_SET_LEASE, _NOTIFY)]
    steps += [
        # A lease on a library's file would make everybody else wait who opens it.
        *_by_argument(_FCNTL, _SECOND_ARGUMENT, leases, refuse, allow),
        # With its parent the process must end, whatever it would rather do.
        *_by_argument(
            _PRCTL, _FIRST_ARGUMENT, [_Step(_EQUAL, 0, 0, _SET_DEATH_SIGNAL)], refuse, allow
        ),
        *_by_argument(
            _CLONE, _FIRST_ARGUMENT, [_Step(_HAS_BITS, 0, 0, _CLONE_THREAD)], allow, refuse
        ),
        allow,
    ]
    return steps


def _by_argument(
    call: int, argument: int, tests: Sequence[_Step], matching: _Step, other: _Step
) -> list[_Step]:
    """Return the steps that decide over one call by whether an argument passes one of the tests."""
    jumping = [test._replace(yes=len(tests) - i) for i, test in enumerate(tests)]
    rest = [_Step(_LOAD, 0, 0, argument), *jumping, other, matching]
    return [_Step(_EQUAL, 0, len(rest), call), *rest]


def filter_calls() -> None:
    """Filter the system calls of this process from now on, and for good."""
    if platform.machine() != MACHINE:
        raise OSError(errno.ENOSYS, f"no filter of system calls for {platform.machine()}")
    steps = program()
    packed = b"".join(struct.pack("HBBI", *step) for step in steps)
    held = ctypes.create_string_buffer(packed, len(packed))
    head = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(held)))
    done = _libc().prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(head), 0, 0)
    _checked(done, "seccomp")
