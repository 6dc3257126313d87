"""A plugin with which nbval has its kernels out of a nursery: `-p processes.nbval_kernels`."""

from __future__ import annotations

from processes.instead import kernels_are_born


def pytest_configure() -> None:
    """Do so where this is a plugin; whoever looks for doctests here imports it too."""
    kernels_are_born(setattr)
