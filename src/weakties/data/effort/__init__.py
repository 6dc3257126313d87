"""Generators of the unit ``effort``: what a goal of 400 takes, and what goes with the hours.

Every size stands on the dataset's card and is read from there.
"""

from weakties.data.effort.dates import connection_dates
from weakties.data.effort.log import effort_log
from weakties.data.effort.members import team
from weakties.data.effort.quarters import two_quarters
from weakties.data.effort.tops import outcomes
from weakties.data.effort.trial import cohort_trial

__all__ = ["cohort_trial", "connection_dates", "effort_log", "outcomes", "team", "two_quarters"]
