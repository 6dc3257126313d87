"""A small clean process with the libraries loaded, of which every submission gets three forks.

Two are the learner's, in sandboxes, made before the notebook and its key are known to anyone here;
the third runs the checks. The zygote itself runs neither and knows no gradebook.
"""

from weakties.grading.zygote.client import CourseExposed, NoSandbox, Zygote
from weakties.grading.zygote.settings import Settings

__all__ = ["CourseExposed", "NoSandbox", "Settings", "Zygote"]
