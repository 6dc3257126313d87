"""nbgrader's own commands on this layout: run them here, with the course's environment active.

    nbgrader generate_assignment photo --force   solutions/ -> exercises/
    nbgrader autograde photo                submitted/ -> autograded/ and gradebook.db
    nbgrader generate_feedback photo        autograded/ -> feedback/
    nbgrader export                         gradebook.db -> grades.csv

What the settings are and why: src/weakties/grading/settings.py. Add your own below.
"""

from pathlib import Path

from weakties.grading.settings import nbgrader_settings

c = get_config()  # noqa: F821
c.merge(nbgrader_settings(Path(__file__).parent))
