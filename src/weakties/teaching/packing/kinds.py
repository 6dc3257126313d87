"""Kinds of machines that a stick is made for, and what a package needs on each."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from weakties.teaching.packing.contents import NotPacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WRITTEN = re.compile(r"(?P<system>[a-z]+)-(?P<python>3\.\d+)")
_SYSTEMS = {
    "windows": ("win32", "Windows", "nt", "AMD64"),
    "macos": ("darwin", "Darwin", "posix", "arm64"),
    "linux": ("linux", "Linux", "posix", "x86_64"),
}
"""What markers of requirements call each system, and its usual processor."""
_TAGS = {
    "windows": ("win_amd64",),
    "macos": ("macosx_12_0_arm64",),
    "linux": (*(f"manylinux_2_{n}_x86_64" for n in range(28, 16, -1)), "manylinux2014_x86_64"),
}
"""What wheels call them: by the oldest systems that a participant may still have."""
_CALLED = {"windows": "Windows", "macos": "macOS", "linux": "Linux"}
_FIRST_PYTHON = 11


@dataclass(frozen=True)
class Kind:
    """A system and a minor version of Python.

    Parameters
    ----------
    system
        ``windows``, ``macos`` (with Apple's processors) or ``linux`` (with Intel's and AMD's).
    python
        As in ``3.12``.
    """

    system: str
    python: str

    @property
    def tags(self) -> tuple[str, ...]:
        """Return what wheels for it are called."""
        return _TAGS[self.system]

    @property
    def markers(self) -> dict[str, str]:
        """Return what the markers of requirements are told there."""
        names = ("sys_platform", "platform_system", "os_name", "platform_machine")
        python = {"python_version": self.python, "python_full_version": f"{self.python}.0"}
        return {
            **{name: str(value) for name, value in default_environment().items()},
            **dict(zip(names, _SYSTEMS[self.system], strict=True)),
            **python,
        }

    def __str__(self) -> str:
        """Return how it is written."""
        return f"{self.system}-{self.python}"


def kinds_in(text: str) -> list[Kind]:
    """Read what an instructor wrote.

    Parameters
    ----------
    text
        As in ``windows-3.12,macos-3.13``.

    Raises
    ------
    NotPacked
        If something there is no kind of machine.

    Examples
    --------
    >>> [kind.system for kind in kinds_in("windows-3.12, macos-3.13")]
    ['windows', 'macos']
    """
    return [_kind(word.strip()) for word in text.split(",") if word.strip()]


def _kind(word: str) -> Kind:
    told = _WRITTEN.fullmatch(word.lower())
    if not told or told["system"] not in _SYSTEMS:
        raise NotPacked(
            f"{word} is no kind of machine. Write a system ({', '.join(_SYSTEMS)}) and a Python: "
            "--for windows-3.12,macos-3.13"
        )
    if int(told["python"].partition(".")[2]) < _FIRST_PYTHON:
        raise NotPacked(
            f"The workshop needs Python 3.{_FIRST_PYTHON} or newer, and {word} is older."
        )
    return Kind(**told.groupdict())


def needed_on(kind: Kind, needs: Iterable[str]) -> list[str]:
    """Return every package that is needed there, in the version that is installed here.

    What is not installed here, because only the other system needs it, is named without a version.

    Parameters
    ----------
    kind
        The machine.
    needs
        Requirements of what is to be installed.
    """
    found: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    left = list(_asked(needs, "", kind))
    while left:
        name, extra = one = left.pop()
        if one in seen:
            continue
        seen.add(one)
        try:
            here = distribution(name)
        except PackageNotFoundError:
            found[name] = name
            continue
        found[name] = f"{name}=={here.version}"
        left += _asked(here.requires or (), extra, kind)
    return sorted(found.values())


def _asked(needs: Iterable[str], extra: str, kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield the packages and extras that requirements name on a machine."""
    for need in map(Requirement, needs):
        if need.marker is None or need.marker.evaluate({**kind.markers, "extra": extra}):
            name = str(canonicalize_name(need.name))
            yield name, ""
            yield from ((name, one) for one in need.extras)


def told(kinds: Sequence[Kind]) -> str:
    """Return how machines are told to who has one; this one if there are none.

    Examples
    --------
    >>> told(kinds_in("windows-3.12,macos-3.13"))
    'Windows with Python 3.12, or macOS with Python 3.13'
    """
    if not kinds:
        return "a system like the one it was made on, with Python {}.{}".format(
            *sys.version_info[:2]
        )
    return ", or ".join(f"{_CALLED[kind.system]} with Python {kind.python}" for kind in kinds)
