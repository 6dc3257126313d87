"""A process of its own world: it sees what it needs, reaches nothing else, and uses so much.

Linux only, and without anything to install: namespaces, mounts, limits, a filter of system calls.
"""

from weakties.grading.sandbox.enter import Contained, contained_fork
from weakties.grading.sandbox.limits import Limits
from weakties.grading.sandbox.stage import Stage, become_nobody, staged
from weakties.grading.sandbox.view import HOME, Exposed, View, view_of

__all__ = [
    "HOME",
    "Contained",
    "Exposed",
    "Limits",
    "Stage",
    "View",
    "become_nobody",
    "contained_fork",
    "staged",
    "view_of",
]
