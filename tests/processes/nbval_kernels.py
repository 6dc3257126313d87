"""A plugin with which nbval has its kernels out of a nursery: `-p processes.nbval_kernels`."""

from __future__ import annotations

from processes.instead import kernels_are_born

kernels_are_born(setattr)
