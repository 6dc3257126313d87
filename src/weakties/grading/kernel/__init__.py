"""Notebooks in plain kernels, as nbgrader runs them: for systems that have no sandbox.

A learner's code runs with all the rights of who grades, and beside the checks. Grades of honest work
are the same; forged ones are possible.
"""

from weakties.grading.kernel.runner import KernelRunner

__all__ = ["KernelRunner"]
