"""Ordinary nbgrader assignments as other teachers write them, for timing how they are graded.

None of them knows of weakties. Each is plain data: cells, and six to eight different hand-ins.
"""

from benchmarks.foreign import calls, magics, plots, science, table
from benchmarks.foreign.assignment import Assignment

ASSIGNMENTS: tuple[Assignment, ...] = (
    magics.ASSIGNMENT,
    table.ASSIGNMENT,
    calls.ASSIGNMENT,
    plots.ASSIGNMENT,
    science.ASSIGNMENT,
)
