"""A timer of the kernel's: it rings also while C code keeps every thread of Python waiting."""

from __future__ import annotations

import ctypes
import os
import threading

from weakties.grading.sandbox.system import _checked, _libc

_MONOTONIC = 1
_TO_A_THREAD = 4


class _Event(ctypes.Structure):
    """What happens when it rings (struct sigevent)."""

    _fields_ = (
        ("value", ctypes.c_void_p),
        ("signal", ctypes.c_int),
        ("how", ctypes.c_int),
        ("thread", ctypes.c_int),
        ("rest", ctypes.c_char * 44),
    )


class _Times(ctypes.Structure):
    """When it rings (struct itimerspec)."""

    _fields_ = (
        ("again_seconds", ctypes.c_long),
        ("again_nanoseconds", ctypes.c_long),
        ("seconds", ctypes.c_long),
        ("nanoseconds", ctypes.c_long),
    )


class Timer:
    """Sends a signal to the thread that makes it, once, after so many seconds.

    Parameters
    ----------
    seconds
        After which time.
    signal_number
        Which signal.
    """

    def __init__(self, seconds: float, signal_number: int) -> None:
        self._id = ctypes.c_void_p()
        event = _Event(None, signal_number, _TO_A_THREAD, threading.get_native_id())
        made = _libc().timer_create(_MONOTONIC, ctypes.byref(event), ctypes.byref(self._id))
        _checked(made, "timer_create")
        whole = int(seconds)
        times = _Times(0, 0, whole, max(1, int((seconds - whole) * 1e9)))
        _checked(_libc().timer_settime(self._id, 0, ctypes.byref(times), None), "timer_settime")
        self._process = os.getpid()

    def cancel(self) -> None:
        """Let it ring no more."""
        if os.getpid() == self._process:
            _libc().timer_delete(self._id)
