"""Running one notebook's cells in this process, with the outputs that a kernel would send."""

from weakties.grading.shell.outputs import Outputs
from weakties.grading.shell.shell import Ran, Shell

__all__ = ["Outputs", "Ran", "Shell"]
